"""Another municipality changes content/ and partners/ alone, and starts with almost nothing."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from build import main
from gids.audit import audit, walk
from gids.derive import derive
from gids.reading import read_project
from gids.wayfinding import AGE_GROUPS, LONGINGS, MOMENTS, OBSTACLES, Wayfinder, standing

SETTINGS = """\
gemeente: Zuidermeer
naam: Samen in Zuidermeer
ondertitel: Wat er te doen is
telefoon: 0512 - 12 34 56
telefoon_van: het dorpsloket
e_mail: gids@zuidermeer.example
"""
WORDS = {"themas": "Spel", "doelgroepen": "Iedereen", "talen": "Fries", "sectoren": "Welzijn"}
ORGANISATION = "naam: Stichting Samen\nsector: welzijn\nwat: Nog niet veel.\n"
ACTIVITY = (
    "samenvatting: Samen iets doen.\nthemas: [spel]\nvoor_wie: [iedereen]\nkosten: onbekend\n"
)
AT_HOME = f"titel: Kaarten aan huis\n{ACTIVITY}wanneer: op afspraak\nwaar: thuis\n"
SUNDAY = f"""\
titel: Dammen op het plein
{ACTIVITY}wanneer:
  - soort: elke week
    dag: zondag
    van: 10:00
waar:
  soort: adres
  naam: Het plein
  adres:
    straat: Plein 1
"""
NOBODY: dict[str, str] = {}
NO_OFFER = {"samen/organisatie.yaml": ORGANISATION}
SOME_OFFER = NO_OFFER | {"samen/kaarten.yml": AT_HOME, "samen/dammen.yaml": SUNDAY}
OURS = re.compile("heemstede|kennemer|haarlem", re.IGNORECASE)
TYPED = "zoeken/"
"""Words that people may type, which are ours as long as a municipality has none of its own."""


def town(root: Path, partners: dict[str, str]) -> Path:
    """The least that a municipality can have: no holidays, no pages, two neighbourhoods."""
    files = {
        "content/instellingen.yaml": SETTINGS,
        "content/vakanties.yaml": "vakanties: []\n",
        "content/wijken.yaml": vocabulary("Noord", "Zuid"),
    }
    files |= {f"content/{name}.yaml": vocabulary(word) for name, word in WORDS.items()}
    files |= {f"partners/{path}": text for path, text in partners.items()}
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    return root


def vocabulary(*names: str) -> str:
    return "woorden:\n" + "".join(f"  - kort: {n.lower()}\n    naam: {n}\n" for n in names)


def built(tmp_path: Path, partners: dict[str, str]) -> Path:
    root, site = town(tmp_path / "gids", partners), tmp_path / "site"
    assert main(["--root", str(root), "--out", str(site), "--today", "2026-11-23"]) == 0
    return site


@pytest.mark.parametrize(
    "partners", [NOBODY, NO_OFFER, SOME_OFFER], ids=["nobody", "no offer", "some offer"]
)
def test_a_municipality_that_just_begins_has_a_whole_site_of_its_own(
    tmp_path: Path, partners: dict[str, str]
) -> None:
    site = built(tmp_path, partners)
    assert audit(site) == []
    ours = [
        f"{name}: {found[0]}"
        for name in sorted(walk(site))
        if not name.startswith((TYPED, "pagefind/"))
        for found in [OURS.search((site / name).read_text("utf-8", "replace"))]
        if found
    ]
    assert ours == []


def test_an_address_without_a_town_is_in_the_municipality_itself(tmp_path: Path) -> None:
    site = built(tmp_path, SOME_OFFER)
    page = (site / "activiteiten/dammen/index.html").read_text("utf-8")
    assert "Plein 1" in page
    assert '"addressLocality":"Zuidermeer"' in page


def test_what_is_at_home_is_in_the_word_for_the_whole_municipality_where_there_is_one(
    tmp_path: Path,
) -> None:
    everywhere = "  - kort: overal\n    naam: Overal\n    staat_voor: de hele gemeente\n"
    root = town(tmp_path / "gids", SOME_OFFER)
    for text, listed in (("", False), (everywhere, True)):
        (root / "content/wijken.yaml").write_text(vocabulary("Noord") + text, "utf-8")
        site = tmp_path / f"site-{listed}"
        assert main(["--root", str(root), "--out", str(site), "--today", "2026-11-23"]) == 0
        page = site / "wijk/overal/index.html"
        assert (page.exists() and "activiteiten/kaarten/" in page.read_text("utf-8")) == listed


OWN_WORDS = {
    "iedereen": "allen",
    "ouderen": "senioren",
    "vrouwen": "dames",
    "professionals": "pros",
}
BESIDE = """\
kosten: gratis
wanneer: op afspraak
waar: thuis
werkzame_elementen: [betekenisvol contact]
eenzaamheid: [sociaal]
"""
FOR_WHOM = {
    "a": ["iedereen"],
    "b": ["ouderen"],
    "c": ["ouderen", "vrouwen"],
    "d": ["professionals"],
}


def called(root: Path, words: Mapping[str, str]) -> Path:
    """The same offer where groups have these names, each with what it stands for."""
    terms = "".join(
        f"  - kort: {own}\n    naam: {own.capitalize()}\n"
        + (f"    staat_voor: {word}\n" if word not in {own, "vrouwen"} else "")
        for word, own in words.items()
    )
    partners = {
        f"samen/{slug}.yaml": f"titel: Bezoek {slug}\nsamenvatting: Iemand komt langs.\n{BESIDE}"
        f"themas: [spel]\nvoor_wie: [{', '.join(words[one] for one in groups)}]\n"
        for slug, groups in FOR_WHOM.items()
    }
    town(root, NO_OFFER | partners)
    (root / "content/doelgroepen.yaml").write_text(f"woorden:\n{terms}", "utf-8")
    return root


def test_a_town_may_call_meeting_each_other_otherwise(tmp_path: Path) -> None:
    """Who wants company is shown first what is about meeting others, whatever that is called."""
    table = f"titel: Aan tafel\nsamenvatting: Een praatje.\n{BESIDE}themas: [samen]\n"
    town(tmp_path, NO_OFFER | {"samen/tafel.yaml": f"{table}voor_wie: [iedereen]\n"})
    themes = tmp_path / "content/themas.yaml"
    found = []
    for meaning in ("bewegen", "ontmoeten"):
        term = f"  - kort: samen\n    naam: Samen\n    staat_voor: {meaning}\n"
        themes.write_text(f"woorden:\n{term}", "utf-8")
        project, _ = read_project(tmp_path)
        assert project is not None
        found += [standing(view).meeting for view in derive(project, date(2026, 11, 23)).listed]
    assert found == [False, True]


def test_a_town_with_its_own_words_for_groups_has_the_same_signpost_and_the_same_beside(
    tmp_path: Path,
) -> None:
    found = []
    for name, words in (("ours", {word: word for word in OWN_WORDS}), ("own", OWN_WORDS)):
        project, _ = read_project(called(tmp_path / name, words))
        assert project is not None
        made = derive(project, date(2026, 11, 23))
        way = Wayfinder(made.listed, ())
        answers = (LONGINGS[1], OBSTACLES[0], MOMENTS[0])
        options = {
            age.slug: [one.view.slug for one in way.options(age, *answers)] for age in AGE_GROUPS
        }
        beside = {slug: [one.url for one in near] for slug, near in made.related.items()}
        found.append((options, beside, [view.open_to_all for view in made.activities]))
    ours, own = found
    assert "b" in ours[0]["ouder"]
    assert "d" not in ours[0]["ouder"]
    assert own == ours
