"""What the coalition takes along: tables for a spreadsheet, a news feed, and a mail to send."""

import csv
import io
from collections.abc import Iterator
from datetime import date

from gids.coalition import tables
from gids.coalition.digest import Digest, subject
from gids.coalition.tables import Table
from gids.coalition_pages.desk import (
    ACTIVITIES_CSV,
    COVERAGE_CSV,
    FRESHNESS_CSV,
    GAPS_CSV,
    GOALS_CSV,
    MONITOR_CSV,
    NEWS_FEED,
    Desk,
)
from gids.coalition_pages.news import mail
from gids.feeds import atom
from gids.feeds.open_data import neutral
from gids.output import Output


def outputs(desk: Desk) -> Iterator[Output]:
    """Every file beside the pages."""
    made = desk.made
    yield Output(COVERAGE_CSV, as_csv(tables.coverage_table(made.found)))
    yield Output(GAPS_CSV, as_csv(tables.gaps_table(made.gaps, made.offers)))
    yield Output(GOALS_CSV, as_csv(tables.goals_table(made.goals)))
    yield Output(MONITOR_CSV, as_csv(tables.monitor_table(made.past)))
    yield Output(FRESHNESS_CSV, as_csv(tables.freshness_table(desk.directory)))
    yield Output(ACTIVITIES_CSV, as_csv(tables.activities_table(made.offers)))
    for partner in desk.directory.organisations:
        table = tables.activities_table(desk.own_offers(partner.slug))
        yield Output(f"{partner.url}gegevens/activiteiten.csv", as_csv(table))
    yield Output(NEWS_FEED, feed(desk))
    for digest in made.digests:
        head = f"Onderwerp: {subject(digest, desk.directory.site.name)}\n\n"
        yield Output(f"{digest.url}mail.txt", head + mail(desk, digest))


def as_csv(table: Table) -> str:
    """As the open data: semicolons, CRLF, a byte order mark, and no formulas (RFC 4180)."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(table.columns)
    writer.writerows([neutral(cell) for cell in row] for row in table.rows)
    return "\ufeff" + text.getvalue()


def feed(desk: Desk) -> str:
    """One entry per month; the month that runs changes until it is over."""
    title = f"Nieuws voor partners, {desk.directory.site.name}"
    entries = [entry(desk, digest) for digest in desk.made.digests]
    return atom.feed(title, NEWS_FEED, entries, desk.directory.site)


def entry(desk: Desk, digest: Digest) -> atom.News:
    day = desk.made.today if digest.current else last_day(digest.key)
    about = subject(digest, desk.directory.site.name)
    who = desk.directory.site.name
    return atom.News(day, digest.url, "nieuw", about, mail(desk, digest), digest.url, who)


def last_day(month: str) -> date:
    """Of ``2026-11``."""
    year, number = map(int, month.split("-"))
    following = date(year + number // 12, number % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)
