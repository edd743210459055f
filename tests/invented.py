"""Invented files: every field of a model filled or left out at random, in spellings people use.

A tree from here is what a partner could have typed; a seed gives the same tree every time.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from gids import dutch
from gids.checks.schedules import spans, wrong_span
from gids.fields import Described, fields
from gids.problems import Finding
from gids.project import Entry
from gids.values import MONTHS, ORDINALS, WEEKDAYS
from schema import Activity, Model

WORDS = (  # noqa: SIM905  # a line of words reads better without quotes
    "koffie thee samen aan tafel de het een buurt wandelen zaal café ’t Hoekje IJs naïef 2e ½ "
    "“open” dag: #1 [x] {y} 100% A&B ja, nee - @thuis !let *op* `code` ~ | > ? soep; pannen"
).split()
OPENERS = ("- ", "# ", "'", '"', "[", "{", "*", "&", "!", "|", ">", "%", "@", "? ", ": ", "=", "…")
PLACES = ("de-luifel", "plein1", "oude-kerk")
Lists = Mapping[str, Sequence[str]]


def text(rng: Random) -> str:
    """Some words, now and then with a beginning that means something in YAML."""
    words = " ".join(rng.choice(WORDS) for _ in range(rng.randint(1, 6)))
    special = rng.choice(("true", "null", "~", "12", "1e3", "0x1f", "no", "2026-11-24", "10:30"))
    return rng.choice((words, words, words, rng.choice(OPENERS) + words, special, words + ":"))


def prose(rng: Random) -> str:
    """A few paragraphs, with lists, indented lines and lines of spaces in between."""
    between = rng.choice(("\n", "\n\n", "\n- ", "\n    ", "\n \n", "\r\n\r\n"))
    return between.join(text(rng) for _ in range(rng.randint(1, 4)))


def day(rng: Random) -> date:
    return date(2026, 1, 1) + timedelta(days=rng.randint(0, 900))


def day_text(rng: Random) -> str:
    d = day(rng)
    return rng.choice(
        (d.isoformat(), f"{d.day}-{d.month}-{d.year}", dutch.date_long(d), f"{d:%d/%m/%Y}")
    )


def time_text(rng: Random) -> str:
    hour, minute = rng.randint(0, 23), rng.choice((0, 0, 15, 30, 45))
    return rng.choice(
        (f"{hour}:{minute:02}", f"{hour}.{minute:02}", f"{hour}u{minute:02}", f"{hour} uur")
    )


def phone_text(rng: Random) -> str:
    digits = "".join(rng.choice("0123456789") for _ in range(7))
    return rng.choice((f"023-{digits}", f"(023) {digits}", f"+3123{digits}", "0800-0113", "14023"))


def cents(rng: Random) -> str:
    amount = rng.randint(0, 50)
    return rng.choice(
        (f"{amount},50", f"€ {amount},–", f"{amount}.5", str(amount), f"{amount} euro")
    )


VALUES: Mapping[str, Callable[[Random], str]] = {
    "tekst": text,
    "verhaal": prose,
    "datum": day_text,
    "tijd": time_text,
    "dag": lambda rng: rng.choice((*WEEKDAYS, "ma", "dinsdags", "zondagmiddag", "Vr.")),
    "maand": lambda rng: rng.choice((*MONTHS, "jan", "mrt", "sept.")),
    "rang": lambda rng: rng.choice((*ORDINALS, "1e", "2de")),
    "dagnummer": lambda rng: str(rng.randint(1, 31)),
    "getal": lambda rng: rng.choice((str(rng.randint(2, 52)), "drie", "tien")),
    "bedrag": cents,
    "ja-nee": lambda rng: rng.choice(("ja", "nee", "Ja", "n")),
    "antwoord": lambda rng: rng.choice(
        ("ja", "nee", "soms, " + text(rng), "Onbekend: " + text(rng))
    ),
    "telefoon": phone_text,
    "postcode": lambda rng: rng.choice(("2101 XX", "2103ab", "2106 pk")),
    "e-mail": lambda rng: rng.choice(("info@voorbeeld.nl", "mailto:gids@een.voorbeeld.nl")),
    "webadres": lambda rng: rng.choice(("www.voorbeeld.nl/a?b=c#d", "https://voorbeeld.nl/x,y")),
    "korte-naam": lambda rng: rng.choice(PLACES),
    "bestand": lambda rng: rng.choice(("zaal.jpg", "IMG_1.PNG")),
}


def invented(
    rng: Random, model: type[Model], fullness: float = 0.5, lists: Lists | None = None
) -> dict[str, Any]:
    """A tree for this model; ``fullness`` is the chance that an optional field is filled.

    ``lists`` are the words that may stand in a field, by its key; other fields hold anything.
    """
    return {
        item.key: value(rng, item, fullness, lists or {})
        for item in fields(model)
        if item.required or rng.random() < fullness
    }


def value(rng: Random, item: Described, fullness: float, lists: Lists) -> Any:
    if not item.many:
        return one(rng, item, fullness, lists)
    count = rng.randint(item.least or 1, min(item.most or 3, 4))
    return [one(rng, item, fullness, lists) for _ in range(count)]


def one(rng: Random, item: Described, fullness: float, lists: Lists) -> Any:
    if item.kind == "blok":
        return invented(rng, rng.choice(item.models), fullness, lists)
    if words := lists.get(item.key, item.options):
        return rng.choice(words)
    found = VALUES[item.kind](rng)
    return found[: item.most] if item.kind == "tekst" and item.most and not item.many else found


def invented_activity(
    seed: int, fullness: float = 0.5, lists: Lists | None = None
) -> tuple[dict[str, Any], Activity]:
    """A tree and the activity that it is, the first for this seed that keeps every rule."""
    rng = Random(seed)
    while True:
        tree = invented(rng, Activity, fullness, lists)
        try:
            activity = Activity.model_validate(tree)
        except ValueError:
            continue  # a season that ends before it starts, an amount beside “gratis”
        if not list(impossible(activity)):
            return tree, activity


def impossible(activity: Activity) -> Iterator[Finding]:
    """The ends that the rules over files refuse."""
    for keys, start, end in spans(Entry("", "", "", "", activity)):
        finding = wrong_span("", (*keys, "tot"), start, end)
        if finding and finding.severity == "error":
            yield finding
