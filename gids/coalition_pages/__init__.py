"""The coalition's part of the site: its pages, its tables to take away and a press kit.

What the pages say is worked out in ``gids/coalition``; here it meets its templates.
"""

from collections.abc import Callable, Iterator
from datetime import date

from gids.coalition.instrument import instrument
from gids.coalition_pages import (
    approach,
    covered,
    files,
    kit,
    network,
    news,
    overview,
    partner,
)
from gids.coalition_pages.desk import Desk
from gids.output import File
from gids.press import Job, Press
from gids.project import Project

PAGES: tuple[Callable[[Desk], Iterator[Job]], ...] = (
    overview.index,
    covered.coverage,
    covered.groups,
    overview.goals,
    network.network,
    news.news,
    approach.approach,
    partner.data,
    partner.report,
    kit.press,
)


def render(press: Press, project: Project, today: date) -> Iterator[File]:
    """Every file of the coalition's part: all of it depends on all activities together."""
    desk = Desk.of(press, project, instrument(press.directory, project, today))
    for pages in PAGES:
        for job in pages(desk):
            yield job()
    yield from files.outputs(desk)
    yield from kit.pictures(desk, press.templates)
