"""Every kind of page in a real browser: for who zooms, tabs, dims the screen or has no script."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser import axe_violations
from tests.kinds import KINDS

OpenPage = Callable[..., Page]
every_kind = pytest.mark.parametrize("address", KINDS.values(), ids=KINDS)
SMALLEST = {"width": 320, "height": 640}
"""WCAG 2.2, 1.4.10: 320 CSS pixels is also a screen of 1280 at 400 %."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@every_kind
def test_axe_finds_nothing(open_page: OpenPage, address: str, scheme: str) -> None:
    page = open_page(viewport=SMALLEST, color_scheme=scheme)
    page.goto(address)
    assert axe_violations(page) == []


@every_kind
def test_nothing_sticks_out_on_the_smallest_screen(open_page: OpenPage, address: str) -> None:
    page = open_page(viewport=SMALLEST)
    page.goto(address)
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALLEST["width"]


@pytest.mark.parametrize("size", ["", "groot", "groter"])
def test_a_table_in_a_text_fits_a_phone(open_page: OpenPage, built_site: Path, size: str) -> None:
    page = open_page(viewport={"width": 360, "height": 740})
    page.add_init_script(f"localStorage.setItem('weergave', '{json.dumps({'size': size})}')")
    texts = [one for one in built_site.rglob("index.html") if is_text_with_table(one)]
    assert len(texts) > 3
    for text in sorted(texts):
        page.goto(text.parent.relative_to(built_site).as_posix() + "/")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, text


def is_text_with_table(file: Path) -> bool:
    html = file.read_text("utf-8")
    return "<table>" in html and 'class="prose' in html


@every_kind
def test_a_text_twice_as_large_still_fits(open_page: OpenPage, address: str) -> None:
    page = open_page(viewport={"width": 640, "height": 900})
    page.goto(address)
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640


@every_kind
def test_without_javascript_it_says_the_same_and_has_a_number_to_call(
    open_page: OpenPage, address: str
) -> None:
    page = open_page(java_script_enabled=False)
    page.goto(address)
    expect(page.locator("h1")).to_have_count(1)
    expect(page.locator("header a[href^='tel:+31']").first).to_be_visible()


@every_kind
def test_what_you_tap_is_large_enough(open_page: OpenPage, address: str) -> None:
    """WCAG 2.2, 2.5.8, and more: buttons and fields are 44 CSS pixels high at least."""
    page = open_page(viewport={"width": 360, "height": 740})
    page.goto(address)
    small = page.evaluate(
        """() => [...document.querySelectorAll('button, input, select, summary, .button')]
          .filter(e => e.checkVisibility())
          .map(e => [e.outerHTML.slice(0, 120), e.closest('label') ?? e])
          .filter(([, e]) => e.getBoundingClientRect().height < 44)
          .map(([html]) => html)"""
    )
    assert small == []


def test_the_keyboard_reaches_everything_and_shows_where_it_is(open_page: OpenPage) -> None:
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto("activiteiten/koffie-linde/")
    seen: list[str] = []
    for _ in range(80):
        page.keyboard.press("Tab")
        place = page.evaluate(
            """() => {
              const e = document.activeElement;
              if (!e || e === document.body) return null;
              const style = getComputedStyle(e);
              const shown = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
              return [e.outerHTML.slice(0, 100), shown];
            }"""
        )
        if place is None:
            break
        assert place[1], f"no focus to be seen on {place[0]}"
        seen.append(place[0])
    assert "#inhoud" in seen[0], "the first stop is the way to the content"
    assert any("tel:" in html for html in seen)
    assert any("index.ics" in html for html in seen)


def test_the_first_stop_leads_to_the_content(page: Page) -> None:
    page.goto("agenda/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#inhoud")).to_be_focused()


def test_forced_colours_keep_buttons_and_focus(open_page: OpenPage) -> None:
    page = open_page(forced_colors="active", viewport={"width": 360, "height": 740})
    page.goto("activiteiten/koffie-linde/")
    border = page.evaluate(
        "getComputedStyle(document.querySelector('header a[href^=\"tel:\"]')).borderTopStyle"
    )
    assert border == "solid"


def test_nothing_moves_by_itself(open_page: OpenPage) -> None:
    page = open_page(reduced_motion="reduce")
    page.goto("")
    running = page.evaluate("document.getAnimations().length")
    assert running == 0
