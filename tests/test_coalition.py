"""What is missing is said, what is agreed is judged, and what is counted is counted plainly."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from gids.coalition import instrument as instrument_room
from gids.coalition.completeness import WISHES, asked, near_gaps, near_partners
from gids.coalition.dependence import carried
from gids.coalition.digest import mail_text
from gids.coalition.expectations import unmet_words
from gids.coalition.figures import COUNTS, PER_GROUP, Figure, percentage
from gids.coalition.gaps import KINDS, headlines, in_one_breath
from gids.coalition.goals import NOT_FILLED_IN
from gids.coalition.instrument import Instrument
from gids.coalition.tables import ACTIVITY_COLUMNS, activities_table, gaps_table
from gids.model.goals import INDICATORS
from gids.reading import read_project
from tests.town import FIRST, TODAY, offered, read, seen, town

ON_SUNDAY = "Op zondagmiddag is er niets voor jongeren in De Glip."


def sentences(found: Instrument) -> list[str]:
    return [gap.sentence for gap in found.gaps]


def full_week(groups: str, place: str, but: tuple[str, str] | None = None) -> dict[str, str]:
    """Something at every watched moment in one neighbourhood, except one."""
    days = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag")
    moments = [(day, "19:00") for day in days]
    moments += [(day, at) for day in ("zaterdag", "zondag") for at in ("10:00", "14:00", "19:00")]
    return {
        f"een/{place}-{day}-{at[:2]}": offered(groups, place, day, at)
        for day, at in moments
        if (day, at) != but
    }


# --- gaps ------------------------------------------------------------------------------------


def test_a_gap_appears_when_its_activity_goes_and_disappears_when_it_comes(tmp_path: Path) -> None:
    elsewhere = full_week("jongeren", "het-plein")
    without = full_week("jongeren", "de-molen", but=("zondag", "14:00"))
    extra = {"twee/zondag": offered("jongeren", "de-molen", "zondag", "14:00")}
    assert ON_SUNDAY in sentences(seen(town(tmp_path / "a", {**elsewhere, **without})))
    assert ON_SUNDAY not in sentences(seen(town(tmp_path / "b", {**elsewhere, **without, **extra})))


def test_what_is_for_everyone_fills_a_gap(tmp_path: Path) -> None:
    elsewhere = full_week("jongeren", "het-plein")
    near = full_week("jongeren", "de-molen", but=("zondag", "14:00"))
    near["twee/zondag"] = offered("iedereen", "de-molen", "zondag", "14:00")
    assert ON_SUNDAY not in sentences(seen(town(tmp_path, {**elsewhere, **near})))


def test_a_gap_in_the_whole_town_silences_the_same_gap_in_each_neighbourhood(
    tmp_path: Path,
) -> None:
    both = {
        **full_week("jongeren", "het-plein", but=("zondag", "14:00")),
        **full_week("jongeren", "de-molen", but=("zondag", "14:00")),
        "twee/zondag": offered("ouderen", "het-plein", "zondag", "14:00"),
    }
    found = sentences(seen(town(tmp_path, both)))
    assert "Op zondagmiddag is er nergens iets voor jongeren." in found
    assert ON_SUNDAY not in found


def test_what_nobody_has_is_said_once_and_not_of_every_group(tmp_path: Path) -> None:
    """Each group's page still hears it: the list of the group and what is for all together."""
    everyone = full_week("ouderen, jongeren", "het-plein", but=("zaterdag", "19:00"))
    found = seen(town(tmp_path, everyone))
    for text in ("In De Glip is er niets.", "Op zaterdagavond is er nergens iets."):
        (gap,) = (gap for gap in found.gaps if gap.sentence == text)
        assert gap.group == ""
    assert not [gap for gap in found.gaps if gap.group and gap.area == "de-glip"]
    assert not [gap for gap in found.gaps if gap.group and gap.kind == "tijd"]


def test_a_neighbourhood_with_something_for_others_is_bare_for_a_group(tmp_path: Path) -> None:
    offer = full_week("ouderen, jongeren", "het-plein")
    offer["een/molen"] = offered("ouderen", "de-molen", "zondag")
    found = sentences(seen(town(tmp_path, offer)))
    assert "In De Glip is er niets voor jongeren." in found
    assert "In De Glip is er niets." not in found


def test_a_gap_is_told_in_the_fewest_words(tmp_path: Path) -> None:
    offer = {
        **full_week("jongeren", "het-plein"),
        "een/doordeweeks": offered("jongeren", "de-molen", "dinsdag", "14:00"),
    }
    found = sentences(seen(town(tmp_path, offer)))
    text = "Op doordeweekse avonden en in het weekend is er niets voor jongeren in De Glip."
    assert text in found


@pytest.mark.parametrize(
    ("times", "words"),
    [
        (["op zaterdagavond", "op zondag"], "op zaterdagavond en zondag"),
        (
            ["op doordeweekse avonden", "in het weekend ’s ochtends", "in het weekend ’s avonds"],
            "op doordeweekse avonden en in het weekend ’s ochtends en ’s avonds",
        ),
    ],
)
def test_times_are_said_in_one_breath(times: list[str], words: str) -> None:
    assert in_one_breath(times) == words


def test_a_group_without_anything_of_its_own_hears_what_is_for_everyone(tmp_path: Path) -> None:
    found = sentences(seen(town(tmp_path, {"een/a": offered("iedereen", "de-molen", "zondag")})))
    assert "Er is niets speciaal voor jongeren. Wel is er 1 activiteit voor iedereen." in found


def test_a_group_that_hangs_on_one_organisation_stands_out(tmp_path: Path) -> None:
    offer = {
        "een/a": offered("ouderen", "de-molen", "maandag"),
        "een/b": offered("ouderen", "de-molen", "dinsdag"),
    }
    found = sentences(seen(town(tmp_path / "een", offer)))
    assert "Alles voor ouderen hangt af van één organisatie: Stichting een." in found
    offer["twee/c"] = offered("ouderen", "de-molen", "dinsdag")
    found = sentences(seen(town(tmp_path / "twee", offer)))
    assert not [text for text in found if "hangt af" in text]


def test_a_group_with_a_single_activity_hangs_on_one_organisation_too(tmp_path: Path) -> None:
    offer = {"een/a": offered("mannen", "de-molen", "maandag")}
    found = seen(town(tmp_path, offer))
    assert "Er is maar één activiteit voor mannen, van Stichting een." in sentences(found)


def test_it_is_told_how_many_organisations_carry_what_there_is_for_a_group(tmp_path: Path) -> None:
    offer = {
        "een/a": offered("ouderen", "de-molen", "maandag"),
        "twee/b": offered("ouderen", "de-molen", "dinsdag"),
        "twee/c": offered("ouderen", "de-molen", "vrijdag"),
    }
    told = {one.group.slug: one for one in carried(seen(town(tmp_path, offer)).found.groups)}
    older, young = told["ouderen"], told["jongeren"]
    assert (older.count, older.organisers, older.most) == (3, 2, 2)
    assert older.most_by is not None
    assert older.most_by.name == "Stichting twee"
    assert (young.count, young.organisers, young.most_by) == (0, 0, None)


def test_unknown_steps_are_told_for_every_group_and_for_all_together(tmp_path: Path) -> None:
    offer = {
        "een/a": offered("mannen", "het-plein", "maandag"),
        "een/b": offered("ouderen", "de-molen", "maandag"),
    }
    found = sentences(seen(town(tmp_path, offer)))
    assert "Bij 1 van de 2 activiteiten weten we niet of er drempels zijn." in found
    text = "Er is niets voor mannen waarvan we zeker weten dat het zonder drempels is."
    assert text in found


def test_unknown_steps_are_told_and_never_count_as_yes(tmp_path: Path) -> None:
    offer = {
        "een/a": offered("ouderen", "de-molen", "maandag"),
        "een/b": offered("ouderen", "het-plein", "dinsdag"),
    }
    found = seen(town(tmp_path, offer))
    text = "Bij 1 van de 2 activiteiten voor ouderen weten we niet of er drempels zijn."
    assert text in sentences(found)
    access = {row.head: row.cells[-1].count for row in found.found.everything.rows("toegang")}
    assert access["Zonder drempels"] == 1
    assert access["Onbekend"] == 1


def test_a_quiet_christmas_stands_out(tmp_path: Path) -> None:
    offer = full_week("ouderen", "de-molen")
    quiet = {
        name: text.replace("waar:", "  niet_in: [schoolvakanties]\nwaar:")
        for name, text in offer.items()
    }
    watching = {"content/verwachtingen.yaml": f"{FIRST}vakanties: [kerstvakantie]\n"}
    text = "In de kerstvakantie is er niets voor ouderen."
    assert text in sentences(seen(town(tmp_path / "stil", quiet, watching)))
    assert text not in sentences(seen(town(tmp_path / "niet", offer, watching)))


def test_headlines_tell_the_largest_kinds_first(tmp_path: Path) -> None:
    found = seen(town(tmp_path, {"een/a": offered("ouderen", "de-molen", "maandag")}))
    kinds = [KINDS.index(gap.kind) for gap in headlines(found.gaps, 5)]
    assert kinds == sorted(kinds)
    assert len(kinds) == 5


# --- tables ----------------------------------------------------------------------------------


def test_nothing_is_a_gap_only_where_somebody_could_miss_it(tmp_path: Path) -> None:
    everything = seen(town(tmp_path, {})).found.everything
    bare = {row.head for row in everything.rows("kosten") if row.cells[0].is_bare}
    assert bare == {"Gratis"}
    bare = {row.head for row in everything.rows("toegang") if row.cells[0].is_bare}
    assert bare == {"Zonder drempels"}
    row = everything.rows("wijk")[0]
    assert [cell.is_bare for cell in row.cells] == [True, True, True, True, False, True]


def test_every_number_stands_before_its_own_list(tmp_path: Path) -> None:
    found = seen(town(tmp_path, full_week("jongeren, ouderen", "de-molen"))).found
    for group in (*found.groups, found.everything):
        keys = [c.key for grid in group.grids for row in grid.rows for c in row.cells]
        assert len(keys) == len(set(keys))
        assert all(cell.group == group.slug for cell in group.cells.values())


def test_groups_of_the_plan_come_first(tmp_path: Path) -> None:
    found = seen(town(tmp_path, {})).found
    assert [group.slug for group in found.groups] == ["jongeren", "ouderen", "iedereen", "mannen"]


def test_a_cancelled_date_does_not_count(tmp_path: Path) -> None:
    once = offered("ouderen", "de-molen", "zondag").replace(
        "soort: elke week\n      dag: zondag", "soort: losse data\n      data: [2026-12-06]"
    )
    cancelled = once.replace(
        "waar:",
        "  wijzigingen:\n    - soort: gaat niet door\n      datum: 2026-12-06\n"
        "      reden: de zaal is bezet\nwaar:",
    )
    going = seen(town(tmp_path / "wel", {"een/a": once})).found.everything
    off = seen(town(tmp_path / "niet", {"een/a": cancelled})).found.everything
    assert going.cells["zondag-middag"].count == 1
    assert off.cells["zondag-middag"].count == 0
    assert off.cells["samen-zonder-datum"].count == 1


# --- what was agreed -------------------------------------------------------------------------

EVERY_SUNDAY = f"""{FIRST}
verwachtingen:
  - kort: zondag
    afspraak: Elke wijk heeft iedere week iets op zondag.
    geldt_voor: elke wijk
    hoe_vaak: iedere week
    dag: zondag
"""


def agreed(expectations: str) -> dict[str, str]:
    return {"content/verwachtingen.yaml": expectations}


def test_an_expectation_is_judged_for_each_neighbourhood(tmp_path: Path) -> None:
    offer = {"een/a": offered("ouderen", "de-molen", "zondag")}
    root = town(tmp_path, offer, agreed(EVERY_SUNDAY))
    (verdict,) = seen(root).verdicts
    assert not verdict.met
    assert [subject.slug for subject in verdict.subjects] == ["de-glip", "centrum"]
    assert unmet_words(verdict) == "Dat lukt nog niet in het centrum."


def test_an_expectation_that_fails_some_weeks_says_so(tmp_path: Path) -> None:
    every_other = offered("ouderen", "de-molen", "zondag").replace(
        "soort: elke week", "soort: om de week\n      eerste_keer: 2026-11-29"
    )
    root = town(tmp_path, {"een/a": every_other}, agreed(EVERY_SUNDAY))
    (verdict,) = seen(root).verdicts
    glip = next(one for one in verdict.short if one.subject.slug == "de-glip")
    assert glip.missing == tuple(TODAY + timedelta(weeks=week) for week in (1, 3, 5, 7))
    assert "Dat lukt niet iedere week in De Glip." in unmet_words(verdict)


def test_an_expectation_that_is_not_met_is_a_warning_and_never_an_error(tmp_path: Path) -> None:
    root = town(tmp_path, {}, agreed(EVERY_SUNDAY))
    directory, project = read(root)
    findings = list(instrument_room.check(directory, project, TODAY))
    assert [(f.code, f.severity, f.path) for f in findings] == [
        ("verwachting", "warning", "content/verwachtingen.yaml")
    ]
    assert findings[0].keys == ("verwachtingen", 0, "afspraak")


def test_what_should_be_there_every_day_is_judged_for_each_day(tmp_path: Path) -> None:
    """Five times on Monday do not make up for a bare Tuesday."""
    text = EVERY_SUNDAY.replace("geldt_voor: elke wijk", "geldt_voor: elke dag").replace(
        "dag: zondag", "dag: [maandag, dinsdag]"
    )
    offer = {f"een/a{n}": offered("ouderen", "de-molen", "maandag") for n in range(5)}
    (verdict,) = seen(town(tmp_path / "een", offer, agreed(text))).verdicts
    assert [one.subject.slug for one in verdict.short] == ["dinsdag"]
    assert unmet_words(verdict) == "Dat lukt nog niet op dinsdag."
    offer["twee/b"] = offered("ouderen", "de-molen", "dinsdag")
    (verdict,) = seen(town(tmp_path / "twee", offer, agreed(text))).verdicts
    assert verdict.met


def test_dependence_on_one_organisation_can_be_agreed_away(tmp_path: Path) -> None:
    text = EVERY_SUNDAY.replace("dag: zondag", "minstens: 2\n    van_organisaties: 2")
    offer = {
        f"een/{day}-{place}": offered("ouderen", place, day)
        for day in ("maandag", "dinsdag")
        for place in ("de-molen", "het-plein")
    }
    (verdict,) = seen(town(tmp_path / "een", offer, agreed(text))).verdicts
    assert not verdict.met
    offer["twee/a"] = offered("ouderen", "de-molen", "maandag")
    offer["twee/b"] = offered("ouderen", "het-plein", "maandag")
    (verdict,) = seen(town(tmp_path / "twee", offer, agreed(text))).verdicts
    assert verdict.met


def test_a_word_that_no_list_holds_is_named(tmp_path: Path) -> None:
    text = EVERY_SUNDAY.replace("dag: zondag", "dag: zondag\n    wijken: [de-glib]")
    directory, project = read(town(tmp_path, {}, agreed(text)))
    told = [f.message for f in instrument_room.check(directory, project, TODAY)]
    assert any("De-glib" in message for message in told)


# --- figures and goals -----------------------------------------------------------------------


def test_every_indicator_of_the_schema_is_counted() -> None:
    assert set(COUNTS) | {PER_GROUP} == set(INDICATORS)


@pytest.mark.parametrize(
    ("count", "of", "rounded"), [(1, 3, 33), (2, 3, 67), (1, 8, 13), (0, 5, 0), (5, 5, 100)]
)
def test_a_share_is_rounded_to_whole_percents(count: int, of: int, rounded: int) -> None:
    assert percentage(count, of) == rounded


def test_a_share_of_nothing_has_no_percentage() -> None:
    assert Figure("", "", 0, 0).long == "–"


GOAL = """\
doel: Iets voor jongeren.
cijfer:
  soort: berekend
  wat: voor een groep
  groep: jongeren
streefwaarde: 2
klaar_op: 2026-12-31
eigenaar: de coördinator
"""
FROM_ELSEWHERE = """\
doel: Weten hoe het gaat.
cijfer:
  soort: van elders
  wat: deel dat zich eenzaam voelt
  eenheid: procent
  bron: de GGD
eigenaar: de beleidsmedewerker
"""


def test_a_goal_moves_with_what_there_is(tmp_path: Path) -> None:
    files = {"content/doelen/a.yaml": GOAL}
    offer = {"een/a": offered("jongeren", "de-molen", "zondag")}
    (goal,) = seen(town(tmp_path / "een", offer, files)).goals
    assert (goal.now, goal.target, goal.state) == ("1", "2", "onderweg")
    offer["een/b"] = offered("jongeren", "de-molen", "maandag")
    (goal,) = seen(town(tmp_path / "twee", offer, files)).goals
    assert (goal.now, goal.state) == ("2", "gehaald")
    (goal,) = seen(tmp_path / "een", date(2027, 1, 1)).goals
    assert goal.state == "te laat"


def test_no_goal_as_shipped_asks_less_than_there_was_when_it_began(project: Path) -> None:
    for goal in (one for one in seen(project).goals if one.example):
        began, asked_for = (re.match(r"\d+", text) for text in (goal.baseline, goal.target))
        assert not (began and asked_for) or int(began[0]) <= int(asked_for[0]), goal.title


def test_a_figure_from_elsewhere_is_never_counted_by_the_site(tmp_path: Path) -> None:
    (goal,) = seen(town(tmp_path, {}, {"content/doelen/a.yaml": FROM_ELSEWHERE})).goals
    assert not goal.computed
    assert goal.now == NOT_FILLED_IN
    assert goal.state == "onbekend"
    assert goal.points == ()


def test_a_figure_from_elsewhere_needs_its_source(tmp_path: Path) -> None:
    text = FROM_ELSEWHERE.replace(
        "  bron: de GGD", "  bron: de GGD\n  metingen:\n    - op: 2026-01-01\n      waarde: 40"
    )
    root = town(tmp_path, {}, {"content/doelen/a.yaml": text})
    (problem,) = read_project(root)[1].errors
    assert "ontbreekt de bron" in problem.message


# --- what a partner can add ------------------------------------------------------------------


def test_a_wish_disappears_when_it_is_fulfilled(tmp_path: Path) -> None:
    bare = offered("ouderen", "het-plein", "maandag")
    whole = offered(
        "ouderen",
        "de-molen",
        "maandag",
        more=(
            "aanmelden: nee\neerste_keer:\n  wie_ontvangt_u: de gastvrouw\n"
            "  wat_gebeurt_er: U krijgt koffie.\nverwijzen:\n  soort: zelf komen\n"
            "werkzame_elementen: [ontmoeten]\n"
        ),
    )
    found = seen(town(tmp_path, {"een/a": bare, "twee/b": whole}))
    one, two = (asked([o for o in found.offers if o.organiser == name]) for name in ("een", "twee"))
    assert "Voeg toe wie mensen ontvangt: dat helpt over de drempel." in {w.ask for w in one}
    assert two == ()


def test_a_wish_counts_only_the_activities_that_it_is_asked_of(tmp_path: Path) -> None:
    """Of three activities one is referred to and one is by phone."""
    by_phone = offered("ouderen", "de-molen", "vrijdag").replace(
        "waar: de-molen", "waar:\n  soort: telefoon"
    )
    offer = {
        "een/a": offered("ouderen", "het-plein", "maandag"),
        "een/b": offered(
            "ouderen", "de-molen", "maandag", more="verwijzen:\n  soort: met verwijzing\n"
        ),
        "een/c": by_phone,
    }
    wishes = {one.ask: one for one in asked(seen(town(tmp_path, offer)).offers)}
    answering = wishes["Zeg wie de verwijzer laat weten hoe het gaat."]
    steps = wishes["Zeg of er drempels zijn. Ook ‘nee’ is een goed antwoord."]
    assert (answering.done, answering.of) == (0, 1)
    assert (steps.done, steps.of) == (1, 2)


def test_wishes_are_kind() -> None:
    for wish in WISHES:
        assert not {"fout", "moet", "verplicht", "vergeten"} & set(wish.ask.lower().split())


def test_a_partner_sees_the_gaps_that_it_could_fill(tmp_path: Path) -> None:
    offer = {
        "een/a": offered("ouderen", "de-molen", "maandag"),
        "twee/b": offered("jongeren", "het-plein", "zaterdag"),
    }
    found = seen(town(tmp_path, offer))
    own = [one for one in found.offers if one.organiser == "een"]
    gaps = near_gaps(found.gaps, own)
    assert gaps
    assert {gap.group for gap in gaps} == {"ouderen", ""}
    assert {gap.area for gap in gaps} <= {"de-glip", ""}


def test_a_gap_names_who_might_fill_it_first_who_is_near(tmp_path: Path) -> None:
    offer = {
        "een/a": offered("jongeren", "het-plein", "maandag"),
        "een/b": offered("jongeren", "het-plein", "dinsdag"),
        "twee/c": offered("jongeren", "het-plein", "vrijdag"),
        "twee/d": offered("ouderen", "de-molen", "maandag"),
        "drie/e": offered("ouderen", "de-molen", "dinsdag"),
    }
    found = seen(town(tmp_path, offer))
    (gap,) = (g for g in found.gaps if g.sentence == "In De Glip is er niets voor jongeren.")
    names = [link.name for link in near_partners(gap, found.offers)]
    assert names == ["Stichting twee", "Stichting een"]
    rows = gaps_table(found.gaps, found.offers).rows
    assert [r[-1] for r in rows if r[-2] == gap.sentence] == ["Stichting twee, Stichting een"]
    (nobody,) = (
        g for g in found.gaps if g.sentence.startswith("In het weekend is er nergens iets.")
    )
    assert near_partners(nobody, found.offers) == ()


# --- the network -----------------------------------------------------------------------------


def test_who_organises_something_together_is_tied_once(tmp_path: Path) -> None:
    offer = {
        "een/a": offered("ouderen", "de-molen", "maandag", more="samen_met: [twee]\n"),
        "twee/b": offered("ouderen", "de-molen", "dinsdag", more="samen_met: [een]\n"),
        "drie/c": offered("ouderen", "de-molen", "vrijdag"),
    }
    found = seen(town(tmp_path, offer)).network
    (tie,) = found.ties
    assert (tie.one.name, tie.other.name) == ("Stichting een", "Stichting twee")
    assert len(tie.activities) == 2
    assert [one.link.name for one in found.alone] == ["Stichting drie"]
    assert {frozenset((s.one.name, s.other.name)) for s in found.near} == {
        frozenset(("Stichting drie", "Stichting een")),
        frozenset(("Stichting drie", "Stichting twee")),
    }


def test_who_could_meet_hear_why_in_one_breath(tmp_path: Path) -> None:
    offer = {
        f"{name}/{group}": offered(group, "het-plein", "maandag")
        for name in ("een", "twee")
        for group in ("jongeren", "ouderen")
    }
    (fit,) = seen(town(tmp_path, offer)).network.near
    assert fit.why == "allebei voor jongeren en voor ouderen in het centrum"


def test_what_stops_next_year_still_looks_for_people(tmp_path: Path) -> None:
    seeking = "gezocht:\n  - soort: vrijwilligers\n    tekst: iemand die koffie schenkt\n"

    def wanted(day: str) -> list[str]:
        text = offered("ouderen", "de-molen", "maandag", more=f"{seeking}gestopt_op: {day}\n")
        return [one.text for one in seen(town(tmp_path / day, {"een/a": text})).network.wanted]

    assert wanted("2027-01-23") == ["iemand die koffie schenkt"]
    assert wanted("2026-11-20") == []


def test_the_news_names_some_of_every_kind(tmp_path: Path) -> None:
    sought = "".join(
        f"  - soort: vrijwilligers\n    tekst: iemand voor dag {n}\n" for n in range(9)
    )
    partner = (
        f"naam: Stichting een\nsector: welzijn\nwat: Ontmoeting.\ngezocht:\n{sought}"
        "  - soort: anders\n    tekst: een piano\n"
        "biedt_aan:\n  - soort: vervoer\n    tekst: onze bus is vrij op zondag\n"
    )
    month = seen(town(tmp_path, {}, {"partners/een/organisatie.yaml": partner})).digests[0]
    assert len(month.wanted) == 8
    text = mail_text(month, "De gids", "", "023 - 123 45 67")
    assert "- Stichting een zoekt een piano" in text
    assert "- Stichting een zoekt vrijwilligers: iemand voor dag 0" in text
    assert "AANGEBODEN\n- Stichting een biedt vervoer: onze bus is vrij op zondag" in text


def test_what_one_seeks_and_another_offers_is_put_side_by_side(tmp_path: Path) -> None:
    start = "naam: Stichting {}\nsector: welzijn\nwat: Ontmoeting.\n"
    files = {
        "partners/een/organisatie.yaml": start.format("een")
        + "gezocht:\n  - soort: ruimte\n    tekst: een zaal op zondag\n",
        "partners/twee/organisatie.yaml": start.format("twee")
        + "biedt_aan:\n  - soort: ruimte\n    tekst: onze zaal is vrij op zondag\n",
    }
    files["partners/drie/organisatie.yaml"] = files["partners/een/organisatie.yaml"].replace(
        "een", "drie"
    )
    (fit,) = seen(town(tmp_path, {}, files)).network.fitting
    assert fit.have.who.name == "Stichting twee"
    assert [want.who.name for want in fit.wants] == ["Stichting drie", "Stichting een"]


# --- to take along ---------------------------------------------------------------------------


def test_every_row_has_as_many_cells_as_the_table_has_columns(tmp_path: Path) -> None:
    table = activities_table(
        seen(town(tmp_path, {"een/a": offered("ouderen", "de-molen", "zondag")})).offers
    )
    assert {len(row) for row in table.rows} == {len(ACTIVITY_COLUMNS)}


def test_the_same_input_gives_the_same_instrument(tmp_path: Path) -> None:
    root = town(tmp_path, full_week("jongeren", "de-molen"), agreed(EVERY_SUNDAY))
    assert seen(root) == seen(root)


def test_a_municipality_without_coalition_files_still_has_its_tables(tmp_path: Path) -> None:
    offer = {"een/a": offered("ouderen", "de-molen", "zondag")}
    found = seen(town(tmp_path, offer, {"content/verwachtingen.yaml": None}))
    assert found.verdicts == ()
    assert found.goals == ()
    assert found.found.everything.cells["zondag-alles"].count == 1
    assert found.found.first == ()
