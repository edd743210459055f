"""``links``: ask every web address in the partners' files whether it is still there.

Only on a schedule: the answer depends on other people's servers, so it may never be part of a build
or of the check of a change. What failed is kept in content/monitor/; ``check`` reads it there.
"""

import http.client
import os
import ssl
import sys
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import TextIO
from urllib.error import HTTPError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import Request, urlopen

from gids import dutch
from gids.links import FILE, HEAD, Failing, after, dead, lines_of, read_failing, written
from gids.progress import Progress
from gids.reading import read_project

FOLDER = "content/monitor"
SECONDS = 15
TOGETHER = 8
GONE = (404, 410)
NOT_FOR_US = 500
"""From here on a server says that it fails. Below it, apart from ``GONE``, it is there: 401, 403
and 429 only mean that it will not talk to a program."""


def run(root: Path, today: date, out: TextIO) -> int:
    """Ask every address once, keep what failed, and say what failed on enough days."""
    project, report = read_project(root)
    if project is None:
        print(report.to_text(), file=out)
        return 1
    asked = sorted({one.address for one in written(project)})
    answers = ask_all(asked, Progress(sys.stderr))
    if len(asked) > 1 and not any(answers.values()):
        print("Geen enkel adres gaf antwoord. Is er internet? Er is niets opgeschreven.", file=out)
        return 1
    failing = after(read_failing(project.coalition.failing), answers, today)
    keep(root / FOLDER / FILE, failing)
    print(summary(asked, failing), file=out)
    return 0


def summary(asked: list[str], failing: Failing) -> str:
    gone = dead(failing)
    first = dutch.count(len(asked), "webadres", "webadressen")
    lines = [f"Nagekeken: {first}. Vandaag zonder antwoord: {len(failing)}."]
    for address, days in gone.items():
        lines.append(f"Doet het al {len(days)} dagen niet: {address}")
    return "\n".join(lines)


def keep(file: Path, failing: Failing) -> None:
    """Write the file in one move; where nothing fails and nothing failed there is no file."""
    if not failing and not file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_name(f".{file.name}.{os.getpid()}")
    fresh.write_text("".join(f"{line}\n" for line in (*HEAD, *lines_of(failing))), "utf-8")
    fresh.replace(file)


# --- asking ----------------------------------------------------------------------------------


def ask_all(asked: Iterable[str], progress: Progress) -> Mapping[str, bool]:
    """Whether each address answers: several servers at once, one question at a time for each."""
    progress.start("webadressen nakijken")
    by_host = [list(group) for _, group in groupby(sorted(asked, key=host_of), key=host_of)]
    with ThreadPoolExecutor(TOGETHER) as people:
        found = people.map(lambda group: list(ask_in_turn(group)), by_host)
        answers = dict(one for group in found for one in group)
    progress.done(f"{len(answers)} webadressen")
    return answers


def host_of(address: str) -> str:
    return urlsplit(address).netloc.lower()


def ask_in_turn(group: Iterable[str]) -> Iterator[tuple[str, bool]]:
    for address in group:
        yield address, answers_at(address)


def answers_at(address: str) -> bool:
    """Whether a server says that it has this page; what is behind the ``#`` is its own business."""
    try:
        with open_page(address) as answer:
            return is_there(answer.status)
    except HTTPError as error:
        with error:
            return is_there(error.code)
    except (OSError, http.client.HTTPException, ssl.SSLError, ValueError):
        return False


def open_page(address: str) -> http.client.HTTPResponse:
    request = Request(as_sent(address), headers={"User-Agent": "duizend-bloemen/links"})  # noqa: S310 - values.read_url lets only http(s) through
    found: http.client.HTTPResponse = urlopen(request, timeout=SECONDS)  # noqa: S310 - see above
    return found


def is_there(status: int) -> bool:
    return status < NOT_FOR_US and status not in GONE


def as_sent(address: str) -> str:
    """An address in the letters that may be sent: ``é`` in a path, ``ü`` in a name of a server."""
    parts = urlsplit(address)
    host = parts.netloc.encode("idna").decode() if not parts.netloc.isascii() else parts.netloc
    path, query = quote(parts.path, "/%:@!$&'()*+,;=~"), quote(parts.query, "=&%:@!$'()*+,;/?~")
    return urlunsplit((parts.scheme, host, path, query, ""))
