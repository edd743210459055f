"""Every number on the coalition's pages is a count over the open data, counted here once more."""

import posixpath
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.recount import (
    DAYS,
    FIRST,
    NO_AREA,
    PARTS,
    STEPS,
    TIMES,
    TODAY_DAY,
    Table,
    Town,
    area,
    cost,
    quiet_times,
    share,
    slot_name,
    steps,
)


@pytest.fixture(scope="module")
def built(built_site: Path, project: Path) -> Town:
    return Town(built_site, project / "content")


@pytest.fixture(scope="module")
def every_group(built: Town) -> list[str]:
    return [*built.groups, "alles"]


def cells(table: Table) -> Iterator[tuple[str, str, int, str]]:
    """Row, column, number and link of every cell."""
    for row, found in table.rows.items():
        for column, (number, link) in zip(table.heads[1:], found, strict=True):
            yield row, column, number, link


def behind(built: Town, page: str, link: str) -> tuple[int, set[str]]:
    """What the heading that a number leads to says, and the activities below it."""
    address, _, key = link.partition("#")
    found = built.lists(posixpath.normpath(posixpath.join(page, address)))
    return found.numbers[key], set(found.slugs[key])


def assert_cell(built: Town, page: str, number: int, link: str, expected: set[str]) -> None:
    assert number == len(expected)
    if number == 0:
        assert link == ""
        return
    said, slugs = behind(built, page, link)
    assert said == number
    assert slugs == expected


# --- the tables of every group ---------------------------------------------------------------


def test_days_and_parts_of_the_day(built: Town, every_group: list[str]) -> None:
    for group in every_group:
        page = f"coalitie/dekking/{group}/"
        table = built.page(page).named("Dag en deel van de dag")
        assert tuple(table.rows) == DAYS
        for row, column, number, link in cells(table):
            day, time = DAYS.index(row), TIMES[column]
            expected = {
                one["slug"]
                for one in built.own(group)
                if any(t.weekday() == day and time(t) for t in built.starts[one["slug"]])
            }
            assert_cell(built, page, number, link, expected)


@pytest.mark.parametrize(
    ("caption", "word"),
    [("Waar en wanneer", area), ("Wat het kost", cost), ("Kan men er in", steps)],
)
def test_places_costs_and_ways_in(
    built: Town, every_group: list[str], caption: str, word: Callable[[dict[str, Any]], str]
) -> None:
    for group in every_group:
        page = f"coalitie/dekking/{group}/"
        table = built.page(page).named(caption)
        own = built.own(group)
        assert {word(one) for one in own} <= set(table.rows)
        for row, column, number, link in cells(table):
            found = own if row == "Samen" else [one for one in own if word(one) == row]
            assert_cell(built, page, number, link, built.by_part(found, column))


def test_quiet_times(built: Town, every_group: list[str]) -> None:
    going_then = dict(quiet_times(built))
    assert "Zomervakantie" in going_then
    for group in every_group:
        page = f"coalitie/dekking/{group}/"
        own = {one["slug"] for one in built.own(group)}
        for row, column, number, link in cells(built.page(page).named("In stille tijden")):
            holds = PARTS.get(column, lambda _: True)
            starts = going_then[row]
            expected = {slug for slug in own if any(map(holds, starts.get(slug, [])))}
            assert_cell(built, page, number, link, expected)


def test_groups_side_by_side(built: Town) -> None:
    page = "coalitie/dekking/"
    found = built.page(page)
    slugs = {name: slug for slug, name in built.groups.items()} | {"Alles samen": "alles"}
    words: Mapping[str, Callable[[dict[str, Any]], str]] = {
        "Voor wie en wat het kost": cost,
        "Voor wie, en kan men er goed in": steps,
    }
    for row, column, number, link in cells(found.named("Voor wie en wanneer")):
        assert_cell(built, page, number, link, built.by_part(built.own(slugs[row]), column))
    for caption, word in words.items():
        for row, column, number, link in cells(found.named(caption)):
            expected = {o["slug"] for o in built.own(slugs[row]) if word(o) == column}
            assert_cell(built, page, number, link, expected)
    for row, column, number, link in cells(found.named("Waar en voor wie")):
        own = built.own(slugs[column])
        expected = {o["slug"] for o in own if row in ("Samen", area(o))}
        assert_cell(built, page, number, link, expected)
    assert list(found.named("Waar en voor wie").heads[1:4]) == [built.groups[s] for s in FIRST]


def test_the_table_to_take_along_is_the_whole_offer(built: Town) -> None:
    names = {"zonder datum": "zonder datum"}
    counted: Counter[tuple[str, ...]] = Counter()
    reverse = {name: word for word, name in STEPS.items()} | {"Thuis, telefoon of online": "n.v.t."}
    for group in (*built.groups, "alles"):
        for one in built.own(group):
            slots = {slot_name(start) for start in built.starts[one["slug"]]} or set(names)
            for slot in slots:
                name = built.groups.get(group, "alles")
                counted[name, area(one), slot, cost(one).lower(), reverse[steps(one)]] += 1
    keys = ("voor_wie", "wijk", "wanneer", "kosten", "drempelvrij")
    rows = built.rows("coalitie/dekking.csv")
    assert {tuple(r[k] for k in keys): int(r["activiteiten"]) for r in rows} == counted


# --- gaps ------------------------------------------------------------------------------------

WATCHED = [
    f"{day}{part}" for day in ("zaterdag", "zondag") for part in ("ochtend", "middag", "avond")
]


def test_every_gap_is_true_and_no_gap_is_kept_silent(built: Town) -> None:
    gaps = built.rows("coalitie/gaten.csv")
    named: set[tuple[str, str, str]] = set()
    for gap in gaps:
        if gap["soort"] not in ("wijk", "wijk en tijd", "tijd", "groep"):
            continue
        slots = gap["wanneer"].split(", ") if gap["wanneer"] else WATCHED
        areas = [gap["wijk"]] if gap["wijk"] else list(built.areas)
        found = built.open_to(gap["voor_wie"]) if gap["voor_wie"] else built.offer
        if gap["soort"] == "groep" and "speciaal" in gap["wat_ontbreekt"]:
            assert not built.own(gap["voor_wie"])
            continue
        for slug in areas:
            near = [one for one in found if area(one) == built.areas[slug]]
            taken = {slot_name(start) for one in near for start in built.starts[one["slug"]]}
            assert not taken & set(slots), gap["wat_ontbreekt"]
            groups = [gap["voor_wie"]] if gap["voor_wie"] else FIRST
            named |= {(group, slug, slot) for group in groups for slot in slots}
    assert bare_spots(built) == {
        spot for spot in named if spot[1] not in NO_AREA and spot[2] in WATCHED
    }


def bare_spots(built: Town) -> set[tuple[str, str, str]]:
    """Every group of the plan, neighbourhood and part of the weekend without anything."""
    return {
        (group, slug, slot)
        for group in FIRST
        for slug, name in built.areas.items()
        if slug not in NO_AREA
        for slot in set(WATCHED)
        - {
            slot_name(start)
            for one in built.open_to(group)
            if area(one) == name
            for start in built.starts[one["slug"]]
        }
    }


def test_sundays_in_every_neighbourhood(built: Town) -> None:
    """The first example of what was agreed, judged once more from the open data."""
    areas = [name for slug, name in built.areas.items() if slug not in NO_AREA]
    kept = [name for name in areas if every_sunday(built, name)]
    html = (built.site / "coalitie/dekking/index.html").read_text("utf-8")
    after = html.split("Elke wijk heeft iedere week iets op zondag.")[1]
    said = re.search(r"Gehaald voor (\d+) van de (\d+)\.", after)
    assert said is not None
    assert (int(said[1]), int(said[2])) == (len(kept), len(areas))


def every_sunday(built: Town, name: str) -> bool:
    days = {
        start.date()
        for one in built.offer
        if area(one) == name
        for start in built.starts[one["slug"]]
    }
    sunday = TODAY_DAY + timedelta(days=6 - TODAY_DAY.weekday())
    return all(sunday + timedelta(weeks=week) in days for week in range(8))


# --- figures ---------------------------------------------------------------------------------


def test_figures_of_the_overview(built: Town) -> None:
    said = built.page("coalitie/").figures
    total = len(built.offer)
    fresh = sum(
        1
        for one in built.offer
        if one["verified_on"] and (TODAY_DAY - date.fromisoformat(one["verified_on"])).days <= 90
    )
    enter = [one for one in built.offer if one["accessibility"]]
    rows = built.rows("coalitie/activiteiten.csv")
    offering = {row["organisatie"] for row in rows}
    offering |= {name for row in rows for name in row["samen_met"].split(", ") if name}
    partners = len(list(built.site.glob("organisaties/*/index.html")))
    languages = {name for row in rows for name in row["talen"].split(", ") if name}
    expected = {
        "Activiteiten in de gids": str(total),
        "Organisaties met iets in de gids": share(len(offering), partners),
        "Activiteiten die in de laatste 90 dagen bevestigd zijn": share(fresh, total),
        "Activiteiten die vertellen hoe de eerste keer gaat": share(
            sum(row["eerste_keer_beschreven"] == "ja" for row in rows), total
        ),
        "Activiteiten die zeggen of er drempels zijn": share(
            sum(steps(one) != "Onbekend" for one in enter), len(enter)
        ),
        "Activiteiten die gratis zijn": share(sum(cost(o) == "Gratis" for o in built.offer), total),
        "Talen die er gesproken worden, naast Nederlands": str(len(languages - {"Nederlands"})),
    }
    assert {label: said[label] for label in expected} == expected


def test_the_table_of_activities_is_the_open_data(built: Town) -> None:
    rows = {row["kort"]: row for row in built.rows("coalitie/activiteiten.csv")}
    assert set(rows) == {one["slug"] for one in built.offer}
    for one in built.offer:
        row = rows[one["slug"]]
        assert row["titel"].lstrip("'") == one["title"]
        assert row["organisatie"] == one["organisation"]
        assert row["voor_wie"] == ", ".join(one["audiences"])
        assert row["wijk"] == (one["neighbourhood"] or "")
        assert int(row["keren_in_acht_weken"]) == len(built.starts[one["slug"]])
        assert row["kosten"] == cost(one).lower()
        assert row["gecontroleerd_op"] == (one["verified_on"] or "")


def test_each_partner_has_its_own_rows_and_figures(built: Town) -> None:
    whole = built.rows("coalitie/activiteiten.csv")
    for file in sorted(built.site.glob("organisaties/*/gegevens/activiteiten.csv")):
        slug = file.parts[-3]
        name = re.search(r"<h1>(.*?)</h1>", (file.parents[1] / "index.html").read_text("utf-8"))
        assert name is not None
        own = [o for o in built.offer if o["organisation"] == unescaped(name[1])]
        assert built.rows(f"organisaties/{slug}/gegevens/activiteiten.csv") == [
            row for row in whole if row["organisatie"] == unescaped(name[1])
        ]
        said = built.page(f"organisaties/{slug}/verslag/").figures
        assert said["Activiteiten in de gids"] == str(len(own))
        times = sum(len(built.starts[one["slug"]]) for one in own)
        assert said["Keren in de komende acht weken"] == str(times)
        if own:
            assert said["Gratis"] == share(sum(cost(o) == "Gratis" for o in own), len(own))


def unescaped(text: str) -> str:
    return text.replace("&#39;", "'").replace("&amp;", "&")


def test_freshness_adds_up(built: Town) -> None:
    rows = built.rows("coalitie/versheid.csv")
    said = built.page("coalitie/").figures
    for column, label in (
        ("vers", "in de laatste 90 dagen bevestigd"),
        ("oud", "langer dan 90 dagen geleden bevestigd"),
        ("onbekend", "nog nooit bevestigd"),
    ):
        assert str(sum(int(row[column]) for row in rows)) == said[label]
    assert sum(int(row["activiteiten"]) for row in rows) == len(built.offer)
