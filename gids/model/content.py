"""What a municipality writes: its settings, words, places, holidays and pages."""

from typing import Annotated, Literal

from pydantic import (
    Field,
    model_validator,
)

from gids.model.base import SUMMARY_LIMIT, Model, choice, ends_after_start, field
from gids.model.joining import Transport
from gids.model.where import Access, Address
from gids.values import (
    Colour,
    Count,
    Date,
    Email,
    Phone,
    Slug,
    Text,
    Texts,
    Url,
    YesNo,
)


class Settings(Model):
    """content/instellingen.yaml: what makes this site this municipality's."""

    municipality: Text = field(
        "gemeente", "Gemeente", "De naam van de gemeente.", "gemeente: Voorbeelddorp"
    )
    site_name: Text = field(
        "naam", "Naam van de site", "Zoals die bovenaan staat.", "naam: Duizend bloemen"
    )
    tagline: Text = field(
        "ondertitel",
        "Ondertitel",
        "Eén zin onder de naam.",
        "ondertitel: Iets te doen in Voorbeelddorp",
    )
    phone: Phone = field(
        "telefoon",
        "Telefoon",
        "Het nummer dat op elke bladzijde staat.",
        "telefoon: 023 - 123 45 67",
    )
    phone_name: Text = field(
        "telefoon_van", "Wie er opneemt", "De naam op de belknop.", "telefoon_van: het loket"
    )
    phone_hours: Text | None = field(
        "bereikbaar",
        "Bereikbaar",
        "Wanneer er wordt opgenomen.",
        "bereikbaar: op werkdagen van 9.00 tot 17.00 uur",
        None,
    )
    email: Email = field(
        "e_mail", "E-mail", "Waar meldingen en ideeën naartoe gaan.", "e_mail: gids@voorbeeld.nl"
    )
    base_url: Url | None = field(
        "webadres",
        "Webadres van de site",
        "Waar de site staat; nodig voor agenda's en feeds.",
        "webadres: https://gids.voorbeeld.nl",
        None,
    )
    repository: Url | None = field(
        "opslagplaats",
        "Opslagplaats",
        "Waar de bestanden staan.",
        "opslagplaats: https://git.voorbeeld.nl/gemeente/gids",
        None,
    )
    owners: Texts = field(
        "eigenaars",
        "Eigenaars van alle bestanden",
        "Het team dat alle wijzigingen bekijkt, met de naam van dat team in de opslagplaats.",
        'eigenaars: ["@voorbeeldgemeente/gidsteam"]',
        (),
    )
    form_address: Url | None = field(
        "formulier_adres",
        "Adres voor formulieren",
        "De formulierendienst van de gemeente: daar gaat een ingevuld formulier heen (POST).",
        "formulier_adres: https://formulieren.voorbeeld.nl/gids",
        None,
    )
    new_file_address: Text | None = field(
        "nieuw_bestand",
        "Nieuw bestand voorstellen",
        "Het webadres in de opslagplaats waar {map}, {bestand} en {inhoud} worden ingevuld.",
        "nieuw_bestand: https://git.voorbeeld.nl/gids/new/main/{map}?filename={bestand}&value={inhoud}",
        None,
    )
    after_sending: Text | None = field(
        "na_het_versturen",
        "Na het versturen",
        "Wat er met een inzending gebeurt, en hoe snel.",
        "na_het_versturen: Iemand van de gids leest het na, meestal binnen één werkdag.",
        None,
    )
    example_notice: Text | None = field(
        "voorbeeld_melding",
        "Melding bij voorbeelden",
        "Staat op elke bladzijde zolang er voorbeelden in de gids staan.",
        "voorbeeld_melding: Dit is een voorbeeld. De activiteiten zijn verzonnen.",
        None,
    )
    colours: dict[Slug, Colour] = field(
        "kleuren",
        "Eigen kleuren",
        "Andere waarden voor de kleuren in templates/assets/tokens.css, overdag.",
        "kleuren:\n  link-color: '#0d5038'\n  heading-color: '#143a2a'",
        {},
    )


WHOLE_AREA = "de hele gemeente"
OUTSIDE = "buiten de gemeente"
EVERYONE = "iedereen"
MEANINGS = (
    WHOLE_AREA,
    OUTSIDE,
    EVERYONE,
    "alleenwonenden",
    "jongeren",
    "volwassenen",
    "ouderen",
    "mensen met een beperking",
    "nieuwkomers",
    "professionals",
    "ontmoeten",
    "bewegen",
    "leren en taal",
)
"""What the site must know of a word, whatever a municipality calls it."""
Meaning = Annotated[str, choice(*MEANINGS), Field(json_schema_extra={"enum": list(MEANINGS)})]


class Term(Model):
    """One word in a vocabulary: content/<woordenlijst>.yaml is a list of these."""

    slug: Slug = field("kort", "Korte naam", "Het stukje webadres.", "kort: eten-en-koken")
    name: Text = field("naam", "Naam", "Zoals het op de site staat.", "naam: Eten en koken")
    explanation: Text | None = field(
        "uitleg",
        "Uitleg",
        "Eén zin op de bladzijde van dit woord.",
        "uitleg: Samen koken en samen aan tafel.",
        None,
    )
    phrase: Text | None = field(
        "in_een_zin",
        "In een zin",
        "Voor een wijk: hoe u zegt dat er daar iets is.",
        "in_een_zin: in de Indische buurt",
        None,
    )
    synonyms: Texts = field(
        "synoniemen",
        "Synoniemen",
        "Andere woorden die mensen typen.",
        "synoniemen: [prakkie, lunch]",
        (),
    )
    stands_for: Meaning | None = field(
        "staat_voor",
        "Staat voor",
        "Als de korte naam het niet zegt: een groep of thema onder een eigen naam (senioren staat "
        "voor ouderen), of een woord dat geen wijk is (de hele gemeente, buiten de gemeente).",
        "staat_voor: de hele gemeente",
        None,
    )
    flower: Text | None = field(
        "bloem", "Bloem", "De bloem die bij dit thema hoort.", "bloem: klaproos", None
    )

    @property
    def meaning(self) -> str:
        return self.stands_for or self.slug.replace("-", " ")


class Vocabulary(Model):
    """A list of terms, in the order in which the site shows them."""

    terms: tuple[Term, ...] = field(
        "woorden",
        "Woorden",
        "De woorden, in de volgorde van de site.",
        "woorden:\n  - kort: ontmoeten\n    naam: Ontmoeten",
        min_length=1,
    )


class Place(Model):
    """A place where activities are: content/plekken/<korte-naam>.yaml."""

    name: Text = field("naam", "Naam", "Hoe de plek heet.", "naam: Voorbeeldbuurthuis")
    former_names: Texts = field(
        "vroegere_namen",
        "Vroegere namen",
        "Namen waaronder mensen de plek nog kennen.",
        "vroegere_namen: [De Oude School]",
        (),
    )
    address: Address = field(
        "adres",
        "Adres",
        "Straat, postcode en plaats.",
        "adres:\n  straat: Voorbeeldlaan 12\n  postcode: 2101 XX",
    )
    neighbourhood: Text | None = field("wijk", "Wijk", "De wijk of buurt.", "wijk: centrum", None)
    latitude: Text | None = field(
        "breedtegraad",
        "Breedtegraad",
        "In graden, voor de route.",
        "breedtegraad: 52.3508",
        None,
        pattern=r"^5[0-3]\.\d{3,7}$",
    )
    longitude: Text | None = field(
        "lengtegraad",
        "Lengtegraad",
        "In graden, voor de route.",
        "lengtegraad: 4.6206",
        None,
        pattern=r"^[3-7]\.\d{3,7}$",
    )
    access: Access | None = field(
        "toegankelijkheid",
        "Toegankelijkheid",
        "Kan men naar binnen?",
        "toegankelijkheid:\n  drempelvrij: ja",
        None,
    )
    transport: Transport | None = field(
        "vervoer",
        "Ernaartoe",
        "Hoe men er komt.",
        "vervoer:\n  fiets: rekken naast de ingang",
        None,
    )
    phone: Phone | None = field(
        "telefoon", "Telefoon", "Het nummer van de plek.", "telefoon: 023 - 123 45 67", None
    )
    url: Url | None = field(
        "website", "Website", "De website van de plek.", "website: https://www.voorbeeld.nl", None
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


class Holiday(Model):
    """One school holiday or public holiday."""

    kind: Annotated[Literal["schoolvakantie", "feestdag"], choice("schoolvakantie", "feestdag")] = (
        field("soort", "Soort", "Schoolvakantie of feestdag.", "soort: feestdag")
    )
    name: Text = field("naam", "Naam", "Hoe de dag of vakantie heet.", "naam: Koningsdag")
    first: Date = field("van", "Eerste dag", "De eerste vrije dag.", "van: 2027-04-27")
    last: Date = field(
        "tot_en_met", "Laatste dag", "De laatste vrije dag.", "tot_en_met: 2027-04-27"
    )
    for_everyone: YesNo = field(
        "voor_iedereen_vrij",
        "Voor iedereen vrij",
        "Nee als veel organisaties dan open zijn, zoals op Goede Vrijdag.",
        "voor_iedereen_vrij: nee",
        True,
    )
    source: Text | None = field(
        "bron", "Bron", "Waar de datum vandaan komt.", "bron: Rijksoverheid", None
    )

    @model_validator(mode="after")
    def check_order(self) -> "Holiday":
        ends_after_start(self.first, self.last, "tot_en_met", "Deze periode")
        return self


class Holidays(Model):
    """content/vakanties.yaml: until when dates can be worked out."""

    holidays: tuple[Holiday, ...] = field(
        "vakanties",
        "Vakanties en feestdagen",
        "Alle vakanties en feestdagen, ook die van volgend jaar.",
        "vakanties:\n  - soort: feestdag\n    naam: Koningsdag\n    van: 2027-04-27\n"
        "    tot_en_met: 2027-04-27",
    )


class ContentPage(Model):
    """The head of a page in content/paginas/<adres>.md."""

    title: Text = field("titel", "Titel", "De kop van de bladzijde.", "titel: Over deze gids")
    summary: Text = field(
        "samenvatting",
        "Samenvatting",
        "Eén zin voor zoekmachines en lijsten.",
        "samenvatting: Wat deze gids is en wie hem maakt.",
        max_length=SUMMARY_LIMIT,
    )
    order: Count = field(
        "volgorde",
        "Volgorde",
        "De plek in het menu onderaan; 0 is niet in het menu.",
        "volgorde: 1",
        0,
    )
    language: Slug | None = field(
        "taal",
        "Taal",
        "De taalcode, als de bladzijde niet in het Nederlands is.",
        "taal: en",
        None,
    )
    language_name: Text | None = field(
        "taal_heet",
        "Naam van de taal",
        "Hoe de taal zichzelf noemt; zo staat zij onderaan elke bladzijde.",
        "taal_heet: English",
        None,
    )
