"""Markdown becomes clean HTML: nothing that a partner wrote reaches a page unsanitised."""

import cmarkgfm  # type: ignore[import-untyped]  # it ships no types
import markdown
import nh3

PARTNER_TAGS = frozenset({"p", "br", "ul", "ol", "li", "strong", "em", "a"})
PAGE_TAGS = PARTNER_TAGS | frozenset(
    {"h2", "h3", "h4", "blockquote", "dl", "dt", "dd", "hr", "code", "pre", "div", "section"}
    | {"table", "thead", "tbody", "tr", "th", "td"}
)
SCHEMES = frozenset({"http", "https", "mailto", "tel"})
PAGE_ATTRIBUTES = {"a": {"href"}, "th": {"scope"}, "*": {"id", "lang", "dir", "class"}}


def partner_html(text: str) -> str:
    """What a partner wrote, as HTML of ``PARTNER_TAGS`` with http(s), mailto and tel links only."""
    return nh3.clean(
        cmarkgfm.markdown_to_html(text),
        tags=set(PARTNER_TAGS),
        attributes={"a": {"href"}},
        url_schemes=set(SCHEMES),
        link_rel="noopener nofollow",
    ).strip()


def page_html(text: str) -> str:
    """A page of the municipality's: Markdown with tables, definition lists and heading ids."""
    extensions = ["tables", "def_list", "toc", "attr_list", "md_in_html"]
    return nh3.clean(
        markdown.markdown(text, extensions=extensions),
        tags=set(PAGE_TAGS),
        attributes=PAGE_ATTRIBUTES,
        url_schemes=set(SCHEMES),
        link_rel=None,
    ).strip()
