"""When it is: a schedule as a partner writes it, and what differs from it."""

from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Discriminator,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from gids.model.base import Model, choice, ends_after_start, field, kind_of
from gids.values import (
    Count,
    Date,
    Dates,
    DayNumbers,
    Months,
    Ordinals,
    Slug,
    Text,
    Texts,
    Time,
    Weekdays,
    split_listing,
)


class Timed(Model):
    """What every repeating moment has: times, and where and in which part of the year it holds."""

    start: Time = field("van", "Aanvang", "Hoe laat begint het?", "van: 10:00")
    end: Time | None = field("tot", "Eindtijd", "Hoe laat is het afgelopen?", "tot: 11:30", None)
    doors: Time | None = field(
        "inloop",
        "Deur open",
        "Vanaf hoe laat kan men binnenlopen, als dat eerder is?",
        "inloop: 9:45",
        None,
    )
    place: Slug | None = field(
        "plek",
        "Plek van dit moment",
        "Alleen als dit moment ergens anders is dan bij ‘waar’.",
        "plek: de-luifel",
        None,
    )
    months: Months = field(
        "alleen_in",
        "Alleen in deze maanden",
        "De maanden waarin dit moment er is.",
        "alleen_in: [juni, juli, augustus]",
        (),
    )
    from_date: Date | None = field(
        "vanaf",
        "Eerste dag",
        "De eerste dag van het seizoen of de reeks.",
        "vanaf: 2026-09-01",
        None,
    )
    until: Date | None = field(
        "tot_en_met",
        "Laatste dag",
        "De laatste dag van het seizoen of de reeks.",
        "tot_en_met: 2027-06-30",
        None,
    )
    note: Text | None = field(
        "toelichting",
        "Voor wie of wat",
        "Wat dit moment anders maakt dan de andere.",
        "toelichting: groep voor beginners",
        None,
    )

    @model_validator(mode="after")
    def check_order(self) -> "Timed":
        ends_after_start(self.from_date, self.until, "tot_en_met", "Deze periode")
        if self.doors and self.doors > self.start:
            raise PydanticCustomError(
                "volgorde",
                "De deur gaat pas open als het al begonnen is.",
                {"hint": "Zet bij  inloop:  een tijd die vóór  van:  ligt.", "at": "inloop"},
            )
        return self


DAY = field(
    "dag", "Dag", "Op welke dag of dagen van de week?", "dag: [dinsdag, vrijdag]", min_length=1
)


class EveryDay(Timed):
    """Every day of the week."""

    kind: Annotated[Literal["elke dag"], choice("elke dag")] = field(
        "soort", "Hoe vaak", "Elke dag van de week.", "soort: elke dag"
    )


class EveryWeek(Timed):
    """Every week on the same day or days."""

    kind: Annotated[Literal["elke week"], choice("elke week")] = field(
        "soort", "Hoe vaak", "Elke week op dezelfde dag of dagen.", "soort: elke week"
    )
    days: Weekdays = DAY


class EveryFewWeeks(Timed):
    """Every n weeks, counted in weeks from the first time."""

    kind: Annotated[Literal["om de week"], choice("om de week")] = field(
        "soort",
        "Hoe vaak",
        "Eens in de twee weken (of meer), geteld vanaf de eerste keer.",
        "soort: om de week",
    )
    days: Weekdays = DAY
    first: Date = field(
        "eerste_keer",
        "Eerste keer",
        "Een dag waarop het was of is; van daar tellen we verder.",
        "eerste_keer: 2026-01-13",
    )
    weeks: Count = field(
        "aantal_weken",
        "Om de hoeveel weken",
        "2 is om de week, 3 is eens in de drie weken.",
        "aantal_weken: 3",
        2,
        ge=2,
        le=52,
    )


class WeekParity(Timed):
    """In weeks with an even or odd ISO number; after week 53 this is not every other week."""

    kind: Annotated[Literal["even weken", "oneven weken"], choice("even weken", "oneven weken")] = (
        field(
            "soort",
            "Hoe vaak",
            "Alleen in even of oneven weken, naar het weeknummer op de kalender.",
            "soort: even weken",
        )
    )
    days: Weekdays = DAY


class EveryMonth(Timed):
    """The nth or last weekday of every month."""

    kind: Annotated[Literal["elke maand"], choice("elke maand")] = field(
        "soort", "Hoe vaak", "Elke maand op bijvoorbeeld de tweede dinsdag.", "soort: elke maand"
    )
    nth: Ordinals = field(
        "welke",
        "De hoeveelste",
        "De eerste, tweede, derde, vierde, vijfde of laatste van de maand.",
        "welke: [tweede, vierde]",
        min_length=1,
    )
    days: Weekdays = DAY


class MonthDay(Timed):
    """A fixed day of every month; a month without that day is skipped."""

    kind: Annotated[Literal["dag van de maand"], choice("dag van de maand")] = field(
        "soort", "Hoe vaak", "Elke maand op dezelfde datum.", "soort: dag van de maand"
    )
    numbers: DayNumbers = field(
        "dagnummer",
        "Dag van de maand",
        "Een getal van 1 tot en met 31.",
        "dagnummer: 15",
        min_length=1,
    )


class LooseDates(Timed):
    """Dates that follow no rule."""

    kind: Annotated[Literal["losse data"], choice("losse data")] = field(
        "soort", "Hoe vaak", "Alleen op de dagen die u noemt.", "soort: losse data"
    )
    dates: Dates = field(
        "data", "Datums", "De dagen waarop het is.", "data: [2026-12-05, 2026-12-19]", min_length=1
    )


class ByAppointment(Model):
    """No dates: people make an appointment, on certain days if those are named."""

    kind: Annotated[Literal["op afspraak"], choice("op afspraak")] = field(
        "soort", "Hoe vaak", "Op een tijd die u samen afspreekt.", "soort: op afspraak"
    )
    days: Weekdays = field(
        "dag", "Mogelijke dagen", "Op welke dagen een afspraak kan.", "dag: [zaterdag, zondag]", ()
    )
    start: Time | None = field(
        "van", "Vroegste tijd", "Vanaf hoe laat een afspraak kan.", "van: 9:00", None
    )
    end: Time | None = field(
        "tot", "Laatste tijd", "Tot hoe laat een afspraak kan.", "tot: 17:00", None
    )
    note: Text | None = field(
        "toelichting",
        "Toelichting",
        "Hoe het maken van een afspraak gaat.",
        "toelichting: bel een dag van tevoren",
        None,
    )


class AlwaysOpen(Model):
    """There is nothing to be on time for: a bench, a garden, a phone line day and night."""

    kind: Annotated[Literal["altijd welkom"], choice("altijd welkom")] = field(
        "soort", "Hoe vaak", "Dag en nacht, zonder vaste tijd.", "soort: altijd welkom"
    )
    note: Text | None = field(
        "toelichting",
        "Toelichting",
        "Wat men moet weten.",
        "toelichting: zolang het licht is",
        None,
    )


class UnknownTime(Model):
    """Not known yet; the site says so and gives the phone number."""

    kind: Annotated[Literal["onbekend"], choice("onbekend")] = field(
        "soort", "Hoe vaak", "Nog niet bekend.", "soort: onbekend"
    )
    note: Text | None = field(
        "toelichting",
        "Toelichting",
        "Wanneer het wel bekend is.",
        "toelichting: begint weer in het voorjaar",
        None,
    )


Moment = Annotated[
    Annotated[EveryDay, Tag("elke dag")]
    | Annotated[EveryWeek, Tag("elke week")]
    | Annotated[EveryFewWeeks, Tag("om de week")]
    | Annotated[WeekParity, Tag("even weken")]
    | Annotated[EveryMonth, Tag("elke maand")]
    | Annotated[MonthDay, Tag("dag van de maand")]
    | Annotated[LooseDates, Tag("losse data")]
    | Annotated[ByAppointment, Tag("op afspraak")]
    | Annotated[AlwaysOpen, Tag("altijd welkom")]
    | Annotated[UnknownTime, Tag("onbekend")],
    Discriminator(
        lambda value: "even weken" if kind_of(value) == "oneven weken" else kind_of(value)
    ),
]
MOMENT_KINDS = (
    "elke dag",
    "elke week",
    "om de week",
    "even weken",
    "oneven weken",
    "elke maand",
    "dag van de maand",
    "losse data",
    "op afspraak",
    "altijd welkom",
    "onbekend",
)
UNDATED_KINDS = ("op afspraak", "altijd welkom", "onbekend")


class ExtraDate(Model):
    """A one-off extra, beside the regular moments."""

    day: Date = field("datum", "Datum", "De extra dag.", "datum: 2026-12-20")
    start: Time = field("van", "Aanvang", "Hoe laat begint het?", "van: 14:00")
    end: Time | None = field("tot", "Eindtijd", "Hoe laat is het afgelopen?", "tot: 16:00", None)
    doors: Time | None = field(
        "inloop", "Deur open", "Vanaf hoe laat kan men binnenlopen?", "inloop: 13:30", None
    )
    place: Slug | None = field(
        "plek", "Plek", "Alleen als het deze keer ergens anders is.", "plek: de-luifel", None
    )
    note: Text | None = field(
        "toelichting",
        "Wat is er anders",
        "Wat er deze keer bijzonder is.",
        "toelichting: kerstmiddag",
        None,
    )


class Cancellation(Model):
    """One date on which it does not happen, and why."""

    kind: Annotated[Literal["gaat niet door"], choice("gaat niet door")] = field(
        "soort", "Wat is er", "Deze keer gaat het niet door.", "soort: gaat niet door"
    )
    day: Date = field("datum", "Datum", "De dag waarop het niet doorgaat.", "datum: 2026-12-08")
    at: Time | None = field(
        "aanvang",
        "Welke keer die dag",
        "Alleen nodig als er meer keren op die dag zijn.",
        "aanvang: 10:00",
        None,
    )
    reason: Text = field(
        "reden", "Reden", "Kort waarom, zodat niemand zich zorgen maakt.", "reden: de zaal is bezet"
    )


class Move(Model):
    """One occurrence that is on another day, at another time or in another place."""

    kind: Annotated[Literal["verplaatst"], choice("verplaatst")] = field(
        "soort",
        "Wat is er",
        "Deze keer is het op een andere dag, tijd of plek.",
        "soort: verplaatst",
    )
    day: Date = field("datum", "Datum", "De dag waarop het eigenlijk was.", "datum: 2026-12-08")
    at: Time | None = field(
        "aanvang",
        "Welke keer die dag",
        "Alleen nodig als er meer keren op die dag zijn.",
        "aanvang: 10:00",
        None,
    )
    to_day: Date | None = field(
        "naar_datum",
        "Nieuwe dag",
        "De nieuwe dag, als die anders is.",
        "naar_datum: 2026-12-09",
        None,
    )
    start: Time | None = field(
        "van", "Nieuwe aanvang", "De nieuwe tijd, als die anders is.", "van: 14:00", None
    )
    end: Time | None = field(
        "tot", "Nieuwe eindtijd", "De nieuwe eindtijd, als die anders is.", "tot: 16:00", None
    )
    place: Slug | None = field(
        "plek", "Nieuwe plek", "De nieuwe plek, als die anders is.", "plek: plein1", None
    )
    reason: Text = field("reden", "Reden", "Kort waarom.", "reden: de zaal is bezet")

    @model_validator(mode="after")
    def check_something_moves(self) -> "Move":
        if not (self.to_day or self.start or self.end or self.place):
            raise PydanticCustomError(
                "verplaatst-waarheen",
                "Er staat niet waarheen het verplaatst is.",
                {
                    "hint": "Schrijf een nieuwe dag, tijd of plek, bijvoorbeeld:"
                    "  naar_datum: 2026-12-09"
                },
            )
        return self


Change = Annotated[
    Annotated[Cancellation, Tag("gaat niet door")] | Annotated[Move, Tag("verplaatst")],
    Discriminator(kind_of),
]


class When(Model):
    """When it is: the regular moments, what falls out, what comes on top, and what changed."""

    moments: tuple[Moment, ...] = field(
        "momenten",
        "Momenten",
        "Eén of meer vaste momenten.",
        "momenten:\n  - soort: elke week\n    dag: dinsdag\n    van: 10:00\n    tot: 11:30",
        min_length=1,
    )
    not_on: Dates = field(
        "niet_op",
        "Niet op deze dagen",
        "Dagen waarop het vervalt.",
        "niet_op: [2026-12-29, 2027-05-04]",
        (),
    )
    not_in: Annotated[Texts, BeforeValidator(split_listing)] = field(
        "niet_in",
        "Niet in deze periodes",
        "Maanden, ‘schoolvakanties’, ‘feestdagen’, of één vakantie of feestdag bij naam.",
        "niet_in: [schoolvakanties, feestdagen, juli]",
        (),
    )
    extra: tuple[ExtraDate, ...] = field(
        "ook_op",
        "Extra dagen",
        "Losse dagen die erbij komen.",
        "ook_op:\n  - datum: 2026-12-20\n    van: 14:00\n    tot: 16:00",
        (),
    )
    changes: tuple[Change, ...] = field(
        "wijzigingen",
        "Wijzigingen",
        "Keren die niet doorgaan of verplaatst zijn.",
        "wijzigingen:\n  - soort: gaat niet door\n    datum: 2026-12-08\n"
        "    reden: de zaal is bezet",
        (),
    )
    note: Text | None = field(
        "toelichting",
        "Toelichting",
        "Wat men verder over de tijden moet weten.",
        "toelichting: In de zomer zitten we buiten.",
        None,
    )


def expand_when(value: object) -> object:
    """``wanneer: op afspraak`` and a bare list of moments are the short spellings of a block."""
    if isinstance(value, str):
        return {"momenten": [{"soort": value}]}
    return {"momenten": value} if isinstance(value, list) else value
