"""What templates and feeds see: the directory as frozen values, derived once from what was read.

A ``url`` is relative to the root of the site and has no leading slash (``thema/ontmoeten/``);
templates put their own ``root`` before it. Text is ready to show; ``…_html`` is clean HTML.
Lists are sorted and complete; what is unknown says so in words and never counts as yes.
"""

from collections.abc import Mapping
from datetime import date, time
from functools import cache

from msgspec import Struct, field

from gids import dutch
from gids.markup import page_html, partner_html, without_gone
from gids.occurrences import Occurrence
from schema import Activity


class Link(Struct, frozen=True):
    """Somewhere to go inside the site; ``slug`` is the last part of its address."""

    name: str
    url: str

    @property
    def slug(self) -> str:
        return self.url.rstrip("/").rpartition("/")[2]


class Phone(Struct, frozen=True):
    """A number to call. ``owner`` completes “Bel …” on a button."""

    text: str
    href: str
    owner: str
    hours: str


class Line(Struct, frozen=True):
    """A label and what is known of it; ``state`` is ja, nee, deels, onbekend or empty.

    ``href`` is for what can be called.
    """

    label: str
    text: str
    state: str = ""
    href: str = ""


class FlowerShape(Struct, frozen=True):
    """An activity's flower.

    ``kind`` is the Dutch name of its theme's flower, ``seed`` its slug; ``state`` is bloei
    (today), halfopen (within a week), knop (later) or blad (paused, or no date). ``days`` are the
    days from the build on, on which it goes on, a bit for each, the first one lowest, in
    hexadecimal digits: for the script that keeps the flower true when the build is old.
    """

    kind: str
    seed: str
    state: str
    days: str = ""


class When(Struct, frozen=True):
    """One occurrence in words.

    ``start`` and ``end`` are ISO 8601 with offset (``end`` may be empty); ``status`` is scheduled,
    moved or cancelled; ``remark`` says what differs: reason, other place, doors open, note.
    ``far`` is so far ahead that the day needs its year. The words for days and times are looked up
    when asked for: many occurrences share them.
    """

    start: str
    end: str
    status: str
    remark: str
    place: str
    far: bool = False

    @property
    def iso_day(self) -> str:
        """``2026-11-24``."""
        return self.start[:10]

    @property
    def day(self) -> str:
        """“dinsdag 24 november”, with its year when it is far ahead."""
        return day_words(self.start[:10])[1 if self.far else 0]

    @property
    def day_long(self) -> str:
        """“dinsdag 24 november 2026”."""
        return day_words(self.start[:10])[1]

    @property
    def time(self) -> str:
        """“van 10.00 tot 11.30 uur”."""
        return time_words(self.start[11:16], self.end[11:16])

    @property
    def clock(self) -> str:
        """“9.30”."""
        return dutch.clock(time.fromisoformat(self.start[11:16]))


@cache
def day_words(iso: str) -> tuple[str, str]:
    """A day without its year, and with it."""
    day = date.fromisoformat(iso)
    return dutch.date_day(day), dutch.date_long(day)


@cache
def time_words(start: str, end: str) -> str:
    """A span of two clock times (``10:00``); an empty end is not said."""
    return dutch.time_span(time.fromisoformat(start), time.fromisoformat(end) if end else None)


class Where(Struct, frozen=True):
    """Where it is. ``kind`` is plek, adres, thuis, telefoon, online or meer plekken.

    ``short`` fits a card; ``address`` is lines to print; ``route`` is an address to look up on a
    map, or empty; ``places`` are the pages of the places, with the months in ``Line``-like names;
    ``url`` is where it is online.
    """

    kind: str
    short: str
    name: str
    address: tuple[str, ...]
    room: str
    route: str
    note: str
    places: tuple[Link, ...]
    url: str = ""


class FirstVisit(Struct, frozen=True):
    """What it is like the first time; empty strings and tuples where nothing is known."""

    welcomed_by: str
    recognised_by: str
    what_happens: str
    answers: tuple[Line, ...]
    known: bool

    @property
    def what_happens_html(self) -> str:
        return partner_html(self.what_happens)


class Picture(Struct, frozen=True):
    """A picture; ``url`` relative to the root of the site."""

    url: str
    alt: str
    credit: str


class Related(Struct, frozen=True):
    """Another activity that fits, and why, in words."""

    title: str
    url: str
    summary: str
    when: str
    why: str


class ActivityView(Struct, frozen=True):
    """One activity as a page, a card and a feed show it.

    ``key`` identifies all that the view is made of (``project.key_of``).
    ``occurrences`` cover the coming eight weeks, cancelled ones included; ``next`` is the first
    that goes on. ``listed`` is false for what stopped, expired, or was not confirmed for a year:
    its page stays, lists and search leave it out. ``status`` is a sentence on top of the page when
    it is paused, stopped or full, else empty. ``marks`` are two or three honest marks for a card.
    ``people`` and ``subjects`` say what its audiences and themes stand for, whatever their names.
    ``filters`` are the values for search filters, by filter name. ``coming`` is the compact list of
    starts and ends for the script that shows what is next now (hooks: assets/nu.js).
    """

    key: str
    slug: str
    url: str
    title: str
    summary: str
    organisation: Link
    themes: tuple[Link, ...]
    audiences: tuple[Link, ...]
    people: tuple[str, ...]
    subjects: tuple[str, ...]
    open_to_all: bool
    neighbourhood: Link | None
    flower: FlowerShape
    schedule_short: str
    schedule_long: str
    schedule_note: str
    occurrences: tuple[When, ...]
    next: When | None
    lost: str
    coming: str
    coming_places: tuple[str, ...]
    where: Where
    free: bool
    cost_short: str
    cost_text: str
    cost_lines: tuple[str, ...]
    access: tuple[Line, ...]
    wheelchair: str
    contact_role: str
    phone: Phone
    email: str
    website: str
    registration: str
    registration_lines: tuple[Line, ...]
    first_visit: FirstVisit
    transport: tuple[Line, ...]
    languages: tuple[str, ...]
    age: str
    not_for: str
    referral: tuple[Line, ...]
    loneliness: tuple[str, ...]
    elements: tuple[str, ...]
    together_with: tuple[Link, ...]
    wanted: tuple[Line, ...]
    reviewed: str
    picture: Picture | None
    notice: str
    status: str
    verified_on: date | None
    verified_text: str
    freshness: str
    listed: bool
    example: bool
    marks: tuple[str, ...]
    filters: tuple[tuple[str, tuple[str, ...]], ...]
    search_words: tuple[str, ...]
    dates: tuple[Occurrence, ...]
    source: Activity

    @property
    def description_html(self) -> str:
        """Made where it is printed, by whichever process that does."""
        return partner_html(self.source.description or "")


class Facet(Struct, frozen=True):
    """One page of a facet: ``kind`` is thema, voor, wijk, dag or taal; activities by next date."""

    kind: str
    slug: str
    name: str
    url: str
    heading: str
    explanation: str
    flower: str
    activities: tuple[ActivityView, ...]


class OrganisationView(Struct, frozen=True):
    """A partner and its offer."""

    slug: str
    url: str
    name: str
    summary: str
    description_html: str
    sector: str
    former_names: tuple[str, ...]
    phone: Phone | None
    email: str
    website: str
    address: tuple[str, ...]
    professionals: tuple[Line, ...]
    professionals_phone: Phone | None
    professionals_email: str
    wanted: tuple[Line, ...]
    verified_text: str
    example: bool
    activities: tuple[ActivityView, ...]


class PlaceView(Struct, frozen=True):
    """A place, whether one can get in, and what is on there."""

    slug: str
    url: str
    name: str
    former_names: tuple[str, ...]
    address: tuple[str, ...]
    route: str
    neighbourhood: Link | None
    access: tuple[Line, ...]
    transport: tuple[Line, ...]
    phone: Phone | None
    website: str
    verified_text: str
    example: bool
    activities: tuple[ActivityView, ...]


class AgendaItem(Struct, frozen=True):
    """One occurrence on a day of the agenda."""

    activity: ActivityView
    when: When


class AgendaDay(Struct, frozen=True):
    """One day of the coming four weeks; days without anything are there too, and empty."""

    iso: str
    name: str
    week: int
    weekend: bool
    items: tuple[AgendaItem, ...]


RIGHT_TO_LEFT = ("ar", "fa", "he", "ur")


class PageView(Struct, frozen=True):
    """A page that the municipality wrote; ``url`` such as ``over/``; order 0 is not in the menu.

    ``markdown`` is its text, in which links to what is not ``there`` keep their words alone;
    ``language`` is its code when it is not Dutch.
    """

    url: str
    title: str
    summary: str
    markdown: str
    there: frozenset[str]
    order: int
    language: str = ""
    language_name: str = ""

    @property
    def html(self) -> str:
        """Made when a template asks for it, in the one process that prints this page."""
        return without_gone(self.url, page_html(self.markdown), self.there)

    @property
    def direction(self) -> str:
        """Which way its script runs: ``rtl`` or ``ltr``."""
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"


class Tongue(Struct, frozen=True):
    """A page in another language, under the name that the language has for itself."""

    code: str
    name: str
    url: str


class Site(Struct, frozen=True):
    """What every page shows; ``built_on`` in words, ``built_iso`` as a date.

    ``colours`` are names and values that differ from the style sheet's own.
    """

    name: str
    municipality: str
    tagline: str
    phone: Phone
    email: str
    base_url: str
    repository: str
    example_notice: str
    built_on: str
    built_iso: str
    menu: tuple[Link, ...]
    colours: tuple[tuple[str, str], ...]
    tongues: tuple[Tongue, ...] = ()


class Directory(Struct, frozen=True):
    """Everything that is published.

    ``listed`` are the activities in lists and search, by next date and then title;
    ``activities`` are all with a page, by slug. ``agenda`` is the coming four weeks,
    ``agenda_later`` the four after that, for who reads a site that is weeks old. ``related`` is
    what fits beside a listed activity, by slug; ``around`` identifies all but the activities.
    """

    site: Site
    activities: tuple[ActivityView, ...]
    listed: tuple[ActivityView, ...]
    themes: tuple[Facet, ...]
    audiences: tuple[Facet, ...]
    neighbourhoods: tuple[Facet, ...]
    weekdays: tuple[Facet, ...]
    languages: tuple[Facet, ...]
    organisations: tuple[OrganisationView, ...]
    places: tuple[PlaceView, ...]
    agenda: tuple[AgendaDay, ...]
    agenda_later: tuple[AgendaDay, ...]
    pages: tuple[PageView, ...]
    needs: tuple[Facet, ...] = ()
    related: Mapping[str, tuple[Related, ...]] = field(default_factory=dict)
    around: str = ""

    @property
    def facets(self) -> tuple[Facet, ...]:
        """Every facet page, in the order of the site."""
        return self.themes + self.audiences + self.neighbourhoods + self.weekdays + self.languages
