"""Whole ways, walked by a finger or by the keyboard alone, as somebody walks them.

A resident of 82 with a phone of 360 pixels; a practice nurse with three minutes; somebody who reads
another language; and whoever wants to tell us something.
"""

import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser import axe_violations, becomes
from tests.kinds import addresses_of

OpenPage = Callable[..., Page]
PHONE = {"width": 360, "height": 740}
LANGUAGES = {"ar": "rtl", "en": "ltr", "fa": "rtl", "ti": "ltr", "tr": "ltr", "uk": "ltr"}


# --- a finger --------------------------------------------------------------------------------


def test_by_touch_alone_from_a_wish_to_the_card_of_the_first_time(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto("")
    page.get_by_role("link", name="Een praatje").tap()
    page.locator("[data-activity=koffie-linde] h3 a").tap()
    expect(page.locator(".next")).to_contain_text("van 10.00 tot 12.00 uur")
    expect(page.locator("[data-card=where]")).to_contain_text("Lindelaan 12")
    expect(page.locator("[data-card=call] a.tel")).to_have_attribute("href", "tel:+31231303012")
    expect(page.locator("[data-card=first]")).to_contain_text("een groen schort")
    page.get_by_role("link", name="Maak de kaart").tap()
    expect(page.locator(".sheet")).to_contain_text("een groen schort")
    expect(page.get_by_role("button", name="Print dit blad")).to_be_visible()


def test_every_way_to_act_is_one_tap_and_a_large_one(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto("activiteiten/koffie-linde/")
    for way in (
        page.locator("[data-card=call] a.tel"),
        page.locator("[data-card=call] a[href^='mailto:']"),
        page.get_by_role("link", name="Zet in mijn agenda"),
        page.get_by_role("link", name="Bekijk de route"),
        page.get_by_role("link", name="WhatsApp"),
        page.get_by_role("link", name="E-mail", exact=True),
        page.get_by_role("button", name="Toon QR-code"),
        page.get_by_role("button", name="Print deze bladzijde"),
    ):
        expect(way).to_be_visible()
        box = way.bounding_box()
        assert box
        assert box["height"] >= 48, way


def test_the_devices_own_sheet_gets_the_page(page: Page) -> None:
    page.add_init_script("window.sent = []; navigator.share = async (what) => { sent.push(what); }")
    page.goto("activiteiten/koffie-linde/")
    page.get_by_role("button", name="Stuur door met dit apparaat").click()
    sent = page.evaluate("sent")
    assert sent == [{"title": "Koffieochtend De Linde", "url": page.url}]


def test_a_copy_that_fails_says_so(page: Page) -> None:
    page.add_init_script(
        "navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'))"
    )
    page.goto("activiteiten/koffie-linde/")
    page.get_by_role("button", name="Kopieer het adres").click()
    expect(page.get_by_role("button", name="Kopiëren lukt hier niet")).to_be_visible()


# --- the keyboard ----------------------------------------------------------------------------


def tab_to(page: Page, wanted: Locator) -> None:
    """Press Tab until it has the focus, and see that it shows."""
    here = wanted.element_handle()
    for _ in range(150):
        page.keyboard.press("Tab")
        if here.evaluate("one => one === document.activeElement"):
            outline = here.evaluate("one => parseFloat(getComputedStyle(one).outlineWidth)")
            assert outline >= 2
            return
    pytest.fail(f"Tab does not get to {wanted}")


def follow(page: Page, wanted: Locator) -> None:
    tab_to(page, wanted)
    page.keyboard.press("Enter")


def test_by_keyboard_alone_from_three_questions_to_one_sheet(page: Page) -> None:
    page.goto("professionals/")
    follow(page, page.locator("main").get_by_role("link", name="Wegwijzer"))
    page.wait_for_url("**/wegwijzer/")
    older = page.locator(".panel", has_text="Een oudere")
    follow(page, older.get_by_role("link", name="Mensen om zich heen"))
    page.wait_for_url("**/ouder-gezelschap/")
    follow(page, page.get_by_role("link", name="Durven"))
    page.wait_for_url("**/durven/")
    follow(page, page.get_by_role("link", name="’s Avonds"))
    shown = page.locator(".answer:visible")
    expect(shown.locator("h2")).to_have_text(re.compile("’s Avonds"))
    titles = shown.locator("h3").all_inner_texts()
    follow(page, shown.get_by_role("link", name="Zet op één blad"))
    page.wait_for_url("**/lijstje/#lijst=*")
    expect(page.locator(".sheet-entry h2 a")).to_have_text(titles)
    tab_to(page, page.get_by_role("button", name="Print dit blad"))
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == 1


def test_by_keyboard_alone_a_neighbourhood_is_chosen(page: Page) -> None:
    page.goto("professionals/wegwijzer/ouder-gezelschap/niets/")
    follow(page, page.locator("summary", has_text="Of liever dichtbij?"))
    assert axe_violations(page) == []
    follow(page, page.locator("main").get_by_role("link", name="Indische buurt"))
    expect(page.locator(".answer:visible h2")).to_have_text(re.compile("Indische buurt"))


# --- another language ------------------------------------------------------------------------


@pytest.mark.parametrize("code", LANGUAGES)
def test_who_reads_another_language_gets_to_where_it_is_spoken(
    open_page: OpenPage, code: str
) -> None:
    page = open_page(viewport=PHONE)
    page.goto(f"hallo/{code}/")
    text = page.locator("main [lang]").first
    assert text.get_attribute("lang") == code
    expect(text).to_have_css("direction", LANGUAGES[code])
    expect(text.locator("a[href^='tel:']").first).to_be_visible()
    text.locator(f"a[href$='#taal={code}']").click()
    page.wait_for_url(f"**/activiteiten/#taal={code}")
    expect(page.locator(f"input[name=taal][value={code}]")).to_be_checked()
    every = page.locator("[data-activity]:visible")
    becomes(page, lambda: 0 < every.count() < 20, True)


# --- tell us ---------------------------------------------------------------------------------

LETTER = re.compile(r'href="(mailto:[^"]+subject=[^"]+)"')


def test_every_page_asks_what_is_wrong_and_for_ideas(built_site: Path) -> None:
    for address in addresses_of(built_site):
        file = built_site / address
        page = (file / "index.html" if file.is_dir() else file).read_text("utf-8")
        for question in ("Klopt er iets niet", "Ik heb een idee"):
            assert question in page, address
            asked = [one for one in letters(page) if one["subject"][0].startswith(question)]
            assert asked, address
            assert all(address in one["body"][0] for one in asked), address


def letters(page: str) -> list[dict[str, list[str]]]:
    links = (found.replace("&amp;", "&") for found in LETTER.findall(page))
    return [parse_qs(urlsplit(link).query) for link in links]


# --- who sees, moves or hears otherwise ------------------------------------------------------

WAYS = (
    "",
    "activiteiten/koffie-linde/",
    "lijstje/#lijst=koffie-linde,soep",
    "professionals/wegwijzer/",
    "professionals/wegwijzer/ouder-gezelschap/durven/",
    "hallo/ar/",
    "geen-verbinding/",
)

WITHOUT_EDGE = """() => [...document.querySelectorAll(".button, .chips a, input")]
  .filter((one) => one.checkVisibility() && getComputedStyle(one).borderTopStyle === "none")
  .map((one) => one.outerHTML.slice(0, 90))"""


@pytest.mark.parametrize("address", WAYS)
def test_in_forced_colours_what_can_be_pressed_has_an_edge(
    open_page: OpenPage, address: str
) -> None:
    page = open_page(viewport=PHONE, forced_colors="active")
    page.goto(address)
    assert page.evaluate(WITHOUT_EDGE) == []


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
@pytest.mark.parametrize("address", WAYS)
def test_nothing_moves_by_itself(open_page: OpenPage, address: str, motion: str) -> None:
    page = open_page(viewport=PHONE, reduced_motion=motion)
    page.goto(address)
    assert page.evaluate("document.getAnimations().length") == 0


SPEECH = """
const said = [];
window.said = said;
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: "nl-NL" }, { lang: "en-GB" }], addEventListener() {}, cancel() {},
  speak: (line) => { said.push(line); },
} });
"""


def test_a_page_in_english_is_read_by_an_english_voice(page: Page) -> None:
    page.add_init_script(SPEECH)
    page.goto("hallo/en/")
    page.get_by_role("button", name="Lees voor").click()
    page.wait_for_function("() => said.length === 1")
    assert page.evaluate("[said[0].lang, said[0].text]")[0] == "en-GB"


def test_a_voice_that_stops_working_is_said(page: Page) -> None:
    page.add_init_script(SPEECH)
    page.goto("over/")
    page.get_by_role("button", name="Lees voor").click()
    page.wait_for_function("() => said.length === 1")
    page.evaluate("said[0].onerror({ error: 'audio-hardware' })")
    expect(page.get_by_role("button", name="Voorlezen lukt nu niet")).to_be_visible()
    expect(page.locator("[data-read-aloud]")).to_have_attribute("aria-pressed", "false")


def test_an_old_browser_that_cannot_cut_sentences_reads_all_the_same(page: Page) -> None:
    page.add_init_script(
        SPEECH + "delete Intl.Segmenter; delete Element.prototype.checkVisibility;"
    )
    page.goto("over/")
    page.get_by_role("button", name="Lees voor").click()
    for said in range(1, 5):
        page.wait_for_function("count => said.length === count", arg=said)
        page.evaluate("said.at(-1).onend()")
    assert all(page.evaluate("said.map(({ text }) => text.length)"))


@pytest.mark.parametrize("size", ["groot", "groter"])
@pytest.mark.parametrize("address", WAYS)
def test_the_largest_text_fits_a_phone_and_leaves_numbers_whole(
    open_page: OpenPage, address: str, size: str
) -> None:
    page = open_page(viewport={"width": 320, "height": 640})
    chosen = json.dumps({"size": size})
    page.add_init_script(f"localStorage.setItem('weergave', '{chosen}')")
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    numbers = page.locator(".button.tel span:visible").all()
    assert all(len(one.evaluate("one => [...one.getClientRects()]")) == 1 for one in numbers)


def test_with_the_largest_text_the_page_begins_on_the_first_screen(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    page.add_init_script("""localStorage.setItem('weergave', '{"size": "groter"}')""")
    page.goto("activiteiten/koffie-linde/")
    assert page.locator("h1").evaluate("one => one.getBoundingClientRect().bottom") < 740


def test_a_number_for_who_refers_can_be_called(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE, has_touch=True, is_mobile=True)
    page.goto("activiteiten/bezoekdienst/")
    page.locator("#verwijzen summary").tap()
    expect(page.locator("#verwijzen dd a.tel")).to_have_attribute("href", "tel:+31231303061")
