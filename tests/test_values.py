"""What one field may hold: every spelling that people use, and what is said of the others."""

from collections.abc import Callable
from datetime import date, time
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pydantic_core import PydanticCustomError

from gids import values
from gids.values import Answer

READ: list[tuple[Callable[[object], object], str, object]] = [
    *(
        (values.read_time, text, time(10, 30))
        for text in ("10:30", "10.30", "10u30", "10h30", "10:30 uur", "10.30u", " 10:30 ", "10,30")
    ),
    (values.read_time, "9:30", time(9, 30)),
    (values.read_time, "09.30", time(9, 30)),
    (values.read_time, "10 uur", time(10, 0)),
    (values.read_time, "10", time(10, 0)),
    (values.read_time, "24:00", time(0, 0)),
    *(
        (values.read_date, text, date(2026, 12, 5))
        for text in (
            "2026-12-05",
            "2026-12-5",
            "5-12-2026",
            "05/12/2026",
            "5.12.2026",
            "5 december 2026",
            "5 dec 2026",
            "5 dec. 2026",
            "5e december 2026",
            "za 5 december 2026",
            "za. 5 dec. 2026",
            "Zaterdag, 5 December 2026",
        )
    ),
    (values.read_date, "5 mrt 2026", date(2026, 3, 5)),
    *((values.read_weekday, text, 0) for text in ("ma", "ma.", "maandag", "Maandags", "maandag")),
    (values.read_weekday, "dinsdagochtend", 1),
    (values.read_weekday, "zo", 6),
    *((values.read_month, text, 3) for text in ("maart", "mrt", "mrt.", "Maart", "maa")),
    (values.read_month, "sept", 9),
    *((values.read_ordinal, text, 2) for text in ("tweede", "2e", "2de", "2", "Tweede")),
    (values.read_ordinal, "laatste", -1),
    *(
        (values.read_money, text, Decimal("2.50"))
        for text in ("2,50", "2.50", "€ 2,50", "€2,50", "2,5", "2,50 euro", "eur 2,50")
    ),
    *((values.read_money, text, Decimal("2.00")) for text in ("2", "€ 2,–", "2,-", "€2", "2,--")),
    (values.read_money, "gratis", Decimal("0.00")),
    *(
        (values.read_phone, text, "0235284269")
        for text in (
            "(023) 528 42 69",
            "023-5284269",
            "023 - 528 42 69",
            "+31 23 528 42 69",
            "+31 (0)23 528 42 69",
            "0031235284269",
            "tel:0235284269",
            "023–528 42 69",
            "023.528.42.69",
        )
    ),
    (values.read_phone, "0800-0113", "08000113"),
    (values.read_phone, "113", "113"),
    (values.read_phone, "14 023", "14023"),
    (values.read_phone, "14 0252", "140252"),
    (values.read_phone, "+49 30 123456", "+4930123456"),
    *((values.read_postcode, text, "2103 SX") for text in ("2103SX", "2103 sx", "2103  SX")),
    (values.read_email, "mailto:info@voorbeeld.nl", "info@voorbeeld.nl"),
    (values.read_url, "www.voorbeeld.nl", "https://www.voorbeeld.nl"),
    (values.read_url, "voorbeeld.nl/a", "https://voorbeeld.nl/a"),
    (values.read_url, "HTTPS://Voorbeeld.nl/A?b=c", "HTTPS://Voorbeeld.nl/A?b=c"),
    (values.read_slug, "De-Luifel", "de-luifel"),
    *((values.read_yes_no, text, True) for text in ("ja", "Ja", "j", "yes", "true", "wel")),
    *((values.read_yes_no, text, False) for text in ("nee", "n", "no", "false", "neen", "niet")),
    (values.read_answer, "ja", Answer("ja")),
    (values.read_answer, "Nee: alleen trap", Answer("nee", "alleen trap")),
    (values.read_answer, "soms, bel even", Answer("deels", "bel even")),
    (values.read_answer, "onbekend – we vragen het na", Answer("onbekend", "we vragen het na")),
    (values.read_count, "één", 1),
    (values.read_count, "Tien", 10),
    (values.read_day_number, "31", 31),
    (values.clean_text, "  Koffie\u200b  in\u00a0de \tbuurt ", "Koffie in de buurt"),
    (values.clean_text, "cafe\u0301", "café"),
    (values.clean_text, "Koffie \u202eeitfok", "Koffie eitfok"),
    (values.clean_text, "Koffie 🌷", "Koffie 🌷"),
    (values.clean_prose, "een\r\n\r\ntwee\n", "een\n\ntwee"),
]


@pytest.mark.parametrize(("read", "text", "expected"), READ)
def test_a_spelling_that_people_use_is_understood(
    read: Callable[[object], object], text: str, expected: object
) -> None:
    assert read(text) == expected


@pytest.mark.parametrize(("read", "text", "expected"), READ)
def test_what_was_read_may_be_read_again(
    read: Callable[[object], object], text: str, expected: object
) -> None:
    assert read(read(text)) == expected


REFUSED: list[tuple[Callable[[object], object], object, str, str]] = [
    (values.read_time, "half elf", "is geen tijd die we kunnen lezen", "{key}: 10:30"),
    (values.read_time, "25:00", "bestaat niet op de klok", "{key}: 10:30"),
    (values.read_time, "10:60", "bestaat niet op de klok", "{key}: 10:30"),
    (values.read_time, "630", "is geen tijd", "{key}: 10:30"),
    (values.read_time, "10:00 - 12:00", "meer dan één tijd", "van: 10:30  en op de volgende"),
    (values.read_time, ["10:00"], "een lijst", "Schrijf één waarde"),
    (values.read_date, "31-11-2026", "bestaat niet in de kalender", "2026-12-05"),
    (values.read_date, "5 december", "ontbreekt het jaar", "2026-12-05"),
    (values.read_date, "5-12-26", "ontbreekt het jaar", "2026-12-05"),
    (values.read_date, "vrijdag 5 december 2026", "die dag is een zaterdag", "2026-12-05"),
    (values.read_date, "5-12-1926", "ligt te ver weg", "2026-12-05"),
    (values.read_date, "morgen", "geen datum die we kunnen lezen", "2026-12-05"),
    (values.read_weekday, "dinxdag", "geen dag van de week", "{key}: dinsdag"),
    (values.read_weekday, "ma t/m vr", "meer dagen", "[ma, di, wo, do, vr]"),
    (values.read_weekday, "weekend", "meer dagen", "[ma, di, wo, do, vr]"),
    (values.read_month, "ju", "geen maand", "januari"),
    (values.read_ordinal, "zesde", "geen plaats in de maand", "eerste, tweede"),
    (values.read_day_number, "32", "geen dag van de maand", "1 tot en met 31"),
    (values.read_money, "twee euro", "geen bedrag", "{key}: 2,50"),
    (values.read_phone, "12345", "geen telefoonnummer", "tien cijfers"),
    (values.read_phone, "info@voorbeeld.nl", "is een e-mailadres", "e_mail:"),
    (values.read_postcode, "2103", "geen postcode", "2101 XX"),
    (values.read_email, "De Kring <info@voorbeeld.nl>", "geen e-mailadres", "info@voorbeeld.nl"),
    (values.read_url, "javascript:alert(1)", "geen webadres", "https://"),
    (values.read_url, "https://naam:woord@voorbeeld.nl", "geen webadres", "https://"),
    (values.read_slug, "Café ’t Hoekje", "geen korte naam", "{key}: cafe-t-hoekje"),
    (values.read_yes_no, "misschien", "geen ja of nee", "{key}: ja  of  {key}: nee"),
    (values.read_answer, "misschien", "begint niet met ja, nee", "{key}: ja"),
    (values.read_count, "2,5", "geen heel getal", "{key}: 2"),
    (values.read_file_name, "../zaal.jpg", "geen naam van een foto", "{key}: zaal.jpg"),
    (values.clean_text, "\u200b", "staat nog niets", "haal de regel weg"),
    (values.clean_text, {"nl": "Koffie"}, "een blok", "Schrijf één waarde"),
    (values.clean_prose, " \n ", "staat nog niets", "haal de regel weg"),
]


@pytest.mark.parametrize(("read", "text", "message", "hint"), REFUSED)
def test_what_cannot_be_read_is_refused_with_a_cure(
    read: Callable[[object], object], text: object, message: str, hint: str
) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        read(text)
    assert message in caught.value.message()
    assert hint in (caught.value.context or {})["hint"]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ma, wo en vr", ["ma", "wo", "vr"]),
        ("ma/wo", ["ma", "wo"]),
        ("ma & wo + vr; za", ["ma", "wo", "vr", "za"]),
        ("eten-en-koken en ontmoeten", ["eten-en-koken", "ontmoeten"]),
        ("ma t/m vr", ["ma t/m vr"]),
    ],
)
def test_one_text_may_name_several(text: str, parts: list[str]) -> None:
    assert values.split_listing(text) == parts


def test_one_value_is_a_list_of_one() -> None:
    assert values.listing("ouderen") == ["ouderen"]
    assert values.split_listing({"dag": "ma"}) == [{"dag": "ma"}]


READERS = sorted({read for read, *_ in READ}, key=lambda read: read.__name__)


@settings(derandomize=True, max_examples=150, deadline=None)
@given(st.text(max_size=40) | st.lists(st.text(max_size=3)) | st.dictionaries(st.text(), st.text()))
@example("٣:٣٠")
@example("²")
@example("1" * 5000)
@example("http://[")
@example("€ ٢,٥٠")
def test_a_reader_understands_or_refuses_and_never_breaks(value: object) -> None:
    refused = [error for read in READERS if (error := refusal(read, value))]
    assert all((error.context or {})["hint"] for error in refused)
    assert not [error for error in refused if "{saw}" in error.message()]


def refusal(read: Callable[[object], object], value: object) -> PydanticCustomError | None:
    try:
        read(value)
    except PydanticCustomError as error:
        return error
    return None
