"""What holds for the words that are shipped: the offer, the partners, the places and the pages.

Partners will replace the example offer. What is only true of the offer as shipped is skipped then;
the other rules keep watch over what partners write.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from inspect import get_annotations
from pathlib import Path
from typing import Any, TypeVar, get_args

import pytest

from gids.yaml_text.tree import read_tree
from schema import (
    MOMENT_KINDS,
    WHERE_KINDS,
    Activity,
    Model,
    Organisation,
    Place,
    Settings,
    Vocabulary,
)

ROOT = Path(__file__).parents[1]
SHARED_OFFER = ROOT / "../shared/data/voorbeeldaanbod.json"
PARTNERS_OF_THE_PLAN = (
    "bibliotheek-zuid-kennemerland",
    "cjg-heemstede",
    "ggd-kennemerland",
    "kennemerhart",
    "loket-heemstede",
    "mee-de-wering",
    "roads",
    "sportservice-heemstede-zandvoort",
    "sportsupport",
    "wij-heemstede",
    "zorgbalans",
)
CONFIRMED_PLACES = ("de-luifel", "oude-kerk", "plein1")
SEVERAL = 3
SHIPPED = 164

M = TypeVar("M", bound=Model)


@cache
def files(pattern: str) -> tuple[Path, ...]:
    return tuple(sorted(ROOT.glob(pattern)))


def read(file: Path, model: type[M]) -> M:
    return model.model_validate(read_tree(file.read_text("utf-8")))


@cache
def organisations() -> dict[str, Organisation]:
    return {f.parent.name: read(f, Organisation) for f in files("partners/*/organisatie.yaml")}


@cache
def activities() -> dict[str, Activity]:
    found = (f for f in files("partners/*/*.yaml") if f.stem != "organisatie")
    return {f.stem: read(f, Activity) for f in found}


@cache
def places() -> dict[str, Place]:
    return {f.stem: read(f, Place) for f in files("content/plekken/*.yaml")}


def terms(name: str) -> Vocabulary:
    return read(ROOT / f"content/{name}.yaml", Vocabulary)


def models_in(annotation: Any) -> Iterator[type[Model]]:
    """The models that a type names, and those that their fields name."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
        for one in annotation.model_fields.values():
            yield from models_in(one.annotation)
    for part in get_args(annotation):
        yield from models_in(part)


def field_key(model: type[Model], name: str) -> str:
    """`Timed.start` for every kind of moment: a field belongs to the class that declares it."""
    declaring = [c for c in model.__mro__ if name in get_annotations(c)]
    return f"{declaring[-1].__name__}.{name}"


def fields_set(value: object) -> Iterator[str]:
    if isinstance(value, Model):
        for name in value.model_fields_set:
            yield field_key(type(value), name)
            yield from fields_set(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from fields_set(one)


@pytest.fixture
def offer() -> dict[str, Activity]:
    """The example offer, as long as it is whole."""
    examples = {slug: one for slug, one in activities().items() if one.example}
    if len(examples) < SHIPPED:
        pytest.skip("de voorbeelden worden al vervangen door echt aanbod")
    return examples


def examples() -> Iterator[tuple[str, str]]:
    """The path and the text of every file that says it is fictitious."""
    for file in (*files("partners/*/*.yaml"), *files("content/plekken/*.yaml")):
        text = file.read_text("utf-8")
        if "\nvoorbeeld: ja" in text:
            yield str(file.relative_to(ROOT)), text


def numbers_in(text: str) -> list[str]:
    """What reads as a telephone number of ten digits."""
    return re.findall(r"(?<![\d-])(?:0\d[\d -]{7,}\d|\+31[\d -]{7,}\d)", text)


def test_every_field_is_used_by_several_files(offer: dict[str, Activity]) -> None:
    everything = [*offer.values(), *organisations().values(), *places().values()]
    used = Counter(key for one in everything for key in set(fields_set(one)))
    known = {
        field_key(model, name)
        for kind in (Activity, Organisation, Place)
        for model in models_in(kind)
        for name in model.model_fields
    }
    assert sorted(key for key in known if used[key] < SEVERAL) == []


def test_every_kind_of_moment_place_cost_and_change_occurs(offer: dict[str, Activity]) -> None:
    some = offer.values()
    assert {m.kind for a in some for m in a.when.moments} == set(MOMENT_KINDS)
    assert {a.where.kind for a in some} == set(WHERE_KINDS)
    assert {a.cost.kind for a in some} == {"gratis", "betaald", "vrije gift", "onbekend"}
    assert {c.kind for a in some for c in a.when.changes} == {"gaat niet door", "verplaatst"}
    assert {a.availability.kind for a in some if a.availability} == {"vrij", "vol", "wachtlijst"}


def test_every_theme_has_activities(offer: dict[str, Activity]) -> None:
    themes = {t.slug for t in terms("themas").terms}
    assert {t for a in offer.values() for t in a.themes} == themes


def test_every_theme_has_a_flower_of_its_own() -> None:
    flowers = [t.flower for t in terms("themas").terms]
    assert None not in flowers
    assert len(set(flowers)) == len(flowers)


@pytest.mark.parametrize("name", ["themas", "doelgroepen", "wijken", "talen", "sectoren"])
def test_a_word_means_one_thing_in_a_vocabulary(name: str) -> None:
    words = Counter(
        word
        for term in terms(name).terms
        for word in {w.casefold() for w in (term.slug, term.name, *term.synonyms)}
    )
    assert [word for word, count in words.items() if count > 1] == []


def test_the_plan_s_eleven_partners_are_there() -> None:
    partners = organisations()
    real = {slug for slug, partner in partners.items() if not partner.example}
    assert real >= set(PARTNERS_OF_THE_PLAN)


def test_nothing_is_claimed_for_a_partner_who_has_not_confirmed_it() -> None:
    for slug, partner in organisations().items():
        if not partner.example and partner.verified_on is None:
            told = (partner.phone, partner.hours, partner.email, partner.address)
            assert told == (None,) * 4, slug
            assert [f.name for f in files(f"partners/{slug}/*")] == ["organisatie.yaml"]


def test_an_example_organisation_has_only_examples() -> None:
    organisation_of = {f.stem: f.parent.name for f in files("partners/*/*.yaml")}
    fictitious = {slug for slug, one in organisations().items() if one.example}
    for slug, activity in activities().items():
        assert activity.example == (organisation_of[slug] in fictitious), slug


def test_nothing_is_invented_about_a_confirmed_place() -> None:
    for slug in CONFIRMED_PLACES:
        place = places()[slug]
        assert not place.example
        if place.verified_on is None:
            told = place.model_fields_set - {"name", "address", "neighbourhood"}
            assert told == set(), slug
            assert place.address.postcode is None


def test_the_shared_offer_is_there_whole(offer: dict[str, Activity]) -> None:
    """Told better, but nothing lost: what only this activity says, its file still says."""
    if not SHARED_OFFER.is_file():
        pytest.skip("het gedeelde voorbeeldaanbod is er niet bij")
    shared = {one["id"]: one for one in json.loads(SHARED_OFFER.read_text("utf-8"))}
    assert sorted(shared.keys() - offer.keys()) == []
    told = {
        slug: long_words(f"{one['summary']} {one['description']}") for slug, one in shared.items()
    }
    told_by = Counter(word for words in told.values() for word in words)
    written = {file.stem: file.read_text("utf-8").lower() for file in files("partners/*/*.yaml")}
    for slug, one in shared.items():
        assert offer[slug].title == one["title"]
        assert offer[slug].cost.free == (one["cost"] == "gratis"), slug
        own = {word for word in told[slug] if told_by[word] == 1}
        assert {word for word in own if word not in written[slug]} == set(), slug


def long_words(text: str) -> set[str]:
    return set(re.findall(r"\w{9,}", text.lower()))


def test_a_page_of_the_offer_says_u_unless_only_young_people_come(
    offer: dict[str, Activity],
) -> None:
    for slug, activity in offer.items():
        (file,) = files(f"partners/*/{slug}.yaml")
        text = re.sub(r"(?m)^(#|titel:).*$", "", file.read_text("utf-8"))
        young = "jongeren" in activity.audiences and activity.age_to is not None
        other = r"(?i)\b(u|uw|uzelf)\b" if young else r"(?i)\b(je|jij|jou|jouw|jezelf|jullie)\b"
        assert re.findall(other, text) == [], slug


def test_a_page_of_the_offer_speaks_of_a_form_only_where_there_is_one(
    offer: dict[str, Activity],
) -> None:
    """`Gebruik het formulier` on a page without one leaves somebody searching."""
    signing_up = {slug: one.registration for slug, one in offer.items() if one.registration}
    spoken_of = {slug for slug, one in signing_up.items() if "formulier" in (one.how or "")}
    assert len(spoken_of) > SEVERAL
    assert {slug for slug in spoken_of if not signing_up[slug].url} == set()


def test_no_sentence_is_stamped_on_the_offer(offer: dict[str, Activity]) -> None:
    """A sentence that fits every page says nothing on any: the fields say it."""
    sentences = Counter(
        sentence
        for activity in offer.values()
        for sentence in re.split(r"(?<=[.?]) ", " ".join((activity.description or "").split()))
    )
    assert [one for one, times in sentences.items() if times > SEVERAL] == []


def test_a_number_in_an_example_cannot_be_anybody_s() -> None:
    """After 023 no Dutch number starts with a 1."""
    found = [(path, number) for path, text in examples() for number in numbers_in(text)]
    assert len(found) > SEVERAL
    assert [(path, number) for path, number in found if not number.startswith("023 - 1")] == []


def test_nobody_s_own_telephone_is_in_a_file() -> None:
    written = [*files("partners/*/*.yaml"), *files("content/**/*.yaml"), *files("content/**/*.md")]
    mobile = r"(?<!\d)(?:06|\+316|00316)[ -]*\d"
    assert [f.name for f in written if re.search(mobile, dateless(f.read_text("utf-8")))] == []


def dateless(text: str) -> str:
    return re.sub(r"\d{4}-\d{2}-\d{2}", "", text)


def test_a_page_gives_the_guide_s_own_number_or_a_help_line() -> None:
    own = read(ROOT / "content/instellingen.yaml", Settings).phone
    for file in files("content/paginas/**/*.md"):
        for number in numbers_in(file.read_text("utf-8")):
            digits = re.sub(r"\D", "", number.replace("+31", "0"))
            assert digits in {own, "08000113"}, file.name


def test_mail_in_an_example_goes_to_a_role_at_a_reserved_domain() -> None:
    """`.example` can never be registered, so no mail ever arrives at a stranger's."""
    for path, text in examples():
        for local, domain in re.findall(r"([\w.+-]+)@([\w.-]+\w)", text):
            assert domain.endswith("voorbeeld.example"), path
            assert "." not in local, f"{path}: {local} looks like somebody's name"


def test_a_picture_lies_beside_its_file_and_is_light() -> None:
    pictured = [a for a in files("partners/*/*.yaml") if "\nafbeelding:" in a.read_text("utf-8")]
    for file in pictured:
        picture = read(file, Activity).picture
        assert picture is not None
        assert (file.parent / picture.file).stat().st_size < 10_000


def test_nobody_is_shouted_at() -> None:
    written = [*files("partners/*/*.yaml"), *files("content/**/*.md"), *files("content/*.yaml")]
    assert [f.name for f in written if re.search(r"\w!", f.read_text("utf-8"))] == []
