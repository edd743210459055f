"""What is wrong, as values, and the four ways to print it: the only place that prints a problem."""

import dataclasses
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import compress, groupby
from operator import not_
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

KeyPath: TypeAlias = tuple[str | int, ...]
Severity: TypeAlias = Literal["error", "warning"]

SHOWN_WIDTH = 100
ANNOTATION_LIMIT = 10  # GitHub shows at most ten per step


class Finding(Struct, frozen=True):
    """What a rule found, and at which key of which file; ``reading.locate`` makes it a Problem.

    ``keys`` leads from the root of the file to the value: ``("wanneer", "momenten", 0, "van")``.
    ``also`` names the other files that the problem follows from, for ``check --base``.
    """

    path: str
    keys: KeyPath
    code: str
    severity: Severity
    message: str
    hint: str
    also: tuple[str, ...] = ()
    on: Literal["value", "key", "file"] = "value"
    order: int = 0
    """Among findings at one place."""


@dataclasses.dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend, with its place. Lines and columns count from 1; 0 is the whole file.

    ``label`` is the Dutch name of the field, ``source_line`` the line as it stands in the file,
    ``length`` how many characters of it are meant. ``order`` sorts problems at one place.
    """

    path: str
    line: int
    column: int
    order: int
    length: int
    code: str
    severity: Severity
    label: str
    message: str
    hint: str
    source_line: str = ""
    also: tuple[str, ...] = dataclasses.field(default=(), compare=False)

    @property
    def is_error(self) -> bool:
        return self.severity == "error"

    def as_warning(self) -> "Problem":
        return dataclasses.replace(self, severity="warning")

    def of_whole_file(self) -> "Problem":
        return dataclasses.replace(self, line=0, column=0, length=0)


class Report(Struct, frozen=True, dict=True):
    """All problems of a project, sorted by file and line, each once.

    ``files`` is how many files were looked at; ``foreign`` are the problems that were there
    already, in files that somebody else changes.
    """

    problems: tuple[Problem, ...] = ()
    files: int = 0
    foreign: tuple[Problem, ...] = ()

    @classmethod
    def of(cls, problems: Iterable[Problem], files: int = 0) -> "Report":
        return cls(tuple(sorted(set(problems))), files)

    def plus(self, found: Iterable[Problem | Finding]) -> "Report":
        """This report and more; a finding that nobody located stands at its file."""
        more = (item if isinstance(item, Problem) else unplaced(item) for item in found)
        return Report.of((*self.problems, *more), self.files)

    def joined(self, other: "Report") -> "Report":
        """Two reports of different files as one."""
        return Report.of((*self.problems, *other.problems), self.files + other.files)

    @cached_property
    def errors(self) -> tuple[Problem, ...]:
        return tuple(p for p in self.problems if p.is_error)

    @cached_property
    def warnings(self) -> tuple[Problem, ...]:
        return tuple(p for p in self.problems if not p.is_error)

    @property
    def unread(self) -> frozenset[str]:
        """The files with an error: what they say is not in the project."""
        return frozenset(p.path for p in self.errors)

    @property
    def status(self) -> int:
        """The exit status: 1 with errors, else 0."""
        return 1 if self.errors else 0

    def only(self, paths: Callable[[str], bool]) -> "Report":
        """Split by what somebody changed: a problem is theirs when it is in, or follows from it."""
        theirs = [any(map(paths, (p.path, *p.also))) for p in self.problems]
        own = tuple(compress(self.problems, theirs))
        rest = tuple(compress(self.problems, map(not_, theirs)))
        return replace(self, problems=own, foreign=rest)

    def to_text(self) -> str:
        return to_text(self)


def unplaced(f: Finding) -> Problem:
    return Problem(f.path, 0, 0, f.order, 0, f.code, f.severity, "", f.message, f.hint, also=f.also)


# --- for a person at a terminal --------------------------------------------------------------


def to_text(report: Report) -> str:
    """Every problem as a block, and at the end how many there are and what to do next."""
    blocks = [block(problem) for problem in report.problems]
    return "\n\n".join([*blocks, *foreign_block(report), closing(report)]) + "\n"


def block(problem: Problem) -> str:
    """Where, the line itself, what we saw and what we need."""
    first, *more = sentence(problem).split("\n")
    return "\n".join([heading(problem), *excerpt(problem), f"  {first}", *indented(more)])


def heading(problem: Problem) -> str:
    """``partners/x/koffie.yaml, regel 17 · Aanvang``."""
    name = f" · {problem.label}" if problem.label else ""
    return f"{place(problem)}{name}" + ("" if problem.is_error else " (let op)")


def place(problem: Problem) -> str:
    return f"{problem.path}, regel {problem.line}" if problem.line else problem.path


def sentence(problem: Problem) -> str:
    return f"{problem.message} {problem.hint}".strip()


def indented(lines: Iterable[str]) -> Iterator[str]:
    """Lines to copy stand out from the sentence above them."""
    return (f"      {line}" for line in lines)


def excerpt(problem: Problem) -> Iterator[str]:
    """The line with a mark under what is meant; nothing where no line is meant."""
    if not problem.line or not problem.length or not problem.source_line.strip():
        return
    before, meant, after = window(problem)
    mark = "^" if problem.is_error else "~"
    yield f"{problem.line:>6} | {before}{meant}{after}".rstrip()
    yield f"       | {' ' * width(before)}{mark * max(width(meant), 1)}"


def window(problem: Problem) -> tuple[str, str, str]:
    """The line in three parts, the middle one meant, cut to what fits on a screen."""
    line, start = problem.source_line, problem.column - 1
    end = min(start + problem.length, len(line), start + SHOWN_WIDTH)
    first = max(0, min(start - 20, end - SHOWN_WIDTH)) if end > SHOWN_WIDTH else 0
    last = first + SHOWN_WIDTH
    before = ("…" if first else "") + visible(line[first:start])
    after = visible(line[end:last]) + ("…" if len(line) > last else "")
    return before, visible(line[start:end]), after


def visible(text: str) -> str:
    """A tab as an arrow, and what cannot be seen as a mark, each one column wide."""
    return "".join("→" if c == "\t" else c if c.isprintable() else unseen(c) for c in text)


def unseen(character: str) -> str:
    """White space as a dot, anything else as what it is: no text."""
    white = character == "\u200b" or unicodedata.category(character).startswith("Z")
    return "·" if white else "�"


def width(text: str) -> int:
    """Columns on a screen: wide characters take two, combining marks none."""
    return sum(map(columns, text))


def columns(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def foreign_block(report: Report) -> Iterator[str]:
    """What was there already, in short: nobody is blamed for somebody else's file."""
    if report.foreign:
        counted = plural(len(report.foreign), "melding", "meldingen")
        lines = (f"  {place(problem)}: {problem.message}" for problem in report.foreign)
        yield "\n".join([f"Niet van u ({counted}); hier hoeft u niets aan te doen:", *lines])


def closing(report: Report) -> str:
    """How many of what, and the one next step."""
    if report.errors:
        return f"{counted(report)}. {NEXT_STEP}"
    if report.warnings:
        return f"{counted(report)}. De site kan zo op internet; kijk de waarschuwingen na."
    if report.foreign:
        return "Wat u veranderde, klopt. U hoeft niets te doen."
    return f"Alles klopt{in_files(report)}. U hoeft niets te doen."


NEXT_STEP = "Verbeter de fouten en controleer daarna opnieuw:  make check"


def counted(report: Report) -> str:
    """``2 fouten en 1 waarschuwing in 3 bestanden``."""
    parts = [
        plural(len(report.errors), "fout", "fouten"),
        plural(len(report.warnings), "waarschuwing", "waarschuwingen"),
    ]
    files = len({p.path for p in report.problems})
    return " en ".join(filter(None, parts)) + f" in {plural(files, 'bestand', 'bestanden')}"


def plural(count: int, one: str, more: str) -> str:
    """``1 fout``, ``2 fouten``; nothing for none."""
    return f"{count} {one if count == 1 else more}" if count else ""


def in_files(report: Report) -> str:
    return f" in {plural(report.files, 'bestand', 'bestanden')}" if report.files else ""


# --- for programs ----------------------------------------------------------------------------


def to_json(report: Report) -> str:
    """The contract: a list of objects with seven keys. What was there already is a warning."""
    foreign = map(Problem.as_warning, report.foreign)
    rows = [{key: getattr(p, key) for key in JSON_KEYS} for p in (*report.problems, *foreign)]
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


JSON_KEYS = ("path", "line", "column", "code", "severity", "message", "hint")


def to_github(report: Report) -> str:
    """Annotations beside the changed lines; errors first, as only ten are shown."""
    ordered = (*report.errors, *report.warnings)
    lines = [annotation(problem) for problem in ordered[:ANNOTATION_LIMIT]]
    rest = len(ordered) - len(lines)
    more = [f"En nog {rest}: zie het verslag."] if rest else []
    return "\n".join([*lines, *more, closing(report)]) + "\n"


def annotation(problem: Problem) -> str:
    options = {"file": problem.path, "line": str(problem.line or 1)}
    if problem.length:
        options["col"] = str(problem.column)
        options["endColumn"] = str(problem.column + problem.length - 1)
    options["title"] = problem.label or ("Fout" if problem.is_error else "Let op")
    listed = ",".join(f"{key}={escaped(value, ':,')}" for key, value in options.items())
    return f"::{problem.severity} {listed}::{escaped(sentence(problem))}"


def escaped(text: str, more: str = "") -> str:
    """Workflow commands know percent codes for %, line ends and, in options, colon and comma."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def to_markdown(report: Report) -> str:
    """For a comment at a change: the outcome first, then per file what to mend."""
    parts = [f"### {outcome(report)}"]
    for path, problems in groupby(report.problems, key=lambda p: p.path):
        parts += [f"#### {code(path)}", *(item(problem) for problem in problems)]
    if report.foreign:
        listed = "\n".join(f"- {code(place(p))}: {plain(p.message)}" for p in report.foreign)
        parts.append(f"<details><summary>Niet van u</summary>\n\n{listed}\n\n</details>")
    return "\n\n".join(parts) + "\n"


def outcome(report: Report) -> str:
    """The count and the next step, for somebody who works in a browser."""
    if report.errors:
        return f"{counted(report)}. Pas de regels hieronder aan; daarna kijken we vanzelf opnieuw."
    return closing(report)


def item(problem: Problem) -> str:
    """A sentence, and below it the line and the lines to copy as they stand in a file."""
    first, *more = sentence(problem).split("\n")
    kind = "Fout" if problem.is_error else "Let op"
    where = f", regel {problem.line}" if problem.line else ""
    name = f", {problem.label}" if problem.label else ""
    lines = [*excerpt(problem), *more]
    shown = ["", fenced(lines)] if lines else []
    return "\n".join([f"**{kind}{where}{plain(name)}.** {plain(first)}", *shown])


def fenced(lines: Iterable[str]) -> str:
    """Lines as code, in a fence longer than any within."""
    text = "\n".join(lines)
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def code(text: str) -> str:
    return "`" + text.replace("`", "'") + "`"


def plain(text: str) -> str:
    """Text of a partner that can be no markup, no address and call nobody's attention."""
    escaped_marks = re.sub(r"([\\`*_{}\[\]<>#|~])", r"\\\1", text)
    return escaped_marks.replace("@", "@\u200b").replace("://", ":\u200b//")


PRINTERS: Mapping[str, Callable[[Report], str]] = {
    "text": to_text,
    "github": to_github,
    "markdown": to_markdown,
    "json": to_json,
}
"""How a report is written, by the name that the command line has for it."""
