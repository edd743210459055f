"""A close look at a text that is not plain YAML: every slip in it, and the tree if that can be.

The parser only says where it got stuck. From there this looks for a line with a mistake that people
really make, mends a copy of it and lets the parser try again. A mend that brings it further is the
explanation; and what follows in the file can be checked as well, all at once.
"""

import re
from collections.abc import Iterator

from msgspec import Struct, field
from msgspec.structs import replace
from yaml import MarkedYAMLError, YAMLError

from gids.yaml_text.places import (
    Keys,
    Marked,
    Odd,
    Scalar,
    Span,
    Spot,
    TooDeepError,
    read_marked,
)
from gids.yaml_text.slips import (
    RULES,
    Line,
    Mend,
    Rule,
    Slip,
    all_between_quotes,
    line_of,
    loose_text,
    missing_colon,
    quoted,
)
from gids.yaml_text.tree import ODD_SPACES, Tree

MANY_DOUBLES = 3
MOST_SLIPS = 20
LINES_BACK = 30
CONTROL = re.compile(
    "[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufeff\ufffe\uffff]+"
)
CONFLICT = re.compile(r"^(?:<{7}|={7}|>{7})(?= |$)", re.MULTILINE)
OPENED = re.compile(r"scanning a|flow|quoted|parsing a tag")


class Look(Struct, frozen=True):
    """The slips, and the tree with its places; None where it could not be read."""

    slips: tuple[Slip, ...]
    tree: "Tree | None" = None
    spots: dict[Keys, Spot] = field(default_factory=lambda: {(): Spot(Span(1, 1, 0))})


class Stuck(Struct, frozen=True):
    """Where the parser got stuck, which line to look at first, and on what."""

    line: int
    column: int
    first: int
    what: str = ""
    scalar: Scalar | None = None

    @property
    def place(self) -> tuple[int, int]:
        return self.line, self.column


def look_closely(text: str, known: frozenset[str]) -> Look:
    """Every slip in a text; ``known`` are the keys that this kind of file has.

    Lines and columns are those of the text as given, except in lines that have a slip themselves.
    """
    text = ODD_SPACES.sub(" ", text)
    for pattern, words in WRAPPED:
        if found := pattern.search(text):
            return Look((slip_at(text, found, *words),))
    slips = [slip_at(text, found, *UNSEEN) for found in CONTROL.finditer(text)][:1]
    text = CONTROL.sub(lambda found: " " * len(found[0]), text)
    while len(slips) < MOST_SLIPS:
        marked, stuck = attempt(text)
        if stuck is None:
            extra = (*doubles(marked.oddities), *cut_lines(text, marked.scalars))
            return Look((*slips, *extra), marked.tree, marked.spots)
        slip, mended = explain(text, stuck, known)
        if slip.code != "yaml-opbouw" or not slips:
            slips.append(slip)  # what cannot be explained after a mend may come from that mend
        if mended is None:
            break
        text = mended
    return Look(tuple(slips))


FENCE = re.compile(r"\A\s*(`{3,}|~{3,})[^\n]*")
QUOTED_MAIL = re.compile(r"\A\s*(>)(?=[^\n]*\n\s*>)")
WEB_PAGE = re.compile(r"\A\s*<(?:!doctype|html|head|body|\?xml)[^\n]*", re.IGNORECASE)
TWO_VERSIONS = (
    "yaml-twee-versies",
    "Hier staan twee versies van hetzelfde stuk onder elkaar.",
    "Kies er één, en haal de andere weg met de regels  <<<<<<<  =======  >>>>>>>",
)
IN_A_FENCE = (
    "yaml-hek",
    "Deze regel komt van een ander programma en hoort niet bij de tekst.",
    "Haal de regel weg, en ook de regel met dezelfde tekens aan het eind.",
)
OUT_OF_A_MAIL = (
    "yaml-mail",
    "Voor de regels staat een >. Dat zet een mailprogramma ervoor.",
    "Haal dat teken weg voor elke regel.",
)
NO_PAGE = (
    "yaml-webpagina",
    "Dit is een bladzijde van internet, geen tekst voor de gids.",
    "Schrijf gewone regels, met een woord, een dubbele punt en een waarde:  titel: Koffieochtend",
)
WRAPPED = (
    (CONFLICT, TWO_VERSIONS),
    (FENCE, IN_A_FENCE),
    (QUOTED_MAIL, OUT_OF_A_MAIL),
    (WEB_PAGE, NO_PAGE),
)
"""What surrounds a whole text; the rest makes no sense until it is gone."""

UNSEEN = (
    "yaml-onzichtbaar",
    "Hier staat een onzichtbaar teken dat niet in tekst hoort.",
    "Haal het weg, of typ deze regel opnieuw.",
)


def slip_at(text: str, found: re.Match[str], code: str, message: str, hint: str) -> Slip:
    """A slip at a place in the whole text."""
    line = text.count("\n", 0, found.start()) + 1
    column = found.start() - text.rfind("\n", 0, found.start())
    return Slip(Span(line, column, len(found[0])), code, message, hint)


# --- trying ----------------------------------------------------------------------------------


def attempt(text: str) -> tuple[Marked, Stuck | None]:
    """Parse, and say where it went wrong if it did."""
    try:
        marked = read_marked(text)
    except TooDeepError as error:
        return Marked(), Stuck(error.span.line, error.span.column, error.span.line, "deep")
    except MarkedYAMLError as error:
        return Marked(), stuck_at(error)
    except (YAMLError, ValueError):
        return Marked(), Stuck(1, 1, 1)
    for odd in marked.oddities:
        if odd.kind != "double":
            return marked, Stuck(odd.span.line, odd.span.column, odd.span.line, odd.kind)
    lines = text.split("\n")
    for scalar in marked.scalars:
        if is_tight_dash(lines, scalar):
            line = scalar.span.line
            return marked, Stuck(line, scalar.span.column, line, "dash", scalar)
    return marked, None


def stuck_at(error: MarkedYAMLError) -> Stuck:
    """A quote or bracket that is never closed is looked for where it was opened."""
    what = f"{error.context or ''}, {error.problem or ''}"
    mark, start = error.problem_mark, error.context_mark
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    if start and OPENED.search(error.context or ""):
        return Stuck(start.line + 1, start.column + 1, start.line + 1, what)
    return Stuck(line, column, line, what)


def is_tight_dash(lines: list[str], scalar: Scalar) -> bool:
    """A text that starts its line with a dash but no space: a list item that went wrong."""
    if not scalar.plain or not re.match(r"-[^\s\d-]", scalar.value):
        return False
    return not line_at(lines, scalar.span.line)[: scalar.span.column - 1].strip()


def explain(text: str, stuck: Stuck, known: frozenset[str]) -> tuple[Slip, str | None]:
    """What is wrong, and the text without it; None where we cannot tell what was meant."""
    for slip, mended in mends(text, stuck, known):
        _, left = attempt(mended)
        if left is None or left.place > stuck.place:
            return slip, mended
    return unmended(text, stuck), None


def mends(text: str, stuck: Stuck, known: frozenset[str]) -> Iterator[tuple[Slip, str]]:
    """What may have been meant, the likeliest first."""
    lines = text.split("\n")
    if stuck.what in {"deep", "key"}:
        return
    if "document" in stuck.what:
        yield from without_second(lines, stuck)
    if stuck.scalar:
        yield spaced_dashes(lines, stuck.scalar)
    yield from with_plain_dashes(lines, stuck)
    if "\t" in indent_of(line_at(lines, stuck.line)):
        yield without_tabs(lines, stuck.line)
    yield from by_rule(lines, stuck, (*RULES, missing_colon(known), all_between_quotes(known)))
    yield from with_loose_lines(lines, stuck)
    yield from without_greeting(lines)
    yield from by_indent(lines, stuck)


def by_rule(lines: list[str], stuck: Stuck, rules: tuple[Rule, ...]) -> Iterator[tuple[Slip, str]]:
    """The line where it is stuck, then those above it, by each rule."""
    back = range(min(stuck.line, len(lines)), max(0, stuck.line - LINES_BACK), -1)
    for number in dict.fromkeys((min(stuck.first, len(lines)), *back)):
        line = numbered(lines, number)
        for mend in filter(None, (rule(line) for rule in rules)):
            yield mend.slip, replaced(lines, number, mend)


def numbered(lines: list[str], number: int) -> Line:
    """A line with the one above it."""
    above = next((line for line in reversed(lines[: number - 1]) if line.strip()), "")
    return line_of(lines[number - 1], number, above)


def replaced(lines: list[str], number: int, mend: Mend) -> str:
    return "\n".join([*lines[: number - 1], mend.line, *lines[number:]])


def line_at(lines: list[str], number: int) -> str:
    return lines[number - 1] if 0 < number <= len(lines) else ""


def indent_of(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]


# --- mistakes that concern more than one line ------------------------------------------------


def without_tabs(lines: list[str], number: int) -> tuple[Slip, str]:
    """Tabs at the start of lines; one slip for all of them."""
    where = [n for n, line in enumerate(lines, 1) if "\t" in indent_of(line)]
    rest = [str(n) for n in where if n != number]
    also = f" Dat geldt ook voor regel {', '.join(rest)}." if rest else ""
    message = "Deze regel begint met een tab. Die kan de computer hier niet lezen."
    hint = "Gebruik spaties: twee voor elke stap naar rechts." + also
    column = lines[number - 1].index("\t") + 1
    tabs = len(indent_of(lines[number - 1])) - column + 1
    slip = Slip(Span(number, column, tabs), "yaml-tab", message, hint)
    return slip, max((untabbed(lines, wide) for wide in (2, 4, 8)), key=reach)


def untabbed(lines: list[str], width: int) -> str:
    return "\n".join(indent_of(x).replace("\t", " " * width) + x.lstrip() for x in lines)


def reach(text: str) -> tuple[int, int]:
    """How far the parser gets."""
    _, stuck = attempt(text)
    return stuck.place if stuck else (text.count("\n") + 2, 0)


def spaced_dashes(lines: list[str], scalar: Scalar) -> tuple[Slip, str]:
    """List items without a space after their dash; one slip for the whole list."""
    number, last = scalar.span.line, scalar.end_line
    first = scalar.value.split(" -")[0].removeprefix("-")
    message, hint = "Na het streepje ontbreekt een spatie.", f"Schrijf:  - {first}"
    slip = Slip(Span(number, scalar.span.column, 1), "yaml-streepje", message, hint)
    mended = [re.sub(r"^(\s*)-(?=[^\s-])", r"\1- ", line) for line in lines[number - 1 : last]]
    return slip, "\n".join([*lines[: number - 1], *mended, *lines[last:]])


OTHER_DASH = re.compile(r"(?P<indent>\s*)(?P<sign>[–—−•·▪●○*])(?P<gap>\s+)(?P<rest>\S.*)")


def with_plain_dashes(lines: list[str], stuck: Stuck) -> Iterator[tuple[Slip, str]]:
    """A list that a word processor made, ``• soort: elke week``; one slip for all of its lines."""
    found = {n: match for n, line in enumerate(lines, 1) if (match := OTHER_DASH.fullmatch(line))}
    near = [n for n in found if stuck.line - LINES_BACK < n <= stuck.line + 1]
    if near:
        first, *rest = near
        match = found[first]
        message = f'Deze regel begint met "{match["sign"]}". Daar hoort een gewoon streepje.'
        span = Span(first, match.start("sign") + 1, 1)
        slip = Slip(span, "yaml-streepje", message, f"Schrijf:  - {match['rest']}")
        yield also_at(slip, rest), "\n".join(dashed(line) for line in lines)


def dashed(line: str) -> str:
    return OTHER_DASH.sub(r"\g<indent>-\g<gap>\g<rest>", line)


def with_loose_lines(lines: list[str], stuck: Stuck) -> Iterator[tuple[Slip, str]]:
    """Text at the margin, ``Verstuurd vanaf mijn telefoon``; one slip for lines that follow on."""
    for slip, mended in by_rule(lines, stuck, (loose_text,)):
        new, first = mended.split("\n"), slip.span.line
        more = following(lines, first)
        for number in more:
            new[number - 1] = (
                indent_of(new[first - 1]) + lines[number - 1] if new[first - 1] else ""
            )
        yield also_at(slip, more), "\n".join(new)


def following(lines: list[str], first: int) -> list[int]:
    """The lines after this one that stand at the margin and are no key either."""
    found = []
    for number, text in enumerate(lines[first:], first + 1):
        if text.strip() and (line_of(text, number).key or text[0] in " \t-#"):
            break
        found += [number] if text.strip() else []
    return found


def also_at(slip: Slip, numbers: list[int]) -> Slip:
    """One slip for several lines says which."""
    if not numbers:
        return slip
    also = f"Dat geldt ook voor regel {', '.join(map(str, numbers))}."
    return replace(slip, message=f"{slip.message} {also}")


def without_greeting(lines: list[str]) -> Iterator[tuple[Slip, str]]:
    """What stands above the first key: ``Beste redactie,``."""
    keyed = (n for n, text in enumerate(lines, 1) if line_of(text, n).key)
    start = next(keyed, 0)
    loose = [n for n in range(1, start) if is_content(lines[n - 1])]
    if loose:
        first, *more = loose
        text = lines[first - 1].strip()
        message = "Deze regel hoort nergens bij: er staat geen woord met een dubbele punt voor."
        hint = f"Haal de regel weg, of zet er een # voor:  # {text}"
        slip = Slip(Span(first, 1, len(text)), "yaml-losse-tekst", message, hint)
        kept = ("" if n in loose else line for n, line in enumerate(lines, 1))
        yield also_at(slip, more), "\n".join(kept)


def without_second(lines: list[str], stuck: Stuck) -> Iterator[tuple[Slip, str]]:
    """``---`` or ``...`` below the first line starts a second document."""
    for number in range(min(stuck.line, len(lines)), 0, -1):
        if lines[number - 1].rstrip() in {"---", "..."}:
            message = "Hier begint een tweede stuk, en in één bestand past er maar één."
            hint = "Haal deze regel weg, of zet wat volgt in een eigen bestand."
            slip = Slip(Span(number, 1, 3), "yaml-tweede-stuk", message, hint)
            yield slip, "\n".join(lines[: number - 1])


def by_indent(lines: list[str], stuck: Stuck) -> Iterator[tuple[Slip, str]]:
    """A line that starts further to the left or right than what it belongs to."""
    first = next((n for n, line in enumerate(lines, 1) if is_content(line)), 1)
    numbers = (first,) if "document start" in stuck.what else (stuck.line, stuck.line - 1)
    for number in filter(None, numbers):
        line = line_at(lines, number)
        for column, name in nearest(levels(lines[: number - 1]), len(indent_of(line))):
            if is_content(line) and column != len(indent_of(line)):
                mend = Mend(indent_slip(number, line, column, name), " " * column + line.lstrip())
                yield mend.slip, replaced(lines, number, mend)


def nearest(found: dict[int, str], column: int) -> list[tuple[int, str]]:
    return sorted(found.items(), key=lambda level: (abs(level[0] - column), -level[0]))


def is_content(line: str) -> bool:
    return bool(line.strip()) and not line.lstrip().startswith(("#", "---", "%"))


def levels(above: list[str]) -> dict[int, str]:
    """The columns at which a next line may start, each with the key that stands there."""
    found: dict[int, str] = {}
    for number, text in enumerate(above, 1):
        line = line_of(text, number)
        if line.key and is_content(text):
            found = {column: name for column, name in found.items() if column < line.content}
            found[line.content] = line.key
            if not line.value:
                found[line.content + 2] = ""
    return found or {0: ""}


def indent_slip(number: int, line: str, column: int, name: str) -> Slip:
    message = "Deze regel begint niet op de goede plek."
    spaces = {0: "zonder spaties", 1: "met 1 spatie"}.get(column, f"met {column} spaties")
    under = f', recht onder "{name}"' if name else ""
    hint = f"Laat de regel {spaces} beginnen{under}."
    start = len(indent_of(line))
    return Slip(Span(number, start + 1, len(line.strip())), "yaml-inspringen", message, hint)


UNMENDED = {
    "deep": (
        "yaml-te-diep",
        "Hier zitten te veel lijsten en blokken in elkaar.",
        "Kijk in een ander bestand hoe dit stuk eruit hoort te zien.",
    ),
    "reference": (
        "yaml-teken",
        "Een woord dat met & of * of ! begint, betekent hier iets bijzonders.",
        "Zet de tekst tussen aanhalingstekens.",
    ),
    "key": (
        "yaml-sleutel",
        "Voor de dubbele punt staat iets anders dan één woord.",
        "Kijk in een ander bestand hoe deze regel eruit hoort te zien.",
    ),
}
BROKEN = (
    "yaml-opbouw",
    "Rond deze regel klopt de opbouw niet.",
    "Vergelijk met de regels erboven: staan de woorden recht onder elkaar, met een dubbele punt?",
)


def unmended(text: str, stuck: Stuck) -> Slip:
    """A slip that we can point at but not mend."""
    lines = text.split("\n")
    number = max(1, min(stuck.line, len(lines)))
    line = lines[number - 1]
    start = max(0, min(stuck.column - 1, len(line)))
    span = Span(number, start + 1, max(len(line.rstrip()) - start, 1))
    return Slip(span, *UNMENDED.get(stuck.what, BROKEN))


# --- what YAML allows and still went wrong ---------------------------------------------------


def doubles(oddities: list[Odd]) -> Iterator[Slip]:
    """A key that is there twice; the first one counts. A whole second activity is one mistake."""
    again = [odd for odd in oddities if odd.span.column == 1]
    if len(again) >= MANY_DOUBLES:
        first = again[0].span
        names = f'"{again[0].key}", "{again[1].key}" en nog {len(again) - 2} staan er twee keer.'
        hint = f"Zet wat vanaf regel {first.line} staat in een eigen bestand."
        yield Slip(first, "yaml-tweede-stuk", f"Hier begint een tweede stuk: {names}", hint)
        return
    for odd in oddities:
        lines = f"op regel {odd.first_line} en op regel {odd.span.line}"
        message = f'"{odd.key}" staat er twee keer: {lines}.'
        yield Slip(odd.span, "yaml-dubbel", message, "Haal één van de twee weg.")


def cut_lines(text: str, scalars: list[Scalar]) -> Iterator[Slip]:
    """A ``#`` in a text without quotes ends that text; a note of one's own stands further away."""
    lines = text.split("\n")
    for scalar in scalars:
        last = line_at(lines, scalar.end_line)
        rest = last[scalar.end_column - 1 :]
        match = re.match(r"(?P<gap>[ \t]+)(?P<note>#.*?)\s*$", rest)
        if match and scalar.plain and is_cut(scalar.value, match["gap"], match["note"]):
            line = line_of(last, scalar.end_line)
            whole = quoted(f"{scalar.value}{match['gap']}{match['note']}")
            column = scalar.end_column + len(match["gap"])
            message = "Alles vanaf # valt weg: de computer leest dat als een notitie."
            hint = (
                f"Hoort het bij de tekst? Zet die dan tussen aanhalingstekens:  {line.shown(whole)}"
            )
            span = Span(scalar.end_line, column, len(match["note"]))
            yield Slip(span, "yaml-hekje", message, hint, "warning")


def is_cut(value: str, gap: str, note: str) -> bool:
    """``Groep #1`` and ``Koffie en thee # en koek`` are cut; ``10:00  # na de mis`` is not."""
    return bool(re.match(r"#[^\s#]", note)) or (gap == " " and " " in value)
