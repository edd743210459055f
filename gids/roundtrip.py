"""New values in a file that a partner wrote: comments, order, quotes and empty lines stay."""

import io
from collections.abc import Mapping
from typing import Any, TypeAlias

from gids.fields import fields
from gids.writing import Number, Tree, quoted, shortened
from schema import Activity

Node: TypeAlias = Any
"""A node of ruamel.yaml: a map, a list or a text that remembers how it was written."""

ORDER = tuple(item.key for item in fields(Activity))


def updated(text: str, old: Mapping[str, Tree], new: Mapping[str, Tree]) -> str:
    """The text of a file with what differs between two trees (as ``writing.tree`` gives them).

    What is the same in both keeps its spelling, also when that is not ours.
    """
    yaml = editor()
    root = yaml.load(text)
    change_map(root, dict(old), dict(new), top=True)
    made = io.StringIO()
    yaml.dump(root, made)
    return made.getvalue()


def editor() -> Any:  # noqa: ANN401 - ruamel.yaml is only imported when a file changes
    """A reader and writer that leaves every scalar a text and every line as long as it is."""
    from ruamel.yaml import YAML
    from ruamel.yaml.resolver import VersionedResolver

    class TextOnly(VersionedResolver):
        """No ``10:30`` that turns into a number, no ``nee`` that turns into a boolean."""

        def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:  # noqa: ANN401
            from ruamel.yaml.nodes import ScalarNode
            from ruamel.yaml.tag import Tag

            if kind is ScalarNode:
                return Tag(suffix="tag:yaml.org,2002:str")
            return super().resolve(kind, value, implicit)

    yaml = YAML(typ="rt", pure=True)
    yaml.Resolver = TextOnly
    yaml.preserve_quotes = True
    yaml.width = 4096
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def change_map(
    node: Node, old: dict[str, Tree], new: dict[str, Tree], *, top: bool = False
) -> None:
    """Make a map say ``new``; keys that say the same already are left alone."""
    for key in [key for key in old if key not in new and key in node]:
        del node[key]
    for key, value in new.items():
        if key not in node:
            node.insert(
                place_of(node, key, new), key, made(shortened(key, value) if top else value)
            )
        elif old.get(key) != value:
            node[key] = changed(node[key], old.get(key), value, key if top else "")


def changed(node: Node, old: Tree | None, new: Tree, key: str) -> Node:
    """The node for a value that differs: changed inside where that can be, else a new one."""
    if isinstance(node, dict) and isinstance(old, dict) and isinstance(new, dict):
        change_map(node, old, new)
        return node
    lists = isinstance(node, list) and isinstance(old, list) and isinstance(new, list)
    if lists and len(node) == len(old or ()) == len(new):
        for index, (one, other) in enumerate(zip(old or (), new, strict=True)):
            if one != other:
                node[index] = changed(node[index], one, other, "")
        return node
    return made(shortened(key, new) if key else new)


def place_of(node: Node, key: str, new: Mapping[str, Tree]) -> int:
    """After the last key that comes before this one in the new tree (or in the schema)."""
    order = list(ORDER) if key in ORDER and "titel" in node else list(new)
    before = order[: order.index(key)]
    positions = [index for index, other in enumerate(node) if other in before]
    return max(positions) + 1 if positions else 0


def made(value: Tree) -> Node:
    """A new node, written as ``writing`` would."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString, LiteralScalarString

    if isinstance(value, str):
        if "\n" in value:
            return LiteralScalarString(value + "\n")
        plain = isinstance(value, Number) or not quoted(value, ",[]{}?:").startswith('"')
        return str(value) if plain else DoubleQuotedScalarString(value)
    if isinstance(value, dict):
        return CommentedMap({key: made(item) for key, item in value.items()})
    found = CommentedSeq([made(item) for item in value])
    if all(isinstance(item, str) for item in value):
        found.fa.set_flow_style()
    return found
