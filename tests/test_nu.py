"""What is next, by the reader's clock: in Chromium, with the clock and the zone set by hand."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from gids.dutch import date_day, date_long
from gids.occurrences import AMSTERDAM, Calendar, expand
from tests.browser import becomes
from tests.conftest import TODAY as BUILT
from tests.schedules import offer

PAGE = """<!doctype html><html lang="nl"><title>Test</title><link rel="icon" href="bloem.svg">
<script type="module" src="nu.js"></script>
<body data-built="2026-11-24"><p data-stale hidden>Bel 023 - 123 45 67</p>
<article><p data-coming="{coming}">
<b data-next-day>dinsdag 24 november</b> <span data-next-time>van 9.00 tot 10.00 uur</span>
<span data-next-note hidden></span></p>
<p data-next-remark="2026-11-24T09:00" data-places="De Kerk|Plein1">Inloop vanaf 8.45 uur</p>
</article>
<ul data-occurrences>
<li id="one"><time datetime="2026-11-24T09:00+01:00" data-end="10:00">24</time>
<b data-relative></b> <i data-remark>Plek: Plein1</i></li>
<li id="two"><time datetime="2026-12-08T22:00+01:00" data-end="01:00">8</time>
<b data-relative></b> <i data-remark>Plek: De Luifel</i></li>
</ul>
<p data-past="2026-11-24" hidden>Deze dag is voorbij</p>
<svg><defs><g id="tulp-bloei"></g><g id="tulp-halfopen"></g><g id="tulp-knop"></g></defs>
<g id="flower" data-bloom="4081"><use href="#tulp-steel"/><use href="#tulp-bloei"/></g></svg>
<ul><li id="rotating"><p data-coming="2026-11-24T09:00/10:00@0,2026-12-01T09:00/00:00">
<b data-next-day></b> <span data-next-time></span></p>
<p><span data-next-place="Plein1, Centrum" data-places="De Kerk">De Kerk</span></p></li></ul>
<ol data-soonest>
<li id="morning"><p data-coming="2026-11-24T09:00/10:00 7">
<b data-next-day></b></p></li>
<li id="sometime"><p>Op afspraak</p></li>
<li id="evening"><p data-coming="2026-11-24T19:00/21:00,2026-11-26T19:00/21:00!">
<b data-next-day></b></p></li>
</ol>
<div data-today="agenda/" data-days="2">
<section data-day="2026-11-24"><h2>24 <b data-relative></b></h2></section>
<section data-day="2026-11-25"><h2>25 <b data-relative></b></h2></section></div>"""
COMING = (
    "2026-11-24T09:00/10:00 7!",
    "2026-12-08T22:00/01:00",
    "2026-12-15T09:00/",
    "2027-06-04T13:00/16:00@0",
)
DAY = """<!doctype html><html lang="nl"><title>Dag</title><body><section data-day="{day}"><h2>{day}
<b data-relative></b></h2><a href="../../activiteiten/koffie/">Koffie</a></section>"""


@pytest.fixture(scope="session")
def small_site(
    tmp_path_factory: pytest.TempPathFactory, project: Path, serve: Callable[[Path], str]
) -> str:
    """One page with every hook, and the pages of its days."""
    folder = tmp_path_factory.mktemp("nu")
    (folder / "index.html").write_text(PAGE.format(coming=",".join(COMING)), "utf-8")
    for asset in ("nu.js", "bloem.svg"):
        (folder / asset).write_bytes((project / "templates/assets" / asset).read_bytes())
    first = date(2026, 11, 23)
    for day in (f"{first + timedelta(days=n)}" for n in range(57)):
        (folder / "agenda" / day).mkdir(parents=True)
        (folder / "agenda" / day / "index.html").write_text(DAY.format(day=day), "utf-8")
    return serve(folder)


Seen = Callable[[str], Page]


@pytest.fixture
def seen(open_page: Callable[..., Page], small_site: str) -> Seen:
    """The small page as it is at some moment, on a device that thinks it is in New York."""

    def at(moment: str) -> Page:
        page = open_page(small_site, timezone_id="America/New_York")
        page.clock.set_fixed_time(moment)
        page.goto("")
        page.wait_for_function("document.querySelector('[data-today]').dataset.filled")
        return page

    return at


def expect_shown(page: Page, selector: str, words: str | re.Pattern[str]) -> None:
    """What a reader sees of it, without what is hidden inside."""
    expect(page.locator(selector).first).to_have_text(words, use_inner_text=True)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-11-23T23:30:00+01:00", "morgen van 9.00 tot 10.00 uur"),
        ("2026-11-24T00:30:00+01:00", "vandaag van 9.00 tot 10.00 uur"),
        ("2026-11-24T09:59:00+01:00", "nu tot 10.00 uur"),
        ("2026-11-24T10:01:00+01:00", re.compile("^dinsdag 8 december van 22.00 tot 1.00 uur")),
        ("2026-12-02T08:00:00+01:00", "dinsdag 8 december van 22.00 tot 1.00 uur"),
        ("2026-12-09T00:30:00+01:00", "nu tot 1.00 uur"),
        ("2026-12-09T01:01:00+01:00", "dinsdag 15 december om 9.00 uur"),
        ("2026-12-15T10:00:00+01:00", "nu sinds 9.00 uur"),
        ("2026-12-15T11:30:00+01:00", "vrijdag 4 juni van 13.00 tot 16.00 uur"),
        ("2027-06-04T16:00:00+02:00", "bel even voor de volgende keer"),
    ],
)
def test_the_next_time_is_next_by_the_clock_in_amsterdam(
    seen: Seen, moment: str, words: str | re.Pattern[str]
) -> None:
    expect_shown(seen(moment), "[data-coming]", words)


def test_a_cancelled_time_today_says_so_and_when_the_next_is(seen: Seen) -> None:
    page = seen("2026-12-01T08:00:00+01:00")
    expect_shown(page, "[data-next-day]", "dinsdag 8 december")
    expect_shown(page, "[data-next-note]", "vandaag gaat het niet door")


def test_a_cancelled_time_further_on_is_said_with_its_day(seen: Seen) -> None:
    page = seen("2026-11-24T10:01:00+01:00")
    expect_shown(page, "[data-next-note]", "dinsdag 1 december gaat het niet door")
    expect(seen("2026-11-24T08:00:00+01:00").locator("[data-next-note]").first).to_be_hidden()


def test_far_ahead_a_date_has_its_year(open_page: Callable[..., Page], small_site: str) -> None:
    page = open_page(small_site)
    page.clock.set_fixed_time("2026-11-24T08:00:00+01:00")
    page.goto("")
    page.locator("#morning [data-coming]").evaluate(
        "element => { element.dataset.coming = '2027-06-04T13:00/16:00' }"
    )
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect_shown(page, "#morning [data-next-day]", "vrijdag 4 juni 2027")


def test_the_place_of_a_card_goes_along_with_the_day(seen: Seen) -> None:
    page = seen("2026-11-24T08:00:00+01:00")
    expect_shown(page, "#rotating", "vandaag van 9.00 tot 10.00 uur\n\nDe Kerk")
    page = seen("2026-11-25T08:00:00+01:00")
    expect_shown(page, "#rotating", "dinsdag 1 december van 9.00 tot 24.00 uur\n\nPlein1, Centrum")


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-11-24", "bloei"),
        ("2026-11-25", "halfopen"),
        ("2026-12-01", "bloei"),
        ("2026-12-02", "halfopen"),
        ("2026-12-08", "bloei"),
        ("2026-12-09", "knop"),
        ("2027-06-01", "knop"),
    ],
)
def test_a_flower_opens_and_closes_with_the_days(seen: Seen, day: str, state: str) -> None:
    head = seen(f"{day}T12:00:00Z").locator("#flower use").last
    expect(head).to_have_attribute("href", f"#tulp-{state}")


def test_a_day_that_is_past_says_so(seen: Seen) -> None:
    expect(seen("2026-11-24T23:59:00+01:00").locator("[data-past]")).to_be_hidden()
    expect(seen("2026-11-25T00:01:00+01:00").locator("[data-past]")).to_be_visible()


def test_it_changes_while_the_page_is_open(open_page: Callable[..., Page], small_site: str) -> None:
    page = open_page(small_site)
    page.clock.install(time="2026-11-24T09:59:00+01:00")
    page.goto("")
    expect_shown(page, "[data-coming]", "nu tot 10.00 uur")
    page.clock.fast_forward("02:00")
    expect_shown(page, "[data-coming]", re.compile("^dinsdag 8 december"))


def test_what_was_said_of_one_date_is_not_said_of_the_next(seen: Seen) -> None:
    first, later = "2026-11-24T08:00:00+01:00", "2026-11-25T08:00:00+01:00"
    expect_shown(seen(first), "[data-next-remark]", "Inloop vanaf 8.45 uur")
    expect_shown(seen(later), "[data-next-remark]", "Plek: De Luifel")
    expect_shown(seen("2027-01-15T08:00:00+01:00"), "[data-next-remark]", "Plek: De Kerk")


def test_a_list_of_dates_loses_what_is_past(seen: Seen) -> None:
    page = seen("2026-11-24T09:59:00+01:00")
    expect_shown(page, "#one [data-relative]", "vandaag")
    page = seen("2026-11-24T10:01:00+01:00")
    expect(page.locator("#one")).to_be_hidden()
    expect(page.locator("#two")).to_be_visible()


@pytest.mark.parametrize(
    ("moment", "order"),
    [
        ("2026-11-24T08:00:00+01:00", ["morning", "evening", "sometime"]),
        ("2026-11-24T10:01:00+01:00", ["evening", "morning", "sometime"]),
        ("2026-11-24T21:01:00+01:00", ["morning", "sometime", "evening"]),
    ],
)
def test_a_list_keeps_the_soonest_first_as_the_day_goes_by(
    seen: Seen, moment: str, order: list[str]
) -> None:
    items = seen(moment).locator("[data-soonest] > li")
    assert items.evaluate_all("found => found.map(item => item.id)") == order


def test_a_list_stays_as_it_is_under_the_finger(
    open_page: Callable[..., Page], small_site: str
) -> None:
    page = open_page(small_site)
    page.clock.install(time="2026-11-24T09:59:00+01:00")
    page.goto("")
    page.locator("#morning").evaluate("item => { item.tabIndex = -1; item.focus(); }")
    page.clock.fast_forward("02:00")
    expect_shown(page, "#morning [data-next-day]", "dinsdag 1 december")
    assert page.locator("[data-soonest] > li").first.get_attribute("id") == "morning"


def test_after_midnight_an_evening_is_still_there(seen: Seen) -> None:
    expect(seen("2026-12-09T00:59:00+01:00").locator("#two")).to_be_visible()


def test_the_days_of_the_build_get_their_names(seen: Seen) -> None:
    page = seen("2026-11-25T08:00:00+01:00")
    expect(page.locator("[data-day='2026-11-24']")).to_be_hidden()
    expect_shown(page, "[data-day='2026-11-25'] h2", "25 vandaag")


def test_an_old_page_fetches_today_and_tomorrow(seen: Seen) -> None:
    page = seen("2026-12-08T08:00:00+01:00")
    page.wait_for_selector("[data-day='2026-12-09']")
    expect_shown(page, "[data-day='2026-12-08'] h2", "2026-12-08 vandaag")
    expect_shown(page, "[data-day='2026-12-09'] h2", "2026-12-09 morgen")
    link = page.locator("[data-day='2026-12-08'] a")
    becomes(page, lambda: link.evaluate("link => link.href"), f"{page.url}activiteiten/koffie/")


def test_past_eight_weeks_the_page_says_that_it_may_be_out_of_date(seen: Seen) -> None:
    expect(seen("2027-01-18T12:00:00+01:00").locator("[data-stale]")).to_be_hidden()
    expect(seen("2027-01-19T12:00:00+01:00").locator("[data-stale]")).to_be_visible()


# --- the real site, seen eight weeks after it was built ------------------------------------------


def test_a_site_of_weeks_ago_still_shows_the_right_next_dates(page: Page) -> None:
    moment = datetime.combine(date.fromisoformat(BUILT), time(12), AMSTERDAM) + timedelta(days=50)
    page.clock.set_fixed_time(moment.isoformat())
    page.goto("activiteiten/")
    cards = page.locator("[data-activity]:has([data-coming])")
    slugs = cards.evaluate_all("found => found.map(card => card.dataset.activity)")
    assert len(slugs) > 50
    words = [next_day(slug, moment) for slug in slugs]
    expect(cards.locator("[data-next-day]")).to_have_text(words)


def test_the_home_page_of_weeks_ago_shows_what_is_on_today(page: Page) -> None:
    today = date.fromisoformat(BUILT) + timedelta(days=50)
    page.clock.set_fixed_time(datetime.combine(today, time(8), AMSTERDAM).isoformat())
    page.goto("")
    shown = page.locator("[data-day]:visible")
    days = "found => found.map(day => day.dataset.day)"
    wanted = [f"{today}", f"{today + timedelta(days=1)}"]
    becomes(page, lambda: shown.evaluate_all(days), wanted)
    expect_shown(page, f"[data-day='{today}'] h2", re.compile("vandaag"))
    page.locator(f"[data-day='{today}'] a").first.click()
    page.wait_for_url("**/activiteiten/*/")
    page.wait_for_selector("h1")


def test_the_agenda_of_weeks_ago_begins_today(page: Page) -> None:
    today = date.fromisoformat(BUILT) + timedelta(days=12)
    page.clock.set_fixed_time(datetime.combine(today, time(8), AMSTERDAM).isoformat())
    page.goto("agenda/")
    day = page.locator("[data-day]:visible").first
    expect(day).to_have_attribute("data-day", f"{today}")
    step = page.locator("[data-step]:visible")
    expect(step.first).to_have_attribute("data-step", f"{today}")
    expect(step.first).to_have_attribute("aria-current", "date")
    shown = page.locator("[data-week]:visible")
    expect(shown).to_have_count(3)
    shown.first.locator("summary").click()
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(day).to_be_hidden()


def test_days_that_an_old_agenda_fetches_are_chosen_from_as_well(page: Page) -> None:
    today = date.fromisoformat(BUILT) + timedelta(days=40)
    page.clock.set_fixed_time(datetime.combine(today, time(8), AMSTERDAM).isoformat())
    page.goto("agenda/#dagdeel=avond")
    days = page.locator("[data-day]:visible")
    becomes(page, lambda: days.count() > 0, True)
    hours = page.locator(".slot:visible .slot-time time").evaluate_all(
        "all => all.map(e => Number(e.dateTime.slice(11, 13)))"
    )
    assert hours
    assert all(hour >= 18 or hour < 5 for hour in hours)


def test_a_search_for_today_is_answered_by_the_clock_of_the_reader(page: Page) -> None:
    moment = datetime.combine(date.fromisoformat(BUILT), time(6), AMSTERDAM) + timedelta(days=43)
    page.clock.set_fixed_time(moment.isoformat())
    page.goto("activiteiten/#q=vandaag")
    other = page.locator("[data-results] .search-other")
    first = page.locator("[data-results] > [data-activity]").first
    expect(first.locator("[data-next-day]")).to_have_text("vandaag")
    expect(other).to_have_count(0)


def next_day(slug: str, moment: datetime) -> str:
    """The words for the next time, worked out anew."""
    model = next(entry.model for entry in offer().activities if entry.slug == slug)
    last = date.fromisoformat(BUILT) + timedelta(weeks=57)
    for one in expand(
        model, Calendar.of(offer().holidays), moment.date() - timedelta(days=1), last
    ):
        end = one.end or one.start + timedelta(hours=2)
        if not one.cancelled and end > moment:
            return words(one.start, moment)
    return "bel even voor de volgende keer"


def words(start: datetime, moment: datetime) -> str:
    days = {0: "vandaag", 1: "morgen"}
    ahead = (start.date() - moment.date()).days
    known = days.get(ahead, (date_long if ahead > 182 else date_day)(start.date()))
    return "nu" if start <= moment else known
