"""The coalition's part of the site: its pages, its tables to take away, posters and a press kit.

What the pages say is worked out in ``gids/coalition``; here it meets its templates.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice

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
    posters,
)
from gids.coalition_pages.desk import Desk
from gids.output import File
from gids.pages import Job, Press
from gids.project import Project
from gids.share import WHOLE, Share

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


def render(press: Press, project: Project, today: date, share: Share = WHOLE) -> Iterator[File]:
    """Every file of the coalition's part, or a share of them.

    Posters are shared out; what depends on all activities together is worked out and rendered once.
    """
    for job in islice(posters.all_of(press), share.number, None, share.of):
        yield job()
    if share.first:
        desk = Desk.of(press, project, instrument(press.directory, project, today))
        for pages in PAGES:
            for job in pages(desk):
                yield job()
        yield from files.outputs(desk)
        yield from kit.pictures(desk, press.templates)
