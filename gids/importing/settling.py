"""From a sender's words to those of this municipality: places, themes, organisations, schedules.

What is guessed or left out is noted on the draft, with the words that it was about.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace
from rapidfuzz import fuzz, process

from gids import dutch
from gids.importing import phrases
from gids.importing.columns import plain
from gids.importing.draft import Draft
from gids.model.base import SUMMARY_LIMIT, TITLE_LIMIT
from gids.project import Project
from gids.values import normal
from gids.views import Terms
from gids.writing import Tree
from schema import EVERYONE, WHERE_KINDS, Vocabulary

SURE = 90
"""From this score on (0–100) two names are the same name with a slip in it."""

ADDRESS = re.compile(
    r"(?:(?P<name>[^,]+?),\s*)?(?P<street>[A-ZÀ-Ý][\w .'’-]+?\s\d+\s?[a-zA-Z]?)\b"
    r"(?:,?\s*(?P<postcode>\d{4}\s?[A-Za-z]{2}))?(?:,?\s*(?P<town>[A-ZÀ-Ý][\w '-]+))?\s*$"
)
LATER = (
    "",
    "volgt",
    "volgt nog",
    "nog niet bekend",
    "onbekend",
    "n.t.b.",
    "ntb",
    "wisselend",
    "zie website",
)


class Known(Struct, frozen=True):
    """The words of this municipality, by every spelling that a sender may use."""

    organisations: Mapping[str, str]
    places: Mapping[str, str]
    streets: Mapping[str, str]
    themes: Terms
    audiences: Terms
    languages: Terms
    theme_words: Sequence[tuple[re.Pattern[str], str]]
    audience_words: Sequence[tuple[re.Pattern[str], str]]

    def everyone(self) -> list[str]:
        """The word for the widest group, whatever it is called here."""
        terms = self.audiences.by_word.values()
        return [next((one.slug for one in terms if one.meaning == EVERYONE), EVERYONE)]

    @classmethod
    def of(cls, project: Project) -> "Known":
        words = project.vocabularies
        return cls(
            dict(organisation_names(project)),
            dict(place_names(project)),
            {plain(e.model.address.street): slug for slug, e in project.places.items()},
            Terms.of(words["themas"]),
            Terms.of(words["doelgroepen"]),
            Terms.of(words["talen"]),
            tuple(word_patterns(words["themas"])),
            tuple(word_patterns(words["doelgroepen"])),
        )


def organisation_names(project: Project) -> Iterator[tuple[str, str]]:
    for folder, entry in project.organisations.items():
        model = entry.model
        for name in (folder, *model.former_names, *model.abbreviations, model.name):
            yield plain(name), folder


def place_names(project: Project) -> Iterator[tuple[str, str]]:
    for slug, entry in project.places.items():
        for name in (slug, *entry.model.former_names, entry.model.name):
            yield plain(name), slug


def word_patterns(vocabulary: Vocabulary) -> Iterator[tuple[re.Pattern[str], str]]:
    """A pattern that finds a term's words in running text, with the term's short name."""
    for term in vocabulary.terms:
        words = {term.slug, term.name, *term.synonyms}
        joined = "|".join(sorted(map(word_pattern, words), key=len, reverse=True))
        yield re.compile(rf"(?<!\w)(?:{joined})(?!\w)"), term.slug


def word_pattern(word: str) -> str:
    """A word, and where it is long enough to be sure its compounds: koffie, koffieochtend."""
    text = re.escape(dutch.folded(word))
    return rf"{text}\w*" if len(word) > 4 else text


def nearest(word: str, names: Mapping[str, str]) -> str | None:
    """What a name stands for: exactly, but for a slip of the pen, or as part of one name only."""
    wanted = plain(word)
    if wanted in names or not wanted:
        return names.get(wanted)
    found = process.extractOne(wanted, names.keys(), scorer=fuzz.ratio, score_cutoff=SURE)
    if found:
        return names[found[0]]
    inside = {slug for name, slug in names.items() if re.search(rf"\b{wanted}\b", name)}
    return inside.pop() if len(inside) == 1 and len(wanted) > 4 else None


def settled(draft: Draft, known: Known) -> Draft:
    """The draft in the words of this municipality."""
    for step in STEPS:
        draft = step(draft, known)
    return draft


def with_value(draft: Draft, key: str, value: Tree | None, *notes: str) -> Draft:
    """The draft with another value for a key, or without it, and what to tell about that."""
    tree = {k: v for k, v in draft.tree.items() if k != key}
    return replace(draft, tree=tree if value is None else {**tree, key: value}).noting(*notes)


# --- step by step ----------------------------------------------------------------------------


def title(draft: Draft, _: Known) -> Draft:
    """One line, not all capitals, and cut at a word when it is too long."""
    words = " ".join(draft.title.split())
    shown = words.capitalize() if words.isupper() and len(words) > 6 else words
    if len(shown) <= TITLE_LIMIT:
        return with_value(draft, "titel", shown) if shown else draft
    cut = shown[: TITLE_LIMIT + 1].rpartition(" ")[0] or shown[:TITLE_LIMIT]
    return with_value(
        draft, "titel", cut, f"De titel was te lang en is ingekort. Er stond: {words}"
    )


def summary(draft: Draft, _: Known) -> Draft:
    """The first sentence of the description where none was given, or the title."""
    given = draft.tree.get("samenvatting")
    words = " ".join(str(given or draft.tree.get("omschrijving") or draft.title).split())
    if not words or (given and len(words) <= SUMMARY_LIMIT):
        return draft
    first = re.match(r".*?[.!?](?=\s|$)", words)
    short = first[0] if first and len(first[0]) <= SUMMARY_LIMIT else cut_words(words)
    told = (
        "De samenvatting was te lang en is ingekort."
        if given
        else "De samenvatting is gemaakt van de tekst."
    )
    kept = with_value(draft, "samenvatting", dutch.sentence(short), f"{told} Kijk of die klopt.")
    if given and "omschrijving" not in kept.tree:
        kept = with_value(kept, "omschrijving", str(given))
    return kept


def cut_words(words: str) -> str:
    limit = SUMMARY_LIMIT - 1
    return words if len(words) <= limit else words[:limit].rpartition(" ")[0].rstrip(" ,;:–-") + "…"


def when(draft: Draft, _: Known) -> Draft:
    """A schedule in words becomes fields; without any the site says that one can call."""
    given = draft.tree.get("wanneer")
    if not isinstance(given, str) or normal(given) in ("op afspraak", "altijd welkom", "onbekend"):
        if given is None:
            return with_value(draft, "wanneer", "onbekend", "Wanneer het is, stond er niet bij.")
        return draft
    found, rest = phrases.schedule(given)
    if found:
        told = (
            f"Van het rooster begrepen we dit niet: ‘{rest}’. De hele zin staat bij ‘toelichting’."
        )
        return with_value(draft, "wanneer", found, told if rest else "")
    note = f"Het rooster konden we niet lezen: ‘{given}’. Er staat nu ‘onbekend’."
    unknown: Tree = {"momenten": [{"soort": "onbekend", "toelichting": given}]}
    return with_value(draft, "wanneer", "onbekend" if normal(given) in LATER else unknown, note)


def where(draft: Draft, known: Known) -> Draft:
    """A place that the directory knows, by name or address; else an address of its own."""
    given = draft.tree.get("waar")
    if isinstance(given, dict) and given.get("soort") == "adres":
        address = given.get("adres")
        street = address.get("straat", "") if isinstance(address, dict) else ""
        slug = nearest(str(given.get("naam", "")), known.places) or known.streets.get(plain(street))
        return with_value(draft, "waar", slug) if slug else draft
    if not isinstance(given, str) or normal(given) in WHERE_KINDS:
        return draft
    found = place(given, known)
    exact = isinstance(found, str) and plain(given) in known.places
    return with_value(draft, "waar", found, "" if exact else place_note(given, found))


def place_note(given: str, found: Tree) -> str:
    """How a place was read, where that was not plain."""
    return f"De plek ‘{given}’ is gelezen als {found}." if isinstance(found, str) else ""


def place(given: str, known: Known) -> Tree:
    """What a text about a place means; the text itself where that is not clear."""
    found = ADDRESS.match(given.strip())
    slug = nearest(given, known.places) or nearest(given.partition(",")[0], known.places)
    if found and not slug:
        slug = known.streets.get(plain(found["street"]))
    if slug:
        return slug
    if not found:
        return {"soort": "adres", "naam": given}
    address: dict[str, Tree] = {"straat": found["street"]}
    address |= {
        key: found[name]
        for key, name in (("postcode", "postcode"), ("plaats", "town"))
        if found[name]
    }
    return {"soort": "adres", "naam": found["name"] or found["street"], "adres": address}


def cost(draft: Draft, _: Known) -> Draft:
    """A price in words becomes fields; not said is unknown, never free."""
    given = draft.tree.get("kosten")
    if given is None:
        return with_value(draft, "kosten", "onbekend", "Wat het kost, stond er niet bij.")
    return with_value(draft, "kosten", phrases.cost(given)) if isinstance(given, str) else draft


def themes(draft: Draft, known: Known) -> Draft:
    """The given words that we know; else a guess by what the text is about."""
    found, left = sorted_out(draft.tree.get("themas"), known.themes)
    note = f"Deze thema's kennen we niet: {', '.join(left)}." if left else ""
    if found:
        return with_value(draft, "themas", list(found[:4]), note)
    guessed = guess(draft, known.theme_words)[:2]
    if not guessed:
        return with_value(draft, "themas", None, note)
    told = f"Het thema is geraden: {', '.join(guessed)}. Kijk of dat klopt."
    return with_value(draft, "themas", list(guessed), note, told)


def audiences(draft: Draft, known: Known) -> Draft:
    """The given words that we know; else who the text names; else everybody, and say so."""
    found, left = sorted_out(draft.tree.get("voor_wie"), known.audiences)
    note = f"Deze doelgroepen kennen we niet: {', '.join(left)}." if left else ""
    if found:
        return with_value(draft, "voor_wie", list(found), note)
    guessed = guess(draft, known.audience_words)[:2] or known.everyone()
    told = f"Voor wie het is, is geraden: {', '.join(guessed)}. Kijk of dat klopt."
    return with_value(draft, "voor_wie", list(guessed), note, told)


def languages(draft: Draft, known: Known) -> Draft:
    """Dutch goes without saying; a language that we do not know is told."""
    if "talen" not in draft.tree:
        return draft
    found, left = sorted_out(draft.tree["talen"], known.languages)
    note = f"Deze talen kennen we niet: {', '.join(left)}." if left else ""
    spoken: list[Tree] = [slug for slug in found if slug != "nl"]
    return with_value(draft, "talen", spoken or None, note)


def sorted_out(given: Tree | None, terms: Terms) -> tuple[list[str], list[str]]:
    """The short names of the words that we know, and the words that we do not."""
    several = given if isinstance(given, list) else re.split(r"\s*[,;/|\n]\s*", str(given or ""))
    words = [str(word).strip() for word in several if str(word).strip()]
    pairs = [(word, terms.find(word)) for word in words]
    found = dict.fromkeys(term.slug for _, term in pairs if term)
    return list(found), [word for word, term in pairs if term is None]


def guess(draft: Draft, patterns: Iterable[tuple[re.Pattern[str], str]]) -> list[str]:
    """Terms whose words are in the text, most first; the title counts three times."""
    tree = draft.tree
    text = dutch.folded(
        f"{draft.title}. " * 3 + f"{tree.get('samenvatting', '')} {tree.get('omschrijving', '')}"
    )
    counts = [(len(pattern.findall(text)), slug) for pattern, slug in patterns]
    return [slug for count, slug in sorted(counts, key=lambda pair: -pair[0]) if count]


def contact(draft: Draft, _: Known) -> Draft:
    """An e-mail address where a number should be goes where it belongs."""
    given = draft.tree.get("contact")
    phone = str(given.get("telefoon", "")) if isinstance(given, dict) else ""
    if not isinstance(given, dict) or "@" not in phone or "e_mail" in given:
        return draft
    kept = {key: value for key, value in given.items() if key != "telefoon"}
    moved = {**kept, "e_mail": phone}
    return with_value(
        draft, "contact", moved, "Bij telefoon stond een e-mailadres; dat is verplaatst."
    )


STEPS: tuple[Callable[[Draft, Known], Draft], ...] = (
    title,
    summary,
    when,
    where,
    cost,
    themes,
    audiences,
    languages,
    contact,
)


def folder_of(draft: Draft, known: Known, given: str) -> str:
    """The organisation's folder: from the path, the name, or what the command line says."""
    named = re.match(r"partners/([a-z0-9-]+)/", draft.path)
    if named:
        return named[1]
    return nearest(draft.organisation, known.organisations) or given


def of_another(draft: Draft, known: Known, folder: str) -> str:
    """What is written under another name than the organisation that it is put with."""
    name = draft.organisation
    unknown = name and not draft.path and not nearest(name, known.organisations)
    told = f"De organisatie ‘{name}’ kennen we niet. Nu staat het bij {folder}. Kijk of dat klopt."
    return told if unknown and folder in known.organisations.values() else ""
