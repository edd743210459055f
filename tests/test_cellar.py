"""What a build keeps for the next: made once of the same, and never needed."""

import os
from pathlib import Path

import pytest

from gids import search
from gids.cellar import NAME, contents, kept
from gids.memory import code_digest
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


def wrong_words(tmp_path: Path) -> list[str]:
    return [problem.code for problem in search.recall_words(tmp_path, "code").report.problems]


WHOLE_FILE = "begrippen:\n  - naam: knikkeren\n"
CONCEPTS = "content/zoekwoorden/eigen.yaml"


def test_a_link_that_leads_nowhere_is_told_and_stops_nothing(tmp_path: Path) -> None:
    write(tmp_path, {CONCEPTS: WHOLE_FILE})
    lost = tmp_path / "content/zoekwoorden/weg.yaml"
    lost.symlink_to("nergens")
    assert wrong_words(tmp_path) == ["bestand-weg"]
    lost.rename(lost.with_name(".#eigen.yaml"))  # as an editor leaves beside a file that is open
    assert wrong_words(tmp_path) == []


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    write(tmp_path, {CONCEPTS: WHOLE_FILE})
    os.mkfifo(tmp_path / "content/zoekwoorden/pijp.yaml")
    names = [name.decode() for name in contents([tmp_path / "content"])]
    assert names[-2:] == ["0/zoekwoorden/pijp.yaml", "other"]


def test_a_folder_among_the_words_is_told_although_nothing_is_in_it(tmp_path: Path) -> None:
    write(tmp_path, {CONCEPTS: WHOLE_FILE})
    assert wrong_words(tmp_path) == []
    (tmp_path / "content/zoekwoorden/map").mkdir()
    assert wrong_words(tmp_path) == ["map"]


def test_a_link_out_of_the_project_is_told_although_it_says_the_same(tmp_path: Path) -> None:
    root, outside = tmp_path / "project", tmp_path / "outside.yaml"
    write(root, {CONCEPTS: WHOLE_FILE})
    assert wrong_words(root) == []
    (root / CONCEPTS).rename(outside)
    (root / CONCEPTS).symlink_to(outside)
    assert wrong_words(root) == ["verwijzing"]


def test_what_was_wrong_with_a_file_is_forgotten_when_it_is_gone(tmp_path: Path) -> None:
    helplines = tmp_path / "content/hulplijnen.yaml"
    write(tmp_path, {CONCEPTS: WHOLE_FILE})
    helplines.mkdir()
    assert wrong_words(tmp_path) == ["geen-bestand"]
    helplines.rmdir()
    assert wrong_words(tmp_path) == []


def test_no_content_can_pass_for_another_file(tmp_path: Path) -> None:
    write(tmp_path, {"one/a": "x\0/b\0y", "two/a": "x", "two/b": "y"})
    one, two = (b"\0".join(contents([tmp_path / name])) for name in ("one", "two"))
    assert one != two


def test_a_template_that_is_only_a_lock_of_an_editor_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    before = code_digest(tmp_path)
    (tmp_path / "templates/.#base.html").symlink_to("iemand@computer.1")
    assert code_digest(tmp_path) != before
