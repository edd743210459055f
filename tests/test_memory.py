"""A build that remembers the last one gives the same site as one that remembers nothing."""

import os
import pickle
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

import pytest

import build
from benchmarks.offer import write_offer
from gids import memory, share
from gids.audit import walk
from gids.cellar import cellar
from gids.memory import EMPTY, KEPT, Memory, code_digest, forget_old, memory_file, recall, remember
from gids.progress import Progress

TODAY = date(2026, 11, 23)
ACTIVITIES = 12


@pytest.fixture
def root(tmp_path: Path, project: Path) -> Path:
    root = tmp_path / "project"
    write_offer(project, root, ACTIVITIES)
    return root


def made(root: Path, site: Path, today: date = TODAY) -> dict[str, bytes]:
    """Build, and every file of the site apart from the index."""
    report = build.build(root, site, today, "https://voorbeeld.example", Progress())
    assert report.errors == (), report.to_text()
    return {
        path: (site / path).read_bytes() for path in walk(site) if not path.startswith("pagefind/")
    }


def remembered(root: Path, site: Path) -> Memory:
    return recall(memory_file(root, site), code_digest(root))


def activities(root: Path) -> list[Path]:
    found = sorted((root / "partners").rglob("*.yaml"))
    return [path for path in found if path.name != "organisatie.yaml"]


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text, f"{path} says no {old!r}"
    path.write_text(text.replace(old, new, 1), "utf-8")


def retitle(root: Path) -> None:
    edit(activities(root)[0], "titel: ", "titel: Nieuw en ")


def reword_organisation(root: Path) -> None:
    organisation = next(iter(sorted((root / "partners").rglob("organisatie.yaml"))))
    edit(organisation, "naam: ", "naam: Stichting ")


def remove_one(root: Path) -> None:
    activities(root)[3].unlink()


def add_one(root: Path) -> None:
    first = activities(root)[0]
    first.with_name("een-erbij.yaml").write_bytes(first.read_bytes())


def rename_a_place(root: Path) -> None:
    edit(next(iter(sorted((root / "content/plekken").glob("*.yaml")))), "naam: ", "naam: Het ")


def stop_one(root: Path) -> None:
    with activities(root)[1].open("a", encoding="utf-8") as stream:
        stream.write("\ngestopt_op: 2026-11-01\n")


CHANGES: tuple[Callable[[Path], None], ...] = (
    retitle,
    reword_organisation,
    remove_one,
    add_one,
    rename_a_place,
    stop_one,
)


def test_after_every_change_the_site_is_as_a_fresh_one(root: Path, tmp_path: Path) -> None:
    made(root, tmp_path / "site")
    for number, change in enumerate(CHANGES):
        change(root)
        assert made(root, tmp_path / "site") == made(root, tmp_path / f"fresh-{number}"), change
    tomorrow = date(2026, 11, 24)
    assert made(root, tmp_path / "site", tomorrow) == made(root, tmp_path / "fresh", tomorrow)


def test_what_did_not_change_is_linked_and_what_did_is_made(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    pages = [f"activiteiten/{path.stem}/index.html" for path in activities(root)]
    made(root, site)
    before = {page: (site / page).stat().st_ino for page in pages}
    retitle(root)
    made(root, site)
    after = {page: (site / page).stat().st_ino for page in pages}
    changed = {page for page in pages if before[page] != after[page]}
    assert pages[0] in changed
    assert len(changed) < len(pages) / 2


def test_a_file_that_somebody_changed_in_the_site_is_made_again(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    whole = made(root, site)
    page = f"activiteiten/{activities(root)[0].stem}/index.html"
    (site / page).write_text("hand", "utf-8")
    (site / f"{page[:-10]}index.ics").unlink()
    assert made(root, site) == whole


def test_a_memory_of_other_code_or_a_broken_one_is_no_memory(root: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    whole = made(root, site)
    file = memory_file(root, site)
    assert file is not None
    assert remembered(root, site).records
    assert recall(file, "other code") == EMPTY
    for broken in (b"", b"rubbish", pickle.dumps(code_digest(root)), file.read_bytes()[:-9]):
        file.write_bytes(broken)
        assert remembered(root, site) == EMPTY
        assert made(root, site) == whole


def test_a_process_that_may_not_fork_remembers_too(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """``serve`` has a server beside it, and there a build does everything by itself."""
    monkeypatch.setattr(share, "may_fork", lambda: False)
    made(root, tmp_path / "site")
    assert remembered(root, tmp_path / "site").records


@pytest.mark.parametrize("error", [OSError, MemoryError])
def test_a_site_that_stands_is_good_though_nothing_could_be_remembered(
    error: type[Exception], root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise error

    monkeypatch.setattr(build, "remember", fail)
    assert made(root, tmp_path / "site")
    assert remembered(root, tmp_path / "site") == EMPTY


def test_where_nothing_may_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "in-the-way").write_text("a file")
    remember(tmp_path / "in-the-way" / "memory.pickle", "code", EMPTY, Memory())
    assert [path.name for path in tmp_path.iterdir()] == ["in-the-way"]


def test_nothing_that_comes_with_a_project_is_read_back_as_code(root: Path, tmp_path: Path) -> None:
    """A pickle runs what it reads: a proposed change may hold one, or a folder that was sent."""
    made(root, tmp_path / "site")
    file, kept = memory_file(root, tmp_path / "site"), cellar()
    assert file is not None
    assert kept is not None
    assert file.is_file()
    assert list(kept.glob("*.template"))
    assert not kept.is_relative_to(root)
    assert not kept.is_relative_to(build.HERE)
    assert not list(root.rglob("*.pickle"))


def test_there_is_no_cellar_where_others_may_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    folder = cellar()
    assert folder == tmp_path / "duizend-bloemen"
    assert folder.stat().st_mode & 0o777 == 0o700
    folder.chmod(0o777)
    assert cellar() is None
    monkeypatch.setenv("XDG_CACHE_HOME", "/dev/null")
    assert cellar() is None


@pytest.mark.parametrize("pattern", KEPT)
def test_only_the_newest_of_what_was_kept_stays(pattern: str, tmp_path: Path) -> None:
    for number in range(KEPT[pattern] + 3):
        file = tmp_path / pattern.replace("*", str(number))
        file.write_text("")
        os.utime(file, (number, number))
    forget_old(tmp_path)
    assert len(list(tmp_path.iterdir())) == KEPT[pattern]
    assert not (tmp_path / pattern.replace("*", "2")).exists()


def test_a_process_that_goes_on_is_the_code_it_began_with(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else ``serve`` would leave what old code made to who runs the new."""
    monkeypatch.setattr(memory, "HERE", tmp_path)
    monkeypatch.setattr(memory, "own_code", cache(memory.own_code.__wrapped__))
    (tmp_path / "build.py").write_text("old")
    before = memory.own_code()
    (tmp_path / "build.py").write_text("new")
    assert memory.own_code() == before
    assert memory.own_code.__wrapped__() != before


def test_other_templates_are_other_code(root: Path) -> None:
    before = code_digest(root)
    (root / "templates").mkdir(exist_ok=True)
    (root / "templates" / "own.html").write_text("eigen")
    assert code_digest(root) != before
