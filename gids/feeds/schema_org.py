"""What search engines read inside a page: JSON-LD in the words of schema.org.

An activity with dates is an EventSeries: a Schedule for every moment that one can say, and the
coming eight weeks as Events, which are the truth. Without dates it is a Service. What nobody said
is left out: there is no word for unknown.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import time
from typing import Any

from gids.directory import ActivityView, Line, PlaceView, Where
from gids.feeds.series import Series
from gids.feeds.setting import Setting
from gids.occurrences import Occurrence
from gids.output import compact_json
from schema import Activity, EveryFewWeeks, EveryMonth, EveryWeek, MonthDay, Timed

WORDS = "https://schema.org"
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
SHORT_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
STATUS = {"scheduled": "EventScheduled", "moved": "EventRescheduled", "cancelled": "EventCancelled"}
YES_NO = {"ja": True, "nee": False}
ONLINE = ("telefoon", "online")
ORGANISER, PLACE, OFFER = "#organisatie", "#plek", "#prijs"
TOWN = re.compile(r"(\d{4} [A-Z]{2}) (.+)")
UNSAFE = (("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"))

Node = dict[str, Any]


def script(view: ActivityView, setting: Setting) -> str:
    """For inside ``<script type="application/ld+json">``: no character can end the element."""
    text = compact_json(describe(view, setting))
    for character, escape in UNSAFE:
        text = text.replace(character, escape)
    return text


def describe(view: ActivityView, setting: Setting) -> Node:
    """The whole activity as one node."""
    dated = any(isinstance(moment, Timed) for moment in view.source.when.moments)
    own = series_words(view, setting) if dated or view.dates else service_words(view, setting)
    return filled({"@context": WORDS, **own})


def filled(node: Node) -> Node:
    """Without what is empty: nothing is said of what nobody knows; no and 0 are known."""
    return {key: value for key, value in node.items() if value or value == 0}


def common(view: ActivityView, setting: Setting) -> Node:
    """What an event and a service have in common."""
    return {
        "name": view.title,
        "description": view.summary,
        "url": setting.address(view.url),
        "audience": audience(view.source, [link.name for link in view.audiences]),
        "offers": offers(view),
    }


# --- with dates ------------------------------------------------------------------------------


def series_words(view: ActivityView, setting: Setting) -> Node:
    """What the events share is written once, and referred to by its ``@id``."""
    table = setting.tables[view.slug]
    series = {
        "@type": "EventSeries",
        **common(view, setting),
        "inLanguage": "nl",
        "isAccessibleForFree": view.free or None,
        "eventAttendanceMode": f"{WORDS}/{attendance(view)}EventAttendanceMode",
        "organizer": {"@id": ORGANISER} | organisation(view, setting),
        "location": {"@id": PLACE} | location(view, "", setting),
        "eventSchedule": [schedule(one, table.dated) for one in table.series.values()],
    }
    shared = {
        key: series[key] for key in ("inLanguage", "isAccessibleForFree", "eventAttendanceMode")
    }
    shared |= {
        "organizer": {"@id": ORGANISER},
        "offers": [{"@id": one["@id"]} for one in series["offers"]],
    }
    return series | {"subEvent": [filled(shared | event(view, one, setting)) for one in view.dates]}


def attendance(view: ActivityView) -> str:
    return "Online" if view.where.kind in ONLINE else "Offline"


def organisation(view: ActivityView, setting: Setting) -> Node:
    name, url = view.organisation.name, setting.address(view.organisation.url)
    return filled({"@type": "Organization", "name": name, "url": url})


def event(view: ActivityView, one: Occurrence, setting: Setting) -> Node:
    """One date. A moved one says when it was planned; the reason is in words.

    Only another day or time is a new schedule; at another place it goes on as scheduled.
    """
    moved = one.status == "moved" and one.original != one.start
    status = STATUS["scheduled" if one.status == "moved" and not moved else one.status]
    return {
        "@type": "Event",
        "name": view.title,
        "description": one.reason,
        "url": setting.address(view.url),
        "startDate": one.start.isoformat(),
        "endDate": one.end.isoformat() if one.end else "",
        "doorTime": one.doors.isoformat() if one.doors else "",
        "previousStartDate": one.original.isoformat() if moved else "",
        "eventStatus": f"{WORDS}/{status}",
        "location": location(view, one.place, setting) if one.place else {"@id": PLACE},
    }


def schedule(one: Series, dated: Iterable[Occurrence]) -> Node:
    """A regular moment, with the days on which it is not as planned: cancelled, or moved."""
    moment = one.moment
    own = (x for x in dated if x.moment == one.index and x.status != "scheduled")
    changed = (x.original.date() for x in own if one.says(x))
    exceptions = sorted({*one.dropped, *changed})
    return filled(
        {
            "@type": "Schedule",
            **frequency(moment),
            "byMonth": sorted(one.months) if len(one.months) < 12 else [],
            "startDate": one.first.isoformat(),
            "endDate": one.last.isoformat() if one.last else "",
            "startTime": clock(moment.start),
            "endTime": clock(moment.end),
            "scheduleTimezone": "Europe/Amsterdam",
            "exceptDate": [day.isoformat() for day in exceptions],
        }
    )


def frequency(moment: Timed) -> Node:
    """How often, as an ISO 8601 duration, and on which days (nth weekdays as in RFC 5545)."""
    match moment:
        case EveryWeek():
            return {"repeatFrequency": "P1W", "byDay": day_words(moment.days)}
        case EveryFewWeeks():
            return {"repeatFrequency": f"P{moment.weeks}W", "byDay": day_words(moment.days)}
        case EveryMonth():
            ranked = [f"{nth}{SHORT_DAYS[day]}" for nth in moment.nth for day in moment.days]
            return {"repeatFrequency": "P1M", "byDay": ranked}
        case MonthDay():
            return {"repeatFrequency": "P1M", "byMonthDay": sorted(set(moment.numbers))}
        case _:
            return {"repeatFrequency": "P1D"}


def day_words(days: Iterable[int]) -> list[str]:
    return [f"{WORDS}/{DAYS[day]}" for day in sorted(set(days))]


def clock(at: time | None) -> str:
    return at.isoformat() if at else ""


# --- without dates ---------------------------------------------------------------------------


def service_words(view: ActivityView, setting: Setting) -> Node:
    """On appointment, or always there."""
    channel = {
        "@type": "ServiceChannel",
        "servicePhone": {"@type": "ContactPoint", "telephone": view.phone.text},
        "serviceLocation": location(view, "", setting) if view.where.kind not in ONLINE else {},
    }
    return {
        "@type": "Service",
        **common(view, setting),
        "provider": organisation(view, setting),
        "serviceType": [link.name for link in view.themes],
        "areaServed": view.neighbourhood.name if view.neighbourhood else "",
        "availableChannel": filled(channel),
    }


# --- where, for whom, for how much -----------------------------------------------------------


def location(view: ActivityView, slug: str, setting: Setting) -> Node:
    """The place with this slug, else the activity's own; by phone or online it is a virtual one."""
    if not slug and view.where.kind in ONLINE:
        url = view.phone.href
        if view.where.kind == "online":
            url = view.where.url or view.website
        return filled({"@type": "VirtualLocation", "name": view.where.name, "url": url})
    place: PlaceView | Where = setting.places.get(slug, view.where)
    access = setting.places[slug].access if slug in setting.places else view.access
    node = {
        "@type": "Place",
        "name": place.name,
        "address": address(place.address, setting),
        "amenityFeature": [feature(line) for line in access if line.state not in ("onbekend", "")],
    }
    return filled(node)


def address(lines: Sequence[str], setting: Setting) -> Node:
    """Street, and town with or without postcode; at least the municipality."""
    street, town = lines if len(lines) == 2 else ("", setting.site.municipality)
    match = TOWN.match(town)
    return filled(
        {
            "@type": "PostalAddress",
            "streetAddress": street,
            "postalCode": match[1] if match else "",
            "addressLocality": match[2] if match else town,
            "addressCountry": "NL",
        }
    )


def feature(line: Line) -> Node:
    """An answer about getting in; ``deels`` is said in words."""
    value = YES_NO.get(line.state, line.text)
    note = line.text if line.text != line.state else ""
    words = {"@type": "LocationFeatureSpecification", "name": line.label, "value": value}
    return words | ({"description": note} if note else {})


def audience(activity: Activity, names: Iterable[str]) -> Node:
    return filled(
        {
            "@type": "PeopleAudience",
            "audienceType": ", ".join(names),
            "suggestedMinAge": activity.age_from,
            "suggestedMaxAge": activity.age_to,
        }
    )


def offers(view: ActivityView) -> list[Node]:
    """Every amount; free is an offer of nothing. A gift or an unknown price is no offer."""
    cost = view.source.cost
    amounts = (
        [("0", None)] if cost.free else [(str(one.amount), one.what_for) for one in cost.amounts]
    )
    return [
        filled(
            {
                "@type": "Offer",
                "@id": f"{OFFER}-{number}",
                "price": price,
                "priceCurrency": "EUR",
                "description": what,
            }
        )
        for number, (price, what) in enumerate(amounts, 1)
    ]
