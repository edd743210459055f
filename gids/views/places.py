"""Where it is, in words, and in which neighbourhood."""

import schema
from gids import dutch
from gids.directory import Link, Where
from gids.values import MONTHS
from gids.views.context import Context


def address_lines(address: schema.Address, context: Context) -> tuple[str, ...]:
    town = town_of(address, context)
    return (address.street, f"{address.postcode} {town}" if address.postcode else town)


def beside_name(name: str, address: schema.Address, context: Context) -> tuple[str, ...]:
    """The lines below a name: a square that is called after its street is not said twice."""
    return tuple(line for line in address_lines(address, context) if line != name)


def route_query(address: schema.Address, context: Context) -> str:
    return f"{address.street}, {town_of(address, context)}"


def town_of(address: schema.Address, context: Context) -> str:
    return address.town or context.project.settings.municipality


def where(activity: schema.Activity, context: Context) -> Where:
    """Where it is, in words, with the pages of the places that the directory knows."""
    spot = activity.where
    match spot:
        case schema.AtPlace():
            return at_place(spot, context)
        case schema.AtAddress():
            return Where(
                "adres",
                spot.name,
                spot.name,
                beside_name(spot.name, spot.address, context),
                "",
                route_query(spot.address, context),
                "",
                (),
            )
        case schema.AtHome():
            note = f"Wij komen bij u thuis: {spot.area}." if spot.area else "Wij komen bij u thuis."
            return Where("thuis", "Bij u thuis", "Bij u thuis", (), "", "", note, ())
        case schema.ByPhone():
            note = f"Bel {dutch.phone(spot.phone)}." if spot.phone else ""
            return Where("telefoon", "Aan de telefoon", "Aan de telefoon", (), "", "", note, ())
        case schema.Online():
            return Where(
                "online", "Online", "Online", (), "", "", spot.how or "", (), spot.url or ""
            )
        case schema.SeveralPlaces():
            return several_places(spot, context)


def at_place(spot: schema.AtPlace, context: Context) -> Where:
    entry = context.project.places.get(spot.place)
    if entry is None:
        return Where("plek", spot.place, spot.place, (), spot.room or "", "", "", ())
    place = entry.model
    return Where(
        "plek",
        place.name,
        place.name,
        beside_name(place.name, place.address, context),
        spot.room or "",
        route_query(place.address, context),
        "",
        (Link(place.name, f"locaties/{entry.slug}/"),),
    )


def several_places(spot: schema.SeveralPlaces, context: Context) -> Where:
    links = []
    for item in spot.places:
        entry = context.project.places.get(item.place)
        name = entry.model.name if entry else item.place
        months = dutch.joined([MONTHS[m - 1] for m in item.months])
        links.append(Link(f"{name} ({months})" if months else name, f"locaties/{item.place}/"))
    rotating = any(item.months for item in spot.places)
    short = (
        "Elke maand ergens anders"
        if rotating
        else f"Op {dutch.count(len(links), 'plek', 'plekken')}"
    )
    return Where(
        "meer plekken", short, short, (), "", "", "Kijk bij de datums waar het is.", tuple(links)
    )


def usual_place(activity: schema.Activity) -> str:
    return activity.where.place if isinstance(activity.where, schema.AtPlace) else ""


def neighbourhood_word(activity: schema.Activity, context: Context) -> str:
    """The neighbourhood as written: the activity's own address, or that of its (first) place."""
    spot = activity.where
    if isinstance(spot, schema.AtAddress):
        return spot.neighbourhood or ""
    if isinstance(spot, schema.AtHome):
        return spot.area or context.whole_area
    slug = spot.places[0].place if isinstance(spot, schema.SeveralPlaces) else usual_place(activity)
    entry = context.project.places.get(slug)
    if entry is None:
        return context.whole_area
    return entry.model.neighbourhood or ""
