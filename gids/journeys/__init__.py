"""The ways through the site that somebody walks from a wish, or with somebody else in mind.

Each module yields pages of one such way; ``PAGES`` is what the press prints besides its own.
"""

from gids.journeys import needs, offline, professionals, shortlist
from gids.press import Kind

PAGES: tuple[Kind, ...] = (
    needs.needs,
    professionals.who_and_what,
    professionals.contacts,
    professionals.obstacles,
    professionals.results,
    shortlist.shortlist,
    offline.without_network,
)

worker = offline.worker
"""What is written last: it keeps some of the others for when there is no network."""

__all__ = ["PAGES", "worker"]
