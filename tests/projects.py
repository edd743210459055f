"""A small project on disk in which all is well, to change one thing in."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from gids.commands.check import examine
from gids.problems import Problem

TODAY = date(2026, 11, 23)
KOFFIE = "partners/buurthuis-de-kring/koffie.yaml"
ORGANISATIE = "partners/buurthuis-de-kring/organisatie.yaml"
FILES: Mapping[str, str] = {
    "content/instellingen.yaml": """\
gemeente: Heemstede
naam: Duizend bloemen
ondertitel: Iets te doen
telefoon: 023 - 123 45 67
telefoon_van: het gidsteam
e_mail: gids@voorbeeld.example
""",
    "content/themas.yaml": """\
woorden:
  - kort: ontmoeten
    naam: Ontmoeten
    synoniemen: [bakkie]
  - kort: eten-en-koken
    naam: Eten en koken
""",
    "content/doelgroepen.yaml": "woorden:\n  - kort: iedereen\n    naam: Iedereen\n",
    "content/wijken.yaml": "woorden:\n  - kort: centrum\n    naam: Centrum\n",
    "content/talen.yaml": "woorden:\n  - kort: en\n    naam: Engels\n",
    "content/sectoren.yaml": "woorden:\n  - kort: welzijn\n    naam: Welzijn\n",
    "content/vakanties.yaml": """\
vakanties:
  - soort: schoolvakantie
    naam: Kerstvakantie
    van: 2026-12-19
    tot_en_met: 2027-01-03
  - soort: feestdag
    naam: Eerste kerstdag
    van: 2026-12-25
    tot_en_met: 2026-12-25
  - soort: feestdag
    naam: Bevrijdingsdag
    van: 2027-05-05
    tot_en_met: 2027-05-05
    voor_iedereen_vrij: nee
""",
    "content/plekken/de-luifel.yaml": """\
naam: De Luifel
adres:
  straat: Herenweg 96
wijk: centrum
""",
    ORGANISATIE: """\
naam: Buurthuis De Kring
sector: welzijn
wat: Ontmoeting in de buurt.
telefoon: 023 - 123 45 67
gecontroleerd_op: 2026-11-16
""",
    KOFFIE: """\
titel: Koffieochtend
samenvatting: Elke dinsdag koffie met mensen uit de buurt.
themas: [ontmoeten]
voor_wie: [iedereen]
wanneer:
  momenten:
    - soort: elke week
      dag: dinsdag
      van: 10:00
      tot: 11:30
waar: de-luifel
kosten: gratis
gecontroleerd_op: 2026-11-16
""",
}


def write(root: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Path:
    """The project in a folder; ``changes`` adds files, replaces them, or leaves them out (None)."""
    for path, content in {**FILES, **(changes or {})}.items():
        if content is not None:
            file = root / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content.encode() if isinstance(content, str) else content)
    return root


def koffie(old: str = "", new: str = "", end: str = "") -> dict[str, str]:
    """The coffee morning with one thing changed, or something at its end."""
    text = FILES[KOFFIE]
    assert old in text, f"{old!r} is not in the file to change"
    return {KOFFIE: text.replace(old, new, 1) + end}


def problems(root: Path, today: date = TODAY) -> tuple[Problem, ...]:
    """Everything that is said of a project."""
    return examine(root, today)[1].problems


def told(root: Path, today: date = TODAY) -> list[tuple[str, int, str, str]]:
    """Per problem its file's name, line, severity and code."""
    found = problems(root, today)
    return [(p.path.rsplit("/", 1)[-1], p.line, p.severity, p.code) for p in found]
