"""What people type when they look for something, and who helps in a crisis."""

from typing import Annotated

from gids.model.base import Model, choice, field
from gids.values import (
    Slugs,
    Text,
    Texts,
    Url,
)


class ForeignWords(Model):
    """The same in other languages, by language code (BCP 47)."""

    english: Texts = field("en", "Engels", "Woorden in het Engels.", "en: [coffee, tea]", ())
    turkish: Texts = field("tr", "Turks", "Woorden in het Turks.", "tr: [kahve, çay]", ())
    arabic: Texts = field("ar", "Arabisch", "Woorden in het Arabisch.", "ar: [قهوة]", ())
    ukrainian: Texts = field("uk", "Oekraïens", "Woorden in het Oekraïens.", "uk: [кава]", ())
    farsi: Texts = field("fa", "Farsi", "Woorden in het Farsi.", "fa: [قهوه]", ())
    tigrinya: Texts = field("ti", "Tigrinya", "Woorden in het Tigrinya.", "ti: [ቡን]", ())
    polish: Texts = field("pl", "Pools", "Woorden in het Pools.", "pl: [kawa]", ())
    german: Texts = field("de", "Duits", "Woorden in het Duits.", "de: [Kaffee]", ())
    french: Texts = field("fr", "Frans", "Woorden in het Frans.", "fr: [café]", ())
    spanish: Texts = field("es", "Spaans", "Woorden in het Spaans.", "es: [café]", ())


class SearchConcept(Model):
    """One thing that people look for, and every way in which they say it."""

    name: Text = field(
        "naam",
        "Naam",
        "Hoe de zoekmachine het noemt, ook als suggestie.",
        "naam: Koffie drinken",
    )
    words: Texts = field(
        "woorden",
        "Woorden",
        "Woorden die precies dit zijn. Staan ze bij een activiteit, dan gaat die hierover.",
        "woorden: [koffie, koffietafel]",
        (),
    )
    typed: Texts = field(
        "typt",
        "Wat mensen typen",
        "Wat iemand typt die dit zoekt. Zo staat het niet bij de activiteiten zelf.",
        "typt: [bakkie doen, bakje troost]",
        (),
    )
    nearly: Texts = field(
        "net_niet",
        "Net niet",
        "Wat iemand typt dat iets anders is, terwijl dit het dichtst in de buurt komt. Zolang er"
        " niets van die naam is, staat er eerlijk dat het er niet is.",
        "net_niet: [paardrijden, golf]",
        (),
    )
    themes: Slugs = field(
        "themas",
        "Thema's",
        "Alles met dit thema past hier een beetje bij.",
        "themas: ontmoeten",
        (),
    )
    audiences: Slugs = field(
        "doelgroepen",
        "Doelgroepen",
        "Alles voor deze mensen past hier een beetje bij.",
        "doelgroepen: ouderen",
        (),
    )
    ages: Texts = field(
        "leeftijden",
        "Leeftijden",
        "Hoe oud iemand is die dit zoekt: “mevrouw 84”, “ik ben 19”.",
        "leeftijden: [20, 21, 22]",
        (),
    )
    also: Texts = field(
        "ook",
        "Ook",
        "Namen van andere begrippen die er ook bij passen, het beste eerst.",
        "ook: [Samen eten, Iemand om mee te praten]",
        (),
    )
    foreign: ForeignWords | None = field(
        "talen", "Andere talen", "Hetzelfde in andere talen.", "talen:\n  en: [coffee]", None
    )


class SearchFilter(Model):
    """Words that choose rather than search: “gratis”, “op dinsdag”, “in het weekend”."""

    name: Annotated[
        str, choice("dag", "dagdeel", "wijk", "taal", "gratis", "rolstoel", "aanmelden")
    ] = field("filter", "Filter", "Wat er gekozen wordt.", "filter: dag")
    values: Texts = field(
        "waarden",
        "Waarden",
        "Wat er aangevinkt wordt; bij een dag ook vandaag, morgen, overmorgen en weekend.",
        "waarden: [dinsdag]",
    )
    shown: Text = field("toont", "Toont", "Wat er op het knopje staat.", "toont: Dinsdag")
    typed: Texts = field(
        "typt", "Wat mensen typen", "Woorden en zinnen.", "typt: [dinsdag, op dinsdag, dinsdags]"
    )


class SearchWords(Model):
    """What people type and what they mean by it: content/zoekwoorden/<onderwerp>.yaml."""

    concepts: tuple[SearchConcept, ...] = field(
        "begrippen",
        "Begrippen",
        "Wat mensen zoeken, met alles wat zij daarvoor typen.",
        "begrippen:\n  - naam: Koffie drinken\n    woorden: [koffie]\n    typt: [bakkie]",
        (),
    )
    filters: tuple[SearchFilter, ...] = field(
        "filters",
        "Filters",
        "Woorden die kiezen in plaats van zoeken.",
        "filters:\n  - filter: dag\n    waarden: [dinsdag]\n"
        "    toont: Dinsdag\n    typt: [dinsdag]",
        (),
    )
    small: Texts = field(
        "kleine_woorden",
        "Kleine woorden",
        "Woorden die naast andere woorden niets toevoegen.",
        "kleine_woorden: [de, het, een]",
        (),
    )
    heads: Texts = field(
        "achterdelen",
        "Achterdelen",
        "Woorden die achter een ander woord bijna niets toevoegen: boekenclub gaat over boeken.",
        "achterdelen: [club, groep, middag]",
        (),
    )
    elsewhere: Texts = field(
        "niet_hier",
        "Niet hier",
        "Waar deze gids niet over gaat. Wie dit typt, krijgt geen lijst die er toevallig op lijkt.",
        "niet_hier: [paspoort, tandarts]",
        (),
    )
    ends: Texts = field(
        "eindigt_niet_hier",
        "Eindigt niet hier",
        "Waarop iets eindigt wat hier niet is: een fietsenwinkel, een autobedrijf.",
        "eindigt_niet_hier: [winkel, bedrijf]",
        (),
    )
    ordinary: Texts = field(
        "gewone_woorden",
        "Gewone woorden",
        "Woorden die lijken op een woord uit deze gids, maar iets anders zijn. Die worden nooit"
        " verbeterd.",
        "gewone_woorden: [auteur, duizend]",
        (),
    )
    fillers: Texts = field(
        "vulwoorden",
        "Vulwoorden",
        "Woorden die in een zin niets toevoegen, ook niet in een uitdrukking.",
        "vulwoorden: [ineens, eindelijk]",
        (),
    )
    forms: Texts = field(
        "vormen",
        "Vormen",
        "Een woord met zijn vormen die er niet op lijken.",
        "vormen: [zingen zong gezongen]",
        (),
    )
    persons: Texts = field(
        "personen",
        "Personen",
        "Over wie iemand vertelt: “mijn man ziet slecht” zoekt geen mannen.",
        "personen: [man, vrouw, buurman]",
        (),
    )
    denials: Texts = field(
        "ontkenningen",
        "Ontkenningen",
        "Woorden die alleen iets zeggen van een ander woord: “niet meer tillen”.",
        "ontkenningen: [niet, geen]",
        (),
    )


class Helpline(Model):
    """Somewhere to call or chat at once."""

    name: Text = field("naam", "Naam", "Wie er opneemt.", "naam: 113 Zelfmoordpreventie")
    phones: Texts = field("telefoon", "Telefoon", "De nummers.", "telefoon: [113, 0800-0113]")
    url: Url | None = field(
        "chat", "Chat", "Waar men kan chatten.", "chat: https://www.113.nl", None
    )
    note: Text | None = field(
        "uitleg", "Uitleg", "Wanneer en wat.", "uitleg: dag en nacht, gratis", None
    )


class CrisisHelp(Model):
    """What somebody in need types, and what is shown above everything else."""

    heading: Text = field("kop", "Kop", "Rustig en kort.", "kop: U hoeft dit niet alleen te dragen")
    text: Text = field(
        "tekst", "Tekst", "Eén of twee zinnen.", "tekst: Er is nu iemand om mee te praten."
    )
    typed: Texts = field(
        "typt", "Wat mensen typen", "Woorden en zinnen.", "typt: [ik wil niet meer leven]"
    )
    search: Text | None = field(
        "zoekt",
        "Zoekt",
        "Wat er onder de hulplijnen staat, in plaats van wat er op de getypte woorden lijkt.",
        "zoekt: luisterend oor",
        None,
    )
    lines: tuple[Helpline, ...] = field(
        "lijnen",
        "Hulplijnen",
        "Wie er opneemt.",
        "lijnen:\n  - naam: Alarmnummer\n    telefoon: [112]",
    )


class Crisis(Model):
    """content/hulplijnen.yaml: what stands above all results when somebody in need searches."""

    help: tuple[CrisisHelp, ...] = field(
        "hulp",
        "Hulp",
        "Voor elke soort nood een blok.",
        "hulp:\n  - kop: Er is hulp\n    tekst: Er is nu iemand om mee te praten.\n"
        "    typt: [ik kan niet meer]\n    lijnen:\n      - naam: Alarmnummer\n"
        "        telefoon: [112]",
    )
