"""Which field a broken rule is about: the place that pydantic names, in the words of the schema."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from msgspec import Struct

from gids.fields import Described, fields
from gids.problems import KeyPath
from schema import Model


class Mistake(Struct, frozen=True):
    """One broken rule. ``field`` is the field it is about, None for a key that does not exist.

    ``around`` are the models that the block with this field may be; ``root`` is the whole file's.
    """

    kind: str
    keys: KeyPath
    field: Described | None
    around: tuple[type[Model], ...]
    root: type[Model]
    value: object
    context: Mapping[str, Any]
    text: str

    @property
    def key(self) -> str:
        return next((str(key) for key in reversed(self.keys) if isinstance(key, str)), "")


def mistake(model: type[Model], item: Mapping[str, Any]) -> Mistake:
    keys, field, around = follow(model, item["loc"])
    context = item.get("ctx", {})
    return Mistake(
        item["type"], keys, field, around, model, item.get("input"), context, item["msg"]
    )


def follow(
    model: type[Model], loc: Sequence[str | int]
) -> tuple[KeyPath, Described | None, tuple[type[Model], ...]]:
    """The keys of a place, without the tags that pydantic puts between; its field; its block."""
    keys: list[str | int] = []
    around: tuple[type[Model], ...] = ()
    inside: tuple[type[Model], ...] = (model,)
    field: Described | None = None
    for part in loc:
        chosen = tuple(m for m in inside if part in kinds(m)) if len(inside) > 1 else ()
        if chosen or part == "[key]":
            inside = chosen or inside
            continue
        keys.append(part)
        if isinstance(part, str):
            around, field = inside, field_of(inside, part)
            inside = field.models if field else ()
    return tuple(keys), field, around


def field_of(models: Iterable[type[Model]], key: str) -> Described | None:
    return next((item for model in models for item in fields(model) if item.key == key), None)


@cache
def kinds(model: type[Model]) -> tuple[str, ...]:
    """The words behind ``soort`` that mean this block."""
    field = field_of((model,), "soort")
    return field.options if field else ()


def label_of(model: type[Model], keys: KeyPath) -> str:
    """The Dutch name of the field at a place, or of its block when that key does not exist."""
    *_, last = ("", *(field.label for field in walked(model, keys)))
    return last


def walked(model: type[Model], keys: KeyPath) -> Iterator[Described]:
    """The fields on the way to a place, the last one included."""
    inside: tuple[type[Model], ...] = (model,)
    for key in keys:
        field = field_of(inside, key) if isinstance(key, str) else None
        if field:
            yield field
            inside = field.models


@cache
def all_keys(model: type[Model]) -> frozenset[str]:
    """Every key that a file of this kind may hold, at any depth."""
    own = {item.key for item in fields(model)}
    return frozenset(own.union(*(all_keys(m) for item in fields(model) for m in item.models)))
