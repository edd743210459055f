"""The worker's version: another as soon as anything that it keeps is another, and only then."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from gids.environment import OWN_TEMPLATES
from tests.conftest import build
from tests.projects import FILES, ORGANISATIE, koffie, write

SETTINGS = "content/instellingen.yaml"
NO_NETWORK = (OWN_TEMPLATES / "no-network.html").read_text("utf-8")
SHARING = (OWN_TEMPLATES / "assets" / "delen.js").read_text("utf-8")


def version(root: Path, changes: Mapping[str, str] | None = None) -> str:
    build(write(root, changes), root / "site")
    found = re.search(r'VERSION = "(\w+)"', (root / "site/sw.js").read_text("utf-8"))
    assert found
    return found[1]


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Of the small project as it is."""
    return version(tmp_path_factory.mktemp("plain"))


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(koffie("Koffieochtend", "Theeochtend"), id="a page that it keeps"),
        pytest.param(
            {SETTINGS: FILES[SETTINGS] + "kleuren:\n  accent: '#123456'\n"}, id="the colours"
        ),
        pytest.param(
            {"templates/no-network.html": NO_NETWORK.replace("</p>", " Sterkte.</p>", 1)},
            id="a template of theirs",
        ),
        pytest.param(
            {"templates/assets/delen.js": SHARING + "\nself.eigen = 1;\n"}, id="a script of theirs"
        ),
    ],
)
def test_whatever_is_kept_changes_the_version_changes(
    changes: Mapping[str, str], plain: str, tmp_path: Path
) -> None:
    assert version(tmp_path, changes) != plain


def test_what_is_not_kept_leaves_the_version(plain: str, tmp_path: Path) -> None:
    told = FILES[ORGANISATIE] + "omschrijving: Een huis voor de buurt.\n"
    assert version(tmp_path, {ORGANISATIE: told}) == plain


def test_a_comment_in_a_script_is_not_sent_and_leaves_the_version(
    plain: str, tmp_path: Path
) -> None:
    script = {"templates/assets/delen.js": SHARING + "\n/* van ons */\n"}
    assert version(tmp_path, script) == plain
