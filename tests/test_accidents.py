"""Whatever happens to a file of a partner: a good site, or messages with file and line.

A few hundred accidents in every run; ``make accidents`` does ten thousand, others every night. A
failure names its accident, so that ``ACCIDENTS_FROM=20261126 make accidents`` meets it again.
"""

import os
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random
from typing import TypeAlias

import pytest
from msgspec.structs import replace

from gids.checks import RULES, found_by
from gids.derive import derive
from gids.feeds import rendering
from gids.feeds.setting import Setting
from gids.pages import activity, home
from gids.press import Press
from gids.problems import Problem, Report, to_github, to_json, to_markdown, to_text
from gids.project import Entry
from gids.reading.files import model_of, understand
from gids.reading.texts import NoTextError, decoded
from schema import Activity
from tests.schedules import PROJECT, TODAY, offer

Accident: TypeAlias = Callable[[bytes, Random], bytes]

HERE = Path(__file__).resolve().parent
ACCIDENTS = int(os.environ.get("ACCIDENTS", "480"))
FROM = os.environ.get("ACCIDENTS_FROM", "0")
PARTS = 8
"""The accidents are divided, so that several processes can share them."""

BITS = (
    b"\t", b" ", b"\n", b":", b": ", b"- ", b"#", b" #", b'"', b"'", b"[", b"]", b"{", b"}", b"&a ",
    b"*a", b"!x ", b"|", b">", b"@", b"`", b"%", b"?", b"---\n", b"...\n", b"\r", b"\0", b"\x07",
    b"\xff", b"\xe2\x80\xae", b"\xc2\xa0", b"\xc2\x85", b"\xf0\x9f\x8c\xb7", b"soort:", b"~",
    b"\xe2\x80\x8b", b"\xc2\xad", b"\xef\xbc\x9a", b"\xe2\x80\x93 ", b"\xe2\x80\x9c", b"\x93",
    b"<b>", b"```\n",
)  # fmt: skip


@cache
def material() -> tuple[tuple[str, bytes], ...]:
    """The files of partners, and the awful ones that are short."""
    partners = [
        (f"partners/{file.parent.name}/{file.name}", file.read_bytes())
        for file in sorted((PROJECT / "partners").glob("*/*.yaml"))
    ]
    awful = [
        (f"partners/havenhuis/{file.name}", file.read_bytes())
        for file in sorted((HERE / "awful/activity").glob("*.yaml"))
    ]
    short = [one for one in (*partners, *awful) if len(one[1]) < 10_000]
    assert len(short) > 100
    return tuple(short)


def mutated(data: bytes, random: Random) -> bytes:
    """A file after one to four accidents, of which one is the most common."""
    for _ in range(random.choice((1, 1, 1, 2, 3, 4))):
        data = random.choice(KINDS)(data, random)
    return data


def inserted(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(BITS) + data[at:]


def left_out(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + data[at + random.randint(1, 9) :]


def cut_off(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def pasted_behind(data: bytes, random: Random) -> bytes:
    return data + data[random.randrange(len(data) + 1) :] + random.choice(BITS)


def another_digit(data: bytes, random: Random) -> bytes:
    places = [at for at, byte in enumerate(data) if byte in b"0123456789"] or [0]
    at = random.choice(places)
    return data[:at] + random.choice((b"0", b"3", b"7", b"9", b"99", b"-1")) + data[at + 1 :]


def shuffled(lines: list[bytes], random: Random) -> None:
    random.shuffle(lines)


def moved_right(lines: list[bytes], random: Random) -> None:
    number = random.randrange(len(lines))
    lines[number] = random.choice((b"  ", b" ", b"\t")) + lines[number]


def one_line_less(lines: list[bytes], random: Random) -> None:
    del lines[random.randrange(len(lines))]


def one_line_twice(lines: list[bytes], random: Random) -> None:
    lines.insert(random.randrange(len(lines)), random.choice(lines))


def value_of_another(lines: list[bytes], random: Random) -> None:
    """One line gets what stands behind the colon of another."""
    number = random.randrange(len(lines))
    _, colon, value = random.choice(lines).partition(b":")
    if colon:
        lines[number] = lines[number].partition(b":")[0] + colon + value


def by_line(change: Callable[[list[bytes], Random], None]) -> Accident:
    def accident(data: bytes, random: Random) -> bytes:
        lines = data.splitlines(keepends=True) or [b""]
        change(lines, random)
        return b"".join(lines)

    return accident


KINDS: tuple[Accident, ...] = (
    inserted,
    left_out,
    cut_off,
    pasted_behind,
    another_digit,
    by_line(shuffled),
    by_line(moved_right),
    by_line(one_line_less),
    by_line(one_line_twice),
    by_line(value_of_another),
)


@pytest.mark.parametrize("part", range(PARTS))
def test_no_accident_in_a_file_ends_in_a_traceback(part: int) -> None:
    """A file is understood, or all that is said of it stands on its line and has a cure."""
    for number in range(part, ACCIDENTS, PARTS):
        random = Random(f"{FROM}:{number}")
        path, data = random.choice(material())
        try:
            happens(path, mutated(data, random))
        except Exception as error:
            error.add_note(f"accident {FROM}:{number} of {path}")
            raise


def happens(path: str, data: bytes) -> None:
    try:
        source = decoded(path, data)
    except NoTextError as error:
        tell((error.problem,))
        return
    understood = understand(path, source.text, model_of(path))
    found, lines = understood.problems, source.text.split("\n")
    assert understood.model is not None or any(p.is_error for p in found)
    assert all(0 <= p.line <= len(lines) for p in found)
    assert all(p.source_line == lines[p.line - 1] for p in found if p.line)
    tell(found)
    if isinstance(understood.model, Activity):
        shown(path, understood.model)


def tell(found: tuple[Problem, ...]) -> None:
    """Every problem is a sentence with a cure, and can be printed in all four ways."""
    assert all(p.message.endswith((".", "?")) and p.hint for p in found)
    report = Report.of(found, 1)
    assert all(printer(report) for printer in (to_text, to_github, to_markdown, to_json))


def shown(path: str, model: Activity) -> None:
    """What is understood gets its messages from the rules, or its page, card and calendars."""
    folder, name = path.split("/")[1:]
    entry = Entry(path, folder, name.removesuffix(".yaml"), "", model)
    project = replace(offer(), activities=(entry,))
    findings = found_by(RULES, project, TODAY, frozenset())
    assert all(f.message.endswith((".", "?")) and f.hint for f in findings)
    if any(f.severity == "error" for f in findings):
        return
    directory = derive(project, TODAY)
    press = Press.of(directory, PROJECT, lambda _: "")
    files = [job() for page in (activity, home) for job in page(press)]
    files += rendering.render(directory, Setting.of(directory, project))
    for file in files:
        assert file.content
