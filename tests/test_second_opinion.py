"""Dates as a second reading of the rules gives them, for schedules made at random."""

from collections import Counter
from datetime import date

from hypothesis import HealthCheck, given, settings

from gids.occurrences import EXTRA, Occurrence, expand
from schema import Activity
from tests import day_by_day
from tests.day_by_day import Told
from tests.schedules import activities, calendar, known_holidays


def told(one: Occurrence) -> Told:
    return Told(
        one.original.replace(tzinfo=None),
        one.start.replace(tzinfo=None),
        one.end.replace(tzinfo=None) if one.end else None,
        one.status,
        one.place,
        one.moment == EXTRA,
        one.note,
    )


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(model=activities())
def test_day_by_day_gives_the_same_dates_for_three_years(model: Activity) -> None:
    first, last = date(2026, 1, 1), date(2028, 12, 31)
    ours = Counter(told(one) for one in expand(model, calendar(), first, last))
    assert ours == Counter(day_by_day.dates(model, known_holidays(), first, last))
