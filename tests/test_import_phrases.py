"""How people write a schedule or a price in a cell, and what we make of it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from gids.importing.phrases import cost, schedule
from schema import Cost, When, expand_cost

TABLE = yaml.load((Path(__file__).parent / "phrases.yaml").read_text("utf-8"), yaml.BaseLoader)


@pytest.mark.parametrize("row", TABLE["roosters"], ids=lambda row: row["zin"])
def test_a_schedule_in_words_becomes_fields(row: dict[str, Any]) -> None:
    when, rest = schedule(row["zin"])
    assert when is not None
    assert when["momenten"] == row["momenten"]
    assert when.get("niet_in", []) == row.get("niet_in", [])
    assert rest == ""
    When.model_validate(when)


@pytest.mark.parametrize("text", ["", "volgt nog", "zie website", "bel voor tijden"])
def test_a_schedule_that_says_nothing_stays_a_question(text: str) -> None:
    assert schedule(text) == (None, text)


def test_what_is_not_understood_of_a_schedule_is_kept() -> None:
    when, rest = schedule("elke dinsdag 10-12 bij mooi weer buiten")
    assert when is not None
    assert when["toelichting"] == "elke dinsdag 10-12 bij mooi weer buiten"
    assert "mooi weer" in rest


@pytest.mark.parametrize("row", TABLE["prijzen"], ids=lambda row: row["zin"])
def test_a_price_in_words_becomes_fields(row: dict[str, Any]) -> None:
    assert cost(row["zin"]) == row["kosten"]
    Cost.model_validate(expand_cost(cost(row["zin"])))
