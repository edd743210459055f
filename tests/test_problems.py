"""A problem as a value, and the four ways to print it."""

import json
from dataclasses import replace

import pytest

from gids.problems import (
    NEXT_STEP,
    Finding,
    Problem,
    Report,
    to_github,
    to_json,
    to_markdown,
    to_text,
)

HALF_ELF = Problem(
    path="partners/buurthuis-de-kring/koffie.yaml",
    line=17,
    column=12,
    order=0,
    length=8,
    code="tijd",
    severity="error",
    label="Aanvang",
    message='"half elf" is geen tijd die we kunnen lezen.',
    hint="Schrijf bijvoorbeeld:  van: 10:30",
    source_line="      van: half elf",
)
WARNING = replace(HALF_ELF, line=3, severity="warning", code="let-op")


def test_a_message_looks_as_the_house_style_says() -> None:
    assert to_text(Report.of([HALF_ELF])) == (
        "partners/buurthuis-de-kring/koffie.yaml, regel 17 · Aanvang\n"
        "    17 |       van: half elf\n"
        "       |            ^^^^^^^^\n"
        '  "half elf" is geen tijd die we kunnen lezen. Schrijf bijvoorbeeld:  van: 10:30\n'
        "\n"
        "1 fout in 1 bestand. Verbeter de fouten en controleer daarna opnieuw:  make check\n"
    )


def test_a_warning_looks_different_and_does_not_fail() -> None:
    report = Report.of([WARNING])
    assert "regel 3 · Aanvang (let op)\n" in to_text(report)
    assert "~~~~~~~~" in to_text(report)
    assert report.status == 0


@pytest.mark.parametrize(
    ("problems", "end"),
    [
        ([], "Alles klopt in 4 bestanden. U hoeft niets te doen."),
        (
            [WARNING],
            "1 waarschuwing in 1 bestand. De site kan zo op internet; kijk de waarschuwingen na.",
        ),
        (
            [HALF_ELF, replace(HALF_ELF, path="b.yaml"), WARNING],
            f"2 fouten en 1 waarschuwing in 2 bestanden. {NEXT_STEP}",
        ),
    ],
)
def test_the_end_counts_and_says_the_one_next_step(problems: list[Problem], end: str) -> None:
    assert to_text(Report.of(problems, 4)).splitlines()[-1] == end


def test_problems_are_sorted_by_file_and_line_and_told_once() -> None:
    first = replace(HALF_ELF, path="a.yaml")
    assert Report.of([HALF_ELF, WARNING, first, HALF_ELF]).problems == (first, WARNING, HALF_ELF)


def test_a_report_knows_which_files_it_could_not_read() -> None:
    report = Report.of([HALF_ELF, replace(WARNING, path="b.yaml")])
    assert report.unread == {HALF_ELF.path}
    assert report.plus([replace(HALF_ELF, path="c.yaml")]).unread == {HALF_ELF.path, "c.yaml"}


def test_a_finding_that_nobody_located_stands_at_its_file() -> None:
    finding = Finding("a.yaml", ("van",), "tijd", "error", "Dit klopt niet.", "Kijk het na.")
    (problem,) = Report().plus([finding]).problems
    assert (problem.path, problem.line, problem.is_error) == ("a.yaml", 0, True)


# --- the line with its mark ------------------------------------------------------------------


def excerpt(line: str, meant: str) -> list[str]:
    problem = replace(HALF_ELF, source_line=line, column=line.index(meant) + 1, length=len(meant))
    return to_text(Report.of([problem])).splitlines()[1:3]


def test_the_mark_stands_under_what_is_meant_after_a_tab() -> None:
    assert excerpt("\tvan: half elf", "half elf") == [
        "    17 | →van: half elf",
        "       |       ^^^^^^^^",
    ]


def test_the_mark_stands_under_what_is_meant_after_wide_and_combined_letters() -> None:
    assert excerpt("titel: 茶 cafe\u0301 half", "half") == [
        "    17 | titel: 茶 cafe\u0301 half",
        "       |                ^^^^",
    ]


def test_what_cannot_be_seen_is_shown_as_a_mark() -> None:
    assert excerpt("titel: a\u202eb\x07c", "b\x07c")[0] == "    17 | titel: a�b�c"


def test_a_long_line_is_cut_around_what_is_meant() -> None:
    line, mark = excerpt("titel: " + "x" * 500 + " half elf " + "y" * 500, "half elf")
    assert len(line) < 120
    assert line[mark.index("^") : mark.rindex("^") + 1] == "half elf"
    assert line.startswith("    17 | …")
    assert line.endswith("…")


def test_lines_to_copy_stand_below_the_sentence() -> None:
    problem = replace(HALF_ELF, hint="Schrijf:\ncontact:\n  telefoon: 023 - 123 45 67")
    assert to_text(Report.of([problem])).splitlines()[3:6] == [
        '  "half elf" is geen tijd die we kunnen lezen. Schrijf:',
        "      contact:",
        "        telefoon: 023 - 123 45 67",
    ]


def test_a_problem_with_a_whole_file_names_no_line() -> None:
    problem = replace(HALF_ELF, line=0, column=0, length=0, label="", source_line="")
    assert to_text(Report.of([problem])).splitlines()[0] == HALF_ELF.path


# --- for programs ----------------------------------------------------------------------------


def test_json_has_the_keys_of_the_contract_and_no_other() -> None:
    (row,) = json.loads(to_json(Report.of([HALF_ELF])))
    assert row == {
        "path": HALF_ELF.path,
        "line": 17,
        "column": 12,
        "code": "tijd",
        "severity": "error",
        "message": HALF_ELF.message,
        "hint": HALF_ELF.hint,
    }
    assert json.loads(to_json(Report())) == []


def test_an_annotation_stands_at_the_characters_that_are_meant() -> None:
    assert to_github(Report.of([HALF_ELF])).splitlines()[0] == (
        f"::error file={HALF_ELF.path},line=17,col=12,endColumn=19,title=Aanvang::"
        '"half elf" is geen tijd die we kunnen lezen. Schrijf bijvoorbeeld:  van: 10:30'
    )


def test_an_annotation_cannot_be_broken_out_of() -> None:
    problem = replace(
        HALF_ELF, path="a,b:c.yaml", label="100%: x, y", message="een\n::error::twee\r%0A"
    )
    line, *_ = to_github(Report.of([problem])).splitlines()
    assert line.startswith("::error file=a%2Cb%3Ac.yaml,line=17,")
    assert "title=100%25%3A x%2C y::een%0A::error::twee%0D%250A" in line


def test_only_ten_annotations_are_shown_and_errors_come_first() -> None:
    warnings = [replace(WARNING, line=n) for n in range(1, 12)]
    errors = [replace(HALF_ELF, line=n) for n in range(20, 23)]
    lines = to_github(Report.of([*warnings, *errors])).splitlines()
    assert [line.split()[0] for line in lines[:10]] == ["::error"] * 3 + ["::warning"] * 7
    assert lines[10] == "En nog 4: zie het verslag."


def test_markdown_tells_the_outcome_first_and_shows_the_line() -> None:
    text = to_markdown(Report.of([HALF_ELF]))
    assert text.startswith("### 1 fout in 1 bestand. Pas de regels hieronder aan")
    assert f"#### `{HALF_ELF.path}`" in text
    assert "**Fout, regel 17, Aanvang.**" in text
    assert "```text\n    17 |       van: half elf\n       |            ^^^^^^^^\n```" in text


def test_text_of_a_partner_is_no_markdown_and_calls_nobody() -> None:
    message = '"@gemeente/team <b>vet</b> [klik](https://x.nl) *ster* `code`" is geen titel.'
    text = to_markdown(Report.of([replace(HALF_ELF, message=message, source_line="a ``` b")]))
    assert "@gemeente" not in text
    assert "https://x.nl" not in text
    assert "\\<b\\>vet\\</b\\>" in text
    assert "\\[klik\\]" in text
    assert "````text" in text


# --- nobody is blamed for somebody else's file -----------------------------------------------


def test_only_what_somebody_changed_can_fail() -> None:
    other = replace(HALF_ELF, path="partners/ander/thee.yaml")
    report = Report.of([HALF_ELF, other]).only({HALF_ELF.path}.__contains__)
    assert (report.problems, report.foreign, report.status) == ((HALF_ELF,), (other,), 1)
    assert Report.of([other]).only({HALF_ELF.path}.__contains__).status == 0


def test_a_problem_that_follows_from_a_changed_file_is_of_who_changed_it() -> None:
    follows = replace(HALF_ELF, also=("content/plekken/de-luifel.yaml",))
    report = Report.of([follows]).only({"content/plekken/de-luifel.yaml"}.__contains__)
    assert report.errors == (follows,)


def test_what_was_there_already_is_listed_in_short() -> None:
    report = Report.of([HALF_ELF], 2).only(lambda _: False)
    assert to_text(report) == (
        "Niet van u (1 melding); hier hoeft u niets aan te doen:\n"
        "  partners/buurthuis-de-kring/koffie.yaml, regel 17: "
        '"half elf" is geen tijd die we kunnen lezen.\n'
        "\n"
        "Wat u veranderde, klopt. U hoeft niets te doen.\n"
    )
    assert "Niet van u" in to_markdown(report)
    assert [row["severity"] for row in json.loads(to_json(report))] == ["warning"]
