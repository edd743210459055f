"""One notation for times, numbers and spaces; comments, order and everything else stay."""

from pathlib import Path
from textwrap import dedent

import pytest

from gids.commands import fix
from gids.mending import mended
from gids.writing import write
from schema import Activity
from tests.invented import invented_activity

FILE = dedent("""\
    # van ons
    kosten: '2,50' # per keer
    titel:   Koffie   met  taart
    samenvatting: "Elke dinsdag  koffie."
    contact: {telefoon: "(023) 123 45 67", e_mail: info@voorbeeld.nl}
    wanneer:
      momenten:
      - soort: Elke Week
        van: 10.30   # vroeg
        tot: '12u'
        dag: [di,  vr]
    waar:
      soort: adres
      naam: De Schuur
      adres: {straat: Laan 1, postcode: 2101xx}
    themas: [ ontmoeten ]
    voor_wie:
      - iedereen   # echt
    omschrijving: |
      Twee  spaties  blijven hier.
    """)


def test_only_the_notation_changes() -> None:
    assert mended(FILE, Activity) == dedent("""\
        # van ons
        kosten: '2,50' # per keer
        titel:   Koffie met taart
        samenvatting: Elke dinsdag koffie.
        contact: {telefoon: 023 - 123 45 67, e_mail: info@voorbeeld.nl}
        wanneer:
          momenten:
          - soort: Elke Week
            van: 10:30   # vroeg
            tot: 12:00
            dag: [di,  vr]
        waar:
          soort: adres
          naam: De Schuur
          adres: {straat: Laan 1, postcode: 2101 XX}
        themas: [ ontmoeten ]
        voor_wie:
          - iedereen   # echt
        omschrijving: |
          Twee  spaties  blijven hier.
        """)


def test_mending_twice_is_mending_once() -> None:
    assert mended(mended(FILE, Activity), Activity) == mended(FILE, Activity)


@pytest.mark.parametrize(
    "text", ["titel: [", "", "- a\n", "titel: half elf\nvan: half elf\n", "a: *b\n"]
)
def test_what_is_not_understood_stays(text: str) -> None:
    assert mended(text, Activity).rstrip("\n") == text.rstrip("\n")


def test_line_ends_and_loose_ends_are_made_tidy() -> None:
    assert mended("\ufefftitel: Koffie  \r\nwaar: thuis\r\n\r\n\r\n", Activity) == (
        "titel: Koffie\nwaar: thuis\n"
    )


@pytest.mark.parametrize("seed", range(60))
def test_what_we_wrote_ourselves_needs_no_mending(seed: int) -> None:
    _, activity = invented_activity(seed)
    text = write(activity)
    tidy = "\n".join(line.rstrip() for line in text.split("\n"))
    assert mended(text, Activity) == tidy


def test_files_are_mended_in_place_and_named(tmp_path: Path) -> None:
    import io

    file = tmp_path / "partners/haven/koffie.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(FILE, "utf-8")
    screen = io.StringIO()
    assert fix.run(tmp_path, [], screen) == 0
    assert screen.getvalue() == (
        "Netjes gemaakt: partners/haven/koffie.yaml\nNetjes gemaakt: 1 bestand.\n"
    )
    assert "van: 10:30   # vroeg" in file.read_text("utf-8")
    again = io.StringIO()
    fix.run(tmp_path, [file], again)
    assert again.getvalue() == "Netjes gemaakt: niets.\n"


def test_the_files_of_this_project_are_tidy(project: Path) -> None:
    files = {f.name: f.read_text("utf-8") for f in (project / "partners").glob("*/*.yaml")}
    assert [name for name, text in files.items() if mended(text, Activity) != text] == []
