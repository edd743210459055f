"""What it asks of people and what they get: cost, contact, first visit, referral."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import (
    Field,
    model_validator,
)
from pydantic_core import PydanticCustomError

from gids.model.base import Model, choice, ends_after_start, field
from gids.values import (
    AnswerText,
    Count,
    Date,
    Email,
    FileName,
    Money,
    Phone,
    Prose,
    Text,
    Texts,
    Url,
    normal,
    read_answer,
    read_money,
)


class Amount(Model):
    """One amount and what it is for."""

    amount: Money = field("bedrag", "Bedrag", "In euro's.", "bedrag: 2,50")
    what_for: Text | None = field(
        "waarvoor", "Waarvoor", "Waar men dat voor betaalt.", "waarvoor: per keer, met koffie", None
    )


class Cost(Model):
    """What it costs; unknown is possible and is said."""

    kind: Annotated[
        Literal["gratis", "betaald", "vrije gift", "onbekend"],
        choice("gratis", "betaald", "vrije gift", "onbekend"),
    ] = field(
        "soort",
        "Wat kost het",
        "Gratis, betaald, een vrije gift, of nog onbekend.",
        "soort: betaald",
    )
    amounts: tuple[Amount, ...] = field(
        "bedragen",
        "Bedragen",
        "Wat het kost en waarvoor.",
        "bedragen:\n  - bedrag: 2,50\n    waarvoor: per keer",
        (),
    )
    passes: Texts = field(
        "passen",
        "Passen",
        "Passen of regelingen waarmee het goedkoper is.",
        "passen: [een pas van de gemeente]",
        (),
    )
    note: Text | None = field(
        "toelichting",
        "Toelichting",
        "Wat men verder over de kosten moet weten.",
        "toelichting: koffie betaalt u zelf",
        None,
    )

    @model_validator(mode="after")
    def check_amounts(self) -> "Cost":
        if self.kind in ("gratis", "onbekend") and self.amounts:
            raise PydanticCustomError(
                "kosten-tegenstrijdig",
                "Hier staat “{kind}”, maar er staan ook bedragen.",
                {
                    "kind": self.kind,
                    "hint": "Schrijf  soort: betaald  of haal de bedragen weg.",
                    "at": "soort",
                },
            )
        if self.kind == "betaald" and not (self.amounts or self.note):
            raise PydanticCustomError(
                "kosten-zonder-bedrag",
                "Er staat “betaald”, maar niet hoeveel.",
                {
                    "hint": "Schrijf een bedrag, bijvoorbeeld:  bedragen: [{bedrag: 2.50}]"
                    "  of kies  soort: onbekend",
                    "at": "soort",
                },
            )
        return self

    @property
    def free(self) -> bool:
        """Only an explicit “gratis” counts: a gift or an unknown price is not free."""
        return self.kind == "gratis"


def expand_cost(value: object) -> object:
    """``kosten: gratis`` and ``kosten: 2,50`` are the short spellings of a block."""
    if not isinstance(value, str):
        return value
    word = normal(value)
    if kind := COST_WORDS.get(word):
        return {"soort": kind}
    return {"soort": "betaald", "bedragen": [{"bedrag": f"{read_price(value):.2f}"}]}


COST_WORDS = {
    "gratis": "gratis",
    "niets": "gratis",
    "niks": "gratis",
    "onbekend": "onbekend",
    "vrije gift": "vrije gift",
    "vrijwillige bijdrage": "vrije gift",
    "vrije bijdrage": "vrije gift",
}


def read_price(value: str) -> Decimal:
    """One amount; more to say about it needs the block."""
    try:
        return read_money(value)
    except PydanticCustomError as error:
        more = {**(error.context or {}), "hint": PRICE_HINT}
        raise PydanticCustomError("bedrag", error.message_template, more) from None


PRICE_HINT = """\
Schrijf een bedrag, gratis, vrije gift of onbekend. Is er meer over te zeggen? Schrijf dan:
kosten:
  soort: betaald
  bedragen:
    - bedrag: 2,50
      waarvoor: per keer, met koffie"""


class Contact(Model):
    """How to reach the activity: a role and a general number, never a person's own."""

    role: Text | None = field(
        "wie",
        "Wie u spreekt",
        "De functie, geen naam: die verandert en is privé.",
        "wie: de gastvrouw van het buurthuis",
        None,
    )
    phone: Phone | None = field(
        "telefoon",
        "Telefoon",
        "Een algemeen nummer. Zonder nummer tonen we dat van de organisatie.",
        "telefoon: 023 - 123 45 67",
        None,
    )
    hours: Text | None = field(
        "bereikbaar",
        "Bereikbaar",
        "Wanneer er wordt opgenomen.",
        "bereikbaar: op werkdagen van 9.00 tot 12.00 uur",
        None,
    )
    email: Email | None = field(
        "e_mail", "E-mail", "Een algemeen adres.", "e_mail: info@voorbeeld.nl", None
    )
    url: Url | None = field(
        "website",
        "Website",
        "De bladzijde over deze activiteit.",
        "website: https://www.voorbeeld.nl",
        None,
    )


class Registration(Model):
    """Must I sign up?"""

    needed: AnswerText = field(
        "nodig",
        "Aanmelden nodig",
        "Ja of nee, met wat men moet weten.",
        "nodig: ja, de eerste keer",
    )
    how: Text | None = field(
        "hoe", "Hoe", "Hoe men zich aanmeldt.", "hoe: bel of loop binnen", None
    )
    until: Text | None = field(
        "uiterlijk", "Uiterlijk", "Tot wanneer aanmelden kan.", "uiterlijk: vrijdag 11.00 uur", None
    )
    url: Url | None = field(
        "webadres",
        "Formulier",
        "Waar men zich op internet aanmeldt.",
        "webadres: https://www.voorbeeld.nl/aanmelden",
        None,
    )


def expand_registration(value: object) -> object:
    """``aanmelden: nee, loop gewoon binnen`` is the short spelling of a block."""
    return {"nodig": read_answer(value)} if isinstance(value, str) else value


class FirstVisit(Model):
    """What it takes to cross the threshold."""

    welcomed_by: Text | None = field(
        "wie_ontvangt_u",
        "Wie ontvangt u",
        "De functie van wie nieuwe mensen opvangt.",
        "wie_ontvangt_u: de gastvrouw",
        None,
    )
    recognised_by: Text | None = field(
        "herkenbaar_aan",
        "Herkenbaar aan",
        "Hoe men diegene herkent.",
        "herkenbaar_aan: een groen schort",
        None,
    )
    what_happens: Prose | None = field(
        "wat_gebeurt_er",
        "Wat er gebeurt",
        "Hoe de eerste keer gaat, stap voor stap.",
        "wat_gebeurt_er: U krijgt koffie en een plek aan tafel.",
        None,
    )
    just_look: AnswerText | None = field(
        "alleen_kijken",
        "Eerst alleen kijken",
        "Mag men eerst alleen komen kijken?",
        "alleen_kijken: ja",
        None,
    )
    bring_someone: AnswerText | None = field(
        "iemand_meenemen",
        "Iemand meenemen",
        "Mag men iemand meenemen?",
        "iemand_meenemen: ja, graag",
        None,
    )
    buddy: AnswerText | None = field(
        "maatje",
        "Maatje dat meegaat",
        "Kan er iemand meegaan?",
        "maatje: ja, bel ons een dag van tevoren",
        None,
    )
    pick_up: AnswerText | None = field(
        "ophalen", "Opgehaald worden", "Kan men thuis opgehaald worden?", "ophalen: nee", None
    )


class Transport(Model):
    """How to get there."""

    walking: Text | None = field(
        "lopend",
        "Lopend",
        "De weg te voet vanaf een bekend punt.",
        "lopend: vijf minuten vanaf het plein",
        None,
    )
    public_transport: Text | None = field(
        "bus_of_trein",
        "Bus of trein",
        "De dichtstbijzijnde halte.",
        "bus_of_trein: halte voor de deur",
        None,
    )
    bicycle: Text | None = field(
        "fiets", "Fiets", "Waar de fiets kan staan.", "fiets: rekken naast de ingang", None
    )
    car: Text | None = field(
        "auto", "Auto", "Waar men parkeert.", "auto: gratis parkeren achter het gebouw", None
    )
    arranged: Text | None = field(
        "vervoer",
        "Vervoer geregeld",
        "Of er vervoer te regelen is en hoe.",
        "vervoer: wij regelen vervoer, bel een dag van tevoren",
        None,
    )


class Referral(Model):
    """For professionals: how somebody gets here through you, and who answers back."""

    kind: Annotated[
        Literal["zelf komen", "met verwijzing", "allebei", "onbekend"],
        choice("zelf komen", "met verwijzing", "allebei", "onbekend"),
    ] = field(
        "soort",
        "Hoe men binnenkomt",
        "Zelf komen, met een verwijzing, of allebei.",
        "soort: allebei",
    )
    by_whom: Text | None = field(
        "wie_verwijst",
        "Wie verwijst",
        "Welke professionals mogen verwijzen.",
        "wie_verwijst: huisarts en wijkverpleging",
        None,
    )
    how: Text | None = field(
        "hoe", "Hoe verwijzen", "Wat de verwijzer doet.", "hoe: bel samen met uw cliënt", None
    )
    phone: Phone | None = field(
        "telefoon",
        "Telefoon voor verwijzers",
        "Het nummer voor professionals.",
        "telefoon: 023 - 123 45 67",
        None,
    )
    indication: AnswerText | None = field(
        "indicatie_nodig",
        "Indicatie nodig",
        "Is er een indicatie nodig?",
        "indicatie_nodig: nee",
        None,
    )
    waiting: Text | None = field(
        "wachttijd",
        "Wachttijd",
        "Hoe lang het meestal duurt.",
        "wachttijd: ongeveer twee weken",
        None,
    )
    answers_back: Text | None = field(
        "wie_koppelt_terug",
        "Wie koppelt terug",
        "Wie de verwijzer laat weten hoe het gaat.",
        "wie_koppelt_terug: de coördinator belt binnen twee weken",
        None,
    )
    consent: Text | None = field(
        "toestemming",
        "Toestemming",
        "Wat u met de cliënt afspreekt over delen van gegevens.",
        "toestemming: vraag eerst of u het nummer mag doorgeven",
        None,
    )


class Availability(Model):
    """Is there room, as of when?"""

    kind: Annotated[Literal["vrij", "vol", "wachtlijst"], choice("vrij", "vol", "wachtlijst")] = (
        field("stand", "Is er plek", "Vrij, vol of een wachtlijst.", "stand: vrij")
    )
    as_of: Date = field("per", "Op welke dag", "De dag waarop dit klopte.", "per: 2026-11-16")
    note: Text | None = field(
        "toelichting",
        "Toelichting",
        "Wat men verder moet weten.",
        "toelichting: nog drie plekken",
        None,
    )


class Wanted(Model):
    """What the organiser is looking for."""

    kind: Annotated[
        Literal["vrijwilligers", "ruimte", "partner", "scholing", "vervoer", "anders"],
        choice("vrijwilligers", "ruimte", "partner", "scholing", "vervoer", "anders"),
    ] = field(
        "soort",
        "Wat zoekt u",
        "Vrijwilligers, een ruimte, een partner, scholing, vervoer of iets anders.",
        "soort: vrijwilligers",
    )
    text: Text = field(
        "tekst",
        "Omschrijving",
        "Wat u zoekt, in één zin.",
        "tekst: iemand die op dinsdag koffie wil schenken",
    )


class Offered(Model):
    """What an organisation has to share with other partners."""

    kind: Annotated[
        Literal["vrijwilligers", "ruimte", "scholing", "vervoer", "anders"],
        choice("vrijwilligers", "ruimte", "scholing", "vervoer", "anders"),
    ] = field(
        "soort",
        "Wat biedt u aan",
        "Vrijwilligers, een ruimte, scholing, vervoer of iets anders.",
        "soort: ruimte",
    )
    text: Text = field(
        "tekst",
        "Omschrijving",
        "Wat u aanbiedt, in één zin.",
        "tekst: onze zaal staat op zondagmiddag leeg",
    )


class Reach(Model):
    """How many people come, as far as the organiser counts: a number, never who they are."""

    per_time: Count = field(
        "per_keer", "Mensen per keer", "Hoeveel mensen er gemiddeld komen.", "per_keer: 14"
    )
    new: Count | None = field(
        "nieuw",
        "Nieuwe mensen",
        "Hoeveel mensen er in deze tijd voor het eerst kwamen.",
        "nieuw: 6",
        None,
    )
    period: Text = field(
        "over",
        "Over welke tijd",
        "Wanneer er geteld is.",
        "over: september tot en met november 2026",
    )


class Picture(Model):
    """A picture that lies beside the file."""

    file: FileName = field(
        "bestand", "Bestand", "De naam van de foto in uw map.", "bestand: zaal.jpg"
    )
    alt: Text = field(
        "beschrijving",
        "Wat er te zien is",
        "Voor wie de foto niet ziet.",
        "beschrijving: een lange tafel met kopjes",
    )
    licence: Text = field(
        "licentie",
        "Licentie",
        "Onder welke voorwaarden de foto gebruikt mag worden.",
        "licentie: CC BY 4.0",
    )
    credit: Text | None = field(
        "bron", "Bron", "De organisatie die de foto maakte.", "bron: Voorbeeldbuurthuis", None
    )


class Pause(Model):
    """Temporarily not on."""

    until: Date | None = field(
        "tot_en_met",
        "Pauze tot en met",
        "De laatste dag van de pauze; leeg als dat nog niet bekend is.",
        "tot_en_met: 2027-01-31",
        None,
    )
    from_date: Date | None = field(
        "vanaf", "Pauze vanaf", "De eerste dag van de pauze; leeg is nu.", "vanaf: 2026-12-01", None
    )
    reason: Text | None = field(
        "reden", "Reden", "Kort waarom.", "reden: de zaal wordt geschilderd", None
    )

    @model_validator(mode="after")
    def check_order(self) -> "Pause":
        ends_after_start(self.from_date, self.until, "tot_en_met", "Deze pauze")
        return self


LONELINESS_KINDS = ("sociaal", "emotioneel", "existentieel")
ACTIVE_ELEMENTS = (
    "bezigheden",
    "ontmoeten",
    "praktische ondersteuning",
    "betekenisvol contact",
    "sociale vaardigheden",
    "realistische verwachtingen",
    "betekenisvolle rol",
)
LonelinessKind = Annotated[
    str, choice(*LONELINESS_KINDS), Field(json_schema_extra={"enum": list(LONELINESS_KINDS)})
]
ActiveElement = Annotated[
    str, choice(*ACTIVE_ELEMENTS), Field(json_schema_extra={"enum": list(ACTIVE_ELEMENTS)})
]
