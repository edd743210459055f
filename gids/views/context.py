"""What the words of a file depend on besides the file itself: vocabularies, places, the day."""

from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

import schema
from gids import dutch
from gids.directory import Link, Phone
from gids.occurrences import Calendar
from gids.project import Project, surroundings


class Terms(Struct, frozen=True):
    """A vocabulary by every spelling that a partner may use: slug, name and synonyms."""

    by_word: Mapping[str, schema.Term]

    @classmethod
    def of(cls, vocabulary: schema.Vocabulary) -> "Terms":
        words: dict[str, schema.Term] = {}
        for term in vocabulary.terms:
            for word in (*term.synonyms, term.name, term.slug):
                words[word.casefold()] = term
        return cls(words)

    def find(self, word: str) -> schema.Term | None:
        return self.by_word.get(word.casefold()) or self.by_word.get(dutch.slugify(word))

    def links(self, words: Iterable[str], base: str) -> tuple[Link, ...]:
        return tuple(Link(t.name, f"{base}{t.slug}/") for t in self.terms(words))

    def terms(self, words: Iterable[str]) -> tuple[schema.Term, ...]:
        """Those that are meant, each once, in the order of the words."""
        return tuple({t.slug: t for word in words if (t := self.find(word))}.values())

    def meanings(self, words: Iterable[str]) -> tuple[str, ...]:
        return tuple(term.meaning for term in self.terms(words))


class Context(Struct, frozen=True):
    """What an activity's words depend on besides its own file; ``around`` identifies all of it."""

    around: str
    project: Project
    today: date
    calendar: Calendar
    place_names: Mapping[str, str]
    themes: Terms
    audiences: Terms
    neighbourhoods: Terms
    languages: Terms
    sectors: Terms
    whole_area: str
    site_phone: Phone

    @classmethod
    def of(cls, project: Project, today: date) -> "Context":
        words = project.vocabularies
        settings = project.settings
        return cls(
            surroundings(project, today),
            project,
            today,
            Calendar.of(project.holidays),
            {slug: entry.model.name for slug, entry in project.places.items()},
            Terms.of(words["themas"]),
            Terms.of(words["doelgroepen"]),
            Terms.of(words["wijken"]),
            Terms.of(words["talen"]),
            Terms.of(words["sectoren"]),
            whole_area(words["wijken"]),
            phone(settings.phone, settings.phone_name, settings.phone_hours),
        )


def whole_area(areas: schema.Vocabulary) -> str:
    """The word for the whole municipality, where what has no place of its own is; empty if none."""
    return next((term.slug for term in areas.terms if term.stands_for == schema.WHOLE_AREA), "")


def phone(digits: str, owner: str, hours: str | None) -> Phone:
    return Phone(dutch.phone(digits), dutch.phone_href(digits), owner, hours or "")
