"""Where the coalition wants to be, how it measures that, and what it learned."""

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from gids.model.base import SUMMARY_LIMIT, Model, choice, ends_after_start, field, kind_of
from gids.values import (
    Count,
    Date,
    Prose,
    Text,
    Url,
    YesNo,
)

INDICATORS = (
    "partners",
    "partners met aanbod",
    "sectoren",
    "samen met een ander",
    "activiteiten",
    "bevestigd in 90 dagen",
    "eerste keer beschreven",
    "drempels bekend",
    "gratis",
    "talen",
    "voor een groep",
    "verwachtingen gehaald",
    "bekeken door ervaringsdeskundigen",
)
IndicatorName = Annotated[
    str, choice(*INDICATORS), Field(json_schema_extra={"enum": list(INDICATORS)})
]


class Measured(Model):
    """One measurement, and who says so."""

    day: Date = field("op", "Gemeten op", "De dag van de meting.", "op: 2026-11-23")
    value: Count = field("waarde", "Waarde", "De uitkomst, als heel getal.", "waarde: 31")
    source: Text | None = field(
        "bron",
        "Bron",
        "Waar het getal vandaan komt.",
        "bron: Gezondheidsmonitor, tabel 3",
        None,
    )
    url: Url | None = field(
        "webadres",
        "Webadres",
        "Waar men het kan nalezen.",
        "webadres: https://www.voorbeeld.nl/monitor",
        None,
    )


class ComputedIndicator(Model):
    """What the site counts by itself, every day."""

    kind: Annotated[Literal["berekend"], choice("berekend")] = field(
        "soort", "Soort cijfer", "De site telt het zelf.", "soort: berekend"
    )
    what: IndicatorName = field(
        "wat", "Wat er geteld wordt", "Een cijfer dat de site kent.", "wat: bevestigd in 90 dagen"
    )
    audience: Text | None = field(
        "groep",
        "Groep",
        "Alleen bij ‘voor een groep’: welke groep.",
        "groep: jongeren",
        None,
    )
    baseline: Measured | None = field(
        "nulmeting",
        "Nulmeting",
        "Waar we begonnen.",
        "nulmeting:\n  op: 2026-11-23\n  waarde: 31",
        None,
    )

    @model_validator(mode="after")
    def check_audience(self) -> "ComputedIndicator":
        if (self.what == "voor een groep") != (self.audience is not None):
            raise PydanticCustomError(
                "indicator-groep",
                "Een groep hoort bij  wat: voor een groep,  en alleen daarbij.",
                {"hint": "Schrijf bijvoorbeeld:  groep: jongeren", "at": "wat"},
            )
        return self


class OutsideIndicator(Model):
    """What somebody else measures and a person fills in here, with the source of every number."""

    kind: Annotated[Literal["van elders"], choice("van elders")] = field(
        "soort", "Soort cijfer", "Iemand anders meet het.", "soort: van elders"
    )
    name: Text = field(
        "wat",
        "Wat er gemeten wordt",
        "Wat het cijfer zegt.",
        "wat: deel van de volwassenen dat zich eenzaam voelt",
    )
    unit: Annotated[Literal["aantal", "procent"], choice("aantal", "procent")] = field(
        "eenheid", "Eenheid", "Een aantal of een percentage.", "eenheid: procent"
    )
    source: Text = field(
        "bron",
        "Wie meet",
        "Wie dit meet, en hoe vaak.",
        "bron: de GGD, eens per vier jaar",
    )
    measurements: tuple[Measured, ...] = field(
        "metingen",
        "Metingen",
        "De uitkomsten, met bron. Leeg zolang niemand ze heeft ingevuld.",
        "metingen:\n  - op: 2026-06-01\n    waarde: 40\n    bron: rapport, bladzijde 4",
        (),
    )

    @model_validator(mode="after")
    def check_sources(self) -> "OutsideIndicator":
        if any(one.source is None for one in self.measurements):
            raise PydanticCustomError(
                "meting-zonder-bron",
                "Bij een meting van elders ontbreekt de bron.",
                {"hint": "Schrijf bijvoorbeeld:  bron: rapport, bladzijde 4", "at": "metingen"},
            )
        return self


Indicator = Annotated[
    Annotated[ComputedIndicator, Tag("berekend")] | Annotated[OutsideIndicator, Tag("van elders")],
    Discriminator(kind_of),
]


class Milestone(Model):
    """Something to have reached on the way."""

    day: Date = field("voor", "Voor welke dag", "Wanneer het er moet zijn.", "voor: 2027-07-01")
    text: Text = field(
        "wat", "Wat er dan is", "In één zin.", "wat: elke wijk heeft een eigen inloop"
    )
    value: Count | None = field(
        "waarde", "Waarde", "De stand van het cijfer op die dag.", "waarde: 40", None
    )
    reached_on: Date | None = field(
        "gehaald_op", "Gehaald op", "De dag waarop het er was.", "gehaald_op: 2027-05-12", None
    )


class Evaluation(Model):
    """A moment to look back together, and what it taught."""

    day: Date = field("op", "Op", "Wanneer u samen terugkijkt.", "op: 2027-03-15")
    text: Text = field("wat", "Waarover", "Waar het over gaat.", "wat: halfjaarlijks overleg")
    learned: Prose | None = field(
        "geleerd",
        "Wat we leerden",
        "Ook wat niet werkte.",
        "geleerd: Bellen werkt beter dan mailen.",
        None,
    )


class Goal(Model):
    """content/doelen/<korte-naam>.yaml: where the coalition wants to be, and how it sees that."""

    title: Text = field(
        "doel",
        "Doel",
        "Wat u wilt bereiken, in één zin.",
        "doel: Wat in de gids staat, klopt.",
        max_length=SUMMARY_LIMIT,
    )
    why: Prose | None = field(
        "waarom",
        "Waarom",
        "Waarom dit telt.",
        "waarom: Wie voor een dichte deur staat, komt niet terug.",
        None,
    )
    indicator: Indicator = field(
        "cijfer",
        "Cijfer",
        "Waaraan u ziet of het lukt.",
        "cijfer:\n  soort: berekend\n  wat: bevestigd in 90 dagen",
    )
    target: Count | None = field(
        "streefwaarde", "Streefwaarde", "Waar u heen wilt.", "streefwaarde: 90", None
    )
    downwards: YesNo = field(
        "minder_is_beter",
        "Minder is beter",
        "Ja als het cijfer omlaag moet.",
        "minder_is_beter: nee",
        False,
    )
    first: Date | None = field(
        "begint_op", "Begint op", "Wanneer u begon.", "begint_op: 2026-11-23", None
    )
    last: Date | None = field(
        "klaar_op",
        "Klaar op",
        "Wanneer de streefwaarde gehaald moet zijn.",
        "klaar_op: 2027-12-31",
        None,
    )
    owner: Text = field(
        "eigenaar",
        "Eigenaar",
        "De functie van wie hierop let, geen naam.",
        "eigenaar: de coördinator van de coalitie",
    )
    milestones: tuple[Milestone, ...] = field(
        "mijlpalen",
        "Mijlpalen",
        "Wat er onderweg gehaald moet zijn.",
        "mijlpalen:\n  - voor: 2027-07-01\n    wat: elke wijk heeft een eigen inloop",
        (),
    )
    evaluations: tuple[Evaluation, ...] = field(
        "evaluaties",
        "Evaluaties",
        "Wanneer u samen terugkijkt, en wat dat leerde.",
        "evaluaties:\n  - op: 2027-03-15\n    wat: halfjaarlijks overleg",
        (),
    )
    example: YesNo = field(
        "voorbeeld", "Voorbeeld", "Ja als dit een verzonnen voorbeeld is.", "voorbeeld: ja", False
    )

    @model_validator(mode="after")
    def check_order(self) -> "Goal":
        ends_after_start(self.first, self.last, "klaar_op", "Dit doel")
        return self
