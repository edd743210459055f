"""What a partner may write, about one file: the only description of it.

Each class is one kind of file or one block in it. The YAML key is the ``alias``, the Dutch name of
the field its ``title``, the explanation its ``description``, and ``examples`` holds YAML that may
be copied. JSON Schema, form, scaffold, field reference and example files are made from here.

Nothing here reads a disk or a clock: a rule that needs a second file or today is in
``gids/checks``. Text comes in as text (``gids/reading``); ``gids/values.py`` reads it. The blocks
of an activity, and the files of ``content/``, are in ``gids/model``: when, where, joining, content,
search words and coalition. Import them from here.
"""

from typing import Annotated

from pydantic import BeforeValidator, model_validator

from gids.model.base import (
    SUMMARY_LIMIT,
    TITLE_LIMIT,
    Model,
    ends_after_start,
    field,
)
from gids.model.coalition import (
    Approach,
    CampaignWeek,
    CoalitionAgenda,
    Idea,
    Ideas,
    Meeting,
    Principle,
)
from gids.model.content import (
    EVERYONE,
    WHOLE_AREA,
    ContentPage,
    Holiday,
    Holidays,
    Place,
    Settings,
    Term,
    Vocabulary,
)
from gids.model.expectations import (
    PARTS_OF_DAY,
    Expectation,
    Expectations,
    PartOfDay,
)
from gids.model.goals import (
    ComputedIndicator,
    Evaluation,
    Goal,
    Indicator,
    IndicatorName,
    Measured,
    Milestone,
    OutsideIndicator,
)
from gids.model.joining import (
    ActiveElement,
    Amount,
    Availability,
    Contact,
    Cost,
    FirstVisit,
    LonelinessKind,
    Offered,
    Pause,
    Picture,
    Reach,
    Referral,
    Registration,
    Transport,
    Wanted,
    expand_cost,
    expand_registration,
)
from gids.model.journeys import HardWord, HardWords, Need, Needs
from gids.model.search_words import (
    Crisis,
    CrisisHelp,
    ForeignWords,
    Helpline,
    SearchConcept,
    SearchFilter,
    SearchWords,
)
from gids.model.when import (
    MOMENT_KINDS,
    UNDATED_KINDS,
    AlwaysOpen,
    ByAppointment,
    Cancellation,
    Change,
    EveryDay,
    EveryFewWeeks,
    EveryMonth,
    EveryWeek,
    ExtraDate,
    LooseDates,
    Moment,
    MonthDay,
    Move,
    Timed,
    UnknownTime,
    WeekParity,
    When,
    expand_when,
)
from gids.model.where import (
    WHERE_KINDS,
    Access,
    Address,
    AtAddress,
    AtHome,
    AtPlace,
    ByPhone,
    Online,
    PlaceInMonths,
    SeveralPlaces,
    Where,
    expand_where,
)
from gids.values import (
    AnswerText,
    Count,
    Date,
    Email,
    Phone,
    Prose,
    Slugs,
    Terms,
    Text,
    Texts,
    Url,
    YesNo,
    listing,
)

__all__ = [
    "EVERYONE",
    "FILE_MODELS",
    "MOMENT_KINDS",
    "PARTS_OF_DAY",
    "UNDATED_KINDS",
    "WHERE_KINDS",
    "WHOLE_AREA",
    "Access",
    "ActiveElement",
    "Activity",
    "Address",
    "AlwaysOpen",
    "Amount",
    "Approach",
    "AtAddress",
    "AtHome",
    "AtPlace",
    "Availability",
    "ByAppointment",
    "ByPhone",
    "CampaignWeek",
    "Cancellation",
    "Change",
    "CoalitionAgenda",
    "ComputedIndicator",
    "Contact",
    "ContentPage",
    "Cost",
    "Crisis",
    "CrisisHelp",
    "Evaluation",
    "EveryDay",
    "EveryFewWeeks",
    "EveryMonth",
    "EveryWeek",
    "Expectation",
    "Expectations",
    "ExtraDate",
    "FirstVisit",
    "ForeignWords",
    "Goal",
    "HardWord",
    "HardWords",
    "Helpline",
    "Holiday",
    "Holidays",
    "Idea",
    "Ideas",
    "Indicator",
    "IndicatorName",
    "LonelinessKind",
    "LooseDates",
    "Measured",
    "Meeting",
    "Milestone",
    "Model",
    "Moment",
    "MonthDay",
    "Move",
    "Need",
    "Needs",
    "Offered",
    "Online",
    "Organisation",
    "OutsideIndicator",
    "PartOfDay",
    "Pause",
    "Picture",
    "Place",
    "PlaceInMonths",
    "Principle",
    "ProfessionalContact",
    "Reach",
    "Referral",
    "Registration",
    "SearchConcept",
    "SearchFilter",
    "SearchWords",
    "Settings",
    "SeveralPlaces",
    "Term",
    "Timed",
    "Transport",
    "UnknownTime",
    "Vocabulary",
    "Wanted",
    "WeekParity",
    "When",
    "Where",
    "ends_after_start",
    "expand_cost",
    "field",
]


class Activity(Model):
    """One activity: partners/<organisatie>/<korte-naam>.yaml; the file's name is its address."""

    title: Text = field(
        "titel",
        "Titel",
        "Hoe de activiteit heet, zoals u hem zou noemen aan de telefoon.",
        "titel: Koffieochtend in het buurthuis",
        max_length=TITLE_LIMIT,
    )
    summary: Text = field(
        "samenvatting",
        "Samenvatting",
        "Wat het is, in één zin van hooguit 160 tekens.",
        "samenvatting: Elke dinsdag koffie met mensen uit de buurt.",
        max_length=SUMMARY_LIMIT,
    )
    description: Prose | None = field(
        "omschrijving",
        "Omschrijving",
        "Wat er gebeurt, in gewone woorden. Lege regels maken alinea's.",
        "omschrijving: |\n  We drinken koffie aan de grote tafel.\n\n  U hoeft niets mee te nemen.",
        None,
    )
    themes: Terms = field(
        "themas",
        "Thema's",
        "Waar het over gaat; het eerste thema bepaalt de bloem.",
        "themas: [ontmoeten]",
        min_length=1,
        max_length=4,
    )
    audiences: Terms = field(
        "voor_wie", "Voor wie", "Voor wie het bedoeld is.", "voor_wie: [iedereen]", min_length=1
    )
    age_from: Count | None = field(
        "leeftijd_van", "Leeftijd vanaf", "Vanaf welke leeftijd.", "leeftijd_van: 55", None, le=120
    )
    age_to: Count | None = field(
        "leeftijd_tot",
        "Leeftijd tot en met",
        "Tot en met welke leeftijd.",
        "leeftijd_tot: 27",
        None,
        le=120,
    )
    not_for: Text | None = field(
        "niet_voor",
        "Niet voor",
        "Voor wie het niet geschikt is.",
        "niet_voor: mensen die veel zorg nodig hebben",
        None,
    )
    when: Annotated[When, BeforeValidator(expand_when)] = field(
        "wanneer",
        "Wanneer",
        "De vaste momenten en wat daarvan afwijkt.",
        "wanneer:\n  momenten:\n    - soort: elke week\n"
        "      dag: dinsdag\n      van: 10:00\n      tot: 11:30\n  niet_in: [schoolvakanties]",
    )
    where: Annotated[Where, BeforeValidator(expand_where)] = field(
        "waar", "Waar", "Een plek, een adres, thuis, aan de telefoon of online.", "waar: de-luifel"
    )
    cost: Annotated[Cost, BeforeValidator(expand_cost)] = field(
        "kosten", "Kosten", "Gratis, een bedrag, of onbekend.", "kosten: gratis"
    )
    access: Access | None = field(
        "toegankelijkheid",
        "Toegankelijkheid",
        "Alleen wat anders is dan bij de plek.",
        "toegankelijkheid:\n  drempelvrij: ja",
        None,
    )
    contact: Contact | None = field(
        "contact",
        "Contact",
        "Wie men belt; zonder contact is dat de organisatie.",
        "contact:\n  wie: de gastvrouw\n  telefoon: 023 - 123 45 67",
        None,
    )
    registration: Annotated[Registration, BeforeValidator(expand_registration)] | None = field(
        "aanmelden",
        "Aanmelden",
        "Is aanmelden nodig, en hoe?",
        "aanmelden: nee, loop gewoon binnen",
        None,
    )
    first_visit: FirstVisit | None = field(
        "eerste_keer",
        "De eerste keer",
        "Wat iemand wil weten die er nog nooit was.",
        "eerste_keer:\n  wie_ontvangt_u: de gastvrouw\n  alleen_kijken: ja",
        None,
    )
    transport: Transport | None = field(
        "vervoer",
        "Ernaartoe",
        "Hoe men er komt.",
        "vervoer:\n  fiets: rekken naast de ingang",
        None,
    )
    languages: Terms = field(
        "talen",
        "Talen",
        "Talen die er gesproken worden, naast Nederlands.",
        "talen: [Engels, Arabisch]",
        (),
    )
    referral: Referral | None = field(
        "verwijzen",
        "Verwijzen",
        "Voor professionals: hoe iemand via u binnenkomt.",
        "verwijzen:\n  soort: zelf komen",
        None,
    )
    availability: Availability | None = field(
        "plaatsen",
        "Plaatsen",
        "Is er nog plek?",
        "plaatsen:\n  stand: vrij\n  per: 2026-11-16",
        None,
    )
    reach: Reach | None = field(
        "bereik",
        "Bereik",
        "Hoeveel mensen er komen, voor het verslag aan de gemeente. Staat niet bij de activiteit.",
        "bereik:\n  per_keer: 14\n  over: september tot en met november 2026",
        None,
    )
    loneliness: Annotated[tuple[LonelinessKind, ...], BeforeValidator(listing)] = field(
        "eenzaamheid",
        "Soort eenzaamheid",
        "Voor professionals: bij welke soort eenzaamheid dit past.",
        "eenzaamheid: [sociaal]",
        (),
    )
    elements: Annotated[tuple[ActiveElement, ...], BeforeValidator(listing)] = field(
        "werkzame_elementen",
        "Werkzame elementen",
        "Voor professionals: wat er in deze activiteit werkt.",
        "werkzame_elementen: [ontmoeten]",
        (),
    )
    together_with: Slugs = field(
        "samen_met",
        "Samen met",
        "De korte namen van organisaties die meedoen.",
        "samen_met: [voorbeeldbuurthuis]",
        (),
    )
    wanted: tuple[Wanted, ...] = field(
        "gezocht",
        "Gezocht",
        "Wat u zoekt: vrijwilligers, een ruimte, een partner.",
        "gezocht:\n  - soort: vrijwilligers\n    tekst: iemand die koffie wil schenken",
        (),
    )
    reviewed: AnswerText | None = field(
        "bekeken_door_ervaringsdeskundigen",
        "Bekeken door ervaringsdeskundigen",
        "Keken mensen mee die zelf eenzaam zijn (geweest)?",
        "bekeken_door_ervaringsdeskundigen: nee",
        None,
    )
    picture: Picture | None = field(
        "afbeelding",
        "Foto",
        "Een foto met beschrijving en licentie.",
        "afbeelding:\n  bestand: zaal.jpg\n  beschrijving: een lange tafel\n  licentie: CC BY 4.0",
        None,
    )
    former_names: Texts = field(
        "vroegere_namen",
        "Vroegere namen",
        "Namen waaronder mensen het nog kennen.",
        "vroegere_namen: [Soos De Luifel]",
        (),
    )
    search_words: Texts = field(
        "zoekwoorden",
        "Zoekwoorden",
        "Woorden waarmee mensen dit zoeken en die niet in de tekst staan.",
        "zoekwoorden: [bakkie, buurten]",
        (),
    )
    notice: Text | None = field(
        "mededeling",
        "Mededeling",
        "Iets dat nu bovenaan moet staan.",
        "mededeling: Op 8 december zijn we in de kleine zaal.",
        None,
    )
    pause: Pause | None = field(
        "pauze",
        "Pauze",
        "Tijdelijk geen doorgang.",
        "pauze:\n  tot_en_met: 2027-01-31\n  reden: de zaal wordt geschilderd",
        None,
    )
    stopped_on: Date | None = field(
        "gestopt_op", "Gestopt op", "De dag waarop het is gestopt.", "gestopt_op: 2026-12-31", None
    )
    verified_on: Date | None = field(
        "gecontroleerd_op",
        "Gecontroleerd op",
        "De dag waarop iemand voor het laatst zei: dit klopt.",
        "gecontroleerd_op: 2026-11-16",
        None,
    )
    valid_from: Date | None = field(
        "geldig_van",
        "Op de site vanaf",
        "Eerste dag waarop dit op de site mag staan.",
        "geldig_van: 2026-12-01",
        None,
    )
    valid_until: Date | None = field(
        "geldig_tot",
        "Op de site tot en met",
        "Laatste dag waarop dit op de site mag staan.",
        "geldig_tot: 2027-06-30",
        None,
    )
    example: YesNo = field(
        "voorbeeld", "Voorbeeld", "Ja als dit een verzonnen voorbeeld is.", "voorbeeld: ja", False
    )

    @model_validator(mode="after")
    def check_order(self) -> "Activity":
        ends_after_start(self.age_from, self.age_to, "leeftijd_tot", "De leeftijd")
        ends_after_start(self.valid_from, self.valid_until, "geldig_tot", "De geldigheid")
        return self


class ProfessionalContact(Model):
    """Who a professional calls."""

    role: Text = field("wie", "Wie u spreekt", "De functie, geen naam.", "wie: de coördinator")
    phone: Phone | None = field(
        "telefoon", "Telefoon", "Het nummer voor professionals.", "telefoon: 023 - 123 45 67", None
    )
    email: Email | None = field(
        "e_mail", "E-mail", "Een algemeen adres.", "e_mail: verwijzers@voorbeeld.nl", None
    )
    note: Text | None = field(
        "toelichting",
        "Toelichting",
        "Waarvoor men kan bellen.",
        "toelichting: ook voor overleg zonder naam",
        None,
    )


class Organisation(Model):
    """One organisation: partners/<korte-naam>/organisatie.yaml."""

    name: Text = field(
        "naam",
        "Naam",
        "De naam zoals die op de deur staat.",
        "naam: Voorbeeldbuurthuis",
        max_length=TITLE_LIMIT,
    )
    former_names: Texts = field(
        "vroegere_namen",
        "Vroegere namen",
        "Namen waaronder mensen de organisatie nog kennen.",
        "vroegere_namen: [Voorbeeldhuis]",
        (),
    )
    abbreviations: Texts = field(
        "afkortingen", "Afkortingen", "Afkortingen die mensen gebruiken.", "afkortingen: [VBH]", ()
    )
    sector: Text = field(
        "sector", "Sector", "Welzijn, zorg, cultuur, sport of een andere.", "sector: welzijn"
    )
    summary: Text = field(
        "wat",
        "Wat de organisatie doet",
        "In één of twee zinnen.",
        "wat: Ontmoeting en hulp in de buurt.",
        max_length=300,
    )
    description: Prose | None = field(
        "omschrijving",
        "Omschrijving",
        "Meer over de organisatie.",
        "omschrijving: |\n  Wij zijn er voor de hele buurt.",
        None,
    )
    url: Url | None = field(
        "website", "Website", "De website.", "website: https://www.voorbeeld.nl", None
    )
    phone: Phone | None = field(
        "telefoon", "Telefoon", "Het algemene nummer.", "telefoon: 023 - 123 45 67", None
    )
    hours: Text | None = field(
        "bereikbaar",
        "Bereikbaar",
        "Wanneer er wordt opgenomen.",
        "bereikbaar: op werkdagen van 9.00 tot 17.00 uur",
        None,
    )
    email: Email | None = field(
        "e_mail", "E-mail", "Het algemene adres.", "e_mail: info@voorbeeld.nl", None
    )
    address: Address | None = field(
        "adres",
        "Adres",
        "Het bezoekadres.",
        "adres:\n  straat: Voorbeeldlaan 12\n  postcode: 2101 XX",
        None,
    )
    professionals: ProfessionalContact | None = field(
        "voor_professionals",
        "Voor professionals",
        "Wie een verwijzer belt.",
        "voor_professionals:\n  wie: de coördinator\n  telefoon: 023 - 123 45 67",
        None,
    )
    wanted: tuple[Wanted, ...] = field(
        "gezocht",
        "Gezocht",
        "Wat u zoekt: vrijwilligers, een ruimte, een partner.",
        "gezocht:\n  - soort: ruimte\n    tekst: een zaal op zondagmiddag",
        (),
    )
    offered: tuple[Offered, ...] = field(
        "biedt_aan",
        "Biedt aan",
        "Wat u met andere organisaties wilt delen: een ruimte, scholing, vervoer.",
        "biedt_aan:\n  - soort: ruimte\n    tekst: onze zaal staat op zondagmiddag leeg",
        (),
    )
    owners: Texts = field(
        "eigenaars",
        "Eigenaars van de bestanden",
        "Het team dat wijzigingen bekijkt, met de naam van dat team in de opslagplaats.",
        'eigenaars: ["@voorbeeldgemeente/buurthuis"]',
        (),
    )
    verified_on: Date | None = field(
        "gecontroleerd_op",
        "Gecontroleerd op",
        "De dag waarop iemand voor het laatst zei: dit klopt.",
        "gecontroleerd_op: 2026-11-16",
        None,
    )
    example: YesNo = field(
        "voorbeeld", "Voorbeeld", "Ja als dit een verzonnen voorbeeld is.", "voorbeeld: ja", False
    )


FILE_MODELS: tuple[type[Model], ...] = (
    Activity,
    Organisation,
    Settings,
    Vocabulary,
    Place,
    Holidays,
    ContentPage,
    Expectations,
    Goal,
    CoalitionAgenda,
    Approach,
    Ideas,
    Needs,
    HardWords,
)
