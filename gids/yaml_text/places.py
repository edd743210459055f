"""The tree of a YAML text with the place of everything in it: four times slower than ``tree``."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from msgspec import Struct, field
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from gids.yaml_text.tree import DEEPEST, NOT_FILLED_IN, NextEvent, Tree

Keys: TypeAlias = tuple[str | int, ...]


class Span(Struct, frozen=True, order=True):
    """A piece of one line; line and column count from 1."""

    line: int
    column: int
    length: int


class Spot(Struct, frozen=True):
    """Where a value stands, its key, and the last line of it. A list item has no key."""

    value: Span
    key: Span | None = None


class Scalar(Struct, frozen=True):
    """A plain or quoted text as it stands in the file."""

    span: Span
    end_line: int
    end_column: int
    plain: bool
    value: str


class Odd(Struct, frozen=True):
    """Something that YAML allows and this program does not: where, and which of five."""

    span: Span
    kind: str
    """``double``, ``reference``, ``deep``, ``key`` or ``documents``."""
    key: str = ""
    first_line: int = 0


class Marked(Struct):
    """A tree with the place of everything in it."""

    tree: "Tree | None" = None
    spots: dict[Keys, Spot] = field(default_factory=dict)
    scalars: list[Scalar] = field(default_factory=list)
    oddities: list[Odd] = field(default_factory=list)


class TooDeepError(Exception):
    """Blocks within blocks within blocks: nobody wrote this by hand."""

    def __init__(self, span: Span) -> None:
        super().__init__(span)
        self.span = span


def read_marked(text: str) -> Marked:
    """As ``read_tree``, with places; raises what the parser raises on text that is no YAML."""
    lines = text.split("\n")
    marked = Marked(spots={(): Spot(Span(1, 1, 0))})
    parser = CParser(text)
    parser.get_event()
    if parser.get_event().__class__ is StreamEndEvent:
        return marked
    marker = Marker(parser.get_event, lines, marked)
    marked.tree = marker.value(parser.get_event(), (), None)
    parser.get_event()
    following = parser.get_event()
    if following.__class__ is not StreamEndEvent:
        marked.oddities.append(Odd(marker.span(following), "documents"))
    return marked


class Marker(Struct, frozen=True):
    """Walks through the events and writes down where things are."""

    next_event: NextEvent
    lines: list[str]
    marked: Marked

    def value(self, event: Any, keys: Keys, key: Span | None) -> "Tree | None":  # noqa: ANN401
        """The tree below one event."""
        kind = event.__class__
        if kind is AliasEvent or event.anchor or event.tag:
            self.marked.oddities.append(Odd(self.span(event), "reference"))
        if kind is AliasEvent:
            return None
        if len(keys) >= DEEPEST:
            raise TooDeepError(self.span(event))
        self.marked.spots[keys] = Spot(self.value_span(event, keys, key), key)
        if kind is ScalarEvent:
            return self.scalar(event)
        if kind is MappingStartEvent:
            return self.mapping(keys)
        return self.sequence(keys)

    def scalar(self, event: Any) -> str | None:  # noqa: ANN401
        value: str = event.value
        if event.style not in ("|", ">"):
            end = event.end_mark
            span = self.span(event)
            plain = not event.style
            self.marked.scalars.append(Scalar(span, end.line + 1, end.column + 1, plain, value))
        return None if value in NOT_FILLED_IN and not event.style else value

    def sequence(self, keys: Keys) -> list[Tree]:
        """What is not filled in takes no number, as in ``build``."""
        items: list[Tree] = []
        while (event := self.next_event()).__class__ is not SequenceEndEvent:
            item = self.value(event, (*keys, len(items)), None)
            if item is not None:
                items.append(item)
        self.marked.spots.pop((*keys, len(items)), None)
        return items

    def mapping(self, keys: Keys) -> dict[str, Tree]:
        tree: dict[str, Tree] = {}
        seen: dict[str, int] = {}
        while (event := self.next_event()).__class__ is not MappingEndEvent:
            span = self.span(event)
            name = self.key(event, span)
            if name in seen:
                self.marked.oddities.append(Odd(span, "double", name, seen[name]))
                self.value(self.next_event(), (*keys, f"{name} (2)"), span)
                continue
            seen[name] = span.line
            value = self.value(self.next_event(), (*keys, name), span)
            if value is not None:
                tree[name] = value
        return tree

    def key(self, event: Any, span: Span) -> str:  # noqa: ANN401
        """The text of a key; a list or a block in its place is passed over."""
        if event.anchor or getattr(event, "tag", None):
            self.marked.oddities.append(Odd(span, "reference"))
        if event.__class__ is ScalarEvent:
            return str(event.value)
        self.marked.oddities.append(Odd(span, "key"))
        self.value(event, (), None)
        return f"? {span.line}:{span.column}"

    def value_span(self, event: Any, keys: Keys, key: Span | None) -> Span:  # noqa: ANN401
        """The value where it fits on its line; of a block its key, or its first line in a list."""
        scalar = event.__class__ is ScalarEvent
        block = event.style in ("|", ">") if scalar else not event.flow_style
        if not keys:
            return Span(1, 1, 0)
        if key and (block or (scalar and not event.value and not event.style)):
            return key
        return self.span(event, to_line_end=block)

    def span(self, event: Any, *, to_line_end: bool = False) -> Span:  # noqa: ANN401
        """From the first character of an event to its last on that line."""
        start, end = event.start_mark, event.end_mark
        line = self.lines[start.line] if start.line < len(self.lines) else ""
        flow_start = end.column == start.column + 1 and line[start.column : end.column] in "[{"
        whole = to_line_end or flow_start or end.line > start.line
        last = len(line.rstrip()) if whole else end.column
        return Span(start.line + 1, start.column + 1, max(last - start.column, 1))


def spot_of(spots: Mapping[Keys, Spot], keys: Keys) -> tuple[Keys, Spot]:
    """The place of a value, or of what it would stand in.

    Short spellings leave steps out (``waar: de-luifel`` for ``waar › plek``): what is not there is
    skipped.
    """
    found: Keys = ()
    for key in keys:
        if (*found, key) in spots:
            found = (*found, key)
    return found, spots[found]
