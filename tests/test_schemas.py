"""An editor helps in Dutch, refuses nothing that the build takes, and its files are fresh."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest

from gids.commands.refresh import generated
from gids.fields import LISTS, fields
from gids.reading import read_project
from gids.schemas import document
from gids.writing import SCHEMA_LINE
from schema import FILE_MODELS, Activity
from tests.conftest import lacking
from tests.editor import PROGRAM, Editor, opened_editor
from tests.invented import invented

HEAD = SCHEMA_LINE.format(name="activiteit")
GOOD = """\
titel: Koffie
samenvatting: Elke dinsdag koffie.
themas: [ontmoeten]
voor_wie: iedereen
wanneer:
  momenten:
    - soort: Elke week
      dag: ma en wo
      van: 10.30
waar: de-luifel
kosten: € 2,–
"""


@pytest.fixture(scope="module")
def editor(project: Path) -> Iterator[Editor]:
    if not shutil.which("node") or not PROGRAM.exists():
        lacking("yaml-language-server")
    with opened_editor(project) as opened:
        yield opened


def test_what_is_made_from_the_schema_is_fresh(project: Path) -> None:
    read, _ = read_project(project)
    assert read is not None
    stale = [
        output.path
        for output in generated(read)
        if not (project / output.path).is_file()
        or (project / output.path).read_bytes() != as_bytes(output.content)
    ]
    assert stale == [], "write them anew with: python build.py refresh"


def as_bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def test_every_field_has_an_explanation_and_an_example() -> None:
    bare = [
        f"{model.__name__}.{item.key}"
        for model in FILE_MODELS
        for item in fields(model)
        if not (item.label and item.explanation and item.example.startswith(f"{item.key}:"))
    ]
    assert bare == []


def test_the_files_of_partners_are_good_in_an_editor(project: Path, editor: Editor) -> None:
    files = sorted(project.glob("partners/*/*.yaml"))[::8] + sorted(
        project.glob("content/plekken/*")
    )
    wrong = {
        file.name: found
        for file in files
        if file.read_text("utf-8").startswith("# yaml-language-server")
        and (found := editor.problems(str(file), file.read_text("utf-8")))
    }
    assert wrong == {}


@pytest.mark.parametrize("seed", range(16))
def test_an_editor_takes_every_spelling_that_the_build_takes(seed: int, editor: Editor) -> None:
    """The tree as JSON, which is YAML too, so that every text is surely a text."""
    tree = invented(Random(seed), Activity, 0.5)
    text = HEAD + json.dumps(tree, ensure_ascii=False, indent=1)
    assert editor.problems(f"partners/havenhuis/verzonnen-{seed}.yaml", text) == []


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ("10.30", "half elf", "10: Dit is geen tijd die we kunnen lezen. Schrijf"),
        ("Elke week", "elke wek", "8: Kies uit: elke dag, elke week, om de week"),
        ("titel:", "titl:", "2: Dit woord kent de gids hier niet."),
        ("titel: Koffie\n", "", "2: ‘Titel’ ontbreekt nog. Schrijf bijvoorbeeld:  titel: "),
        ("      dag: ma en wo\n", "", "8: ‘Dag’ ontbreekt nog. Schrijf bijvoorbeeld:  dag: "),
        ("€ 2,–", "veel", "12: Hier past deze tekst niet. Schrijf bijvoorbeeld:  kosten: gratis"),
        ("Koffie\n", "K" * 81 + "\n", "2: Dit is te lang: er passen 80 tekens."),
    ],
)  # fmt: skip
def test_a_mistake_is_underlined_in_dutch(
    right: str, wrong: str, message: str, editor: Editor
) -> None:
    path = "partners/havenhuis/fout.yaml"
    assert editor.problems(path, HEAD + GOOD) == []
    found = editor.problems(path, HEAD + GOOD.replace(right, wrong))
    assert found[0].startswith(message)


def test_hovering_shows_the_explanation_and_an_example(editor: Editor) -> None:
    shown = editor.hover("partners/havenhuis/hulp.yaml", HEAD + GOOD, 3, 2)
    assert "Wat het is, in één zin van hooguit 160 tekens." in shown
    assert "```yaml\nsamenvatting: Elke dinsdag koffie" in shown
    kinds = editor.hover("partners/havenhuis/hulp.yaml", HEAD + GOOD, 8, 8)
    assert "- `om de week`: Eens in de twee weken" in kinds


def test_an_editor_completes_the_words_of_the_municipality(editor: Editor) -> None:
    path, text = "partners/havenhuis/aanvullen.yaml", HEAD + GOOD.replace("ma en wo", "m")
    assert "maandag" in editor.completions(path, text, 9, 13)
    assert "eerste_keer" in editor.completions(path, HEAD + GOOD + "e", 13, 2)


def test_patterns_mean_the_same_in_every_language() -> None:
    """Only what Python and ECMAScript read alike."""
    for pattern in patterns(document(Activity, dict.fromkeys(LISTS.values(), ("a",)))):
        re.compile(pattern)
        assert "(?P" not in pattern
        assert "[^]" not in pattern


def patterns(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        if isinstance(node.get("pattern"), str):
            yield node["pattern"]
        for value in node.values():
            yield from patterns(value)
    elif isinstance(node, list):
        for value in node:
            yield from patterns(value)
