"""A model becomes tidy YAML that somebody who never saw YAML can read and change.

The order of the keys is that of the schema; what was not filled in is left out; a list of words
stands on one line; a value gets quotes only where YAML would read it differently. The form in the
browser writes the same bytes (``templates/assets/formulier-writing.js``), and a test compares them.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from gids import dutch
from gids.fields import Described, fields
from schema import Activity, Model, Organisation, Place

Tree: TypeAlias = str | list[Any] | dict[str, Any]

SCHEMA_LINE = "# yaml-language-server: $schema=../../content/schema/{name}.json\n"
SCHEMA_NAMES: Mapping[type[Model], str] = {
    Activity: "activiteit",
    Organisation: "organisatie",
    Place: "plek",
}
LINE = 96
LETTERS = "A-Za-z0-9À-ɏ"
PLAIN = re.compile(
    rf"[{LETTERS}](?:[{LETTERS}_ .,;!?%&*()€'’‘“”/+@=–—-]|:(?=\S)|(?<=\S)#)*(?<! )\Z"
)
TYPED = re.compile(
    r"(?:true|false|null|yes|no|on|off|y|n|0[xo][0-9a-f]+|[0-9][0-9_.:e+-]*)\Z", re.IGNORECASE
)  # what YAML 1.1 or 1.2 takes for something else than text
NUMERIC = ("getal", "dagnummer", "bedrag", "telefoon", "tijd", "datum", "ja-nee")
UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
FOREIGN = re.compile(r"\+\d[\d ]*\Z")
ESCAPES = (("\\", "\\\\"), ('"', '\\"'), ("\n", "\\n"), ("\t", "\\t"))
WITHOUT_PLACE = ("thuis", "telefoon", "online")
BARE_ALONE = ("dag", "rang", "dagnummer", "datum")


class Number(str):
    """A text that may look like a number to YAML, because its field reads it from text anyway."""

    __slots__ = ()


def write(model: Model) -> str:
    """The whole file, with the address of its schema for editors on line 1."""
    return file_text(type(model), tree(model))


def file_text(kind: type[Model], content: Mapping[str, Tree]) -> str:
    """A file from a tree whose values are ready to write, in the short spellings of the schema."""
    content = {key: shortened(key, value) for key, value in content.items()}
    return SCHEMA_LINE.format(name=SCHEMA_NAMES[kind]) + "\n".join(lines(content)) + "\n"


# --- a model as a tree -----------------------------------------------------------------------


def tree(model: Model) -> dict[str, Tree]:
    """What differs from the defaults, as the texts that a partner would write."""
    dumped = model.model_dump(by_alias=True, exclude_defaults=True)
    return {
        item.key: field_tree(item, getattr(model, item.name), dumped[item.key])
        for item in fields(type(model))
        if item.key in dumped
    }


def field_tree(item: Described, value: object, dumped: object) -> Tree:
    """One field: a block, a list of blocks or words, or one word."""
    if isinstance(value, Model):
        return tree(value)
    if not isinstance(dumped, tuple):
        return scalar(item, dumped)
    if isinstance(value, tuple) and item.kind == "blok":
        return [tree(block) for block in value]
    words = [scalar(item, word) for word in dumped]
    return words[0] if len(words) == 1 and item.kind in BARE_ALONE else list(words)


def scalar(item: Described, dumped: object) -> str:
    """A value as text: a phone number in groups, everything else as its type writes it."""
    text = dutch.phone(str(dumped)) if item.kind == "telefoon" else str(dumped)
    return Number(text) if item.kind in NUMERIC else text


def shortened(key: str, value: Tree) -> Tree:
    """The short spelling where the schema knows one: ``waar: de-luifel``, ``kosten: gratis``."""
    match key, value:
        case "wanneer", {"momenten": [{"soort": str(word), **more}], **rest} if not (more or rest):
            return word
        case "waar", {"soort": "plek", "plek": str(word), **rest} if word not in WITHOUT_PLACE:
            return value if rest else word
        case "waar" | "kosten", {"soort": str(word), **rest} if not rest:
            return word
        case "kosten", {"soort": "betaald", "bedragen": [{"bedrag": str(word), **more}], **rest}:
            return value if more or rest else word
        case "aanmelden", {"nodig": str(word), **rest} if not rest:
            return word
        case _:
            return value


# --- a tree as lines -------------------------------------------------------------------------


def lines(content: Mapping[str, Tree], depth: int = 0) -> Iterator[str]:
    """Key by key; at the top a block has an empty line before and after it."""
    before_was_block = False
    for index, (key, value) in enumerate(content.items()):
        found = list(entry(key, value, depth))
        is_block = len(found) > 1
        if depth == 0 and index and (is_block or before_was_block):
            yield ""
        before_was_block = is_block
        yield from found


def entry(key: str, value: Tree, depth: int) -> Iterator[str]:
    """One key with what belongs to it."""
    pad = "  " * depth
    match value:
        case str() if "\n" in value and not UNWRITABLE.search(value):
            yield f"{pad}{key}: |"
            yield from (f"{pad}  {line}" if line else "" for line in value.split("\n"))
        case str():
            yield f"{pad}{key}: {quoted(value)}"
        case dict() if not value:  # a pause of which nothing is known is still a pause
            yield f"{pad}{key}: {{}}"
        case dict():
            yield f"{pad}{key}:"
            yield from lines(value, depth + 1)
        case _ if all(isinstance(item, str) for item in value):
            yield from words(f"{pad}{key}:", value, pad)
        case _:
            yield f"{pad}{key}:"
            for item in value:
                yield from dashed(lines(item, depth + 2), pad)


def words(head: str, items: Sequence[str], pad: str) -> Iterator[str]:
    """A list of words on one line, or one per line where that gets too long."""
    line = f"{head} [{', '.join(quoted(item, ',[]{}?:') for item in items)}]"
    if len(line) <= LINE:
        yield line
        return
    yield head
    yield from (f"{pad}  - {quoted(item)}" for item in items)


def dashed(block: Iterable[str], pad: str) -> Iterator[str]:
    """A block as an item of a list: its first line carries the dash."""
    first, *rest = block
    yield f"{pad}  - {first.lstrip()}"
    yield from rest


def quoted(text: str, special: str = "") -> str:
    """Plain where YAML reads back the same text, else between double quotes (YAML 1.2 §7.3.1)."""
    number = isinstance(text, Number)
    if number and FOREIGN.match(text):
        return text
    if PLAIN.match(text) and (number or not TYPED.match(text)) and not set(text) & set(special):
        return text
    for character, written in ESCAPES:
        text = text.replace(character, written)
    return '"' + UNWRITABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + '"'
