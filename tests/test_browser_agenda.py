"""The agenda in a real browser: choosing what fits, and a week on paper."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser import axe_violations

OpenPage = Callable[..., Page]
SHOWN = ".slot:not(.not-chosen)"


def test_choosing_leaves_what_fits_and_stands_in_the_fragment(page: Page) -> None:
    page.goto("agenda/")
    every = page.locator(".slot").count()
    page.get_by_text("Kies wat bij u past").click()
    page.get_by_label("Waar houdt u van?").select_option("Ontmoeten")
    page.get_by_label("Gratis").check()
    shown = page.locator(SHOWN)
    expect(page).to_have_url(re.compile("#thema=ontmoeten&gratis=ja$"))
    expect(page.locator("[data-agenda-status]")).to_contain_text("keer iets dat past")
    expect(shown.first).to_be_visible()
    assert 0 < shown.count() < every
    for values in shown.locator("[data-values]").evaluate_all(
        "all => all.map(e => e.dataset.values)"
    ):
        assert {"thema=ontmoeten", "gratis=ja"} <= set(values.split())


def test_a_link_with_a_choice_shows_that_choice(page: Page) -> None:
    page.goto("agenda/#dagdeel=avond&voor=jongeren")
    expect(page.get_by_label("Voor wie?")).to_have_value("jongeren")
    expect(page.locator("[data-agenda-status]")).to_contain_text("keer iets dat past")
    hours = page.locator(f"{SHOWN} .slot-time time").evaluate_all(
        "all => all.map(e => Number(e.dateTime.slice(11, 13)))"
    )
    assert hours
    assert all(hour >= 18 or hour < 5 for hour in hours)


def test_a_choice_that_nothing_fits_says_so_and_what_to_do(page: Page) -> None:
    page.goto("agenda/#thema=lezen&dagdeel=avond&wijk=de-glip")
    expect(page.locator("[data-agenda-status]")).to_contain_text("bel ons")
    expect(page.locator(SHOWN)).to_have_count(0)
    assert axe_violations(page) == []


def test_without_javascript_there_is_no_form_that_does_nothing(open_page: OpenPage) -> None:
    page = open_page(java_script_enabled=False)
    page.goto("agenda/")
    expect(page.locator("[data-agenda-choice]")).to_be_hidden()
    expect(page.locator(".slot").first).to_be_visible()


def test_every_week_prints_on_the_two_sides_of_one_sheet(page: Page) -> None:
    page.goto("agenda/")
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    weeks = page.locator(".week").count()
    assert weeks == 4
    assert weeks <= len(re.findall(rb"/Type\s*/Page[^s]", paper)) <= 2 * weeks


def test_a_printed_week_can_be_read_without_glasses(page: Page) -> None:
    """11 points is what large print of a newspaper begins with; a time is written as 9.30."""
    page.goto("agenda/")
    page.emulate_media(media="print")
    first = page.locator(".week .slot").first
    parts = first.locator("h3, h3 a, .slot-place").evaluate_all(
        "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    time = first.locator("time").evaluate(
        "e => [getComputedStyle(e, '::before').fontSize, e.dataset.clock]"
    )
    assert min(*parts, float(time[0].removesuffix("px"))) >= 11 / 72 * 96 - 0.01
    assert re.fullmatch(r"\d{1,2}\.\d\d", time[1])
    names = page.locator(".week .day-name").evaluate_all(
        "all => all.map(e => parseFloat(getComputedStyle(e).fontSize))"
    )
    assert min(names) >= 11 / 72 * 96 - 0.01
