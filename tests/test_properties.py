"""What holds for every build, whatever the input: equal input gives equal bytes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from gids.audit import audit, walk

TODAY = "2026-11-23"
SURROUNDINGS = {
    "another time zone": {"TZ": "Pacific/Kiritimati"},
    "another locale": {"LC_ALL": "tr_TR.UTF-8", "LANG": "tr_TR.UTF-8"},
    "another hash seed": {"PYTHONHASHSEED": "4711"},
    "plain ASCII": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
}


def build(project: Path, root: Path, site: Path, **environment: str) -> dict[str, bytes]:
    places = ["--root", str(root), "--out", str(site)]
    command = [sys.executable, "build.py", *places, "--today", TODAY]
    done = subprocess.run(
        command, cwd=project, env={**os.environ, **environment}, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")
    names = sorted(name for name in walk(site) if not name.startswith("pagefind/"))
    return {name: (site / name).read_bytes() for name in names}


@pytest.fixture(scope="module")
def golden(project: Path) -> Path:
    return project / "tests" / "golden" / "input"


@pytest.mark.parametrize("surroundings", SURROUNDINGS.values(), ids=SURROUNDINGS)
def test_a_build_does_not_depend_on_where_it_runs(
    project: Path, golden: Path, tmp_path: Path, surroundings: dict[str, str]
) -> None:
    here = build(project, golden, tmp_path / "here")
    assert build(project, golden, tmp_path / "there", **surroundings) == here


SHUFFLING = """
import os, random
order = random.Random(1926)

class Shuffled:
    def __init__(self, found):
        found = list(found)
        order.shuffle(found)
        self.found = iter(found)
    def __iter__(self): return self.found
    def __next__(self): return next(self.found)
    def __enter__(self): return self
    def __exit__(self, *_): pass
    def close(self): pass

scandir, listdir = os.scandir, os.listdir
os.scandir = lambda path=".": Shuffled(scandir(path))
os.listdir = lambda path=".": list(Shuffled(listdir(path)))
"""
"""Python itself then lists every folder in an order that means nothing."""


def test_a_build_does_not_depend_on_the_order_of_files_on_disk(
    project: Path, golden: Path, tmp_path: Path
) -> None:
    (tmp_path / "sitecustomize.py").write_text(SHUFFLING, "utf-8")
    listed = [sys.executable, "-c", "import os; print(os.listdir('content'))"]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    shuffled = subprocess.check_output(listed, cwd=golden, env=environment, text=True)
    assert shuffled != subprocess.check_output(listed, cwd=golden, text=True)
    first = build(project, golden, tmp_path / "first")
    assert build(project, golden, tmp_path / "second", PYTHONPATH=str(tmp_path)) == first


def test_two_builds_of_the_whole_offer_are_equal(
    project: Path, built_site: Path, tmp_path: Path
) -> None:
    again = build(project, project, tmp_path / "again")
    names = sorted(name for name in walk(built_site) if not name.startswith("pagefind/"))
    assert sorted(again) == names
    assert [name for name in names if (built_site / name).read_bytes() != again[name]] == []


def test_every_link_of_the_whole_site_resolves(built_site: Path) -> None:
    assert audit(built_site) == []


def test_no_page_asks_anything_of_another_host(built_site: Path) -> None:
    """Links may lead elsewhere; nothing that a browser loads by itself may."""
    loading = ('src="http', 'src="//', "url(http", "@import", 'rel="preconnect"', "<iframe")
    found = [
        f"{name}: {sign}"
        for name in walk(built_site)
        if name.endswith((".html", ".css")) and not name.startswith("pagefind/")
        for sign in loading
        if sign in (built_site / name).read_text("utf-8")
    ]
    assert found == []
