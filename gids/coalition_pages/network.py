"""Who does what for whom and with whom, and what is wanted and offered."""

from collections.abc import Iterator, Sequence

from gids import dutch
from gids.coalition.network import EVERY_KIND, Notice
from gids.coalition_pages.desk import NETWORK, TRAIL, Desk
from gids.press import Job, Page


def network(desk: Desk) -> Iterator[Job]:
    found = desk.made.network
    page = Page(NETWORK.url, "Het netwerk", "Wie wat doet, voor wie en met wie.", TRAIL)
    yield desk.press.page(
        "coalitie/netwerk.html",
        page,
        network=found,
        wanted=tuple(by_kind(found.wanted)),
        offered=tuple(by_kind(found.offered)),
        now=desk.made.digests[0],
    )


def by_kind(notices: Sequence[Notice]) -> Iterator[tuple[str, tuple[Notice, ...]]]:
    for kind in EVERY_KIND:
        found = tuple(one for one in notices if one.kind == kind)
        if found:
            yield dutch.capital(kind), found
