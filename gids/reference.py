"""The field reference: every field that a partner can fill in, with an example to copy.

Made from ``schema.py``, as Markdown for ``docs/velden.md`` and as chapters for a page on the site.
"""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from gids.fields import Described, fields, own_fields
from gids.output import Output
from schema import Activity, Model, Organisation, Place, Timed

FILES: Mapping[type[Model], tuple[str, str]] = {
    Activity: ("Een activiteit", "partners/uw-organisatie/korte-naam.yaml"),
    Organisation: ("Uw organisatie", "partners/uw-organisatie/organisatie.yaml"),
    Place: ("Een plek", "content/plekken/korte-naam.yaml"),
}
INTRODUCTION = """\
Wat u over een activiteit, uw organisatie of een plek kunt opschrijven. Alleen wat ‘nodig’ is, moet.
Weet u iets niet? Laat het weg of schrijf onbekend: dan staat op de site dat men even kan bellen.
Datums, tijden, bedragen en telefoonnummers mag u schrijven zoals u gewend bent.
"""


class Group(Struct, frozen=True):
    """The fields inside a block, or inside one kind of block; ``name`` is then its ``soort``."""

    name: str
    explanation: str
    fields: tuple["Explained", ...]


class Explained(Struct, frozen=True):
    """One field in words, with what belongs inside it."""

    label: str
    key: str
    explanation: str
    example: str
    needed: bool
    groups: tuple[Group, ...] = ()


class Chapter(Struct, frozen=True):
    """One kind of file."""

    title: str
    path: str
    fields: tuple[Explained, ...]


def chapters() -> tuple[Chapter, ...]:
    return tuple(Chapter(title, path, explained(model)) for model, (title, path) in FILES.items())


def explained(model: type[Model]) -> tuple[Explained, ...]:
    return tuple(field(item) for item in fields(model))


def field(item: Described) -> Explained:
    text = f"{item.explanation}{limits(item)}"
    return Explained(item.label, item.key, text, item.example, item.required, tuple(groups(item)))


def limits(item: Described) -> str:
    """How long, how many, or which words."""
    if item.kind == "keuze" and len(item.options) > 1:
        return f" Kies uit: {', '.join(item.options)}."
    if item.kind == "tekst" and item.most and str(item.most) not in item.explanation:
        return f" Hooguit {item.most} {'woorden' if item.many else 'tekens'}."
    return ""


def groups(item: Described) -> Iterator[Group]:
    """What is inside: one group, or one per ``soort`` and what those of a time have in common."""
    if len(item.models) == 1:
        yield Group("", "", explained(item.models[0]))
        return
    for model in item.models:
        soort, *others = own_fields(model)
        name = " of ".join(f"soort: {word}" for word in soort.options)
        yield Group(name, soort.explanation, tuple(field(one) for one in others))
    if any(issubclass(model, Timed) for model in item.models):
        yield Group("Bij elk moment met een tijd", "", explained(Timed))


# --- as Markdown -----------------------------------------------------------------------------


def outputs() -> Iterator[Output]:
    """The reference as a file of the project."""
    yield Output("docs/velden.md", markdown())


def markdown() -> str:
    """The whole reference."""
    parts = [line for chapter in chapters() for line in chapter_lines(chapter)]
    return "\n".join([f"# Alle velden\n\n{INTRODUCTION}", *parts])


def chapter_lines(chapter: Chapter) -> Iterator[str]:
    yield f"## {chapter.title}\n\nIn het bestand `{chapter.path}`.\n"
    for one in chapter.fields:
        yield from field_lines(one, 3)


def field_lines(one: Explained, level: int) -> Iterator[str]:
    """One field, and below it the fields of its block."""
    needed = ", nodig" if one.needed else ""
    yield f"{'#' * min(level, 6)} {one.label} (`{one.key}`{needed})\n"
    yield f"{one.explanation}\n\n```yaml\n{one.example}\n```\n"
    for group in one.groups:
        if group.name:
            yield f"{'#' * min(level + 1, 6)} {group.name}\n"
        if group.explanation:
            yield f"{group.explanation}\n"
        if any(inner.groups for inner in group.fields):
            for inner in group.fields:
                yield from field_lines(inner, level + 1)
        elif group.fields:
            yield table(group.fields)


def table(found: tuple[Explained, ...]) -> str:
    """Fields of a small block, one per line."""
    rows = [
        f"| {one.label}{' (nodig)' if one.needed else ''} | {one.explanation} | {cell(one)} |"
        for one in found
    ]
    return "\n".join(["| veld | wat | voorbeeld |", "|---|---|---|", *rows]) + "\n"


def cell(one: Explained) -> str:
    """An example that fits in a table: its lines one below another."""
    return "<br>".join(f"`{line}`" for line in one.example.splitlines())
