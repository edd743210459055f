"""What was read: every file of a project as values, before anything is derived from it."""

from collections.abc import Iterator, Mapping
from datetime import date
from hashlib import blake2b
from typing import Generic, TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from schema import (
    Activity,
    Approach,
    CoalitionAgenda,
    ContentPage,
    Expectations,
    Goal,
    HardWords,
    Holidays,
    Ideas,
    Model,
    Needs,
    Organisation,
    Place,
    Settings,
    Vocabulary,
)

M_co = TypeVar("M_co", bound=Model, covariant=True)


def digest_of(data: bytes) -> str:
    """What identifies these bytes."""
    return blake2b(data, digest_size=16).hexdigest()


class Entry(Struct, Generic[M_co], frozen=True):
    """One file and what it says.

    ``path`` is relative to the root, with forward slashes. ``slug`` is its name without ending;
    ``folder`` the name of the folder that it lies in, for a partner's file the organisation.
    ``digest`` identifies the bytes that were read.
    """

    path: str
    folder: str
    slug: str
    digest: str
    model: M_co


class PageEntry(Struct, frozen=True):
    """A page in content/paginas/: its head, its Markdown and its address (``over/``)."""

    path: str
    address: str
    head: ContentPage
    markdown: str


class CoalitionFiles(Struct, frozen=True):
    """What the coalition expects, aims at and learned; all of it may be absent.

    ``measured`` and ``seen`` are the lines of content/monitor/ as they stand there: one per day
    with its figures, and one per activity that came or went; ``failing`` are those about links.
    """

    expectations: Expectations = field(default_factory=Expectations)
    goals: tuple[Entry[Goal], ...] = ()
    agenda: CoalitionAgenda = field(default_factory=CoalitionAgenda)
    approach: Approach = field(default_factory=Approach)
    ideas: Ideas = field(default_factory=Ideas)
    measured: tuple[str, ...] = ()
    seen: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()


class Project(Struct, frozen=True):
    """Everything that was read and understood, sorted by path.

    ``vocabularies`` has the keys of ``VOCABULARIES``; ``digest`` identifies all of ``content/``
    that pages depend on: not the words of the search.
    """

    settings: Settings
    vocabularies: Mapping[str, Vocabulary]
    places: Mapping[str, Entry[Place]]
    holidays: Holidays
    organisations: Mapping[str, Entry[Organisation]]
    activities: tuple[Entry[Activity], ...]
    pages: tuple[PageEntry, ...]
    digest: str
    coalition: CoalitionFiles = field(default_factory=CoalitionFiles)
    needs: Needs = field(default_factory=Needs)
    hard_words: HardWords = field(default_factory=HardWords)

    def word_addresses(self) -> Iterator[str]:
        """Where the pages of the words of lists stand."""
        for folder, name in FACETS:
            yield from (f"{folder}/{term.slug}/" for term in self.vocabularies[name].terms)

    def addresses(self) -> Iterator[str]:
        """Where the pages stand that come and go with their files, whatever day it is."""
        yield from (f"activiteiten/{entry.slug}/" for entry in self.activities)
        yield from (f"organisaties/{slug}/" for slug in self.organisations)
        yield from (f"locaties/{slug}/" for slug in self.places)
        yield from self.word_addresses()

    def without_orphans(self) -> "Project":
        """Only the activities of whom we know the organisation: the others cannot be worded."""
        owned = tuple(entry for entry in self.activities if entry.folder in self.organisations)
        return replace(self, activities=owned)

    def with_base_url(self, url: str) -> "Project":
        """The same project for another web address; an empty ``url`` keeps its own."""
        if not url:
            return self
        return replace(self, settings=self.settings.model_copy(update={"base_url": url}))


def surroundings(project: Project, today: date) -> str:
    """Identifies everything but the activities: ``content/``, the organisations, day, address."""
    organisations = (entry.digest for entry in project.organisations.values())
    parts = (project.digest, project.settings.base_url or "", today.isoformat(), *organisations)
    return digest_of(" ".join(parts).encode())


def key_of(entry: Entry[Activity], around: str) -> str:
    """Identifies an activity and its surroundings: all that one activity by itself depends on."""
    return digest_of(f"{around} {entry.path} {entry.digest}".encode())


FACETS = (("thema", "themas"), ("voor", "doelgroepen"), ("wijk", "wijken"))
VOCABULARIES = ("themas", "doelgroepen", "wijken", "talen", "sectoren")
