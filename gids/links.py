"""Which web addresses partners wrote, and which of them failed on which days.

``content/monitor/links.txt`` has one line per address that fails: the days on which it did, and the
address. An address that answers again loses its line. Only after ``ENOUGH`` different days does
anybody hear of it: a website that is down for a night is no news.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import TypeAlias

from msgspec import Struct

from gids.fields import fields
from gids.problems import KeyPath
from gids.project import Project
from schema import Model

FILE = "links.txt"
HEAD = (
    "# Webadressen die het niet deden, met de dagen waarop. Het werkwoord links houdt dit bij.",
    "# Doet een adres het weer, dan gaat de regel weg. Na drie dagen staat het bij de meldingen.",
)
ENOUGH = 3
KEPT_DAYS = 60
"""How long a failure counts; also how many days a line can hold at most."""

LINE = re.compile(r"((?:\d{4}-\d\d-\d\d )+)(https?://\S+)$")

Failing: TypeAlias = Mapping[str, tuple[date, ...]]
"""The days on which an address failed, the oldest first, by address."""


class Written(Struct, frozen=True):
    """An address, and where it stands."""

    path: str
    keys: KeyPath
    address: str


def written(project: Project) -> Iterator[Written]:
    """Every address in the files of partners and places."""
    entries = (*project.activities, *project.organisations.values(), *project.places.values())
    for entry in entries:
        for keys, address in addresses(entry.model):
            yield Written(entry.path, keys, address)


def addresses(model: Model) -> Iterator[tuple[KeyPath, str]]:
    """Every address in a model, with its keys."""
    for item in fields(type(model)):
        value = getattr(model, item.name)
        if item.kind == "webadres" and value:
            yield (item.key,), value
        elif isinstance(value, Model):
            yield from (((item.key, *keys), found) for keys, found in addresses(value))
        elif isinstance(value, tuple):
            for index, one in enumerate(value):
                inner = addresses(one) if isinstance(one, Model) else ()
                yield from (((item.key, index, *keys), found) for keys, found in inner)


# --- what failed when ------------------------------------------------------------------------


def read_failing(lines: Iterable[str]) -> Failing:
    """The lines of the file; two lines for one address, after a merge, count together."""
    found: dict[str, set[date]] = {}
    for line in lines:
        match = LINE.match(line.strip())
        if match:
            found.setdefault(match[2], set()).update(read_days(match[1]))
    return {address: tuple(sorted(days)) for address, days in sorted(found.items())}


def read_days(text: str) -> Iterator[date]:
    for word in text.split():
        try:
            yield date.fromisoformat(word)
        except ValueError:
            continue


def after(before: Failing, answers: Mapping[str, bool], today: date) -> Failing:
    """What is failing after today: what answered is gone, and so is what nobody wrote any more."""
    failed = sorted(address for address, answered in answers.items() if not answered)
    since = today - timedelta(days=KEPT_DAYS)
    return {
        address: tuple(
            sorted({*(day for day in before.get(address, ()) if since < day <= today), today})
        )
        for address in failed
    }


def lines_of(failing: Failing) -> list[str]:
    return [
        f"{' '.join(day.isoformat() for day in days)} {address}"
        for address, days in sorted(failing.items())
    ]


def dead(failing: Failing) -> Failing:
    """What failed on enough different days to ask about."""
    return {address: days for address, days in failing.items() if len(days) >= ENOUGH}
