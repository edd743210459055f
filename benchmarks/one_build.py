"""One build in a process of its own, with the seconds of each stage as JSON on the last line.

    python -m benchmarks.one_build ROOT SITE TODAY WHAT

WHAT is ``alles``, ``zonder-index``, or ``gelijk``: only detail and list pages, as Hugo makes.
"""

import gc
import json
import sys
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import build
from gids import audit, journeys, pages
from gids.output import File, Output
from gids.progress import Progress
from gids.share import WHOLE, Share

BEGAN = time.perf_counter()
EQUAL = (pages.home, pages.activities, pages.activity, pages.facets)


class EqualSite(build.Site, frozen=True):
    """Only the kinds of page that the site for Hugo has too."""

    def render(self, share: Share = WHOLE) -> Iterator[File]:
        jobs = (job for kind in EQUAL for job in kind(self.press))
        yield from (job() for job in share.part(jobs))


def nothing(*_: object) -> None:
    """Stand in for what is left out."""


def no_worker(*_: object) -> Output:
    """The worker of the whole site keeps pages that are left out here."""
    return Output("sw.js", "")


def leave_out(what: str) -> None:
    if what != "alles":
        build.make_searchable = nothing  # type: ignore[assignment]  # takes anything
    if what == "gelijk":
        build.Site = EqualSite  # type: ignore[misc]  # a narrower one of the same kind
        journeys.worker = no_worker  # type: ignore[assignment]  # takes anything
        # Links lead to pages that are left out here.
        audit.require_whole = nothing  # type: ignore[assignment]  # takes anything


def main() -> int:
    root, site, today, what = sys.argv[1:]
    leave_out(what)
    gc.disable()
    progress = Progress()
    progress.seconds["starten"] = time.perf_counter() - BEGAN
    report = build.build(Path(root), Path(site), date.fromisoformat(today), "", progress)
    if report.errors:
        print(report.to_text())
        return 1
    print(json.dumps(progress.seconds))
    return 0


if __name__ == "__main__":
    build.end(main)
