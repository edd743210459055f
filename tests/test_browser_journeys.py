"""The journeys, walked as people walk them: by keyboard, by touch, on paper, without a network."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser import axe_violations, becomes, over_the_wire
from tests.kinds import FURTHER, KINDS

OpenPage = Callable[..., Page]
PHONE = {"width": 360, "height": 740}
FIVE = ("koffie-linde", "bezoekdienst", "rouwcafe", "soep", "wandel-groenendaal")
ACTIVITY = "activiteiten/koffie-linde/"
RESULT = "professionals/wegwijzer/ouder-gezelschap/durven/"


def keep(page: Page, *slugs: str) -> None:
    """These are on the list before the page opens."""
    page.add_init_script(f"localStorage.setItem('lijstje', '{json.dumps(slugs)}')")


def kept(page: Page) -> list[str]:
    found: list[str] = page.evaluate("JSON.parse(localStorage.getItem('lijstje') ?? '[]')")
    return found


def open_list(page: Page, address: str = "lijstje/") -> None:
    page.goto(address)
    page.wait_for_selector("[data-ready]", state="attached")


def pages_on_paper(page: Page) -> int:
    """How many sheets of A4 the page takes."""
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


# --- the list --------------------------------------------------------------------------------


def test_by_keyboard_alone_an_activity_gets_on_the_list(page: Page) -> None:
    page.goto(ACTIVITY)
    button = page.locator("main [data-keep]")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator("[data-list-count]")).to_contain_text("(1)")
    page.goto("activiteiten/")
    pressed = page.locator("[data-keep=koffie-linde]")
    expect(pressed).to_have_text(re.compile("Staat op mijn lijstje"))
    open_list(page)
    expect(page.locator(".sheet-entry h2")).to_have_text(["Koffieochtend De Linde"])


def test_a_touch_on_a_card_keeps_it_and_another_takes_it_off(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE, has_touch=True)
    page.goto("ik-zoek/samen-eten/")
    first = page.locator("[data-keep]").first
    first.tap()
    becomes(page, lambda: len(kept(page)), 1)
    assert page.url.endswith("ik-zoek/samen-eten/")
    first.tap()
    becomes(page, lambda: len(kept(page)), 0)


def test_a_link_shows_its_list_and_leaves_my_own_alone(page: Page) -> None:
    keep(page, "bingo")
    open_list(page, "lijstje/#lijst=soep,rouwcafe")
    expect(page.locator(".sheet-entry h2 a")).to_have_text(
        ["Soepmiddag Indische Buurt", "Rouwcafé"]
    )
    assert kept(page) == ["bingo"]


def test_a_link_can_be_taken_over_but_only_when_asked(page: Page) -> None:
    open_list(page, "lijstje/#lijst=soep")
    page.get_by_role("button", name="Zet deze ook op mijn lijstje").click()
    expect(page.locator("h1")).to_have_text("Mijn lijstje")
    becomes(page, lambda: kept(page), ["soep"])


def test_what_is_on_my_list_can_go_up_and_go(page: Page) -> None:
    page.goto("lijstje/")
    page.evaluate("localStorage.setItem('lijstje', '[\"soep\",\"rouwcafe\"]')")
    page.reload()
    page.get_by_role("button", name="Zet “Rouwcafé” hoger").click()
    expect(page.locator(".sheet-entry h2 a").first).to_have_text("Rouwcafé")
    page.get_by_role("button", name="Haal “Rouwcafé” weg").click()
    becomes(page, lambda: kept(page), ["soep"])


@pytest.mark.parametrize(
    "fragment", ["lijst=<img src=x>", "lijst=../../x", "kaart=", "x=y", "lijst=%20"]
)
def test_a_fragment_that_is_no_list_shows_my_own(page: Page, fragment: str) -> None:
    open_list(page, f"lijstje/#{fragment}")
    expect(page.locator("h1")).to_have_text("Mijn lijstje")
    expect(page.locator("[data-list=empty]")).to_be_visible()


def test_nothing_of_the_list_is_sent(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    open_list(page, "lijstje/#lijst=soep")
    assert not [url for url in asked if "#" in url or "?" in url or "lijst=" in url]
    assert page.context.cookies() == []


def test_five_activities_a_note_and_a_code_fit_on_one_sheet(page: Page) -> None:
    keep(page, *FIVE)
    open_list(page)
    expect(page.locator("svg.qr")).to_be_attached()
    assert pages_on_paper(page) == 1
    page.emulate_media(media="print")
    expect(page.locator(".sheet-room")).to_be_visible()
    expect(page.locator("svg.qr")).to_be_visible()
    for entry in page.locator(".sheet-entry").all():
        expect(entry).to_contain_text(re.compile(r"\d{3} - \d{3} \d{2} \d{2}"))
        expect(entry).to_contain_text("De eerste keer")


def test_the_code_leads_to_the_same_list(page: Page) -> None:
    keep(page, "soep", "rouwcafe")
    open_list(page)
    drawn = page.locator("svg.qr path").get_attribute("d")
    same = page.evaluate(
        """async () => {
            const { draw } = await import("../assets/qr.js");
            const address = new URL("#lijst=soep,rouwcafe", location.href).href;
            return draw(address, "").querySelector("path").getAttribute("d");
        }"""
    )
    assert drawn == same


def test_the_card_of_the_first_time_is_one_sheet(page: Page) -> None:
    page.goto(ACTIVITY)
    page.get_by_role("link", name="Maak de kaart").click()
    page.wait_for_selector("[data-ready]")
    expect(page.locator("h1")).to_have_text("Mijn eerste keer")
    for text in ("een groen schort", "Maatje dat meegaat", "Bus of trein", "023 - 130 30 12"):
        expect(page.locator(".sheet")).to_contain_text(text)
    assert pages_on_paper(page) == 1


def test_without_a_script_nothing_promises_a_list(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(ACTIVITY)
    expect(page.locator("[data-keep]")).to_be_hidden()
    expect(page.get_by_role("link", name="Mijn lijstje")).to_be_hidden()
    page.goto("lijstje/")
    expect(page.get_by_text("Voor het lijstje is JavaScript nodig")).to_be_visible()


# --- the signpost ----------------------------------------------------------------------------


def test_three_questions_lead_to_at_most_five_without_a_script(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False, viewport=PHONE)
    page.goto("professionals/")
    page.get_by_role("link", name="Wegwijzer").first.click()
    page.locator(".panel", has_text="Een oudere").get_by_role(
        "link", name="Mensen om zich heen"
    ).click()
    page.get_by_role("link", name="Durven").click()
    page.wait_for_url("**/durven/")
    page.wait_for_load_state("load")
    shown = page.locator(".entry:visible")
    expect(shown.first).to_be_visible()
    assert 0 < shown.count() <= 5
    page.get_by_role("link", name="’s Avonds").click()
    expect(page.locator(".answer:visible h2")).to_have_text(re.compile("’s Avonds"))
    assert 0 < shown.count() <= 5
    for option in shown.all():
        assert option.locator(".reasons li").count() >= 2


def test_what_came_out_goes_on_one_sheet_to_hand_over(page: Page) -> None:
    page.goto(RESULT)
    titles = page.locator(".entry:visible h3").all_inner_texts()
    page.locator(".answer:visible").get_by_role("link", name="Zet op één blad").click()
    page.wait_for_selector("[data-ready]")
    expect(page.locator(".sheet-entry h2 a")).to_have_text(titles)
    assert kept(page) == []


@pytest.mark.parametrize("name", ["signalen", "gesprek", "wat-iemand-mist", "verder-verwijzen"])
def test_a_guide_for_professionals_prints_on_two_sides(page: Page, name: str) -> None:
    page.goto(f"professionals/{name}/")
    assert pages_on_paper(page) <= 2


def test_the_letter_can_be_copied_and_leaves_room_for_consent(open_page: OpenPage) -> None:
    page = open_page(permissions=["clipboard-read", "clipboard-write"])
    page.goto(ACTIVITY)
    page.locator("#verwijzen summary").click()
    page.get_by_role("button", name="Kopieer deze tekst").click()
    expect(page.get_by_role("button", name="Gekopieerd")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "Koffieochtend De Linde" in copied
    assert "Toestemming" in copied


# --- one activity ----------------------------------------------------------------------------


def test_on_a_phone_the_next_time_stands_before_the_story(open_page: OpenPage) -> None:
    page = open_page(viewport=PHONE)
    page.goto(ACTIVITY)
    tops = page.evaluate(
        """() => ["h1", ".next", ".about .prose", ".picture"]
            .map((one) => document.querySelector(one).getBoundingClientRect().top)"""
    )
    assert tops == sorted(tops)


def test_sending_on_offers_every_way(page: Page) -> None:
    page.goto(ACTIVITY)
    page.get_by_text("Stuur door", exact=True).click()
    whatsapp = page.get_by_role("link", name="WhatsApp").get_attribute("href") or ""
    assert whatsapp.startswith("https://wa.me/?text=")
    mail = page.get_by_role("link", name="E-mail", exact=True).get_attribute("href") or ""
    assert "koffie-linde" in mail
    page.get_by_role("button", name="Toon QR-code").click()
    expect(page.get_by_role("img", name="QR-code van Koffieochtend De Linde")).to_be_visible()


# --- reading ---------------------------------------------------------------------------------


def test_text_and_colours_stick_without_a_cookie(page: Page) -> None:
    page.goto("over/")
    page.get_by_text("Tekst en kleur").click()
    page.get_by_label("Heel groot").check()
    page.get_by_label("Zwart op wit").check()
    page.goto("agenda/")
    html = page.locator("html")
    expect(html).to_have_attribute("data-size", "groter")
    expect(html).to_have_attribute("data-contrast", "meer")
    expect(page.locator("body")).to_have_css("color", "rgb(0, 0, 0)")
    expect(page.locator("body")).to_have_css("background-color", "rgb(255, 255, 255)")
    assert page.context.cookies() == []


VOICE = """
const said = [];
window.said = said;
class Line { constructor(text) { this.text = text; } }
window.SpeechSynthesisUtterance = Line;
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => [{ lang: "nl-NL" }], addEventListener() {}, cancel() {},
  speak: (line) => { said.push(line); },
} });
"""


def test_the_page_is_read_sentence_by_sentence_and_marked(page: Page) -> None:
    page.add_init_script(VOICE)
    page.goto(ACTIVITY)
    page.get_by_role("button", name="Lees voor").click()
    page.wait_for_function("() => said.length === 1")
    assert page.evaluate("said[0].text") == "Koffieochtend De Linde"
    page.evaluate("said[0].onend()")
    page.wait_for_function("() => said.length === 2")
    second = page.evaluate("said[1].text")
    assert second.startswith("Elke dinsdag koffie drinken")
    marked = "[...CSS.highlights.get('voorlezen')].map(String)"
    becomes(page, lambda: page.evaluate(marked), [second])
    page.get_by_role("button", name="Stop met voorlezen").click()
    expect(page.get_by_role("button", name="Lees voor")).to_be_visible()
    page.wait_for_function("() => !CSS.highlights.has('voorlezen')")


def test_times_are_read_as_people_say_them(page: Page) -> None:
    page.add_init_script(VOICE)
    page.goto(ACTIVITY)
    page.get_by_role("button", name="Lees voor").click()
    page.wait_for_function("() => said.length === 1")
    for said in range(1, 31):
        page.evaluate("said.at(-1).onend()")
        page.wait_for_function("count => said.length > count", arg=said)
    text = " ".join(page.evaluate("said.map((line) => line.text)"))
    assert "van 10 uur tot 12 uur" in text
    assert ".00" not in text


# --- without a network -----------------------------------------------------------------------


@pytest.fixture
def visitor(browser: Browser, site_url: str) -> Iterator[BrowserContext]:
    """Somebody who may lose the network, whose failed requests are no fault of the page."""
    with browser.new_context(base_url=site_url, locale="nl-NL") as context:
        yield context


def test_once_visited_it_works_without_a_network(visitor: BrowserContext) -> None:
    page = visitor.new_page()
    page.goto(ACTIVITY)
    page.evaluate("navigator.serviceWorker.ready.then(() => 0)")
    page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    page.goto(ACTIVITY)
    page.locator("main [data-keep]").click()
    becomes(page, lambda: kept(page), ["koffie-linde"])
    page.wait_for_function("async () => Boolean(await caches.match(location.href))")
    visitor.set_offline(True)
    for address, text in (
        ("activiteiten/", "Alle activiteiten"),
        ("agenda/", "Wat is er te doen, dag voor dag?"),
        (ACTIVITY, "Koffieochtend De Linde"),
        ("lijstje/", "Mijn lijstje"),
        ("activiteiten/bingo/", "U hebt nu geen internet"),
    ):
        page.goto(address)
        expect(page.locator("h1")).to_have_text(text)
    page.goto("lijstje/")
    expect(page.locator(".sheet-entry h2")).to_have_text(["Koffieochtend De Linde"])
    visitor.set_offline(False)
    page.goto("activiteiten/bingo/")
    expect(page.locator("h1")).not_to_have_text("U hebt nu geen internet")


# --- for everybody ---------------------------------------------------------------------------


def fill_list(page: Page) -> None:
    keep(page, *FIVE)
    open_list(page)


def open_sending(page: Page) -> None:
    page.goto(ACTIVITY)
    page.get_by_text("Stuur door", exact=True).click()
    page.get_by_role("button", name="Toon QR-code").click()
    expect(page.get_by_role("img", name="QR-code van Koffieochtend De Linde")).to_be_visible()
    page.locator("#verwijzen summary").click()
    expect(page.locator("#verwijzen")).to_have_attribute("open", "")


def open_display(page: Page) -> None:
    page.goto("agenda/")
    page.get_by_text("Tekst en kleur").click()
    page.get_by_label("Zwart op wit").check()
    expect(page.locator("html")).to_have_attribute("data-contrast", "meer")


def start_reading(page: Page) -> None:
    page.add_init_script(VOICE)
    page.goto("over/")
    page.get_by_role("button", name="Lees voor").click()
    expect(page.get_by_role("button", name="Stop met voorlezen")).to_be_visible()


STATES: dict[str, Callable[[Page], object]] = {
    "a list that is filled": fill_list,
    "a list that is empty": open_list,
    "a card for the first time": lambda page: open_list(page, "lijstje/#kaart=koffie-linde"),
    "sending on": open_sending,
    "text and colours": open_display,
    "reading aloud": start_reading,
    "right to left": lambda page: page.goto("hallo/ar/"),
    "the first question": lambda page: page.goto("professionals/wegwijzer/"),
    "the answers": lambda page: page.goto(f"{RESULT}#avond"),
    "a wish": lambda page: page.goto("ik-zoek/samen-eten/"),
    "no network": lambda page: page.goto("geen-verbinding/"),
}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_in_any_state(open_page: OpenPage, state: str, scheme: str) -> None:
    page = open_page(viewport=PHONE, color_scheme=scheme)
    STATES[state](page)
    assert axe_violations(page) == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_sticks_out_of_the_smallest_screen(open_page: OpenPage, state: str) -> None:
    page = open_page(viewport={"width": 320, "height": 600})
    STATES[state](page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


SMALL = """() => [...document.querySelectorAll(
    "main button, main .button, main .chips a, main .steps a, summary, .link")]
  .filter((one) => one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().height < 48)
  .map((one) => one.textContent)"""


@pytest.mark.parametrize("state", STATES)
def test_what_can_be_touched_is_large_enough(open_page: OpenPage, state: str) -> None:
    page = open_page(viewport=PHONE)
    STATES[state](page)
    assert page.evaluate(SMALL) == []


# --- budgets ---------------------------------------------------------------------------------

EVERY_KIND = KINDS | FURTHER
PAGES = [pytest.param(address, id=kind) for kind, address in EVERY_KIND.items()]


@pytest.mark.parametrize("address", PAGES)
def test_the_first_view_of_a_page_is_at_most_40_kb(page: Page, address: str) -> None:
    assert over_the_wire(page, address) <= 40_000


def test_the_list_with_the_search_is_at_most_150_kb(page: Page) -> None:
    assert over_the_wire(page, "activiteiten/#q=koffie") <= 150_000


def test_every_asset_that_is_kept_exists(built_site: Path) -> None:
    worker = (built_site / "sw.js").read_text("utf-8")
    found = re.search(r"ALWAYS = (\[.*?\]);", worker)
    assert found
    for name in json.loads(found[1]):
        file = built_site / (f"{name}index.html" if name.endswith("/") or not name else name)
        assert file.is_file(), name
