"""What people send becomes files: nothing lost, nothing overwritten in silence, twice is once."""

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from random import Random
from textwrap import dedent

import pytest

from gids.commands import import_
from gids.importing.columns import COLUMNS, template_csv, template_excel
from gids.importing.sheets import read_excel
from gids.reading import read_project
from gids.writing import write

OPEN_REFERRAL = Path(__file__).resolve().parent.parent.parent / "shared/data/open-referral"
Take = Callable[..., str]


@pytest.fixture
def root(project: Path, tmp_path: Path) -> Path:
    """The municipality's content and two organisations, one with an activity."""
    place = tmp_path / "project"
    shutil.copytree(project / "content", place / "content")
    for folder in ("havenhuis", "wij-heemstede"):
        (place / "partners" / folder).mkdir(parents=True)
        name = f"partners/{folder}/organisatie.yaml"
        shutil.copy(project / name, place / name)
    return place


@pytest.fixture
def take_in(root: Path, tmp_path: Path) -> Take:
    """Import one file with this content and give all that was said."""

    def run(name: str, content: str | bytes, *, organisation: str = "", take: bool = False) -> str:
        file = tmp_path / name
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        screen = io.StringIO()
        import_.run(
            root,
            [str(file)],
            organisation,
            dry_run=False,
            take=take,
            stdin=io.StringIO(),
            stdout=screen,
        )
        return screen.getvalue()

    return run


def files(root: Path) -> dict[str, str]:
    found = {
        p.relative_to(root).as_posix(): p.read_text("utf-8")
        for folder in ("partners", "nog-af-te-maken")
        for p in root.glob(f"{folder}/*/*.yaml")
    }
    return {path: text for path, text in found.items() if "organisatie.yaml" not in path}


def problems(root: Path) -> list[str]:
    _, report = read_project(root)
    return [p.message for p in report.errors]


# --- spreadsheets ----------------------------------------------------------------------------

SHEET = """\
Aanbod seizoen 2026-2027;;;;;;;
;;;;;;;
Aanbieder;Activiteit;Dag;Tijd;Waar;Prijs;Doelgroep;Tel
Havenhuis;SCHAKEN VOOR BEGINNERS;wo;14.00-16.00;de haven;2,50 per keer;;231234567
Haven huis;Schaken voor beginners;vr;14.00-16.00;de haven;2,50 per keer;;231234567
Onbekende club;Biljart;ma;19u - 22u;Herenweg 96, Heemstede;€ 1,-;mannen;info@voorbeeld.nl
Havenhuis;Zingen;elke dinsdag;half elf;ergens;#N/B;iedereen;
;;;;;;;
"""


def test_a_spreadsheet_as_people_keep_it_becomes_files(root: Path, take_in: Take) -> None:
    said = take_in("aanbod.csv", SHEET.encode("cp1252"))
    found = files(root)
    assert set(found) == {
        "partners/havenhuis/schaken-voor-beginners.yaml",
        "nog-af-te-maken/onbekend/biljart.yaml",
        "nog-af-te-maken/havenhuis/zingen.yaml",
    }
    assert found["partners/havenhuis/schaken-voor-beginners.yaml"] == dedent("""\
        # yaml-language-server: $schema=../../content/schema/activiteit.json
        titel: Schaken voor beginners
        samenvatting: Schaken voor beginners.
        themas: [spel]
        voor_wie: [iedereen]

        wanneer:
          momenten:
            - soort: elke week
              dag: woensdag
              van: 14:00
              tot: 16:00
            - soort: elke week
              dag: vrijdag
              van: 14:00
              tot: 16:00

        waar: buurthuis-de-haven

        kosten:
          soort: betaald
          bedragen:
            - bedrag: 2,50
              waarvoor: per keer

        contact:
          telefoon: 023 - 123 45 67
        """)
    assert "Samengevoegd met aanbod.csv, rij 5" in said
    assert "De organisatie ‘Onbekende club’ heeft geen map in partners/." in said
    assert "Het rooster konden we niet lezen: ‘elke dinsdag half elf’." in said
    assert "Bij telefoon stond een e-mailadres; dat is verplaatst." in said
    assert said.rstrip().endswith("Samen: 1 nieuw, 2 nog niet af.\nControleer nu:  make check")
    assert problems(root) == []


def test_a_row_of_an_unknown_organisation_is_not_quietly_given_to_another(
    take_in: Take,
) -> None:
    sheet = (
        "Titel;Wanneer;Waar;Organisatie\nDart;elke dinsdag 10-12 uur;op het plein;Onbekende club\n"
    )
    said = take_in("aanbod.csv", sheet, organisation="havenhuis")
    assert (
        "De organisatie ‘Onbekende club’ kennen we niet. "
        "Nu staat het bij havenhuis. Kijk of dat klopt."
    ) in said
    assert said.count("De plek ‘op het plein’ kennen we niet.") == 1
    assert '"adres" is nog niet ingevuld' not in said


def test_what_is_not_finished_says_on_top_what_is_missing(root: Path, take_in: Take) -> None:
    take_in("aanbod.csv", SHEET)
    text = files(root)["nog-af-te-maken/havenhuis/zingen.yaml"]
    assert text.startswith(
        "# yaml-language-server: $schema=../../content/schema/activiteit.json\n"
        "# Nog af te maken. Dit kwam uit: aanbod.csv, rij 7\n"
    )
    assert "toelichting: elke dinsdag half elf" in text


def test_importing_twice_changes_nothing(root: Path, take_in: Take) -> None:
    take_in("aanbod.csv", SHEET)
    before = files(root)
    assert "Samen: 3 ongewijzigd." in take_in("aanbod.csv", SHEET)
    assert files(root) == before


def test_a_change_is_shown_and_only_taken_after_a_yes(root: Path, take_in: Take) -> None:
    take_in("aanbod.csv", SHEET)
    before = files(root)
    dearer = SHEET.replace("2,50 per keer", "3,50 per keer")
    said = take_in("aanbod.csv", dearer)
    assert "    -    - bedrag: 2,50".replace("-    -", "-    -") in said.replace("\t", " ")
    assert "3,50" in said
    assert "1 niet overgenomen. Wel overnemen: geef er --overnemen bij." in said
    assert files(root) == before
    take_in("aanbod.csv", dearer, take=True)
    assert "bedrag: 3,50" in files(root)["partners/havenhuis/schaken-voor-beginners.yaml"]


def test_an_edit_by_hand_stays_with_its_comments(root: Path, take_in: Take) -> None:
    take_in("aanbod.csv", SHEET)
    path = root / "partners/havenhuis/schaken-voor-beginners.yaml"
    text = path.read_text("utf-8").replace(
        "waar: buurthuis-de-haven", "waar: buurthuis-de-haven  # boven"
    )
    text = text.replace(
        "samenvatting: Schaken voor beginners.", "samenvatting: Leer schaken van ons."
    )
    path.write_text(text, "utf-8")
    assert "Samen: 3 ongewijzigd." in take_in("aanbod.csv", SHEET)
    assert path.read_text("utf-8") == text
    take_in("aanbod.csv", SHEET.replace("231234567", "231234568"), take=True)
    after = path.read_text("utf-8")
    assert "# boven" in after
    assert "samenvatting: Leer schaken van ons." in after
    assert "telefoon: 023 - 123 45 68" in after


def test_a_trial_writes_nothing(root: Path, tmp_path: Path) -> None:
    file = tmp_path / "aanbod.csv"
    file.write_text(SHEET, "utf-8")
    screen = io.StringIO()
    nothing = io.StringIO()
    done = import_.run(root, [str(file)], "", dry_run=True, take=True, stdin=nothing, stdout=screen)
    assert done == 0
    assert files(root) == {}
    assert "Er is niets geschreven, want u vroeg om te proberen." in screen.getvalue()


def test_the_template_can_be_imported_as_it_is_handed_out(root: Path, take_in: Take) -> None:
    said = take_in("sjabloon.csv", template_csv(), organisation="havenhuis")
    again = take_in("sjabloon.xlsx", template_excel(), organisation="havenhuis")
    assert list(files(root)) == ["partners/havenhuis/koffieochtend.yaml"]
    assert "1 nieuw" in said
    assert "1 ongewijzigd" in again
    assert template_excel() == template_excel()


def test_excel_keeps_its_own_ideas_about_cells_to_itself() -> None:
    from datetime import datetime, time

    from openpyxl import Workbook

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["Overzicht", None, None, None, None, None])
    sheet.append(["Titel", "Dag", "Van", "Tot", "Telefoon", "Gecontroleerd op"])
    sheet.append(["Koffie", "dinsdag", time(10, 0), 0.5, 231234567, datetime(2026, 11, 16)])  # noqa: DTZ001
    book.create_sheet("Blad2").append(["losse aantekeningen"])
    made = io.BytesIO()
    book.save(made)
    (draft,) = read_excel("aanbod.xlsx", made.getvalue())
    assert draft.tree == {
        "titel": "Koffie",
        "wanneer": {
            "momenten": [{"soort": "elke week", "dag": "dinsdag", "van": "10:00", "tot": "12:00"}]
        },
        "contact": {"telefoon": "0231234567"},
        "gecontroleerd_op": "2026-11-16",
    }


TITLES = "Koffie Wandelen Bingo Zingen Schaken Koken Breien Lezen Yoga Dansen".split()  # noqa: SIM905 - a line of words
MISTAKES = [
    tuple(line.split(": ", 1))
    for line in (Path(__file__).parent / "cellen.txt").read_text("utf-8").splitlines()
    if ": " in line
]


def rows(count: int) -> str:
    """A table of this many rows, each with up to three of the mistakes that people make."""
    rng = Random(1)
    headings = [column.heading for column in COLUMNS]
    lines = [headings]
    for number in range(count):
        row = dict.fromkeys(headings, "")
        row |= {
            "Organisatie": "Havenhuis",
            "Titel": f"{rng.choice(TITLES)} {number}",
            "Dag": "dinsdag",
            "Van": "10:00",
            "Plek": "de-luifel",
            "Thema's": "ontmoeten",
            "Kosten": "gratis",
        }
        row |= {
            key: cell.replace("\\n", "\n") for key, cell in rng.sample(MISTAKES, rng.randint(0, 3))
        }
        lines.append([f'"{cell}"' if "\n" in cell else cell for cell in row.values()])
    return "\n".join(";".join(line) for line in lines)


def test_200_rows_with_the_mistakes_of_excel_are_all_accounted_for(
    root: Path, take_in: Take
) -> None:
    table = rows(200)
    said = take_in("aanbod.csv", table)
    found = files(root)
    made = len([path for path in found if path.startswith("partners/")])
    left = len(found) - made
    merged = said.count("Samengevoegd met") + said.count("is overgeslagen.")
    assert made + left + merged == 200
    assert made > 100
    assert problems(root) == []
    assert f"Samen: {made} nieuw, {left} nog niet af." in said
    assert f"Samen: {len(found)} ongewijzigd." in take_in("aanbod.csv", table)
    assert files(root) == found


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("leeg.csv", "", "er is geen rij met kopjes"),
        ("stuk.xlsx", b"PK\x03\x04rommel", "geen Excel-bestand dat we kunnen openen"),
        ("oud.xls", b"\xd0\xcf\x11\xe0", "Open het en sla het op als .xlsx of .csv."),
        ("stuk.ics", "BEGIN:VEVENT", "in deze agenda"),
        ("stuk.json", "{", "geen JSON die we kunnen lezen"),
        ("ander.json", '{"a": 1}', "geen diensten"),
        ("foto.jpg", b"\xff\xd8", "we lezen alleen .csv"),
        ("brief.txt", "Hallo, kunt u ons toevoegen?", "we vinden er geen titel"),
    ],
)
def test_what_cannot_be_read_at_all_is_said_in_one_sentence(
    name: str, content: str | bytes, message: str, take_in: Take
) -> None:
    said = take_in(name, content)
    assert f"{name}: niets overgenomen," in said
    assert message in said


# --- mail and loose text ---------------------------------------------------------------------

FILE = """\
# yaml-language-server: $schema=../../content/schema/activiteit.json
titel: Koffie
samenvatting: Elke dinsdag koffie.
themas: [ontmoeten]
voor_wie: [iedereen]

wanneer:
  momenten:
    - soort: elke week
      dag: dinsdag
      van: 10:00

waar: de-luifel
kosten: gratis
gecontroleerd_op: 2026-11-23
"""


NAMED = f"Bestand: partners/havenhuis/koffie.yaml\n\n{FILE}"


def mail(body: str, kind: str = "plain") -> bytes:
    from email.message import EmailMessage

    message = EmailMessage()
    message["From"] = "iemand@voorbeeld.example"
    message["Subject"] = "Voor de gids: Koffie"
    message.set_content(body, subtype=kind)
    return message.as_bytes()


@pytest.mark.parametrize(
    "content",
    [
        mail(f"{NAMED}\n\nBereikbaar: 06 12345678\n"),
        mail(f"Beste gids,\n\n{NAMED}\nMet vriendelijke groet,\nEen partner\n"),
        mail("".join(f"> {line}\n" for line in NAMED.splitlines())),
        mail(f"<p>Goedemiddag,</p><pre>{NAMED}</pre>", "html"),
    ],
    ids=["van het formulier", "met een groet", "doorgestuurd", "als HTML"],
)
def test_a_mail_of_the_form_becomes_exactly_its_file(
    content: bytes, root: Path, take_in: Take
) -> None:
    take_in("bericht.eml", content)
    assert files(root) == {"partners/havenhuis/koffie.yaml": FILE}
    assert "ongewijzigd" in take_in("bericht.eml", content)


def test_a_mail_in_own_words_with_labels_is_understood(root: Path, take_in: Take) -> None:
    body = dedent("""\
        Hallo,

        Activiteit: Breien en haken
        Wanneer: elke dinsdag van 10 tot 12 uur, behalve in juli
        Waar: De Luifel
        Kosten: gratis
        Telefoon: 023-1234567

        Groeten!
        """)
    take_in("bericht.eml", mail(body), organisation="havenhuis")
    text = files(root)["partners/havenhuis/breien-en-haken.yaml"]
    assert "dag: dinsdag\n      van: 10:00\n      tot: 12:00\n  niet_in: [juli]" in text
    assert "themas: [creatief]" in text


def test_an_issue_of_our_own_form_is_understood(root: Path, take_in: Take) -> None:
    issue = dedent("""\
        ### Organisatie

        Havenhuis

        ### Titel

        Schaken

        ### Wanneer

        elke dinsdag van 10.00 tot 12.00 uur

        ### Plek

        De Luifel

        ### Kosten

        gratis

        ### Telefoon

        _No response_
        """)
    take_in("issue.md", issue)
    text = files(root)["partners/havenhuis/schaken.yaml"]
    assert "waar: de-luifel\nkosten: gratis\n" in text
    assert "dag: dinsdag\n      van: 10:00\n      tot: 12:00" in text


def test_two_activities_in_one_text_become_two_files(root: Path, take_in: Take) -> None:
    take_in("twee.txt", FILE + FILE.replace("Koffie", "Thee"), organisation="havenhuis")
    assert set(files(root)) == {"partners/havenhuis/koffie.yaml", "partners/havenhuis/thee.yaml"}


def test_what_the_form_no_longer_says_is_gone_and_shown(root: Path, take_in: Take) -> None:
    take_in("een.eml", mail(NAMED + "mededeling: Even dicht.\n"))
    assert "mededeling" in files(root)["partners/havenhuis/koffie.yaml"]
    said = take_in("twee.eml", mail(NAMED))
    assert "    -mededeling: Even dicht." in said
    assert files(root) == {"partners/havenhuis/koffie.yaml": FILE}


def test_the_sender_of_a_mail_never_enters_the_repository(root: Path, take_in: Take) -> None:
    take_in("bericht.eml", mail(f"{NAMED}\n\nBereikbaar: iemand@voorbeeld.example\n"))
    assert not [path for path, text in files(root).items() if "iemand@" in text]


def test_a_mail_cannot_write_outside_the_folders_of_partners(root: Path, take_in: Take) -> None:
    body = FILE
    take_in("bericht.eml", mail(f"Bestand: ../../weg.yaml\n\n{body}"), organisation="havenhuis")
    take_in(
        "nog.eml", mail(f"Bestand: partners/../../weg.yaml\n\n{body}"), organisation="havenhuis"
    )
    assert not list(root.parent.rglob("weg.yaml"))


# --- calendars -------------------------------------------------------------------------------


def calendar(*events: str) -> str:
    lines = "\n".join(dedent(event).strip() for event in events)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//NL\n{lines}\nEND:VCALENDAR\n".replace(
        "\n", "\r\n"
    )


SERIES = """
    BEGIN:VEVENT
    UID:1
    SUMMARY:Koffie en kaarten
    DESCRIPTION:Samen koffie drinken en kaarten.
    LOCATION:Theater De Luifel
    DTSTART;TZID=Europe/Amsterdam:20261103T100000
    DTEND;TZID=Europe/Amsterdam:20261103T113000
    RRULE:FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20270629T235959Z
    EXDATE;TZID=Europe/Amsterdam:20261229T100000
    ORGANIZER;CN=Jan Jansen:mailto:jan@voorbeeld.example
    END:VEVENT
"""
GONE = """
    BEGIN:VEVENT
    UID:1
    SUMMARY:Koffie en kaarten
    RECURRENCE-ID;TZID=Europe/Amsterdam:20261208T100000
    DTSTART;TZID=Europe/Amsterdam:20261208T100000
    STATUS:CANCELLED
    END:VEVENT
"""


def test_a_series_in_a_calendar_becomes_a_rule(root: Path, take_in: Take) -> None:
    take_in("agenda.ics", calendar(SERIES, GONE), organisation="havenhuis")
    text = files(root)["partners/havenhuis/koffie-en-kaarten.yaml"]
    assert text.split("wanneer:\n")[1].split("\n\n")[0] == dedent("""\
          momenten:
            - soort: elke week
              dag: [dinsdag, vrijdag]
              van: 10:00
              tot: 11:30
              vanaf: 2026-11-03
              tot_en_met: 2027-06-29
          niet_op: 2026-12-29
          wijzigingen:
            - soort: gaat niet door
              datum: 2026-12-08
              reden: afgelast in de agenda""").replace("\n", "\n  ").replace(
        "momenten", "  momenten", 1
    )
    assert "jan" not in text.lower().replace("januari", "")
    assert "ongewijzigd" in take_in("agenda.ics", calendar(SERIES, GONE), organisation="havenhuis")


@pytest.mark.parametrize(
    ("rule", "kind"),
    [
        ("FREQ=WEEKLY;INTERVAL=2", "soort: om de week"),
        ("FREQ=WEEKLY;INTERVAL=3", "aantal_weken: 3"),
        ("FREQ=MONTHLY;BYDAY=2TU,4TU", "welke: [tweede, vierde]"),
        ("FREQ=MONTHLY;BYDAY=TU;BYSETPOS=-1", "welke: laatste"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "dagnummer: 15"),
        ("FREQ=DAILY", "soort: elke dag"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=5", "soort: losse data"),
        ("FREQ=YEARLY;COUNT=3", "soort: losse data"),
    ],
)
def test_every_rule_of_a_calendar_finds_its_kind(
    rule: str, kind: str, root: Path, take_in: Take
) -> None:
    event = SERIES.replace("FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20270629T235959Z", rule)
    take_in("agenda.ics", calendar(event), organisation="havenhuis")
    assert kind in files(root)["partners/havenhuis/koffie-en-kaarten.yaml"]
    assert problems(root) == []


def test_the_calendars_of_this_site_can_be_taken_in(
    root: Path, take_in: Take, project: Path
) -> None:
    from datetime import date

    from gids.derive import derive
    from gids.feeds import rendering
    from gids.feeds.setting import Setting
    from gids.history import read_history

    read, _ = read_project(project)
    assert read is not None
    directory = derive(read, date(2026, 11, 23))
    made = rendering.render(directory, Setting.of(directory, read, read_history(project)))
    agendas = (o.content for o in made if o.path.endswith("index.ics"))
    found = [c for c in agendas if isinstance(c, bytes) and b"VEVENT" in c][:12]
    for content in found:
        take_in("agenda.ics", content, organisation="havenhuis")
    assert len(files(root)) >= len(found)
    assert problems(root) == []


# --- Open Referral ---------------------------------------------------------------------------

SERVICE = {
    "id": "1",
    "name": "Eettafel",
    "description": "Samen eten aan lange tafels. Iedereen is welkom.",
    "status": "active",
    "email": "info@voorbeeld.nl",
    "assured_date": "2026-11-01",
    "organization": {"name": "Havenhuis"},
    "contacts": [{"name": "Jan Jansen", "title": "de kok", "phones": [{"number": "023 1234567"}]}],
    "cost_options": [{"amount": 7.5, "option": "maaltijd"}],
    "schedules": [
        {"freq": "WEEKLY", "byday": "WE", "opens_at": "17:30:00", "closes_at": "19:30:00"},
        {"freq": "MONTHLY", "byday": "-1SU", "opens_at": "12:00", "closes_at": "14:00"},
    ],
    "service_at_locations": [
        {"location": {"name": "Grote zaal", "addresses": [{"address_1": "Herenweg 96"}]}}
    ],
    "attributes": [{"taxonomy_term": {"name": "Eten en koken"}}],
}  # fmt: skip


def test_a_service_of_open_referral_becomes_an_activity(root: Path, take_in: Take) -> None:
    take_in("feed.json", json.dumps({"contents": [SERVICE], "page_number": 1}))
    assert files(root) == {
        "partners/havenhuis/eettafel.yaml": dedent("""\
            # yaml-language-server: $schema=../../content/schema/activiteit.json
            titel: Eettafel
            samenvatting: Samen eten aan lange tafels.
            omschrijving: Samen eten aan lange tafels. Iedereen is welkom.
            themas: [eten-en-koken]
            voor_wie: [iedereen]

            wanneer:
              momenten:
                - soort: elke week
                  dag: woensdag
                  van: 17:30
                  tot: 19:30
                - soort: elke maand
                  welke: laatste
                  dag: zondag
                  van: 12:00
                  tot: 14:00

            waar: de-luifel

            kosten:
              soort: betaald
              bedragen:
                - bedrag: 7,50
                  waarvoor: maaltijd

            contact:
              wie: de kok
              telefoon: 023 - 123 45 67
              e_mail: info@voorbeeld.nl

            gecontroleerd_op: 2026-11-01
            """)
    }
    assert "ongewijzigd" in take_in("feed.json", json.dumps([SERVICE]))


@pytest.mark.skipif(not OPEN_REFERRAL.exists(), reason="the official examples are not here")
@pytest.mark.parametrize(
    "name", ["service_full.json", "service_list.json", "organization_full.json"]
)
def test_the_official_examples_are_read_without_loss(name: str, root: Path, take_in: Take) -> None:
    text = (OPEN_REFERRAL / "oruk-3.0-examples" / name).read_text("utf-8")
    said = take_in("feed.json", text, organisation="havenhuis")
    assert "Samen: " in said or "geen diensten" in said
    assert problems(root) == []
    before = files(root)
    take_in("feed.json", text, organisation="havenhuis")
    assert files(root) == before


def test_every_file_that_import_writes_is_tidy(root: Path, take_in: Take) -> None:
    take_in("aanbod.csv", rows(40))
    read, _ = read_project(root)
    assert read is not None
    for entry in read.activities:
        assert (root / entry.path).read_text("utf-8") == write(entry.model)


# --- what should not be sent and is ----------------------------------------------------------

AWFUL = sorted((Path(__file__).parent / "awful" / "activity").glob("*.yaml"))


@pytest.mark.parametrize("file", AWFUL, ids=lambda file: file.stem)
def test_an_awful_file_is_taken_in_or_kept_and_never_lost(
    file: Path, root: Path, take_in: Take
) -> None:
    """It becomes a file, waits with what is missing on top, or is said to be unreadable."""
    said = take_in("ingestuurd.yaml", file.read_bytes(), organisation="havenhuis")
    found = files(root)
    assert found or "ingestuurd.yaml: niets overgenomen," in said
    waiting = [text for path, text in found.items() if path.startswith("nog-af-te-maken")]
    assert all("# Nog af te maken." in text and "\n# - " in text for text in waiting)
    assert problems(root) == []
    assert "Traceback" not in said


SAMPLES = {
    "aanbod.csv": SHEET.encode(),
    "sjabloon.xlsx": template_excel(),
    "bericht.eml": mail(NAMED),
    "los.txt": NAMED.encode(),
    "agenda.ics": calendar(SERIES, GONE).encode(),
    "feed.json": json.dumps({"contents": [SERVICE]}).encode(),
}


def damaged(data: bytes, rng: Random) -> bytes:
    """Some bytes changed, left out, doubled, or cut off."""
    changed = bytearray(data)
    for _ in range(rng.randint(1, 6)):
        at, size = rng.randrange(len(changed) + 1), rng.randint(0, 30)
        new = rng.choice(
            (b"", bytes([rng.randrange(256)]), b"\x00", b"\n", changed[at : at + size] * 2)
        )
        changed[at : at + size] = new
    return bytes(changed)


@pytest.mark.parametrize("name", SAMPLES)
def test_damage_never_ends_in_a_traceback(name: str, root: Path, take_in: Take) -> None:
    rng = Random(name)
    for _ in range(25):
        said = take_in(name, damaged(SAMPLES[name], rng), organisation="havenhuis", take=True)
        assert "Samen:" in said
    assert problems(root) == []
