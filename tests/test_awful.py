"""Files that nobody should write and people do, each with its complete message beside it.

``awful/<kind>/<name>.yaml`` is read as a file of that kind; ``<name>.txt`` is all that is said of
it. After a change that is meant to show:  .venv/bin/python -m tests.test_awful  and read the diff.
"""

from pathlib import Path

import pytest

from gids.problems import Report, to_text
from gids.reading import read_file
from schema import Activity, Model, Organisation, Place

AWFUL = Path(__file__).resolve().parent / "awful"
KINDS: dict[str, type[Model]] = {
    "activity": Activity,
    "organisation": Organisation,
    "place": Place,
}
FILES = sorted(path.relative_to(AWFUL).as_posix() for path in AWFUL.glob("*/*.yaml"))


def said(path: str) -> str:
    """All that is said of one file."""
    _, problems = read_file(AWFUL, path, KINDS[path.partition("/")[0]])
    return to_text(Report.of(problems, 1))


@pytest.mark.parametrize("path", FILES)
def test_an_awful_file_gets_exactly_this_message(path: str) -> None:
    assert said(path) == (AWFUL / path).with_suffix(".txt").read_text("utf-8")


@pytest.mark.parametrize("path", FILES)
def test_a_message_is_dutch_and_names_no_type(path: str) -> None:
    words = ("invalid", "valid ", "expected", "pydantic", "None", "dict", "str ", "Input", "null")
    assert not [word for word in words if word in said(path)]


def test_every_awful_file_has_a_message_and_the_other_way_around() -> None:
    written = sorted(path.relative_to(AWFUL).as_posix() for path in AWFUL.glob("*/*.txt"))
    assert written == [path.replace(".yaml", ".txt") for path in FILES]


if __name__ == "__main__":
    for file in FILES:
        (AWFUL / file).with_suffix(".txt").write_text(said(file), "utf-8")
