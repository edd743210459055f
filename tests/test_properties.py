"""What holds for every build, whatever the input: equal input gives equal bytes."""

import os
import shutil
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


def test_a_build_does_not_depend_on_the_order_of_files_on_disk(
    project: Path, golden: Path, tmp_path: Path
) -> None:
    in_order, shuffled = tmp_path / "in-order", tmp_path / "shuffled"
    shutil.copytree(golden, in_order)
    files = sorted((p for p in golden.rglob("*") if p.is_file()), reverse=True)
    for file in files:
        copy = shuffled / file.relative_to(golden)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copy)
    first = build(project, in_order, tmp_path / "first")
    assert build(project, shuffled, tmp_path / "second") == first


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
