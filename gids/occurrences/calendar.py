"""The days that ``niet_in`` can name: school holidays, public holidays, months."""

from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache

from msgspec import Struct

from gids.values import MONTHS, named, normal
from schema import Holidays

SCHOOL_HOLIDAYS = "schoolvakanties"
PUBLIC_HOLIDAYS = "feestdagen"
SINGULAR = {"schoolvakantie": SCHOOL_HOLIDAYS, "feestdag": PUBLIC_HOLIDAYS}


class Calendar(Struct, frozen=True):
    """The days that ``niet_in`` can name: by word, all of them worked out beforehand.

    ``names`` are the holidays' own spellings; ``until`` is the last day for which the holidays are
    known, or None without any.
    """

    days_by_name: Mapping[str, frozenset[date]]
    names: Mapping[str, str]
    until: date | None

    @classmethod
    def of(cls, holidays: Holidays) -> "Calendar":
        """``feestdagen`` are those with ``voor_iedereen_vrij``; each also has its own name."""
        days: dict[str, set[date]] = {SCHOOL_HOLIDAYS: set(), PUBLIC_HOLIDAYS: set()}
        for holiday in holidays.holidays:
            free = set(days_between(holiday.first, holiday.last))
            days.setdefault(normal(holiday.name), set()).update(free)
            if holiday.kind == "schoolvakantie":
                days[SCHOOL_HOLIDAYS] |= free
            elif holiday.for_everyone:
                days[PUBLIC_HOLIDAYS] |= free
        until = max((holiday.last for holiday in holidays.holidays), default=None)
        names = {normal(holiday.name): holiday.name for holiday in holidays.holidays}
        return cls({name: frozenset(found) for name, found in days.items()}, names, until)

    def days(self, word: str) -> frozenset[date] | None:
        """Of ``schoolvakanties``, ``feestdagen`` or one holiday by name; None if unknown."""
        name = normal(word)
        return self.days_by_name.get(SINGULAR.get(name, name))

    def spoken(self, word: str) -> str:
        """In a sentence: ``in de zomervakantie``, ``op Koningsdag``, ``op tweede paasdag``."""
        name = SINGULAR.get(normal(word), normal(word))
        if name.endswith(("vakantie", "vakanties")):
            return f"in de {name}"
        ranked = name.startswith(("eerste ", "tweede "))
        return f"op {name if ranked else self.names.get(name, name)}"

    def knows(self, word: str) -> bool:
        """Whether ``niet_in`` can hold this word: a month or a holiday."""
        return self.days(word) is not None or month_named(word) is not None


@cache
def month_named(word: str) -> int | None:
    """1 is January; None for anything that is not clearly a month."""
    index = named(normal(word).replace("mrt", "maart"), MONTHS, 3)
    return None if index is None else index + 1


def days_between(first: date, last: date) -> Iterator[date]:
    """Every day from ``first`` to ``last``, both included."""
    return map(date.fromordinal, range(first.toordinal(), last.toordinal() + 1))
