"""Every schedule and price is said in plain Dutch, short for a card and complete for a page."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from gids.sentences import cost_short, cost_text, schedule_long, schedule_short
from schema import Activity, Cost, expand_cost
from tests.schedules import Block, activities, activity, calendar


def weekly(day: str, start: str = "10:00", end: str = "11:30", **more: Any) -> Block:
    return {"soort": "elke week", "dag": day, "van": start, "tot": end, **more}


def block(kind: str, **more: Any) -> Block:
    return {"soort": kind, "van": "14:00", "tot": "16:00", **more}


def long(*moments: Block, since: date | None = None, **when: Any) -> str:
    return schedule_long(activity(*moments, **when), calendar(), since)


@pytest.mark.parametrize(
    ("moments", "words"),
    [
        ([weekly("dinsdag")], "Elke dinsdag van 10.00 tot 11.30 uur"),
        (
            [weekly("dinsdag"), weekly("donderdag")],
            "Elke dinsdag en donderdag van 10.00 tot 11.30 uur",
        ),
        ([weekly("ma, di, wo, do, vr", "9:00", "17:00")], "Op werkdagen van 9.00 tot 17.00 uur"),
        (
            [weekly("ma, di, wo, do", end="21:00")],
            "Van maandag tot en met donderdag van 10.00 tot 21.00 uur",
        ),
        (
            [weekly("ma, di, do, vr")],
            "Elke maandag, dinsdag, donderdag en vrijdag van 10.00 tot 11.30 uur",
        ),
        ([weekly("za, zo")], "In het weekend van 10.00 tot 11.30 uur"),
        ([weekly("ma, di, wo, do, vr, za")], "Elke dag behalve zondag van 10.00 tot 11.30 uur"),
        (
            [weekly("di"), weekly("di", "14:00", "15:00")],
            "Elke dinsdag van 10.00 tot 11.30 uur en van 14.00 tot 15.00 uur",
        ),
        (
            [weekly("di"), weekly("vr", "14:00", "15:00")],
            "Elke dinsdag van 10.00 tot 11.30 uur en elke vrijdag van 14.00 tot 15.00 uur",
        ),
        (
            [weekly("ma"), weekly("di", "14:00", "15:00"), weekly("vr", "9:00", "9:30")],
            "Elke maandag, dinsdag en vrijdag, op verschillende tijden",
        ),
        (
            [
                weekly("ma"),
                block("even weken", dag="di"),
                block("elke maand", dag="vr", welke="eerste"),
            ],
            "Op verschillende dagen en tijden",
        ),
        (
            [block("elke maand", dag="ma", welke="tweede, vierde")],
            "Elke tweede en vierde maandag van de maand van 14.00 tot 16.00 uur",
        ),
        (
            [block("elke maand", dag="wo", welke="laatste, eerste")],
            "Elke eerste en laatste woensdag van de maand van 14.00 tot 16.00 uur",
        ),
        (
            [block("even weken", dag="vrijdag")],
            "Elke vrijdag in de even weken van 14.00 tot 16.00 uur",
        ),
        (
            [block("om de week", dag="di", eerste_keer="2026-01-13")],
            "Om de week op dinsdag van 14.00 tot 16.00 uur",
        ),
        (
            [block("om de week", dag="di", eerste_keer="2026-01-13", aantal_weken="drie")],
            "Eens in de drie weken op dinsdag van 14.00 tot 16.00 uur",
        ),
        (
            [block("dag van de maand", dagnummer="1, 15")],
            "Elke maand op de 1e en de 15e van 14.00 tot 16.00 uur",
        ),
        (
            [block("losse data", data=["2026-12-05", "2026-12-19"])],
            "Op losse zaterdagen van 14.00 tot 16.00 uur",
        ),
        (
            [block("losse data", data=["2026-12-05", "2026-12-20"])],
            "Op losse dagen van 14.00 tot 16.00 uur",
        ),
        (
            [block("losse data", data=["2026-12-25"])],
            "Op vrijdag 25 december 2026 van 14.00 tot 16.00 uur",
        ),
        ([{"soort": "elke dag", "van": "0:00", "tot": "24:00"}], "Elke dag, dag en nacht"),
        ([{"soort": "elke dag", "van": "9:00"}], "Elke dag om 9.00 uur"),
        ([{"soort": "altijd welkom"}], "Elke dag, dag en nacht"),
        ([{"soort": "onbekend"}], "Tijd nog niet bekend, bel even"),
        ([{"soort": "op afspraak"}], "Op afspraak"),
        ([{"soort": "op afspraak", "dag": "za, zo"}], "Op afspraak, in het weekend"),
        (
            [{"soort": "op afspraak", "dag": "ma, do", "van": "9:00", "tot": "12:00"}],
            "Op afspraak, op maandag en donderdag tussen 9.00 en 12.00 uur",
        ),
        ([{"soort": "op afspraak", "van": "9:00"}], "Op afspraak, vanaf 9.00 uur"),
        ([{"soort": "op afspraak", "tot": "17:00"}], "Op afspraak, tot 17.00 uur"),
        (
            [weekly("di"), {"soort": "op afspraak"}],
            "Elke dinsdag van 10.00 tot 11.30 uur en op afspraak",
        ),
        (
            [weekly("di", alleen_in="juni, juli, augustus")],
            "Elke dinsdag van 10.00 tot 11.30 uur, van juni tot en met augustus",
        ),
        (
            [weekly("di", alleen_in="november, december, januari")],
            "Elke dinsdag van 10.00 tot 11.30 uur, van november tot en met januari",
        ),
        (
            [weekly("di", alleen_in="maart, juli")],
            "Elke dinsdag van 10.00 tot 11.30 uur, in maart en juli",
        ),
    ],
)
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
    told = long(block("losse data", data=["2026-12-05", "2026-12-19", "2027-01-02"]))
    assert told == (
        "Op de zaterdagen 5 december, 19 december 2026 en 2 januari 2027 van 14.00 tot 16.00 uur."
    )
    told = long(block("losse data", data=["2026-12-05", "2026-12-20", "2027-01-02"]))
    assert told == (
        "Op zaterdag 5 december, zondag 20 december 2026 en zaterdag 2 januari 2027 "
        "van 14.00 tot 16.00 uur."
    )


def test_loose_dates_that_are_past_are_left_out() -> None:
    moment = block("losse data", data=["2026-12-05", "2027-01-02"])
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
    told = long(block("om de week", dag="wo", eerste_keer="2027-01-13", vanaf="2027-01-13"))
    assert (
        told == "Om de week op woensdag van 14.00 tot 16.00 uur. Dit loopt vanaf 13 januari 2027."
    )


def test_every_so_many_weeks_says_from_when_we_count() -> None:
    told = long(block("om de week", dag="di", eerste_keer="2026-01-13"))
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


@pytest.mark.parametrize(
    ("written", "short", "text"),
    [
        ("gratis", "gratis", "gratis"),
        ("2,50", "€ 2,50", "€ 2,50"),
        ("vrije gift", "vrije gift", "vrije gift"),
        ("onbekend", "kosten onbekend, bel even", "kosten onbekend, bel even"),
        (
            {"soort": "betaald", "toelichting": "u betaalt uw eigen drankje"},
            "u betaalt uw eigen drankje",
            "u betaalt uw eigen drankje",
        ),
        (
            {
                "soort": "betaald",
                "bedragen": [
                    {"bedrag": "2,50", "waarvoor": "per keer, met koffie"},
                    {"bedrag": "20", "waarvoor": "per jaar"},
                ],
            },
            "€ 2,50 tot € 20,00",
            "€ 2,50 per keer, met koffie; € 20,00 per jaar",
        ),
        (
            {
                "soort": "betaald",
                "bedragen": [
                    {"bedrag": "0", "waarvoor": "de eerste keer"},
                    {"bedrag": "5", "waarvoor": "daarna"},
                ],
            },
            "gratis tot € 5,00",
            "gratis de eerste keer en € 5,00 daarna",
        ),
        (
            {"soort": "gratis", "toelichting": "koffie betaalt u zelf"},
            "gratis",
            "gratis. Koffie betaalt u zelf.",
        ),
    ],
)
def test_a_price_is_said_as_it_is(written: object, short: str, text: str) -> None:
    assert cost_short(cost(written)).replace("\u00a0", " ") == short
    assert cost_text(cost(written)).replace("\u00a0", " ") == text
