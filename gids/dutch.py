"""Every Dutch word that code must make: dates, times, phone numbers, amounts, order and addresses.

Notation follows the Taalunie (a point in times, no leading zero) and PRODUCT: plain Dutch that
reads aloud well. Nothing here depends on the machine's locale or on a clock.
"""

import re
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime, time
from decimal import Decimal
from functools import cache
from typing import Literal

from gids.values import AREA_CODES_3, MONTHS, NUMBER_WORDS, WEEKDAYS

NBSP = "\u00a0"
SPOKEN_NUMBERS = ("nul", "één", *NUMBER_WORDS[2:])

# --- dates and times -------------------------------------------------------------------------


def date_long(day: date) -> str:
    """``dinsdag 24 november 2026``."""
    return f"{date_day(day)} {day.year}"


def date_day(day: date) -> str:
    """``dinsdag 24 november``: for a date in the coming months, where the year is plain."""
    return f"{WEEKDAYS[day.weekday()]} {date_plain(day)}"


def date_plain(day: date) -> str:
    """``24 november``: where the day of the week is already said, or only distracts."""
    return f"{day.day} {MONTHS[day.month - 1]}"


def clock(at: time | datetime) -> str:
    """``14.00``, ``9.30``."""
    return f"{at.hour}.{at.minute:02d}"


def time_span(start: time | datetime, end: time | datetime | None) -> str:
    """``van 14.00 tot 16.00 uur``, ``om 14.00 uur`` without an end; midnight as an end is 24.00."""
    if end is None:
        return f"om {clock(start)} uur"
    until = "24.00" if (end.hour, end.minute) == (0, 0) else clock(end)
    return f"van {clock(start)} tot {until} uur"


def part_of_day(at: time | datetime) -> Literal["ochtend", "middag", "avond"]:
    """Morning from 5.00, afternoon from 12.00, evening from 18.00 and through the night."""
    if at.hour < 5 or at.hour >= 18:
        return "avond"
    return "ochtend" if at.hour < 12 else "middag"


# --- numbers ---------------------------------------------------------------------------------


def money(amount: Decimal) -> str:
    """``€ 2,50``, ``€ 1.250,00``: two decimals always, the space does not break."""
    text = f"{amount:,.2f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return f"€{NBSP}{text}"


def number(n: int) -> str:
    """In words up to twelve, as running text has it; else digits with a point per thousand."""
    return SPOKEN_NUMBERS[n] if 0 <= n < len(SPOKEN_NUMBERS) else f"{n:,}".replace(",", ".")


def count(n: int, one: str, many: str) -> str:
    """``1 activiteit``, ``3 activiteiten``, ``geen activiteiten``."""
    if n == 0:
        return f"geen {many}"
    return f"{n:,}".replace(",", ".") + f" {one if n == 1 else many}"


def phone(digits: str) -> str:
    """A stored number as people read it: ``023 - 123 45 67``, ``06 - 12 34 56 78``, ``0800-0113``.

    ``14 023`` and ``116 123`` are national short numbers; from abroad ``+32 12 34 56 78``.
    """
    if digits.startswith("+"):
        return foreign_phone(digits)
    if not digits.startswith("0"):
        return f"{digits[:-3]} {digits[-3:]}" if len(digits) > 3 else digits
    if re.match(r"0(?:800|90[069])", digits):
        rest = digits[4:]
        return f"{digits[:4]}-{rest}" if len(rest) == 4 else f"{digits[:4]} - {grouped(rest)}"
    size = 2 if digits[1] == "6" else 3 if digits[:3] in AREA_CODES_3 else 4
    return f"{digits[:size]} - {grouped(digits[size:])}"


def grouped(digits: str) -> str:
    """Pairs, after one group of three when the number of digits is odd: ``123 45 67``."""
    head = 3 if len(digits) % 2 else 2
    parts = [digits[:head], *(digits[i : i + 2] for i in range(head, len(digits), 2))]
    return " ".join(parts)


def foreign_phone(digits: str) -> str:
    """``+32 12 34 56 78``: a country code has 1, 2 or 3 digits (ITU-T E.164, assigned codes)."""
    two = re.match(r"\+(?:2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])", digits)
    size = 2 if digits[1] in "17" else 3 if two else 4
    return f"{digits[:size]} {grouped(digits[size:])}"


def phone_href(digits: str) -> str:
    """``tel:+31231234567`` (RFC 3966); numbers that only work in the country stay as they are."""
    if re.match(r"0[1-8]\d{8}$", digits) and not digits.startswith("0800"):
        return f"tel:+31{digits[1:]}"
    return f"tel:{digits}"


# --- words -----------------------------------------------------------------------------------


def joined(words: Sequence[str], last: str = "en") -> str:
    """``a``, ``a en b``, ``a, b en c``."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def capital(text: str) -> str:
    """As a sentence starts: ``IJs``; after ``'s`` or ``'t`` the next word has it (Taalunie)."""
    if match := re.match(r"(['’‘][a-z]\s+)(.+)", text, re.DOTALL):
        return match[1] + capital(match[2])
    size = 2 if text[:2] == "ij" else 1
    return text[:size].upper() + text[size:]


def sentence(text: str) -> str:
    """A capital in front and a full stop behind, unless it ends a sentence already."""
    text = capital(text.strip())
    return text if not text or text[-1] in ".!?…" else text + "."


SPELLED = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "þ": "th"})


def folded(text: str) -> str:
    """Small letters without accents, for comparing: ``Café`` and ``cafe`` are one."""
    text = unicodedata.normalize("NFKD", text.casefold().translate(SPELLED))
    return "".join(char for char in text if not unicodedata.combining(char))


def slugify(text: str) -> str:
    """The piece of an address: small letters, digits and hyphens, at most 60; else empty."""
    words = re.findall(r"[a-z0-9]+", re.sub(r"(?<=\w)['’‘`](?=\w)", "", folded(text)))
    slug = "-".join(words)
    return slug if len(slug) <= 60 else slug[:61].rpartition("-")[0] or slug[:60]


@cache
def sort_key(text: str) -> tuple[str, str]:
    """Alphabetical as a reader expects: no accents, no leading article, quotes or stripes.

    ``'t Trefpunt`` stands at the T of Trefpunt, ``De Luifel`` at the L.
    """
    article = r"^(?:['’‘][tsn][\s-]+|[\W_]*(?:(?:de|het|een)\s+)?)"
    return re.sub(article, "", folded(text)), text
