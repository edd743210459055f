"""The one comment at a proposed change: what is wrong with it, or that all is well, and the cards.

It is for somebody who never saw a pull request: Dutch, first the verdict, then what to do. Only
what this change touched is told in full; what stood there already is counted as “niet van u”.
"""

from collections.abc import Iterable, Iterator, Sequence

from gids.directory import ActivityView
from gids.problems import Problem, Report, plural

MARK = "<!-- duizend-bloemen: toelichting -->"
"""By this line the comment is found again, so that it is changed and never doubled."""

MOST_CARDS = 12
MOST_PROBLEMS = 40
LONGEST = 60_000
"""A comment holds 65,536 characters at most (GitHub)."""


def comment(report: Report, views: Sequence[ActivityView], preview: str) -> str:
    """The whole comment.

    ``views`` are the activities of this change as they will look; ``preview`` is where the whole
    site can be seen, or empty.
    """
    parts = [MARK, verdict(report), *problems(report), *cards(views), *ending(report, preview)]
    text = "\n\n".join(parts) + "\n"
    return text if len(text) <= LONGEST else text[:LONGEST] + "\n\n(De rest past hier niet.)\n"


def verdict(report: Report) -> str:
    """First what matters, then what happens next."""
    if report.errors:
        count = plural(len(report.errors), "ding", "dingen")
        head, then = f"Bijna: er is nog {count} te verbeteren", MENDED
    elif report.warnings:
        count = plural(len(report.warnings), "vraag", "vragen")
        head, then = f"Dit kan zo op de site. Er is nog {count} aan u", REVIEW
    else:
        head, then = "Alles klopt. Bedankt", REVIEW
    return f"### {head}\n\n{then}"


MENDED = "Zodra u het verbetert, verandert deze tekst vanzelf. U hoeft niets opnieuw in te sturen."
REVIEW = "Iemand van de gids leest het na. Daarna staat het op de site."
FOREIGN = "in bestanden die u niet veranderde: niet van u, u hoeft er niets mee."


def problems(report: Report) -> Iterator[str]:
    """Per problem where it is, the line, and the cure."""
    for one in report.problems[:MOST_PROBLEMS]:
        yield problem(one)
    left = len(report.problems) - MOST_PROBLEMS
    if left > 0:
        yield f"En nog {left} meldingen. Ze staan allemaal bij de controle onderaan deze pagina."


def problem(one: Problem) -> str:
    sign = "❌" if one.is_error else "❓"
    where = f"`{one.path}`" + (f", regel {one.line}" if one.line else "")
    name = f" · {plain(one.label)}" if one.label else ""
    line = f"\n\n```yaml\n{fenced(one.source_line)}\n```" if one.source_line.strip() else ""
    return f"{sign} {where}{name}{line}\n\n{plain(one.message)} {plain(one.hint)}".rstrip()


def cards(views: Sequence[ActivityView]) -> Iterator[str]:
    """How each activity will stand in the lists."""
    if not views:
        return
    yield "#### Zo staat het straks in de lijst"
    yield "\n".join(card(view) for view in views[:MOST_CARDS])
    if len(views) > MOST_CARDS:
        yield f"En nog {plural(len(views) - MOST_CARDS, 'activiteit', 'activiteiten')}."


def card(view: ActivityView) -> str:
    when = f"{view.next.day} {view.next.time}" if view.next else view.schedule_short
    where = ", ".join(
        part
        for part in (view.where.short, view.neighbourhood.name if view.neighbourhood else "")
        if part
    )
    price = "" if view.free else view.cost_short
    facts = " · ".join(plain(part) for part in (where, price, *view.marks) if part)
    lines = [
        f"> **{plain(when)}**",
        f"> **{plain(view.title)}**",
        f"> {facts}",
        f"> {plain(view.schedule_long)}",
    ]
    return "\n>\n".join(lines) + "\n"


def ending(report: Report, preview: str) -> Iterator[str]:
    """What stood there already, the preview, and whom to ask."""
    if report.foreign:
        count = plural(len(report.foreign), "melding", "meldingen")
        yield f"<sub>Verder {count} {FOREIGN}</sub>"
    if preview:
        yield f"[Bekijk de hele site met uw wijziging]({preview}) (onderaan, onder ‘Artifacts’)."
    yield "<sub>Vragen? Antwoord hieronder in gewone woorden, of bel de gids.</sub>"


def plain(text: str) -> str:
    """Text of a partner inside Markdown: no markup, no mentions, no HTML of theirs."""
    flat = " ".join(text.split())
    escaped = "".join(f"\\{c}" if c in "\\`*_{}[]<>#|~" else c for c in flat)
    return escaped.replace("@", "@\u200b").replace("://", ":\u200b//")


def fenced(line: str) -> str:
    """A line inside a code block, which it cannot end."""
    return line.replace("```", "'''")[:300]


def of_change(views: Iterable[ActivityView], paths: frozenset[str]) -> list[ActivityView]:
    """The activities whose files are in a change."""
    ends = ("yaml", "yml")
    changed = {path.rpartition("/")[2] for path in paths if path.startswith("partners/")}
    return [view for view in views if not changed.isdisjoint(f"{view.slug}.{e}" for e in ends)]
