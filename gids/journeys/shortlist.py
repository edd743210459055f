"""The list of activities that somebody keeps in their own browser, or gets handed as a link."""

from collections.abc import Iterator

from gids.pages import HOME
from gids.press import Job, Page, Press

URL = "lijstje/"


def shortlist(press: Press) -> Iterator[Job]:
    """One page; what is on the list stands in the browser or in the fragment of the link."""
    page = Page(
        URL, "Mijn lijstje", "De activiteiten die u bewaarde, op één blad.", (HOME,), index=False
    )
    yield press.page("lijstje.html", page)
