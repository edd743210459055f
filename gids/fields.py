"""What ``schema.py`` says, field by field, for everything that is made from it.

The form, the questions of ``new``, the JSON Schema, the field reference and the writer all need
the same few facts: key, label, explanation, what kind of value, required, limits, choices. They
are read from the models here, once, so that no second description can disagree.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from inspect import get_annotations
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from msgspec import Struct, field
from pydantic import BeforeValidator
from pydantic.fields import FieldInfo
from pydantic_core import PydanticCustomError, PydanticUndefined

from gids import values
from schema import Model

LISTS: Mapping[str, str] = {
    "themas": "themas",
    "voor_wie": "doelgroepen",
    "talen": "talen",
    "wijk": "wijken",
    "sector": "sectoren",
    "plek": "plekken",
    "samen_met": "organisaties",
    "niet_in": "periodes",
}
"""Which list of the municipality's holds the words of a field, by key."""

READERS: Mapping[Any, str] = {
    values.clean_text: "tekst",
    values.clean_prose: "verhaal",
    values.read_date: "datum",
    values.read_time: "tijd",
    values.read_weekday: "dag",
    values.read_month: "maand",
    values.read_ordinal: "rang",
    values.read_day_number: "dagnummer",
    values.read_count: "getal",
    values.read_money: "bedrag",
    values.read_yes_no: "ja-nee",
    values.read_answer: "antwoord",
    values.read_phone: "telefoon",
    values.read_postcode: "postcode",
    values.read_email: "e-mail",
    values.read_url: "webadres",
    values.read_slug: "korte-naam",
    values.read_file_name: "bestand",
}


class Described(Struct, frozen=True):
    """One field as a partner knows it.

    ``kind`` is a word of ``READERS``, ``keuze`` (one of ``options``) or ``blok`` (one of
    ``models``). ``many`` is a list of those, ``split`` a list that may also be written as one text
    (“ma en wo”). ``least`` and ``most`` are limits on the number of characters of a text, on the
    items of a list, or on a number.
    """

    name: str
    key: str
    label: str
    explanation: str
    example: str
    kind: str
    required: bool
    many: bool = False
    split: bool = False
    options: tuple[str, ...] = ()
    models: tuple[type[Model], ...] = ()
    least: int | None = None
    most: int | None = None
    default: Any = None


class Found(Struct):
    """What an annotation turned out to hold, gathered from outside to inside."""

    kind: str = "tekst"
    many: bool = False
    split: bool = False
    options: tuple[str, ...] = ()
    models: list[type[Model]] = field(default_factory=list)


@cache
def fields(model: type[Model]) -> tuple[Described, ...]:
    """Every field of a model in the order in which it is written.

    Its own come before inherited ones, so that a moment starts as people say it: how often and on
    which day, and then from when until when.
    """
    own = get_annotations(model)
    names = sorted(model.model_fields, key=lambda name: name not in own)
    return tuple(described(name, model.model_fields[name]) for name in names)


def own_fields(model: type[Model]) -> tuple[Described, ...]:
    """Without what every model of its family has."""
    own = get_annotations(model)
    return tuple(item for item in fields(model) if item.name in own)


def described(name: str, info: FieldInfo) -> Described:
    found = Found()
    for part in (info.annotation, *info.metadata):
        look(part, found)
    kind = "blok" if found.models else "keuze" if found.options else found.kind
    default = None if info.default is PydanticUndefined else info.default
    return Described(
        name,
        str(info.alias),
        str(info.title),
        str(info.description),
        str(info.examples[0]) if info.examples else "",
        kind,
        info.is_required(),
        found.many,
        found.split,
        found.options,
        tuple(found.models),
        limit(info, "min_length", "ge"),
        limit(info, "max_length", "le"),
        default,
    )


def look(part: object, found: Found) -> None:
    """Take from one part of an annotation what it says; go on inside it."""
    if isinstance(part, BeforeValidator):
        found.kind = READERS.get(part.func, found.kind)
        found.split = found.split or part.func is values.split_listing
    elif isinstance(part, FieldInfo) and isinstance(part.json_schema_extra, dict):
        found.options = tuple(map(str, part.json_schema_extra.get("enum", ())))  # type: ignore[arg-type]
    elif isinstance(part, type) and issubclass(part, Model):
        found.models.append(part)
    elif get_origin(part) is Literal:
        found.options = tuple(word for word in get_args(part) if isinstance(word, str))
    else:
        for inner in inside(part, found):
            look(inner, found)


def inside(part: object, found: Found) -> Iterator[object]:
    """The parts of ``Annotated``, a union, or a tuple of any length."""
    origin = get_origin(part)
    if origin is tuple:
        found.many = True
        yield get_args(part)[0]
    elif origin is Annotated or origin in (Union, UnionType):
        yield from (inner for inner in get_args(part) if inner is not NoneType)


def limit(info: FieldInfo, *names: str) -> int | None:
    """The first limit of one of these names among a field's constraints."""
    found = (getattr(item, name, None) for item in info.metadata for name in names)
    return next((value for value in found if isinstance(value, int)), None)


def refusal(item: Described) -> str:
    """What the reader of this field says of a text that it cannot read, for any such text."""
    if item.kind == "keuze":
        return f"Kies uit: {', '.join(item.options)}."
    reader = next(read for read, kind in READERS.items() if kind == item.kind)
    try:
        reader("?")
    except PydanticCustomError as error:
        hint = str((error.context or {})["hint"]).replace("{key}", item.key)
        return f"{error.message_template.replace('“{saw}”', 'Dit')} {hint}"
    return "Hier past deze tekst niet."
