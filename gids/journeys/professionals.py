"""The signpost for who has somebody in front of them: three questions, at most five answers.

It works as plain pages. Two answers lead to one page; there the third chooses between parts of that
page, so that no more than a few hundred pages cover every way, and what somebody chose last never
leaves the browser.
"""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial

from markupsafe import Markup
from msgspec import Struct

from gids.directory import Link
from gids.output import Output
from gids.pages import way_through
from gids.press import Job, Page, Press, root_of
from gids.wayfinding import (
    AGE_GROUPS,
    MOMENTS,
    OBSTACLES,
    AgeGroup,
    Choice,
    Option,
    Wayfinder,
)

PROFESSIONALS = Link("Voor professionals", "professionals/")
SIGNPOST = Link("Wegwijzer", "professionals/wegwijzer/")


class Step(Struct, frozen=True):
    """Something to choose and the page that it leads to."""

    name: str
    explanation: str
    url: str


class Person(Struct, frozen=True):
    """The steps that start with one age group."""

    name: str
    explanation: str
    steps: tuple[Step, ...]


class Part(Struct, frozen=True):
    """What fits one answer to the third question; ``choice`` is the list in a link."""

    slug: str
    name: str
    options: tuple[Option, ...]

    @property
    def choice(self) -> str:
        return ",".join(option.view.slug for option in self.options)


@lru_cache(maxsize=1)
def wayfinder(press: Press) -> Wayfinder:
    """One for all pages of a press: it remembers what it worked out."""
    near = (Link(n.name, n.url) for n in press.directory.neighbourhoods if n.activities)
    return Wayfinder(press.directory.listed, near)


def second(age: AgeGroup, longing: Choice) -> str:
    return f"{SIGNPOST.url}{age.slug}-{longing.slug}/"


def who_and_what(press: Press) -> Iterator[Job]:
    """The first question: who is it, and what does that person long for?"""
    way = wayfinder(press)
    people = tuple(
        Person(
            age.name,
            age.explanation,
            tuple(Step(c.name, c.explanation, second(age, c)) for c in way.longings(age)),
        )
        for age in AGE_GROUPS
    )
    page = Page(
        SIGNPOST.url,
        "Wegwijzer: in drie vragen naar hooguit vijf activiteiten",
        "Wat verlangt iemand, wat staat in de weg, en wanneer kan het?",
        way_through(press.directory, PROFESSIONALS),
    )
    yield press.page("professionals/who.html", page, people=people)


def contacts(press: Press) -> Iterator[Job]:
    """Whom a professional calls, per organisation; unknown where nobody said."""
    page = Page(
        f"{PROFESSIONALS.url}wie-u-belt/",
        "Wie u belt: het contact voor professionals",
        "Per organisatie: wie u spreekt, op welk nummer, en waarvoor.",
        way_through(press.directory, PROFESSIONALS),
    )
    found = press.directory.organisations
    yield press.page("professionals/contacts.html", page, organisations=found)


def obstacles(press: Press) -> Iterator[Job]:
    """The second question: what stands in the way?"""
    way = wayfinder(press)
    through = way_through(press.directory, PROFESSIONALS)
    for age in AGE_GROUPS:
        for longing in way.longings(age):
            url = second(age, longing)
            steps = tuple(Step(o.name, o.explanation, f"{url}{o.slug}/") for o in OBSTACLES)
            title = f"{age.name}: {longing.name.lower()}. Wat staat in de weg?"
            page = Page(url, title, title, (*through, SIGNPOST), index=False)
            yield press.page("professionals/obstacle.html", page, steps=steps)


def results(press: Press) -> Iterator[Job]:
    """The third question, and what fits all three."""
    way = wayfinder(press)
    for age in AGE_GROUPS:
        for longing in way.longings(age):
            for obstacle in OBSTACLES:
                yield partial(result, press, way, age, longing, obstacle)


@lru_cache(maxsize=1)
def heads(press: Press) -> Callable[[str], Markup]:
    """What every answer says of an activity, by its slug: a few stand on many pages."""
    template = press.environment.get_template("professionals/head.html")
    root = root_of(f"{SIGNPOST.url}wie-wat/waarom/")

    @cache
    def head(slug: str) -> Markup:
        return Markup(template.render(view=press.listed[slug], root=root))  # noqa: S704 - escaped by Jinja

    return head


def result(
    press: Press, way: Wayfinder, age: AgeGroup, longing: Choice, obstacle: Choice
) -> Output:
    """One page with a part for every answer to the third question that something fits."""
    before = second(age, longing)
    parts = [
        Part(moment.slug, moment.name, way.options(age, longing, obstacle, moment))
        for moment in (*MOMENTS, *way.neighbourhoods)
    ]
    page = Page(
        f"{before}{obstacle.slug}/",
        f"{age.name}: {longing.name.lower()}. In de weg: {obstacle.name.lower()}",
        f"Hooguit vijf activiteiten voor {age.name.lower()}, met de reden erbij.",
        (*way_through(press.directory, PROFESSIONALS), SIGNPOST, Link(longing.name, before)),
        index=False,
    )
    moments = len(MOMENTS)
    return press.rendered(
        "professionals/options.html",
        page,
        root_of(page.url),
        {
            "parts": [part for part in parts if part.options],
            "moments": [part for part in parts[:moments] if part.options],
            "near": [part for part in parts[moments:] if part.options],
            "nothing": [part.name for part in parts[:moments] if not part.options],
            "obstacle": obstacle,
            "head": heads(press),
        },
    )
