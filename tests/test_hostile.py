"""Whatever a partner writes, on purpose or not, the site is made and does nothing that it says."""

import csv
import io
import json
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest
from icalendar import Calendar

from build import main
from gids.audit import audit, walk
from gids.markup import partner_html
from tests.projects import FILES, KOFFIE, ORGANISATIE, write

PLEK = "content/plekken/de-luifel.yaml"
ALERT = '"><script>alert(1)</script><svg onload=alert(1)>'
HOSTILE = {
    "titel": f"</title>{ALERT} {{{{ 7*7 }}}} <!--",
    "samenvatting": f"</script>{ALERT} {{% raw %}} ]]>",
    "niet_voor": f"</ul>{ALERT}",
    "mededeling": "=1+1 </p><script>alert(1)</script>",
    "omschrijving": (
        f"{ALERT} [a](javascript:alert(1)) [b](data:text/html,x) ![c](https://kwaad.example/c.png) "
        "[d](//kwaad.example/d) [e](/x) [f](../../x) [g](vbscript:x) <a href='JaVaScRiPt:x'>h</a> "
        "<style>*{display:none}</style> <iframe src=https://kwaad.example></iframe> @root@/"
    ),
    "vroegere_namen": ["=cmd|calc", ALERT],
    "zoekwoorden": [ALERT, '"});alert(1);//'],
    "eerste_keer": {"wie_ontvangt_u": ALERT, "wat_gebeurt_er": f"[k](javascript:alert(1)) {ALERT}"},
    "contact": {"wie": ALERT, "telefoon": "023 - 123 45 67"},
    "waar": {
        "soort": "adres",
        "naam": '=HYPERLINK("https://kwaad.example")',
        "adres": {"straat": "+1 \\; END:VEVENT\\nATTENDEE:mailto:x@kwaad.example"},
    },
    "wanneer": {
        "momenten": [
            {"soort": "elke week", "dag": "dinsdag", "van": "10:00", "toelichting": "x\nEND:VEVENT"}
        ],
        "wijzigingen": [
            {
                "soort": "gaat niet door",
                "datum": "2026-12-01",
                "reden": "x\r\nEND:VEVENT\r\nATTENDEE:mailto:x@kwaad.example",
            }
        ],
    },
}


class Tags(HTMLParser):
    """What a browser would make of a page: scripts, tags with a handler, and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        handlers = [name for name in given if name.startswith("on") or name == "style"]
        leads = re.sub(r"[\s\x00-\x1f]", "", given.get("href", "") + given.get("src", "")).lower()
        inline = tag == "script" and "src" not in given and "json" not in given.get("type", "")
        bad = ("javas", "data:", "vbscript:", "//", "https://kwaad")
        if handlers or inline or leads.startswith(bad):
            self.found.append(f"<{tag} {given}>")


def with_hostile_partner(root: Path) -> Path:
    """JSON is YAML too, and says exactly what it says."""
    plain = {"themas": ["ontmoeten"], "voor_wie": ["iedereen"], "kosten": "gratis"}
    hostile = json.dumps(HOSTILE | plain, ensure_ascii=False)
    organisation = {
        "naam": f"=1+1{ALERT}",
        "sector": "welzijn",
        "wat": ALERT,
        "omschrijving": ALERT,
    }
    files = {
        "partners/kwaad/organisatie.yaml": json.dumps(organisation),
        "partners/kwaad/kwaad.yaml": hostile,
    }
    return write(root, files)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kwaad")
    root = with_hostile_partner(folder / "gids")
    options = ["--today", "2026-11-23", "--base-url", "https://gids.example"]
    assert main(["--root", str(root), "--out", str(folder / "site"), *options]) == 0
    return folder / "site"


def test_the_site_of_everybody_is_made_and_whole(site: Path) -> None:
    assert audit(site) == []
    assert (site / "activiteiten/koffie/index.html").exists()
    assert (site / "activiteiten/kwaad/index.html").exists()


def test_no_page_runs_or_loads_what_a_partner_wrote(site: Path) -> None:
    found = []
    for name in walk(site):
        if name.endswith((".html", ".svg", ".atom", ".xml")):
            tags = Tags()
            tags.feed((site / name).read_text("utf-8"))
            found += [f"{name}: {tag}" for tag in tags.found]
    assert found == []


def test_template_words_of_a_partner_are_shown_and_never_run(site: Path) -> None:
    page = (site / "activiteiten/kwaad/index.html").read_text("utf-8")
    assert "{{ 7*7 }}" in page
    assert "49" not in re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL)[0]


def test_structured_data_stays_inside_its_script(site: Path) -> None:
    page = (site / "activiteiten/kwaad/index.html").read_text("utf-8")
    [data] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert json.loads(data)["name"] == HOSTILE["titel"]


def test_a_line_break_of_a_partner_adds_nothing_to_a_calendar(site: Path) -> None:
    calendar = (site / "activiteiten/kwaad/index.ics").read_bytes()
    assert not re.search(rb"^ATTENDEE", calendar, re.MULTILINE)
    events = Calendar.from_ical(calendar).walk("VEVENT")
    assert events
    assert calendar.count(b"\r\nEND:VEVENT") == len(events)


def test_no_cell_of_the_table_is_a_formula(site: Path) -> None:
    for file in sorted(site.rglob("*.csv")):
        for row in csv.reader(io.StringIO(file.read_text("utf-8-sig")), delimiter=";"):
            assert [cell for cell in row if cell.startswith(("=", "+", "@", "\t"))] == [], file.name


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[x](www.voorbeeld.nl)", '<a href="https://www.voorbeeld.nl"'),
        ("[x](voorbeeld.nl)", "<a rel="),
        ("[x](/contact)", "<a rel="),
        ("[x](//kwaad.example)", "<a rel="),
        ("[x](#inhoud)", "<a rel="),
    ],
)
def test_a_partners_link_leads_to_a_whole_address_or_nowhere(text: str, html: str) -> None:
    assert html in partner_html(text)


FILE_NAMES = ("index", "pagina", "404", "agenda", "aux", "con", "nieuw")
TITLES = ("Agenda", "Alle activiteiten", "Buurthuis De Kring", "De Luifel", "Centrum", "Ontmoeten")


def test_files_and_activities_may_be_called_as_something_else_is(tmp_path: Path) -> None:
    """Every page has an address and a title of its own, so that no name stops everybody's site."""
    files: dict[str, str] = {}
    for name in FILE_NAMES:
        files |= {
            f"partners/{name}/organisatie.yaml": FILES[ORGANISATIE].replace("De Kring", name),
            f"partners/{name}/{name}.yaml": FILES[KOFFIE],
            f"content/plekken/{name}.yaml": FILES[PLEK].replace("De Luifel", name),
        }
    for number, title in enumerate(
        (*TITLES, *TITLES, "Iedereen", "Op dinsdag", "Begin", "Lijstje")
    ):
        text = FILES[KOFFIE].replace("Koffieochtend", title)
        files[f"partners/buurthuis-de-kring/{number}.yaml"] = text
    root, site = write(tmp_path / "gids", files), tmp_path / "site"
    assert main(["--root", str(root), "--out", str(site), "--today", "2026-11-23"]) == 0
    for name in FILE_NAMES:
        assert (site / f"activiteiten/{name}/index.html").exists()
