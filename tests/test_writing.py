"""What we write can be read, by us and by every other reader of YAML, and looks tidy."""

import re
from pathlib import Path
from textwrap import dedent

import pytest
import yaml

from gids.reading import read_file
from gids.writing import shortened, tree, write
from schema import Activity
from tests.invented import invented_activity

FIRST_LINE = "# yaml-language-server: $schema=../../content/schema/activiteit.json\n"
LEAST = {
    "titel": "Koffie",
    "samenvatting": "Elke dinsdag koffie.",
    "themas": ["ontmoeten"],
    "voor_wie": ["iedereen"],
    "wanneer": {"momenten": [{"soort": "elke week", "dag": "di", "van": "10u", "tot": "11.30"}]},
    "waar": "de-luifel",
    "kosten": "gratis",
}


def written(**more: object) -> str:
    return write(Activity.model_validate(LEAST | more))


def test_a_file_starts_with_its_schema_and_keeps_the_order_of_the_schema() -> None:
    assert written() == FIRST_LINE + dedent("""\
        titel: Koffie
        samenvatting: Elke dinsdag koffie.
        themas: [ontmoeten]
        voor_wie: [iedereen]

        wanneer:
          momenten:
            - soort: elke week
              dag: dinsdag
              van: 10:00
              tot: 11:30

        waar: de-luifel
        kosten: gratis
        """)


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("wanneer", "op afspraak", "wanneer: op afspraak"),
        ("waar", "Thuis", "waar: thuis"),
        ("waar", {"soort": "plek", "plek": "thuis"}, "waar:\n  soort: plek\n  plek: thuis\n"),
        ("kosten", "€ 2,–", "kosten: 2,00"),
        ("kosten", "vrije gift", "kosten: vrije gift"),
        ("aanmelden", "Nee: loop binnen", "aanmelden: nee, loop binnen"),
        ("titel", "Koffie: met taart", 'titel: "Koffie: met taart"'),
        ("titel", "Koffie #2", 'titel: "Koffie #2"'),
        ("titel", "2024", 'titel: "2024"'),
        ("titel", "’s Avonds 'eten'", "titel: \"’s Avonds 'eten'\""),
        ("titel", 'Het "hart"', 'titel: "Het \\"hart\\""'),
        ("contact", {"telefoon": "+31231234567"}, "contact:\n  telefoon: 023 - 123 45 67\n"),
        ("omschrijving", "Een.\n\nTwee.", "omschrijving: |\n  Een.\n\n  Twee.\n"),
        ("themas", ["a, b", "c"], 'themas: ["a, b", c]'),
        ("gestopt_op", "5 december 2026", "gestopt_op: 2026-12-05"),
    ],
)
def test_a_value_is_written_the_way_people_would(key: str, value: object, line: str) -> None:
    assert f"\n{line}" in written(**{key: value})


def test_a_long_list_gets_a_line_per_word() -> None:
    words = [f"heel lang zoekwoord nummer {n}" for n in range(5)]
    assert "zoekwoorden:\n  - heel lang zoekwoord nummer 0\n" in written(zoekwoorden=words)


@pytest.mark.parametrize("seed", range(120))
def test_what_is_written_is_what_is_read(seed: int, tmp_path: Path) -> None:
    _, activity = invented_activity(seed)
    path = "partners/haven/koffie.yaml"
    (tmp_path / path).parent.mkdir(parents=True)
    (tmp_path / path).write_text(write(activity), "utf-8")
    entry, problems = read_file(tmp_path, path, Activity)
    assert problems == ()
    assert entry is not None
    assert entry.model == activity
    assert write(entry.model) == write(activity)


@pytest.mark.parametrize("seed", range(120, 150))
def test_other_readers_of_yaml_see_the_same_text(seed: int) -> None:
    """A text is a text to every reader: only times, dates, counts and amounts may get a type."""
    _, activity = invented_activity(seed)
    short = {key: shortened(key, value) for key, value in tree(activity).items()}
    for ours, theirs in pairs(short, yaml.safe_load(write(activity))):
        assert ours == theirs or (not isinstance(theirs, str) and re.match(r"[\d+]", ours)), ours


def pairs(ours: object, theirs: object) -> list[tuple[str, object]]:
    if isinstance(ours, dict) and isinstance(theirs, dict):
        assert list(ours) == list(theirs)
        return [pair for key in ours for pair in pairs(ours[key], theirs[key])]
    if isinstance(ours, list) and isinstance(theirs, list):
        return [pair for one, two in zip(ours, theirs, strict=True) for pair in pairs(one, two)]
    return [(str(ours), theirs.removesuffix("\n") if isinstance(theirs, str) else theirs)]
