"""The history survives two builds on one day, a missing week, and a merge that kept both sides."""

import io
import subprocess
from datetime import date, timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from gids.coalition.charts import line_chart
from gids.coalition.instrument import check, measurement
from gids.coalition.monitor import (
    History,
    change_lines,
    day_line,
    history,
    read_day,
    since_words,
    stretches,
    unmet_since,
)
from gids.commands import measure
from gids.project import CoalitionFiles
from tests.town import FIRST, TODAY, offered, read, seen, town

SUNDAY = f"""{FIRST}
verwachtingen:
  - kort: zondag
    afspraak: Elke wijk heeft iedere week iets op zondag.
    geldt_voor: elke wijk
    dag: zondag
"""
WATCHING = {"content/verwachtingen.yaml": SUNDAY}
OFFER = {
    "een/koffie": offered("ouderen", "de-molen", "zondag"),
    "twee/soep": offered("jongeren", "het-plein", "maandag"),
}
DAY = timedelta(days=1)
DANCING = offered("ouderen", "de-molen", "dinsdag")


def run(root: Path, today: date = TODAY) -> str:
    told = io.StringIO()
    assert measure.run(root, today, told) == 0
    return told.getvalue()


def days(root: Path) -> list[str]:
    return (root / "content/monitor/2026.txt").read_text("utf-8").splitlines()[1:]


def changes(root: Path) -> list[str]:
    return (root / "content/monitor/aanbod.txt").read_text("utf-8").splitlines()[1:]


def past(*lines: str, seen_lines: tuple[str, ...] = ()) -> History:
    return history(CoalitionFiles(measured=lines, seen=seen_lines), TODAY)


# --- writing ---------------------------------------------------------------------------------


def test_two_builds_on_one_day_leave_one_line(tmp_path: Path) -> None:
    root = town(tmp_path, OFFER, WATCHING)
    run(root)
    before = days(root), changes(root)
    assert run(root) == "Vandaag is al gemeten.\n"
    assert (days(root), changes(root)) == before
    assert len(days(root)) == 1
    assert len(changes(root)) == 2


def test_each_day_adds_one_line(tmp_path: Path) -> None:
    root = town(tmp_path, OFFER, WATCHING)
    for number in range(3):
        run(root, TODAY + number * DAY)
    assert [line[:10] for line in days(root)] == ["2026-11-23", "2026-11-24", "2026-11-25"]


def test_a_new_year_starts_a_new_file(tmp_path: Path) -> None:
    root = town(tmp_path, OFFER)
    run(root, date(2026, 12, 31))
    run(root, date(2027, 1, 1))
    assert sorted(p.name for p in (root / "content/monitor").iterdir()) == [
        "2026.txt",
        "2027.txt",
        "aanbod.txt",
    ]
    assert len(seen(root, date(2027, 1, 1)).past.days) == 2


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    root = town(tmp_path, OFFER, WATCHING)
    line, _ = measurement(*read(root), TODAY)
    run(root)
    made = seen(root)
    (day,) = made.past.days
    assert {key: f.count for key, f in made.figures.items()} == {
        key: count for key, (count, _) in day.counts.items()
    }
    assert day.unmet == {"zondag": ("centrum",)}
    assert days(root) == [line]
    assert made.past.unread == ()


def test_a_file_without_a_last_line_end_gets_it(tmp_path: Path) -> None:
    root = town(tmp_path, OFFER)
    file = root / "content/monitor/2026.txt"
    file.parent.mkdir()
    file.write_text("2026-11-22 partners=2", "utf-8")
    run(root)
    assert [line.split(" ")[0] for line in file.read_text("utf-8").splitlines()] == [
        "2026-11-22",
        "2026-11-23",
    ]


def test_a_project_with_an_error_is_not_measured(tmp_path: Path) -> None:
    root = town(tmp_path, {"een/stuk": "titel: zonder de rest\n"})
    assert measure.run(root, TODAY, io.StringIO()) == 1
    assert not (root / "content/monitor").exists()


def test_a_build_changes_nothing_in_the_folder(tmp_path: Path) -> None:
    root = town(tmp_path, OFFER, WATCHING)
    run(root)
    before = {p: p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}
    seen(root)
    assert {p: p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()} == before


# --- reading ---------------------------------------------------------------------------------


def test_of_two_lines_for_one_day_the_first_stands() -> None:
    found = past("2026-11-20 partners=3", "2026-11-20 partners=9")
    assert found.series("partners") == ((date(2026, 11, 20), 3),)


def test_the_order_of_lines_does_not_matter() -> None:
    lines = ("2026-11-22 partners=4", "2026-11-20 partners=3")
    assert past(*lines) == past(*reversed(lines))


def test_a_merge_conflict_with_both_sides_kept_is_read() -> None:
    conflict = (
        "2026-11-20 partners=3\n<<<<<<< HEAD\n2026-11-21 partners=4\n=======\n"
        "2026-11-21 partners=5\n2026-11-22 partners=5\n>>>>>>> nacht\n"
    )
    found = past(*conflict.splitlines())
    assert [value for _, value in found.series("partners")] == [3, 4, 5]
    assert found.unread == ()


def test_git_itself_keeps_both_sides(tmp_path: Path, project: Path) -> None:
    root = town(tmp_path / "town", OFFER)
    rules = (project / "content/monitor/.gitattributes").read_text("utf-8")
    run(root)
    (root / "content/monitor/.gitattributes").write_text(rules, "utf-8")

    def git(*words: str) -> str:
        who = ("-c", "user.name=x", "-c", "user.email=x@voorbeeld.example")
        command = ["git", *who, *words]
        return subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout

    git("init", "-b", "main")
    git("add", ".")
    git("commit", "-m", "een")
    git("switch", "-c", "nacht")
    run(root, TODAY + DAY)
    git("commit", "-am", "nacht")
    git("switch", "main")
    (root / "partners/drie/dans.yaml").write_text(
        offered("ouderen", "de-molen", "dinsdag"), "utf-8"
    )
    run(root, TODAY + 2 * DAY)
    git("add", ".")
    git("commit", "-am", "dag")
    git("merge", "nacht", "-m", "samen")
    made = seen(root, TODAY + 2 * DAY)
    assert [day.day for day in made.past.days] == [TODAY, TODAY + DAY, TODAY + 2 * DAY]
    assert [change.slug for change in made.past.news] == ["dans"]
    assert made.past.unread == ()


def test_a_missing_week_is_a_gap_in_the_line_and_nothing_else() -> None:
    before = [f"2026-11-{day:02} partners={day}" for day in range(1, 6)]
    after = [f"2026-11-{day:02} partners={day}" for day in range(14, 18)]
    series = past(*before, *after).series("partners")
    assert [len(part) for part in stretches(series)] == [5, 4]
    drawing = line_chart(series, None, "", "Partners", "x")
    assert drawing.count('class="chart-series"') == 2


def test_a_line_from_the_future_does_not_count() -> None:
    assert past("2026-12-31 partners=3").days == ()


@pytest.mark.parametrize(
    "line",
    ["gisteren partners=3", "2026-02-30 partners=3", "2026-11-20", "2026-11-20 partners=veel"],
)
def test_a_line_that_makes_no_sense_is_named_and_skipped(line: str) -> None:
    assert read_day(line) is None
    found = past(line, "2026-11-20 partners=3")
    assert found.unread == (line,)
    assert len(found.days) == 1


def test_a_lost_line_is_a_warning(tmp_path: Path) -> None:
    root = town(tmp_path, OFFER, {"content/monitor/2026.txt": "zomaar tekst\n"})
    directory, project = read(root)
    (finding,) = [f for f in check(directory, project, TODAY) if f.code == "monitor-regel"]
    assert finding.severity == "warning"


def test_a_figure_that_is_new_starts_where_it_starts() -> None:
    found = past("2026-11-20 partners=3", "2026-11-21 partners=3 talen=2")
    assert found.series("talen") == ((date(2026, 11, 21), 2),)


def test_a_share_is_kept_as_its_count_and_of_how_many() -> None:
    (day,) = past("2026-11-20 gratis=1/3 leeg=0/0").days
    assert day.value("gratis") == 33
    assert day.value("leeg") is None


def test_a_line_says_what_was_not_met() -> None:
    line = day_line(TODAY, {}, {"zondag": ["centrum", "de-glip"]})
    assert line == "2026-11-23 niet:zondag=centrum,de-glip"


# --- what came and went ----------------------------------------------------------------------


def test_what_comes_and_goes_is_news_after_the_first_day(tmp_path: Path) -> None:
    root = town(tmp_path, OFFER)
    run(root)
    (root / "partners/twee/soep.yaml").unlink()
    (root / "partners/drie/dans.yaml").write_text(
        offered("ouderen", "de-molen", "dinsdag"), "utf-8"
    )
    run(root, TODAY + DAY)
    made = seen(root, TODAY + DAY)
    assert [(c.slug, c.came) for c in made.past.news] == [("soep", False), ("dans", True)]
    month = made.digests[0]
    assert [item.title for item in month.new] == ["Iets voor ouderen"]
    assert [item.title for item in month.stopped] == ["Iets voor jongeren"]
    assert month.stopped[0].url == ""


def test_what_two_sides_saw_comes_once() -> None:
    lines = ("2026-11-20 + a een A", "2026-11-21 + b een B", "2026-11-22 + b een B")
    assert [c.slug for c in past(seen_lines=lines).news] == ["b"]


def test_what_comes_back_is_news_again() -> None:
    lines = ("2026-11-19 + a een A", "2026-11-20 - a een A", "2026-11-21 + a een A")
    found = past(seen_lines=lines)
    assert [c.came for c in found.news] == [False, True]
    assert set(found.known) == {"a"}


def test_nothing_changes_when_nothing_changed(tmp_path: Path) -> None:
    root = town(tmp_path, OFFER)
    run(root)
    directory, project = read(root)
    assert change_lines(history(project.coalition, TODAY), directory.listed, TODAY) == []


def test_an_activity_that_says_it_stopped_is_told_once(tmp_path: Path) -> None:
    root = town(tmp_path, OFFER)
    run(root, date(2026, 11, 20))
    text = OFFER["twee/soep"] + "gestopt_op: 2026-11-21\n"
    (root / "partners/twee/soep.yaml").write_text(text, "utf-8")
    run(root)
    (item,) = seen(root).digests[0].stopped
    assert item.day == "21 november 2026"
    assert item.url == "activiteiten/soep/"


def test_what_will_stop_this_month_has_not_stopped(tmp_path: Path) -> None:
    text = OFFER["twee/soep"] + "gestopt_op: 2026-11-29\n"
    assert seen(town(tmp_path, OFFER | {"twee/soep": text})).digests[0].stopped == ()


# --- since when ------------------------------------------------------------------------------


def unmet(*values: tuple[str, str]) -> tuple[str, ...]:
    return tuple(
        f"{day} partners=3" + (f" niet:zondag={who}" if who else "") for day, who in values
    )


def test_since_when_is_the_unbroken_run_until_today() -> None:
    found = past(
        *unmet(
            ("2026-11-18", "centrum"),
            ("2026-11-19", ""),
            ("2026-11-20", "centrum"),
            ("2026-11-22", "centrum,de-glip"),
        )
    )
    assert unmet_since(found, "zondag", "centrum", TODAY) == (date(2026, 11, 20), False)
    assert since_words(found, "zondag", "de-glip", TODAY) == "sinds 22 november 2026"
    assert since_words(found, "zondag", "merlenhoven", TODAY) == ""


def test_what_was_so_from_the_first_day_on_says_that_we_do_not_know_longer() -> None:
    found = past(*unmet(("2026-11-18", "centrum"), ("2026-11-20", "centrum")))
    assert since_words(found, "zondag", "centrum", TODAY) == (
        "zolang we meten, sinds 18 november 2026"
    )


def test_without_an_earlier_measurement_nothing_is_said_of_since_when() -> None:
    assert since_words(past(), "zondag", "centrum", TODAY) == ""
    found = past(*unmet((TODAY.isoformat(), "centrum")))
    assert since_words(found, "zondag", "centrum", TODAY) == ""


# --- drawn -----------------------------------------------------------------------------------


def test_a_drawing_says_in_words_what_it_shows() -> None:
    series = past("2026-11-20 gratis=1/4", "2026-11-22 gratis=3/4").series("gratis")
    drawing = line_chart(series, 90, "%", "Gratis & meer", "doel-x")
    assert "Van 25% op 20-11-’26 naar 75% op 22-11-’26. Het doel is 90%." in drawing
    assert "Gratis &amp; meer" in drawing
    assert 'role="img" aria-labelledby="doel-x-titel doel-x-tekst"' in drawing
    assert "style=" not in drawing


def test_one_measurement_is_one_dot() -> None:
    drawing = line_chart(((TODAY, 3),), None, "", "x", "x")
    assert "chart-series" not in drawing
    assert "chart-dot" in drawing


def test_today_closes_the_line_of_a_goal(tmp_path: Path) -> None:
    goal = (
        "doel: Meer.\ncijfer:\n  soort: berekend\n  wat: activiteiten\n"
        "streefwaarde: 9\neigenaar: de coördinator\n"
    )
    root = town(tmp_path, OFFER, {"content/doelen/a.yaml": goal})
    run(root, date(2026, 11, 20))
    (shown,) = seen(root).goals
    assert [point.day for point in shown.points] == ["23 november 2026", "20 november 2026"]
    assert replace(shown, chart="").baseline == "2 op 20 november 2026"
