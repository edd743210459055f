"""The Jinja environment: how templates are found and compiled, and what they can call.

An explicit list: a template knows these functions, filters and tests, and what its page gives it.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.runtime import LoopContext
from markupsafe import Markup, escape
from msgspec.structs import replace

from gids import compiling, flowers
from gids.directory import ActivityView, AgendaItem, Facet, FlowerShape, Line
from gids.dutch import count, joined, part_of_day
from gids.views import UNKNOWN_ANSWER

OPTIONS = Path(__file__).read_bytes()
"""What decides how templates are compiled, besides ``compiling``: this module, as it runs."""
OWN_TEMPLATES = Path(__file__).resolve().parent.parent / "templates"


def template_folders(root: Path) -> list[Path]:
    """The project's own templates before the product's."""
    own = root / "templates"
    return [own, OWN_TEMPLATES] if own.is_dir() and own != OWN_TEMPLATES else [OWN_TEMPLATES]


def environment(templates: Sequence[Path]) -> Environment:
    """Escapes always, refuses a name that does not exist, and refuses None."""
    made = compiling.Templates(
        bytecode_cache=compiling.compiled_before(OPTIONS),
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


@lru_cache(maxsize=4096)
def mail(address: str) -> Markup:
    """An e-mail address as a link, which on a narrow screen breaks after the @ first."""
    shown = escape(address).replace("@", Markup("@<wbr>"))
    return Markup('<a href="mailto:{}">{}</a>').format(address, shown)
