"""What partners may write: every field explained, every refusal in Dutch."""

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

import schema
from gids.fields import Described, fields
from gids.messages import explain
from gids.messages.texts import TEXTS
from gids.reading.files import MODELS, understand
from gids.yaml_text.tree import read_tree
from schema import Activity, Model, Organisation

KINDS: tuple[type[Model], ...] = tuple(
    dict.fromkeys((Activity, Organisation, *(model for _, model in MODELS)))
)


def blocks(model: type[Model]) -> Iterator[type[Model]]:
    """A model and every block in it."""
    yield model
    for item in fields(model):
        for inner in item.models:
            yield from blocks(inner)


EVERY = tuple(dict.fromkeys(block for kind in KINDS for block in blocks(kind)))
FIELDS = [
    pytest.param(model, item, id=f"{model.__name__}.{item.key}")
    for model in EVERY
    for item in fields(model)
]


def least(model: type[Model]) -> dict[str, Any]:
    """The shortest block of this kind, from the examples of its required fields."""
    tree: dict[str, Any] = {}
    for item in fields(model):
        if item.required:
            tree |= example(item)
    if model.__name__ == "Cost":
        tree |= {"toelichting": "vraag ernaar"}
    if model.__name__ == "Move":
        tree |= {"naar_datum": "2026-12-09"}
    return tree


BESIDE: dict[str, dict[str, str]] = {"groep": {"wat": "voor een groep"}}
"""What else must be said with a field, by key."""


def example(item: Described) -> dict[str, Any]:
    tree = read_tree(item.example)
    assert isinstance(tree, dict), item.example
    return tree


# --- every field is explained ----------------------------------------------------------------


@pytest.mark.parametrize(("model", "item"), FIELDS)
def test_a_field_has_a_dutch_name_an_explanation_and_an_example_of_itself(
    model: type[Model], item: Described
) -> None:
    assert item.label[0].isupper() or item.label[0].isdigit()
    assert item.explanation.endswith((".", "?"))
    assert list(example(item)) == [item.key], model
    assert item.key == item.key.lower().replace(" ", "_")


@pytest.mark.parametrize(("model", "item"), FIELDS)
def test_an_example_may_be_copied(model: type[Model], item: Described) -> None:
    assert errors(model, least(model) | BESIDE.get(item.key, {}) | example(item)) == []


@pytest.mark.parametrize("model", EVERY, ids=lambda model: model.__name__)
def test_a_block_says_what_it_is_and_does_not_change(model: type[Model]) -> None:
    assert model.__doc__
    value = model.model_validate(least(model))
    with pytest.raises(ValidationError, match="frozen"):
        setattr(value, next(iter(model.model_fields)), None)


@pytest.mark.parametrize("model", EVERY, ids=lambda model: model.__name__)
def test_no_two_fields_of_a_block_share_a_key_or_a_name(model: type[Model]) -> None:
    keys = [item.key for item in fields(model)]
    assert len(set(keys)) == len(keys)


# --- every refusal is in Dutch ---------------------------------------------------------------

ODD: tuple[Any, ...] = (
    "x",
    "x" * 6000,
    "",
    "999",
    "0",
    "-1",
    [],
    ["x"],
    ["ontmoeten"] * 9,
    [["x"]],
    [[]],
    [{}],
    [{"soort": "x"}],
    [{"soort": ["x"]}],
    {},
    {"x": "y"},
    {"soort": "x"},
    {"soort": {"x": "y"}},
    {"accent": ["x"]},
)


def errors(model: type[Model], tree: object) -> list[Any]:
    try:
        model.model_validate(tree)
    except ValidationError as error:
        return list(error.errors(include_url=False))
    return []


def all_errors() -> Iterator[tuple[type[Model], object, Any]]:
    """What every model says of odd values in every field, and of odd blocks."""
    for model in EVERY:
        trees: list[object] = [{}, {"x": "y"}, least(model) | {"onbekend": "x"}]
        trees += [least(model) | {item.key: value} for item in fields(model) for value in ODD]
        for tree in trees:
            yield from ((model, tree, error) for error in errors(model, tree))


def test_every_kind_of_refusal_has_dutch_words_and_every_words_are_used() -> None:
    found = {error["type"]: error for _, _, error in all_errors()}
    own = {kind for kind, error in found.items() if "hint" in error.get("ctx", {})}
    assert sorted(found.keys() - own - TEXTS.keys()) == []
    assert sorted(TEXTS.keys() - found.keys()) == []


def test_every_refusal_reads_as_a_sentence_with_a_cure() -> None:
    for model, tree, _ in all_errors():
        try:
            model.model_validate(tree)
        except ValidationError as error:
            for finding in explain("x.yaml", model, error):
                assert finding.message.endswith((".", "?")), finding
                assert finding.message[0].isupper() or not finding.message[0].islower(), finding
                assert "{" not in finding.message + finding.hint.replace("{bedrag", ""), finding
                assert finding.hint, finding


def test_only_unions_that_say_which_one_they_are() -> None:
    """A plain union answers one typo with an error per member."""

    def kinds(node: object) -> Iterator[str]:
        if isinstance(node, dict):
            if isinstance(node.get("type"), str):
                yield node["type"]
            for value in node.values():
                yield from kinds(value)
        elif isinstance(node, (list, tuple)):
            for value in node:
                yield from kinds(value)

    for model in KINDS:
        assert "union" not in set(kinds(model.__pydantic_core_schema__)), model


# --- spellings of blocks ---------------------------------------------------------------------

HEAD = "titel: a\nsamenvatting: b\nthemas: c\nvoor_wie: d\n"
REST = {"wanneer": "op afspraak", "waar": "thuis", "kosten": "gratis"}


def activity(**lines: str) -> Activity:
    text = HEAD + "".join(f"{key}: {value}\n" for key, value in (REST | lines).items())
    understood = understand("partners/a/b.yaml", text, Activity)
    assert understood.model is not None, understood.problems
    return understood.model


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ({"wanneer": "altijd welkom"}, {"when.moments.0.kind": "altijd welkom"}),
        ({"wanneer": "[{soort: elke dag, van: 9:00}]"}, {"when.moments.0.kind": "elke dag"}),
        ({"waar": "De-Luifel"}, {"where.kind": "plek", "where.place": "de-luifel"}),
        ({"waar": "Online"}, {"where.kind": "online"}),
        ({"kosten": "2,50"}, {"cost.kind": "betaald", "cost.amounts.0.amount": "2.50"}),
        ({"kosten": "Vrije gift"}, {"cost.kind": "vrije gift"}),
        ({"aanmelden": "nee, loop binnen"}, {"registration.needed.note": "loop binnen"}),
    ],
)
def test_a_block_has_a_short_spelling(lines: dict[str, str], expected: dict[str, str]) -> None:
    found = activity(**lines)
    for path, value in expected.items():
        part: object = found
        for name in path.split("."):
            part = part[int(name)] if isinstance(part, tuple) else getattr(part, name)
        assert str(part) == value


@pytest.mark.parametrize(
    ("text", "free"), [("gratis", True), ("onbekend", False), ("vrije gift", False), ("0", False)]
)
def test_only_what_says_so_is_free(text: str, free: bool) -> None:  # noqa: FBT001 - a table
    assert activity(kosten=text).cost.free is free


def test_what_is_not_filled_in_is_left_out() -> None:
    text = HEAD + "wanneer: op afspraak\nwaar: thuis\nkosten: gratis\ncontact:\ntalen: ~\n"
    found = understand("partners/a/b.yaml", text, Activity).model
    assert found is not None
    assert (found.contact, found.languages) == (None, ())


def test_the_models_are_what_schema_offers() -> None:
    offered = {value for value in vars(schema).values() if isinstance(value, type)}
    assert set(EVERY) <= offered
