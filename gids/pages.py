"""The pages of the site: the Jinja environment and one function per kind of page.

Every template gets ``site``, ``page`` (a ``Page``) and ``root`` (the way back to the root of the
site, such as ``../../``), and what its kind of page is about. What is the same on many pages is
rendered once: header and footer per depth, and each card, which then stands in every list.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, cached_property, partial
from operator import attrgetter
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import LoopContext
from markupsafe import Markup, escape
from msgspec import Struct
from msgspec.structs import replace

from gids import assets, compiling, flowers
from gids.directory import (
    ActivityView,
    AgendaDay,
    AgendaItem,
    Directory,
    Facet,
    FlowerShape,
    Line,
    Link,
    PageView,
)
from gids.dutch import count, joined, part_of_day
from gids.output import File, Keyed, Output
from gids.project import digest_of
from gids.share import WHOLE, Share
from gids.shelf import Shelf
from gids.views import UNKNOWN_ANSWER
from gids.wayfinding import APART, needs_indication

OWN_TEMPLATES = Path(__file__).resolve().parent.parent / "templates"
LIST_LENGTH = 200
"""How many cards one page of a list holds; a longer list has further pages."""
DAY_LENGTH = 60
"""How many lines one day of the agenda holds; the page of that day has them all."""
ROOT_MARK = "@root@/"
"""Stands in a card for the way to the root, which differs by the depth of the list around it."""


Job = Callable[[], File]
"""A page that can be rendered, and is only when somebody asks for it."""
Words = Callable[[ActivityView], str]
"""What the page of an activity says to search engines."""


class Page(Struct, frozen=True):
    """What the head of a page says. ``trail`` is the way here, from the home page on."""

    url: str
    title: str
    description: str
    trail: tuple[Link, ...] = ()
    index: bool = True


class Part(Struct, frozen=True):
    """One page of a list: its activities, their cards, and the pages before and after it."""

    views: Sequence[ActivityView]
    make_cards: Callable[[], Markup]
    number: int
    total: int
    previous: str
    next: str

    @property
    def cards(self) -> Markup:
        """Made when a template asks for them, in the one process that prints this page."""
        return self.make_cards()


class Press:
    """The templates and everything that is rendered once and used on many pages.

    ``words`` gives what an activity's page says to search engines, as clean HTML.
    """

    def __init__(
        self,
        directory: Directory,
        templates: Sequence[Path],
        words: Words,
        shelf: Shelf | None = None,
    ) -> None:
        self.directory = directory
        self.templates = templates
        self.words = words
        self.shelf = shelf or Shelf()
        self.environment = environment(templates)
        self.frames: dict[str, tuple[Markup, Markup]] = {}

    @classmethod
    def of(
        cls, directory: Directory, root: Path, words: Words, shelf: Shelf | None = None
    ) -> "Press":
        """With the templates of the project at ``root``, and ours where it has none."""
        return cls(directory, template_folders(root), words, shelf)

    def prepare(self) -> None:
        """Make the cards and slots that lists are made of."""
        _ = self.cards, self.slots

    def page(
        self,
        template: str,
        page: Page,
        *,
        root: str | None = None,
        made_of: Callable[[], str] | None = None,
        **about: object,
    ) -> Job:
        """The rendering of one page, to be done by whoever has it in their share.

        With ``made_of``, which says all that the page depends on besides the surroundings of the
        activities, it need not be made again while that stays the same.
        """
        root = root_of(page.url) if root is None else root
        if made_of is None:
            return partial(self.rendered, template, page, root, about)
        return self.keyed(page, made_of, partial(self.text, template, page, root, about))

    def keyed(self, page: Page, made_of: Callable[[], str], content: Callable[[], str]) -> Job:
        """A page that depends on ``made_of`` and on the surroundings of the activities alone."""
        around = self.directory.around

        def file() -> Keyed:
            key = digest_of(f"{around} {page.title} {made_of()}".encode())
            return Keyed(path_of(page), key, content)

        return file

    def activity(self, page: Page, view: ActivityView) -> Job:
        """An activity's page, with what it says to search engines."""
        related = self.directory.related.get(view.slug, ())

        def content() -> str:
            words = Markup(self.words(view))  # noqa: S704 - escaped where it is made
            about = {"activity": view, "words": words, "related": related}
            return self.text("activity.html", page, root_of(page.url), about)

        return self.keyed(page, lambda: f"{view.key} {related}", content)

    def rendered(self, template: str, page: Page, root: str, about: Mapping[str, object]) -> Output:
        """One page at ``page.url``, an address that ends in a slash (or a file name)."""
        return Output(path_of(page), self.text(template, page, root, about))

    def text(self, template: str, page: Page, root: str, about: Mapping[str, object]) -> str:
        header, footer = self.frame(root)
        return self.environment.get_template(template).render(
            site=self.directory.site, page=page, root=root, header=header, footer=footer, **about
        )

    def frame(self, root: str) -> tuple[Markup, Markup]:
        """Header and footer for pages at this depth."""
        if root not in self.frames:
            parts = (
                self.environment.get_template(f"parts/{name}.html") for name in ("header", "footer")
            )
            site = self.directory.site
            header, footer = (part.render(site=site, root=root) for part in parts)
            self.frames[root] = (Markup(header), Markup(footer))  # noqa: S704 - escaped by Jinja
        return self.frames[root]

    @cached_property
    def cards(self) -> dict[str, str]:
        """Every listed activity's card by slug, with ``ROOT_MARK`` for the way to the root."""
        return self.each_listed("parts/card.html")

    @cached_property
    def slots(self) -> dict[str, str]:
        """What the agenda says of every listed activity, by slug, with ``ROOT_MARK`` too."""
        return self.each_listed("parts/slot.html")

    def each_listed(self, template: str) -> dict[str, str]:
        render = self.environment.get_template(template).render

        def piece(view: ActivityView) -> str:
            make = partial(render, activity=view, root=ROOT_MARK, place="", values=True)
            return self.shelf.piece(f"{template} {view.key}", make)

        return {view.slug: piece(view) for view in self.directory.listed}

    def slot(self, item: AgendaItem, root: str) -> Markup:
        """What the agenda says of one occurrence, for a page at this depth."""
        view, place = item.activity, item.when.place
        if place:
            return self.new_slot(item, root, values=True)
        return Markup(self.slots[view.slug].replace(ROOT_MARK, root))  # noqa: S704 - escaped by Jinja

    def short_slot(self, item: AgendaItem, root: str) -> Markup:
        """The same for a page where nobody chooses from the lines."""
        return self.new_slot(item, root, values=False)

    def new_slot(self, item: AgendaItem, root: str, *, values: bool) -> Markup:
        template = self.environment.get_template("parts/slot.html")
        about = {"activity": item.activity, "place": item.when.place, "root": root}
        return Markup(template.render(about, values=values))  # noqa: S704 - escaped by Jinja

    def card(self, view: ActivityView) -> str:
        """The card that was rendered once, or a new one for a view with dates of its own."""
        if self.listed.get(view.slug) is view:
            return self.cards[view.slug]
        template = self.environment.get_template("parts/card.html")
        return template.render(activity=view, root=ROOT_MARK)

    @cached_property
    def listed(self) -> dict[str, ActivityView]:
        return {view.slug: view for view in self.directory.listed}

    def card_list(self, views: Iterable[ActivityView], root: str) -> Markup:
        """The cards of these activities, for a page at this depth."""
        cards = "\n".join(self.card(view) for view in views)
        return Markup(cards.replace(ROOT_MARK, root))  # noqa: S704 - escaped by Jinja

    def first_cards(self, views: Sequence[ActivityView], url: str) -> Callable[[], Markup]:
        """The cards on the one page of a list without further pages, made when asked for."""
        return partial(self.card_list, views[:LIST_LENGTH], root_of(url))

    def parts(self, url: str, views: Sequence[ActivityView]) -> Iterator[tuple[str, Part]]:
        """A list as pages of ``LIST_LENGTH`` cards, with the address of each; one at least."""
        total = max(1, -(-len(views) // LIST_LENGTH))
        addresses = [url, *(f"{url}pagina/{number}/" for number in range(2, total + 1)), ""]
        for index in range(total):
            here = addresses[index]
            shown = views[index * LIST_LENGTH : (index + 1) * LIST_LENGTH]
            before = addresses[index - 1] if index else ""
            yield (
                here,
                Part(
                    shown,
                    partial(self.card_list, shown, root_of(here)),
                    index + 1,
                    total,
                    before,
                    addresses[index + 1],
                ),
            )


def path_of(page: Page) -> str:
    """The file of a page: ``index.html`` in a folder, or what its address names."""
    return f"{page.url}index.html" if page.url.endswith("/") or not page.url else page.url


def environment(templates: Sequence[Path]) -> Environment:
    """Escapes always, refuses a name that does not exist, and refuses None."""
    made = compiling.Templates(
        bytecode_cache=compiling.compiled_before(),
        loader=FileSystemLoader(templates),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=compiling.shown,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
    made.globals.update(
        card_flower=card_flower,
        flower=flower,
        theme_flower=theme_flower,
        field=field,
        sheet=sheet,
        list_length=LIST_LENGTH,
    )
    made.filters.update(
        activities=activities_counted, between=between, joined=joined, mail=mail, running=running
    )
    made.tests["evening"] = is_evening
    made.tests["unsaid"] = is_unsaid
    return made


def is_unsaid(line: Line) -> bool:
    """Nobody said anything of it; an unknown with a note is something that somebody said."""
    return line.text == UNKNOWN_ANSWER


def flower(shape: FlowerShape) -> Markup:
    """One activity's own flower; the page carries its ``sheet``."""
    return Markup(flowers.flower(shape))  # noqa: S704 - drawn by us


def card_flower(shape: FlowerShape) -> Markup:
    """The same on a card: it follows the dates of the card, so it needs no days of its own."""
    return flower(replace(shape, days=""))


def field(views: Iterable[ActivityView]) -> Markup:
    """A bed of the flowers of these activities; the page carries their ``sheet``."""
    return Markup(flowers.field(view.flower for view in views))  # noqa: S704 - drawn by us


def theme_flower(theme: Facet) -> Markup:
    """The flower of a theme, in full bloom."""
    return flower(shape_of(theme))


def shape_of(theme: Facet) -> FlowerShape:
    return FlowerShape(theme.flower, theme.slug, "bloei")


def sheet(views: Iterable[ActivityView], themes: Iterable[Facet] = ()) -> Markup:
    """The drawings that these flowers refer to, once on a page, before the first of them."""
    shapes = [*(view.flower for view in views), *map(shape_of, themes)]
    return Markup(flowers.sheet(shapes))  # noqa: S704 - drawn by us


def is_evening(item: AgendaItem) -> bool:
    """When it is dark and little else is offered: marked in the agenda."""
    return part_of_day(datetime.fromisoformat(item.when.start)) == "avond"


def activities_counted(number: int) -> str:
    """``1 activiteit``, ``12 activiteiten``."""
    return count(number, "activiteit", "activiteiten")


def running(name: str) -> str:
    """A name inside a sentence: “ouderen”, and “LHBTI+” as it is."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]


def between(loop: LoopContext) -> str:
    """What stands after an item of a list in a sentence: “a, b en c”."""
    return "" if loop.last else " en " if loop.revindex == 2 else ", "


@cache
def mail(address: str) -> Markup:
    """An e-mail address as a link, which on a narrow screen breaks after the @ first."""
    shown = escape(address).replace("@", Markup("@<wbr>"))
    return Markup('<a href="mailto:{}">{}</a>').format(address, shown)


def root_of(url: str) -> str:
    """The way from a page to the root of the site: ``../`` for every folder it lies in."""
    return "../" * url.count("/")


def template_folders(root: Path) -> list[Path]:
    """The project's own templates before the product's."""
    own = root / "templates"
    return [own, OWN_TEMPLATES] if own.is_dir() and own != OWN_TEMPLATES else [OWN_TEMPLATES]


# --- one function per kind of page -----------------------------------------------------------


HOME = Link("Begin", "")
ACTIVITIES = Link("Activiteiten", "activiteiten/")
ORGANISATIONS = Link("Organisaties", "organisaties/")
AGENDA = Link("Agenda", "agenda/")
HOME_LINES = (DAY_LENGTH, 12)
"""How many lines the home page has of today and of tomorrow, of which five show: those of today
that are over make room for later ones."""


def way_through(directory: Directory, written: Link) -> tuple[Link, ...]:
    """The way from the home page through a page of the municipality, where it wrote that page."""
    there = any(page.url == written.url for page in directory.pages)
    return (HOME, written) if there else (HOME,)


class Option(Struct, frozen=True):
    """Something to choose from that has no page of its own."""

    slug: str
    name: str


PARTS_OF_DAY = (Option("ochtend", "Ochtend"), Option("middag", "Middag"), Option("avond", "Avond"))


def home(press: Press) -> Iterator[Job]:
    """What are you looking for, where can one go today and tomorrow, the themes, the field."""
    site = press.directory.site
    page = Page("", f"{site.name}: {site.tagline}", site.tagline)
    yield press.page(
        "home.html",
        page,
        directory=press.directory,
        days=home_days(press.directory.agenda),
        slot=press.short_slot,
    )


def home_days(agenda: Iterable[AgendaDay]) -> list[tuple[AgendaDay, Sequence[AgendaItem]]]:
    """Today and tomorrow, with the lines that the home page has of each."""
    days = zip(agenda, HOME_LINES, strict=False)
    return [(day, outings(day.items)[:most]) for day, most in days]


def outings(items: Sequence[AgendaItem]) -> Sequence[AgendaItem]:
    """Where somebody can simply go: help at home, and what takes an indication, is found by name.

    On a day with nothing else, those.
    """
    found = [item for item in items if is_outing(item.activity)]
    return found or items


def is_outing(view: ActivityView) -> bool:
    return view.where.kind not in APART and not needs_indication(view)


def activities(press: Press) -> Iterator[Job]:
    """Everything: search, filters, and the complete list without JavaScript."""
    listed = press.directory.listed
    for url, part in press.parts(ACTIVITIES.url, listed):
        title = numbered("Alle activiteiten", part)
        page = Page(url, title, f"Iets te doen in {press.directory.site.municipality}.", (HOME,))
        yield press.page("activities.html", page, directory=press.directory, part=part)


def activity(press: Press) -> Iterator[Job]:
    """One activity, from what it is to what the first time is like."""
    titles = unique_titles(press.directory.activities)
    for view in press.directory.activities:
        trail = (HOME, ACTIVITIES, *view.themes[:1])
        page = Page(view.url, titles[view.slug], view.summary, trail, index=view.listed)
        yield press.activity(page, view)


def unique_titles(views: Iterable[ActivityView]) -> Mapping[str, str]:
    """A title for every page, by slug: two “Koffieochtend” get their place behind it, and so on."""
    views = tuple(views)
    titles = {view.slug: view.title for view in views}
    for further in (place_of, organiser_of, attrgetter("slug")):
        often = Counter(titles.values())
        titles |= {
            view.slug: f"{titles[view.slug]}, {further(view)}"
            for view in views
            if often[titles[view.slug]] > 1
        }
    return titles


def place_of(view: ActivityView) -> str:
    return view.where.short


def organiser_of(view: ActivityView) -> str:
    return view.organisation.name


def facets(press: Press) -> Iterator[Job]:
    """What there is for a theme, an audience, a neighbourhood or a day of the week."""
    for facet in press.directory.facets:
        for url, part in press.parts(facet.url, facet.activities):
            title = numbered(f"{facet.heading}: wat is er te doen?", part)
            description = facet.explanation or f"Activiteiten: {facet.heading}."
            page = Page(url, title, description, (HOME, ACTIVITIES))
            yield press.page(
                "facet.html", page, made_of=made_of_part(facet, part), facet=facet, part=part
            )


def made_of_part(facet: Facet, part: Part) -> Callable[[], str]:
    """The first page has the field of all; of the others a page says only how many there are."""
    if part.number == 1:
        return keys_of(facet.activities)
    keys = keys_of(part.views)
    return lambda: f"{len(facet.activities)} {keys()}"


def agenda(press: Press) -> Iterator[Job]:
    """Day by day, the coming four weeks; and each day on a page of its own."""
    directory = press.directory
    page = Page(AGENDA.url, "Agenda", "Wat er is, dag voor dag, de komende vier weken.", (HOME,))
    days = shown_days(directory.agenda)
    weeks = [days[start : start + 7] for start in range(0, len(days), 7)]
    yield press.page(
        "agenda.html",
        page,
        directory=directory,
        weeks=weeks,
        slot=press.slot,
        parts_of_day=PARTS_OF_DAY,
    )
    for before, day, after in neighbours(directory.agenda + directory.agenda_later):
        yield agenda_day(press, day, around=[other for other in (before, after) if other])


def neighbours(
    days: Sequence[AgendaDay],
) -> Iterator[tuple[AgendaDay | None, AgendaDay, AgendaDay | None]]:
    """Every day between the day before it and the day after it."""
    return zip((None, *days[:-1]), days, (*days[1:], None), strict=True)


def shown_days(days: Iterable[AgendaDay]) -> list[tuple[AgendaDay, tuple[AgendaItem, ...]]]:
    """Days with the lines of each that an overview shows."""
    return [(day, day.items[:DAY_LENGTH]) for day in days]


def agenda_day(press: Press, day: AgendaDay, around: Sequence[AgendaDay]) -> Job:
    """One whole day; not for search engines, because tomorrow it is past."""
    title = f"Agenda van {day.name}"
    page = Page(
        f"agenda/{day.iso}/", title, f"Wat er is op {day.name}.", (HOME, AGENDA), index=False
    )

    def made_of() -> str:
        return " ".join(f"{item.activity.key} {item.when.start}" for item in day.items)

    return press.page("day.html", page, made_of=made_of, day=day, around=around, slot=press.slot)


def organisations(press: Press) -> Iterator[Job]:
    """The partners, and each partner with its offer."""
    found = press.directory.organisations
    page = Page(ORGANISATIONS.url, "Organisaties", "Wie er meedoen.", (HOME,))
    yield press.page("organisations.html", page, organisations=found)
    for view in found:
        title = f"{view.name}, wie dat zijn en wat zij doen"
        page = Page(view.url, title, view.summary, (HOME, ORGANISATIONS))
        yield press.page(
            "organisation.html",
            page,
            made_of=keys_of(view.activities),
            organisation=view,
            cards=press.first_cards(view.activities, view.url),
        )


def places(press: Press) -> Iterator[Job]:
    """A place, whether one can get in, and what is on there."""
    for view in press.directory.places:
        title = f"{view.name}, waar het is en of u er in kunt"
        page = Page(view.url, title, ", ".join((view.name, *view.address)), (HOME, ACTIVITIES))
        yield press.page(
            "place.html",
            page,
            made_of=keys_of(view.activities),
            place=view,
            cards=press.first_cards(view.activities, view.url),
        )


def content(press: Press) -> Iterator[Job]:
    """The pages that the municipality wrote."""
    by_url = {view.url: view for view in press.directory.pages}
    for view in press.directory.pages:
        page = Page(view.url, view.title, view.summary, (HOME, *above(view, by_url)))
        yield press.page("page.html", page, content=view)


def above(view: PageView, by_url: Mapping[str, PageView]) -> Iterator[Link]:
    """The pages whose address this one's begins with, from the top down."""
    steps = view.url.split("/")
    for depth in range(1, len(steps) - 1):
        url = "/".join(steps[:depth]) + "/"
        if url in by_url:
            yield Link(by_url[url].title, url)


def not_found(press: Press) -> Iterator[Job]:
    """What a web server shows for any address that does not exist, so its links are absolute."""
    page = Page(
        "404.html", "Deze bladzijde is er niet", "Deze bladzijde bestaat niet (meer).", index=False
    )
    root = urlsplit(press.directory.site.base_url).path.rstrip("/") + "/"
    yield press.page("not-found.html", page, root=root, directory=press.directory)


Kind = Callable[[Press], Iterator[Job]]
"""One kind of page: what it is called, and a job for each page of it."""

PAGES: tuple[Kind, ...] = (
    home,
    activities,
    activity,
    facets,
    agenda,
    organisations,
    places,
    content,
    not_found,
)


def keys_of(views: Iterable[ActivityView]) -> Callable[[], str]:
    """All that a list of these activities is made of, in this order, for who asks."""
    return lambda: " ".join(view.key for view in views)


def numbered(title: str, part: Part) -> str:
    """Titles are unique: the second page of a list says so."""
    return title if part.number == 1 else f"{title}, bladzijde {part.number}"


def render(press: Press, share: Share = WHOLE, further: Sequence[Kind] = ()) -> Iterator[File]:
    """Every page and every asset of the site, or a share of them.

    ``further`` are kinds of pages that other rooms make on the same press.
    """
    jobs = (job for kind in (*PAGES, *further) for job in kind(press))
    for job in share.part(jobs):
        yield job()
    if share.first:
        yield from assets.assets(press.templates, press.directory.site)
