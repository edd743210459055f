"""The words that code makes are good Dutch, and read aloud well."""

from datetime import UTC, date, datetime, time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gids import dutch
from gids.values import read_date, read_phone, read_slug, read_time

TUESDAY = date(2026, 11, 24)


def test_a_date_is_written_in_two_lengths() -> None:
    assert dutch.date_long(TUESDAY) == "dinsdag 24 november 2026"
    assert dutch.date_day(TUESDAY) == "dinsdag 24 november"


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)))
def test_a_partner_may_write_a_date_as_we_do(day: date) -> None:
    assert read_date(dutch.date_long(day)) == day


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (time(14), time(16), "van 14.00 tot 16.00 uur"),
        (time(9, 30), time(12, 5), "van 9.30 tot 12.05 uur"),
        (time(14), None, "om 14.00 uur"),
        (time(20), time(0), "van 20.00 tot 24.00 uur"),
        (time(22), time(1, 30), "van 22.00 tot 1.30 uur"),
        (datetime(2026, 11, 24, 10, tzinfo=UTC), None, "om 10.00 uur"),
    ],
)
def test_times_have_a_point_and_no_leading_zero(
    start: time | datetime, end: time | None, words: str
) -> None:
    assert dutch.time_span(start, end) == words


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0)))
def test_a_partner_may_write_a_time_as_we_do(at: time) -> None:
    assert read_time(dutch.clock(at)) == at


@pytest.mark.parametrize(
    ("hour", "part"),
    [
        (0, "avond"),
        (4, "avond"),
        (5, "ochtend"),
        (11, "ochtend"),
        (12, "middag"),
        (17, "middag"),
        (18, "avond"),
    ],
)
def test_the_evening_lasts_until_the_early_morning(hour: int, part: str) -> None:
    assert dutch.part_of_day(time(hour)) == part


@pytest.mark.parametrize(
    ("digits", "text", "href"),
    [
        ("0231234567", "023 - 123 45 67", "tel:+31231234567"),
        ("0252123456", "0252 - 12 34 56", "tel:+31252123456"),
        ("0612345678", "06 - 12 34 56 78", "tel:+31612345678"),
        ("0881234567", "088 - 123 45 67", "tel:+31881234567"),
        ("08000113", "0800-0113", "tel:08000113"),
        ("08001234567", "0800 - 123 45 67", "tel:08001234567"),
        ("09001234", "0900-1234", "tel:09001234"),
        ("112", "112", "tel:112"),
        ("113", "113", "tel:113"),
        ("14023", "14 023", "tel:14023"),
        ("116123", "116 123", "tel:116123"),
        ("+3225501234", "+32 25 50 12 34", "tel:+3225501234"),
        ("+12025550123", "+1 20 25 55 01 23", "tel:+12025550123"),
        ("+352123456", "+352 12 34 56", "tel:+352123456"),
    ],
)
def test_a_number_reads_well_and_can_be_called(digits: str, text: str, href: str) -> None:
    assert dutch.phone(digits) == text
    assert dutch.phone_href(digits) == href
    assert read_phone(text) == digits


@pytest.mark.parametrize(
    ("amount", "text"),
    [("2.50", "€ 2,50"), ("0", "€ 0,00"), ("17", "€ 17,00"), ("1250", "€ 1.250,00")],
)
def test_an_amount_has_two_decimals_and_stays_on_one_line(amount: str, text: str) -> None:
    assert dutch.money(Decimal(amount)) == text.replace(" ", "\u00a0")


def test_lists_end_in_en() -> None:
    assert dutch.joined([]) == ""
    assert dutch.joined(["a"]) == "a"
    assert dutch.joined(["a", "b"]) == "a en b"
    assert dutch.joined(["a", "b", "c"], "of") == "a, b of c"


def test_nothing_is_geen() -> None:
    words = [dutch.count(n, "activiteit", "activiteiten") for n in (0, 1, 2, 1200)]
    assert words == ["geen activiteiten", "1 activiteit", "2 activiteiten", "1.200 activiteiten"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("elke dag", "Elke dag"),
        ("ijs", "IJs"),
        ("'s avonds", "'s Avonds"),
        ("’t hoekje", "’t Hoekje"),
        ("één", "Één"),
        ("", ""),
        ("€ 2", "€ 2"),
    ],
)
def test_a_sentence_starts_with_a_capital_as_the_taalunie_has_it(text: str, words: str) -> None:
    assert dutch.capital(text) == words


def test_a_sentence_ends_once() -> None:
    assert dutch.sentence("bel even") == "Bel even."
    assert dutch.sentence("Komt u ook?") == "Komt u ook?"


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Koffie & thee", "koffie-thee"),
        ("Café ’t Hoekje", "cafe-t-hoekje"),
        ("Zo’n middag: foto's", "zon-middag-fotos"),
        ("Œuvre Straße Ærø", "oeuvre-strasse-aero"),
        ("2e paasdag", "2e-paasdag"),
        ("日本", ""),
    ],
)
def test_an_address_holds_what_the_words_say(text: str, slug: str) -> None:
    assert dutch.slugify(text) == slug


@given(st.text(max_size=200))
def test_every_slug_can_be_read_back(text: str) -> None:
    slug = dutch.slugify(text)
    assert not slug or read_slug(slug) == slug


def test_names_stand_where_a_reader_looks_for_them() -> None:
    names = [
        "Zwembad",
        "'t Trefpunt",
        "De Luifel",
        "Écurie",
        "Het Raadhuis",
        "“Open” huis",
        "’s-Gravenzande",
        "T-shirts",
    ]
    assert sorted(names, key=dutch.sort_key) == [
        "Écurie",
        "’s-Gravenzande",
        "De Luifel",
        "“Open” huis",
        "Het Raadhuis",
        "T-shirts",
        "'t Trefpunt",
        "Zwembad",
    ]
