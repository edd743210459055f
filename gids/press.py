"""The press: templates in, pages out, and everything that is rendered once and used on many pages.

Every template gets ``site``, ``page`` (a ``Page``) and ``root`` (the way back to the root of the
site, such as ``../../``), and what its kind of page is about. What is the same on many pages is
rendered once: header and footer per depth, and each card, which then stands in every list.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from pathlib import Path

from markupsafe import Markup
from msgspec import Struct

from gids.directory import ActivityView, AgendaItem, Directory, Link
from gids.environment import environment, template_folders
from gids.output import File, Keyed, Output
from gids.project import digest_of
from gids.shelf import Shelf

LIST_LENGTH = 200
"""How many cards one page of a list holds; a longer list has further pages."""
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
        self.environment.globals["list_length"] = LIST_LENGTH
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


Kind = Callable[[Press], Iterator[Job]]
"""One kind of page: what it is called, and a job for each page of it."""


def path_of(page: Page) -> str:
    """The file of a page: ``index.html`` in a folder, or what its address names."""
    return f"{page.url}index.html" if page.url.endswith("/") or not page.url else page.url


def root_of(url: str) -> str:
    """The way from a page to the root of the site: ``../`` for every folder it lies in."""
    return "../" * url.count("/")


def keys_of(views: Iterable[ActivityView]) -> Callable[[], str]:
    """All that a list of these activities is made of, in this order, for who asks."""
    return lambda: " ".join(view.key for view in views)


def numbered(title: str, part: Part) -> str:
    """Titles are unique: the second page of a list says so."""
    return title if part.number == 1 else f"{title}, bladzijde {part.number}"
