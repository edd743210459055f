"""When the coalition meets, how it works, and what people proposed."""

from typing import Annotated, Literal

from pydantic import BeforeValidator, model_validator

from gids.model.base import Model, choice, ends_after_start, field
from gids.model.goals import IndicatorName
from gids.values import (
    Date,
    Prose,
    Text,
    Texts,
    Time,
    YesNo,
    listing,
)


class Meeting(Model):
    """Something in the coalition's own agenda."""

    kind: Annotated[
        Literal["overleg", "scholing", "evaluatie", "campagne"],
        choice("overleg", "scholing", "evaluatie", "campagne"),
    ] = field(
        "soort",
        "Soort",
        "Overleg, scholing, evaluatie of campagne.",
        "soort: overleg",
    )
    title: Text = field("titel", "Titel", "Waar het over gaat.", "titel: Partneroverleg")
    day: Date = field("datum", "Datum", "De dag.", "datum: 2026-12-08")
    start: Time | None = field("van", "Aanvang", "Hoe laat het begint.", "van: 15:00", None)
    end: Time | None = field("tot", "Eindtijd", "Hoe laat het is afgelopen.", "tot: 16:30", None)
    place: Text | None = field("waar", "Waar", "De plek.", "waar: Plein1, de leeszaal", None)
    audience: Text | None = field(
        "voor_wie", "Voor wie", "Wie er welkom is.", "voor_wie: alle partners", None
    )
    signing_up: Text | None = field(
        "aanmelden",
        "Aanmelden",
        "Hoe men zich meldt, met een functie.",
        "aanmelden: bel de coördinator",
        None,
    )
    example: YesNo = field(
        "voorbeeld", "Voorbeeld", "Ja als dit een verzonnen voorbeeld is.", "voorbeeld: ja", False
    )


class CampaignWeek(Model):
    """The yearly week in which everybody invites."""

    name: Text = field("naam", "Naam", "Hoe de week hier heet.", "naam: Week van de Ontmoeting")
    first: Date | None = field(
        "van", "Eerste dag", "Leeg zolang het niet bekend is.", "van: 2027-09-27", None
    )
    last: Date | None = field(
        "tot_en_met", "Laatste dag", "De laatste dag.", "tot_en_met: 2027-10-03", None
    )
    press: Text | None = field(
        "pers",
        "Voor de pers",
        "De functie die de pers te woord staat.",
        "pers: de woordvoerder van de gemeente",
        None,
    )

    @model_validator(mode="after")
    def check_order(self) -> "CampaignWeek":
        ends_after_start(self.first, self.last, "tot_en_met", "Deze week")
        return self


class CoalitionAgenda(Model):
    """content/agenda-coalitie.yaml: when the coalition meets, trains and looks back."""

    meetings: tuple[Meeting, ...] = field(
        "bijeenkomsten",
        "Bijeenkomsten",
        "Overleg, scholing en evaluaties.",
        "bijeenkomsten:\n  - soort: overleg\n    titel: Partneroverleg\n    datum: 2026-12-08",
        (),
    )
    week: CampaignWeek | None = field(
        "week",
        "De campagneweek",
        "De jaarlijkse week waarin iedereen uitnodigt.",
        "week:\n  naam: Week van de Ontmoeting",
        None,
    )


class Principle(Model):
    """A pillar or starting point, what it means in this directory, and the figures beside it."""

    name: Text = field("naam", "Naam", "In een paar woorden.", "naam: Een sterk netwerk")
    text: Prose = field(
        "betekent",
        "Wat het hier betekent",
        "Hoe dit in de gids te zien is.",
        "betekent: Partners kennen elkaars aanbod.",
    )
    figures: Annotated[tuple[IndicatorName, ...], BeforeValidator(listing)] = field(
        "cijfers",
        "Cijfers",
        "Cijfers die de site telt en die hierbij staan.",
        "cijfers: [partners, sectoren]",
        (),
    )


class Approach(Model):
    """content/aanpak.yaml: the pillars and starting points of the plan."""

    lead: Text | None = field(
        "inleiding",
        "Inleiding",
        "Waar de aanpak vandaan komt.",
        "inleiding: In 2020 begon dit.",
        None,
    )
    pillars: tuple[Principle, ...] = field(
        "pijlers",
        "Pijlers",
        "De pijlers van de aanpak.",
        "pijlers:\n  - naam: Een sterk netwerk\n    betekent: Partners kennen elkaars aanbod.",
        (),
    )
    principles: tuple[Principle, ...] = field(
        "uitgangspunten",
        "Uitgangspunten",
        "De uitgangspunten van het plan.",
        "uitgangspunten:\n  - naam: Meten\n    betekent: We tellen elke dag.",
        (),
    )
    unknowable: Texts = field(
        "weten_we_niet",
        "Wat we niet weten",
        "Wat deze gids niet kan weten.",
        "weten_we_niet: [of iemand zich minder eenzaam voelt]",
        (),
    )


class Idea(Model):
    """What somebody proposed, and what was done with it. Never a name."""

    day: Date = field("op", "Binnengekomen op", "De dag.", "op: 2026-11-02")
    whose: Annotated[
        Literal["bewoner", "ervaringsdeskundige", "vrijwilliger", "professional", "partner"],
        choice("bewoner", "ervaringsdeskundige", "vrijwilliger", "professional", "partner"),
    ] = field("van", "Van wie", "Geen naam.", "van: bewoner")
    text: Text = field("idee", "Idee", "In één zin.", "idee: zet erbij of ik eerst mag kijken")
    state: Annotated[
        Literal["nieuw", "we kijken ernaar", "gedaan", "niet gedaan"],
        choice("nieuw", "we kijken ernaar", "gedaan", "niet gedaan"),
    ] = field("stand", "Stand", "Hoe het ermee staat.", "stand: gedaan")
    answer: Text | None = field(
        "wat_we_deden",
        "Wat we ermee deden",
        "Ook als het antwoord nee is.",
        "wat_we_deden: Elke activiteit heeft nu een vraag over de eerste keer.",
        None,
    )
    example: YesNo = field(
        "voorbeeld", "Voorbeeld", "Ja als dit een verzonnen voorbeeld is.", "voorbeeld: ja", False
    )


class Ideas(Model):
    """content/ideeen.yaml: what people proposed, newest first or not: the site sorts."""

    ideas: tuple[Idea, ...] = field(
        "ideeen",
        "Ideeën",
        "Wat mensen bedachten.",
        "ideeen:\n  - op: 2026-11-02\n    van: bewoner\n    idee: meer op zondag\n    stand: nieuw",
        (),
    )
