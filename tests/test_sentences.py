"""Every schedule and price is said in plain Dutch, short for a card and complete for a page."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from gids.sentences import cost_short, cost_text, schedule_long, schedule_short
from schema import Activity, Cost, expand_cost
from tests.schedules import PRICES, SAID, Block, activities, activity, calendar, special, weekly


def long(*moments: Block, since: date | None = None, **when: Any) -> str:
    return schedule_long(activity(*moments, **when), calendar(), since)


@pytest.mark.parametrize(("moments", "words"), SAID)
def test_a_card_says_when_in_one_line(moments: list[Block], words: str) -> None:
    assert schedule_short(activity(*moments)) == words


def test_months_that_are_nearly_all_are_said_by_the_others() -> None:
    months = "jan, feb, mrt, apr, mei, juni, sep, okt, nov, dec"
    assert schedule_short(activity(weekly("di", alleen_in=months))).endswith(
        ", behalve in juli en augustus"
    )


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        (["schoolvakanties"], "niet in de schoolvakanties"),
        (["feestdagen", "schoolvakanties"], "niet op feestdagen en niet in de schoolvakanties"),
        (["juli", "augustus"], "niet in juli en augustus"),
        (["Zomervakantie", "koningsdag"], "niet in de zomervakantie en niet op Koningsdag"),
        (["Tweede paasdag"], "niet op tweede paasdag"),
    ],
)
def test_a_page_says_when_it_is_not(periods: list[str], words: str) -> None:
    told = long(weekly("dinsdag"), niet_in=periods)
    assert told == f"Elke dinsdag van 10.00 tot 11.30 uur, {words}."


def test_a_page_says_everything() -> None:
    told = long(
        weekly("dinsdag", vanaf="2026-09-01", tot_en_met="2027-06-30", inloop="9:45"),
        niet_op=["2027-05-04", "2026-12-29"],
        ook_op=[{"datum": "2026-12-20", "van": "14:00", "tot": "16:00", "toelichting": "kerst"}],
    )
    assert told == (
        "Elke dinsdag van 10.00 tot 11.30 uur. "
        "Dit loopt van 1 september 2026 tot en met 30 juni 2027. "
        "U kunt binnenlopen vanaf 9.45 uur. "
        "Niet op dinsdag 29 december 2026 en dinsdag 4 mei 2027. "
        "Ook op zondag 20 december 2026 van 14.00 tot 16.00 uur (kerst)."
    )


def test_named_dates_that_are_past_are_left_out() -> None:
    told = long(weekly("dinsdag"), niet_op=["2026-01-06"], since=date(2026, 1, 7))
    assert told == "Elke dinsdag van 10.00 tot 11.30 uur."


def test_loose_dates_are_all_named_with_the_year_once() -> None:
    told = long(special("losse data", data=["2026-12-05", "2026-12-19", "2027-01-02"]))
    assert told == (
        "Op de zaterdagen 5 december, 19 december 2026 en 2 januari 2027 van 14.00 tot 16.00 uur."
    )
    told = long(special("losse data", data=["2026-12-05", "2026-12-20", "2027-01-02"]))
    assert told == (
        "Op zaterdag 5 december, zondag 20 december 2026 en zaterdag 2 januari 2027 "
        "van 14.00 tot 16.00 uur."
    )


def test_loose_dates_that_are_past_are_left_out() -> None:
    moment = special("losse data", data=["2026-12-05", "2027-01-02"])
    assert long(moment, since=date(2026, 12, 6)) == (
        "Op zaterdag 2 januari 2027 van 14.00 tot 16.00 uur."
    )
    assert "5 december 2026" in long(moment, since=date(2027, 1, 3))


def test_a_season_that_is_over_makes_room_for_the_next() -> None:
    autumn = weekly("do", vanaf="2026-10-01", tot_en_met="2026-12-17", toelichting="al begonnen")
    spring = weekly("do", vanaf="2027-02-04", tot_en_met="2027-03-18", toelichting="nieuwe reeks")
    assert long(autumn, spring, since=date(2026, 12, 17)) == (
        "Elke donderdag van 10.00 tot 11.30 uur "
        "(van 1 oktober tot en met 17 december 2026, al begonnen). "
        "Elke donderdag van 10.00 tot 11.30 uur "
        "(van 4 februari tot en met 18 maart 2027, nieuwe reeks)."
    )
    assert long(autumn, spring, since=date(2026, 12, 18)) == (
        "Elke donderdag van 10.00 tot 11.30 uur. "
        "Dit loopt van 4 februari tot en met 18 maart 2027. Nieuwe reeks."
    )
    assert schedule_short(activity(autumn, spring)) == "Elke donderdag van 10.00 tot 11.30 uur"


def test_what_is_not_on_twice_is_said_in_one_breath() -> None:
    months = "maart, april, mei, juni, juli, augustus, september, oktober, november"
    told = long(weekly("di", alleen_in=months), niet_in=["feestdagen"])
    assert told == (
        "Elke dinsdag van 10.00 tot 11.30 uur, "
        "behalve van december tot en met februari en niet op feestdagen."
    )


def test_months_that_all_moments_share_are_said_once() -> None:
    summer = "april, mei, juni, juli, augustus, september, oktober"
    moments = (weekly("wo", alleen_in=summer), weekly("za", "14:00", "15:00", alleen_in=summer))
    words = (
        "Elke woensdag van 10.00 tot 11.30 uur en elke zaterdag van 14.00 tot 15.00 uur, "
        "van april tot en met oktober"
    )
    assert schedule_short(activity(*moments)) == words
    assert long(*moments) == words + "."
    assert long(*moments, niet_in=["feestdagen"]) == words + ", niet op feestdagen."


def test_what_is_always_open_comes_on_top_of_what_has_a_time() -> None:
    always = {"soort": "altijd welkom", "toelichting": "de bank staat er ook zonder ons"}
    assert schedule_short(activity(always, weekly("ma"))) == (
        "Elke maandag van 10.00 tot 11.30 uur en verder dag en nacht"
    )
    assert long(always, weekly("ma")) == (
        "Elke maandag van 10.00 tot 11.30 uur "
        "en verder dag en nacht (de bank staat er ook zonder ons)."
    )


def test_a_card_leaves_out_a_time_that_is_not_known_beside_one_that_is() -> None:
    unknown = {"soort": "onbekend", "toelichting": "de reeks van het najaar"}
    assert schedule_short(activity(weekly("do"), unknown)) == (
        "Elke donderdag van 10.00 tot 11.30 uur"
    )
    assert "Tijd nog niet bekend" in long(weekly("do"), unknown)


def test_a_season_from_the_first_time_on_says_that_day_once() -> None:
    told = long(special("om de week", dag="wo", eerste_keer="2027-01-13", vanaf="2027-01-13"))
    assert (
        told == "Om de week op woensdag van 14.00 tot 16.00 uur. Dit loopt vanaf 13 januari 2027."
    )


def test_every_so_many_weeks_says_from_when_we_count() -> None:
    told = long(special("om de week", dag="di", eerste_keer="2026-01-13"))
    assert told.endswith("We tellen vanaf dinsdag 13 januari 2026.")


def test_moments_that_differ_say_how() -> None:
    told = long(
        weekly("di", toelichting="beginners"),
        weekly("vr", "14:00", "15:00", plek="plein1", inloop="13:30"),
    )
    assert told == (
        "Elke dinsdag van 10.00 tot 11.30 uur (beginners). "
        "Elke vrijdag van 14.00 tot 15.00 uur (inloop vanaf 13.30 uur, op een andere plek)."
    )


def test_a_note_of_the_only_moment_is_a_sentence() -> None:
    told = long({"soort": "op afspraak", "toelichting": "bel een dag van tevoren"})
    assert told == "Op afspraak. Bel een dag van tevoren."


@given(model=activities())
def test_every_schedule_can_be_said(model: Activity) -> None:
    short, told = schedule_short(model), schedule_long(model, calendar())
    assert short[0].isupper()
    assert not short.endswith(".")
    assert told.endswith(".")
    assert "  " not in told
    assert ".." not in told


def cost(written: object) -> Cost:
    return Cost.model_validate(expand_cost(written))


@pytest.mark.parametrize(("written", "short", "text"), PRICES)
def test_a_price_is_said_as_it_is(written: object, short: str, text: str) -> None:
    assert cost_short(cost(written)).replace("\u00a0", " ") == short
    assert cost_text(cost(written)).replace("\u00a0", " ") == text
