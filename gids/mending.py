"""``check --fix``: times, phone numbers, postcodes and white space in one notation.

Only those characters change. Comments, the order of keys, quotes elsewhere and everything that is
not understood stay as they are, because every change is made at the place of one value in its line.
"""

import re
from collections.abc import Iterator

from pydantic_core import PydanticCustomError
from yaml import YAMLError

from gids import dutch
from gids.fields import Described, fields
from gids.values import clean_text, read_phone, read_postcode, read_time
from gids.writing import Number, quoted
from gids.yaml_text.places import Keys, Marked, Span, TooDeepError, read_marked
from schema import Model

COLON = re.compile(r"\d{1,2}:\d{2}")
LOOSE_END = re.compile(r"[ \t]+$", re.MULTILINE)


def mended(text: str, model: type[Model]) -> str:
    """The text of a file in one notation; a text that is no YAML keeps all but its line ends."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    plain = LOOSE_END.sub("", plain).rstrip("\n") + "\n"
    try:
        marked = read_marked(plain)
    except (YAMLError, TooDeepError, ValueError):
        return plain
    lines = plain.split("\n")
    for span, new in sorted(changes(marked, lines, model), key=lambda c: c[0], reverse=True):
        line = lines[span.line - 1]
        start = span.column - 1
        lines[span.line - 1] = line[:start] + new + line[start + span.length :]
    return "\n".join(lines)


def changes(marked: Marked, lines: list[str], model: type[Model]) -> Iterator[tuple[Span, str]]:
    """Where a value stands and how it is written, for each that is written otherwise."""
    for keys, spot in marked.spots.items():
        item, value = field_at(model, keys), value_at(marked.tree, keys)
        if item is None or not isinstance(value, str):
            continue
        span = spot.value
        written = lines[span.line - 1][span.column - 1 : span.column - 1 + span.length]
        if written.strip("'\"") != value:
            continue  # more lines, or a block of text
        new = notation(item, value)
        if new is not None and str(new) != value:
            yield span, quoted(new, ",[]{}?:" if isinstance(keys[-1], int) else "")


def notation(item: Described, value: str) -> str | None:
    """The one way to write a value; None where it cannot be read or is none of our business."""
    try:
        match item.kind:
            case "tijd" if not COLON.fullmatch(value):
                return Number(f"{read_time(value):%H:%M}")
            case "telefoon":
                return Number(dutch.phone(read_phone(value)))
            case "postcode":
                return read_postcode(value)
            case "tekst":
                return clean_text(value)
            case _:
                return None
    except PydanticCustomError:
        return None


def field_at(model: type[Model], keys: Keys) -> Described | None:
    """The field at a place, whichever kind of block it is in."""
    inside: tuple[type[Model], ...] = (model,)
    found: Described | None = None
    for key in keys:
        if isinstance(key, int):
            continue
        found = next((f for m in inside for f in fields(m) if f.key == key), None)
        if found is None:
            return None
        inside = found.models
    return found


def value_at(tree: object, keys: Keys) -> object:
    for key in keys:
        if isinstance(tree, dict):
            tree = tree.get(key)
        elif isinstance(tree, list) and isinstance(key, int) and key < len(tree):
            tree = tree[key]
        else:
            return None
    return tree
