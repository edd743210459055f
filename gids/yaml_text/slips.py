"""What people do wrong in YAML, one rule per mistake; each docstring is the mistake.

A rule looks at one line and says what is wrong with it and how the line was meant. Rules may see
ghosts: ``diagnosis`` only believes one when the parser gets further with the line as it was meant.
"""

import re
from collections.abc import Callable
from typing import Literal, TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from gids.yaml_text.places import Span

LINE = re.compile(
    r"(?P<indent>[ \t]*)(?P<dashes>(?:-[ \t]+)*)"
    r"(?:(?P<key>[^\W\d][\w -]*?)[ \t]*:(?:[ \t]+|$))?(?P<value>.*?)[ \t]*$"
)


class Slip(Struct, frozen=True):
    """One mistake in the YAML itself, with its place, what is wrong and the cure."""

    span: Span
    code: str
    message: str
    hint: str
    severity: Literal["error", "warning"] = "error"


class Mend(Struct, frozen=True):
    """A slip, and its line as it was meant."""

    slip: Slip
    line: str


class Line(Struct, frozen=True):
    """A line in the parts that people see: indent, dashes, key and value.

    ``start`` is the index of the value in ``text``, ``content`` that of whatever comes first after
    indent and dashes. ``above`` is the nearest line before it that is not empty.
    """

    number: int
    text: str
    key: str
    value: str
    start: int
    content: int
    above: str = ""

    def part(self, start: int, length: int = 1) -> Span:
        """A piece of the value."""
        return Span(self.number, self.start + start + 1, max(length, 1))

    def without(self, quote: str) -> "Line":
        """The same with a value that has lost the quotes around it."""
        return replace(self, value=self.value.removeprefix(quote).removesuffix(quote))

    def with_value(self, value: str) -> str:
        return self.text[: self.start] + value

    def shown(self, value: str) -> str:
        """Key and value, as a line to copy."""
        return f"{self.key}: {value}" if self.key else value


Rule: TypeAlias = Callable[[Line], Mend | None]


def line_of(text: str, number: int, above: str = "") -> Line:
    match = LINE.match(text)
    if not match:
        return Line(number, text, "", text, 0, 0, above)
    content = match.end("dashes")
    return Line(
        number, text, match["key"] or "", match["value"], match.start("value"), content, above
    )


def quoted(value: str) -> str:
    """A text between the quotes that leave it as it is."""
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'


def between_quotes(line: Line, span: Span, code: str, message: str) -> Mend:
    """The cure for most slips."""
    whole = quoted(line.value)
    hint = f"Zet de tekst tussen aanhalingstekens:  {line.shown(whole)}"
    return Mend(Slip(span, code, message, hint), line.with_value(whole))


# --- how a value starts ----------------------------------------------------------------------


def odd_start(line: Line) -> Mend | None:
    """The value starts with a character that means something in YAML: ``@thuis``, ``*Koffie*``."""
    if not re.match(r"[@`%&*!\]},]|\?\s", line.value):
        return None
    message = f'De tekst begint met "{line.value[0]}". Dat teken betekent hier iets bijzonders.'
    return between_quotes(line, line.part(0), "yaml-teken", message)


def apostrophe(line: Line) -> Mend | None:
    """``'s Ochtends`` starts with what YAML takes for a quote."""
    if not re.match(r"'[stnmkr](?:-|\s)", line.value) or re.search(r"[^']'$", line.value):
        return None
    message = "De tekst begint met een apostrof. Dat leest de computer als een aanhalingsteken."
    return between_quotes(line, line.part(0, 2), "yaml-apostrof", message)


def apostrophe_in_list(line: Line) -> Mend | None:
    """The same between brackets: ``[overdag, 's nachts]``."""
    match = APOSTROPHE_ITEM.search(line.value) if line.value.startswith("[") else None
    if not match:
        return None
    item = match["item"]
    message = "Dit woord begint met een apostrof. Dat leest de computer als een aanhalingsteken."
    hint = f'Zet het woord tussen aanhalingstekens:  "{item}"'
    slip = Slip(line.part(match.start("item"), len(item)), "yaml-apostrof", message, hint)
    return Mend(slip, line.with_value(APOSTROPHE_ITEM.sub(r'\g<before>"\g<item>"', line.value)))


APOSTROPHE_ITEM = re.compile(r"(?P<before>[\[,]\s*)(?P<item>'[stnmkr][\s-][^,\]\"]*[^,\]\"\s'])")


def dash(line: Line) -> Mend | None:
    """A dash after a key: ``titel: - koffie``."""
    match = re.match(r"-\s+(?P<rest>.+)", line.value)
    if not match or not line.key:
        return None
    message = f'Achter "{line.key}:" staat een streepje. Dat leest de computer als een lijst.'
    hint = f"Haal het streepje weg:  {line.shown(match['rest'])}"
    slip = Slip(line.part(0), "yaml-streepje", message, hint)
    return Mend(slip, line.with_value(match["rest"]))


def text_after_bar(line: Line) -> Mend | None:
    """``omschrijving: | Koffie``: the text of a ``|`` starts on the next line."""
    match = re.match(r"(?P<bar>[|>])\s*(?P<rest>.+)", line.value)
    if not match or not line.key:
        return None
    rest = match["rest"]
    message = f"Achter {match['bar']} staat nog tekst op dezelfde regel."
    hint = (
        f"Haal het teken weg, of zet de tekst eronder met twee spaties ervoor:  {line.shown(rest)}"
    )
    slip = Slip(line.part(match.start("rest"), len(rest)), "yaml-tekstblok", message, hint)
    return Mend(slip, line.with_value(rest if is_safe(rest) else quoted(rest)))


# --- quotes and brackets ---------------------------------------------------------------------


def open_quote(line: Line) -> Mend | None:
    """A quote that is opened and not closed."""
    quote = line.value[:1]
    if quote not in {"'", '"'} or line.value.count(quote) % 2 == 0:
        return None
    bare = line.value[1:]
    if bare.endswith(quote):
        message = f"Tussen de aanhalingstekens staat nog een {quote}."
        return between_quotes(line.without(quote), line.part(0), "yaml-aanhalingsteken", message)
    shown = bare if is_safe(bare) else quoted(bare)
    message = f"Het aanhalingsteken {quote} aan het begin wordt niet gesloten."
    hint = f"Zet er ook een aan het eind, of haal het weg:  {line.shown(shown)}"
    slip = Slip(line.part(0), "yaml-aanhalingsteken", message, hint)
    return Mend(slip, line.with_value(quoted(bare)))


def is_safe(value: str) -> bool:
    """Whether a text can stand without quotes."""
    return not re.search(r":(?:\s|$)|\s#|^[@`%&*!\[\]{},?|>'\"-]", value)


def after_quote(line: Line) -> Mend | None:
    """Text goes on after the closing quote: ``"Koffie" in de buurt``."""
    match = re.match(r"(?:\"[^\"]*\"|'[^']*')\s*(?P<rest>[^\s#].*)", line.value)
    if not match:
        return None
    at = line.part(match.start("rest"), len(match["rest"]))
    message = "Na het tweede aanhalingsteken staat nog tekst."
    return between_quotes(line, at, "yaml-na-aanhalingsteken", message)


def backslash(line: Line) -> Mend | None:
    r"""A backslash between double quotes starts a code: ``"C:\koffie"``."""
    match = re.match(r'"(?P<bare>.*\\.*)"$', line.value)
    if not match:
        return None
    whole = quoted(match["bare"])
    message = "Een \\ tussen dubbele aanhalingstekens betekent hier iets bijzonders."
    hint = f"Gebruik enkele aanhalingstekens:  {line.shown(whole)}"
    slip = Slip(line.part(line.value.index("\\")), "yaml-schuine-streep", message, hint)
    return Mend(slip, line.with_value(whole))


def after_bracket(line: Line) -> Mend | None:
    """Text goes on after a list between brackets: ``[ontmoeten] en eten``."""
    match = re.match(r"\[(?P<items>[^\[\]]*)\]\s*(?P<rest>[^#:\s].*)", line.value)
    if not match:
        return None
    words = re.split(r"\s*,\s*|(?:^|\s+)en\s+", match["rest"])
    whole = f"[{', '.join(w for w in (match['items'].strip(' ,'), *words) if w)}]"
    message = f'Na het haakje ] staat nog tekst: "{match["rest"]}".'
    hint = f"Zet alles tussen de haakjes, met komma's ertussen:  {line.shown(whole)}"
    at = line.part(match.start("rest"), len(match["rest"]))
    return Mend(Slip(at, "yaml-na-haakje", message, hint), line.with_value(whole))


def open_bracket(line: Line) -> Mend | None:
    """A list that is opened with ``[`` and not closed."""
    match = re.match(r"\[(?P<items>[^\[\]]*)$", line.value)
    if not match:
        return None
    whole = "[" + match["items"].rstrip(" ,") + "]"
    hint = f"Zet een ] aan het eind:  {line.shown(whole)}"
    slip = Slip(line.part(0), "yaml-haakje", "Het haakje [ wordt niet gesloten.", hint)
    return Mend(slip, line.with_value(whole))


# --- colons ----------------------------------------------------------------------------------


def colon_in_value(line: Line) -> Mend | None:
    """A colon with a space in a text without quotes: ``titel: Koffie: elke dinsdag``."""
    match = re.search(r":(?=\s|$)", line.value)
    if not match or not line.key or line.value[0] in "\"'[{|>":
        return None
    message = "In de tekst staat een dubbele punt. Daar raakt de computer van in de war."
    return between_quotes(line, line.part(match.start()), "yaml-dubbele-punt", message)


def tight_colon(line: Line) -> Mend | None:
    """No space after the colon: ``titel:Koffie``."""
    match = re.fullmatch(r"(?P<key>[a-z_]+):(?P<value>[^\s/].*)", line.value)
    if not match or line.key:
        return None
    meant = f"{match['key']}: {match['value']}"
    message = "Na de dubbele punt ontbreekt een spatie."
    slip = Slip(line.part(match.end("key")), "yaml-spatie", message, f"Schrijf:  {meant}")
    return Mend(slip, line.with_value(meant))


def missing_colon(known: frozenset[str]) -> Rule:
    """The rule for files with these keys."""

    def rule(line: Line) -> Mend | None:
        """A key without its colon, or with another sign: ``titel Koffie``, ``titel = Koffie``."""
        match = NO_COLON.match(line.value)
        if line.key or not match or match["word"] not in known:
            return None
        word, sign = match["word"], match["sign"]
        meant = f"{word}: {match['rest']}".rstrip()
        message = (
            f'Na "{word}" staat "{sign}" in plaats van een dubbele punt.'
            if sign
            else f'Na "{word}" ontbreekt een dubbele punt.'
        )
        at = line.part(0, match.start("rest") if sign else len(word))
        slip = Slip(at, "yaml-geen-dubbele-punt", message, f"Schrijf:  {meant}")
        return Mend(slip, line.with_value(meant))

    return rule


NO_COLON = re.compile(r"(?P<word>[a-z_]+)(?:\s*(?P<sign>[;=：])|\s|$)\s*(?P<rest>.*)")


def all_between_quotes(known: frozenset[str]) -> Rule:
    """The rule for files with these keys."""

    def rule(line: Line) -> Mend | None:
        """Key and value between one pair of quotes: ``"titel: Koffie"``."""
        match = re.fullmatch(
            r"""(?P<quote>["'])(?P<inner>(?P<key>[a-z_]+):.*)(?P=quote)""", line.value
        )
        if line.key or not match or match["key"] not in known:
            return None
        message = "De hele regel staat tussen aanhalingstekens."
        hint = f"Haal ze weg, of zet ze alleen om de tekst:  {match['inner']}"
        slip = Slip(line.part(0, len(line.value)), "yaml-aanhalingsteken", message, hint)
        return Mend(slip, line.with_value(match["inner"]))

    return rule


# --- lines that belong to nothing ------------------------------------------------------------


def missing_dash(line: Line) -> Mend | None:
    """A list item that lost its dash."""
    above = line_of(line.above, 0)
    listed = above.content and line.above[: above.content].rstrip().endswith("-")
    if not listed or above.key or line.key or not line.value or line.content != line.start:
        return None
    message, hint = "Hier ontbreekt een streepje.", f"Schrijf:  - {line.value}"
    slip = Slip(line.part(0, len(line.value)), "yaml-lijst", message, hint)
    return Mend(slip, line.above[: above.content] + line.value)


def loose_text(line: Line) -> Mend | None:
    """Text that stands too far to the left to belong to the line above."""
    above = line_of(line.above, 0)
    if line.key or not line.value or not above.key or "-" in line.text[: line.content]:
        return None
    depth = above.content + 2
    message = "Deze regel hoort nergens bij: er staat geen woord met een dubbele punt voor."
    goes_on = not above.value or above.value[0] in "|>"
    else_away = "" if goes_on else " Haal de regel anders weg."
    hint = f'Is het een vervolg van "{above.key}"? Laat de regel dan met {depth} spaties beginnen.'
    slip = Slip(line.part(0, len(line.value)), "yaml-losse-tekst", message, hint + else_away)
    return Mend(slip, " " * depth + line.value if goes_on else "")


RULES: tuple[Rule, ...] = (
    odd_start,
    apostrophe,
    apostrophe_in_list,
    open_quote,
    after_quote,
    backslash,
    after_bracket,
    open_bracket,
    dash,
    text_after_bar,
    colon_in_value,
    tight_colon,
    missing_dash,
)
