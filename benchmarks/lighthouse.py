"""``make lighthouse``: what Lighthouse says of every kind of page, and what a page weighs.

As on a phone with slow 4G, which is what Lighthouse measures by default, with every file by brotli.
A busy machine makes a page look slow; measure when nothing else runs.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.questions import HERE
from tests.browser import chromium_path
from tests.kinds import FURTHER, KINDS
from tests.server import content_security_policy

SITE = HERE / "site"
TOOL = Path(sys.prefix) / "lighthouse"
COLUMNS = ("kind of page", "perf.", "access.", "practice", "SEO", "paint", "shift", "kB", "lost on")


@dataclass(frozen=True, slots=True)
class Judged:
    """Marks of 100, the largest paint in seconds, the shift, kilobytes, and what took marks."""

    marks: tuple[int, ...]
    paint: float
    shift: float
    kilobytes: float
    faults: tuple[str, ...]


def main() -> int:
    options = argparse.ArgumentParser(prog="make lighthouse")
    options.add_argument("only", nargs="*", help="alleen de soorten met dit woord in hun naam")
    only = options.parse_args().only
    console = Console(width=118)
    browser, node = chromium_path(), shutil.which("node")
    if browser is None or node is None:
        console.print("Chromium en Node zijn nodig: op Debian  apt-get install chromium nodejs")
        return 2
    every = KINDS | FURTHER
    chosen = {k: v for k, v in every.items() if not only or any(word in k for word in only)}
    kinds = {address: kind for kind, address in chosen.items() if is_made(address)}
    table = empty_table()
    for address, found in judge(node, browser, list(kinds)):
        table.add_row(kinds[address], *cells(found))
        console.print(f"[dim]{kinds[address]}[/dim]", highlight=False)
    console.print(table)
    return 0


def is_made(address: str) -> bool:
    """A day that is over has no page any more."""
    return (SITE / address / "index.html").is_file()


def asks_to_be_found(address: str) -> bool:
    page = (SITE / address / "index.html").read_text("utf-8")
    return 'name="robots" content="noindex"' not in page


def judge(node: str, browser: str, addresses: list[str]) -> Iterator[tuple[str, Judged]]:
    """Every address with its judgement, as soon as it is there."""
    policy = content_security_policy(HERE / "deploy" / "Caddyfile")
    asked = [{"address": a, "indexed": asks_to_be_found(a)} for a in addresses]
    command = [node, str(HERE / "benchmarks" / "lighthouse.mjs"), str(SITE), policy]
    with subprocess.Popen(
        command,
        cwd=TOOL,
        env=os.environ | {"CHROME_PATH": browser},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write(json.dumps(asked))
        process.stdin.close()
        for line in process.stdout:
            yield read(json.loads(line))
    if process.returncode:
        raise SystemExit("Lighthouse stopte.")


def read(line: Mapping[str, object]) -> tuple[str, Judged]:
    match line:
        case {
            "address": str(address),
            "marks": list(marks),
            "paint": float() | int() as paint,
            "shift": float() | int() as shift,
            "bytes": int(size),
            "faults": list(faults),
        }:
            found = Judged(tuple(marks), paint / 1000, shift, size / 1000, tuple(faults))
            return address, found
        case _:
            raise ValueError(line)


def empty_table() -> Table:
    table = Table(title="Lighthouse, a phone on slow 4G, brotli", title_justify="left")
    for column in COLUMNS:
        table.add_column(column, justify="left" if column in COLUMNS[::8] else "right")
    return table


def cells(found: Judged) -> tuple[str, ...]:
    return (
        *map(str, found.marks),
        f"{found.paint:.2f} s",
        f"{found.shift:.3f}",
        f"{found.kilobytes:.1f}",
        ", ".join(found.faults),
    )


if __name__ == "__main__":
    sys.exit(main())
