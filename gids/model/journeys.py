"""What a municipality writes about the ways through its site: the wishes that people come with."""

from typing import Annotated

from pydantic import BeforeValidator

from gids.model.base import Model, choice, field
from gids.model.joining import ActiveElement
from gids.values import Slug, Text, Texts, YesNo, listing

AWAY = ("thuis", "telefoon", "online")


class Need(Model):
    """A wish in people's own words, and what answers it: any of what is named here is enough."""

    slug: Slug = field("kort", "Korte naam", "Het stukje webadres.", "kort: samen-eten")
    name: Text = field("naam", "Naam", "Zoals iemand het zou zeggen.", "naam: Samen eten")
    explanation: Text | None = field(
        "uitleg",
        "Uitleg",
        "Eén zin op de bladzijde van deze wens.",
        "uitleg: Aan tafel met anderen.",
        None,
    )
    themes: Texts = field(
        "themas", "Thema's", "Alles uit deze thema's.", "themas: [eten-en-koken]", ()
    )
    audiences: Texts = field(
        "voor_wie", "Voor wie", "Alles voor deze groepen.", "voor_wie: [jongeren]", ()
    )
    places: Annotated[tuple[Annotated[str, choice(*AWAY)], ...], BeforeValidator(listing)] = field(
        "waar",
        "Zonder de deur uit te gaan",
        "Alles wat thuis, aan de telefoon of online is.",
        "waar: [thuis, telefoon]",
        (),
    )
    elements: Annotated[tuple[ActiveElement, ...], BeforeValidator(listing)] = field(
        "werkzame_elementen",
        "Werkzame elementen",
        "Alles waarvan de organisatie dit zegt.",
        "werkzame_elementen: [betekenisvolle rol]",
        (),
    )
    words: Texts = field(
        "woorden",
        "Woorden",
        "Alles waarvan een woord in titel, samenvatting of zoekwoorden zo begint.",
        "woorden: [rouw, weduw]",
        (),
    )
    company: YesNo = field(
        "iemand_gaat_mee",
        "Iemand gaat mee",
        "Alles waarbij een maatje of ophalen zeker kan.",
        "iemand_gaat_mee: ja",
        False,
    )


class Needs(Model):
    """content/wensen.yaml: the wishes on the home page, in that order."""

    needs: tuple[Need, ...] = field(
        "wensen",
        "Wensen",
        "Wat mensen zoeken, in hun eigen woorden.",
        "wensen:\n  - kort: samen-eten\n    naam: Samen eten\n    themas: [eten-en-koken]",
        (),
    )


class HardWord(Model):
    """A word that many people do not know, and a plain one."""

    word: Text = field("woord", "Woord", "Het moeilijke woord.", "woord: participeren")
    plain: Text = field("liever", "Liever", "Wat makkelijker leest.", "liever: meedoen")


class HardWords(Model):
    """content/moeilijke-woorden.yaml: hard words with a plain alternative."""

    words: tuple[HardWord, ...] = field(
        "woorden",
        "Woorden",
        "Moeilijke woorden, met een makkelijker woord.",
        "woorden:\n  - woord: participeren\n    liever: meedoen",
        (),
    )
