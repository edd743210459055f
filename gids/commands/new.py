"""``new``: a new activity, by answering a few questions on a terminal.

Each answer is read by the same rules as the file will be, and asked again with the same words when
it cannot be read. Nothing is written before the last answer, and no file is ever overwritten.
"""

import re
import textwrap
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import chain, count
from pathlib import Path
from typing import TextIO

from msgspec import Struct
from pydantic import ValidationError

from gids import dutch
from gids.dutch import NBSP
from gids.fields import Described, fields
from gids.messages import explain
from gids.problems import Finding
from gids.project import Project
from gids.reading import read_project
from gids.writing import Tree, write
from schema import (
    MOMENT_KINDS,
    UNDATED_KINDS,
    Activity,
    Address,
    AtAddress,
    Contact,
    Model,
    Vocabulary,
    When,
)

ASKED_OF_A_MOMENT = ("aantal_weken", "tot")
ELSEWHERE = ("thuis", "telefoon", "online")
AN_ADDRESS = "op een ander adres"
STOPPED = "\nGestopt. Er is niets geschreven."


class Talk(Struct, frozen=True):
    """A conversation on a terminal."""

    answers: TextIO
    screen: TextIO

    def say(self, text: str = "") -> None:
        print(text, file=self.screen)

    def line(self) -> str:
        """What was typed; the end of the input ends the conversation."""
        print("> ", end="", file=self.screen, flush=True)
        typed = self.answers.readline()
        if not typed:
            raise EOFError
        return typed.strip()

    def ask(self, model: type[Model], key: str) -> str:
        """The answer to one field as it was typed, readable for sure; empty when skipped."""
        item = field_of(model, key)
        self.say(f"\n{item.label}. {item.explanation}{'' if item.required else ' (of Enter)'}")
        self.say(f"  Bijvoorbeeld: {item.example.removeprefix(f'{key}: ').strip('[]')}")
        while True:
            typed = self.line()
            finding = unreadable(model, item, typed) if typed or item.required else None
            if finding is None:
                return typed
            self.say(f"  {without_key(f'{finding.message} {finding.hint}', key)}")

    def choose(self, label: str, question: str, options: Sequence[str], most: int = 1) -> list[str]:
        """One or more of a list, by number or by name."""
        numbered = (f"{n} {name}".replace(" ", NBSP) for n, name in enumerate(options, 1))
        shown = textwrap.wrap("  ".join(numbered), 88, break_on_hyphens=False)
        self.say(f"\n{label}. {question}")
        self.say(textwrap.indent("\n".join(shown), "  ").replace(NBSP, " "))
        few = "één" if most == 1 else f"één tot {dutch.number(most)}, met komma's ertussen"
        while True:
            words = [word for word in re.split(r"\s*[,;]\s*", self.line()) if word]
            chosen = [picked(word, options) for word in words]
            if words and all(chosen) and len(words) <= most:
                return [word for word in dict.fromkeys(chosen) if word]
            self.say(f"  Kies uit de lijst {few}: een nummer of een naam.")


def field_of(model: type[Model], key: str) -> Described:
    return next(item for item in fields(model) if item.key == key)


def without_key(message: str, key: str) -> str:
    """On a terminal only the value is typed, so an example goes without its key."""
    return message.replace(f"  {key}: ", " ").replace(f'"{key}"', "Dit")


def picked(word: str, options: Sequence[str]) -> str | None:
    """The option that a number means, or a name, or the start or a part of exactly one name."""
    if word.isdigit():
        return options[int(word) - 1] if 1 <= int(word) <= len(options) else None
    wanted, names = dutch.folded(word), {option: dutch.folded(option) for option in options}
    exact = [option for option, name in names.items() if name == wanted]
    starting = [option for option, name in names.items() if name.startswith(wanted)]
    found = exact or starting or [option for option, name in names.items() if wanted in name]
    return found[0] if len(found) == 1 else None


def unreadable(model: type[Model], item: Described, typed: str) -> Finding | None:
    """Why this answer cannot be read, in the words of the build; None when it can."""
    try:
        model.model_validate({item.key: typed})
    except ValidationError as error:
        found = explain("", model, error)
        return next((finding for finding in found if finding.keys[:1] == (item.key,)), None)
    return None


# --- the conversation ------------------------------------------------------------------------


def run(root: Path, today: date, stdin: TextIO, stdout: TextIO) -> int:
    """Ask, write one file, and say where it is and what comes next."""
    project, report = read_project(root)
    talk = Talk(stdin, stdout)
    if project is None:
        talk.say(report.to_text())
        return 1
    try:
        folder, activity = interview(talk, project, today)
    except (EOFError, KeyboardInterrupt):
        talk.say(STOPPED)
        return 1
    path = free_path(root, folder, activity.title)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(write(activity), "utf-8")
    name = path.relative_to(root).as_posix()
    talk.say(f"\nGeschreven: {name}\nAanvullen kan in dat bestand. Controleren:  make check")
    return 0


def interview(talk: Talk, project: Project, today: date) -> tuple[str, Activity]:
    """The folder of the organisation, and the activity."""
    talk.say("Een nieuwe activiteit, in een paar vragen. Stoppen kan altijd met Ctrl-C.")
    folder = ask_folder(talk, project)
    answers: dict[str, Tree] = {
        "titel": talk.ask(Activity, "titel"),
        "samenvatting": talk.ask(Activity, "samenvatting"),
        "themas": ask_terms(talk, "themas", project.vocabularies["themas"], 4),
        "voor_wie": ask_terms(talk, "voor_wie", project.vocabularies["doelgroepen"], 12),
        "wanneer": ask_when(talk),
        "waar": ask_where(talk, project),
        "kosten": talk.ask(Activity, "kosten"),
        "aanmelden": talk.ask(Activity, "aanmelden"),
        "contact": {"telefoon": talk.ask(Contact, "telefoon")},
        "gecontroleerd_op": today.isoformat(),
    }
    return folder, Activity.model_validate(filled(answers))


def ask_folder(talk: Talk, project: Project) -> str:
    """The organisation; not asked where there is only one."""
    by_name = {entry.model.name: folder for folder, entry in project.organisations.items()}
    names = sorted(by_name, key=dutch.sort_key)
    if not names:
        talk.say("\nMaak eerst een organisatie: partners/<korte-naam>/organisatie.yaml")
        raise EOFError
    chosen = talk.choose("Organisatie", "Wie organiseert het?", names) if names[1:] else names
    return by_name[chosen[0]]


def ask_terms(talk: Talk, key: str, words: Vocabulary, most: int) -> list[Tree]:
    """Words of a vocabulary, chosen by name and kept by their short name."""
    item, slugs = field_of(Activity, key), {term.name: term.slug for term in words.terms}
    return [slugs[name] for name in talk.choose(item.label, item.explanation, list(slugs), most)]


def ask_when(talk: Talk) -> Tree:
    """One regular moment, and when it is not on; more moments go into the file afterwards."""
    kind = talk.choose("Hoe vaak", "Hoe vaak is het?", MOMENT_KINDS)[0]
    model = moment_model(kind)
    asked = [item.key for item in fields(model) if item.required or item.key in ASKED_OF_A_MOMENT]
    moment: dict[str, Tree] = {"soort": kind}
    moment |= {key: talk.ask(model, key) for key in asked if key != "soort"}
    not_in = "" if kind in UNDATED_KINDS else talk.ask(When, "niet_in")
    return {"momenten": [filled(moment)], "niet_in": not_in}


def moment_model(kind: str) -> type[Model]:
    models = field_of(When, "momenten").models
    return next(model for model in models if kind in field_of(model, "soort").options)


def ask_where(talk: Talk, project: Project) -> Tree:
    """A place that the directory knows, at home, by phone, online, or an address."""
    item = field_of(Activity, "waar")
    by_name = {entry.model.name: slug for slug, entry in project.places.items()}
    options = [*sorted(by_name, key=dutch.sort_key), *ELSEWHERE, AN_ADDRESS]
    choice = talk.choose(item.label, item.explanation, options)[0]
    if choice != AN_ADDRESS:
        return by_name.get(choice, choice)
    name = talk.ask(AtAddress, "naam")
    address = {item.key: talk.ask(Address, item.key) for item in fields(Address)}
    return {"soort": "adres", "naam": name, "adres": filled(address)}


def filled(answers: Mapping[str, Tree]) -> dict[str, Tree]:
    """Without what was skipped, in this block and the blocks inside it."""
    kept = {
        key: filled(value) if isinstance(value, dict) else value for key, value in answers.items()
    }
    return {key: value for key, value in kept.items() if value}


def free_path(root: Path, folder: str, title: str) -> Path:
    """A file name that no activity has yet, with any partner: it is also the web address."""
    taken = {file.stem for file in root.glob("partners/*/*.y*ml")}
    slug = dutch.slugify(title) or "activiteit"
    names = chain([slug], (f"{slug}-{n}" for n in count(2)))
    return root / "partners" / folder / f"{next(name for name in names if name not in taken)}.yaml"
