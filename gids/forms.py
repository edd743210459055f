"""The form in the browser, made from ``schema.py``: what it asks, and the rules its script keeps.

``meedoen/activiteit/`` is the form. Beside it lie ``regels.js`` (every field, every refusal in the
words of ``values`` and ``schema``, and the holidays: the script has no words of its own about what
is wrong) and ``bron/<organisatie>.json``, from which a form is filled to change what is there.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace
from pydantic_core import PydanticCustomError

import schema
from gids import dutch, reference, values
from gids.checks.schedules import wrong_span
from gids.directory import Directory, Link
from gids.environment import template_folders
from gids.fields import LISTS, Described, fields, own_fields
from gids.messages import straight
from gids.occurrences import Calendar
from gids.output import File, Output, compact_json
from gids.pages import way_through
from gids.press import Page, Press
from gids.project import Project
from gids.values import AREA_CODES_3, MONTHS, ORDINALS, WEEKDAYS
from schema import Activity, Model, Timed

ADDRESS = "meedoen/activiteit/"
FIELDS = "meedoen/velden/"
JOIN = Link("Meedoen", "meedoen/")
RULES = "regels.js"

# --- what the form asks ----------------------------------------------------------------------


class Choice(Struct, frozen=True):
    """One word to choose, as it is kept and as it is shown."""

    value: str
    name: str


class Input(Struct, frozen=True):
    """One question. ``name`` is the path of keys to its value, ``id`` fit for HTML.

    ``widget`` is regel, verhaal, lijst (one per line), keuze (one of a list), vinkjes (some of a
    list), antwoord, blok, soorten (a block of one of several kinds) or rij (a list of blocks);
    ``kinds`` are the kinds of block that have this question, if
    not all. ``inner`` are the questions of a block, ``later`` those
    that most people may skip, behind a ``fold``.
    ``needed`` says that an answer is required as soon as its block is used.
    """

    name: str
    id: str
    item: Described
    widget: str
    kinds: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    inner: tuple["Input", ...] = ()
    later: tuple["Input", ...] = ()
    fold: str = ""

    @property
    def needed(self) -> bool:
        return self.item.required

    @property
    def row(self) -> tuple[str, str]:
        """What one of a list is called, and the button that adds one."""
        return ROWS[self.item.key]

    @property
    def example(self) -> str:
        """The example as one would type it in a box; none for what is chosen from a list."""
        if self.widget not in ("regel", "lijst"):
            return ""
        text = self.item.example.removeprefix(f"{self.item.key}: ").strip("[]")
        if self.item.kind == "datum":
            days = (values.read_date(day) for day in text.split(", "))
            return ", ".join(dutch.date_long(day).partition(" ")[2] for day in days)
        return text.replace(":", ".") if self.item.kind == "tijd" else text

    @property
    def help(self) -> str:
        """The explanation; a list shows names, so what it says of short names is not needed."""
        return "" if self.item.kind == "korte-naam" and self.choices else self.item.explanation

    @property
    def short(self) -> bool:
        """A few characters, so a small box says what is expected."""
        kinds = ("tijd", "datum", "getal", "bedrag", "postcode", "telefoon", "dagnummer")
        return self.widget == "regel" and self.item.kind in kinds

    @property
    def mode(self) -> str:
        """Which keyboard a phone shows (HTML, inputmode)."""
        modes = {"telefoon": "tel", "e-mail": "email", "webadres": "url", "getal": "numeric"}
        return modes.get(self.item.kind, "text")


class Section(Struct, frozen=True):
    """A part of the form; ``why`` says what it is good for."""

    title: str
    why: str
    inputs: tuple[Input, ...]
    open: bool = False


Words = Mapping[str, Sequence[Choice]]
SECTIONS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("Wat is het?", "", ("titel", "samenvatting", "themas", "voor_wie")),
    ("Wanneer is het?", "", ("wanneer",)),
    ("Waar is het?", "", ("waar",)),
    ("Wat kost het?", "", ("kosten",)),
    ("Moet men zich aanmelden?", "", ("aanmelden",)),
    ("Wie kan men bellen?", "", ("contact",)),
    (
        "Vertel wat er gebeurt",
        "Wie weet hoe de eerste keer gaat, durft eerder te komen.",
        ("omschrijving", "eerste_keer"),
    ),
    (
        "Binnenkomen en ernaartoe",
        "Wie slecht loopt, ziet of hoort, wil dit weten voor de deur uitgaat.",
        ("toegankelijkheid", "vervoer"),
    ),
    (
        "Voor wie precies",
        "Dan komt niemand voor niets.",
        ("leeftijd_van", "leeftijd_tot", "niet_voor", "talen"),
    ),
    (
        "Voor professionals",
        "Een huisarts of wijkverpleegkundige verwijst sneller als dit er staat.",
        ("verwijzen", "plaatsen", "eenzaamheid", "werkzame_elementen"),
    ),
    (
        "Samen met anderen",
        "Zo vinden organisaties, ruimtes en vrijwilligers elkaar.",
        ("samen_met", "gezocht", "bekeken_door_ervaringsdeskundigen"),
    ),
    (
        "Hoeveel mensen er komen",
        "Zo ziet de gemeente wat werkt. Het staat niet bij de activiteit.",
        ("bereik",),
    ),
    (
        "Beter te vinden",
        "Mensen zoeken met andere woorden dan u gebruikt.",
        ("zoekwoorden", "vroegere_namen", "afbeelding"),
    ),
    (
        "Nu even anders",
        "Staat bovenaan de bladzijde, of haalt de activiteit tijdelijk weg.",
        ("mededeling", "pauze", "geldig_van", "geldig_tot", "gestopt_op"),
    ),
)
"""The form from top to bottom: title, why, and the keys of ``Activity``. What has a “why” is folded
away."""

NOT_ASKED = ("gecontroleerd_op", "voorbeeld")
"""The first is the day on which somebody sends the form; the second is the municipality's."""

LATER: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "momenten": (
        "Inloop, seizoen, andere plek",
        ("inloop", "plek", "alleen_in", "vanaf", "tot_en_met", "toelichting"),
    ),
    "wanneer": (
        "Vakanties, extra dagen en wijzigingen",
        ("niet_in", "niet_op", "ook_op", "wijzigingen", "toelichting"),
    ),
    "kosten": ("Passen en toelichting", ("passen", "toelichting")),
    "aanmelden": ("Tot wanneer, en op internet", ("uiterlijk", "webadres")),
    "contact": ("Bereikbaarheid, e-mail en website", ("bereikbaar", "e_mail", "website")),
}
"""Per block what most people may skip, and what is written on the fold."""

ONLY_WITH = {"bedragen": ("betaald", "vrije gift")}
"""Questions that only make sense with some words of ``soort``."""

ROWS = {
    "momenten": ("Moment", "Nog een moment"),
    "ook_op": ("Extra dag", "Nog een extra dag"),
    "wijzigingen": ("Wijziging", "Nog een wijziging"),
    "plekken": ("Plek", "Nog een plek"),
    "bedragen": ("Bedrag", "Nog een bedrag"),
    "gezocht": ("Gezocht", "Nog iets dat u zoekt"),
}
WORDS_OF_KIND: Mapping[str, Sequence[str]] = {
    "dag": WEEKDAYS,
    "maand": MONTHS,
    "rang": tuple(ORDINALS),
}


def sections(project: Project) -> tuple[Section, ...]:
    """The whole form."""
    words = choices(project)
    by_key = {item.key: item for item in fields(Activity)}
    return tuple(
        Section(title, why, tuple(question(by_key[key], "", words) for key in keys), not why)
        for title, why, keys in SECTIONS
    )


def choices(project: Project) -> Words:
    """The municipality's own lists, as choices."""
    lists = {
        name: [Choice(term.slug, term.name) for term in vocabulary.terms]
        for name, vocabulary in project.vocabularies.items()
    }
    holidays = dict.fromkeys(holiday.name for holiday in project.holidays.holidays)
    periods = ["schoolvakanties", "feestdagen", *MONTHS, *holidays]
    return lists | {
        "plekken": named({s: entry.model.name for s, entry in project.places.items()}),
        "organisaties": named({s: entry.model.name for s, entry in project.organisations.items()}),
        "periodes": [Choice(word, word) for word in periods],
    }


def named(names: Mapping[str, str]) -> list[Choice]:
    """Choices in the order of their names."""
    found = [Choice(slug, name) for slug, name in names.items()]
    return sorted(found, key=lambda choice: dutch.sort_key(choice.name))


def question(item: Described, path: str, words: Words, kinds: tuple[str, ...] = ()) -> Input:
    """One field as a question; ``path`` is the name of the block around it."""
    name = f"{path}.{item.key}".lstrip(".")
    number = f"-{kinds[0].replace(' ', '')}" if kinds else ""
    made = Input(name, f"v.{name}{number}", item, widget(item), kinds)
    if item.kind == "blok":
        return block(made, item, f"{name}.0" if item.many else name, words)
    return replace(made, choices=tuple(options(item, words)))


def widget(item: Described) -> str:
    """How a field is asked."""
    if item.kind == "blok":
        return "rij" if item.many else "soorten" if len(item.models) > 1 else "blok"
    if item.kind == "keuze" or item.key in LISTS or item.kind in WORDS_OF_KIND:
        return "vinkjes" if item.many else "keuze"
    if item.kind in ("verhaal", "antwoord"):
        return item.kind
    return "lijst" if item.many else "regel"


def options(item: Described, words: Words) -> Iterator[Choice]:
    """The words that a field may hold, where those are known."""
    if item.key in LISTS:
        yield from words[LISTS[item.key]]
    else:
        known = item.options or WORDS_OF_KIND.get(item.kind, ())
        yield from (Choice(word, dutch.capital(word)) for word in known)


def block(made: Input, item: Described, path: str, words: Words) -> Input:
    """A block with its questions; of several kinds, each question says which kinds have it.

    Of a list the first row is asked; the script makes more rows from it.
    """
    asked = merged(item.models) if len(item.models) > 1 else with_kinds(item.models[0])
    inputs = [question(field, path, words, kinds) for field, kinds in asked]
    if len(item.models) > 1:
        inputs[0] = replace(inputs[0], choices=tuple(kind_choices(item.models)))
    fold, later = LATER.get(item.key, ("", ()))
    return replace(
        made,
        inner=tuple(one for one in inputs if one.item.key not in later),
        later=tuple(one for one in inputs if one.item.key in later),
        fold=fold,
    )


def with_kinds(model: type[Model]) -> list[tuple[Described, tuple[str, ...]]]:
    """The fields of the one kind of block, with the words of ``soort`` that they belong to."""
    return [(item, ONLY_WITH.get(item.key, ())) for item in fields(model)]


def merged(models: Sequence[type[Model]]) -> list[tuple[Described, tuple[str, ...]]]:
    """The fields of several kinds of block, each once, with the kinds that have it.

    ``soort`` is one field with the words of all; a field that means something else in another kind
    (another label) stays apart.
    """
    kinds = {model: next(f for f in fields(model) if f.key == "soort").options for model in models}
    every = tuple(word for words in kinds.values() for word in words)
    soort = next(f for f in fields(models[0]) if f.key == "soort")
    found: dict[tuple[str, str], tuple[Described, tuple[str, ...]]] = {}
    for part in (own_fields, fields):  # how often and on which day come before the time
        for model, words in kinds.items():
            for item in (f for f in part(model) if f.key != "soort"):
                first, before = found.get((item.key, item.label), (item, ()))
                known = () if set(words) <= set(before) else words
                found[item.key, item.label] = first, (*before, *known)
    whole = [(item, () if set(named) == set(every) else named) for item, named in found.values()]
    return [(replace(soort, options=every, explanation=""), ()), *whole]


def kind_choices(models: Sequence[type[Model]]) -> Iterator[Choice]:
    """The words of ``soort``, each shown as what it means where it alone means that."""
    for model in models:
        item = next(f for f in fields(model) if f.key == "soort")
        for word in item.options:
            meaning = item.explanation.rstrip(".") if len(item.options) == 1 else word
            yield Choice(word, dutch.capital(meaning))


# --- the page --------------------------------------------------------------------------------


def outputs(directory: Directory, project: Project, root: Path) -> Iterator[File]:
    """The form, its rules, and what it is filled with."""
    press = Press(directory, template_folders(root), lambda _: "")
    title = "Een activiteit toevoegen of wijzigen"
    about = "Zet uw activiteit in de gids, of zeg wat er veranderd is. Bellen mag ook."
    page = Page(ADDRESS, title, about, way_through(directory, JOIN))
    yield press.page(
        "meedoen/activiteit.html",
        page,
        sections=sections(project),
        organisations=choices(project)["organisaties"],
        exits=exits(project),
    )()
    yield Output(f"{ADDRESS}{RULES}", rules_module(project))
    yield field_page(press)
    yield from sources(project)


def field_page(press: Press) -> File:
    """The field reference, for who writes the files; the same as docs/velden.md."""
    title, about = "Alle velden", "Wat u kunt opschrijven over een activiteit, met voorbeelden."
    page = Page(FIELDS, title, about, way_through(press.directory, JOIN))
    return press.page(
        "meedoen/velden-uitleg.html",
        page,
        introduction=reference.INTRODUCTION,
        chapters=reference.chapters(),
    )()


class Exits(Struct, frozen=True):
    """Where a filled-in form can go; empty where the municipality has no such door.

    ``origin`` is that of ``post``, for the Content-Security-Policy of the page.
    """

    post: str
    origin: str
    email: str
    new_file: str
    after: str


AFTER = "Iemand van de gids leest het na en belt u als er iets niet duidelijk is."


def exits(project: Project) -> Exits:
    settings = project.settings
    post = settings.form_address or ""
    parts = urlsplit(post)
    origin = f"{parts.scheme}://{parts.netloc}" if post else ""
    after = settings.after_sending or AFTER
    return Exits(post, origin, settings.email, settings.new_file_address or "", after)


def sources(project: Project) -> Iterator[Output]:
    """Per organisation what its activities say now, as the form can take it in.

    pydantic writes the JSON of an activity three times as fast as ``json`` does.
    """
    by_folder: dict[str, list[str]] = {folder: [] for folder in project.organisations}
    for entry in project.activities:
        tree = entry.model.model_dump_json(by_alias=True, exclude_defaults=True)
        by_folder.setdefault(entry.folder, []).append(f"{json.dumps(entry.slug)}:{tree}")
    for folder, activities in by_folder.items():
        yield Output(f"{ADDRESS}bron/{folder}.json", f"{{{','.join(activities)}}}\n")


# --- the rules that the script keeps ---------------------------------------------------------


def rules(project: Project) -> dict[str, Any]:
    """What the script must know to read, check and write an activity as the build does."""
    models = sorted(used_models(Activity), key=lambda model: model.__name__)
    calendar = Calendar.of(project.holidays)
    return {
        "fields": {model.__name__: [field(item) for item in fields(model)] for model in models},
        "timed": [model.__name__ for model in models if issubclass(model, Timed)],
        "texts": dict(texts()),
        "areaCodes": sorted(AREA_CODES_3),
        "patterns": {name: pattern.pattern for name, pattern in PATTERNS},
        "places": {slug: entry.model.name for slug, entry in project.places.items()},
        "holidays": {
            name: {"days": spans(days), "spoken": calendar.spoken(name)}
            for name, days in calendar.days_by_name.items()
        },
    }


def used_models(model: type[Model]) -> set[type[Model]]:
    """This model and every block in it."""
    inner = {one for item in fields(model) for one in item.models}
    return {model}.union(*(used_models(one) for one in inner))


def field(item: Described) -> dict[str, Any]:
    """One field, without what goes without saying."""
    found = {
        "key": item.key,
        "label": item.label,
        "kind": item.kind,
        "example": item.example,
        "required": item.required,
        "many": item.many,
        "least": item.least,
        "most": item.most,
        "options": item.options,
        "models": [model.__name__ for model in item.models],
        "default": default_text(item.default),
    }
    return {key: value for key, value in found.items() if value not in (False, None, (), [])}


def default_text(default: object) -> str | None:
    """A default as the script writes the value; lists and unknowns have none."""
    if isinstance(default, bool):
        return values.YES if default else values.NO
    return str(default) if isinstance(default, (str, int)) else None


PATTERNS = (
    ("isoDate", values.ISO_DATE),
    ("dutchDate", values.DUTCH_DATE),
    ("spokenDate", values.SPOKEN_DATE),
    ("withoutYear", values.WITHOUT_YEAR),
    ("time", values.TIME),
    ("clock", values.CLOCK),
    ("money", values.MONEY),
    ("numbers", values.NUMBERS),
    ("nothing", values.NOTHING),
    ("specialNumber", values.SPECIAL_NUMBERS),
)
REFUSALS: tuple[tuple[str, Callable[[], object]], ...] = (
    ("leeg", lambda: values.clean_text("")),
    ("datum", lambda: values.read_date("?")),
    ("datum-jaar", lambda: values.read_date("5 december")),
    ("datum-kalender", lambda: values.read_date("31-2-2026")),
    ("datum-ver", lambda: values.read_date("1-1-1999")),
    ("datum-dag", lambda: values.read_date("zondag 5 december 2026")),
    ("tijd", lambda: values.read_time("?")),
    ("tijd-klok", lambda: values.read_time("25:00")),
    ("tijd-twee", lambda: values.read_time("10.00 - 12.00")),
    ("dag-meer", lambda: values.read_weekday("ma t/m vr")),
    ("dag", lambda: values.read_weekday("zaterdach")),
    ("maand", lambda: values.read_month("?")),
    ("rang", lambda: values.read_ordinal("?")),
    ("getal", lambda: values.read_count("?")),
    ("dagnummer", lambda: values.read_day_number("32")),
    ("bedrag", lambda: values.read_money("?")),
    ("ja-nee", lambda: values.read_yes_no("?")),
    ("antwoord", lambda: values.read_answer("?")),
    ("telefoon", lambda: values.read_phone("?")),
    ("telefoon-twee", lambda: values.read_phone("023 123 45 67 of 06 12345678")),
    ("telefoon-niets", lambda: values.read_phone("geen")),
    ("telefoon-mail", lambda: values.read_phone("info@voorbeeld.nl")),
    ("postcode", lambda: values.read_postcode("?")),
    ("e-mail", lambda: values.read_email("?")),
    ("e-mail-niets", lambda: values.read_email("geen")),
    ("webadres-niets", lambda: values.read_url("geen")),
    ("webadres", lambda: values.read_url("?")),
    ("korte-naam", lambda: values.read_slug("?")),
    ("bestand-soort", lambda: values.read_file_name("zaal.heic")),
    ("bestand", lambda: values.read_file_name("?")),
    ("volgorde", lambda: schema.ends_after_start(2, 1, "{at}", "{what}")),
    ("deur", lambda: built(schema.EveryDay, start="09:00", doors="10:00").check_order()),
    ("verplaatst-waarheen", lambda: built(schema.Move).check_something_moves()),
    ("kosten-tegenstrijdig", lambda: built(schema.Cost, kind="gratis", amounts=1).check_amounts()),
    ("kosten-zonder-bedrag", lambda: built(schema.Cost, kind="betaald").check_amounts()),
)
"""Every refusal of a reader or a block, called forth once, so that its words stand in one place."""

SPOKEN: Mapping[str, str] = {
    "tijd-twee": "Vul hier één tijd in, bijvoorbeeld 10.30. De eindtijd heeft een eigen vakje.",
    "telefoon-mail": "Vul hier een nummer in. Het e-mailadres heeft een eigen vakje.",
    "bestand": "Schrijf alleen de naam, bijvoorbeeld zaal.jpg, en mail ons de foto.",
    "volgorde": "Kijk beide na: één van de twee klopt niet.",
    "deur": "Vul bij de inloop een tijd in die vóór het begin ligt.",
    "verplaatst-waarheen": "Vul een nieuwe dag, een nieuwe tijd of een andere plek in.",
    "kosten-tegenstrijdig": "Kies ‘Betaald’, of maak de bedragen leeg.",
    "kosten-zonder-bedrag": "Vul een bedrag in, of kies ‘Onbekend’.",
}
"""The cure for who fills in boxes, where the one for who writes the file names its keys."""

SPANS = (("tijden-gelijk", time(11, 7), time(11, 7)), ("eind-voor-begin", time(14, 8), time(9, 13)))
"""Ends that the rules of ``checks`` refuse, with times that stand nowhere else in their words."""

COMPUTED = (
    ("datum-dag", "zaterdag", "{dag}"),
    ("dag", "zaterdag", "{dag}"),
    ("korte-naam", "de-luifel", "{kort}"),
)
"""What a reader filled in itself in the words above, and its name for the script."""


def built(model: type[Model], **given: object) -> Any:  # noqa: ANN401  # any model, unchecked
    """A model as if its fields had been read, to ask for its rules about the whole."""
    nothing = {name: info.get_default() for name, info in model.model_fields.items()}
    return model.model_construct(**nothing | given)


def texts() -> Iterator[tuple[str, Mapping[str, str]]]:
    """Each refusal by name: its message and its cure, with the places for what was seen."""
    for name, refuse in REFUSALS:
        try:
            refuse()
        except PydanticCustomError as error:
            message, hint = error.message_template, str((error.context or {})["hint"])
            for _, saw, mark in (one for one in COMPUTED if one[0] == name):
                message, hint = message.replace(saw, mark), hint.replace(saw, mark)
            spoken = {"spoken": SPOKEN[name]} if name in SPOKEN else {}
            yield name, {"message": straight(message), "hint": straight(hint)} | spoken
    for name, start, end in SPANS:
        finding = wrong_span("", (), start, end)
        if finding:
            message = finding.message.replace(dutch.clock(start), "{van}")
            yield (
                name,
                {"message": message.replace(dutch.clock(end), "{tot}"), "hint": finding.hint},
            )


def spans(days: frozenset[Any]) -> list[list[str]]:
    """Days as first and last of each unbroken run, in order."""
    found: list[list[Any]] = []
    for day in sorted(days):
        if found and (day - found[-1][1]).days == 1:
            found[-1][1] = day
        else:
            found.append([day, day])
    return [[first.isoformat(), last.isoformat()] for first, last in found]


def rules_module(project: Project) -> str:
    """The rules as a module of JavaScript, so that a page without inline script can import them."""
    text = compact_json(rules(project))
    return f"export const rules = {text};\n"
