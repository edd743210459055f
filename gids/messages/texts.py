"""The words for every rule that our models have: what we saw, and what we need."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from gids.fields import Described
from gids.messages.mistakes import Mistake, field_of, kinds
from gids.messages.unknown_keys import unknown_key
from gids.messages.words import nearest, shortened

Said: TypeAlias = tuple[str, str]
MOST_OPTIONS = 12
LONGEST_CHOICE = 20  # longer is a sentence, not a word that went wrong


def example(field: Described | None) -> str:
    """``Schrijf bijvoorbeeld:  van: 10:30``; an example of more lines stands below it."""
    if field is None or not field.example:
        return ""
    return "Schrijf bijvoorbeeld:" + ("\n" if "\n" in field.example else "  ") + field.example


def missing(m: Mistake) -> Said:
    return f'"{m.key}" is nog niet ingevuld.', example(m.field)


def no_list(m: Mistake) -> Said:
    if not isinstance(m.value, dict) or not m.value:
        return f'Bij "{m.key}" hoort een lijst.', example(m.field)
    key, value = next(iter(m.value.items()))
    line = f"  - {key}: {shortened(value)}" if isinstance(value, str) else f"  - {key}:"
    hint = f"Schrijf een streepje voor het eerste woord:{line}"
    return f'Onder "{m.key}" hoort een lijst, maar er staat geen streepje.', hint


def no_block(m: Mistake) -> Said:
    saw = "een lijst" if isinstance(m.value, list) else "losse tekst"
    return f'Hier staat {saw}, maar bij "{m.key}" hoort een blok met eigen regels.', example(
        m.field
    )


def too_few(m: Mistake) -> Said:
    return f'Bij "{m.key}" staat nog niets.', example(m.field)


def too_many(m: Mistake) -> Said:
    saw, most = m.context["actual_length"], m.context["max_length"]
    return f"Hier staan er {saw}. Het mogen er hooguit {most} zijn.", f"Haal er {saw - most} weg."


def too_long(m: Mistake) -> Said:
    saw, most = len(" ".join(str(m.value).split())), m.context["max_length"]
    cure = (
        "Maak de tekst 1 teken korter."
        if saw == most + 1
        else f"Maak de tekst {saw - most} tekens korter."
    )
    return f"Deze tekst is {saw} tekens lang. Er passen er {most}.", cure


def other_form(m: Mistake) -> Said:
    return f'"{shortened(m.value)}" kunnen we hier niet lezen.', example(m.field)


def too_small(m: Mistake) -> Said:
    return f"{shortened(m.value)} is te weinig.", f"Het kleinste getal is {m.context['ge']}."


def too_big(m: Mistake) -> Said:
    return f"{shortened(m.value)} is te veel.", f"Het grootste getal is {m.context['le']}."


def no_kind(m: Mistake) -> Said:
    if not isinstance(m.value, dict):
        return no_block(m)
    return '"soort" is nog niet ingevuld.', choose("soort", "", all_kinds(m.field))


def unknown_kind(m: Mistake) -> Said:
    saw = m.value["soort"] if isinstance(m.value, dict) else m.value
    message = f'"{shortened(saw)}" staat niet in de keuzelijst.'
    if len(str(saw)) > LONGEST_CHOICE:
        message = f'"{shortened(saw)}" is een zin. Hier horen losse regels.'
        return message, example(field_of((m.root,), str(m.keys[0])))
    return message, choose("soort", str(saw), all_kinds(m.field))


def all_kinds(field: Described | None) -> tuple[str, ...]:
    return tuple(kind for model in field.models for kind in kinds(model)) if field else ()


def choose(key: str, saw: str, options: Sequence[str]) -> str:
    """The nearest option when there is one, and all of them when there are few."""
    near = nearest(saw, options)
    parts = [f"Bedoelt u  {key}: {near}?"] if near else []
    if len(options) <= MOST_OPTIONS:
        parts.append(f"Kies uit: {', '.join(options)}.")
    return " ".join(parts)


TEXTS: Mapping[str, Callable[[Mistake], Said]] = {
    "missing": missing,
    "extra_forbidden": unknown_key,
    "tuple_type": no_list,
    "too_short": too_few,
    "too_long": too_many,
    "string_too_long": too_long,
    "string_pattern_mismatch": other_form,
    "greater_than_equal": too_small,
    "less_than_equal": too_big,
    "model_type": no_block,
    "dict_type": no_block,
    "union_tag_not_found": no_kind,
    "union_tag_invalid": unknown_kind,
}
