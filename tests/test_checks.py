"""Rules over several files, and rules about today."""

from datetime import date
from pathlib import Path

import pytest

from build import main
from gids.checks import RULES, check
from gids.examining import examine
from gids.reading import read_project
from gids.values import MONTHS
from tests.projects import FILES, KOFFIE, ORGANISATIE, TODAY, koffie, problems, told, write

OTHER = "partners/wereldhuis/"
OTHER_ORGANISATION = FILES[ORGANISATIE].replace("De Kring", "Wereldhuis")


def one(root: Path, today: date = TODAY) -> tuple[str, str]:
    """The message and the cure of the only problem."""
    (problem,) = problems(root, today)
    return problem.message, problem.hint


def test_a_project_in_which_all_is_well_has_no_problems(tmp_path: Path) -> None:
    assert told(write(tmp_path)) == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_docstring_of_a_rule_is_the_rule(rule: object) -> None:
    assert rule.__doc__
    assert rule.__doc__.strip().endswith(".")


# --- words of a list -------------------------------------------------------------------------


@pytest.mark.parametrize("word", ["ontmoeten", "Ontmoeten", "BAKKIE", "Eten en koken"])
def test_a_theme_may_be_named_by_short_name_name_or_synonym(tmp_path: Path, word: str) -> None:
    assert told(write(tmp_path, koffie("[ontmoeten]", f"[{word}]"))) == []


def test_an_unknown_theme_names_the_nearest_and_the_others(tmp_path: Path) -> None:
    write(tmp_path, koffie("[ontmoeten]", "[ontmoeten, ontmoette]"))
    assert told(tmp_path) == [("koffie.yaml", 3, "error", "onbekend-thema")]
    assert one(tmp_path) == (
        '"ontmoette" staat niet in de lijst.',
        'Bedoelt u "ontmoeten"? Kies uit: ontmoeten, eten-en-koken.',
    )


@pytest.mark.parametrize(
    ("changes", "code", "line"),
    [
        (koffie("[iedereen]", "[buren]"), "onbekend-doelgroep", 4),
        (koffie(end="talen: [Klingon]\n"), "onbekend-taal", 14),
        ({ORGANISATIE: FILES[ORGANISATIE].replace("welzijn", "magie")}, "onbekend-sector", 2),
        (
            koffie(
                "waar: de-luifel",
                "waar:\n  soort: adres\n  naam: de schuur\n  wijk: ver weg\n"
                "  adres:\n    straat: Laan 1",
            ),
            "onbekend-wijk",
            14,
        ),
    ],
)
def test_every_list_is_looked_up(
    tmp_path: Path, changes: dict[str, str], code: str, line: int
) -> None:
    (found,) = told(write(tmp_path, changes))
    assert found[1:] == (line, "error", code)


def test_a_list_that_cannot_be_read_silences_the_words_that_come_from_it(tmp_path: Path) -> None:
    write(tmp_path, {"content/themas.yaml": "woorden: []\n"})
    assert told(tmp_path) == [("themas.yaml", 1, "error", "too_short")]


# --- places, organisations, periods ----------------------------------------------------------


def test_an_unknown_place_names_the_nearest(tmp_path: Path) -> None:
    write(tmp_path, koffie("waar: de-luifel", "waar: de-luivel"))
    assert told(tmp_path) == [("koffie.yaml", 11, "error", "onbekend-plek")]
    assert one(tmp_path)[1] == "Bedoelt u  waar: de-luifel?"


def test_a_place_is_looked_up_wherever_it_is_named(tmp_path: Path) -> None:
    when = (
        "      plek: nergens\n  ook_op:\n    - datum: 2026-12-20\n      van: 10:00\n"
        "      plek: nergens\n  wijzigingen:\n    - soort: verplaatst\n      datum: 2026-12-08\n"
        "      plek: nergens\n      reden: verbouwing\n"
        "waar:\n  soort: meer plekken\n  plekken:\n    - plek: nergens\n"
    )
    write(tmp_path, koffie("waar: de-luifel\n", when))
    assert [row[1] for row in told(tmp_path)] == [11, 15, 19, 24]
    assert {row[3] for row in told(tmp_path)} == {"onbekend-plek"}


def test_a_place_whose_file_has_an_error_is_not_unknown(tmp_path: Path) -> None:
    write(tmp_path, {"content/plekken/de-luifel.yaml": "naam: De Luifel\n"})
    assert [row[0] for row in told(tmp_path)] == ["de-luifel.yaml"]


def test_an_unknown_partner_is_named(tmp_path: Path) -> None:
    write(tmp_path, koffie(end="samen_met: [buurthuis-de-krng]\n"))
    assert told(tmp_path) == [("koffie.yaml", 14, "error", "onbekend-organisatie")]
    assert "buurthuis-de-kring" in one(tmp_path)[1]


@pytest.mark.parametrize("word", ["schoolvakanties", "feestdagen", "juli", "Kerstvakantie"])
def test_a_period_may_be_a_month_or_a_holiday(tmp_path: Path, word: str) -> None:
    assert told(write(tmp_path, koffie("waar:", f"  niet_in: [{word}]\nwaar:"))) == []


def test_an_unknown_period_names_the_nearest(tmp_path: Path) -> None:
    write(tmp_path, koffie("waar:", "  niet_in: [juli, kerstvakntie]\nwaar:"))
    assert told(tmp_path) == [("koffie.yaml", 11, "error", "onbekend-periode")]
    assert one(tmp_path)[1] == 'Bedoelt u "Kerstvakantie"?'


# --- the same twice --------------------------------------------------------------------------


def test_one_address_for_two_activities_names_both_files(tmp_path: Path) -> None:
    text = FILES[KOFFIE].replace("titel: Koffieochtend", "titel: Iets anders")
    write(
        tmp_path,
        {f"{OTHER}organisatie.yaml": OTHER_ORGANISATION, f"{OTHER}koffie.yaml": text},
    )
    (problem,) = problems(tmp_path)
    assert (problem.path, problem.line, problem.severity) == (f"{OTHER}koffie.yaml", 0, "error")
    assert KOFFIE in problem.message


def test_one_activity_under_two_partners_is_a_question(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            f"{OTHER}organisatie.yaml": OTHER_ORGANISATION,
            f"{OTHER}koffie-2.yaml": FILES[KOFFIE].replace("Koffieochtend", "koffie-ochtend"),
        },
    )
    assert {code for _, _, _, code in told(tmp_path)} == {"dubbel"}
    text = FILES[KOFFIE].replace("Koffieochtend", "KOFFIEOCHTEND")
    (tmp_path / f"{OTHER}koffie-2.yaml").write_text(text, "utf-8")
    assert {file for file, _, _, code in told(tmp_path) if code == "dubbel"} == {
        "koffie.yaml",
        "koffie-2.yaml",
    }


# --- times -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("20:00", "1:00", []),
        ("19:30", "24:00", []),
        ("10:00", "22:00", []),
        ("9:00", "21:30", ["warning"]),
        ("11:30", "10:00", ["error"]),
        ("10:00", "10:00", ["error"]),
    ],
)
def test_an_end_may_be_past_midnight_but_not_before_its_start(
    tmp_path: Path, start: str, end: str, expected: list[str]
) -> None:
    write(tmp_path, koffie("van: 10:00\n      tot: 11:30", f"van: {start}\n      tot: {end}"))
    found = told(tmp_path)
    assert [row[2] for row in found] == expected
    assert [row[1] for row in found] == [10] * len(expected)


def test_the_first_time_is_on_a_day_of_the_moment(tmp_path: Path) -> None:
    write(
        tmp_path,
        koffie("soort: elke week", "soort: om de week\n      eerste_keer: 2026-11-25"),
    )
    assert told(tmp_path) == [("koffie.yaml", 8, "warning", "eerste-keer")]
    assert one(tmp_path)[0] == "Woensdag 25 november 2026 is geen dinsdag."


CALLED_OFF = """\
  wijzigingen:
    - soort: gaat niet door
      datum: {}
      reden: ziek
"""


# --- dates -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("  niet_op: [2026-12-08]\n", []),
        ("  niet_op: [2026-12-08, 2026-12-09]\n", [11]),
        ("  niet_op: [2026-11-04]\n", []),
        (CALLED_OFF.format("2026-12-09"), [13]),
        (CALLED_OFF.format("2026-12-08\n      aanvang: 14:00"), [13]),
        (CALLED_OFF.format("2026-12-08\n      aanvang: 10:00"), []),
        (f"  ook_op: [{{datum: 2026-12-09, van: 10:00}}]\n{CALLED_OFF.format('2026-12-09')}", []),
    ],
)
def test_what_is_called_off_was_planned(tmp_path: Path, lines: str, expected: list[int]) -> None:
    write(tmp_path, koffie("waar:", f"{lines}waar:"))
    found = told(tmp_path)
    assert [row[1] for row in found] == expected
    assert {row[2:] for row in found} <= {("warning", "niets-op-die-dag")}


LOOSE = "soort: losse data\n      data: [{}]"


def test_a_last_date_that_has_passed_is_a_warning_with_the_line_to_add(tmp_path: Path) -> None:
    write(
        tmp_path,
        koffie("soort: elke week\n      dag: dinsdag", LOOSE.format("2026-10-03, 2026-11-07")),
    )
    assert told(tmp_path) == [("koffie.yaml", 5, "warning", "voorbij")]
    assert one(tmp_path) == (
        "De laatste datum, zaterdag 7 november 2026, is voorbij.",
        "Zet er nieuwe data bij, of schrijf:  gestopt_op: 2026-11-07",
    )
    assert "voorbij" not in {row[3] for row in told(tmp_path, date(2026, 11, 7))}


def test_a_schedule_that_never_happens_is_a_warning(tmp_path: Path) -> None:
    every_month = ", ".join(MONTHS)
    write(tmp_path, koffie("waar:", f"  niet_in: [{every_month}]\nwaar:"))
    assert told(tmp_path) == [("koffie.yaml", 5, "warning", "niets-gepland")]


@pytest.mark.parametrize(
    "end", ["gestopt_op: 2026-11-01\n", "pauze:\n  reden: verbouwing\n", "geldig_tot: 2027-01-01\n"]
)
def test_what_is_closed_needs_no_dates(tmp_path: Path, end: str) -> None:
    dates = LOOSE.format("2026-10-03" if "geldig" not in end else "2026-12-05")
    write(tmp_path, koffie("soort: elke week\n      dag: dinsdag", dates, end))
    assert told(tmp_path) == []


def test_a_pause_that_is_over_and_a_page_that_expired_are_warnings(tmp_path: Path) -> None:
    write(tmp_path, koffie(end="pauze:\n  tot_en_met: 2026-11-01\ngeldig_tot: 2026-11-22\n"))
    assert told(tmp_path) == [
        ("koffie.yaml", 15, "warning", "pauze-voorbij"),
        ("koffie.yaml", 16, "warning", "niet-op-de-site"),
    ]


# --- holidays --------------------------------------------------------------------------------


def test_the_list_of_holidays_must_reach_three_months_ahead(tmp_path: Path) -> None:
    last_day = "vakanties-op" in {row[3] for row in told(write(tmp_path), date(2027, 2, 4))}
    assert not last_day
    found = told(tmp_path, date(2027, 2, 5))
    assert ("vakanties.yaml", 1, "warning", "vakanties-op") in found


def test_a_holiday_that_not_everybody_has_off_is_a_question_in_time(tmp_path: Path) -> None:
    change = koffie("dag: dinsdag", "dag: woensdag")
    change[KOFFIE] = change[KOFFIE].replace("waar:", "  niet_in: [juli, feestdagen]\nwaar:")
    write(tmp_path, change)
    assert "feestdag-vraag" not in {row[3] for row in told(tmp_path, date(2027, 3, 1))}
    found = [p for p in problems(tmp_path, date(2027, 3, 20)) if p.code == "feestdag-vraag"]
    (question,) = found
    assert (question.line, question.severity) == (11, "warning")
    assert question.message == (
        "Op Bevrijdingsdag, woensdag 5 mei 2027, is niet iedereen vrij. Gaat het dan door?"
    )
    assert question.hint == "Zo niet, schrijf:  niet_op: 2027-05-05"


# --- care ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-08-25", None),
        ("2026-08-24", "drie maanden"),
        ("2026-05-24", "half jaar"),
        ("2025-11-22", "een jaar"),
        ("2026-11-24", "moet nog komen"),
    ],
)
def test_an_old_confirmation_is_a_soft_question(
    tmp_path: Path, day: str, words: str | None
) -> None:
    write(tmp_path, koffie("gecontroleerd_op: 2026-11-16", f"gecontroleerd_op: {day}"))
    found = problems(tmp_path)
    assert [p.severity for p in found] == (["warning"] if words else [])
    assert all(words in p.message for p in found if words)


def test_what_nobody_confirmed_is_asked_for_but_not_of_an_example(tmp_path: Path) -> None:
    write(tmp_path, koffie("gecontroleerd_op: 2026-11-16\n", ""))
    assert told(tmp_path) == [("koffie.yaml", 1, "warning", "nooit-bevestigd")]
    assert told(write(tmp_path, koffie("gecontroleerd_op: 2026-11-16", "voorbeeld: ja"))) == []


def test_without_any_phone_number_the_sites_own_is_shown(tmp_path: Path) -> None:
    silent = FILES[ORGANISATIE].replace("telefoon: 023 - 123 45 67\n", "")
    write(tmp_path, {ORGANISATIE: silent})
    assert told(tmp_path) == [("koffie.yaml", 1, "warning", "geen-telefoon")]
    assert "het gidsteam" in one(tmp_path)[0]
    contact = koffie(end="contact:\n  telefoon: 023 - 123 45 67\n")
    assert told(write(tmp_path, {ORGANISATIE: silent, **contact})) == []


def test_a_mobile_number_may_be_private(tmp_path: Path) -> None:
    write(tmp_path, koffie(end="contact:\n  telefoon: 06 12 34 56 78\n"))
    assert told(tmp_path) == [("koffie.yaml", 15, "warning", "mobiel-nummer")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kom <b>langs</b>", 1),
        ("<script>alert(1)</script>", 1),
        ("Kijk op <https://voorbeeld.nl> of <info@voorbeeld.nl>", 0),
        ("Voor mensen < 27 en > 12 jaar", 0),
        ("Mail gerust naar info@voorbeeld.nl", 0),
    ],
)
def test_html_in_a_text_is_a_warning(tmp_path: Path, text: str, expected: int) -> None:
    write(tmp_path, koffie(end=f'omschrijving: "{text}"\n'))
    assert [row[3] for row in told(tmp_path)] == ["html"] * expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kijk op [onze site](onze-site.nl) of [hier](/contact)", 2),
        ("Kijk op [onze site](www.voorbeeld.nl), of [bel](tel:+31231234567)", 0),
        ("Kijk op [onze site](https://voorbeeld.nl) of [mail](mailto:info@voorbeeld.nl)", 0),
        ("Zaal 1 (boven) [met lift]", 0),
    ],
)
def test_a_link_that_leads_nowhere_is_a_warning(tmp_path: Path, text: str, expected: int) -> None:
    write(tmp_path, koffie(end=f'omschrijving: "{text}"\n'))
    assert [row[3] for row in told(tmp_path)] == ["link"] * expected


def test_a_place_in_another_town_is_a_warning_and_its_neighbourhood_is_not_looked_up(
    tmp_path: Path,
) -> None:
    place = "naam: Elders\nadres:\n  straat: Laan 1\n  plaats: Haarlem\nwijk: Schalkwijk\n"
    write(tmp_path, {"content/plekken/elders.yaml": place})
    assert told(tmp_path) == [("elders.yaml", 4, "warning", "buiten-de-gemeente")]


ABOUT = (
    "---\ntitel: Over ons\nsamenvatting: Wie wij zijn.\n---\n"
    "Kom naar de [koffie](../activiteiten/koffie/) of de [thee](../activiteiten/thee/#waar), "
    "in [Centrum](../wijk/centrum/), bij [De Kring](../organisaties/weg/) of "
    "[elders](https://voorbeeld.nl/activiteiten/thee/).\n"
)


def test_a_page_may_speak_of_what_is_gone_and_stops_nobodys_site(tmp_path: Path) -> None:
    root = write(tmp_path / "gids", {"content/paginas/over.md": ABOUT})
    assert told(root) == [("over.md", 0, "warning", "link-weg")] * 2
    site = tmp_path / "site"
    assert main(["--root", str(root), "--out", str(site), "--today", TODAY.isoformat()]) == 0
    page = (site / "over/index.html").read_text("utf-8")
    assert '<a href="../activiteiten/koffie/">koffie</a>' in page
    assert "<a>thee</a>" in page
    assert "<a>De Kring</a>" in page


def test_what_a_page_leads_to_is_there_in_the_next_build_too(tmp_path: Path) -> None:
    """The second time the activities are remembered, and only what is new is asked anew."""
    root = write(tmp_path, {"content/paginas/over.md": ABOUT})
    project, _ = read_project(root)
    assert project
    first = examine(root, project, TODAY, frozenset(), {})
    again = examine(root, project, TODAY, frozenset(), first.told)
    assert [one.code for one in again.problems] == [one.code for one in first.problems]


TWINS = {
    "partners/tweede/organisatie.yaml": FILES[ORGANISATIE],
    "content/plekken/tweede.yaml": FILES["content/plekken/de-luifel.yaml"],
    "content/paginas/een.md": "---\ntitel: Over ons\nsamenvatting: Wie wij zijn.\n---\nTekst.\n",
    "content/paginas/twee.md": "---\ntitel: over ons\nsamenvatting: Wie wij zijn.\n---\nTekst.\n",
    "content/wijken.yaml": FILES["content/wijken.yaml"] + "  - kort: centrum\n    naam: Centrum\n",
}


def test_what_has_the_name_of_something_else_is_an_error(tmp_path: Path) -> None:
    """Their pages would have one title, and then there is no site for anybody."""
    write(tmp_path, TWINS)
    assert told(tmp_path) == [
        ("twee.md", 2, "error", "dubbele-naam"),
        ("tweede.yaml", 1, "error", "dubbele-naam"),
        ("wijken.yaml", 4, "error", "dubbele-naam"),
        ("wijken.yaml", 5, "error", "dubbele-naam"),
        ("organisatie.yaml", 1, "error", "dubbele-naam"),
    ]


# --- what holds for all rules ----------------------------------------------------------------


@pytest.mark.parametrize("year", [2020, 2026, 2027, 2030])
def test_a_day_that_goes_by_never_makes_an_error(project: Path, year: int) -> None:
    content, report = read_project(project)
    assert content is not None
    for month in (1, 4, 7, 12):
        found = check(content, date(year, month, 5), report.unread)
        assert [f for f in found if f.severity == "error"] == []


def test_the_projects_own_files_have_no_errors(project: Path) -> None:
    assert [p for p in problems(project) if p.is_error] == []
