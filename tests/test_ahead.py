"""What several processes say ahead is what one process says in its turn."""

from datetime import date
from pathlib import Path

import pytest

import build
from benchmarks.offer import write_offer
from gids import ahead
from gids.ahead import work_ahead
from gids.derive import derive
from gids.examining import examine
from gids.memory import EMPTY, Memory
from gids.progress import Progress
from gids.project import Project
from gids.reading import read_project

TODAY = date(2026, 11, 23)
NOBODY: frozenset[str] = frozenset()


@pytest.fixture
def root(tmp_path: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small offer, for which two processes are taken all the same."""
    monkeypatch.setattr(ahead, "processes_for", lambda items: 2 if items else 1)
    write_offer(project, tmp_path / "project", 12)
    return tmp_path / "project"


def read(root: Path) -> Project:
    project, report = read_project(root)
    assert project is not None, report.to_text()
    return project


def edit(root: Path, old: str, new: str) -> Path:
    """Change the last activity, so that it is not in the first share."""
    files = sorted((root / "partners").rglob("*.yaml"))
    path = [file for file in files if file.name != "organisatie.yaml" and old in file.read_text()][
        -1
    ]
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    return path


def test_it_says_what_rules_and_words_say(root: Path) -> None:
    edit(root, "samenvatting: ", "samenvatting: Wij faciliteren dit. ")
    project = read(root)
    told, views = work_ahead(root, project, TODAY, NOBODY, EMPTY)
    examined = examine(root, project, TODAY, NOBODY, {})
    assert any(told.values())
    assert told == examined.told
    assert views == {view.key: view for view in derive(project, TODAY).activities}
    assert examine(root, project, TODAY, NOBODY, told) == examined


def test_what_is_remembered_is_not_said_anew(root: Path) -> None:
    project = read(root)
    told, views = work_ahead(root, project, TODAY, NOBODY, EMPTY)
    known = Memory(told=told, views=views)
    again = work_ahead(root, project, TODAY, NOBODY, known)
    assert again == (told, views)
    assert all(again[1][key] is view for key, view in views.items())


def test_a_mistake_is_told_and_words_nothing(root: Path, tmp_path: Path) -> None:
    """An activity at a place that is not there has no words: nobody may ask for them."""
    wrong = edit(root, "plek: ", "plek: nergens-")
    report = build.build(root, tmp_path / "site", TODAY, "", Progress())
    assert [problem.path for problem in report.errors] == [wrong.relative_to(root).as_posix()]
    assert not (tmp_path / "site").exists()
