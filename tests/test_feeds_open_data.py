"""Open data keeps its contract, and a spreadsheet runs nothing that a partner wrote."""

import csv
import io
import json
from datetime import datetime
from typing import Any

import pytest
from msgspec.structs import replace

from gids.directory import ActivityView
from gids.feeds import open_data
from tests.schedules import WEEKLY, activity, directory, view

KEYS = [
    "id",
    "slug",
    "url",
    "title",
    "summary",
    "organisation",
    "themes",
    "audiences",
    "neighbourhood",
    "place",
    "cost",
    "schedule_text",
    "occurrences",
    "accessibility",
    "contact",
    "referral",
    "verified_on",
    "example",
]
CANCELLED = {"soort": "gaat niet door", "datum": "2026-12-08", "reden": "de zaal is bezet"}


def data(*views: ActivityView) -> Any:
    return json.loads(open_data.as_json(replace(directory(), listed=views)))


def table(*views: ActivityView) -> list[dict[str, str]]:
    text = open_data.as_csv(replace(directory(), listed=views))
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), delimiter=";"))


def test_the_keys_are_those_of_the_contract() -> None:
    whole = data(*directory().listed)
    assert list(whole) == ["generated", "municipality", "activities"]
    assert whole["generated"] == "2026-11-24"
    assert len(whole["activities"]) == len(directory().listed)
    assert all(list(one) == KEYS for one in whole["activities"])


def test_occurrences_are_local_with_offset_and_say_what_is_cancelled() -> None:
    (one,) = data(view(activity(WEEKLY, wijzigingen=[CANCELLED])))["activities"]
    first, cancelled = one["occurrences"][0], one["occurrences"][2]
    assert first == {
        "start": "2026-11-24T10:00+01:00",
        "end": "2026-11-24T11:30+01:00",
        "cancelled": False,
    }
    assert datetime.fromisoformat(cancelled["start"]).day == 8
    assert cancelled["cancelled"] is True


def test_without_an_end_the_end_is_null() -> None:
    moment = {**WEEKLY}
    del moment["tot"]
    (one,) = data(view(activity(moment)))["activities"]
    assert one["occurrences"][0]["end"] is None


def test_nothing_to_say_is_an_empty_list_of_activities() -> None:
    assert data()["activities"] == []
    assert table() == []


def test_the_table_says_what_the_page_says() -> None:
    shown = view(activity())
    (row,) = table(shown)
    assert row["titel"] == "Koffieochtend"
    assert row["wanneer"] == shown.schedule_long
    assert row["volgende_keer"] == "dinsdag 24 november 2026, van 10.00 tot 11.30 uur"
    assert tuple(row) == open_data.COLUMNS


@pytest.mark.parametrize("start", ["=", "+", "-", "@"])
def test_a_cell_is_never_a_formula(start: str) -> None:
    shown = view(activity(more={"titel": f"{start}1+1"}))
    assert table(shown)[0]["titel"] == f"'{start}1+1"


def test_quotes_and_semicolons_survive() -> None:
    title = 'Koffie; "en" thee'
    assert table(view(activity(more={"titel": title})))[0]["titel"] == title
