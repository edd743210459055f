"""Schedules for tests: by hand, and at random in every kind with every exception."""

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from msgspec.structs import replace

from gids.derive import derive
from gids.directory import ActivityView, Directory
from gids.feeds.setting import Setting
from gids.occurrences import Calendar, expand
from gids.project import Entry, Project
from gids.reading import read_project
from gids.values import MONTHS, ORDINALS, WEEKDAYS
from gids.views import Context, activity_view
from schema import Activity, Holidays, Place

PROJECT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 24)
Block = dict[str, Any]

WEEKLY: Block = {"soort": "elke week", "dag": "dinsdag", "van": "10:00", "tot": "11:30"}


def activity(
    *moments: Block, where: Any = "de-luifel", more: Block | None = None, **when: Any
) -> Activity:
    """An activity as a partner writes it; without moments it is weekly on Tuesday at ten."""
    return Activity.model_validate(
        {
            "titel": "Koffieochtend",
            "samenvatting": "Elke week koffie met mensen uit de buurt.",
            "themas": ["ontmoeten"],
            "voor_wie": ["iedereen"],
            "wanneer": {"momenten": list(moments) or [WEEKLY], **when},
            "waar": where,
            "kosten": "gratis",
            **(more or {}),
        }
    )


def weekly(day: str, start: str = "10:00", end: str = "11:30", **more: Any) -> Block:
    return {"soort": "elke week", "dag": day, "van": start, "tot": end, **more}


def special(kind: str, **more: Any) -> Block:
    return {"soort": kind, "van": "14:00", "tot": "16:00", **more}


SAID: tuple[tuple[list[Block], str], ...] = (
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
            special("even weken", dag="di"),
            special("elke maand", dag="vr", welke="eerste"),
        ],
        "Op verschillende dagen en tijden",
    ),
    (
        [special("elke maand", dag="ma", welke="tweede, vierde")],
        "Elke tweede en vierde maandag van de maand van 14.00 tot 16.00 uur",
    ),
    (
        [special("elke maand", dag="wo", welke="laatste, eerste")],
        "Elke eerste en laatste woensdag van de maand van 14.00 tot 16.00 uur",
    ),
    (
        [special("even weken", dag="vrijdag")],
        "Elke vrijdag in de even weken van 14.00 tot 16.00 uur",
    ),
    (
        [special("om de week", dag="di", eerste_keer="2026-01-13")],
        "Om de week op dinsdag van 14.00 tot 16.00 uur",
    ),
    (
        [special("om de week", dag="di", eerste_keer="2026-01-13", aantal_weken="drie")],
        "Eens in de drie weken op dinsdag van 14.00 tot 16.00 uur",
    ),
    (
        [special("dag van de maand", dagnummer="1, 15")],
        "Elke maand op de 1e en de 15e van 14.00 tot 16.00 uur",
    ),
    (
        [special("losse data", data=["2026-12-05", "2026-12-19"])],
        "Op losse zaterdagen van 14.00 tot 16.00 uur",
    ),
    (
        [special("losse data", data=["2026-12-05", "2026-12-20"])],
        "Op losse dagen van 14.00 tot 16.00 uur",
    ),
    (
        [special("losse data", data=["2026-12-25"])],
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
)
"""A schedule, and the one line that a card says of it."""

PRICES: tuple[tuple[Any, str, str], ...] = (
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
)
"""What somebody may write of a price, what a card says of it, and what a page says."""


def holidays(*rows: tuple[str, str, str, str]) -> Holidays:
    """Each row is kind, name, first and last day; a ``?`` behind the kind is not for everyone."""
    return Holidays.model_validate({"vakanties": [holiday(*row) for row in rows]})


def holiday(kind: str, name: str, first: str, last: str) -> Block:
    words = {"soort": kind.rstrip("?"), "naam": name, "van": first, "tot_en_met": last}
    return words | ({"voor_iedereen_vrij": "nee"} if kind.endswith("?") else {})


SCHOOL = """
Kerstvakantie 2025-12-20 2026-01-04, Voorjaarsvakantie 2026-02-21 2026-03-01,
Meivakantie 2026-04-25 2026-05-03, Zomervakantie 2026-07-04 2026-08-16,
Herfstvakantie 2026-10-10 2026-10-18, Kerstvakantie 2026-12-19 2027-01-03,
Voorjaarsvakantie 2027-02-20 2027-02-28, Meivakantie 2027-04-24 2027-05-02,
Zomervakantie 2027-07-10 2027-08-22, Herfstvakantie 2027-10-16 2027-10-24,
Kerstvakantie 2027-12-25 2028-01-09"""
PUBLIC = """
Goede Vrijdag 2026-04-03?, Tweede paasdag 2026-04-06, Koningsdag 2026-04-27,
Bevrijdingsdag 2026-05-05?, Hemelvaartsdag 2026-05-14, Tweede pinksterdag 2026-05-25,
Eerste kerstdag 2026-12-25, Tweede kerstdag 2026-12-26, Nieuwjaarsdag 2027-01-01,
Goede Vrijdag 2027-03-26?, Eerste paasdag 2027-03-28, Tweede paasdag 2027-03-29,
Koningsdag 2027-04-27, Bevrijdingsdag 2027-05-05?, Hemelvaartsdag 2027-05-06,
Eerste pinksterdag 2027-05-16, Tweede pinksterdag 2027-05-17, Eerste kerstdag 2027-12-25"""


def known_holidays() -> Holidays:
    """Region Noord, 2026 and 2027: those of the project move on with the years."""
    school = (line.rsplit(maxsplit=2) for line in SCHOOL.split(","))
    public = (line.rsplit(maxsplit=1) for line in PUBLIC.split(","))
    return holidays(
        *(("schoolvakantie", name.strip(), first, last) for name, first, last in school),
        *(
            ("feestdag?" if day.endswith("?") else "feestdag", name.strip(), day[:10], day[:10])
            for name, day in public
        ),
    )


def place(slug: str, name: str, street: str, **more: str) -> Entry[Place]:
    words = {"naam": name, "adres": {"straat": street}, **more}
    return Entry(f"content/plekken/{slug}.yaml", "plekken", slug, "", Place.model_validate(words))


@cache
def project() -> Project:
    """A small project with all that these schedules refer to."""
    small = read(PROJECT / "tests" / "golden" / "input")
    places = (
        place("de-luifel", "De Luifel", "Herenweg 96"),
        place("plein1", "Plein1", "Julianaplein 1"),
        place("oude-kerk", "Oude Kerk", "Wilhelminaplein 1", wijk="centrum"),
    )
    more = {one.slug: one for one in places}
    return replace(small, holidays=known_holidays(), places={**small.places, **more})


@cache
def offer() -> Project:
    """The project's own content and offer."""
    return read(PROJECT)


def read(root: Path) -> Project:
    found, report = read_project(root)
    assert found is not None, report.to_text()
    return found


@cache
def calendar() -> Calendar:
    """The holidays of the small project."""
    return Calendar.of(project().holidays)


def view(model: Activity, slug: str = "koffie", today: date = TODAY) -> ActivityView:
    """What a feed gets to see of an activity of the first organisation."""
    folder = next(iter(project().organisations))
    entry = Entry(f"partners/{folder}/{slug}.yaml", folder, slug, "", model)
    return activity_view(entry, Context.of(project(), today))


@cache
def directory() -> Directory:
    """The small project, derived."""
    return derive(project(), TODAY)


def setting(*views: ActivityView, base_url: str = "") -> Setting:
    """What feeds need to write about these activities."""
    site = replace(directory().site, base_url=base_url)
    return Setting.of(replace(directory(), activities=views, site=site), project())


# --- at random -------------------------------------------------------------------------------

CLOCKS = st.builds(
    lambda hour, minute: f"{hour}:{minute:02d}", st.integers(0, 23), st.sampled_from((0, 5, 30, 59))
)
END_CLOCKS = st.one_of(CLOCKS, st.just("24:00"))
DAYS = st.dates(date(2026, 1, 1), date(2029, 12, 31)).map(date.isoformat)
MORNINGS, EVENINGS = st.sampled_from(("8:00", "9:30")), st.sampled_from(("17:00", "21:30"))
WEEKDAY_LISTS = st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=7, unique=True)
MONTH_LISTS = st.lists(st.sampled_from(MONTHS), min_size=5, max_size=11, unique=True)
SEASON_STARTS = st.dates(date(2025, 1, 1), date(2027, 6, 30)).map(date.isoformat)
SEASON_ENDS = st.dates(date(2027, 1, 1), date(2031, 1, 1)).map(date.isoformat)
PERIODS = (
    "schoolvakanties",
    "feestdagen",
    "Zomervakantie",
    "Koningsdag",
    "juli",
    "augustus",
    "maart",
)
PLACES = ("de-luifel", "plein1", "oude-kerk")


def block(required: Block, optional: Block) -> st.SearchStrategy[Block]:
    fixed = {
        key: value if isinstance(value, st.SearchStrategy) else st.just(value)
        for key, value in required.items()
    }
    return st.fixed_dictionaries(fixed, optional=optional)


def in_order(made: Block) -> Block:
    """The first day of a season before its last."""
    if made.get("vanaf", "") > made.get("tot_en_met", "9"):
        made["vanaf"], made["tot_en_met"] = made["tot_en_met"], made["vanaf"]
    return made


def timed(kind: str, **own: Any) -> st.SearchStrategy[Block]:
    optional = {
        "tot": END_CLOCKS,
        "inloop": st.just("0:00"),
        "toelichting": st.just("beginners"),
        "plek": st.sampled_from(PLACES),
        "alleen_in": MONTH_LISTS,
        "vanaf": SEASON_STARTS,
        "tot_en_met": SEASON_ENDS,
    }
    return block({"soort": kind, "van": CLOCKS, **own}, optional).map(in_order)


MOMENTS = st.one_of(
    timed("elke dag"),
    timed("elke week", dag=WEEKDAY_LISTS),
    timed(
        "om de week",
        dag=WEEKDAY_LISTS,
        eerste_keer=SEASON_STARTS,
        aantal_weken=st.integers(2, 5).map(str),
    ),
    timed("even weken", dag=WEEKDAY_LISTS),
    timed("oneven weken", dag=WEEKDAY_LISTS),
    timed(
        "elke maand",
        dag=WEEKDAY_LISTS,
        welke=st.lists(st.sampled_from(list(ORDINALS)), min_size=1, max_size=3, unique=True),
    ),
    timed(
        "dag van de maand",
        dagnummer=st.lists(st.integers(1, 31).map(str), min_size=1, max_size=3, unique=True),
    ),
    timed("losse data", data=st.lists(DAYS, min_size=1, max_size=8, unique=True)),
    block({"soort": "op afspraak"}, {"dag": WEEKDAY_LISTS, "van": MORNINGS, "tot": EVENINGS}),
    st.sampled_from([{"soort": "altijd welkom"}, {"soort": "onbekend"}]),
)
ROTATING = {
    "soort": "meer plekken",
    "plekken": [
        {
            "plek": "de-luifel",
            "maanden": ["januari", "maart", "mei", "juli", "september", "november"],
        },
        {"plek": "plein1", "maanden": ["februari", "april", "juni"]},
        {"plek": "oude-kerk"},
    ],
}


def changes_on(
    days: st.SearchStrategy[str], times: st.SearchStrategy[Block]
) -> st.SearchStrategy[Block]:
    """Cancelled, or moved to any day, among them days on which something is or nothing may be."""
    cancelled = block({"soort": "gaat niet door", "datum": days, "reden": "zaal bezet"}, {})
    place = {"plek": st.sampled_from(PLACES)}
    optional = {"tot": END_CLOCKS, **place}
    moved = {"soort": "verplaatst", "datum": days, "reden": "feest"}
    elsewhen = block(moved | {"naar_datum": days}, optional | {"van": CLOCKS})
    whole_day = st.one_of(
        cancelled, elsewhen, block(moved | {"van": CLOCKS}, optional), block(moved | place, {})
    )
    return st.one_of(whole_day, st.builds(lambda change, time: change | time, whole_day, times))


@st.composite
def activities(draw: st.DrawFn) -> Activity:
    """Any schedule that a partner can write, with exceptions on days that it really has."""
    moments = draw(st.lists(MOMENTS, min_size=1, max_size=3))
    plain = activity(*moments)
    found = expand(plain, calendar(), TODAY, TODAY + timedelta(days=700))
    own_days = st.sampled_from(sorted({one.day.isoformat() for one in found})) if found else DAYS
    own_times = (
        st.sampled_from([{"datum": f"{one.day}", "aanvang": f"{one.start:%H:%M}"} for one in found])
        if found
        else st.just({"aanvang": "10:00"})
    )
    days = st.one_of(own_days, own_days, DAYS)
    when: Block = {}
    if draw(st.booleans()):
        when["niet_op"] = draw(st.lists(days, min_size=1, max_size=3))
    if draw(st.booleans()):
        when["niet_in"] = draw(
            st.lists(st.sampled_from(PERIODS), min_size=1, max_size=2, unique=True)
        )
    if draw(st.booleans()):
        when["ook_op"] = draw(
            st.lists(
                block(
                    {"datum": days, "van": CLOCKS},
                    {
                        "tot": END_CLOCKS,
                        "inloop": st.just("0:00"),
                        "plek": st.sampled_from(PLACES),
                        "toelichting": st.just("kerst"),
                    },
                ),
                min_size=1,
                max_size=2,
            )
        )
    if draw(st.booleans()):
        when["wijzigingen"] = draw(st.lists(changes_on(days, own_times), min_size=1, max_size=4))
    more: Block = {}
    if draw(st.integers(0, 4)) == 4:
        more["pauze"] = in_order(draw(block({}, {"vanaf": SEASON_STARTS, "tot_en_met": DAYS})))
    if draw(st.integers(0, 4)) == 4:
        more["gestopt_op"] = draw(SEASON_ENDS)
    if draw(st.booleans()):
        more["gecontroleerd_op"] = draw(st.dates(date(2024, 1, 1), TODAY).map(date.isoformat))
    where = draw(st.sampled_from(("de-luifel", "thuis", ROTATING)))
    return activity(*moments, where=where, more=more, **when)
