"""A schedule gives the right dates, on the awkward days of the calendar most of all."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from gids.occurrences import AMSTERDAM, EXTRA, Calendar, Occurrence, expand
from gids.values import ORDINALS, WEEKDAYS
from schema import Activity
from tests.schedules import (
    ROTATING,
    TODAY,
    WEEKLY,
    Block,
    activities,
    activity,
    calendar,
    holidays,
)

YEAR = (date(2026, 1, 1), date(2026, 12, 31))


def weekly(day: str, start: str = "10:00", end: str = "11:30", **more: object) -> Block:
    return {"soort": "elke week", "dag": day, "van": start, "tot": end, **more}


def monthly(which: str, day: str, **more: object) -> Block:
    return {"soort": "elke maand", "welke": which, "dag": day, "van": "14:00", **more}


def found(model: Activity, first: str, last: str) -> tuple[Occurrence, ...]:
    return expand(model, calendar(), date.fromisoformat(first), date.fromisoformat(last))


def days(model: Activity, first: str, last: str) -> list[str]:
    """The days on which it goes on."""
    return [one.day.isoformat() for one in found(model, first, last) if not one.cancelled]


def starts(occurrences: Iterable[Occurrence]) -> list[str]:
    return [f"{one.start:%Y-%m-%d %H:%M}" for one in occurrences]


# --- the phrases of real listings --------------------------------------------------------------


def test_every_second_and_fourth_monday_but_not_on_holidays() -> None:
    model = activity(monthly("tweede, vierde", "maandag"), niet_in=["feestdagen"])
    assert days(model, "2027-05-01", "2027-05-31") == ["2027-05-10", "2027-05-24"]
    assert days(model, "2026-05-01", "2026-05-31") == ["2026-05-11"]  # the 25th is Pentecost


def test_every_first_tuesday_except_in_july_and_august() -> None:
    model = activity(monthly("eerste", "dinsdag"), niet_in=["juli", "augustus"])
    assert [day[5:7] for day in days(model, "2026-06-01", "2026-09-30")] == ["06", "09"]


def test_every_tuesday_except_in_school_holidays() -> None:
    model = activity(weekly("dinsdag"), niet_in=["schoolvakanties"])
    found_days = days(model, "2026-12-14", "2027-01-12")
    assert found_days == ["2026-12-15", "2027-01-05", "2027-01-12"]


def test_the_last_wednesday_evening_of_the_month() -> None:
    model = activity(monthly("laatste", "woensdag"))
    assert days(model, "2026-01-01", "2026-04-30") == [
        "2026-01-28",
        "2026-02-25",
        "2026-03-25",
        "2026-04-29",
    ]


def test_a_month_without_a_fifth_monday_is_skipped() -> None:
    assert days(activity(monthly("vijfde", "maandag")), "2026-01-01", "2026-08-31") == [
        "2026-03-30",
        "2026-06-29",
        "2026-08-31",
    ]


def test_fifth_and_last_are_one_date_where_they_meet() -> None:
    model = activity(monthly("vijfde, laatste", "maandag"))
    assert days(model, "2026-03-01", "2026-04-30") == ["2026-03-30", "2026-04-27"]


def test_loose_saturdays() -> None:
    model = activity({"soort": "losse data", "data": ["2026-12-19", "2026-12-05"], "van": "14:00"})
    assert days(model, "2026-12-01", "2026-12-31") == ["2026-12-05", "2026-12-19"]


@pytest.mark.parametrize("kind", ["op afspraak", "altijd welkom", "onbekend"])
def test_without_a_fixed_time_there_are_no_dates(kind: str) -> None:
    assert found(activity({"soort": kind}), *map(date.isoformat, YEAR)) == ()


def test_several_slots_in_one_week_stand_in_order_of_time() -> None:
    model = activity(weekly("vrijdag", "9:00"), weekly("dinsdag", "14:00", "15:00"), WEEKLY)
    assert starts(found(model, "2026-11-23", "2026-11-29")) == [
        "2026-11-24 10:00",
        "2026-11-24 14:00",
        "2026-11-27 09:00",
    ]


def test_a_season_has_a_first_and_a_last_day() -> None:
    model = activity(weekly("dinsdag", vanaf="2026-09-01", tot_en_met="2026-09-15"))
    assert days(model, "2026-08-01", "2026-12-31") == ["2026-09-01", "2026-09-08", "2026-09-15"]


def test_a_moment_for_some_months_only() -> None:
    model = activity(weekly("zondag", alleen_in=["juli"]))
    assert days(model, "2026-06-01", "2026-08-31") == [
        "2026-07-05",
        "2026-07-12",
        "2026-07-19",
        "2026-07-26",
    ]


def test_the_place_rotates_by_month() -> None:
    model = activity(monthly("eerste", "maandag"), where=ROTATING)
    places = [one.place for one in found(model, "2026-01-01", "2026-09-30")]
    assert places[:4] == ["de-luifel", "plein1", "de-luifel", "plein1"]
    assert places[7] == "oude-kerk"  # August is nobody's: the place without months


def test_a_moment_with_its_own_place_does_not_rotate() -> None:
    model = activity(monthly("eerste", "maandag", plek="plein1"), where=ROTATING)
    assert {one.place for one in found(model, "2026-01-01", "2026-12-31")} == {"plein1"}


def test_doors_open_before_it_begins() -> None:
    model = activity(weekly("woensdag", "19:30", "22:00", inloop="19:00"))
    assert found(model, "2026-11-25", "2026-11-25")[0].doors == time(19)


def test_the_day_of_the_month_skips_short_months() -> None:
    model = activity({"soort": "dag van de maand", "dagnummer": "31", "van": "10:00"})
    assert [day[5:7] for day in days(model, *map(date.isoformat, YEAR))] == [
        "01",
        "03",
        "05",
        "07",
        "08",
        "10",
        "12",
    ]


def test_29_february_comes_every_four_years() -> None:
    moment = {
        "soort": "dag van de maand",
        "dagnummer": "29",
        "alleen_in": "februari",
        "van": "10:00",
    }
    assert days(activity(moment), "2026-01-01", "2032-12-31") == ["2028-02-29", "2032-02-29"]


# --- weeks -------------------------------------------------------------------------------------


def test_even_weeks_are_not_every_other_week_after_week_53() -> None:
    even = activity({"soort": "even weken", "dag": "vrijdag", "van": "10:00"})
    every_other = activity(
        {"soort": "om de week", "dag": "vrijdag", "eerste_keer": "2026-12-11", "van": "10:00"}
    )
    assert days(even, "2026-12-11", "2027-01-31") == [
        "2026-12-11",
        "2026-12-25",
        "2027-01-15",
        "2027-01-29",
    ]
    assert days(every_other, "2026-12-11", "2027-01-31") == [
        "2026-12-11",
        "2026-12-25",
        "2027-01-08",
        "2027-01-22",
    ]


def test_week_53_and_week_1_are_both_odd() -> None:
    odd = activity({"soort": "oneven weken", "dag": "vrijdag", "van": "10:00"})
    assert days(odd, "2026-12-18", "2027-01-10") == ["2026-12-18", "2027-01-01", "2027-01-08"]


def test_every_so_many_weeks_starts_with_the_first_time() -> None:
    moment = {"soort": "om de week", "dag": "di, do", "eerste_keer": "2026-01-15", "van": "10:00"}
    assert days(activity(moment), "2026-01-01", "2026-01-31") == [
        "2026-01-15",
        "2026-01-27",
        "2026-01-29",
    ]


# --- holidays ----------------------------------------------------------------------------------


def test_the_fridays_of_christmas_and_new_year_both_drop_out() -> None:
    model = activity(weekly("vrijdag"), niet_in=["feestdagen"])
    assert days(model, "2026-12-18", "2027-01-08") == ["2026-12-18", "2027-01-08"]


def test_5_may_is_no_day_off_for_everyone_and_6_may_2027_is() -> None:
    daily = activity({"soort": "elke dag", "van": "10:00"}, niet_in=["feestdagen"])
    assert days(daily, "2027-05-04", "2027-05-07") == ["2027-05-04", "2027-05-05", "2027-05-07"]


def test_a_holiday_can_be_named_by_itself() -> None:
    daily = activity(
        {"soort": "elke dag", "van": "10:00"}, niet_in=["bevrijdingsdag", "Koningsdag"]
    )
    assert days(daily, "2027-04-26", "2027-04-28") == ["2027-04-26", "2027-04-28"]
    assert days(daily, "2027-05-05", "2027-05-06") == ["2027-05-06"]


def test_good_friday_is_only_closed_for_who_says_so() -> None:
    open_then = activity(weekly("vrijdag"), niet_in=["feestdagen"])
    closed = activity(weekly("vrijdag"), niet_in=["feestdagen", "Goede Vrijdag"])
    assert days(open_then, "2027-03-26", "2027-03-26") == ["2027-03-26"]
    assert days(closed, "2027-03-26", "2027-03-26") == []


def test_one_school_holiday_can_be_named() -> None:
    model = activity(weekly("dinsdag"), niet_in=["zomervakantie"])
    assert "2026-10-13" in days(model, "2026-10-01", "2026-10-31")
    assert days(model, "2026-07-07", "2026-08-10") == []


def test_a_calendar_knows_its_words_and_its_end() -> None:
    own = Calendar.of(holidays(("feestdag", "Koningsdag", "2027-04-27", "2027-04-27")))
    assert own.until == date(2027, 4, 27)
    assert all(own.knows(word) for word in ("Koningsdag", "feestdag", "schoolvakanties", "juli"))
    assert not own.knows("carnaval")
    assert Calendar.of(holidays()).until is None


# --- exceptions: closed over adjusted, adjusted over regular -----------------------------------

CANCELLED = {"soort": "gaat niet door", "datum": "2026-12-08", "reden": "de zaal is bezet"}
MOVED = {"soort": "verplaatst", "datum": "2026-12-08", "naar_datum": "2026-12-09", "reden": "feest"}
EXTRA_DAY = {"datum": "2026-12-09", "van": "14:00", "tot": "16:00", "toelichting": "kerst"}


def around(**more: object) -> tuple[Occurrence, ...]:
    """Tuesday 8 and Wednesday 9 December of a weekly activity on Tuesday."""
    return found(activity(WEEKLY, **more), "2026-12-08", "2026-12-09")  # type: ignore[arg-type]


def test_a_cancelled_date_stays_in_sight_with_its_reason() -> None:
    (one,) = around(wijzigingen=[CANCELLED])
    assert (one.status, one.reason, one.day) == ("cancelled", "de zaal is bezet", date(2026, 12, 8))


def test_a_date_in_niet_op_drops_out_in_silence() -> None:
    assert around(niet_op=["2026-12-08"]) == ()


def test_a_moved_one_stands_on_its_new_day_and_remembers_the_old() -> None:
    (one,) = around(wijzigingen=[MOVED])
    assert starts([one]) == ["2026-12-09 10:00"]
    assert (one.status, one.reason) == ("moved", "feest")
    assert f"{one.original:%d %H:%M}" == "08 10:00"


def test_a_later_start_takes_end_and_doors_along() -> None:
    moment = weekly("dinsdag", inloop="9:45")
    change = {"soort": "verplaatst", "datum": "2026-12-08", "van": "14:00", "reden": "feest"}
    (one,) = found(activity(moment, wijzigingen=[change]), "2026-12-08", "2026-12-08")
    assert one.end is not None
    assert (one.end.time(), one.doors) == (time(15, 30), time(13, 45))


def test_only_the_place_can_move() -> None:
    (one,) = around(wijzigingen=[{**MOVED, "naar_datum": "2026-12-08", "plek": "plein1"}])
    assert (one.place, one.status, one.start == one.original) == ("plein1", "moved", True)


def test_an_extra_comes_on_top() -> None:
    regular, extra = around(ook_op=[EXTRA_DAY])
    assert (regular.moment, extra.moment, extra.note) == (0, EXTRA, "kerst")


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({"wijzigingen": [MOVED, CANCELLED]}, ["cancelled 08"]),
        ({"niet_op": ["2026-12-08"], "wijzigingen": [CANCELLED]}, ["cancelled 08"]),
        ({"niet_op": ["2026-12-08"], "wijzigingen": [MOVED]}, []),
        ({"niet_op": ["2026-12-09"], "wijzigingen": [MOVED]}, []),
        ({"niet_op": ["2026-12-09"], "ook_op": [EXTRA_DAY]}, ["scheduled 08"]),
    ],
)
def test_closed_wins_over_adjusted(more: Block, expected: list[str]) -> None:
    assert [f"{one.status} {one.start:%d}" for one in around(**more)] == expected


def test_adjusted_wins_over_regular_at_the_same_time() -> None:
    extra = {**EXTRA_DAY, "datum": "2026-12-08", "van": "10:00"}
    (one,) = around(ook_op=[extra])
    assert one.moment == EXTRA


def test_a_date_that_is_named_wins_over_a_period() -> None:
    """``niet_in`` speaks about the regular moments: a Christmas lunch may be in the holidays."""
    more: Block = {"niet_in": ["december"], "ook_op": [EXTRA_DAY]}
    assert [one.moment for one in around(**more)] == [EXTRA]
    more = {"niet_in": ["december"], "wijzigingen": [MOVED]}
    assert [one.status for one in around(**more)] == ["moved"]


def test_a_change_can_be_about_one_of_two_times_on_a_day() -> None:
    model = activity(
        WEEKLY, weekly("dinsdag", "14:00", "15:00"), wijzigingen=[{**CANCELLED, "aanvang": "14:00"}]
    )
    statuses = [one.status for one in found(model, "2026-12-08", "2026-12-08")]
    assert statuses == ["scheduled", "cancelled"]


def test_a_move_into_the_span_is_found_though_it_came_from_outside() -> None:
    change = {**MOVED, "datum": "2026-12-08", "naar_datum": "2027-01-20"}
    model = activity(WEEKLY, wijzigingen=[change])
    assert starts(found(model, "2027-01-20", "2027-01-20")) == ["2027-01-20 10:00"]
    assert starts(found(model, "2026-12-08", "2026-12-08")) == []


def test_a_move_to_another_month_goes_to_the_place_of_that_month() -> None:
    change = {**MOVED, "datum": "2026-11-24", "naar_datum": "2026-12-01"}
    model = activity(WEEKLY, where=ROTATING, wijzigingen=[change])
    places = [one.place for one in found(model, "2026-11-24", "2026-12-01")]
    assert places == ["oude-kerk"]


def test_a_moment_with_its_own_place_keeps_it_when_it_moves_to_another_month() -> None:
    """Also when the rotation happens to be in that very place."""
    change = {**MOVED, "datum": "2026-11-24", "naar_datum": "2026-12-01"}
    model = activity(WEEKLY | {"plek": "de-luifel"}, where=ROTATING, wijzigingen=[change])
    (one,) = [one for one in found(model, "2026-11-24", "2026-12-01") if one.status == "moved"]
    assert one.place == "de-luifel"


def test_a_pause_is_silent_and_ends() -> None:
    pause = {"pauze": {"vanaf": "2026-12-01", "tot_en_met": "2026-12-15", "reden": "verf"}}
    model = activity(WEEKLY, more=pause, wijzigingen=[CANCELLED])
    assert days(model, "2026-11-24", "2026-12-22") == ["2026-11-24", "2026-12-22"]
    assert found(model, "2026-12-01", "2026-12-15") == ()


def test_a_pause_without_dates_is_now_and_until_further_notice() -> None:
    assert days(activity(WEEKLY, more={"pauze": {}}), "2020-01-01", "2030-12-31") == []


def test_it_is_still_on_on_the_day_that_it_stops() -> None:
    model = activity(WEEKLY, more={"gestopt_op": "2026-12-08"})
    assert days(model, "2026-12-01", "2026-12-31") == ["2026-12-01", "2026-12-08"]


def test_when_a_page_may_be_shown_does_not_touch_the_schedule() -> None:
    more = {"geldig_van": "2026-12-08", "geldig_tot": "2026-12-08"}
    assert len(days(activity(WEEKLY, more=more), "2026-12-01", "2026-12-15")) == 3


# --- the clock ---------------------------------------------------------------------------------


def test_half_past_seven_stays_half_past_seven_over_a_change_of_the_clock() -> None:
    model = activity(weekly("zaterdag, zondag", "19:30", "21:00"))
    offsets = [f"{one.start:%H:%M %z}" for one in found(model, "2027-03-27", "2027-03-28")]
    assert offsets == ["19:30 +0100", "19:30 +0200"]


def test_easter_2027_is_the_night_of_the_clock_change() -> None:
    model = activity(weekly("zondag", "0:30", "4:00"), niet_in=["Koningsdag"])
    (one,) = found(model, "2027-03-28", "2027-03-28")
    assert one.end is not None
    assert one.end.astimezone(UTC) - one.start.astimezone(UTC) == timedelta(hours=2, minutes=30)
    assert (
        days(activity(weekly("zondag"), niet_in=["feestdagen"]), "2027-03-28", "2027-03-28") == []
    )


def test_a_start_that_the_clock_skips_is_an_hour_later() -> None:
    """RFC 5545 §3.3.5: the offset before the gap counts."""
    model = activity({"soort": "elke dag", "van": "2:30", "tot": "4:00"})
    (one,) = found(model, "2027-03-28", "2027-03-28")
    assert one.start.isoformat() == "2027-03-28T03:30:00+02:00"
    assert one.start.astimezone(UTC) == datetime(2027, 3, 28, 1, 30, tzinfo=UTC)


def test_a_start_that_is_skipped_past_its_end_keeps_its_length() -> None:
    model = activity({"soort": "elke dag", "van": "2:45", "tot": "3:15"})
    (one,) = found(model, "2027-03-28", "2027-03-28")
    assert one.end is not None
    assert (one.start.time(), one.end.time()) == (time(3, 45), time(4, 15))


def test_a_start_that_comes_twice_is_the_first_of_the_two() -> None:
    model = activity({"soort": "elke dag", "van": "2:30", "tot": "4:00"})
    (one,) = found(model, "2027-10-31", "2027-10-31")
    assert one.start.isoformat() == "2027-10-31T02:30:00+02:00"


def test_an_end_before_the_start_is_on_the_next_day() -> None:
    model = activity(weekly("vrijdag", "20:00", "1:00"))
    (one,) = found(model, "2026-11-27", "2026-11-27")
    assert one.end == datetime(2026, 11, 28, 1, tzinfo=AMSTERDAM)


def test_until_midnight_is_until_the_end_of_the_day() -> None:
    (one,) = found(activity(weekly("vrijdag", "20:00", "24:00")), "2026-11-27", "2026-11-27")
    assert one.end == datetime(2026, 11, 28, tzinfo=AMSTERDAM)


# --- what always holds -------------------------------------------------------------------------

FREQUENCIES = st.one_of(
    st.builds(
        lambda days: (
            {"soort": "elke week", "dag": [WEEKDAYS[d] for d in days]},
            {"freq": rrule.WEEKLY, "byweekday": days},
        ),
        st.lists(st.integers(0, 6), min_size=1, unique=True),
    ),
    st.builds(
        lambda days, nth: (
            {"soort": "elke maand", "dag": [WEEKDAYS[d] for d in days], "welke": nth},
            {
                "freq": rrule.MONTHLY,
                "byweekday": [rrule.weekday(d, ORDINALS[n]) for d in days for n in nth],
            },
        ),
        st.lists(st.integers(0, 6), min_size=1, max_size=3, unique=True),
        st.lists(st.sampled_from(list(ORDINALS)), min_size=1, unique=True),
    ),
    st.builds(
        lambda numbers: (
            {"soort": "dag van de maand", "dagnummer": [str(n) for n in numbers]},
            {"freq": rrule.MONTHLY, "bymonthday": numbers},
        ),
        st.lists(st.integers(1, 31), min_size=1, max_size=4, unique=True),
    ),
    st.builds(
        lambda days, first, weeks: (
            {
                "soort": "om de week",
                "dag": [WEEKDAYS[d] for d in days],
                "eerste_keer": first.isoformat(),
                "aantal_weken": str(weeks),
            },
            {
                "freq": rrule.WEEKLY,
                "byweekday": days,
                "interval": weeks,
                "dtstart": datetime.combine(first, time(10)),
                "wkst": 0,
            },
        ),
        st.lists(st.integers(0, 6), min_size=1, unique=True),
        st.dates(date(2024, 1, 1), date(2026, 11, 1)),
        st.integers(2, 9),
    ),
    st.just(({"soort": "elke dag"}, {"freq": rrule.DAILY})),
)


@given(
    pair=FREQUENCIES,
    first=st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    length=st.integers(0, 800),
)
def test_dateutil_finds_the_same_dates_for_every_plain_rule(
    pair: tuple[Block, dict[str, object]], first: date, length: int
) -> None:
    block, rule = pair
    last = first + timedelta(days=length)
    start = {"dtstart": datetime.combine(date(2024, 1, 1), time(10))} | rule
    theirs = rrule.rrule(**start, until=datetime.combine(last, time(23)))  # type: ignore[arg-type]
    ours = expand(activity({**block, "van": "10:00"}), calendar(), first, last)
    assert [one.start.replace(tzinfo=None) for one in ours] == [
        at for at in theirs if at.date() >= first
    ]


@given(model=activities(), cut=st.integers(1, 200))
def test_two_spans_give_what_one_gives(model: Activity, cut: int) -> None:
    middle, last = TODAY + timedelta(days=cut), TODAY + timedelta(days=250)
    whole = expand(model, calendar(), TODAY, last)
    parts = (
        *expand(model, calendar(), TODAY, middle - timedelta(days=1)),
        *expand(model, calendar(), middle, last),
    )
    assert parts == whole


@given(model=activities())
def test_occurrences_are_sorted_and_each_is_known_by_one_name(model: Activity) -> None:
    occurrences = expand(model, calendar(), TODAY, TODAY + timedelta(days=400))
    assert [one.start for one in occurrences] == sorted(one.start for one in occurrences)
    names = [(one.moment, one.original) for one in occurrences]
    assert len(names) == len(set(names))
