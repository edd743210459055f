"""A page for every wish that people come with, in their own words."""

from collections.abc import Iterator

from gids.pages import ACTIVITIES, HOME
from gids.press import Job, Page, Press, numbered


def needs(press: Press) -> Iterator[Job]:
    """What answers a wish, what is soonest first; the page says so when nothing does yet."""
    for need in press.directory.needs:
        for url, part in press.parts(need.url, need.activities):
            title = numbered(f"{need.heading}: dit past daarbij", part)
            page = Page(url, title, need.explanation or title, (HOME, ACTIVITIES))
            yield press.page("need.html", page, need=need, part=part)
