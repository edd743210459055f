"""The news of each month: a page, and a mail that is written already."""

from collections.abc import Iterator
from urllib.parse import quote

from gids.coalition.digest import Digest, mail_text, short_mail_text, subject
from gids.coalition_pages.desk import NEWS, TRAIL, Desk
from gids.press import Job, Page

MAILTO_LIMIT = 1800
"""A longer address is cut off by some mail programs; then there is only the text to take along."""


def news(desk: Desk) -> Iterator[Job]:
    """The month that runs, and a page for each month that was kept."""
    months = desk.made.digests
    page = Page(NEWS.url, "Nieuws voor partners", "Wat er nieuw is en wat er stopte.", TRAIL)
    yield about_month(desk, page, months[0])
    for digest in months:
        title = f"Nieuws voor partners, {digest.name}"
        page = Page(digest.url, title, f"Nieuws van {digest.name}.", (*TRAIL, NEWS), index=False)
        yield about_month(desk, page, digest)


def about_month(desk: Desk, page: Page, digest: Digest) -> Job:
    others = tuple(one for one in desk.made.digests if one is not digest)
    return desk.press.page(
        "coalitie/nieuws.html",
        page,
        digest=digest,
        others=others,
        mail_link=mail_link(desk, digest),
    )


def mail(desk: Desk, digest: Digest) -> str:
    site = desk.directory.site
    return mail_text(digest, site.name, address(desk, digest), site.phone.text)


def address(desk: Desk, digest: Digest) -> str:
    """Where the month stands on the internet; empty while the site has no address."""
    base = desk.directory.site.base_url.rstrip("/")
    return f"{base}/{digest.url}" if base else ""


def mail_link(desk: Desk, digest: Digest) -> str:
    """A mail that is written already: all of it, or where to read it; else empty."""
    name, where = desk.directory.site.name, address(desk, digest)
    texts = [mail(desk, digest), *([short_mail_text(digest, name, where)] if where else [])]
    about = quote(subject(digest, name))
    links = (f"mailto:?subject={about}&body={quote(text)}" for text in texts)
    return next((link for link in links if len(link) <= MAILTO_LIMIT), "")
