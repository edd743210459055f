"""``make search-quality``: how well the search answers, beside other engines, and what it costs.

The questions are those in ``tests/questions/`` and, where they lie beside the project, the ones
that were given for development. Read the figures per kind: an average hides what fails.
"""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from rich.console import Console
from rich.table import Table

from benchmarks import engines
from benchmarks.offer import write_offer
from benchmarks.questions import (
    HERE,
    OWN,
    Figures,
    Question,
    by_kind,
    given_questions,
    own_questions,
)
from benchmarks.search_cost import ANSWERED, SUGGESTED, bytes_to, per_key
from gids.derive import derive
from gids.directory import Directory
from gids.reading import read_project
from tests.browser import chromium_path, launch
from tests.server import content_security_policy, serving

TODAY = "2026-11-23"
LARGE = 2_000
TYPED = ("koffie", "samen eten", "wandelgroep", "bibiloteek", "ik voel me alleen", "dinsdag gratis")

Sets = Mapping[str, Sequence[Question]]


def main() -> int:
    options = argparse.ArgumentParser(prog="make search-quality")
    options.add_argument("--quick", action="store_true", help="alleen deze zoekmachine")
    quick = options.parse_args().quick
    console = Console(width=118)
    path = chromium_path()
    if path is None:
        console.print("Chromium is nodig: op Debian  apt-get install chromium")
        return 2
    sets = question_sets()
    with tempfile.TemporaryDirectory(prefix="zoeken-") as name, sync_playwright() as playwright:
        browser = launch(playwright, path)
        site = built(HERE, Path(name) / "site")
        with served(site) as root:
            for title, answers in asked(browser, root, site, sets, quick=quick):
                show(console, title, sets, answers)
            console.print(costs(browser, root, site, quick=quick))
        browser.close()
    return 0


def question_sets() -> Sets:
    """The given questions, and each file of our own."""
    own = {file.stem: own_questions(file) for file in sorted(OWN.glob("*.yaml"))}
    given = given_questions()
    return ({"gegeven": given} if given else {}) | own


def built(root: Path, site: Path) -> Path:
    command = [sys.executable, str(HERE / "build.py"), "build", "--root", str(root)]
    subprocess.run(
        [*command, "--out", str(site), "--today", TODAY], check=True, stdout=subprocess.DEVNULL
    )
    return site


@contextmanager
def served(site: Path) -> Iterator[str]:
    with serving(site, content_security_policy(HERE / "deploy" / "Caddyfile")) as address:
        yield address


def asked(
    browser: Browser, root: str, site: Path, sets: Sets, *, quick: bool
) -> Iterator[tuple[str, Mapping[str, engines.Answers]]]:
    """Each engine's name with its answers to every set of questions."""
    texts = {name: [q.text for q in questions] for name, questions in sets.items()}
    page = browser.new_page()
    page.goto(root + "activiteiten/")
    if not quick:
        plain = {n: engines.plain_pagefind(page, root, site, t) for n, t in texts.items()}
        yield "(a) Pagefind as it comes", plain
    yield "(b) ours", {n: engines.ours(page, root, TODAY, t) for n, t in texts.items()}
    page.close()
    if quick:
        return
    directory = own_directory()
    others = (
        ("(c) MiniSearch, fuzzy and prefix, enriched texts", engines.minisearch),
        ("(d) PostgreSQL, dutch and pg_trgm, enriched texts", engines.postgresql),
    )
    for title, engine in others:
        found = {name: engine(directory, t) for name, t in texts.items()}
        yield title, {name: answers for name, answers in found.items() if answers is not None}


def own_directory() -> Directory:
    project, report = read_project(HERE)
    if project is None:
        raise SystemExit(report.to_text())
    return derive(project, date.fromisoformat(TODAY))


# --- tables ----------------------------------------------------------------------------------


def show(console: Console, title: str, sets: Sets, answers: Mapping[str, engines.Answers]) -> None:
    for name in answers:
        console.print(quality_table(f"{title}: {name}", by_kind(sets[name], answers[name])))
    if not answers:
        console.print(f"{title}: not installed")


def quality_table(title: str, rows: Mapping[str, Figures]) -> Table:
    table = Table(title=title, title_justify="left")
    columns = ("kind", "questions", "success@3", "MRR@10", "nDCG@10", "no result", "nonsense")
    for column in columns:
        table.add_column(column, justify="left" if column == "kind" else "right")
    for kind, row in rows.items():
        shares = (row.success, row.mrr, row.ndcg, row.without, row.answered)
        table.add_row(kind, str(row.number), *(f"{s:.3f}" if s == s else "" for s in shares))  # noqa: PLR0124 - not a number
    return table


def costs(browser: Browser, root: str, site: Path, *, quick: bool) -> Table:
    table = Table(title="What it costs", title_justify="left")
    for column in ("", "own offer", f"{LARGE} activities"):
        table.add_column(column, justify="right" if column else "left")
    own = cost(browser, root, site)
    large = ("", "", "") if quick else cost_of_large(browser, site.parent)
    labels = (
        "kB to the first suggestions, cold: one word",
        "kB to the first five results, cold: one word / a question",
        "ms per key press, warm, median",
    )
    for label, *figures in zip(labels, own, large, strict=True):
        table.add_row(label, *figures)
    return table


def cost_of_large(browser: Browser, folder: Path) -> tuple[str, str, str]:
    write_offer(HERE, folder / "large", LARGE)
    site = built(folder / "large", folder / "large-site")
    with served(site) as root:
        return cost(browser, root, site)


def cost(browser: Browser, root: str, site: Path) -> tuple[str, str, str]:
    """Kilobytes to suggestions and results, and milliseconds, as text."""
    suggested = max(bytes_to(browser, root, site, text, SUGGESTED) for text in ("ko", "wan"))
    results = [
        bytes_to(browser, root, site, text, ANSWERED) for text in ("koffie", "samen eten zondag")
    ]
    page = browser.new_page()
    key = per_key(page, root, TYPED)
    page.close()
    kilobytes = " / ".join(f"{size / 1000:.1f}" for size in results)
    return f"{suggested / 1000:.1f}", kilobytes, f"{key:.1f}"


if __name__ == "__main__":
    sys.exit(main())
