"""Open data: everything that the pages say, for whoever makes something else of it.

``data/activiteiten.json`` keeps the keys of docs/architecture.md; ``data/activiteiten.csv`` is the
same table for a spreadsheet. Texts are those of the pages; what is unknown is null or empty.
"""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from gids.directory import ActivityView, Directory, Line
from gids.output import Output, compact_json

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = (
    "kort",
    "titel",
    "samenvatting",
    "organisatie",
    "themas",
    "voor_wie",
    "wijk",
    "plek",
    "adres",
    "wanneer",
    "volgende_keer",
    "kosten",
    "drempelvrij",
    "telefoon",
    "e_mail",
    "aanmelden",
    "gecontroleerd_op",
    "voorbeeld",
    "webadres",
)


def render(directory: Directory) -> Iterator[Output]:
    """The listed activities as JSON and as CSV."""
    yield Output("data/activiteiten.json", as_json(directory))
    yield Output("data/activiteiten.csv", as_csv(directory))


def as_json(directory: Directory) -> str:
    """UTF-8, one activity per line: readable, and small changes make small differences."""
    site = directory.site
    head = {"generated": site.built_iso, "municipality": site.municipality}
    lines = [compact_json(record(view, site.base_url)) for view in directory.listed]
    start = compact_json(head)[:-1]
    return f'{start},"activities":[\n' + ",\n".join(lines) + "\n]}\n"


def record(view: ActivityView, base_url: str) -> dict[str, Any]:
    """One activity; times are local, with offset (ISO 8601)."""
    return {
        "id": view.slug,
        "slug": view.slug,
        "url": address(view, base_url),
        "title": view.title,
        "summary": view.summary,
        "organisation": view.organisation.name,
        "themes": [link.name for link in view.themes],
        "audiences": [link.name for link in view.audiences],
        "neighbourhood": view.neighbourhood.name if view.neighbourhood else None,
        "place": ", ".join(dict.fromkeys((view.where.name, *view.where.address))),
        "cost": view.cost_text,
        "schedule_text": view.schedule_long,
        "occurrences": [
            {"start": one.start, "end": one.end or None, "cancelled": one.status == "cancelled"}
            for one in view.occurrences
        ],
        "accessibility": labelled(view.access),
        "contact": {
            "role": view.contact_role or None,
            "phone": view.phone.text,
            "email": view.email or None,
            "website": view.website or None,
        },
        "referral": labelled(view.referral),
        "verified_on": view.verified_on.isoformat() if view.verified_on else None,
        "example": view.example,
    }


def address(view: ActivityView, base_url: str) -> str:
    """Absolute where the address of the site is known, else relative to its root."""
    return f"{base_url.rstrip('/')}/{view.url}" if base_url else view.url


def labelled(lines: Iterable[Line]) -> dict[str, str]:
    return {line.label: line.text for line in lines}


# --- the table -------------------------------------------------------------------------------


def as_csv(directory: Directory) -> str:
    """Semicolons, CRLF and a byte order mark: what a Dutch spreadsheet opens well (RFC 4180)."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for view in directory.listed:
        writer.writerow(neutral(cell) for cell in row(view, directory.site.base_url))
    return "\ufeff" + text.getvalue()


def row(view: ActivityView, base_url: str) -> tuple[str, ...]:
    """In the order of ``COLUMNS``; several values in one cell are separated by a comma."""
    return (
        view.slug,
        view.title,
        view.summary,
        view.organisation.name,
        ", ".join(link.name for link in view.themes),
        ", ".join(link.name for link in view.audiences),
        view.neighbourhood.name if view.neighbourhood else "",
        view.where.name,
        ", ".join(view.where.address),
        view.schedule_long,
        f"{view.next.day_long}, {view.next.time}" if view.next else "",
        view.cost_text,
        view.wheelchair,
        view.phone.text,
        view.email,
        view.registration,
        view.verified_on.isoformat() if view.verified_on else "",
        "ja" if view.example else "nee",
        address(view, base_url),
    )


def neutral(cell: str) -> str:
    """A cell that a spreadsheet would run as a formula gets an apostrophe in front (OWASP)."""
    return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
