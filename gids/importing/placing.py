"""A draft finds its file: a new one, one that is there, or a place among what is not finished.

Nothing is written here. An update is shown as a difference, and what a person changed by hand is
never replaced without somebody saying so.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import unified_diff
from typing import Literal, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace
from pydantic import ValidationError
from rapidfuzz import fuzz

from gids import dutch
from gids.fields import fields
from gids.importing.columns import plain
from gids.importing.draft import Draft
from gids.importing.settling import Known, folder_of, of_another, settled
from gids.messages import explain
from gids.problems import Finding
from gids.project import Entry, Project
from gids.roundtrip import updated
from gids.writing import NUMERIC, Number, Tree, file_text, tree, write
from schema import Activity, Model

Status: TypeAlias = Literal["nieuw", "bijgewerkt", "ongewijzigd", "vraag", "onaf"]


def numeric_keys(model: type[Model]) -> Iterator[str]:
    """The keys, at any depth, whose texts may look like a number."""
    for item in fields(model):
        if item.kind in NUMERIC:
            yield item.key
        for inner in item.models:
            yield from numeric_keys(inner)


UNFINISHED = "nog-af-te-maken"
"""Beside partners/: what lacks something stands here until somebody completes it."""

ORDER = tuple(item.key for item in fields(Activity))
LOOSE_KEYS = frozenset(numeric_keys(Activity))
REQUIRED = frozenset(item.key for item in fields(Activity) if item.required)
SAME_TITLE = 92
MOST_MENDS = 30
OLDER = ("gecontroleerd_op",)


class Outcome(Struct, frozen=True):
    """What becomes of a draft.

    ``text`` is the whole file as it would be; ``difference`` what changes in it, line by line;
    ``missing`` what a person still has to say.
    """

    status: Status
    path: str
    draft: Draft
    text: str = ""
    difference: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def outcomes(
    drafts: Iterable[Draft], project: Project, given: str, read: Callable[[str], str]
) -> Iterator[Outcome]:
    """What becomes of each draft, in order.

    ``given`` is the organisation of the command line; ``read`` gives the text of a file that is
    there, or an empty one.
    """
    known = Known.of(project)
    there = Files.of(project)
    for draft in drafts:
        folder = folder_of(draft, known, given)
        settled_draft = settled(draft, known).noting(of_another(draft, known, folder))
        outcome = place(settled_draft, folder, there, read)
        there.taken.add(stem(outcome.path))
        yield outcome


def stem(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[0]


class Files(Struct, frozen=True):
    """The activities that are there, and the names that are taken."""

    by_path: Mapping[str, Entry[Activity]]
    by_folder: Mapping[str, tuple[Entry[Activity], ...]]
    taken: set[str]
    met: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, project: Project) -> "Files":
        by_folder: dict[str, tuple[Entry[Activity], ...]] = dict.fromkeys(project.organisations, ())
        for entry in project.activities:
            by_folder[entry.folder] = (*by_folder.get(entry.folder, ()), entry)
        by_path = {entry.path: entry for entry in project.activities}
        return cls(by_path, by_folder, {entry.slug for entry in project.activities})

    def same(self, draft: Draft, folder: str) -> Entry[Activity] | None:
        """The file that this draft is about, each file once: by path, title, or nearly so.

        Of several with one title it is the one in the same place.
        """
        if draft.path in self.by_path:
            return self.by_path[draft.path]
        wanted = plain(draft.title) or draft.title
        mine = [entry for entry in self.by_folder.get(folder, ()) if entry.path not in self.met]
        exact = [
            entry for entry in mine if (plain(entry.model.title) or entry.model.title) == wanted
        ]
        near = [entry for entry in mine if is_near(wanted, entry) and is_there(draft, entry)]
        here = [entry for entry in exact if is_there(draft, entry)]
        return next(iter((*here, *exact, *near)), None)

    def free(self, folder: str, title: str) -> str:
        """A path whose name no activity has, with any partner: it is also the web address."""
        slug = dutch.slugify(title) or "activiteit"
        name = next(n for n in numbered(slug) if n not in self.taken)
        return f"{folder}/{name}.yaml"


def numbered(slug: str) -> Iterator[str]:
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1


def is_near(wanted: str, entry: Entry[Activity]) -> bool:
    """A title with words swapped or a slip in it; another number is another group."""
    title = plain(entry.model.title)
    same_numbers = re.findall(r"\d+", wanted) == re.findall(r"\d+", title)
    return same_numbers and fuzz.token_sort_ratio(wanted, title) >= SAME_TITLE


def is_there(draft: Draft, entry: Entry[Activity]) -> bool:
    """In the same place, as far as the draft says."""
    where = tree(entry.model).get("waar")
    slug = where.get("plek") if isinstance(where, dict) else None
    return draft.tree.get("waar") in (where, slug)


# --- one draft -------------------------------------------------------------------------------


def place(draft: Draft, folder: str, there: Files, read: Callable[[str], str]) -> Outcome:
    """New, known already, or not finished."""
    entry = there.same(draft, folder)
    if entry:
        there.met.add(entry.path)
        draft = merged(draft, entry)
    draft, model, missing = understood(draft, tree(entry.model) if entry else {})
    if folder not in there.by_folder and not entry:
        missing = (no_folder(draft, folder), *missing)
    if model is None or missing:
        path = there.free(f"{UNFINISHED}/{folder or 'onbekend'}", draft.title)
        return unfinished(draft, path, missing, read)
    if entry:
        return update(draft, entry, model, read(entry.path))
    return Outcome("nieuw", there.free(f"partners/{folder}", model.title), draft, write(model))


def no_folder(draft: Draft, folder: str) -> str:
    name = draft.organisation or folder
    if not name:
        return "Van welke organisatie is dit? Geef die met --organisatie."
    return f"De organisatie ‘{name}’ heeft geen map in partners/. Geef de map met --organisatie."


def understood(
    draft: Draft, before: Mapping[str, Tree]
) -> tuple[Draft, Activity | None, tuple[str, ...]]:
    """The model of a draft, or what is missing.

    What cannot be read stays as it was before; what may be missed is left out. Both are told.
    """
    for _ in range(MOST_MENDS):
        try:
            return draft, Activity.model_validate(draft.tree), ()
        except ValidationError as error:
            findings = list(explain("", Activity, error))
        known = next((f for f in findings if restorable(draft, f, before)), None)
        loose = next((f for f in findings if f.keys and f.keys[0] not in REQUIRED), None)
        if known:
            draft = restored(draft, known, before)
        elif loose:
            draft = without(draft, loose)
        else:
            return draft, None, tuple(told(finding, draft) for finding in findings)
    return draft, None, ("Er klopt te veel niet aan deze gegevens.",)


def restorable(draft: Draft, finding: Finding, before: Mapping[str, Tree]) -> bool:
    key = str(finding.keys[0]) if finding.keys else ""
    return key in before and draft.tree.get(key) != before[key]


def restored(draft: Draft, finding: Finding, before: Mapping[str, Tree]) -> Draft:
    """The draft with the value that the file already had."""
    key = str(finding.keys[0])
    note = f"Niet overgenomen ({key}): {draft.tree.get(key)}. {finding.message}"
    kept = replace(draft, tree={**draft.tree, key: before[key]})
    return kept.noting(f"{note} Het blijft zoals het was.")


def told(finding: Finding, draft: Draft) -> str:
    """One line: an example of more lines would not help here."""
    where = draft.tree.get("waar")
    if finding.keys[:2] == ("waar", "adres") and isinstance(where, dict):
        name = f"De plek ‘{where.get('naam', '')}’ kennen we niet."
        return f"{name} Geef een adres, of zet de plek in content/plekken/."
    return f"{finding.message} {finding.hint.partition('Schrijf bijvoorbeeld:')[0]}".strip()


def without(draft: Draft, finding: Finding) -> Draft:
    """The draft without one value that cannot be read; a block that is then empty goes too."""
    kept, dropped = cut(draft.tree, finding.keys)
    note = f"Weggelaten ({' › '.join(map(str, finding.keys))}): {dropped}. {finding.message}"
    return replace(draft, tree=kept if isinstance(kept, dict) else {}).noting(note)


def cut(value: Tree, keys: tuple[str | int, ...]) -> tuple[Tree | None, Tree | None]:
    """A tree without what stands at a place, and what stood there."""
    first, rest = keys[0], keys[1:]
    if isinstance(value, dict) and first in value:
        inner, dropped = cut(value[str(first)], rest) if rest else (None, value[str(first)])
        kept = {k: inner if k == first else v for k, v in value.items()}
        return {k: v for k, v in kept.items() if v is not None and v != {}}, dropped
    if isinstance(value, list) and isinstance(first, int) and first < len(value):
        inner, dropped = cut(value[first], rest) if rest else (None, value[first])
        items = [inner if n == first else item for n, item in enumerate(value)]
        return [item for item in items if item is not None] or None, dropped
    return None, value


# --- what is there already -------------------------------------------------------------------


def merged(draft: Draft, entry: Entry[Activity]) -> Draft:
    """What the file says, with what the draft says over it; a complete draft speaks for itself.

    A day of confirmation never goes back in time, and a guess never replaces what a person wrote.
    """
    old = tree(entry.model)
    if draft.complete:
        return draft
    said = {key: value for key, value in draft.tree.items() if not is_guess(draft, key)}
    new = {**old, **{key: over(old.get(key), value) for key, value in said.items()}}
    for key in OLDER:
        if key in old and str(new[key]) < str(old[key]):
            new[key] = old[key]
    return replace(draft, tree=new)


GUESSES: Mapping[str, tuple[str, ...]] = {
    "wanneer": ("Wanneer het is, stond er niet bij.", "Het rooster konden we niet lezen"),
    "kosten": ("Wat het kost, stond er niet bij.",),
    "themas": ("Het thema is geraden",),
    "voor_wie": ("Voor wie het is, is geraden",),
    "samenvatting": ("De samenvatting is gemaakt van de tekst.",),
}


def is_guess(draft: Draft, key: str) -> bool:
    """Whether the value of a key was made by us, as one of the notes says."""
    return any(note.startswith(GUESSES.get(key, ("\0",))) for note in draft.notes)


def over(old: Tree | None, new: Tree) -> Tree:
    """A block keeps the keys that the new one does not name, if both are of one kind."""
    if isinstance(old, dict) and isinstance(new, dict) and old.get("soort") == new.get("soort"):
        return {**old, **new}
    return new


def update(draft: Draft, entry: Entry[Activity], model: Activity, text: str) -> Outcome:
    """The same, a plain addition, or a change that somebody must agree with."""
    old, new = tree(entry.model), tree(model)
    if old == new:
        return Outcome("ongewijzigd", entry.path, draft)
    tidy = text == write(entry.model)
    made = write(model) if tidy else updated(text, old, new)
    lines = tuple(
        line
        for line in unified_diff(text.splitlines(), made.splitlines(), lineterm="", n=0)
        if not line.startswith(("---", "+++", "@@"))
    )
    removes = any(line.startswith("-") and line.strip("- ") for line in lines)
    status: Status = "vraag" if removes and not draft.complete else "bijgewerkt"
    return Outcome(status, entry.path, draft, made, lines)


def unfinished(
    draft: Draft, path: str, missing: tuple[str, ...], read: Callable[[str], str]
) -> Outcome:
    """A file beside partners/ with all that was said, and on top what is still needed."""
    head = [f"# Nog af te maken. Dit kwam uit: {draft.source}", *(f"# - {m}" for m in missing)]
    written = {key: as_written(key, draft.tree[key]) for key in ORDER if key in draft.tree}
    first, _, rest = file_text(Activity, written).partition("\n")
    text = "\n".join([first, *head, rest])
    same = read(path)
    status: Status = "ongewijzigd" if same == text else "vraag" if same else "onaf"
    return Outcome(status, path, draft, text, missing=missing)


def as_written(key: str, value: Tree) -> Tree:
    """A value in the sender's spelling, without quotes where its field takes numbers and times."""
    match value:
        case dict():
            return {k: as_written(k, inner) for k, inner in value.items()}
        case list():
            return [as_written(key, inner) for inner in value]
        case _:
            return Number(value) if key in LOOSE_KEYS else value
