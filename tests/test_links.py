"""Web addresses: asked at night, and only spoken of after failing on three different days."""

import io
from collections.abc import Iterator
from datetime import date, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from gids.commands import links as command
from gids.commands.check import examine
from gids.links import after, dead, lines_of, read_failing
from tests.projects import FILES, KOFFIE, ORGANISATIE, koffie, write

DAY = date(2026, 11, 24)
ONE, OTHER = "https://een.voorbeeld.example/", "https://twee.voorbeeld.example/"


def days(*numbers: int) -> tuple[date, ...]:
    return tuple(DAY + timedelta(days=number) for number in numbers)


def test_a_failure_is_remembered_and_an_answer_forgets_it() -> None:
    first = after({}, {ONE: False, OTHER: True}, DAY)
    assert first == {ONE: days(0)}
    assert after(first, {ONE: False, OTHER: False}, days(1)[0]) == {ONE: days(0, 1), OTHER: days(1)}
    assert after(first, {ONE: True, OTHER: True}, days(1)[0]) == {}


def test_asking_twice_on_a_day_counts_once() -> None:
    once = after({}, {ONE: False}, DAY)
    assert after(once, {ONE: False}, DAY) == once


def test_an_address_that_nobody_wrote_any_more_is_forgotten() -> None:
    assert after({ONE: days(0, 1)}, {OTHER: True}, days(2)[0]) == {}


def test_only_three_different_days_are_worth_a_question() -> None:
    assert dead({ONE: days(0, 1), OTHER: days(0, 1, 2)}) == {OTHER: days(0, 1, 2)}


def test_what_failed_long_ago_no_longer_counts() -> None:
    assert after({ONE: days(0, 1)}, {ONE: False}, days(61)[0])[ONE] == days(61)


def test_what_is_written_is_what_is_read() -> None:
    failing = {ONE: days(0), OTHER: days(0, 1, 5)}
    assert read_failing(["# kop", "", *lines_of(failing)]) == failing


def test_both_sides_of_a_merge_count_and_what_makes_no_sense_is_skipped() -> None:
    lines = [
        f"2026-11-24 {ONE}",
        "<<<<<<< HEAD",
        f"2026-11-24 2026-11-25 {ONE}",
        "2026-11-31 geen adres",
        f"2026-11-31 {OTHER}",
    ]
    assert read_failing(lines) == {ONE: days(0, 1), OTHER: ()}


# --- what a partner hears --------------------------------------------------------------------


def with_website(address: str) -> str:
    """The coffee morning with a website."""
    return koffie(end=f"contact:\n  telefoon: 023 - 123 45 67\n  website: {address}\n")[KOFFIE]


def of_partner(address: str) -> str:
    return FILES[ORGANISATIE] + f"website: {address}\n"


def said(tmp_path: Path, lines: str) -> list[tuple[str, int, str]]:
    root = write(tmp_path, {KOFFIE: with_website(ONE), "content/monitor/links.txt": lines})
    _, report = examine(root, DAY)
    found = [p for p in report.problems if p.code == "link-doet-het-niet"]
    assert not report.errors
    return [(p.path, p.line, p.message) for p in found]


def test_two_bad_days_are_no_news(tmp_path: Path) -> None:
    assert said(tmp_path, f"2026-11-20 2026-11-22 {ONE}\n") == []


def test_three_bad_days_are_a_question_on_the_line_itself(tmp_path: Path) -> None:
    line = with_website(ONE).count("\n")
    message = "Dit webadres gaf op 3 dagen geen antwoord, het eerst op vrijdag 20 november 2026."
    found = said(tmp_path, f"2026-11-20 2026-11-22 2026-11-23 {ONE}\n")
    assert found == [(KOFFIE, line, message)]


# --- asking, of servers on this machine ------------------------------------------------------


class Answers(BaseHTTPRequestHandler):
    """Answers with the number in the path; ``/weg/404`` sends the visitor on to ``/404``."""

    def do_GET(self) -> None:
        number = int(self.path.partition("?")[0].rpartition("/")[2])
        self.send_response(301 if self.path.startswith("/weg/") else number)
        self.send_header("Location", f"/{number}")
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - named by its base
        """Keep the tests' output to the tests."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Answers) as here:
        thread = Thread(target=here.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{here.server_port}"
        here.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("page", "there"),
    [
        ("/200", True),
        ("/204", True),
        ("/401", True),
        ("/403", True),
        ("/429", True),
        ("/404", False),
        ("/410", False),
        ("/500", False),
        ("/503", False),
        ("/weg/200", True),
        ("/weg/404", False),
        ("/café/200?q=één#boven", True),
    ],
)
def test_a_server_that_says_so_has_the_page(server: str, page: str, there: object) -> None:
    assert command.answers_at(server + page) is there


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/", "https://bestaat-niet.invalid/", "http://[::1"]
)
def test_what_cannot_be_reached_is_no_traceback(address: str) -> None:
    assert not command.answers_at(address)


def asked(root: Path, today: date) -> tuple[int, str]:
    out = io.StringIO()
    return command.run(root, today, out), out.getvalue()


def test_the_nightly_job_keeps_what_failed_until_it_answers(server: str, tmp_path: Path) -> None:
    bad = f"{server}/404"
    files = {KOFFIE: with_website(bad), ORGANISATIE: of_partner(f"{server}/200")}
    root = write(tmp_path, files)
    kept = root / "content/monitor/links.txt"
    assert [asked(root, day)[0] for day in days(0, 1)] == [0, 0]
    assert asked(root, days(2)[0])[1] == (
        f"Nagekeken: 2 webadressen. Vandaag zonder antwoord: 1.\nDoet het al 3 dagen niet: {bad}\n"
    )
    assert kept.read_text("utf-8").splitlines()[2:] == [f"2026-11-24 2026-11-25 2026-11-26 {bad}"]
    (root / KOFFIE).write_text(with_website(f"{server}/200"), "utf-8")
    assert asked(root, days(3)[0])[1] == "Nagekeken: 1 webadres. Vandaag zonder antwoord: 0.\n"
    assert len(kept.read_text("utf-8").splitlines()) == 2


def test_without_internet_nothing_is_held_against_anybody(tmp_path: Path) -> None:
    nowhere = "http://127.0.0.1:1/"
    files = {KOFFIE: with_website(f"{nowhere}a"), ORGANISATIE: of_partner(f"{nowhere}b")}
    root = write(tmp_path, files)
    status, told = asked(root, DAY)
    assert (status, told[:12]) == (1, "Geen enkel a")
    assert not (root / "content/monitor/links.txt").exists()
