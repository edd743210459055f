"""Rules that need more than one file, or today: one function per rule, whose docstring is the rule.

What depends on today is always a warning: a site must never fail because a day went by.
"""

from collections.abc import Iterable
from datetime import date

from gids.checks.care import (
    check_confirmations,
    check_dead_links,
    check_html,
    check_links,
    check_pages,
    check_phones,
    check_private_phones,
    check_towns,
)
from gids.checks.case import Case, Rule
from gids.checks.names import check_names
from gids.checks.plain import check_readability
from gids.checks.references import (
    check_audiences,
    check_languages,
    check_neighbourhoods,
    check_partners,
    check_periods,
    check_places,
    check_sectors,
    check_slugs,
    check_themes,
    check_twins,
)
from gids.checks.schedules import (
    check_coming,
    check_doubtful_holidays,
    check_ends,
    check_first_times,
    check_holidays_left,
    check_named_dates,
    check_pauses,
    check_validity,
)
from gids.occurrences import Calendar
from gids.problems import Finding
from gids.project import Project

RULES: tuple[Rule, ...] = (
    check_themes,
    check_audiences,
    check_languages,
    check_sectors,
    check_neighbourhoods,
    check_places,
    check_partners,
    check_periods,
    check_ends,
    check_first_times,
    check_named_dates,
    check_coming,
    check_pauses,
    check_validity,
    check_holidays_left,
    check_doubtful_holidays,
    check_confirmations,
    check_phones,
    check_private_phones,
    check_dead_links,
    check_html,
    check_links,
    check_towns,
    check_readability,
)
"""What an activity, an organisation or a file of content/ says by itself, in its surroundings.

A build asks this of new activities only: such a rule may see a part of them."""

COMPARING: tuple[Rule, ...] = (check_slugs, check_names, check_pages, check_twins)
"""What several files say together: such a rule sees all of them, always."""


def check(
    project: Project, today: date, unread: frozenset[str] = frozenset()
) -> tuple[Finding, ...]:
    """All that the rules find. ``unread`` are the files with an error (``Report.unread``).

    ``reading.locate`` turns the findings into problems with a line and a column.
    """
    return found_by((*RULES, *COMPARING), project, today, unread)


def found_by(
    rules: Iterable[Rule], project: Project, today: date, unread: frozenset[str]
) -> tuple[Finding, ...]:
    """What some of the rules find."""
    case = Case(project, today, unread, Calendar.of(project.holidays))
    return tuple(finding for rule in rules for finding in rule(case))
