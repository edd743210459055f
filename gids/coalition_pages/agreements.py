"""What was agreed to be there, as a page shows it: whether it is, where not, and since when."""

from collections.abc import Iterator

from msgspec import Struct

from gids import dutch
from gids.coalition.expectations import Shortfall, Verdict, shortfall_words
from gids.coalition.goals import plain
from gids.coalition.monitor import since_words
from gids.coalition_pages.desk import Desk
from schema import Expectation


class Lacking(Struct, frozen=True):
    """For whom or where it is not met, and since when."""

    words: str
    since: str


class Agreement(Struct, frozen=True):
    """An expectation as a page shows it."""

    sentence: str
    met: bool
    unjudged: bool
    kept: int
    of: int
    period: str
    agreed: str
    short: tuple[Lacking, ...]
    example: bool


def agreements(desk: Desk) -> Iterator[Agreement]:
    for verdict in desk.made.verdicts:
        yield Agreement(
            verdict.expectation.sentence,
            verdict.met,
            not verdict.subjects,
            verdict.kept,
            len(verdict.subjects),
            period_words(desk, verdict),
            agreed_words(verdict.expectation),
            tuple(lacking(desk, verdict, short) for short in verdict.short),
            verdict.expectation.example,
        )


def measured_before(desk: Desk) -> bool:
    """Whether there is an earlier day to compare with: only then is there a since when."""
    began = desk.made.past.began
    return began is not None and began < desk.made.today


def period_words(desk: Desk, verdict: Verdict) -> str:
    """About which days it is judged."""
    name = verdict.expectation.holiday
    if name is None:
        return "Gekeken naar de komende acht weken."
    period = next((p for p in desk.made.found.periods if p.slug == dutch.slugify(name)), None)
    if period is None:
        return ""
    if period.first == period.last:
        return f"Gekeken naar {dutch.date_long(period.first)}."
    return f"Gekeken naar {plain(period.first)} tot en met {plain(period.last)}."


def agreed_words(expectation: Expectation) -> str:
    day = expectation.agreed_on
    return f"Afgesproken op {plain(day)}." if day else ""


def lacking(desk: Desk, verdict: Verdict, short: Shortfall) -> Lacking:
    expectation = verdict.expectation
    since = since_words(desk.made.past, expectation.slug, short.subject.slug, desk.made.today)
    return Lacking(dutch.capital(shortfall_words(short, expectation.rhythm)), since)
