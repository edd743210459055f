"""What the search index gets, and what the browser is sent to understand a question."""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

import build
from gids import search
from gids.derive import derive
from gids.directory import Directory
from gids.reading import read_project
from gids.searching import pagefind
from gids.searching.lexicon import files, ordinary_words, shard
from gids.searching.sayings import saying, sayings
from gids.searching.table import shortest
from gids.searching.thesaurus import Expression, Thesaurus
from gids.searching.weights import Knowledge, weigh
from gids.searching.words import normal, parts, stem, words
from schema import Crisis, SearchWords
from tests.projects import koffie, write

TODAY = date(2026, 11, 23)
WORDS = SearchWords.model_validate(
    {
        "begrippen": [
            {
                "naam": "Koffie drinken",
                "woorden": ["koffie"],
                "typt": ["bakkie doen"],
                "ook": ["Thee"],
            },
            {"naam": "Thee", "woorden": ["thee"]},
            {"naam": "Verlies", "woorden": ["rouw"], "typt": ["mijn man is dood", "uit elkaar"]},
        ],
        "kleine_woorden": ["mijn is het de een uit elkaar doen op"],
        "niet_hier": ["tandarts"],
    }
)
THESAURUS = Thesaurus.of([WORDS], Crisis.model_validate({"hulp": []}))


def directory(root: Path, changes: Mapping[str, str | bytes | None] | None = None) -> Directory:
    project, report = read_project(write(root, changes))
    assert project is not None, report.to_text()
    return derive(project, TODAY)


def weights(root: Path, changes: Mapping[str, str | bytes | None]) -> tuple[dict[str, float], ...]:
    """The words of the one activity, and its concepts by name."""
    found = directory(root, changes)
    spelled, concepts = weigh(found.listed[0], Knowledge.of(found, THESAURUS))
    return dict(spelled), {THESAURUS.concepts[n].name: weight for n, weight in concepts.items()}


# --- when two spellings are the same word ----------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Café", "cafe"),
        ("foto’s", "fotos"),
        ("60+", "60plus"),
        ("55-plussers", "55plus"),
        ("İstanbul", "istanbul"),
        ("MEE & de Wering", "mee en de wering"),
    ],
)
def test_accents_capitals_and_signs_make_no_other_word(text: str, expected: str) -> None:
    assert normal(text).replace("  ", " ") == expected


def test_the_arabic_article_is_no_part_of_a_word() -> None:
    assert words("القهوة") == words("قهوة")


@pytest.mark.parametrize(
    "family",
    [
        "wandelen wandeling wandelingen wandelaar wandelaars wandelt",
        "lopen loop loopt",
        "spel spellen spelletje spelletjes",
        "maatje maatjes",
        "eenzaam eenzame",
        "vrijwilliger vrijwilligers",
        "kinderen kind",
        "huizen huis",
        "foto fotos",
        "proberen probeer probeert",
        "logeren logeert",
    ],
)
def test_the_forms_of_a_word_have_one_stem(family: str) -> None:
    assert len({stem(word) for word in family.split()}) == 1


@pytest.mark.parametrize("pair", ["les lees", "lezen lessen", "ouders ouderen", "kok kook"])
def test_words_that_people_keep_apart_stay_apart(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("koffieochtend", ["koffie", "ochtend"]),
        ("wandelgroep", ["wandel", "groep"]),
        ("groepswandeling", ["groep", "wandeling"]),
        ("koffie", []),
    ],
)
def test_a_compound_is_two_known_words(word: str, expected: list[str]) -> None:
    known = {"koffie", "ochtend", "wandel", "groep", "wandeling"}
    assert parts(word, known.__contains__) == expected


# --- what a word counts for ------------------------------------------------------------------


def test_a_title_counts_for_more_than_a_summary(tmp_path: Path) -> None:
    spelled, _ = weights(tmp_path, {})
    assert spelled[stem("koffieochtend")] > spelled["dinsdag"] > 0


def test_a_compound_is_found_by_each_of_its_halves(tmp_path: Path) -> None:
    change = koffie("Elke dinsdag koffie", "Iedere ochtend koffie")
    spelled, concepts = weights(tmp_path, change)
    assert spelled["ochtend"] >= 1.5
    assert concepts["Koffie drinken"] >= 1.5


def test_what_is_said_about_access_finds_nothing(tmp_path: Path) -> None:
    more = "toegankelijkheid:\n  drempelvrij: nee, geen rolstoel\nniet_voor: rokers\n"
    spelled, _ = weights(tmp_path, koffie(end=more))
    assert not {"rolstoel", stem("rokers")} & set(spelled)


def test_words_of_a_story_are_in_the_word_list_and_not_in_the_index(tmp_path: Path) -> None:
    found = directory(tmp_path, koffie(end="omschrijving: Er staat een accordeon.\n"))
    about = Knowledge.of(found, THESAURUS)
    spelled, _ = weigh(found.listed[0], about)
    lists = files(found, THESAURUS, about)
    assert "accordeon" not in spelled
    assert "accordeon:0" in lists[shard("accordeon")]["words"][2]  # type: ignore[index]


def test_a_sentence_that_many_share_says_nothing_about_any(tmp_path: Path) -> None:
    copies = {
        f"partners/buurthuis-de-kring/koffie-{n}.yaml": koffie(
            "Koffieochtend", f"Koffie {n}", "omschrijving: Er is thee.\n"
        ).popitem()[1]
        for n in range(4)
    }
    found = directory(tmp_path, {**copies})
    about = Knowledge.of(found, THESAURUS)
    thee = next(c.number for c in THESAURUS.concepts if c.name == "Thee")
    assert all(thee not in weigh(view, about)[1] for view in found.listed)


# --- what people say -------------------------------------------------------------------------


def test_small_words_fall_away_where_two_others_say_enough() -> None:
    assert Expression.of("mijn man is dood", THESAURUS.small).said == "man dood"


def test_a_phrase_of_small_words_stays_whole() -> None:
    assert Expression.of("uit elkaar", THESAURUS.small).said == "uit elkaar"
    assert Expression.of("bakkie doen", THESAURUS.small).said == "bakkie doen"


def test_places_and_partners_are_found_by_name_street_and_postcode(tmp_path: Path) -> None:
    place = "naam: De Luifel\nvroegere_namen: [Het Oude Raadhuis]\nadres:\n  straat: Herenweg 96\n"
    place += "  postcode: 2101 MN\n"
    found = directory(tmp_path, {"content/plekken/de-luifel.yaml": place})
    spoken = {saying.text for saying in sayings(found, THESAURUS)}
    assert {"luifel", "de luifel", "oude raadhuis", "herenweg", "2101", "2101mn"} <= spoken


def test_a_word_of_the_thesaurus_is_no_name(tmp_path: Path) -> None:
    place = "naam: De Koffie\nadres:\n  straat: Laan 1\n"
    found = directory(tmp_path, {"content/plekken/de-luifel.yaml": place})
    said_so = [one for one in sayings(found, THESAURUS) if one.text == "koffie"]
    meant = [one.meaning for one in said_so]
    assert [THESAURUS.concepts[number].name for number in meant] == ["Koffie drinken"]


def test_what_is_nearly_here_is_said_to_be_elsewhere_until_somebody_offers_it(
    tmp_path: Path,
) -> None:
    own = SearchWords.model_validate(
        {"begrippen": [{"naam": "Sport", "net_niet": ["boksen"]}], "niet_hier": ["kapper"]}
    )
    nearly = Thesaurus.of([own], Crisis.model_validate({"hulp": []}))
    without = set(sayings(directory(tmp_path / "a"), nearly))
    offered = set(sayings(directory(tmp_path / "b", koffie("Koffieochtend", "Boksen")), nearly))
    boxing, barber = (Expression.of(text, nearly.small) for text in ("boksen", "kapper"))
    sport, elsewhere = saying(0, boxing), saying(1, boxing)
    assert {sport, elsewhere, saying(1, barber)} <= without
    assert sport in offered
    assert elsewhere not in offered


def test_how_old_somebody_is_is_said_in_four_ways() -> None:
    own = SearchWords.model_validate({"begrippen": [{"naam": "Ouderen", "leeftijden": ["84"]}]})
    (concept,) = Thesaurus.of([own], Crisis.model_validate({"hulp": []})).concepts
    assert [e.text for e in concept.typed] == ["84", "84 jaar", "84jarige", "84e"]


def test_ordinary_words_forms_and_fillers_are_told_apart_by_first_sound() -> None:
    own = SearchWords.model_validate(
        {
            "gewone_woorden": ["auteur zwaard ineens"],
            "vormen": ["zingen zong gezongen"],
            "vulwoorden": ["ineens"],
        }
    )
    thesaurus = Thesaurus.of([own], Crisis.model_validate({"hulp": []}))
    assert ordinary_words(thesaurus, ["a2", "b1", "g1", "i3", "s2", "s3"]) == {
        "gewoon-a2": "auteur",
        "gewoon-b1": "",
        "gewoon-g1": "gezongen:zingen",
        "gewoon-i3": "ineens:-",
        "gewoon-s2": "zong:zingen",
        "gewoon-s3": "zwaard",
    }


def test_the_municipalitys_own_words_have_no_mistakes(project: Path) -> None:
    assert len(search.read_thesaurus(project).concepts) > 100


# --- what is written -------------------------------------------------------------------------


def test_a_word_of_the_index_is_never_the_beginning_of_another() -> None:
    found = [pagefind.token(word) for word in ("men", "menu", "thee", "quiz")]
    assert not [(a, b) for a in found for b in found if a != b and b.startswith(a)]


def test_a_word_keeps_its_ge_from_the_stemmer_of_pagefind() -> None:
    assert pagefind.token("gedicht") == "ghdichtqu"
    assert len({pagefind.token(word) for word in ("gedicht", "dicht", "geel", "heel")}) == 4


def test_the_names_of_pages_are_cut_where_they_still_differ() -> None:
    assert shortest(["nl_abc1", "nl_abd2", "nl_b"]) == ["nl_abc", "nl_abd", "nl_b"]
    assert shortest(["nl_abc1"]) == ["n"]
    assert shortest([]) == []


def test_the_index_is_dutch_and_has_every_listed_activity(tmp_path: Path) -> None:
    found = directory(tmp_path / "project")
    site = tmp_path / "site"
    site.mkdir()
    search.index(search.Searchable.of(found, THESAURUS), site)
    entry = json.loads((site / "pagefind/pagefind-entry.json").read_text("utf-8"))
    table = json.loads((site / "pagefind/tabel.json").read_text("utf-8"))
    assert {lang: about["page_count"] for lang, about in entry["languages"].items()} == {"nl": 1}
    assert table["slugs"] == ["koffie"]
    assert "moment=dinsdag-ochtend" in table["values"]
    assert "plek=de-luifel" in table["values"]


def test_an_index_that_lacks_a_page_is_an_error(tmp_path: Path) -> None:
    entry = {"languages": {"unknown": {"page_count": 1}}}
    (tmp_path / "pagefind-entry.json").write_text(json.dumps(entry), "utf-8")
    with pytest.raises(search.SearchError, match="klopt niet"):
        pagefind.require_complete(tmp_path, 2)


def test_an_offer_without_activities_has_an_index_too(tmp_path: Path) -> None:
    found = directory(tmp_path / "project", {"partners/buurthuis-de-kring/koffie.yaml": None})
    site = tmp_path / "site"
    site.mkdir()
    search.index(search.Searchable.of(found, THESAURUS), site)
    assert json.loads((site / "pagefind/tabel.json").read_text("utf-8"))["slugs"] == []


def test_an_activity_of_which_no_word_says_anything_stops_nobody(tmp_path: Path) -> None:
    pages = {
        slug: pagefind.virtual_page(words) for slug, words in {"a": {"b": 1.0}, "c": {}}.items()
    }
    assert pagefind.run(pages, tmp_path).keys() == {"a", "c"}


def test_the_word_lists_are_the_same_every_time(tmp_path: Path) -> None:
    found = directory(tmp_path)
    once, again = (list(search.outputs(search.Searchable.of(found, THESAURUS))) for _ in range(2))
    assert once == again


def test_a_municipality_with_words_of_its_own_is_searched_with_those(tmp_path: Path) -> None:
    words = "begrippen:\n  - naam: knikkeren\n    woorden: [knikkeren]\n    typt: [stuiteren]\n"
    found = directory(tmp_path / "project", {"content/zoekwoorden/eigen.yaml": words})
    site = tmp_path / "site"
    site.mkdir()
    build.make_searchable(found, search.recall_words(tmp_path / "project", ""), site)
    told = [path.read_text("utf-8") for path in (site / "zoeken").iterdir()]
    assert any("stuiteren" in text for text in told)
    assert not any("bakkie" in text for text in told)


def test_a_municipality_that_adds_words_keeps_the_language(tmp_path: Path) -> None:
    words = "begrippen:\n  - naam: knikkeren\nkleine_woorden: [zomaar]\n"
    write(tmp_path, {"content/zoekwoorden/eigen.yaml": words})
    found = search.read_thesaurus(tmp_path)
    assert [concept.name for concept in found.concepts] == ["knikkeren"]
    assert found.small == {"zomaar"}
    assert "niet" in found.denials
    assert found.filters
    assert found.ordinary
    assert not found.elsewhere


def test_no_word_list_is_too_heavy_for_a_phone(built_site: Path) -> None:
    sizes = {file.name: file.stat().st_size for file in (built_site / "zoeken").glob("*.json")}
    assert max(sizes.values()) < 24_000, sizes


def test_the_engine_loses_only_the_notes_of_its_compiler() -> None:
    """A custom section has number 0, a length in LEB128, and nothing that a browser runs."""
    start, types, code = b"\0asm\1\0\0\0", b"\x01\x02ab", b"\x0a\x81\x01" + b"c" * 129
    notes = b"\x00\x0a\x09producers"
    assert pagefind.without_notes(start + types + notes + code + notes) == start + types + code
