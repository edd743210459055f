"""Duizend Bloemen: what partners write in YAML becomes a fast, searchable, static Dutch site.

    python build.py            read, check, derive, render, index, audit, publish
    python build.py check      only say what is wrong, on which line, and how to mend it
    python build.py serve      the site on this machine, made again at every change
    python build.py new        a new activity, by answering a few questions
    python build.py import     what people sent, as files: mail, spreadsheet, calendar, feed
    python build.py propose    the explanation at a proposed change
    python build.py remind     who to ask whether it is still true
    python build.py refresh    what is made from schema.py: JSON Schema, field reference
    python build.py links      which web addresses of partners no longer answer
    python build.py measure    today's figures, for the history that the coalition sees

The build is told below from top to bottom; each step lives in a room of ``gids/``.
Exit status: 0 good, 1 problems in the data, 2 wrong use.
"""

import gc
import io
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from zoneinfo import ZoneInfo

from msgspec import Struct

from gids import (
    audit,
    journeys,
    pages,
    posters,
    publish,
    standing,
)
from gids.ahead import work_ahead
from gids.commands.arguments import parse
from gids.derive import derive
from gids.directory import Directory
from gids.examining import examine
from gids.feeds import schema_org
from gids.feeds.setting import Setting
from gids.history import read_history
from gids.memory import Memory, code_digest, memory_file, own_code, recall, remember
from gids.output import File
from gids.press import Press
from gids.problems import Report
from gids.progress import Progress
from gids.project import Project
from gids.reading import read_offer
from gids.searching.pagefind import SearchError
from gids.share import WHOLE, Share, beside, processes_for, run_shares
from gids.shelf import Shelf
from gids.standing import Standing, Written

if TYPE_CHECKING:
    from gids.search import Words

HERE = Path(__file__).resolve().parent
INTERRUPTED = 130


def build(root: Path, site: Path, today: date, base_url: str, progress: Progress) -> Report:
    """Publish the project at ``root`` as ``site``; with errors nothing is published."""
    progress.start("lezen")
    file, code = memory_file(root, site), code_digest(root)
    with beside(read_words, root, own_code()) as searched:
        memory = recall(file, code)
        project, read = read_offer(root, memory.entries)
        if project is None:
            return read.joined(searched().report)
        progress.start("controleren")
        project = project.with_base_url(base_url)
        told, views = work_ahead(root, project, today, read.unread, memory)
        examined = examine(root, project, today, read.unread, told)
        words = searched()
    report = read.plus(examined.problems).joined(words.report)
    if report.errors:
        return report
    progress.start("afleiden")
    directory = derive(project, today, views)
    with ExitStack() as meanwhile:
        with publish.fresh_folder(site) as folder:
            progress.start("schrijven en indexeren")
            whole = Site.of(directory, project, root, Shelf(memory.pieces))
            with beside(make_searchable, directory, words, folder) as indexed:
                written = write(whole, folder, Standing(site, memory.records))
                progress.start("op de zoekindex wachten")
                indexed()
            made = whole.press.shelf.pieces
            now = Memory.of(project, read, examined.told, directory, made, written.records)
            remembered = meanwhile.enter_context(beside(remember, file, code, memory, now))
            progress.start("nakijken")
            audit.require_whole(written.survey, folder)
            progress.start("wisselen")
        with suppress(OSError, MemoryError):  # the site stands; the next build can do without
            remembered()
    progress.done(f"{len(directory.activities)} activiteiten staan in {site}")
    return report


class Site(Struct, frozen=True):
    """All that the files of the site are made of."""

    press: Press
    project: Project
    setting: Setting
    root: Path

    @classmethod
    def of(cls, directory: Directory, project: Project, root: Path, shelf: Shelf) -> "Site":
        setting = Setting.of(directory, project, read_history(root))
        words = partial(schema_org.script, setting=setting)
        return cls(Press.of(directory, root, words, shelf), project, setting, root)

    def render(self, share: Share = WHOLE) -> Iterator[File]:
        """Every file of the site, or a share of them, apart from what search needs."""
        yield from pages.render(self.press, share, (*journeys.PAGES, posters.all_of))
        if share.first:
            yield from self.render_further()
        if share.last:
            yield from self.render_coalition()

    def render_coalition(self) -> Iterator[File]:
        """What one process makes; it imports this room while another makes pages already."""
        from gids import coalition_pages

        yield from coalition_pages.render(self.press, self.project, self.setting.today)

    def render_further(self) -> Iterator[File]:
        """What another makes, as much work: it imports the rooms of calendars and of the form.

        This one goes on afterwards, so that what it keeps of calendars need not be sent.
        """
        from gids import forms, pictures
        from gids.feeds import meetings, rendering

        yield from rendering.render(self.press.directory, self.setting, self.press.shelf)
        yield from meetings.outputs(self.project.coalition.agenda, self.setting)
        yield from forms.outputs(self.press.directory, self.project, self.root)
        yield from pictures.outputs(self.project, self.root)


def write(site: Site, folder: Path, before: Standing) -> Written:
    """Write the site, in as many processes as are worth it."""
    site.press.prepare()
    shelf = site.press.shelf
    count = len(shelf.pieces)

    def write_share(share: Share) -> tuple[Written, dict[str, str | bytes]]:
        written = standing.write(folder, site.render(share), before)
        return written.to_add(), shelf.since(count)

    shares = processes_for(len(site.press.directory.activities))
    (written, _), *others = run_shares(write_share, shares)
    for other, pieces in others:
        written.add(other)
        shelf.pieces |= pieces
    written.add(standing.write(folder, [journeys.worker(site.press, folder)]))
    return written


def read_words(root: Path, code: str) -> "Words":
    """What people type and what it means, read beside the offer: two thirds of ``content/``."""
    from gids import search

    return search.recall_words(root, code)


def make_searchable(directory: Directory, words: "Words", folder: Path) -> None:
    """What the browser needs to understand a question, and the index that answers it."""
    from gids import search

    offer = search.Searchable.of(directory, words.thesaurus)
    standing.write(folder, search.outputs(offer))
    search.index(offer, folder)


# --- the command line ------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> int:
    """Read the command line, do what its verb says, and return the exit status."""
    speak_utf8()
    options = parse(sys.argv[1:] if arguments is None else arguments, HERE)
    today = options.today or datetime.now(ZoneInfo("Europe/Amsterdam")).date()
    root = options.root.resolve()
    if not (root / "content").is_dir():
        print(f"In {root} staat geen map content/. Geef de juiste map met --root.", file=sys.stderr)
        return 2
    if options.verb == "build":
        return run_build(root, options.out, today, options.base_url)
    return run_other(root, today, options)


def run_other(root: Path, today: date, options: Namespace) -> int:  # noqa: PLR0911 - one per verb
    """Any verb but ``build``; their rooms are imported here, so that each verb starts fast."""
    from gids.commands import (
        check,
        fix,
        import_,
        links,
        measure,
        new,
        propose,
        refresh,
        remind,
        serve,
    )

    match options.verb:
        case "check":
            if options.fix:
                told = sys.stdout if options.format == "text" else sys.stderr
                fix.run(root, options.files, told)
            return check.run(root, today, options.files, options.base, options.format, sys.stdout)
        case "serve":
            return serve.run(root, options.port, partial(build_for_serve, root, today))
        case "links":
            return links.run(root, today, sys.stdout)
        case "measure":
            return measure.run(root, today, sys.stdout)
        case "new":
            return new.run(root, today, sys.stdin, sys.stdout)
        case "propose":
            return propose.run(root, today, options.base, options.preview, sys.stdout)
        case "remind":
            return remind.run(root, today, options.out, sys.stdout)
        case "refresh":
            return refresh.run(root, sys.stdout)
        case _:
            return import_.run(
                root,
                options.sources,
                options.organisation,
                dry_run=options.dry_run,
                take=options.take,
                stdin=sys.stdin,
                stdout=sys.stdout,
            )


def speak_utf8() -> None:
    """Dutch has letters that a terminal without a locale would end the build over."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")


def build_for_serve(root: Path, today: date, folder: Path, progress: Progress) -> Report:
    return build(root, folder, today, "", progress)


def run_build(root: Path, out: Path, today: date, base_url: str) -> int:
    """Build once and say how it went.

    The process ends here, so nothing that it makes needs collecting: a third less time.
    """
    site = out.resolve()
    if reason := publish.why_not(site, root, HERE):
        print(f"De site kan niet in {out} komen: {reason}. Kies een andere --out.", file=sys.stderr)
        return 2
    gc.disable()
    try:
        with Progress(sys.stderr) as progress:
            report = build(root, site, today, base_url, progress)
    except (audit.AuditError, SearchError, OSError) as error:
        print(f"De site is niet gemaakt; wat er stond staat er nog. {error}", file=sys.stderr)
        return 1
    print(report.to_text(), file=sys.stderr if report.errors else sys.stdout)
    return 1 if report.errors else 0


def end(run: Callable[[], int]) -> NoReturn:
    """End at once: nothing is left to do, and freeing a large offer bit by bit takes a second.

    Whoever stopped listening, or pressed Ctrl-C, knows that; a disk that says no is told in words.
    """
    try:
        status = run()
        sys.stdout.flush()
        sys.stderr.flush()
    except (BrokenPipeError, KeyboardInterrupt):
        status = INTERRUPTED
    except OSError as error:
        status = 1
        print(f"Dit lukte niet: {error}", file=sys.stderr, flush=True)
    os._exit(status)


if __name__ == "__main__":
    end(main)
