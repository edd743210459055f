"""What leads from Pagefind's answers to activities, and what filters and counts are made of."""

from collections.abc import Mapping

from gids import dutch
from gids.directory import ActivityView, Directory
from gids.values import WEEKDAYS

SAID_BY_MOMENTS = ("dag", "dagdeel")


def table(directory: Directory, ids: Mapping[str, str]) -> Mapping[str, object]:
    """For every listed activity, in the order of the site: how Pagefind's id begins, slug, values.

    ``values`` are all “name=value”, ``has`` the numbers of those that an activity has; ``days``
    are the coming eight weeks, a bit for each day from ``from`` on that it goes on, as hexadecimal
    digits: “vandaag” is asked by the reader's clock, also of a site that was built weeks ago.
    """
    rows = [filter_values(view) for view in directory.listed]
    values = sorted({value for row in rows for value in row})
    number = {value: i for i, value in enumerate(values)}
    days = [day.iso for day in directory.agenda + directory.agenda_later]
    return {
        "ids": shortest([ids[view.slug] for view in directory.listed]),
        "slugs": [view.slug for view in directory.listed],
        "values": values,
        "has": [" ".join(str(number[value]) for value in row) for row in rows],
        "from": days[0] if days else "",
        "days": [day_bits(view, days) for view in directory.listed],
    }


def shortest(names: list[str]) -> list[str]:
    """Beginnings of one length that tell them apart: names are random, so every letter weighs."""
    lengths = range(1, max(map(len, names), default=0))
    enough = (n for n in lengths if len({name[:n] for name in names}) == len(names))
    length = next(enough, None)
    return [name[:length] for name in names]


def filter_values(view: ActivityView) -> list[str]:
    """“name=value” of every filter, place and partner; “moment=vrijdag-avond” for day and part."""
    filters = [(n, v) for n, found in view.filters for v in found if n not in SAID_BY_MOMENTS]
    places = [("plek", link.slug) for link in view.where.places]
    partners = [("bij", link.slug) for link in (view.organisation, *view.together_with)]
    moments = [("moment", moment) for moment in moments_of(view)]
    return [f"{name}={value}" for name, value in (*filters, *places, *partners, *moments)]


def moments_of(view: ActivityView) -> list[str]:
    going = (date.start for date in view.dates if date.status != "cancelled")
    return sorted({f"{WEEKDAYS[at.weekday()]}-{dutch.part_of_day(at)}" for at in going})


def day_bits(view: ActivityView, days: list[str]) -> str:
    going = {when.iso_day for when in view.occurrences if when.status != "cancelled"}
    return f"{sum(1 << i for i, day in enumerate(days) if day in going):x}"
