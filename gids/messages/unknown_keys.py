"""A key that does not exist: what was meant, or where it does belong."""

from collections.abc import Iterator

from msgspec import Struct

from gids.fields import Described, fields
from gids.messages.mistakes import Mistake, field_of, kinds, walked
from gids.messages.words import OTHER_KEYS, folded, nearest, shortened
from gids.problems import KeyPath
from gids.values import visible
from schema import Model

MOST_KEYS = 12


def unknown_key(m: Mistake) -> tuple[str, str]:
    """The nearest key of this block, or the place where the key does belong."""
    message = f'"{m.key if len(m.key) <= 60 else m.key[:57] + "…"}" kennen we hier niet.'
    key = folded(m.key)
    if found := suggestion(m):
        return written_otherwise(m, found, message)
    if kind := sibling_kind(m, key):
        return f'"{key}" past niet bij deze soort.', f"Kies  soort: {kind}  of haal deze regel weg."
    if len(m.keys) > 1 and field_of((m.root,), key):
        return message, f'Laat de regel zonder spaties beginnen: "{key}" staat op zichzelf.'
    if home := home_of(m):
        return message, f'Het hoort onder "{home.field.key}":\n{shown_at_home(m, home)}'
    keys = known_keys(m)
    if 0 < len(keys) <= MOST_KEYS:
        return message, f"Hier past: {', '.join(keys)}."
    return message, "Haal de regel weg, of kijk in een ander bestand hoe hij heet."


def written_otherwise(m: Mistake, meant: str, message: str) -> tuple[str, str]:
    if visible(m.key) == meant:
        return f'In "{meant}" staat een teken dat niemand ziet.', f"Typ het opnieuw:  {meant}:"
    return message, f"Schrijf  {meant}:  in plaats van  {m.key}:"


def shown_at_home(m: Mistake, home: "Home") -> str:
    """The block with this line in it; of a list a whole item."""
    if home.field.many:
        return home.field.example
    own = isinstance(m.value, str) and m.value and home.inner.key == folded(m.key)
    line = f"{home.inner.key}: {shortened(m.value)}" if own else home.inner.example
    return f"{home.field.key}:\n  " + line.replace("\n", "\n  ")


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


class Home(Struct, frozen=True):
    """The block in which a key belongs; ``inner`` is its own field there."""

    keys: KeyPath
    field: Described
    inner: Described


def home_of(m: Mistake) -> Home | None:
    """The nearest block with this key: inside the block where it was written, else in the file."""
    key = folded(m.key)
    if suggestion(m):
        return None
    words = (key, *OTHER_KEYS.get(key, "").split())
    inside = (h for word in words for model in m.around for h in homes(model, m.keys[:-1], word))
    return next(inside, None) or next((h for w in words for h in homes(m.root, (), w)), None)


def homes(model: type[Model], start: KeyPath, key: str) -> Iterator[Home]:
    """The blocks below a model that have a key, those nearest to the top first."""
    level: list[tuple[KeyPath, type[Model]]] = [(start, model)]
    for _ in range(3):
        below = []
        for keys, block in level:
            for field in fields(block):
                if inner := field_of(field.models, key):
                    yield Home((*keys, field.key), field, inner)
                below += [((*keys, field.key), inner) for inner in field.models]
        level = below
