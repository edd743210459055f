"""The coalition's pages and posters in a real browser: read aloud, small, printed, with many."""

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

from benchmarks.offer import write_offer, write_organisation
from gids import assets, coalition_pages
from gids.derive import derive
from gids.environment import template_folders
from gids.press import Press
from gids.reading import read_project
from gids.standing import write
from tests.browser import axe_violations, over_the_wire
from tests.conftest import TODAY

OpenPage = Callable[..., Page]
ADDRESSES = (
    "coalitie/",
    "coalitie/dekking/",
    "coalitie/dekking/jongeren/",
    "coalitie/dekking/alles/",
    "coalitie/dekking/jongeren/lijst/",
    "coalitie/doelen/",
    "coalitie/netwerk/",
    "coalitie/nieuws/",
    "coalitie/pers/",
    "over/aanpak/",
    "organisaties/thuisgezel/gegevens/",
    "organisaties/thuisgezel/verslag/",
    "organisaties/wij-heemstede/gegevens/",
    "activiteiten/koffie-linde/affiche/",
    "thema/ontmoeten/affiche/",
)
every_address = pytest.mark.parametrize("address", ADDRESSES)
SMALLEST = {"width": 320, "height": 640}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@every_address
def test_axe_finds_nothing(open_page: OpenPage, address: str, scheme: str) -> None:
    page = open_page(viewport=SMALLEST, color_scheme=scheme)
    page.goto(address)
    for summary in page.locator("main summary").all():
        summary.click()
    assert axe_violations(page) == []


@every_address
def test_nothing_sticks_out_and_no_script_is_needed(open_page: OpenPage, address: str) -> None:
    page = open_page(viewport=SMALLEST, java_script_enabled=False)
    page.goto(address)
    expect(page.locator("h1")).to_have_count(1)
    wide = page.locator("html").evaluate("e => e.scrollWidth")
    assert wide <= SMALLEST["width"]


# --- tables ----------------------------------------------------------------------------------


def test_a_heat_map_makes_sense_read_aloud(page: Page) -> None:
    """What a screen reader says: the table's name, the heads, and where each number leads."""
    page.goto("coalitie/dekking/jongeren/")
    table = page.get_by_role("table", name="Dag en deel van de dag")
    expect(table.get_by_role("columnheader")).to_have_text(
        ["Dag", "Ochtend", "Middag", "Avond", "Alles"]
    )
    expect(table.get_by_role("rowheader").first).to_have_text("Maandag")
    link = table.get_by_role("link").first
    expect(link).to_have_accessible_name(re.compile(r"^\d+ op \w+dag(?:ochtend|middag|avond)?$"))


def test_every_cell_has_a_number_and_nothing_is_said_by_colour_alone(page: Page) -> None:
    page.goto("coalitie/dekking/")
    texts = page.locator("table.heat td").all_inner_texts()
    assert len(texts) > 100
    assert [text for text in texts if not re.match(r"\d", text.strip())] == []


def test_a_number_leads_to_what_is_behind_it(page: Page) -> None:
    page.goto("coalitie/dekking/")
    table = page.get_by_role("table", name="Voor wie en wanneer")
    link = table.get_by_role("row").nth(1).get_by_role("link").nth(1)
    count = int(re.findall(r"\d+", link.inner_text())[0])
    link.click()
    heading = page.locator("h3:target")
    expect(heading).to_contain_text(f": {count}")
    expect(heading.locator("+ ul > li")).to_have_count(count)


@every_address
def test_on_a_desk_every_table_is_seen_whole(open_page: OpenPage, address: str) -> None:
    page = open_page(viewport={"width": 1280, "height": 800})
    page.goto(address)
    cut = "found => found.filter(e => e.scrollWidth > e.clientWidth).map(e => e.innerText)"
    assert page.locator(".heat-wrap").evaluate_all(cut) == []


def test_a_wide_table_scrolls_by_keyboard(open_page: OpenPage) -> None:
    page = open_page(viewport=SMALLEST)
    page.goto("coalitie/dekking/")
    region = page.get_by_role("region", name="Voor wie en wanneer")
    region.focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("e => e.scrollLeft > 0", arg=region.element_handle())


# --- posters ---------------------------------------------------------------------------------

SHEETS = {"A3": (842, 1191), "A4": (595, 842), "A5": (420, 595)}


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of every page of a PDF, in points."""
    found = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", pdf)
    return [(int(float(w)), int(float(h))) for w, h in found]


def near(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return all(abs(a - b) <= 2 for a, b in zip(one, other, strict=True))


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("address", ADDRESSES[-2:])
def test_a_poster_fills_one_sheet_of_the_paper_that_is_chosen(
    page: Page, address: str, paper: str
) -> None:
    page.goto(f"{address}#affiche")
    expect(page.locator("#foldertje")).to_be_hidden()
    (sheet,) = sheets(page.pdf(format=paper, print_background=True))
    assert near(sheet, SHEETS[paper])


@pytest.mark.parametrize("address", ADDRESSES[-2:])
def test_a_poster_is_one_upright_sheet_however_the_printer_is_set(page: Page, address: str) -> None:
    page.goto(f"{address}#affiche")
    for sheet in (
        *sheets(page.pdf(format="A4", landscape=True)),
        *sheets(page.pdf(format="Letter", prefer_css_page_size=True)),
    ):
        assert sheet[0] < sheet[1]
    assert len(sheets(page.pdf(format="A4", landscape=True))) == 1
    assert len(sheets(page.pdf(format="Letter"))) == 1


@pytest.mark.parametrize("address", ADDRESSES[-2:])
def test_a_telephone_reads_on_from_a_poster(
    page: Page, open_page: OpenPage, project: Path, address: str
) -> None:
    base = settings(project)["webadres"]
    page.goto(address)
    for kind in ("poster", "leaflet"):
        code = page.locator(f".{kind} [data-code]")
        expect(code).to_have_attribute("data-code", f"{base}/{address.removesuffix('affiche/')}")
        expect(code.get_by_role("img", name="QR-code van deze bladzijde")).to_be_visible()
    plain = open_page(java_script_enabled=False)
    plain.goto(address)
    expect(plain.locator(".poster [data-code]")).to_be_hidden()
    expect(plain.locator(".poster .paper-source")).to_contain_text(base.partition("://")[2])


def settings(project: Path) -> dict[str, str]:
    found: dict[str, str] = yaml.safe_load(
        (project / "content/instellingen.yaml").read_text("utf-8")
    )
    return found


@pytest.mark.parametrize("address", ADDRESSES[-2:])
def test_a_leaflet_is_one_page_of_a5(page: Page, address: str) -> None:
    page.goto(f"{address}#foldertje")
    expect(page.locator("#affiche")).to_be_hidden()
    (sheet,) = sheets(page.pdf(prefer_css_page_size=True))
    assert near(sheet, SHEETS["A5"])


@pytest.mark.parametrize("address", ADDRESSES[-2:])
def test_a_poster_can_be_read_on_a_phone(open_page: OpenPage, address: str) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    page.goto(address)
    sizes = page.locator(".paper :is(h2, p, dt, dd)").evaluate_all(
        "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(sizes) >= 12
    for paper in page.locator(".paper").all():
        assert paper.evaluate("e => e.scrollHeight <= e.clientHeight")


def test_on_paper_there_is_only_the_poster(page: Page) -> None:
    page.goto("activiteiten/koffie-linde/affiche/#affiche")
    page.emulate_media(media="print")
    for part in ("header.top", "footer.bottom", ".explanation", ".feedback", ".crumbs"):
        expect(page.locator(part)).to_be_hidden()
    expect(page.locator("#affiche .paper-call")).to_be_visible()
    expect(page.locator("#affiche")).to_contain_text("Voorbeeld: dit is verzonnen")


def test_no_paper_is_too_small_for_its_text(page: Page, built_site: Path) -> None:
    """Every theme, and the activities with most to say."""
    themes = [p.parent for p in built_site.glob("thema/*/affiche/index.html")]
    activities = [p.parent for p in built_site.glob("activiteiten/*/affiche/index.html")]
    fullest = sorted(activities, key=lambda p: -len((p / "index.html").read_text("utf-8")))[:25]
    for folder in sorted((*themes, *fullest)):
        page.goto(folder.relative_to(built_site).as_posix() + "/", wait_until="domcontentloaded")
        cut = "found => found.map(paper => paper.scrollHeight - paper.clientHeight)"
        assert max(page.locator(".paper").evaluate_all(cut)) <= 1, folder.name


# --- many ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def large_site(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """A thousand activities of sixty organisations that work together, measured for a while."""
    root = tmp_path_factory.mktemp("veel")
    write_offer(project, root, 1000)
    work_together(root, more_organisations(project, root, 60))
    measure_for_a_while(root)
    found, report = read_project(root)
    assert found is not None, report.to_text()
    today = date.fromisoformat(TODAY)
    directory = derive(found, today)
    assert len(directory.listed) >= 950
    assert len(directory.organisations) == 60
    site = root / "site"
    outputs = coalition_pages.render(Press.of(directory, project, lambda _: ""), found, today)
    write(site, (one for one in outputs if one.path.startswith(("coalitie/", "organisaties/"))))
    write(site, assets.assets(template_folders(project), directory.site))
    (site / "sw.js").touch()  # what a worker keeps is not the matter here
    return site


def more_organisations(project: Path, root: Path, count: int) -> list[str]:
    """Copies of those that there are, until there are as many; all their folders."""
    known = sorted(path.name for path in (root / "partners").iterdir())
    sources = sorted(path for path in (project / "partners").iterdir() if path.is_dir())
    new = [f"{source.name}-9" for source in sources][: count - len(known)]
    for source, name in zip(sources, new, strict=False):
        write_organisation(source, root / "partners" / name)
    return sorted((*known, *new))


def work_together(root: Path, folders: Sequence[str]) -> None:
    """Every fifth activity is of two organisations."""
    files = sorted(p for p in (root / "partners").glob("*/*.yaml") if p.stem != "organisatie")
    for number, file in enumerate(files[::5]):
        others = [name for name in folders if name != file.parent.name]
        with file.open("a", encoding="utf-8") as text:
            text.write(f"samen_met: [{others[7 * number % len(others)]}]\n")


def measure_for_a_while(root: Path) -> None:
    """Half a year of days, of which one month is missing."""
    today = date.fromisoformat(TODAY)
    days = [today - timedelta(days=back) for back in range(180, 0, -1) if not 60 <= back < 90]
    lines = [
        f"{day} partners-met-aanbod={20 + n // 9}/60 bevestigd-in-90-dagen={500 + n}/1000"
        f" eerste-keer-beschreven={n}/1000 voor-jongeren={n // 12}"
        f" verwachtingen-gehaald={n // 6}/49"
        " niet:zondag-in-elke-wijk=de-glip"
        for n, day in enumerate(days)
    ]
    (root / "content/monitor/2026.txt").write_text("\n".join(lines) + "\n", "utf-8")


HEAVIEST = (
    "coalitie/",
    "coalitie/dekking/",
    "coalitie/dekking/ouderen/",
    "coalitie/dekking/alles/lijst/",
    "coalitie/doelen/",
    "coalitie/netwerk/",
    "coalitie/nieuws/",
    "organisaties/buurtwerk-de-linde-0/gegevens/",
    "organisaties/buurtwerk-de-linde-0/verslag/",
)


@pytest.fixture
def large_page(open_page: OpenPage, serve: Callable[[Path], str], large_site: Path) -> Page:
    return open_page(home=serve(large_site))


@pytest.mark.parametrize("address", HEAVIEST)
def test_with_a_thousand_activities_it_stays_within_40_kb(large_page: Page, address: str) -> None:
    assert over_the_wire(large_page, address) <= 40_000


# --- what was measured -----------------------------------------------------------------------


def test_a_line_over_time_reads_aloud_and_has_its_table(large_page: Page) -> None:
    large_page.goto("coalitie/doelen/")
    goal = large_page.locator("section.goal").first
    drawing = goal.get_by_role("img")
    expect(drawing).to_be_visible()
    name = drawing.evaluate("e => e.querySelector('desc').textContent")
    assert re.match(r"Van \d+% op .* naar \d+% op .*\. Het doel is 90%\.", name)
    assert drawing.locator(".chart-series").count() == 2, "a missing month is a gap in the line"
    goal.locator("summary").click()
    table = goal.get_by_role("table")
    expect(table.get_by_role("columnheader")).to_have_text(["Dag", "Stand"])
    expect(table.get_by_role("rowheader").first).to_have_text("23 november 2026")
    assert table.get_by_role("row").count() == 13


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_where_much_was_measured(
    open_page: OpenPage, serve: Callable[[Path], str], large_site: Path, scheme: str
) -> None:
    page = open_page(home=serve(large_site), viewport=SMALLEST, color_scheme=scheme)
    page.goto("coalitie/doelen/")
    assert axe_violations(page) == []
    assert page.locator("html").evaluate("e => e.scrollWidth") <= SMALLEST["width"]


def test_what_was_agreed_says_since_when_it_fails(large_page: Page) -> None:
    large_page.goto("coalitie/")
    large_page.locator(".agreed summary").first.click()
    text = "zolang we meten, sinds 27 mei 2026"
    expect(large_page.locator(".agreed li li").filter(has_text="De Glip").first).to_contain_text(
        text
    )
