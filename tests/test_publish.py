"""Whatever goes wrong while a site is made, the site that stood there still stands, whole."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gids.audit import audit, walk
from gids.output import Output
from gids.publish import exchange, fresh_folder, sweep
from gids.standing import write

KILLS = 25


def test_a_new_site_takes_the_place_of_the_old_one_as_a_whole(tmp_path: Path) -> None:
    site = tmp_path / "site"
    for text in ("één", "twee"):
        with fresh_folder(site) as folder:
            write(folder, [Output("a/index.html", text), Output(f"{text}.txt", text)])
    assert sorted(walk(site)) == ["a/index.html", "twee.txt"]
    assert (site / "a/index.html").read_text("utf-8") == "twee"


def test_a_failure_leaves_the_old_site_and_no_rubbish(tmp_path: Path) -> None:
    site = tmp_path / "site"
    with fresh_folder(site) as folder:
        write(folder, [Output("index.html", "oud")])
    with pytest.raises(OSError, match="vol"), fresh_folder(site) as folder:
        write(folder, [Output("index.html", "half")])
        raise OSError("de schijf is vol")
    assert (site / "index.html").read_text("utf-8") == "oud"
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_web_server_may_read_what_is_published(tmp_path: Path) -> None:
    with fresh_folder(tmp_path / "site") as folder:
        write(folder, [Output("index.html", "")])
    assert (tmp_path / "site").stat().st_mode & 0o055 == 0o055


def test_leftovers_of_a_killed_build_are_removed_and_a_lost_site_is_put_back(
    tmp_path: Path,
) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    (tmp_path / f".site.new-{gone.pid}").mkdir()
    (tmp_path / f".site.old-{gone.pid}").mkdir()
    (tmp_path / f".site.old-{gone.pid}" / "index.html").write_text("oud")
    (tmp_path / f".site.new-{os.getpid()}").mkdir()
    sweep(tmp_path / "site")
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == [f".site.new-{os.getpid()}", "site"]
    assert (tmp_path / "site" / "index.html").read_text() == "oud"


@pytest.mark.skipif(sys.platform != "linux", reason="renameat2 is er alleen op Linux")
def test_on_linux_the_swap_is_one_system_call(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "is").write_text(name)
    assert exchange(tmp_path / "a", tmp_path / "b")
    assert (tmp_path / "a" / "is").read_text() == "b"


def test_a_build_killed_at_any_moment_leaves_a_whole_site(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    moments = random.Random(1926)
    versions = {run_build(project, site, day): day for day in ("2026-11-23", "2026-11-24")}
    assert len(versions) == 2
    whole = seconds_of_a_build(project, site)
    interrupted = 0
    for number in range(KILLS):
        process = start_build(project, site, ("2026-11-23", "2026-11-24")[number % 2])
        time.sleep(moments.uniform(0, whole))
        process.send_signal(signal.SIGKILL)
        interrupted += process.wait() == -signal.SIGKILL
        assert audit(site) == []
        assert fingerprint(site) in versions
    assert interrupted >= KILLS / 5
    run_build(project, site, "2026-11-24")
    assert [path.name for path in tmp_path.iterdir() if path.name != "site"] == []


def start_build(project: Path, site: Path, today: str) -> subprocess.Popen[bytes]:
    root = project / "tests" / "golden" / "input"
    places = ["--root", str(root), "--out", str(site)]
    command = [sys.executable, "build.py", "build", *places, "--today", today]
    quiet = subprocess.DEVNULL
    return subprocess.Popen(command, cwd=project, stdout=quiet, stderr=quiet)


def run_build(project: Path, site: Path, today: str) -> tuple[tuple[str, int], ...]:
    assert start_build(project, site, today).wait() == 0
    return fingerprint(site)


def seconds_of_a_build(project: Path, site: Path) -> float:
    began = time.perf_counter()
    run_build(project, site, "2026-11-24")
    return time.perf_counter() - began


def fingerprint(site: Path) -> tuple[tuple[str, int], ...]:
    """The files of a site and what they hold, apart from the index (its names differ by build)."""
    names = sorted(name for name in walk(site) if not name.startswith("pagefind/"))
    return tuple((name, hash((site / name).read_bytes())) for name in names)
