"""What people write, and the word of the schema that they mean by it."""

import unicodedata
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from gids.values import WEEKDAYS

OTHER_KEYS: Mapping[str, str] = {
    "title": "titel naam",
    "name": "naam titel",
    "naam": "titel",
    "titel": "naam",
    "summary": "samenvatting wat",
    "kort": "samenvatting",
    "intro": "samenvatting wat",
    "description": "omschrijving",
    "beschrijving": "omschrijving",
    "tekst": "omschrijving toelichting",
    "theme": "themas",
    "themes": "themas",
    "categorie": "themas",
    "doelgroep": "voor_wie",
    "doelgroepen": "voor_wie",
    "audience": "voor_wie",
    "leeftijd": "leeftijd_van",
    "when": "wanneer",
    "tijden": "wanneer momenten",
    "rooster": "wanneer",
    "where": "waar",
    "locatie": "waar plek",
    "location": "waar plek",
    "place": "plek waar",
    "adres": "waar",
    "prijs": "kosten bedrag",
    "price": "kosten bedrag",
    "cost": "kosten",
    "phone": "telefoon nummer",
    "tel": "telefoon nummer",
    "telephone": "telefoon nummer",
    "telefoonnummer": "telefoon nummer",
    "mail": "e_mail",
    "email": "e_mail",
    "mailadres": "e_mail",
    "url": "website webadres",
    "site": "website webadres",
    "link": "website webadres",
    "website": "webadres",
    "webadres": "website",
    "contactpersoon": "contact wie",
    "day": "dag",
    "dagen": "dag",
    "weekdag": "dag",
    "date": "datum data",
    "dates": "data",
    "datum": "data per",
    "datums": "data",
    "start": "van",
    "begin": "van vanaf",
    "tijd": "van",
    "aanvang": "van",
    "starttijd": "van",
    "begintijd": "van",
    "end": "tot",
    "eind": "tot",
    "einde": "tot",
    "eindtijd": "tot",
    "kind": "soort stand",
    "type": "soort stand",
    "status": "stand",
    "frequentie": "soort",
    "herhaling": "soort",
    "behalve": "niet_in niet_op",
    "uitzonderingen": "niet_in niet_op",
    "afgelast": "wijzigingen",
    "afgezegd": "wijzigingen",
    "geannuleerd": "wijzigingen",
    "gaat_niet_door": "wijzigingen",
    "vervalt": "wijzigingen",
    "gestopt": "gestopt_op",
    "laatste_keer": "gestopt_op",
    "reason": "reden",
    "note": "toelichting",
    "notitie": "toelichting",
    "opmerking": "toelichting mededeling",
    "opmerkingen": "toelichting mededeling",
    "aanmelding": "aanmelden",
    "opgeven": "aanmelden",
    "registratie": "aanmelden",
    "foto": "afbeelding",
    "image": "afbeelding",
    "plaatje": "afbeelding",
    "taal": "talen",
    "languages": "talen",
    "street": "straat",
    "zipcode": "postcode",
    "city": "plaats",
    "woonplaats": "plaats",
    "verified": "gecontroleerd_op",
    "controle": "gecontroleerd_op",
    "gecontroleerd": "gecontroleerd_op",
}
OTHER_WORDS: Mapping[str, str] = {
    "dagelijks": "elke dag",
    "iedere dag": "elke dag",
    "wekelijks": "elke week",
    "iedere week": "elke week",
    "tweewekelijks": "om de week",
    "om de 2 weken": "om de week",
    "om de twee weken": "om de week",
    **{f"{each} {day}": "elke week" for each in ("elke", "iedere") for day in WEEKDAYS},
    "maandelijks": "elke maand",
    "iedere maand": "elke maand",
    "eens": "losse data",
    "eenmalig": "losse data",
    "in overleg": "op afspraak",
    "altijd": "altijd welkom",
    "vervalt": "gaat niet door",
    "afgelast": "gaat niet door",
    "afgezegd": "gaat niet door",
    "geannuleerd": "gaat niet door",
    "verschoven": "verplaatst",
    "aan huis": "thuis",
    "digitaal": "online",
    "internet": "online",
}


def shortened(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "…"


def folded(key: str) -> str:
    """``E-mail`` and ``é mail`` are ``e_mail``."""
    plain = unicodedata.normalize("NFKD", key.casefold()).encode("ascii", "ignore").decode()
    return "_".join(plain.replace("-", " ").replace("_", " ").replace("'", "").split())


def nearest(word: str, options: Iterable[str]) -> str | None:
    """What somebody probably meant: another word for it, or a word that is spelled much like it."""
    by_fold = {folded(option): option for option in options}
    other = folded(OTHER_WORDS.get(" ".join(word.casefold().split()), ""))
    close = [other] if other in by_fold else get_close_matches(folded(word), by_fold, 1, 0.72)
    return by_fold[close[0]] if close else None
