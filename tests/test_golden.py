"""A small input and its whole output, page by page.

After a change that is meant to show:  .venv/bin/python -m tests.test_golden  and read the diff.
"""

import shutil
import sys
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from build import Site
from gids.checks import check
from gids.derive import derive
from gids.feeds import schema_org
from gids.feeds.setting import Setting
from gids.press import Press
from gids.reading import read_project
from gids.standing import write

HERE = Path(__file__).resolve().parent / "golden"
TODAY = date(2026, 11, 23)
SHOWN = (".html", ".ics", ".atom", ".json", ".csv", ".txt", ".xml")
ELSEWHERE = (
    "agenda/20",
    "coalitie/",
    "professionals/",
    "meedoen/",
    "/affiche/",
    "/gegevens/",
    "/verslag/",
)
"""Many pages of few kinds, which have tests of their own: a golden site is there to be read."""


def rendered() -> dict[str, bytes]:
    """The pages for residents and all feeds of the golden site, by path."""
    root = HERE / "input"
    project, report = read_project(root)
    assert project is not None, report.to_text()
    assert report.plus(check(project, TODAY)).errors == ()
    directory = derive(project, TODAY)
    setting = Setting.of(directory, project)
    words = partial(schema_org.script, setting=setting)
    outputs = Site(Press.of(directory, root, words), project, setting, root).render()
    return {output.path: as_bytes(output.content) for output in outputs if is_shown(output.path)}


def is_shown(path: str) -> bool:
    return path.endswith(SHOWN) and not any(part in path for part in ELSEWHERE)


def as_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def recorded() -> dict[str, bytes]:
    site = HERE / "site"
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in files}


def test_the_golden_site_has_the_same_files() -> None:
    assert sorted(rendered()) == sorted(recorded())


@pytest.mark.parametrize("path", sorted(recorded()))
def test_the_golden_site_says_the_same(path: str) -> None:
    assert rendered()[path] == recorded()[path]


def test_hostile_text_of_a_partner_reaches_no_page() -> None:
    assert not [path for path, text in rendered().items() if b"<script>alert" in text]


if __name__ == "__main__":
    shutil.rmtree(HERE / "site", ignore_errors=True)
    (HERE / "site").mkdir()
    from gids.output import Output

    outputs = [Output(p, c) for p, c in sorted(rendered().items())]
    write(HERE / "site", outputs)
    told = f"{len(outputs)} bestanden geschreven in {HERE / 'site'}"
    sys.exit(f"{told}; lees nu  git diff tests/golden")
