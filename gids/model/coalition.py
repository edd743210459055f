"""What the coalition expects, aims at, plans and learns."""

from typing import Annotated, Literal

from pydantic import (
    BeforeValidator,
    Discriminator,
    Field,
    Tag,
    model_validator,
)
from pydantic_core import PydanticCustomError

from gids.model.base import SUMMARY_LIMIT, Model, choice, ends_after_start, field, kind_of
from gids.values import (
    Count,
    Date,
    Prose,
    Slug,
    Text,
    Texts,
    Time,
    Url,
    Weekdays,
    YesNo,
    listing,
    split_listing,
)

PARTS_OF_DAY = ("ochtend", "middag", "avond")
PartOfDay = Annotated[
    str, choice(*PARTS_OF_DAY), Field(json_schema_extra={"enum": list(PARTS_OF_DAY)})
]

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
INDICATOR_KINDS = ("berekend", "van elders")


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


class Meeting(Model):
    """Something in the coalition's own agenda."""

    kind: Annotated[
        Literal["overleg", "scholing", "evaluatie", "campagne"],
        choice("overleg", "scholing", "evaluatie", "campagne"),
    ] = field(
        "soort",
        "Soort",
        "Overleg, scholing, evaluatie of campagne.",
        "soort: overleg",
    )
    title: Text = field("titel", "Titel", "Waar het over gaat.", "titel: Partneroverleg")
    day: Date = field("datum", "Datum", "De dag.", "datum: 2026-12-08")
    start: Time | None = field("van", "Aanvang", "Hoe laat het begint.", "van: 15:00", None)
    end: Time | None = field("tot", "Eindtijd", "Hoe laat het is afgelopen.", "tot: 16:30", None)
    place: Text | None = field("waar", "Waar", "De plek.", "waar: Plein1, de leeszaal", None)
    audience: Text | None = field(
        "voor_wie", "Voor wie", "Wie er welkom is.", "voor_wie: alle partners", None
    )
    signing_up: Text | None = field(
        "aanmelden",
        "Aanmelden",
        "Hoe men zich meldt, met een functie.",
        "aanmelden: bel de coördinator",
        None,
    )
    example: YesNo = field(
        "voorbeeld", "Voorbeeld", "Ja als dit een verzonnen voorbeeld is.", "voorbeeld: ja", False
    )


class CampaignWeek(Model):
    """The yearly week in which everybody invites."""

    name: Text = field("naam", "Naam", "Hoe de week hier heet.", "naam: Week van de Ontmoeting")
    first: Date | None = field(
        "van", "Eerste dag", "Leeg zolang het niet bekend is.", "van: 2027-09-27", None
    )
    last: Date | None = field(
        "tot_en_met", "Laatste dag", "De laatste dag.", "tot_en_met: 2027-10-03", None
    )
    press: Text | None = field(
        "pers",
        "Voor de pers",
        "De functie die de pers te woord staat.",
        "pers: de woordvoerder van de gemeente",
        None,
    )

    @model_validator(mode="after")
    def check_order(self) -> "CampaignWeek":
        ends_after_start(self.first, self.last, "tot_en_met", "Deze week")
        return self


class CoalitionAgenda(Model):
    """content/agenda-coalitie.yaml: when the coalition meets, trains and looks back."""

    meetings: tuple[Meeting, ...] = field(
        "bijeenkomsten",
        "Bijeenkomsten",
        "Overleg, scholing en evaluaties.",
        "bijeenkomsten:\n  - soort: overleg\n    titel: Partneroverleg\n    datum: 2026-12-08",
        (),
    )
    week: CampaignWeek | None = field(
        "week",
        "De campagneweek",
        "De jaarlijkse week waarin iedereen uitnodigt.",
        "week:\n  naam: Week van de Ontmoeting",
        None,
    )


class Principle(Model):
    """A pillar or starting point, what it means in this directory, and the figures beside it."""

    name: Text = field("naam", "Naam", "In een paar woorden.", "naam: Een sterk netwerk")
    text: Prose = field(
        "betekent",
        "Wat het hier betekent",
        "Hoe dit in de gids te zien is.",
        "betekent: Partners kennen elkaars aanbod.",
    )
    figures: Annotated[tuple[IndicatorName, ...], BeforeValidator(listing)] = field(
        "cijfers",
        "Cijfers",
        "Cijfers die de site telt en die hierbij staan.",
        "cijfers: [partners, sectoren]",
        (),
    )


class Approach(Model):
    """content/aanpak.yaml: the pillars and starting points of the plan."""

    lead: Text | None = field(
        "inleiding",
        "Inleiding",
        "Waar de aanpak vandaan komt.",
        "inleiding: In 2020 begon dit.",
        None,
    )
    pillars: tuple[Principle, ...] = field(
        "pijlers",
        "Pijlers",
        "De pijlers van de aanpak.",
        "pijlers:\n  - naam: Een sterk netwerk\n    betekent: Partners kennen elkaars aanbod.",
        (),
    )
    principles: tuple[Principle, ...] = field(
        "uitgangspunten",
        "Uitgangspunten",
        "De uitgangspunten van het plan.",
        "uitgangspunten:\n  - naam: Meten\n    betekent: We tellen elke dag.",
        (),
    )
    unknowable: Texts = field(
        "weten_we_niet",
        "Wat we niet weten",
        "Wat deze gids niet kan weten.",
        "weten_we_niet: [of iemand zich minder eenzaam voelt]",
        (),
    )


class Idea(Model):
    """What somebody proposed, and what was done with it. Never a name."""

    day: Date = field("op", "Binnengekomen op", "De dag.", "op: 2026-11-02")
    whose: Annotated[
        Literal["bewoner", "ervaringsdeskundige", "vrijwilliger", "professional", "partner"],
        choice("bewoner", "ervaringsdeskundige", "vrijwilliger", "professional", "partner"),
    ] = field("van", "Van wie", "Geen naam.", "van: bewoner")
    text: Text = field("idee", "Idee", "In één zin.", "idee: zet erbij of ik eerst mag kijken")
    state: Annotated[
        Literal["nieuw", "we kijken ernaar", "gedaan", "niet gedaan"],
        choice("nieuw", "we kijken ernaar", "gedaan", "niet gedaan"),
    ] = field("stand", "Stand", "Hoe het ermee staat.", "stand: gedaan")
    answer: Text | None = field(
        "wat_we_deden",
        "Wat we ermee deden",
        "Ook als het antwoord nee is.",
        "wat_we_deden: Elke activiteit heeft nu een vraag over de eerste keer.",
        None,
    )
    example: YesNo = field(
        "voorbeeld", "Voorbeeld", "Ja als dit een verzonnen voorbeeld is.", "voorbeeld: ja", False
    )


class Ideas(Model):
    """content/ideeen.yaml: what people proposed, newest first or not: the site sorts."""

    ideas: tuple[Idea, ...] = field(
        "ideeen",
        "Ideeën",
        "Wat mensen bedachten.",
        "ideeen:\n  - op: 2026-11-02\n    van: bewoner\n    idee: meer op zondag\n    stand: nieuw",
        (),
    )
