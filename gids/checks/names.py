"""Names by which people, and web addresses, tell one thing from another."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from gids.checks.case import Case, error
from gids.problems import Finding, KeyPath
from gids.project import VOCABULARIES

Named: TypeAlias = tuple[str, KeyPath, str]
"""A file, where in it a name stands, and that name."""


def check_names(case: Case) -> Iterator[Finding]:
    """No two organisations, places or pages have one name, nor two words of a list."""
    for kind in (organisations(case), places(case), pages(case), *words(case)):
        yield from twice(kind)


def organisations(case: Case) -> Iterator[Named]:
    for entry in case.project.organisations.values():
        yield entry.path, ("naam",), entry.model.name


def places(case: Case) -> Iterator[Named]:
    for entry in case.project.places.values():
        yield entry.path, ("naam",), entry.model.name


def pages(case: Case) -> Iterator[Named]:
    for page in case.project.pages:
        yield page.path, ("titel",), page.head.title


def words(case: Case) -> Iterator[list[Named]]:
    """Per list the names of its words, and the short ones that their addresses are made of."""
    for name in VOCABULARIES:
        path, terms = f"content/{name}.yaml", case.project.vocabularies[name].terms
        yield [(path, ("woorden", i, "naam"), term.name) for i, term in enumerate(terms)]
        yield [(path, ("woorden", i, "kort"), term.slug) for i, term in enumerate(terms)]


def twice(named: Iterable[Named]) -> Iterator[Finding]:
    """Every name that another has already."""
    first: dict[str, str] = {}
    for path, keys, name in named:
        other = first.get(name.casefold())
        if other is None:
            first[name.casefold()] = path
            continue
        message = f"“{name}” heet al iets anders{'' if other == path else f', in {other}'}."
        hint = "Zet er iets bij waaraan men ze uit elkaar houdt, bijvoorbeeld de straat of de wijk."
        yield error(path, keys, "dubbele-naam", message, hint, (other,))
