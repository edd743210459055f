"""A small town on disk for the coalition's tests: two neighbourhoods, four groups, any offer."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from gids.coalition.instrument import Instrument, instrument
from gids.derive import derive
from gids.directory import Directory
from gids.project import Project
from gids.reading import read_project
from tests.projects import write

TODAY = date(2026, 11, 23)

GROUPS = """\
woorden:
  - kort: iedereen
    naam: Iedereen
  - kort: jongeren
    naam: Jongeren
  - kort: ouderen
    naam: Ouderen
  - kort: mannen
    naam: Mannen
"""
AREAS = """\
woorden:
  - kort: de-glip
    naam: De Glip
  - kort: centrum
    naam: Centrum
    in_een_zin: in het centrum
  - kort: heel-heemstede
    naam: Heel Heemstede
    staat_voor: de hele gemeente
"""
FIRST = """\
groepen_eerst: [jongeren, ouderen]
geen_wijk: [heel-heemstede]
"""
PLACES = {
    f"content/plekken/{slug}.yaml": (
        f"naam: {slug}\nadres:\n  straat: Laan 1\nwijk: {area}\n"
        f"toegankelijkheid:\n  drempelvrij: {steps}\n"
    )
    for slug, area, steps in (
        ("de-molen", "de-glip", "ja"),
        ("het-plein", "centrum", "onbekend"),
    )
}
FOLDERS = ("een", "twee", "drie")
ORGANISATIONS = {
    f"partners/{folder}/organisatie.yaml": (
        f"naam: Stichting {folder}\nsector: welzijn\nwat: Ontmoeting.\n"
        "telefoon: 023 - 123 45 67\ngecontroleerd_op: 2026-11-16\n"
    )
    for folder in FOLDERS
}
NOT_THERE: Mapping[str, None] = {
    "partners/buurthuis-de-kring/koffie.yaml": None,
    "partners/buurthuis-de-kring/organisatie.yaml": None,
    "content/plekken/de-luifel.yaml": None,
}


def offered(
    groups: str, place: str, day: str, at: str = "14:00", cost: str = "gratis", more: str = ""
) -> str:
    """An activity, every week."""
    return (
        f"titel: Iets voor {groups}\nsamenvatting: Iets voor {groups}.\nthemas: [ontmoeten]\n"
        f"voor_wie: [{groups}]\nwanneer:\n  momenten:\n    - soort: elke week\n"
        f"      dag: {day}\n      van: '{at}'\nwaar: {place}\nkosten: {cost}\n"
        f"gecontroleerd_op: 2026-11-16\n{more}"
    )


def town(
    root: Path, offer: Mapping[str, str], files: Mapping[str, str | None] | None = None
) -> Path:
    """A project in which ``offer`` is what there is: ``{"een/koffie": offered(...)}``."""
    activities = {f"partners/{name}.yaml": text for name, text in offer.items()}
    own = {
        "content/doelgroepen.yaml": GROUPS,
        "content/wijken.yaml": AREAS,
        "content/verwachtingen.yaml": FIRST,
    }
    return write(
        root, {**NOT_THERE, **own, **PLACES, **ORGANISATIONS, **activities, **(files or {})}
    )


def read(root: Path, today: date = TODAY) -> tuple[Directory, Project]:
    project, report = read_project(root)
    assert project is not None, report.to_text()
    assert not report.errors, report.to_text()
    return derive(project, today), project


def seen(root: Path, today: date = TODAY) -> Instrument:
    """Everything that the coalition sees of a town."""
    return instrument(*read(root, today), today)
