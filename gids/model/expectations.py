"""What the coalition expects to be there."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from gids.model.base import SUMMARY_LIMIT, Model, choice, field
from gids.values import (
    Count,
    Date,
    Slug,
    Text,
    Texts,
    Weekdays,
    YesNo,
    split_listing,
)

PARTS_OF_DAY = ("ochtend", "middag", "avond")
PartOfDay = Annotated[
    str, choice(*PARTS_OF_DAY), Field(json_schema_extra={"enum": list(PARTS_OF_DAY)})
]


class Expectation(Model):
    """Something that the coalition agreed should be there, so that its absence is seen."""

    slug: Slug = field(
        "kort",
        "Korte naam",
        "Onder deze naam houden we bij hoe lang het al zo is. Verander hem niet.",
        "kort: zondag-in-elke-wijk",
    )
    sentence: Text = field(
        "afspraak",
        "Afspraak",
        "Wat er hoort te zijn, in één zin.",
        "afspraak: Elke wijk heeft iedere week iets op zondag.",
        max_length=SUMMARY_LIMIT,
    )
    scope: Annotated[
        Literal["de hele gemeente", "elke wijk", "elke groep", "elke dag"],
        choice("de hele gemeente", "elke wijk", "elke groep", "elke dag"),
    ] = field(
        "geldt_voor",
        "Waar het voor geldt",
        "Voor de hele gemeente samen, voor elke wijk, voor elke groep, of voor elke dag apart.",
        "geldt_voor: elke wijk",
        "de hele gemeente",
    )
    rhythm: Annotated[
        Literal["iedere week", "iedere vier weken", "in acht weken"],
        choice("iedere week", "iedere vier weken", "in acht weken"),
    ] = field(
        "hoe_vaak",
        "Hoe vaak",
        "Iedere week, iedere vier weken, of ten minste één keer in de komende acht weken.",
        "hoe_vaak: iedere week",
        "iedere week",
    )
    days: Weekdays = field(
        "dag",
        "Dag",
        "Alleen op deze dagen van de week; leeg is elke dag.",
        "dag: [zaterdag, zondag]",
        (),
    )
    parts: Annotated[tuple[PartOfDay, ...], BeforeValidator(split_listing)] = field(
        "dagdeel",
        "Deel van de dag",
        "Alleen in deze delen van de dag; leeg is de hele dag.",
        "dagdeel: [middag, avond]",
        (),
    )
    audiences: Texts = field(
        "groepen",
        "Groepen",
        "Voor deze groepen. Wat voor iedereen is, telt mee.",
        "groepen: [jongeren, alleenwonenden]",
        (),
    )
    neighbourhoods: Texts = field(
        "wijken", "Wijken", "Alleen in deze wijken; leeg is overal.", "wijken: [de-glip]", ()
    )
    themes: Texts = field(
        "themas", "Thema's", "Alleen met een van deze thema's.", "themas: [eten-en-koken]", ()
    )
    free: YesNo = field("gratis", "Gratis", "Telt alleen mee wat gratis is?", "gratis: ja", False)
    step_free: YesNo = field(
        "drempelvrij",
        "Zonder drempels",
        "Telt alleen mee wat zeker zonder drempels is?",
        "drempelvrij: ja",
        False,
    )
    holiday: Text | None = field(
        "vakantie",
        "In een vakantie",
        "Alleen in de eerstvolgende vakantie met deze naam; leeg is de komende acht weken.",
        "vakantie: zomervakantie",
        None,
    )
    least: Count = field(
        "minstens", "Minstens", "Hoeveel activiteiten er ten minste zijn.", "minstens: 2", 1, ge=1
    )
    organisers: Count = field(
        "van_organisaties",
        "Van hoeveel organisaties",
        "Van hoeveel verschillende organisaties, zodat het niet van één afhangt.",
        "van_organisaties: 2",
        1,
        ge=1,
    )
    agreed_on: Date | None = field(
        "afgesproken_op",
        "Afgesproken op",
        "Wanneer de coalitie dit afsprak.",
        "afgesproken_op: 2026-11-23",
        None,
    )
    example: YesNo = field(
        "voorbeeld", "Voorbeeld", "Ja als dit een verzonnen voorbeeld is.", "voorbeeld: ja", False
    )


class Expectations(Model):
    """content/verwachtingen.yaml: what should be there, and whom the coalition looks at first."""

    first_audiences: Texts = field(
        "groepen_eerst",
        "Groepen die eerst komen",
        "De groepen waar het plan extra aandacht voor vraagt.",
        "groepen_eerst: [jongeren, alleenwonenden, ouderen]",
        (),
    )
    for_everyone: Text = field(
        "voor_allen",
        "De groep ‘iedereen’",
        "De korte naam van de groep waar iedereen onder valt.",
        "voor_allen: iedereen",
        "iedereen",
    )
    not_neighbourhoods: Texts = field(
        "geen_wijk",
        "Geen wijk",
        "Woorden uit de wijkenlijst die geen wijk zijn; daar zoeken we geen gaten.",
        "geen_wijk: [heel-voorbeelddorp, elders]",
        (),
    )
    holidays: Texts = field(
        "vakanties",
        "Stille tijden",
        "Vakanties en feestdagen waarin het stil kan worden; bij elk tellen we wat er doorgaat.",
        "vakanties: [kerstvakantie, zomervakantie]",
        (),
    )
    expectations: tuple[Expectation, ...] = field(
        "verwachtingen",
        "Verwachtingen",
        "Wat er hoort te zijn.",
        "verwachtingen:\n  - kort: zondag\n    afspraak: Er is iets op zondag.\n    dag: zondag",
        (),
    )
