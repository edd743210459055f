"""Value types: what one field may hold, read tolerantly and kept in one notation.

Every scalar in a partner's file arrives as text (see ``reading``), so nothing has been guessed
before these types see it. Each reader takes text in any usual Dutch spelling and returns the
value, or raises ``PydanticCustomError`` with a Dutch sentence that says what was read and a
``hint`` that shows what to write. ``{key}`` in a hint stands for the YAML key of the field.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, Literal, NoReturn
from urllib.parse import urlsplit

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

WEEKDAYS = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
ORDINALS = {"eerste": 1, "tweede": 2, "derde": 3, "vierde": 4, "vijfde": 5, "laatste": -1}

INVISIBLE = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffd]"
)
SPACES = re.compile(r"\s+")


def refuse(code: str, saw: object, sentence: str, hint: str) -> NoReturn:
    """Raise the one kind of error that a value type may raise.

    ``sentence`` holds ``{saw}``; ``hint`` is the cure and may hold ``{key}``.
    """
    shown = SPACES.sub(" ", str(saw)).strip()
    shown = shown if len(shown) <= 60 else shown[:57] + "…"
    raise PydanticCustomError(
        code,
        sentence,
        {"saw": shown, "hint": hint},
    )


def expect_text(value: object) -> str:
    """A single value, not a list or a block of keys."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        refuse(
            "tekst",
            "een lijst",
            "Hier staat {saw}, maar er past maar één waarde.",
            "Schrijf één waarde achter  {key}:",
        )
    refuse(
        "tekst",
        "een blok",
        "Hier staat {saw} met eigen regels, maar er past maar één waarde.",
        "Schrijf één waarde achter  {key}:",
    )


def clean_text(value: object) -> str:
    """One line: invisible characters out, spaces folded, NFC. Empty text is refused."""
    text = expect_text(value)
    text = unicodedata.normalize("NFC", " ".join(visible(text).split()))
    if not text:
        refuse(
            "leeg",
            text,
            "Hier staat nog niets.",
            "Vul iets in achter  {key}:  of haal de regel weg.",
        )
    return text


def clean_prose(value: object) -> str:
    """Several lines of Markdown: invisible characters out, one kind of line end, NFC."""
    text = INVISIBLE.sub("", expect_text(value).replace("\r\n", "\n").replace("\r", "\n"))
    text = unicodedata.normalize("NFC", text).strip()
    if not text:
        refuse(
            "leeg",
            text,
            "Hier staat nog niets.",
            "Vul iets in achter  {key}:  of haal de regel weg.",
        )
    return text


def normal(text: str) -> str:
    """For comparing words that people type: lower case, single spaces, nothing invisible."""
    return " ".join(visible(text).casefold().split())


def visible(text: str) -> str:
    """Without what a word processor leaves behind and nobody sees."""
    return text if text.isprintable() else INVISIBLE.sub("", text)


NOTHING = re.compile(
    r"(?:n\.?\s?v\.?\s?t|geen|niet bekend|onbekend|volgt(?: nog)?|nog niet|n\.?n\.?b)\.?$"
)
NOTHING_HINT = "Is het er niet, of weet u het nog niet? Laat dit dan weg."


def refuse_nothing(code: str, value: object, sentence: str) -> None:
    """What may be left out need not be filled with “n.v.t.”."""
    if NOTHING.match(normal(expect_text(value))):
        refuse(code, value, sentence, NOTHING_HINT)


def listing(value: object) -> object:
    """A list, or one value where a list is meant: ``ouderen`` is ``[ouderen]``."""
    return value if isinstance(value, list) else [value]


def split_listing(value: object) -> object:
    """As ``listing``, and one text may name several: ``ma, wo en vr``."""
    if not isinstance(value, str):
        return listing(value)
    return [part for part in re.split(r"\s*(?:[,;+&]|/(?!m\b)|(?<=\s)en(?=\s))\s*", value) if part]


TERM_SIGNS = re.compile(r"\s*[,;•·\n]\s*|(?:^|\s+)[–—](?:\s+)")


def split_terms(value: object) -> object:
    """As ``listing``, and one text may name several words of the municipality.

    ``eten en koken`` is one word, so only signs part them; also those of a word processor.
    """
    if not isinstance(value, str):
        return listing(value)
    return [part for part in TERM_SIGNS.split(value) if part] or [value]


# --- dates and times -------------------------------------------------------------------------

ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})$")
DUTCH_DATE = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$")
SPOKEN_DATE = re.compile(r"(?:([a-z]+)[.,]?\s+)?(\d{1,2})e?\s+([a-z]+)\.?\s+(\d{4})$")
WITHOUT_YEAR = re.compile(
    r"(?:[a-z]+[.,]?\s+)?\d{1,2}(?:e?\s+[a-z]+\.?|[-/.]\d{1,2})(?:[-/.\s]'?\d\d)?$"
)
TIME = re.compile(r"(\d{1,2})(?:\s*[:.u,h]\s*(\d{2}))?\s*(?:u|uur|h)?\.?$")
DATE_HINT = "Schrijf bijvoorbeeld:  {key}: 2026-12-05"
CLOCK = re.compile(r"\b\d{1,2}(?:[:.u]\d{2})?\b")
TIME_HINT = "Schrijf bijvoorbeeld:  {key}: 10:30"
TWO_TIMES_HINT = "Schrijf op de ene regel  van: 10:30  en op de volgende  tot: 12:00"


def named(text: str, names: tuple[str, ...], least: int) -> int | None:
    """The index of the name that ``text`` is or clearly starts, of at least ``least`` letters."""
    word = text.rstrip(".")
    found = [i for i, name in enumerate(names) if len(word) >= least and name.startswith(word)]
    return found[0] if len(found) == 1 else None


def date_parts(text: str) -> tuple[int, int, int] | None:
    if match := ISO_DATE.match(text):
        year, month, day = map(int, match.groups())
        return year, month, day
    if match := DUTCH_DATE.match(text):
        day, month, year = map(int, match.groups())
        return year, month, day
    if match := SPOKEN_DATE.match(text):
        index = named(match[3], MONTHS, 3)
        if match[3] in ("mrt", "maa"):
            index = 2
        if index is not None:
            return int(match[4]), index + 1, int(match[2])
    return None


def read_date(value: object) -> date:
    """``2026-12-05``, ``5-12-2026``, ``5 december 2026``, ``za 5 dec 2026``; years 2000–2100."""
    if isinstance(value, date):
        return value
    text = normal(expect_text(value))
    parts = date_parts(text)
    if parts is None and WITHOUT_YEAR.match(text):
        refuse("datum", value, "Bij “{saw}” ontbreekt het jaar, in vier cijfers.", DATE_HINT)
    if parts is None:
        refuse("datum", value, "“{saw}” is geen datum die we kunnen lezen.", DATE_HINT)
    try:
        day = date(*parts)
    except ValueError:
        refuse("datum", value, "“{saw}” bestaat niet in de kalender.", DATE_HINT)
    if not 2000 <= day.year <= 2100:
        refuse("datum", value, "“{saw}” ligt te ver weg.", DATE_HINT)
    spoken = SPOKEN_DATE.match(text)
    if spoken and spoken[1] and named(spoken[1], WEEKDAYS, 2) != day.weekday():
        refuse(
            "datum",
            value,
            f"“{{saw}}” klopt niet: die dag is een {WEEKDAYS[day.weekday()]}.",
            DATE_HINT,
        )
    return day


def read_time(value: object) -> time:
    """``10:30``, ``10.30``, ``10u30``, ``9:30``, ``10 uur``, ``10:30 uur``; 24:00 is 0:00."""
    if isinstance(value, time):
        return value
    match = TIME.match(normal(expect_text(value)))
    if match is None and len(CLOCK.findall(str(value))) > 1:
        refuse("tijd", value, "“{saw}” is meer dan één tijd.", TWO_TIMES_HINT)
    if match is None:
        refuse("tijd", value, "“{saw}” is geen tijd die we kunnen lezen.", TIME_HINT)
    hour, minute = int(match[1]), int(match[2] or 0)
    if (hour, minute) == (24, 0):
        return time(0, 0)
    if hour > 23 or minute > 59:
        refuse("tijd", value, "“{saw}” bestaat niet op de klok.", TIME_HINT)
    return time(hour, minute)


PART_OF_DAY = re.compile(r"(?:ochtend|morgen|middag|avond|s)$")
DAYS_HINT = "Schrijf bijvoorbeeld:  {key}: [ma, di, wo, do, vr]"


def read_weekday(value: object) -> int:
    """``maandag``, ``ma``, ``maandags``, ``maandagochtend``: 0 is Monday, as in ``weekday()``."""
    if isinstance(value, int):
        return value
    word = PART_OF_DAY.sub("", normal(expect_text(value)).rstrip("."))
    index = named(word, WEEKDAYS, 2)
    if index is None and re.search(r"t/m|tot|werkdag|doordeweeks|weekend|-", word):
        refuse("dag", value, "Met “{saw}” bedoelt u meer dagen. Noem ze los.", DAYS_HINT)
    if index is None:
        refuse(
            "dag",
            value,
            "“{saw}” is geen dag van de week.",
            f"Schrijf bijvoorbeeld:  {{key}}: {likely_day(word)}",
        )
    return index


def likely_day(word: str) -> str:
    """``zaterdach`` is zaterdag; for what looks like no day at all, any day shows how."""
    index = named(word[:2], WEEKDAYS, 2)
    return WEEKDAYS[1 if index is None else index]


def read_month(value: object) -> int:
    """``januari``, ``jan``, ``jan.``: 1 is January, as in ``date.month``."""
    if isinstance(value, int):
        return value
    index = named(normal(expect_text(value)).replace("mrt", "maart"), MONTHS, 3)
    if index is None:
        refuse("maand", value, "“{saw}” is geen maand.", "Schrijf bijvoorbeeld:  {key}: januari")
    return index + 1


def read_ordinal(value: object) -> int:
    """``eerste`` … ``vijfde``, ``1e``, ``2de``, ``laatste``: the nth weekday; the last is -1."""
    if isinstance(value, int):
        return value
    word = normal(expect_text(value))
    if match := re.match(r"([1-5])(?:e|ste|de)?$", word):
        return int(match[1])
    if word not in ORDINALS:
        refuse(
            "rang",
            value,
            "“{saw}” is geen plaats in de maand.",
            "Kies uit: eerste, tweede, derde, vierde, vijfde, laatste.",
        )
    return ORDINALS[word]


def read_day_number(value: object) -> int:
    """A day of the month, 1–31."""
    number = read_count(value)
    if not 1 <= number <= 31:
        refuse(
            "dagnummer",
            value,
            "“{saw}” is geen dag van de maand.",
            "Schrijf een getal van 1 tot en met 31.",
        )
    return number


# --- numbers, money, yes and no --------------------------------------------------------------

NUMBER_WORDS = (
    "nul",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)
MONEY = re.compile(r"(?:€|eur|euro)?\s*(\d{1,5})(?:[,.](\d{1,2}|-+|–|—|−))?\s*(?:€|eur|euro)?$")
YES, NO, PARTLY, UNKNOWN = "ja", "nee", "deels", "onbekend"


def read_count(value: object) -> int:
    """A whole number, 0 or more, in digits or as a word up to ten."""
    if isinstance(value, int):
        return value
    word = normal(expect_text(value)).replace("één", "een")
    if word in NUMBER_WORDS:
        return NUMBER_WORDS.index(word)
    if not re.fullmatch(r"\d{1,4}", word):
        refuse("getal", value, "“{saw}” is geen heel getal.", "Schrijf bijvoorbeeld:  {key}: 2")
    return int(word)


def read_money(value: object) -> Decimal:
    """An amount in euros: ``2,50``, ``€ 2,–``, ``2.5``, ``€2``, ``gratis`` (0)."""
    if isinstance(value, Decimal):
        return value
    word = normal(expect_text(value))
    if word in ("gratis", "niets", "niks"):
        return Decimal("0.00")
    match = MONEY.match(word)
    if match is None:
        refuse(
            "bedrag",
            value,
            "“{saw}” is geen bedrag dat we kunnen lezen.",
            "Schrijf bijvoorbeeld:  {key}: 2,50  of  {key}: gratis",
        )
    cents = match[2] if match[2] and match[2].isdigit() else "00"
    return Decimal(f"{match[1]}.{cents.ljust(2, '0')}")


def read_yes_no(value: object) -> bool:
    """``ja`` or ``nee`` (``j``, ``n``, ``yes``, ``no``, ``true`` and ``false`` are understood)."""
    if isinstance(value, bool):
        return value
    word = normal(expect_text(value))
    if word in ("ja", "j", "yes", "true", "waar", "wel"):
        return True
    if word in ("nee", "n", "no", "false", "neen", "niet"):
        return False
    refuse("ja-nee", value, "“{saw}” is geen ja of nee.", "Schrijf:  {key}: ja  of  {key}: nee")


@dataclass(frozen=True, slots=True)
class Answer:
    """An honest answer: yes, no, partly or unknown, and what is worth knowing about it."""

    value: Literal["ja", "nee", "deels", "onbekend"]
    note: str = ""

    @property
    def text(self) -> str:
        """As a partner writes it: ``deels, er is één trede``."""
        return f"{self.value}, {self.note}" if self.note else self.value


NO_ANSWER = Answer("onbekend")


ANSWER = re.compile(
    r"(ja|nee|deels|onbekend|soms|gedeeltelijk)\b\s*(?:[,:;.–—-]\s*)?(.*)$", re.IGNORECASE
)
PLAIN_ANSWERS: dict[str, Answer] = {
    answer.value: answer for answer in (Answer("ja"), Answer("nee"), NO_ANSWER)
}


def read_answer(value: object) -> Answer:
    """``ja``, ``nee``, ``deels`` or ``onbekend``; after a comma or colon anything worth knowing."""
    if isinstance(value, Answer):
        return value
    if plain := PLAIN_ANSWERS.get(str(value)):
        return plain
    match = ANSWER.match(clean_text(value))
    if match is None:
        refuse(
            "antwoord",
            value,
            "“{saw}” begint niet met ja, nee, deels of onbekend.",
            "Schrijf bijvoorbeeld:  {key}: ja  of  {key}: deels, er is één trede",
        )
    word = match[1].lower()
    known: Any = "deels" if word in ("soms", "gedeeltelijk") else word
    return Answer(known, match[2].strip())


# --- reaching people -------------------------------------------------------------------------

SPECIAL_NUMBERS = re.compile(r"(?:112|113|14\d{3,4}|144|116\d{3})$")
AREA_CODES = (
    "010 013 014 015 020 023 024 026 030 033 035 036 038 040 043 045 046 050 053 055 058 "
    "070 071 072 073 074 075 076 077 078 079 084 085 087 088 091 097"
)  # Nummerplan telefoon- en ISDN-diensten; every other geographic code has four digits
AREA_CODES_3 = frozenset(AREA_CODES.split())


NUMBERS = re.compile(r"(?:\+|\b0)\d(?:[ ().–—/-]{0,3}\d){6,}")


def read_phone(value: object) -> str:
    """A Dutch number in any notation, kept as digits: ``0235242809``, ``08000113``, ``112``.

    ``+31`` and ``0031`` become ``0``; a number from abroad keeps ``+``.
    """
    text = visible(expect_text(value))
    digits = re.sub(r"[\s().–—\u2011/-]", "", text).removeprefix("tel:")
    digits = re.sub(r"^(?:\+|00)310?", "0", digits)
    if SPECIAL_NUMBERS.match(digits):
        return digits
    if re.fullmatch(r"\+[1-9]\d{7,13}", digits):
        return digits
    if re.fullmatch(r"0(?:[1-9]\d{8}|800\d{4}|800\d{7}|90[069]\d{4}|90[069]\d{7})", digits):
        return digits
    if "@" in text:
        refuse(
            "telefoon",
            value,
            "“{saw}” is een e-mailadres, geen telefoonnummer.",
            "Schrijf het e-mailadres achter  e_mail:  en een nummer achter  {key}: 023 - 123 45 67",
        )
    if len(NUMBERS.findall(text)) > 1:
        refuse(
            "telefoon",
            value,
            "“{saw}” is meer dan één nummer.",
            "Kies het nummer dat het vaakst wordt opgenomen:  {key}: 023 - 123 45 67",
        )
    refuse_nothing("telefoon", value, "“{saw}” is geen telefoonnummer.")
    refuse(
        "telefoon",
        value,
        "“{saw}” is geen telefoonnummer dat we kunnen bellen.",
        "Schrijf tien cijfers, bijvoorbeeld:  {key}: 023 - 123 45 67",
    )


def read_postcode(value: object) -> str:
    """``2101 XX``: four digits, not starting with 0, and two capitals."""
    match = re.fullmatch(r"([1-9]\d{3})\s*([a-z]{2})", normal(expect_text(value)))
    if match is None:
        refuse(
            "postcode", value, "“{saw}” is geen postcode.", "Schrijf bijvoorbeeld:  {key}: 2101 XX"
        )
    return f"{match[1]} {match[2].upper()}"


def read_email(value: object) -> str:
    """One address; no name around it."""
    text = clean_text(value).removeprefix("mailto:")
    refuse_nothing("e-mail", value, "“{saw}” is geen e-mailadres.")
    if not re.fullmatch(r"[A-Za-z0-9._%+'-]+@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}", text):
        refuse(
            "e-mail",
            value,
            "“{saw}” is geen e-mailadres.",
            "Schrijf bijvoorbeeld:  {key}: info@voorbeeld.nl",
        )
    return text


def read_url(value: object) -> str:
    """An http(s) address, kept as written; ``www.voorbeeld.nl`` gets ``https://``."""
    text = clean_text(value)
    refuse_nothing("webadres", value, "“{saw}” is geen webadres.")
    if re.match(r"(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/|$)", text):
        text = "https://" + text
    try:
        parts = urlsplit(text)
        good = (
            parts.scheme in ("http", "https")
            and "." in (parts.hostname or "")
            and parts.username is None
        )
    except ValueError:
        good = False
    if not good or re.search(r"[\s<>\"'`\\{}|^]", text):
        refuse(
            "webadres",
            value,
            "“{saw}” is geen webadres.",
            "Schrijf bijvoorbeeld:  {key}: https://www.voorbeeld.nl",
        )
    return text


def read_colour(value: object) -> str:
    """A colour in hexadecimal notation, ``#1d5c3f`` or ``#abc``."""
    text = normal(expect_text(value))
    if not re.fullmatch(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", text):
        refuse(
            "kleur",
            value,
            "“{saw}” is geen kleur die we kunnen lezen.",
            "Schrijf bijvoorbeeld:  {key}: '#1d5c3f'",
        )
    return text


def read_slug(value: object) -> str:
    """The short name of a file or a term: small letters, digits and hyphens."""
    text = normal(expect_text(value))
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", text) or len(text) > 60:
        shorter = short_name(text) or "de-luifel"
        refuse(
            "korte-naam",
            value,
            "“{saw}” is geen korte naam.",
            f"Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld:  {{key}}: {shorter}",
        )
    return text


def short_name(text: str) -> str:
    """A name made fit for an address, at most 60 characters; empty when nothing is left of it."""
    plain = unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))
    return "-".join(words)[:60].strip("-")


def read_file_name(value: object) -> str:
    """The name of a picture that lies beside the YAML file."""
    text = clean_text(value)
    if re.fullmatch(
        r"[A-Za-z0-9][A-Za-z0-9._-]*\.(?:heic|heif|tiff?|bmp|gif|pdf|docx?)", text, re.IGNORECASE
    ):
        refuse(
            "bestand",
            value,
            "“{saw}” is geen soort foto die elke browser laat zien.",
            "Bewaar de foto als JPG, en schrijf die naam:  {key}: zaal.jpg",
        )
    if not re.fullmatch(
        r"[A-Za-z0-9][A-Za-z0-9._-]*\.(?:jpe?g|png|webp|avif)", text, re.IGNORECASE
    ):
        refuse(
            "bestand",
            value,
            "“{saw}” is geen naam van een foto in uw map.",
            "Zet de foto naast dit bestand en schrijf alleen de naam:  {key}: zaal.jpg",
        )
    return text


# --- the types that models use ---------------------------------------------------------------


def schema(kind: str, **more: list[str] | str) -> WithJsonSchema:
    return WithJsonSchema({"type": kind, **more})


TEXT_SCHEMA = schema("string")
LOOSE_SCHEMA = WithJsonSchema({"type": ["string", "number"]})

Text = Annotated[str, BeforeValidator(clean_text), TEXT_SCHEMA]
Prose = Annotated[str, BeforeValidator(clean_prose), TEXT_SCHEMA]
Date = Annotated[date, BeforeValidator(read_date), PlainSerializer(date.isoformat), TEXT_SCHEMA]
Time = Annotated[
    time,
    BeforeValidator(read_time),
    PlainSerializer(lambda t: f"{t:%H:%M}"),
    WithJsonSchema({"type": ["string", "number"]}),
]
Weekday = Annotated[
    int,
    BeforeValidator(read_weekday),
    PlainSerializer(lambda i: WEEKDAYS[i]),
    schema("string", examples=list(WEEKDAYS)),
]
Month = Annotated[
    int,
    BeforeValidator(read_month),
    PlainSerializer(lambda i: MONTHS[i - 1]),
    schema("string", examples=list(MONTHS)),
]
Ordinal = Annotated[
    int,
    BeforeValidator(read_ordinal),
    PlainSerializer(lambda i: next(k for k, v in ORDINALS.items() if v == i)),
    schema("string", examples=list(ORDINALS)),
]
DayNumber = Annotated[int, BeforeValidator(read_day_number), LOOSE_SCHEMA]
Count = Annotated[int, BeforeValidator(read_count), LOOSE_SCHEMA]
Money = Annotated[
    Decimal,
    BeforeValidator(read_money),
    PlainSerializer(lambda d: f"{d:.2f}".replace(".", ",")),
    LOOSE_SCHEMA,
]
YesNo = Annotated[
    bool,
    BeforeValidator(read_yes_no),
    PlainSerializer(lambda b: YES if b else NO),
    WithJsonSchema({"enum": ["ja", "nee", True, False]}),
]
AnswerText = Annotated[
    Answer,
    BeforeValidator(read_answer),
    PlainSerializer(lambda a: a.text),
    schema("string", pattern="^([Jj]a|[Nn]ee|[Dd]eels|[Oo]nbekend)\\b"),
]
Phone = Annotated[str, BeforeValidator(read_phone), LOOSE_SCHEMA]
Postcode = Annotated[str, BeforeValidator(read_postcode), TEXT_SCHEMA]
Email = Annotated[str, BeforeValidator(read_email), TEXT_SCHEMA]
Url = Annotated[str, BeforeValidator(read_url), TEXT_SCHEMA]
Colour = Annotated[str, BeforeValidator(read_colour), TEXT_SCHEMA]
Slug = Annotated[str, BeforeValidator(read_slug), TEXT_SCHEMA]
FileName = Annotated[str, BeforeValidator(read_file_name), TEXT_SCHEMA]
Weekdays = Annotated[tuple[Weekday, ...], BeforeValidator(split_listing)]
Ordinals = Annotated[tuple[Ordinal, ...], BeforeValidator(split_listing)]
Dates = Annotated[tuple[Date, ...], BeforeValidator(listing)]
DayNumbers = Annotated[tuple[DayNumber, ...], BeforeValidator(split_listing)]
Months = Annotated[tuple[Month, ...], BeforeValidator(split_listing)]
Slugs = Annotated[tuple[Slug, ...], BeforeValidator(split_listing)]
Terms = Annotated[tuple[Text, ...], BeforeValidator(split_terms)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(listing)]
