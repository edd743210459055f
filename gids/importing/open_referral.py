"""A feed in Open Referral UK 3.0 or HSDS 3: each service becomes an activity.

https://openreferraluk.org, https://docs.openreferral.org. Names of people in it are left out.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from gids.importing.calendars import DAYS
from gids.importing.draft import Draft, NotReadableError
from gids.values import ORDINALS, WEEKDAYS
from gids.writing import Tree

Json: TypeAlias = Mapping[str, Any]

GONE = ("inactive", "defunct", "temporarily closed")
ATTENDING = {"online": "online", "phone": "telefoon", "telephone": "telefoon", "virtual": "online"}


def read_feed(name: str, data: bytes) -> Iterator[Draft]:
    """One service, a list of services, a page of a feed, or organisations with their services."""
    try:
        document = json.loads(data)
    except ValueError as error:
        raise NotReadableError("dit is geen JSON die we kunnen lezen") from error
    found = [(service, organisation) for service, organisation in services(document, {}) if service]
    if not found:
        raise NotReadableError("er staan geen diensten (services) in deze feed")
    for service, organisation in found:
        yield draft(name, service, organisation)


def services(document: object, organisation: Json) -> Iterator[tuple[Json, Json]]:
    """Every service in a document, with its organisation."""
    if isinstance(document, list):
        for item in document:
            yield from services(item, organisation)
    elif isinstance(document, dict):
        own = document.get("organization") or organisation
        inner = [document[key] for key in ("contents", "services", "content") if document.get(key)]
        if inner:
            owner = document if "services" in document else own
            for item in inner:
                yield from services(item, owner)
        elif isinstance(document.get("service"), dict):
            yield document["service"], own
        elif "name" in document and ("status" in document or "schedules" in document):
            yield document, own


def draft(name: str, service: Json, organisation: Json) -> Draft:
    """What a service says, in the keys of the schema."""
    title = text(service, "name")
    tree: dict[str, Tree] = {
        "titel": title,
        "omschrijving": text(service, "description"),
        "leeftijd_van": number(service, "minimum_age"),
        "leeftijd_tot": number(service, "maximum_age"),
        "mededeling": text(service, "alert"),
        "gecontroleerd_op": text(service, "assured_date")[:10],
        "kosten": costs(service),
        "themas": list(terms(service)),
        "talen": [text(one, "name") for one in listed(service, "languages") if text(one, "name")],
        "contact": contact(service),
    }
    when, notes = schedule(service)
    place = where(service)
    kept = {key: value for key, value in tree.items() if value not in ("", [], {})}
    if when:
        kept["wanneer"] = when
    if place:
        kept["waar"] = place
    if text(service, "status").lower() in GONE:
        notes.append(f"De feed noemt deze activiteit ‘{text(service, 'status')}’.")
    return Draft(f"{name}, {title}", kept, text(organisation, "name"), notes=tuple(notes))


def text(block: Json, key: str) -> str:
    value = block.get(key)
    return value.strip() if isinstance(value, str) else ""


def number(block: Json, key: str) -> str:
    value = block.get(key)
    return str(int(value)) if isinstance(value, (int, float)) and value > 0 else ""


def listed(block: Json, *keys: str) -> list[Json]:
    """The blocks under the first of these keys that has any."""
    for key in keys:
        value = block.get(key)
        if isinstance(value, list) and value:
            return [item for item in value if isinstance(item, dict)]
    return []


def terms(service: Json) -> Iterator[str]:
    """The names of taxonomy terms: themes of ours, or words for a person to look at."""
    for attribute in listed(service, "attributes"):
        term = attribute.get("taxonomy_term")
        if isinstance(term, dict) and text(term, "name"):
            yield text(term, "name")


def costs(service: Json) -> Tree:
    options = [
        {"bedrag": f"{float(amount):.2f}"}
        | ({"waarvoor": words} if (words := amount_words(option)) else {})
        for option in listed(service, "cost_options")
        if isinstance(amount := option.get("amount"), (int, float)) and amount > 0
    ]
    if options:
        return {"soort": "betaald", "bedragen": options}
    said = text(service, "fees") or text(service, "fees_description")
    free = any(option.get("amount") == 0 for option in listed(service, "cost_options"))
    return "gratis" if free and not said else said


def amount_words(option: Json) -> str:
    return ", ".join(t for t in (text(option, "option"), text(option, "amount_description")) if t)


def contact(service: Json) -> dict[str, Tree]:
    """General numbers and addresses; of a contact only the role."""
    role = next((text(one, "title") for one in listed(service, "contacts")), "")
    numbers = listed(service, "phones") + [
        phone for one in listed(service, "contacts") for phone in listed(one, "phones")
    ]
    found: dict[str, Tree] = {
        "wie": role,
        "telefoon": next((text(one, "number") for one in numbers), ""),
        "e_mail": text(service, "email"),
        "website": text(service, "url"),
    }
    return {key: value for key, value in found.items() if value}


def where(service: Json) -> Tree:
    """The first place; its address when it has one."""
    for at in listed(service, "service_at_locations"):
        place = at.get("location")
        if not isinstance(place, dict):
            continue
        address = next(iter(listed(place, "addresses", "physical_addresses")), {})
        kind = ATTENDING.get(text(place, "location_type").lower())
        if kind:
            return kind
        street = text(address, "address_1")
        name = text(place, "name") or street
        if not street:
            return name
        found: dict[str, Tree] = {"straat": street}
        if re.fullmatch(r"\d{4}\s?[A-Za-z]{2}", text(address, "postal_code")):
            found["postcode"] = text(address, "postal_code")
        if town := text(address, "city"):
            found["plaats"] = town
        return {"soort": "adres", "naam": name, "adres": found}
    return ""


# --- when ------------------------------------------------------------------------------------


def schedule(service: Json) -> tuple[Tree, list[str]]:
    """The block ``wanneer``; a schedule that cannot be read stays as words."""
    moments = []
    notes = []
    described = ""
    for one in schedules(service):
        moment = regular(one)
        if moment:
            moments.append(moment)
        else:
            described = described or text(one, "description") or text(one, "notes")
            notes.append("Een rooster uit de feed kennen we niet als regel.")
    if moments:
        return {"momenten": moments}, notes
    return described, notes if described else []


def schedules(service: Json) -> list[Json]:
    """Of the service itself, or of its places."""
    places = listed(service, "service_at_locations")
    return listed(service, "schedules") or [
        one for place in places for one in listed(place, "schedules")
    ]


def regular(one: Json) -> dict[str, Tree] | None:
    """A rule of RFC 5545 in separate fields."""
    clock = {
        key: text(one, name)[:5]
        for key, name in (("van", "opens_at"), ("tot", "closes_at"))
        if text(one, name)
    }
    kind = frequency(one)
    if kind is None or "van" not in clock:
        return None
    season = {
        key: text(one, name)[:10]
        for key, name in (("vanaf", "valid_from"), ("tot_en_met", "valid_to"))
        if text(one, name)
    }
    return {**kind, **clock, **(season if season.get("vanaf") != season.get("tot_en_met") else {})}


def frequency(one: Json) -> dict[str, Tree] | None:
    names = [part.strip() for part in text(one, "byday").split(",") if part.strip()]
    days = [WEEKDAYS[DAYS.index(name[-2:])] for name in names if name[-2:] in DAYS]
    interval = int(one.get("interval") or 1)
    match text(one, "freq").upper():
        case "DAILY" if interval == 1 and not names:
            return {"soort": "elke dag"}
        case "WEEKLY" if days and interval == 1:
            return {"soort": "elke week", "dag": list(days)}
        case "WEEKLY" if days and text(one, "dtstart"):
            every = {"aantal_weken": str(interval)} if interval > 2 else {}
            start = text(one, "dtstart")[:10]
            return {"soort": "om de week", "dag": list(days), "eerste_keer": start, **every}
        case "MONTHLY" if interval == 1:
            return monthly(one, names, days)
        case _:
            return None


def monthly(one: Json, names: list[str], days: list[str]) -> dict[str, Tree] | None:
    by_rank = {rank: name for name, rank in ORDINALS.items()}
    ranks = [by_rank.get(int(name[:-2])) for name in names if re.match(r"-?\d", name)]
    if days and ranks and all(ranks):
        once = list(dict.fromkeys(days))
        return {"soort": "elke maand", "welke": list(dict.fromkeys(ranks)), "dag": once}
    numbers = re.findall(r"\d+", text(one, "bymonthday"))
    return (
        {"soort": "dag van de maand", "dagnummer": list(numbers)} if numbers and not days else None
    )
