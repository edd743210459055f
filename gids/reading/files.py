"""One file: its model, or everything that is wrong with it and on which line."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Generic, TypeVar

from msgspec import Struct
from msgspec.structs import replace
from pydantic import ValidationError

from gids.messages import all_keys, explain, label_of
from gids.problems import Finding, Problem, Severity
from gids.project import Entry, PageEntry, digest_of
from gids.reading.folders import stem
from gids.reading.texts import NoTextError, Source, read_source, whole_file
from gids.yaml_text.diagnosis import look_closely
from gids.yaml_text.places import Keys, Span, Spot, spot_of
from gids.yaml_text.slips import Slip
from gids.yaml_text.tree import NotPlainError, Tree, read_tree
from schema import (
    Activity,
    Approach,
    CoalitionAgenda,
    ContentPage,
    Crisis,
    Expectations,
    Goal,
    Holidays,
    Ideas,
    Model,
    Organisation,
    Place,
    SearchWords,
    Settings,
    Vocabulary,
)

M = TypeVar("M", bound=Model)

MODELS: tuple[tuple[str, type[Model]], ...] = (
    ("content/instellingen", Settings),
    ("content/vakanties", Holidays),
    ("content/hulplijnen", Crisis),
    ("content/verwachtingen", Expectations),
    ("content/agenda-coalitie", CoalitionAgenda),
    ("content/aanpak", Approach),
    ("content/ideeen", Ideas),
    ("content/plekken/", Place),
    ("content/doelen/", Goal),
    ("content/zoekwoorden/", SearchWords),
    ("content/paginas/", ContentPage),
    ("content/", Vocabulary),
)


def model_of(path: str) -> type[Model]:
    """What kind of file lies at a path."""
    if path.startswith("partners/"):
        return Organisation if stem(path) == "organisatie" else Activity
    return next((model for start, model in MODELS if path.startswith(start)), Activity)


class Understood(Struct, Generic[M], frozen=True):
    """What a text turned out to say; ``model`` is None when that could not be made out."""

    model: M | None
    problems: tuple[Problem, ...] = ()

    def beside(self, source: Source) -> "Understood[M]":
        """No model where the letters were a guess, whatever they seem to say."""
        if source.problem is None:
            return self
        return Understood(None, (source.problem, *self.problems))


def read_file(root: Path, path: str, model: type[M]) -> tuple[Entry[M] | None, tuple[Problem, ...]]:
    """One YAML file as an entry, or everything that is wrong with it."""
    try:
        source = read_source(root, path)
    except NoTextError as error:
        return None, (error.problem,)
    understood = understand(path, source.text, model).beside(source)
    if understood.model is None:
        return None, understood.problems
    return entry(path, source.data, understood.model), understood.problems


def entry(path: str, data: bytes, model: M) -> Entry[M]:
    folder, _, _ = path.rpartition("/")
    return Entry(path, folder.rpartition("/")[2], stem(path), digest_of(data), model)


def understand(path: str, text: str, model: type[M]) -> Understood[M]:
    """A text as a model: quickly when all is well, else with a close look."""
    try:
        tree = read_tree(text)
        if isinstance(tree, dict) and tree:
            return Understood(model.model_validate(tree))
    except (NotPlainError, ValidationError):
        pass
    return understand_slowly(path, text, model)


def understand_slowly(path: str, text: str, model: type[M]) -> Understood[M]:
    """The same with the place of everything, so that every problem gets its line and column."""
    look = look_closely(text, all_keys(model))
    sheet = Sheet(path, text.split("\n"), model, look.spots)
    slips = tuple(sheet.slip(slip) for slip in look.slips)
    if isinstance(look.tree, dict) and look.tree:
        value, findings = validated(path, look.tree, model)
        problems = (*slips, *unexplained(map(sheet.problem, findings), slips))
        return Understood(None if any(p.is_error for p in problems) else value, problems)
    if any(slip.is_error for slip in slips):
        return Understood(None, slips)
    return Understood(None, (*slips, no_block(path, look.tree)))


def unexplained(problems: Iterable[Problem], slips: Iterable[Problem]) -> Iterator[Problem]:
    """Without what stands on a line that has a slip: that comes from the slip."""
    lines = {slip.line for slip in slips if slip.is_error}
    return (problem for problem in problems if problem.line not in lines or not problem.length)


def validated(path: str, tree: Tree, model: type[M]) -> tuple[M | None, tuple[Finding, ...]]:
    try:
        return model.model_validate(tree), ()
    except ValidationError as error:
        return None, tuple(explain(path, model, error))


def no_block(path: str, tree: "Tree | None") -> Problem:
    """A file is lines with a key, a colon and a value."""
    if not tree:
        return whole_file(path, "leeg-bestand", *EMPTY)
    if isinstance(tree, list):
        return whole_file(path, "lijst-bestand", *NO_LIST)
    return whole_file(path, "tekst-bestand", *NO_LINES)


EMPTY = (
    "In dit bestand is nog niets ingevuld.",
    "Neem een ander bestand als voorbeeld, of haal dit bestand weg.",
)
NO_LIST = (
    "Dit bestand begint met een streepje. Zo leest de computer het als een lijst.",
    "Haal de streepjes aan het begin weg:  titel: Koffieochtend in het buurthuis",
)
NO_LINES = (
    "In dit bestand staat alleen losse tekst.",
    "Schrijf regels met een woord, een dubbele punt en een waarde:  titel: Koffieochtend",
)


# --- where in the file -----------------------------------------------------------------------


class Sheet(Struct, frozen=True):
    """A file as it lies open: its lines, what kind it is, and where everything stands."""

    path: str
    lines: Sequence[str]
    model: type[Model]
    spots: Mapping[Keys, Spot]

    def slip(self, slip: Slip) -> Problem:
        """A slip in the YAML, under the name of the field that stands on its line."""
        on_line = (
            keys for keys, spot in self.spots.items() if keys and spot.value.line == slip.span.line
        )
        label = label_of(self.model, next(on_line, ()))
        return self.at(slip.span, label, slip.code, slip.severity, slip.message, slip.hint)

    def problem(self, finding: Finding) -> Problem:
        """A finding with its place: of the value, of the key, or of what it should stand in."""
        keys, spot = spot_of(self.spots, finding.keys)
        span = spot.key if spot.key and finding.on == "key" else spot.value
        label = label_of(self.model, finding.keys) + self.numbering(keys)
        f = written_as(finding, keys)
        return self.at(span, label, f.code, f.severity, f.message, f.hint, f.also, f.order)

    def numbering(self, keys: Keys) -> str:
        """`` (wanneer › momenten 2 › van)`` where one of several blocks is meant."""
        blocks = [i for i, key in enumerate(keys[:-1]) if isinstance(key, int)]
        several = [i for i in blocks if (*keys[:i], 1) in self.spots]
        number = {i - 1: f" {int(keys[i]) + 1}" for i in several}
        names = [f"{k}{number.get(i, '')}" for i, k in enumerate(keys) if isinstance(k, str)]
        return f" ({' › '.join(names)})" if several else ""

    def at(
        self,
        span: Span,
        label: str,
        code: str,
        severity: Severity,
        message: str,
        hint: str,
        also: tuple[str, ...] = (),
        order: int = 0,
    ) -> Problem:
        source = self.lines[span.line - 1] if span.line <= len(self.lines) else ""
        return Problem(
            self.path,
            span.line,
            span.column,
            order,
            span.length,
            code,
            severity,
            label,
            message,
            hint,
            source,
            also,
        )


def written_as(finding: Finding, keys: Keys) -> Finding:
    """A short spelling is mended in that spelling: ``waar: de-luifel`` for ``plek: de-luifel``."""
    asked, written = last_word(finding.keys), last_word(keys)
    if finding.code in ABOUT_WHAT_IS_NOT_THERE or asked == written or not keys:
        return finding
    return replace(finding, hint=finding.hint.replace(f"  {asked}: ", f"  {written}: "))


ABOUT_WHAT_IS_NOT_THERE = ("missing", "union_tag_not_found")


def last_word(keys: Keys) -> str:
    return next((key for key in reversed(keys) if isinstance(key, str)), "")


def locate(root: Path, findings: Iterable[Finding]) -> Iterator[Problem]:
    """Where in its file each finding is; the files are read again, as few have a finding."""
    by_path = sorted(findings, key=attrgetter("path"))
    for path, group in groupby(by_path, key=attrgetter("path")):
        sheet = open_sheet(root, path)
        for finding in group:
            problem = sheet.problem(finding)
            yield problem.of_whole_file() if finding.on == "file" else problem


def open_sheet(root: Path, path: str) -> Sheet:
    model = model_of(path)
    try:
        text = read_source(root, path).text
    except NoTextError:
        text = ""
    head = split_page(text).head if path.endswith(".md") else text
    return Sheet(path, text.split("\n"), model, look_closely(head, all_keys(model)).spots)


# --- pages in Markdown -----------------------------------------------------------------------

PAGE_LIMIT = 256 * 1024
HEAD = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)


class Page(Struct, frozen=True):
    """The head of a page, on the same lines as in the file, and its text."""

    head: str
    body: str


def split_page(text: str) -> Page:
    """A page starts with its head between two lines of three dashes."""
    match = HEAD.match(text)
    if not match:
        return Page("", text)
    return Page("\n" + match["yaml"], text[match.end() :].replace("\r\n", "\n").lstrip("\n"))


def read_page(root: Path, path: str) -> tuple[PageEntry | None, tuple[Problem, ...]]:
    """A page in content/paginas/: its address comes from where it lies."""
    try:
        source = read_source(root, path, PAGE_LIMIT)
    except NoTextError as error:
        return None, (error.problem,)
    page = split_page(source.text)
    if not page.head:
        return None, (whole_file(path, "geen-kop", *NO_HEAD),)
    understood = understand(path, page.head, ContentPage).beside(source)
    if understood.model is None:
        return None, understood.problems
    return PageEntry(path, address_of(path), understood.model, page.body), understood.problems


NO_HEAD = (
    "Boven aan deze bladzijde ontbreekt de kop.",
    "Begin het bestand met:\n---\ntitel: Over deze gids\nsamenvatting: Wat deze gids is.\n---",
)


def address_of(path: str) -> str:
    """``meedoen/`` for content/paginas/meedoen/index.md, ``over/`` for content/paginas/over.md."""
    inside = path.removeprefix("content/paginas/").removesuffix(".md")
    return f"{inside}/".removesuffix("index/")
