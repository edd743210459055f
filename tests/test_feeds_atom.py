"""News feeds say what is new, changed or cancelled, and since when as far as anybody knows."""

from datetime import date
from xml.etree import ElementTree as ET

import pytest
from msgspec.structs import replace

from gids.feeds import atom, rendering
from gids.history import History
from tests.schedules import TODAY, WEEKLY, activity, directory, setting, view

NAMES = {"a": "http://www.w3.org/2005/Atom"}
VERIFIED = {"gecontroleerd_op": "2026-11-20"}
CANCELLED = {"soort": "gaat niet door", "datum": "2026-12-08", "reden": "de zaal is bezet"}
SITE = directory().site


def kinds(model_more: dict[str, str], known: History | None) -> list[tuple[str, date]]:
    return [(item.kind, item.day) for item in atom.news(view(activity(more=model_more)), known)]


def parsed(text: str) -> ET.Element:
    return ET.fromstring(text)


def test_without_confirmation_and_history_an_activity_is_no_news() -> None:
    assert kinds({}, None) == []


def test_a_confirmation_alone_is_not_called_new() -> None:
    assert kinds(VERIFIED, None) == [("bevestigd", date(2026, 11, 20))]


def test_what_git_saw_once_is_new_and_twice_is_changed() -> None:
    first, later = date(2026, 11, 1), date(2026, 11, 22)
    assert kinds({}, History(first, first, 1)) == [("nieuw", first)]
    assert kinds(VERIFIED, History(first, later, 2)) == [("gewijzigd", later)]
    assert kinds(VERIFIED, History(first, first, 1)) == [("bevestigd", date(2026, 11, 20))]


def test_a_cancelled_date_is_news_even_when_nobody_knows_since_when() -> None:
    (item,) = atom.news(view(activity(WEEKLY, wijzigingen=[CANCELLED])), None)
    assert item.kind == "vervallen"
    assert item.title == "Gaat niet door: Koffieochtend, dinsdag 8 december"
    assert "de zaal is bezet" in item.text
    assert item.day == date(2026, 10, 13)  # eight weeks before: its first day in sight


def test_a_feed_has_the_newest_first_and_at_most_fifty() -> None:
    items = [
        atom.News(date(2026, 11, 1 + n % 28), f"a{n}", "nieuw", "T", "t", "u/", "A")
        for n in range(60)
    ]
    feed = parsed(atom.feed("Nieuw", "nieuw.atom", items, SITE))
    days = [one.text for one in feed.findall("a:entry/a:updated", NAMES)]
    assert len(days) == 50
    assert days == sorted(days, key=str, reverse=True)
    assert feed.findtext("a:updated", None, NAMES) == days[0]


def test_a_feed_is_complete_and_escapes_what_partners_write() -> None:
    item = atom.News(TODAY, "a", "nieuw", "Koffie <& thee>", "\"'&", "activiteiten/a/", "A & B")
    site = replace(SITE, base_url="https://gids.voorbeeld.nl/heemstede")
    feed = parsed(atom.feed("Nieuw", "thema/eten/nieuw.atom", [item], site))
    entry = feed.find("a:entry", NAMES)
    assert entry is not None
    assert entry.findtext("a:title", None, NAMES) == "Koffie <& thee>"
    assert entry.findtext("a:id", None, NAMES) == "tag:gids.voorbeeld.nl,2026:a"
    base = "{http://www.w3.org/XML/1998/namespace}base"
    assert feed.get(base) == "https://gids.voorbeeld.nl/heemstede/"
    for required in ("id", "title", "updated", "author", "link"):  # RFC 4287 §4.1.1
        assert feed.find(f"a:{required}", NAMES) is not None


@pytest.mark.parametrize(
    ("path", "base"), [("nieuw.atom", "./"), ("thema/eten/nieuw.atom", "../../")]
)
def test_without_an_address_links_find_their_way_from_the_feed(path: str, base: str) -> None:
    site = replace(SITE, base_url="")
    feed = parsed(atom.feed("Nieuw", path, [], site))
    assert feed.get("{http://www.w3.org/XML/1998/namespace}base") == base


def test_every_list_has_a_feed_and_a_calendar() -> None:
    whole = directory()
    paths = {one.path for one in rendering.render(whole, setting(*whole.activities))}
    for url in [facet.url for facet in whole.facets] + [one.url for one in whole.organisations]:
        assert {f"{url}agenda.ics", f"{url}nieuw.atom"} <= paths
    assert {"nieuw.atom", "agenda/agenda.ics", "data/activiteiten.json"} <= paths
