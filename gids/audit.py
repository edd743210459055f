"""What must hold for a finished folder before it may become the site.

These are the promises of a build to its readers: pages link to pages that exist, and each page
says what it is and in which language. Pages are surveyed while they are written, in whatever
process does that; ``findings`` then has the whole picture. ``audit`` does it for a folder on disk.
"""

import os
import posixpath
import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote

from msgspec import Struct, field
from msgspec.structs import replace

NOT_FOUND = "404.html"
"""The one page that is shown at any address, and so links from the root of the server."""
ATTRIBUTE = re.compile(r' (id|href|src)="([^"]*)"')
"""A space, not any white space: twice as fast, and a test compares it with a real HTML parser."""
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
TITLE = re.compile(r"<title>([^<]*)</title>")
SHOWN = 20


class AuditError(Exception):
    """The finished folder breaks a promise; the text says which, in Dutch."""


class Look(Struct, frozen=True):
    """What one page promises: its title, the places in it, and where it leads, as written there.

    ``wrong`` is what is wrong with the page by itself.
    """

    title: str
    ids: frozenset[str]
    links: frozenset[str]
    wrong: tuple[str, ...]

    @classmethod
    def of(cls, html: str) -> "Look":
        title = TITLE.search(html)
        found = ATTRIBUTE.findall(html)
        ids = [value for name, value in found if name == "id"]
        once = frozenset(ids)
        links = frozenset(value for name, value in found if name != "id")
        return cls(
            title[1].strip() if title else "", once, links, tuple(wrong(html, len(ids) - len(once)))
        )


def wrong(html: str, repeated: int) -> Iterator[str]:
    """What is wrong with one page; ``repeated`` is how many ids it has too many."""
    if '<html lang="' not in html:
        yield "de taal van de bladzijde ontbreekt."
    if (headings := html.count("<h1")) != 1:
        yield f"er zijn {headings} hoofdkoppen, dat moet er één zijn."
    if repeated:
        yield "een id komt meer dan één keer voor."


class Survey(Struct):
    """What was seen of the pages so far; two surveys of two shares add up to one.

    ``anchors`` are the places in each page; ``targets`` the addresses that are linked to, relative
    to the site and perhaps with a fragment, each with a page that does so. ``known`` are, per way
    to the root, the links that mean the same on every page at that depth: those of a header are
    followed once.
    """

    titles: dict[str, list[str]] = field(default_factory=dict)
    anchors: dict[str, frozenset[str]] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    broken: list[str] = field(default_factory=list)
    known: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, folder: Path) -> "Survey":
        """What the pages of a site on disk promise."""
        survey = cls()
        for path in sorted(walk(folder)):
            if path.endswith(".html") and not path.startswith("pagefind/"):
                survey.look(path, (folder / path).read_text("utf-8"))
        return survey

    def look(self, path: str, html: str) -> Look:
        """Note what one page promises, and return it."""
        look = Look.of(html)
        self.take(path, look)
        return look

    def take(self, path: str, look: Look) -> None:
        """Note what a page promises that was looked at, now or by an earlier build."""
        self.titles.setdefault(look.title, []).append(path)
        self.anchors[path] = look.ids
        self.broken += (f"{path}: {wrong}" for wrong in look.wrong)
        up = "../" * path.count("/")
        known = self.known.setdefault(up, set())
        for value in look.links - known:
            if up and value.startswith(up) and "../" not in value[len(up) :]:
                self.targets.setdefault(value[len(up) :], path)
                known.add(value)
            elif ELSEWHERE.match(value):
                known.add(value)
            else:
                self.targets.setdefault(self.resolved(path, value), path)

    def resolved(self, path: str, link: str) -> str:
        """The link as an address relative to the site, its fragment kept."""
        address, sign, fragment = link.partition("#")
        if not address:
            return f"{path}{sign}{fragment}"
        if address.startswith("/"):
            return "" if path == NOT_FOUND else f"..{address}"
        joined = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
        return f"{joined}{'/' if address.endswith('/') else ''}{sign}{fragment}"

    def to_add(self) -> "Survey":
        """The same, without what was only kept to look faster: for another process."""
        return replace(self, known={})

    def add(self, other: "Survey") -> None:
        """Take over what another share saw."""
        self.anchors |= other.anchors
        self.broken += other.broken
        for title, paths in other.titles.items():
            self.titles.setdefault(title, []).extend(paths)
        for target, path in other.targets.items():
            self.targets.setdefault(target, path)

    def findings(self, files: frozenset[str]) -> list[str]:
        """Everything that is wrong, given all files of the site; empty when nothing is."""
        return sorted([*self.broken, *self.title_findings(), *self.link_findings(files)])

    def title_findings(self) -> Iterator[str]:
        """Every page has a title, and no two the same."""
        for title, paths in self.titles.items():
            first, *more = sorted(paths)
            if not title:
                yield f"{first}: de titel ontbreekt."
            elif more:
                yield f"{more[0]}: de titel “{title}” heeft {first} ook."

    def link_findings(self, files: frozenset[str]) -> Iterator[str]:
        """Every link inside the site leads to a file, and to a place in it that is there."""
        for target, path in self.targets.items():
            if reason := why_broken(unescape(target), files, self.anchors):
                yield f"{path}: de link naar “{target}” {reason}."


def why_broken(target: str, files: frozenset[str], anchors: Mapping[str, frozenset[str]]) -> str:
    """Why an address of the site leads nowhere, or nothing. State in a fragment is no place."""
    address, _, fragment = target.partition("#")
    address = unquote(address.partition("?")[0])
    if address.startswith(".."):
        return "wijst buiten de site"
    file = f"{address}index.html" if address.endswith("/") else address
    if file not in files:
        file = posixpath.normpath(f"{address}/index.html").lstrip("/")
    if file not in files:
        return "wijst naar een bladzijde die er niet is"
    if fragment and "=" not in fragment and unquote(fragment) not in anchors.get(file, ()):
        return "wijst naar een plek op de bladzijde die er niet is"
    return ""


def require_whole(survey: Survey, folder: Path) -> None:
    """Raise ``AuditError`` with the first findings when the folder may not be published."""
    found = survey.findings(frozenset(walk(folder)))
    if found:
        shown = "\n  ".join(found[:SHOWN])
        message = f"Bij het nakijken bleek ({len(found)}):\n  {shown}"
        raise AuditError(message)


def audit(folder: Path) -> list[str]:
    """What is wrong with a site on disk, in Dutch; an empty list when nothing is."""
    return Survey.of(folder).findings(frozenset(walk(folder)))


def walk(folder: Path) -> Iterator[str]:
    """Every file below a folder, relative to it, with forward slashes."""
    base = os.fspath(folder)
    for parent, _, names in os.walk(base):
        inside = parent[len(base) :].replace(os.sep, "/").lstrip("/")
        yield from (f"{inside}/{name}" if inside else name for name in names)
