"""A key that does not exist: what was meant, or where it does belong."""

from collections.abc import Iterator
from dataclasses import dataclass

from gids.fields import Described, fields
from gids.messages.mistakes import Mistake, field_of, kinds, walked
from gids.messages.words import OTHER_KEYS, folded, nearest
from gids.problems import KeyPath
from schema import Model

MOST_KEYS = 12


def unknown_key(m: Mistake) -> tuple[str, str]:
    """The nearest key of this block, or the place where the key does belong."""
    message = f'"{m.key if len(m.key) <= 60 else m.key[:57] + "…"}" kennen we hier niet.'
    key = folded(m.key)
    if found := suggestion(m):
        return message, f"Schrijf  {found}:  in plaats van  {m.key}:"
    if kind := sibling_kind(m, key):
        return f'"{key}" past niet bij deze soort.', f"Kies  soort: {kind}  of haal deze regel weg."
    if len(m.keys) > 1 and field_of((m.root,), key):
        return message, f'Laat de regel zonder spaties beginnen: "{key}" staat op zichzelf.'
    if home := home_of(m):
        return message, f'Het hoort onder "{home.field.key}":\n{home.field.example}'
    keys = known_keys(m)
    if 0 < len(keys) <= MOST_KEYS:
        return message, f"Hier past: {', '.join(keys)}."
    return message, "Haal de regel weg, of kijk in een ander bestand hoe hij heet."


def known_keys(m: Mistake) -> tuple[str, ...]:
    return tuple(item.key for model in m.around for item in fields(model))


def suggestion(m: Mistake) -> str | None:
    """The key of this block that was probably meant."""
    keys, word = known_keys(m), folded(m.key)
    others = (key for key in OTHER_KEYS.get(word, "").split() if key in keys)
    return word if word in keys else next(others, None) or nearest(word, keys)


def sibling_kind(m: Mistake, key: str) -> str | None:
    """Another kind of this block that does have the key."""
    *_, models = ((), *(field.models for field in walked(m.root, m.keys[:-1])))
    others = (model for model in models if len(models) > 1 and field_of((model,), key))
    return next((kind for model in others for kind in kinds(model)), None)


@dataclass(frozen=True, slots=True)
class Home:
    """The block in which a key belongs."""

    keys: KeyPath
    field: Described


def home_of(m: Mistake) -> Home | None:
    """The nearest block with this key: inside the block where it was written, else in the file."""
    key = folded(m.key)
    if suggestion(m):
        return None
    inside = (home for model in m.around for home in homes(model, m.keys[:-1], key))
    return next(inside, None) or next(homes(m.root, (), key), None)


def homes(model: type[Model], start: KeyPath, key: str) -> Iterator[Home]:
    """The blocks below a model that have a key, those nearest to the top first."""
    level: list[tuple[KeyPath, type[Model]]] = [(start, model)]
    for _ in range(3):
        below = []
        for keys, block in level:
            for field in fields(block):
                if field_of(field.models, key):
                    yield Home((*keys, field.key), field)
                below += [((*keys, field.key), inner) for inner in field.models]
        level = below
