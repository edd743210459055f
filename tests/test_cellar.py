"""What a build keeps for the next: made once of the same, and never needed."""

import os
from pathlib import Path

import pytest

from gids import search
from gids.cellar import NAME, contents, kept
from tests.projects import write


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / NAME


def never() -> bytes:
    pytest.fail("this was made before")


def test_of_the_same_nothing_is_made_twice() -> None:
    assert kept("woorden", [b"a", b"b"], lambda: b"made") == b"made"
    assert kept("woorden", [b"a", b"b"], never) == b"made"


@pytest.mark.parametrize(("name", "made_of"), [("woorden", [b"ab"]), ("andere", [b"a", b"b"])])
def test_of_something_else_something_else_is_made(name: str, made_of: list[bytes]) -> None:
    kept("woorden", [b"a", b"b"], lambda: b"made")
    assert kept(name, made_of, lambda: b"other") == b"other"


@pytest.mark.parametrize("broken", [b"", b"rubbish", b"\n", b"digest\nmade"])
def test_what_is_broken_is_made_anew(broken: bytes, folder: Path) -> None:
    kept("woorden", [b"a"], lambda: b"made")
    (file,) = folder.iterdir()
    file.write_bytes(broken)
    assert kept("woorden", [b"a"], lambda: b"anew") == b"anew"
    assert kept("woorden", [b"a"], never) == b"anew"


def test_without_a_cellar_it_is_made_every_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    made = iter((b"once", b"twice"))
    assert [kept("woorden", [b"a"], lambda: next(made)) for _ in range(2)] == [b"once", b"twice"]


def test_files_are_known_by_where_they_are_in_their_folder(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    for place in (one, other):
        write(place, {"a/x.yaml": "x", "b/y.yaml": "y"})
    assert list(contents([one])) == list(contents([other]))
    (other / "a/x.yaml").rename(other / "b/x.yaml")
    assert list(contents([one])) != list(contents([other]))


def test_words_that_changed_are_read_again(tmp_path: Path) -> None:
    def names(words: str) -> list[str]:
        write(tmp_path, {"content/zoekwoorden/eigen.yaml": f"begrippen:\n  - naam: {words}\n"})
        return [one.name for one in search.recall_words(tmp_path, "code").thesaurus.concepts]

    assert names("knikkeren") == names("knikkeren") == ["knikkeren"]
    assert names("hinkelen") == ["hinkelen"]


def test_what_is_wrong_with_words_is_found_every_time(tmp_path: Path, folder: Path) -> None:
    write(tmp_path, {"content/zoekwoorden/eigen.yaml": "begrippen: [\n"})
    once, again = (search.recall_words(tmp_path, "code") for _ in range(2))
    assert once.report.errors
    assert once == again
    assert not list(folder.glob("woorden-*"))


@pytest.mark.parametrize("name", ["map.yaml", "weg.yaml", "pijp.yaml"])
def test_what_is_no_file_is_told_though_the_words_were_kept(name: str, tmp_path: Path) -> None:
    words = write(tmp_path, {"content/zoekwoorden/eigen.yaml": "begrippen: []\n"})
    assert not search.recall_words(tmp_path, "code").report.problems
    strange = words / "content/zoekwoorden" / name
    match name:
        case "map.yaml":
            strange.mkdir()
        case "weg.yaml":
            strange.symlink_to("nergens.yaml")
        case _:
            os.mkfifo(strange)
    assert search.recall_words(tmp_path, "code") == search.read_words(tmp_path)
