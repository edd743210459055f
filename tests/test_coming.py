"""What a visitor is told of the next time, also when that is far off or does not go on."""

from datetime import date
from typing import Any

import pytest

from gids.directory import ActivityView
from tests.schedules import ROTATING, TODAY, WEEKLY, Block, activity, view

CANCELLED = {"soort": "gaat niet door", "datum": "2026-12-08", "reden": "de zaal is bezet"}
SUMMER = {**WEEKLY, "alleen_in": ["juni", "juli", "augustus"]}


def shown(*moments: Block, today: date = TODAY, **when: Any) -> ActivityView:
    return view(activity(*moments, **when), today=today)


def test_what_stops_for_the_winter_says_when_it_is_back() -> None:
    found = shown(SUMMER)
    assert found.occurrences == ()
    assert found.next is not None
    assert (found.next.day, found.next.time) == (
        "dinsdag 1 juni 2027",
        "van 10.00 tot 11.30 uur",
    )
    assert found.flower.state == "knop"


def test_the_year_is_only_said_of_what_is_far_ahead() -> None:
    found = shown(SUMMER, today=date(2027, 3, 1))
    assert found.next is not None
    assert found.next.day == "dinsdag 1 juni"


def test_what_is_once_a_year_has_a_next_time_the_day_after() -> None:
    moment = {"soort": "losse data", "data": ["2026-12-25", "2027-12-25"], "van": "16:00"}
    found = shown(moment, today=date(2026, 12, 26))
    assert found.next is not None
    assert found.next.day == "zaterdag 25 december 2027"


@pytest.mark.parametrize(
    "more", [{"gestopt_op": "2026-11-23"}, {"pauze": {}}, {"pauze": {"vanaf": "2026-11-01"}}]
)
def test_what_has_stopped_has_no_next_time(more: Block) -> None:
    found = view(activity(WEEKLY, more=more))
    assert (found.next, found.coming, found.lost) == (None, "", "")


def test_the_script_knows_one_time_after_the_eight_weeks() -> None:
    """The coming eight weeks hold nine Tuesdays: today is one."""
    assert shown().coming == "2026-11-24T10:00/11:30" + 9 * " 7"


def test_a_cancelled_time_before_the_next_one_is_said_beside_it() -> None:
    found = shown(wijzigingen=[CANCELLED], today=date(2026, 12, 2))
    assert found.next is not None
    assert found.next.day == "dinsdag 15 december"
    assert found.lost == "dinsdag 8 december gaat het niet door"
    assert shown(wijzigingen=[CANCELLED], today=date(2026, 12, 1)).lost == ""


def test_two_cancelled_times_are_said_in_one_breath() -> None:
    changes = [CANCELLED, {**CANCELLED, "datum": "2026-12-15"}]
    found = shown(wijzigingen=changes, today=date(2026, 12, 2))
    assert found.lost == "dinsdag 8 december en dinsdag 15 december gaat het niet door"


def test_when_another_group_goes_on_that_day_the_day_is_not_called_off() -> None:
    afternoon = {**WEEKLY, "van": "14:00", "tot": "15:00"}
    found = shown(WEEKLY, afternoon, wijzigingen=[{**CANCELLED, "aanvang": "10:00"}])
    (off,) = (one for one in found.occurrences if one.status == "cancelled")
    next_time = "De volgende keer is dezelfde dag van 14.00 tot 15.00 uur."
    assert off.remark == f"Gaat niet door: de zaal is bezet. {next_time}"
    later = shown(
        WEEKLY,
        afternoon,
        wijzigingen=[{**CANCELLED, "aanvang": "10:00"}],
        today=date(2026, 12, 8),
    )
    assert later.lost == ""


def test_the_last_cancelled_time_names_the_next_one_after_the_eight_weeks() -> None:
    found = shown(wijzigingen=[{**CANCELLED, "datum": "2027-01-19"}])
    assert found.occurrences[-1].remark.endswith("De volgende keer is dinsdag 26 januari.")


def test_only_another_place_is_said_as_something_that_is_different_this_once() -> None:
    change = {"soort": "verplaatst", "datum": "2026-12-08", "plek": "plein1", "reden": "de vloer"}
    moved = shown(wijzigingen=[change]).occurrences[2]
    assert moved.remark == "Deze keer anders: de vloer. Plek: Plein1"


def test_the_script_knows_where_it_is_when_that_is_not_the_usual_place() -> None:
    found = view(activity(WEEKLY, where=ROTATING))
    assert found.coming_places == ("De Luifel", "Oude Kerk, Centrum")
    assert found.coming.startswith("2026-11-24T10:00/11:30@0 ")
    assert ",2026-12-01T10:00/11:30@1 " in found.coming


def test_another_place_is_named_with_its_neighbourhood_as_the_usual_one_is() -> None:
    change = {"soort": "verplaatst", "datum": "2026-12-08", "plek": "oude-kerk", "reden": "vloer"}
    moved = shown(wijzigingen=[change]).occurrences[2]
    assert moved.place == "Oude Kerk, Centrum"
    assert moved.remark.endswith("Plek: Oude Kerk")


def test_a_flower_knows_the_days_on_which_it_goes_on() -> None:
    days = int(shown(wijzigingen=[CANCELLED]).flower.days, 16)
    assert [day for day in range(57) if days >> day & 1] == [0, 7, 21, 28, 35, 42, 49, 56]
    assert shown({"soort": "op afspraak"}).flower.days == ""
