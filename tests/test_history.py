"""What git remembers of the partners' files, and when it remembers nothing."""

import subprocess
from datetime import date
from pathlib import Path

from gids.history import History, histories, read_history

FILE = "partners/buurthuis/koffie ochtend é.yaml"


def git(folder: Path, *words: str, day: str = "2026-11-01") -> None:
    """Run git as somebody who works on the first of November, or on ``day``."""
    moment = f"{day}T12:00:00+01:00"
    who = ("-c", "user.name=Voorbeeld", "-c", "user.email=gids@voorbeeld.nl")
    dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment, "PATH": "/usr/bin:/bin"}
    subprocess.run(["git", "-C", str(folder), *who, *words], check=True, env=dates)


def commit(folder: Path, text: str, day: str) -> None:
    file = folder / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", text, day=day)


def test_a_log_tells_when_a_file_came_changed_and_how_often() -> None:
    log = ["\x012026-11-22", "", "partners/a/x.yaml", "\x012026-11-01", "", "partners/a/x.yaml"]
    log += ["partners/a/y.yaml"]
    assert histories(log) == {
        "partners/a/x.yaml": History(date(2026, 11, 1), date(2026, 11, 22), 2),
        "partners/a/y.yaml": History(date(2026, 11, 1), date(2026, 11, 1), 1),
    }


def test_a_repository_is_read_also_from_a_folder_inside_it(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    inside = tmp_path / "heemstede"
    inside.mkdir()
    commit(inside, "een", "2026-11-01")
    commit(inside, "twee", "2026-11-20")
    assert read_history(inside) == {FILE: History(date(2026, 11, 1), date(2026, 11, 20), 2)}


def test_a_shallow_clone_knows_nothing(tmp_path: Path) -> None:
    whole, shallow = tmp_path / "whole", tmp_path / "shallow"
    whole.mkdir()
    git(whole, "init", "-q")
    commit(whole, "een", "2026-11-01")
    commit(whole, "twee", "2026-11-20")
    git(tmp_path, "clone", "-q", "--depth", "1", whole.as_uri(), str(shallow))
    assert (shallow / FILE).exists()
    assert read_history(shallow) == {}


def test_outside_a_repository_nothing_is_known(tmp_path: Path) -> None:
    assert read_history(tmp_path) == {}
