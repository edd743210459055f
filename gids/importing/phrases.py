"""A schedule and a price as people write them in a cell or a sentence, taken apart into fields.

What is not understood is never dropped: it comes back as ``rest``, for a person to look at.
"""

import re

from msgspec import Struct, field

from gids.values import MONTHS, ORDINALS, WEEKDAYS, named, normal, read_time
from gids.writing import Tree

DAY_NAME = r"(?:ma|di|wo|do|vr|za|zo|(?:maan|dins|woens|donder|vrij|zater|zon)dag)"
CLOCK = r"\d{1,2}(?:[:.u]\d{2})?(?:\s*(?:uur|u|h)\b)?"
UNTIL = r"(?:-|–|—|tot(?: ongeveer| circa)?|t/m|en)"
SPAN = re.compile(rf"(?:(?:van|vanaf|tussen|om)\s+)?(?<!#)({CLOCK})\s*{UNTIL}\s*({CLOCK})")
START = re.compile(
    rf"(?:om|vanaf|aanvang|start|begin)\s*:?\s*({CLOCK})|(?<!#)(\d{{1,2}}[:.]\d{{2}})"
)
DOORS = re.compile(rf"(?:inloop|deur(?:en)? open|zaal open)(?: vanaf| om|:)?\s*({CLOCK}),?")
DATE = re.compile(
    r"\b(\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[-/]\d{1,2}[-/]\d{4}|\d{1,2}\s+[a-z]{3,9}\.?\s+\d{4})\b"
)
MARK = re.compile(r"#(\d+)#")
"""Stands for a date while the times are found, so that 19-12-2026 is not from 19 until 12."""

SINCE = re.compile(
    rf"\b(?:vanaf|per|start(?:end)? op|eerste keer:?)\s+(?:{DAY_NAME}\s+)?{MARK.pattern}"
)
EXCEPT = re.compile(
    r"[,(]?\s*\b(?:behalve|met uitzondering van|uitgezonderd|m\.?u\.?v\.?|niet|geen)\s+"
    r"(?:in\s+|op\s+|tijdens\s+)?(?:de\s+)?((?:(?!\d)[^.;()])+)\)?"
)
DAY = re.compile(
    rf"\b({DAY_NAME})(?:en|s)?"
    r"(?:ochtend|morgen|middag|avond)?(?:en|s)?\b\.?"
)
DAY_RANGE = re.compile(rf"{DAY.pattern}\s*(?:t/m|tot en met|-|–)\s*{DAY.pattern}")
ORDINAL = re.compile(
    r"\b(1e|2e|3e|4e|5e|1ste|2de|3de|4de|5de|eerste|tweede|derde|vierde|vijfde|laatste)\b"
)
APPOINTMENT = re.compile(r"\b(?:op afspraak|op aanvraag|in overleg|volgens afspraak)\b")
EVERY_FEW = re.compile(
    r"\bom de (?:(twee|drie|vier|2|3|4) )?we(?:ek|ken)\b|\btweewekelijks\b"
    r"|\b(?:eens|1x|1 keer|één keer) (?:in de|per) (twee|drie|vier|2|3|4) weken\b"
)
PARITY = re.compile(r"\b(even|oneven)\b(?: we(?:ek|ken))?")
GROUPS = (
    (re.compile(r"\b(?:werkdagen|doordeweeks)\b"), WEEKDAYS[:5]),
    (re.compile(r"\bweekend(?:en)?\b"), WEEKDAYS[5:]),
)
DAILY = re.compile(r"\b(?:dagelijks|elke dag|alle dagen)\b")
FILLER = re.compile(
    r"\b(?:elke|iedere?|alle|van|de|het|per|maand|week|weken|op|in|en|uur|om|tot|van|vanaf|is|er|"
    r"wekelijks|maandelijks|tussen|vast|vaste|telkens|steeds)\b|[\s,.;:()&/+–—-]+"
)


class Phrase(Struct):
    """What is left of a text while it is taken apart."""

    rest: str
    dates: list[str] = field(default_factory=list)
    not_in: list[str] = field(default_factory=list)

    def take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The first match, which is then no longer in the rest."""
        match = pattern.search(self.rest)
        if match:
            self.rest = f"{self.rest[: match.start()]} {self.rest[match.end() :]}"
        return match


def schedule(text: str) -> tuple[dict[str, Tree] | None, str]:
    """The block ``wanneer`` that a text means, and what was not understood of it.

    None when there is no telling when it is; the whole text is then the rest.
    """
    phrase = marked(spelled(text))
    while match := phrase.take(EXCEPT):
        phrase.not_in += exceptions(match[1])
    since = phrase.take(SINCE)
    moments = found_moments(phrase, phrase.dates[int(since[1])] if since else "")
    rest = FILLER.sub(" ", phrase.rest).strip()
    if not moments:
        return None, text.strip()
    when: dict[str, Tree] = {"momenten": list(moments)}
    if phrase.not_in:
        when["niet_in"] = list(phrase.not_in)
    if len(rest) > 2:
        when["toelichting"] = text.strip()
    return when, rest if len(rest) > 2 else ""


def spelled(text: str) -> str:
    """Small letters, single spaces, ``elke`` for all its relatives."""
    return re.sub(r"\b(?:iedere?|elk|alle)\b(?=\s)", "elke", normal(text))


def marked(text: str) -> Phrase:
    """The text with a mark for each date, and the dates."""
    phrase = Phrase(text)

    def mark(match: re.Match[str]) -> str:
        phrase.dates.append(match[1])
        return f"#{len(phrase.dates) - 1}#"

    phrase.rest = DATE.sub(mark, text)
    return phrase


def exceptions(text: str) -> list[str]:
    """``juli en augustus``, ``de schoolvakanties en feestdagen``, as words of ``niet_in``."""
    words = []
    for part in re.split(
        r"\s*(?:,|\ben\b|\bof\b|&|/)\s*(?:in |op |tijdens )?(?:de )?", text.strip()
    ):
        if part.startswith(("schoolvakantie", "vakantie")):
            words.append("schoolvakanties")
        elif "feestdag" in part:
            words.append("feestdagen")
        elif (month := named(part, MONTHS, 3)) is not None:
            words.append(MONTHS[month])
        elif part:
            words.append(part)
    return words


def found_moments(phrase: Phrase, since: str) -> list[dict[str, Tree]]:
    """Every moment in the text: by appointment, on loose dates, or per stretch of time."""
    if phrase.take(APPOINTMENT):
        return [by_appointment(phrase)]
    doors = phrase.take(DOORS)
    times = list(SPAN.finditer(phrase.rest)) or list(START.finditer(phrase.rest))
    moments: list[dict[str, Tree]] = []
    whole, position, left = phrase.rest, 0, []
    for index, match in enumerate(times):
        until = whole[match.end() :] if index == len(times) - 1 else ""
        part = Phrase(f"{whole[position : match.start()]} {until}", phrase.dates)
        position = match.end()
        days = day_fields(part, since) or (moments[-1] if moments else {})
        if days:
            moments.append(days | clocks(match) | ({"inloop": clock(doors[1])} if doors else {}))
        left.append(part.rest)
    phrase.rest = " ".join(left) if times else phrase.rest
    return moments


def clocks(match: re.Match[str]) -> dict[str, Tree]:
    """``van`` and ``tot`` of a stretch, or of a start alone."""
    keys = ("van", "tot")
    found = (group for group in match.groups() if group)
    return {key: clock(group) for key, group in zip(keys, found, strict=False)}


def clock(text: str) -> str:
    return f"{read_time(text):%H:%M}"


def by_appointment(phrase: Phrase) -> dict[str, Tree]:
    days = weekdays(phrase)
    span = phrase.take(SPAN)
    moment: dict[str, Tree] = {"soort": "op afspraak"}
    if days:
        moment["dag"] = list(days)
    return moment | (clocks(span) if span else {})


def day_fields(part: Phrase, since: str) -> dict[str, Tree]:
    """How often and on which days, without the times; empty where the text does not say."""
    marks = iter(lambda: part.take(MARK), None)
    dates: list[Tree] = [part.dates[int(match[1])] for match in marks]
    if dates:
        weekdays(part)
        return {"soort": "losse data", "data": dates}
    ordinals = [ordinal(match[1]) for match in iter(lambda: part.take(ORDINAL), None)]
    few, parity = part.take(EVERY_FEW), part.take(PARITY)
    days: list[Tree] = list(weekdays(part))
    if not days:
        return {"soort": "elke dag"} if part.take(DAILY) else {}
    if ordinals:
        return {"soort": "elke maand", "welke": list(ordinals), "dag": days}
    if few:
        return every_few(few, days, since)
    if parity:
        return {"soort": f"{parity[1]} weken", "dag": days}
    season = {"vanaf": since} if since else {}
    return {"soort": "elke week", "dag": days, **season}


def every_few(match: re.Match[str], days: list[Tree], since: str) -> dict[str, Tree]:
    """Without a first time there is no telling which weeks; the reader of the draft will ask."""
    numbers = {"drie": "3", "3": "3", "vier": "4", "4": "4"}
    weeks = numbers.get(match[1] or match[2] or "", "2")
    found: dict[str, Tree] = {"soort": "om de week", "dag": days}
    if weeks != "2":
        found["aantal_weken"] = weeks
    return found | ({"eerste_keer": since} if since else {})


def ordinal(word: str) -> str:
    names = list(ORDINALS)
    return word if word in ORDINALS else names[int(word[0]) - 1]


def weekdays(part: Phrase) -> list[str]:
    """The days that a text names, in the order of the week."""
    found = set()
    while match := part.take(DAY_RANGE):
        first, last = (weekday(name) for name in match.groups())
        found |= {(first + n) % 7 for n in range((last - first) % 7 + 1)}
    for pattern, names in GROUPS:
        if part.take(pattern):
            found |= {WEEKDAYS.index(name) for name in names}
    while match := part.take(DAY):
        found.add(weekday(match[1]))
    return [WEEKDAYS[index] for index in sorted(found)]


def weekday(name: str) -> int:
    return next(index for index, day in enumerate(WEEKDAYS) if day.startswith(name[:2]))


# --- what it costs ---------------------------------------------------------------------------

AMOUNT = re.compile(r"(?:€|eur|euro)?\s*(\d{1,4}(?:[,.](?:\d{2}|-+|–))?)(?:\s*(?:euro|eur|€))?")
GIFT = re.compile(r"vrij(?:willig)?e? (?:gift|bijdrage)|bijdrage naar keuze|giften? welkom")
FREE = re.compile(r"\b(?:gratis|geen kosten|kosteloos|geen|nee|0(?:[,.]00)?|€ 0)\b")


def cost(text: str) -> Tree:
    """The block ``kosten`` that a text means; what comes with an amount is what it is for."""
    words = normal(text)
    amounts = [match for match in AMOUNT.finditer(words) if float_of(match[1])]
    if GIFT.search(words):
        return {"soort": "vrije gift"}
    if amounts:
        return {
            "soort": "betaald",
            "bedragen": [amount(words, amounts, n) for n in range(len(amounts))],
        }
    if FREE.search(words):
        return "gratis"
    return (
        {"soort": "onbekend", "toelichting": text.strip()}
        if words not in ("", "onbekend")
        else "onbekend"
    )


def amount(words: str, found: list[re.Match[str]], index: int) -> dict[str, Tree]:
    following = found[index + 1].start() if index + 1 < len(found) else len(words)
    what = words[found[index].end() : following].strip(" ,;.:()+")
    what = re.sub(r"\s+(?:en|of)$", "", what)
    made: dict[str, Tree] = {"bedrag": found[index][1]}
    return made | ({"waarvoor": what} if what else {})


def float_of(text: str) -> float:
    return float(re.sub(r"[,.](?:-+|–)$", "", text).replace(",", "."))
