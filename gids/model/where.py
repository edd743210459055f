"""Where it is, and whether one can get in."""

from typing import Annotated, Literal

from pydantic import (
    Discriminator,
    Tag,
)

from gids.model.base import Model, choice, field, kind_of
from gids.values import (
    AnswerText,
    Months,
    Phone,
    Postcode,
    Slug,
    Text,
    Url,
    normal,
)


class Access(Model):
    """Can I get in? Per aspect: yes, no, partly or unknown. Unknown is not no and not yes."""

    step_free: AnswerText | None = field(
        "drempelvrij",
        "Zonder drempels of trappen",
        "Kan iemand met rollator of rolstoel zelf naar binnen?",
        "drempelvrij: ja",
        None,
    )
    toilet: AnswerText | None = field(
        "rolstoeltoilet",
        "Rolstoeltoilet",
        "Is er een toilet waar een rolstoel in past?",
        "rolstoeltoilet: ja, op de begane grond",
        None,
    )
    hearing_loop: AnswerText | None = field(
        "ringleiding",
        "Ringleiding",
        "Is er een ringleiding voor wie een hoortoestel draagt?",
        "ringleiding: nee",
        None,
    )
    low_stimulus: AnswerText | None = field(
        "prikkelarm",
        "Weinig prikkels",
        "Is het er rustig, met weinig geluid en licht?",
        "prikkelarm: deels, er is een stille kamer",
        None,
    )
    dementia: AnswerText | None = field(
        "dementievriendelijk",
        "Prettig bij dementie",
        "Zijn de begeleiders gewend aan mensen met dementie?",
        "dementievriendelijk: ja",
        None,
    )
    assistance_dog: AnswerText | None = field(
        "hulphond", "Hulphond welkom", "Mag een hulphond mee naar binnen?", "hulphond: ja", None
    )
    parking: AnswerText | None = field(
        "parkeren",
        "Parkeren",
        "Kan men dichtbij parkeren, ook met een gehandicaptenkaart?",
        "parkeren: ja, gratis voor de deur",
        None,
    )


class Address(Model):
    """A postal address; nothing of it is guessed."""

    street: Text = field(
        "straat", "Straat en nummer", "Straat met huisnummer.", "straat: Voorbeeldlaan 12"
    )
    postcode: Postcode | None = field(
        "postcode", "Postcode", "Vier cijfers en twee letters.", "postcode: 2101 XX", None
    )
    town: Text | None = field(
        "plaats",
        "Plaats",
        "De plaats; leeg is die van de gemeente zelf.",
        "plaats: Voorbeelddorp",
        None,
    )


class AtPlace(Model):
    """At a place that is described in content/plekken/."""

    kind: Annotated[Literal["plek"], choice("plek")] = field(
        "soort", "Soort plek", "Een plek die de gids al kent.", "soort: plek"
    )
    place: Slug = field("plek", "Plek", "De korte naam van de plek.", "plek: de-luifel")
    room: Text | None = field(
        "zaal",
        "Zaal of ruimte",
        "Waar men binnen moet zijn.",
        "zaal: de huiskamer, naast de ingang",
        None,
    )


class AtAddress(Model):
    """At an address of its own."""

    kind: Annotated[Literal["adres"], choice("adres")] = field(
        "soort", "Soort plek", "Een eigen adres.", "soort: adres"
    )
    name: Text = field(
        "naam",
        "Naam van de plek",
        "Hoe de plek heet, of hoe men die herkent.",
        "naam: de schuur achter de molen",
    )
    address: Address = field(
        "adres",
        "Adres",
        "Straat, postcode en plaats.",
        "adres:\n  straat: Voorbeeldlaan 12\n  postcode: 2101 XX",
    )
    neighbourhood: Text | None = field("wijk", "Wijk", "De wijk of buurt.", "wijk: centrum", None)


class AtHome(Model):
    """Somebody comes to you."""

    kind: Annotated[Literal["thuis"], choice("thuis")] = field(
        "soort", "Soort plek", "Bij de deelnemer thuis.", "soort: thuis"
    )
    area: Text | None = field(
        "gebied", "Gebied", "Waar men moet wonen.", "gebied: heel Voorbeelddorp", None
    )


class ByPhone(Model):
    """By telephone."""

    kind: Annotated[Literal["telefoon"], choice("telefoon")] = field(
        "soort", "Soort plek", "Aan de telefoon.", "soort: telefoon"
    )
    phone: Phone | None = field(
        "nummer",
        "Nummer",
        "Het nummer, als dat anders is dan bij contact.",
        "nummer: 023 - 123 45 67",
        None,
    )


class Online(Model):
    """On the internet."""

    kind: Annotated[Literal["online"], choice("online")] = field(
        "soort", "Soort plek", "Via internet.", "soort: online"
    )
    url: Url | None = field(
        "webadres", "Webadres", "Waar men het vindt.", "webadres: https://www.voorbeeld.nl", None
    )
    how: Text | None = field(
        "hoe", "Hoe", "Wat men nodig heeft.", "hoe: u krijgt de link als u zich aanmeldt", None
    )


class PlaceInMonths(Model):
    """A place and, when it rotates, the months in which it is there."""

    place: Slug = field("plek", "Plek", "De korte naam van de plek.", "plek: de-luifel")
    months: Months = field(
        "maanden", "Maanden", "De maanden waarin het hier is.", "maanden: [januari, maart, mei]", ()
    )


class SeveralPlaces(Model):
    """More than one place: all of them, or a different one each month."""

    kind: Annotated[Literal["meer plekken"], choice("meer plekken")] = field(
        "soort",
        "Soort plek",
        "Op meer plekken, of elke maand ergens anders.",
        "soort: meer plekken",
    )
    places: tuple[PlaceInMonths, ...] = field(
        "plekken",
        "Plekken",
        "De plekken, zo nodig met hun maanden.",
        "plekken:\n  - plek: de-luifel\n    maanden: [januari, maart]\n"
        "  - plek: plein1\n    maanden: [februari, april]",
        min_length=1,
    )


Where = Annotated[
    Annotated[AtPlace, Tag("plek")]
    | Annotated[AtAddress, Tag("adres")]
    | Annotated[AtHome, Tag("thuis")]
    | Annotated[ByPhone, Tag("telefoon")]
    | Annotated[Online, Tag("online")]
    | Annotated[SeveralPlaces, Tag("meer plekken")],
    Discriminator(kind_of),
]
WHERE_KINDS = ("plek", "adres", "thuis", "telefoon", "online", "meer plekken")


def expand_where(value: object) -> object:
    """``waar: thuis`` and ``waar: de-luifel`` are the short spellings of a block."""
    if not isinstance(value, str):
        return value
    word = normal(value)
    if word in ("thuis", "telefoon", "online"):
        return {"soort": word}
    return {"soort": "plek", "plek": value}
