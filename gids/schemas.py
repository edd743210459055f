"""JSON Schema for editors: completion, help on hover and mistakes while typing, in Dutch.

It follows the readers in ``values``: whatever the build accepts, an editor accepts too. What only
the build can know (does this date exist, is that the same day) is left to the build. Keywords say
something about one type of value only, so a short spelling and a block stand in one schema.
``markdownDescription``, ``patternErrorMessage`` and ``errorMessage`` are what
yaml-language-server shows beside the standard words.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from gids import values
from gids.fields import LISTS, Described, fields, refusal
from gids.output import Output
from gids.project import Project
from gids.values import MONTHS, ORDINALS, WEEKDAYS
from gids.writing import SCHEMA_NAMES
from schema import UNDATED_KINDS, Activity, Model, Organisation, Place

Node: TypeAlias = dict[str, Any]
Words: TypeAlias = Mapping[str, Sequence[str]]

DRAFT = "http://json-schema.org/draft-07/schema#"
SCALARS = ("string", "number")
TITLES: Mapping[type[Model], str] = {
    Activity: "Een activiteit",
    Organisation: "Een organisatie",
    Place: "Een plek",
}
UNKNOWN_KEY = "Dit woord kent de gids hier niet. Kijk of het goed gespeld is en goed inspringt."
ANSWERS = ("ja", "nee", "deels", "onbekend")
DATE = "|".join(
    form.pattern.removesuffix("$")
    for form in (values.ISO_DATE, values.DUTCH_DATE, values.SPOKEN_DATE)
)
PATTERNS = {
    "datum": DATE,
    "tijd": values.TIME.pattern.removesuffix("$"),
    "dag": r"(?:ma|di|wo|do|vr|za|zo)[a-z]*\.?",
    "maand": r"(?:ja|f|ma|mrt|ap|mei|jun|jul|au|s|o|n|d)[a-z]*\.?",
    "rang": r"[1-5](?:e|ste|de)?|eerste|tweede|derde|vierde|vijfde|laatste",
    "dagnummer": r"\d{1,4}|[a-zé]+",
    "getal": r"\d{1,4}|[a-zé]+",
    "bedrag": rf"gratis|niets|niks|{values.MONEY.pattern.removesuffix('$')}",
    "ja-nee": r"ja|j|yes|true|waar|wel|nee|n|no|false|neen|niet",
    "antwoord": r"(?:ja|nee|deels|onbekend|soms|gedeeltelijk)\b[\s\S]*",
    "telefoon": r"(?:tel:)?[\d\s().+–—‑/-]{3,}",
    "postcode": r"[1-9]\d{3}\s*[a-z]{2}",
    "e-mail": r"(?:mailto:)?[^\s@<>]+@[^\s@<>]+\.[a-z]{2,}",
    "webadres": r"(?:https?://)?[^\s.]+\.\S+",
    "korte-naam": r"[a-z0-9]+(?:-[a-z0-9]+)*",
    "bestand": r"[a-z0-9][a-z0-9._-]*\.(?:jpe?g|png|webp|avif)",
}
"""At least what the readers accept, in any case, with space around it."""

COMPLETIONS: Mapping[str, Sequence[str]] = {
    "dag": WEEKDAYS,
    "maand": MONTHS,
    "rang": tuple(ORDINALS),
    "antwoord": ANSWERS,
    "ja-nee": ("ja", "nee"),
}
SHORT_FORMS = {
    "wanneer": "|".join(UNDATED_KINDS),
    "waar": ".+",
    "kosten": rf"onbekend|vrije gift|{PATTERNS['bedrag']}",
    "aanmelden": PATTERNS["antwoord"],
}
"""Blocks that may also be one text (``expand_when`` and its neighbours in ``schema``)."""


def outputs(project: Project) -> Iterator[Output]:
    """``content/schema/<naam>.json`` for every kind of file that partners write."""
    words = content_words(project)
    for model, name in SCHEMA_NAMES.items():
        text = json.dumps(document(model, words), ensure_ascii=False, indent=1)
        yield Output(f"content/schema/{name}.json", text + "\n")


def content_words(project: Project) -> Words:
    """What the municipality's lists offer, by the names in ``LISTS``."""
    lists = {
        name: [term.slug for term in vocabulary.terms]
        for name, vocabulary in project.vocabularies.items()
    }
    holidays = dict.fromkeys(holiday.name for holiday in project.holidays.holidays)
    return lists | {
        "plekken": list(project.places),
        "organisaties": list(project.organisations),
        "periodes": ["schoolvakanties", "feestdagen", *holidays, *MONTHS],
    }


def document(model: type[Model], words: Words) -> Node:
    """The schema of one kind of file."""
    root = {"$schema": DRAFT, "title": TITLES[model], "type": "object"}
    shared = {
        item.key: single(item, words)
        for part in (model, *(inner for item in fields(model) for inner in item.models))
        for item in fields(part)
        if item.many and item.kind == "blok"
    }
    return root | block(model, words) | ({"definitions": shared} if shared else {})


# --- blocks ----------------------------------------------------------------------------------


def block(model: type[Model], words: Words) -> Node:
    """The keys of one model: which there are, and which are required."""
    items = fields(model)
    needed = [required(item) for item in items if item.required]
    return {
        "properties": {item.key: property_node(item, words) for item in items},
        **({"allOf": needed} if needed else {}),
        "additionalProperties": False,
        "errorMessage": UNKNOWN_KEY,
    }


def required(item: Described) -> Node:
    """One schema per required key, so that each can say what is missing."""
    start = item.example.splitlines()[0]
    message = f"‘{item.label}’ ontbreekt nog. Schrijf bijvoorbeeld:  {start}"
    return {"required": [item.key], "errorMessage": message}


def one_of(models: Sequence[type[Model]], words: Words) -> Node:
    """Blocks that are told apart by ``soort``: each kind has its own keys."""
    kinds = {model: kind_field(model).options for model in models}
    return {
        "properties": {"soort": kind_node(models)},
        "allOf": [
            required(kind_field(models[0])),
            *(
                {
                    "if": {
                        "properties": {"soort": {"pattern": any_case("|".join(options))}},
                        "required": ["soort"],
                    },
                    "then": block(model, words),
                }
                for model, options in kinds.items()
            ),
        ],
    }


def kind_node(models: Sequence[type[Model]]) -> Node:
    """``soort``, with what each of its words means."""
    meaning = {word: item.explanation for item in map(kind_field, models) for word in item.options}
    label = kind_field(models[0]).label
    told = "\n".join(f"- `{word}`: {text}" for word, text in meaning.items())
    refused_with = f"Kies uit: {', '.join(meaning)}."
    return {
        "title": label,
        "description": refused_with,
        "markdownDescription": told,
        **listed(list(meaning), "|".join(meaning), refused_with),
    }


def kind_field(model: type[Model]) -> Described:
    return next(item for item in fields(model) if item.key == "soort")


# --- fields ----------------------------------------------------------------------------------


def property_node(item: Described, words: Words) -> Node:
    """One key: its help, and what may stand behind it. What is left empty is left out."""
    node = described(item) | (many(item, words) if item.many else single(item, words))
    if not item.required:
        node["type"] = [*as_list(node["type"]), "null"]
    return node


def described(item: Described) -> Node:
    help_text = f"{item.explanation}\n\n```yaml\n{item.example}\n```"
    return {
        "title": item.label,
        "description": item.explanation,
        "markdownDescription": help_text,
    }


def single(item: Described, words: Words) -> Node:
    """One value: a block or a text."""
    if item.kind != "blok":
        return leaf(item, words)
    inner = one_of(item.models, words) if len(item.models) > 1 else block(item.models[0], words)
    if item.key not in SHORT_FORMS:
        return {"type": "object", **inner}
    say = f"Hier past deze tekst niet. Schrijf bijvoorbeeld:  {item.example}"
    short = {"type": [*SCALARS, "object"], **refused(SHORT_FORMS[item.key], say)}
    if item.key == "wanneer":  # also a bare list of moments
        moments = inner["properties"]["momenten"]
        return inner | short | {"type": [*short["type"], "array"], "items": moments["items"]}
    return inner | short


def many(item: Described, words: Words) -> Node:
    """A list; of texts also a single one, and where one text may name several, any text."""
    inner = {"$ref": f"#/definitions/{item.key}"} if item.kind == "blok" else leaf(item, words)
    limits = {"minItems": item.least, "maxItems": item.most}
    found = {"type": ["array"], "items": inner} | {k: v for k, v in limits.items() if v}
    if item.kind == "blok":
        return found
    found["type"] = ["array", *SCALARS]
    if not item.split:
        return inner | found
    return found | {key: inner[key] for key in ("defaultSnippets",) if key in inner}


def leaf(item: Described, words: Words) -> Node:
    """One text, with the words to complete it by where there are such."""
    if item.kind == "keuze":
        return listed(item.options, "|".join(item.options), refusal(item))
    if item.key in LISTS:
        return listed(words[LISTS[item.key]], ".+", "")
    if item.kind in COMPLETIONS:
        return listed(COMPLETIONS[item.kind], PATTERNS[item.kind], refusal(item))
    node: Node = {"type": list(SCALARS)}
    if item.kind in PATTERNS:
        return node | refused(PATTERNS[item.kind], refusal(item))
    if item.most and not item.many:
        say = f"Dit is te lang: er passen {item.most} tekens."
        return node | refused(f"[\\s\\S]{{0,{item.most}}}", say)
    return node


def listed(options: Sequence[str], pattern: str, say: str) -> Node:
    """Words to choose from; another spelling that the build reads is as good."""
    snippets = [{"label": word, "body": word} for word in dict.fromkeys(options)]
    return {"type": list(SCALARS), **refused(pattern, say), "defaultSnippets": snippets}


def refused(pattern: str, say: str) -> Node:
    """A pattern, and what to say of a text that does not fit it."""
    return {"pattern": any_case(pattern), "patternErrorMessage": say}


def as_list(kind: str | list[str]) -> list[str]:
    return kind if isinstance(kind, list) else [kind]


PIECE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|\(\?[:=!]|.", re.DOTALL)


def any_case(pattern: str) -> str:
    """The same pattern for capitals too, as JSON Schema has no flags; anchored, spaces around."""
    return rf"^\s*(?:{''.join(map(both_cases, PIECE.findall(pattern)))})\s*$"


def both_cases(piece: str) -> str:
    if piece.startswith("["):
        return piece.replace("a-z", "a-zA-Z")
    return f"[{piece}{piece.upper()}]" if re.fullmatch("[a-z]", piece) else piece
