"""The text of a YAML file as a tree of plain text, quickly, or not at all.

No scalar gets a type here: ``10:30`` stays ``10:30`` and ``nee`` stays ``nee``, so that editors and
this program never read two different things. What is not filled in (``van:``) is left out.
"""

import re
from collections.abc import Callable
from typing import Any, TypeAlias

from yaml import YAMLError
from yaml._yaml import CParser
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

Tree: TypeAlias = "dict[str, Tree] | list[Tree] | str"
NextEvent: TypeAlias = Callable[[], Any]

DEEPEST = 12
NOT_FILLED_IN = frozenset(("", "~", "null"))
CUT = re.compile(r"\S[ \t]+#")
TIGHT_DASH = re.compile(r"\n *-[^\s-]")
ODD_SPACES = re.compile("[\u00a0\u0085\u2028\u2029]")


class NotPlainError(Exception):
    """YAML that this program does not take, or that needs a closer look."""


def read_tree(text: str) -> "Tree | None":
    """The tree of a text without surprises, None of an empty one; else ``NotPlainError``."""
    if is_suspect(text):
        raise NotPlainError
    try:
        next_event = CParser(text).get_event
        next_event()  # the stream
        if next_event().__class__ is StreamEndEvent:
            return None
        tree = build(next_event(), next_event, DEEPEST)
        next_event()  # the end of the document
        if next_event().__class__ is not StreamEndEvent:
            raise NotPlainError
    except (YAMLError, ValueError) as error:
        raise NotPlainError from error
    return tree


def is_suspect(text: str) -> bool:
    """A comment that may cut a line, a dash without its space, or white space that is no space."""
    cut = (" #" in text or "\t#" in text) and CUT.search(text)
    odd = not text.isascii() and ODD_SPACES.search(text)
    return bool(cut or odd or TIGHT_DASH.search(text))


def build(event: Any, next_event: NextEvent, depth: int) -> "Tree | None":  # noqa: ANN401 - untyped
    """The tree below one event; None where nothing is filled in."""
    kind = event.__class__
    if kind is AliasEvent or event.anchor or event.tag or not depth:
        raise NotPlainError
    if kind is ScalarEvent:
        value: str = event.value
        return value if event.style or value not in NOT_FILLED_IN else None
    if kind is MappingStartEvent:
        return build_mapping(next_event, depth - 1)
    items: list[Tree] = []
    while (event := next_event()).__class__ is not SequenceEndEvent:
        item = build(event, next_event, depth - 1)
        if item is not None:
            items.append(item)
    return items


def build_mapping(next_event: NextEvent, depth: int) -> dict[str, Tree]:
    """Keys and their values, without the keys that have none."""
    tree: dict[str, Any] = {}
    while (event := next_event()).__class__ is not MappingEndEvent:
        if event.__class__ is not ScalarEvent or event.value in tree or event.anchor or event.tag:
            raise NotPlainError
        tree[event.value] = build(next_event(), next_event, depth)
    return {key: value for key, value in tree.items() if value is not None}
