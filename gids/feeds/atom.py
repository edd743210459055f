"""News feeds (Atom, RFC 4287): which activities are new or changed, and what does not go on.

The day of an entry comes from ``gecontroleerd_op`` and the version history; where neither is known
an activity is no news. A date that is cancelled or moved is always news.
"""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from html import escape

from msgspec import Struct

from gids.directory import ActivityView, Site, When
from gids.history import History
from gids.occurrences import Occurrence

LIMIT = 50
SHOWN = timedelta(weeks=8)


class News(Struct, frozen=True):
    """One entry. ``mark`` identifies it for ever; ``kind`` is one of ``KINDS``."""

    day: date
    mark: str
    kind: str
    title: str
    text: str
    url: str
    author: str
    added: date | None = None


KINDS = {
    "nieuw": "Nieuw: ",
    "gewijzigd": "Gewijzigd: ",
    "bevestigd": "",
    "vervallen": "Gaat niet door: ",
    "verplaatst": "Verplaatst: ",
}


def news(view: ActivityView, known: History | None) -> Iterator[News]:
    """All news about one activity."""
    days = [day for day in (view.verified_on, known and known.changed) if day]
    author = view.organisation.name
    if days:
        kind, added = kind_of(view.verified_on, known), known.added if known else None
        text = f"{view.summary} {view.schedule_short}."
        title = KINDS[kind] + view.title
        yield News(max(days), view.slug, kind, title, text, view.url, author, added)
    for one, when in zip(view.dates, view.occurrences, strict=True):
        if one.status != "scheduled":
            yield changed_date(view, one, when, days)


def kind_of(verified_on: date | None, known: History | None) -> str:
    """New on the day it came, changed when the file did, else only said to be still right."""
    if known is None or (verified_on and verified_on > known.changed):
        return "bevestigd"
    return "nieuw" if known.added == known.changed else "gewijzigd"


def changed_date(view: ActivityView, one: Occurrence, when: When, days: Iterable[date]) -> News:
    """A cancelled or moved date; not knowing when that was said, from its first day in sight."""
    kind = "vervallen" if one.cancelled else "verplaatst"
    day = max(days, default=min(one.original.date(), one.day) - SHOWN)
    text = f"{when.day_long}, {when.time}. {when.remark}"
    mark = f"{view.slug}/{one.original:%Y-%m-%dT%H:%M}/{kind}"
    title = f"{KINDS[kind]}{view.title}, {when.day}"
    return News(day, mark, kind, title, text, view.url, view.organisation.name)


# --- the feed --------------------------------------------------------------------------------


def feed(title: str, path: str, items: Iterable[News], site: Site) -> str:
    """The newest entries, newest first. ``path`` is the feed's own, relative to the site."""
    newest = sorted(items, key=lambda item: (-item.day.toordinal(), item.mark))[:LIMIT]
    updated = newest[0].day if newest else date.fromisoformat(site.built_iso)
    base = f"{site.base_url.rstrip('/')}/" if site.base_url else "../" * path.count("/") or "./"
    page = path.rpartition("/")[0] + "/" if "/" in path else "./"
    head = (
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="nl" xml:base="{escape(base)}">',
        f"<id>{escape(tag(site, path))}</id>",
        f"<title>{escape(title)}</title>",
        f"<updated>{stamp(updated)}</updated>",
        f"<author><name>{escape(site.name)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{escape(path)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(page)}"/>',
    )
    return "\n".join((*head, *(entry(item, site) for item in newest), "</feed>\n"))


def entry(item: News, site: Site) -> str:
    """One entry (§4.1.2); the category is what kind of news it is."""
    published = f"<published>{stamp(item.added)}</published>" if item.added else ""
    return (
        f"<entry><id>{escape(tag(site, item.mark))}</id><title>{escape(item.title)}</title>"
        f"<updated>{stamp(item.day)}</updated>{published}"
        f"<author><name>{escape(item.author)}</name></author>"
        f'<category term="{item.kind}"/>'
        f'<link rel="alternate" type="text/html" href="{escape(item.url)}"/>'
        f"<summary>{escape(item.text)}</summary></entry>"
    )


def stamp(day: date) -> str:
    """The beginning of a day as RFC 3339 has it: more is not known."""
    return f"{day.isoformat()}T00:00:00Z"


def tag(site: Site, mark: str) -> str:
    """A name that stays the same wherever the site moves (tag URI, RFC 4151)."""
    return f"tag:{authority(site)},2026:{mark}"


def authority(site: Site) -> str:
    """The host of the site; without an address a name that nobody else can have (RFC 2606)."""
    host = site.base_url.partition("://")[2].partition("/")[0].partition(":")[0]
    return host or "gids.invalid"
