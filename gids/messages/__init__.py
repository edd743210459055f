"""Dutch for what is wrong in one file: one sentence and its cure, one per cause.

pydantic says which rule was broken; ``texts`` has the words for every rule that our models have.
What the value types in ``values`` and the rules in ``schema`` say themselves is already Dutch.
"""

import re
from collections.abc import Iterator, Sequence

from msgspec.structs import replace
from pydantic import ValidationError

from gids.messages.mistakes import Mistake, all_keys, label_of, mistake
from gids.messages.texts import TEXTS, choose, example
from gids.messages.unknown_keys import home_of, suggestion
from gids.messages.words import folded, nearest, shortened
from gids.problems import Finding, KeyPath
from schema import Model

__all__ = ["all_keys", "explain", "label_of", "nearest"]


def explain(path: str, model: type[Model], error: ValidationError) -> Iterator[Finding]:
    """Everything that is wrong with one file, one finding per cause."""
    mistakes = [mistake(model, item) for item in error.errors(include_url=False)]
    told = enumerate(without_consequences(mistakes))
    return (replace(finding(path, m), order=order) for order, m in told)


def without_consequences(mistakes: Sequence[Mistake]) -> Iterator[Mistake]:
    """A wrong key explains the one that is missing, a wrong item the list that is too short.

    Several keys that belong in one other block are one mistake.
    """
    unknown = [m for m in mistakes if m.kind == "extra_forbidden"]
    homes = {m.keys: home.keys for m in unknown if (home := home_of(m))}
    meant = {(*m.keys[:-1], word) for m in unknown if (word := suggestion(m))}
    meant |= {*homes.values()} | {(folded(m.key),) for m in unknown if len(m.keys) > 1}
    told: set[tuple[KeyPath, KeyPath]] = set()
    for m in mistakes:
        place = (m.keys[:-1], homes.get(m.keys, m.keys))
        follows = (m.kind == "missing" and m.keys in meant) or (
            m.kind == "too_short"
            and any(m.keys == o.keys[: len(m.keys)] != o.keys for o in mistakes)
        )
        if not follows and place not in told:
            yield m
        if m.kind == "extra_forbidden":
            told.add(place)


def finding(path: str, m: Mistake) -> Finding:
    """The mistake in words, at the key where it can be mended."""
    if m.kind in TEXTS:
        message, hint = TEXTS[m.kind](m)
    else:
        message, hint = m.text, str(m.context.get("hint", ""))
    keys = (*m.keys, *AT.get(m.kind, ()))
    if "at" in m.context:
        keys = (*m.keys, str(m.context["at"]))
    hint = hint.replace("{key}", m.key) if m.key else hint
    if m.kind == "getal":
        hint = example(m.field)
    if m.kind == "korte-naam" and m.keys[:1] == ("waar",) and (where := address_in(str(m.value))):
        message, hint = f'"{shortened(m.value)}" is een adres. Dat hoort in een eigen blok.', where
    if m.kind == "keuze" and m.field:
        hint = choose(m.key, str(m.value), m.field.options) or example(m.field)
    found = Finding(path, keys, m.kind, "error", straight(message), straight(hint))
    return replace(found, on="key") if m.kind == "extra_forbidden" else found


def address_in(text: str) -> str:
    """``Herenweg 96, Heemstede`` as the block that it should be; empty for what has no number."""
    street, _, town = (part.strip() for part in text.partition(","))
    if not re.search(r"[^\W\d]\s+\d", street):
        return ""
    more = f"\n    plaats: {town}" if town.isalpha() else ""
    block = f"waar:\n  soort: adres\n  naam: De Zaal\n  adres:\n    straat: {street}{more}"
    return f"Staat deze plek al in de gids? Schrijf dan zijn korte naam. Anders:\n{block}"


AT = {"union_tag_invalid": ("soort",), "union_tag_not_found": ("soort",)}


def straight(text: str) -> str:
    """Quotes as they are typed in YAML."""
    return text.replace("“", '"').replace("”", '"')
