"""Markdown becomes clean HTML: nothing that a partner wrote reaches a page unsanitised."""

import posixpath
import re
from collections.abc import Container
from functools import lru_cache
from pathlib import Path

import cmarkgfm  # type: ignore[import-untyped]  # it ships no types
import nh3

from gids.cellar import kept

HERE = Path(__file__).resolve()
MAKER = HERE.read_bytes() + (HERE.parent.parent / "requirements" / "build.txt").read_bytes()
"""All besides a text that its HTML depends on: this code, as it runs, and the libraries."""
PARTNER_TAGS = frozenset({"p", "br", "ul", "ol", "li", "strong", "em", "a"})
PAGE_TAGS = PARTNER_TAGS | frozenset(
    {"h2", "h3", "h4", "blockquote", "dl", "dt", "dd", "hr", "code", "pre", "div", "section"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
PAGE_ATTRIBUTES = {"a": {"href"}, "th": {"scope"}, "*": {"id", "lang", "dir", "class"}}


WITHOUT_SCHEME = re.compile(r"(\]\(\s*<?)(?=www\.)", re.IGNORECASE)
"""The address of a link as people say it: www.voorbeeld.nl."""
LINK = re.compile(r"\]\(\s*<?([^\s()<>]+)")
LEADS = re.compile(r"(?:https?://|mailto:|tel:|www\.)", re.IGNORECASE)


@lru_cache(maxsize=4096)
def partner_html(text: str) -> str:
    """What a partner wrote, as HTML of ``PARTNER_TAGS`` with http(s), mailto and tel links only.

    A link within the site is left out too: it would break with the page that it leads to.
    A template asks twice (is there any, and what), and the search three times.
    """
    if not text:
        return ""
    return nh3.clean(
        cmarkgfm.markdown_to_html(WITHOUT_SCHEME.sub(r"\1https://", text)),
        tags=set(PARTNER_TAGS),
        attributes={"a": {"href"}},
        url_schemes=set(SCHEMES),
        url_relative="deny",
        link_rel="noopener nofollow",
    ).strip()


def lost_links(text: str) -> list[str]:
    """The addresses of links in a partner's text that lead nowhere, as they are written."""
    return [address for address in LINK.findall(text) if not LEADS.match(address)]


OFFERED = frozenset({"activiteiten", "organisaties", "locaties", "thema", "voor", "wijk"})
"""Which pages stand in these folders follows from files that come and go."""
HREF = re.compile(r' href="([^"]*)"')


def leads_to(address: str, link: str) -> str:
    """What a link on a page leads to, such as ``wijk/centrum/``; empty if it cannot come and go."""
    target = posixpath.normpath(posixpath.join(address, re.split("[#?]", link)[0]))
    folder, *rest = target.split("/")
    return f"{folder}/{rest[0]}/" if folder in OFFERED and rest else ""


def gone(address: str, markdown: str, there: Container[str]) -> list[str]:
    """The links in a page of the municipality's to what is not ``there``, as they are written."""
    links = (link for link in LINK.findall(markdown) if leads_to(address, link))
    return [link for link in links if leads_to(address, link) not in there]


def without_gone(address: str, html: str, there: Container[str]) -> str:
    """The same page, in which a link to what is not ``there`` keeps its words alone.

    Who takes away an activity must not stop the site because a page of another spoke of it.
    """

    def kept(match: re.Match[str]) -> str:
        target = leads_to(address, match[1])
        return "" if target and target not in there else match[0]

    return HREF.sub(kept, html)


def page_html(text: str) -> str:
    """A page of the municipality's, as HTML; it seldom changes, so what became of it is kept."""
    found = kept("bladzijde", (MAKER, text.encode()), lambda: converted(text).encode())
    return found.decode()


def converted(text: str) -> str:
    """Markdown with tables, definition lists and heading ids, and only ``PAGE_TAGS`` of it."""
    import markdown

    extensions = ["tables", "def_list", "toc", "attr_list", "md_in_html"]
    return nh3.clean(
        markdown.markdown(text, extensions=extensions),
        tags=set(PAGE_TAGS),
        attributes=PAGE_ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
    ).strip()
