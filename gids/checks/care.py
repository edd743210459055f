"""What keeps the directory true and safe: confirmed lately, reachable, private, without HTML."""

import html
import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TypeAlias

from gids import dutch
from gids.checks.case import Case, warning
from gids.checks.references import is_home
from gids.links import dead, read_failing, written
from gids.markup import gone, lost_links
from gids.problems import Finding, KeyPath
from gids.project import Entry
from schema import Activity, AtAddress, ByPhone, Model, Organisation

PartnerFile: TypeAlias = Entry[Activity] | Entry[Organisation]

STALE = (
    (timedelta(days=365), "meer dan een jaar", "Bel of mail de organisatie: klopt alles nog?"),
    (timedelta(days=182), "meer dan een half jaar", "Wilt u nakijken of alles nog klopt?"),
    (timedelta(days=90), "meer dan drie maanden", "Klopt alles nog?"),
)
CODE = re.compile(r"&(?:[a-z]{2,8}|#\d{2,5});", re.IGNORECASE)
TAG = re.compile(r"<(?!(?:https?://|mailto:|[\w.+-]+@)[^>]*>)/?[a-z!][^>]*>", re.IGNORECASE)


def check_confirmations(case: Case) -> Iterator[Finding]:
    """Somebody said in the last three months that this is right; examples need nobody."""
    for entry in partner_files(case):
        finding = None if entry.model.example else stale(entry, case.today)
        if finding:
            yield finding


def partner_files(case: Case) -> Iterator[PartnerFile]:
    yield from case.project.activities
    yield from case.project.organisations.values()


def stale(entry: PartnerFile, today: date) -> Finding | None:
    """How long ago the last confirmation was, in soft words."""
    day = entry.model.verified_on
    write = f"Schrijf daarna:  gecontroleerd_op: {today.isoformat()}"
    if day is None:
        message = "Nog niemand zei dat dit klopt."
        return warning(entry.path, (), "nooit-bevestigd", message, f"Kijk het na. {write}")
    if day > today:
        message = f"{dutch.capital(dutch.date_long(day))} moet nog komen."
        keys = ("gecontroleerd_op",)
        return warning(entry.path, keys, "bevestigd-later", message, "Kijk de datum na.")
    for age, words, question in STALE:
        if today - day > age:
            message = f"Dit is {words} geleden voor het laatst bevestigd."
            keys = ("gecontroleerd_op",)
            return warning(entry.path, keys, "lang-niet-bevestigd", message, f"{question} {write}")
    return None


# --- reaching people -------------------------------------------------------------------------


def check_phones(case: Case) -> Iterator[Finding]:
    """An activity has a phone number, its own or its organisation's."""
    for entry in case.project.activities:
        organisation = case.project.organisations.get(entry.folder)
        if organisation and not (organisation.model.phone or own_phone(entry.model)):
            shown = case.project.settings.phone_name
            message = f"Er is geen telefoonnummer. De site toont nu dat van {shown}."
            hint = "Schrijf een algemeen nummer:\ncontact:\n  telefoon: 023 - 123 45 67"
            yield warning(entry.path, ("contact",), "geen-telefoon", message, hint)


def own_phone(activity: Activity) -> str | None:
    if isinstance(activity.where, ByPhone) and activity.where.phone:
        return activity.where.phone
    return activity.contact.phone if activity.contact else None


def check_private_phones(case: Case) -> Iterator[Finding]:
    """A mobile number may be somebody's own."""
    for path, keys, number in phones(case):
        if number.startswith("06"):
            message = f"{dutch.phone(number)} is een mobiel nummer. Is het van een persoon?"
            hint = "Gebruik liever een algemeen nummer: dit staat straks op internet."
            yield warning(path, keys, "mobiel-nummer", message, hint)


def phones(case: Case) -> Iterator[tuple[str, KeyPath, str]]:
    """Every number in a partner's file, with where it stands."""
    for entry in case.project.activities:
        yield from numbers(entry.path, ("contact", "telefoon"), entry.model.contact)
        yield from numbers(entry.path, ("verwijzen", "telefoon"), entry.model.referral)
    for partner in case.project.organisations.values():
        yield from numbers(partner.path, ("telefoon",), partner.model)
        block = partner.model.professionals
        yield from numbers(partner.path, ("voor_professionals", "telefoon"), block)


def numbers(path: str, keys: KeyPath, block: Model | None) -> Iterator[tuple[str, KeyPath, str]]:
    if number := getattr(block, "phone", None):
        yield path, keys, number


def check_dead_links(case: Case) -> Iterator[Finding]:
    """A web address answers; the nightly ``links`` asked it, nothing is asked here."""
    silent = dead(read_failing(case.project.coalition.failing))
    for one in written(case.project) if silent else ():
        if days := silent.get(one.address):
            times = dutch.count(len(days), "dag", "dagen")
            since = dutch.date_long(days[0])
            message = f"Dit webadres gaf op {times} geen antwoord, het eerst op {since}."
            hint = (
                "Doet het adres het bij u? Schrijf anders het nieuwe adres, of haal de regel weg."
            )
            yield warning(one.path, one.keys, "link-doet-het-niet", message, hint)


# --- text and places -------------------------------------------------------------------------


def check_html(case: Case) -> Iterator[Finding]:
    """HTML in a text is taken out, and in a title it is shown: it is better not written."""
    for activity in case.project.activities:
        yield from html_in_line(activity.path, "titel", activity.model.title)
        yield from html_in_line(activity.path, "samenvatting", activity.model.summary)
    for path, keys, text in texts(case):
        if match := TAG.search(text):
            message = f"{match[0]} is HTML. Dat halen we uit de tekst."
            hint = "Schrijf gewone tekst. Lege regels maken alinea's, **sterretjes** maken vet."
            yield warning(path, keys, "html", message, hint)


def check_links(case: Case) -> Iterator[Finding]:
    """A link in a text leads to a whole web address, an e-mail address or a phone number."""
    for path, keys, text in texts(case):
        for address in lost_links(text):
            message = f"De link naar “{address}” werkt niet; de woorden blijven staan."
            hint = "Schrijf het hele adres. Bijvoorbeeld:  [onze site](https://www.voorbeeld.nl)"
            yield warning(path, keys, "link", message, hint)


def check_pages(case: Case) -> Iterator[Finding]:
    """A page of the municipality leads to what the directory has; what comes and goes may be gone.

    With files that could not be read nobody knows what is there.
    """
    there = frozenset(case.project.addresses())
    for page in () if case.unread else case.project.pages:
        for link in gone(page.address, page.markdown, there):
            message = f"De link naar “{link}” leidt nergens meer heen; de woorden blijven staan."
            hint = "Haal de link weg, of laat hem naar iets anders leiden."
            yield Finding(page.path, (), "link-weg", "warning", message, hint, on="file")


def texts(case: Case) -> Iterator[tuple[str, KeyPath, str]]:
    """Everything that partners may write in Markdown, with where it stands."""
    for entry in partner_files(case):
        if entry.model.description:
            yield entry.path, ("omschrijving",), entry.model.description
    for activity in case.project.activities:
        visit = activity.model.first_visit
        if visit and visit.what_happens:
            yield activity.path, ("eerste_keer", "wat_gebeurt_er"), visit.what_happens


def html_in_line(path: str, key: str, text: str) -> Iterator[Finding]:
    """``<b>Koffie</b> &amp; thee`` in a text that is shown as it is."""
    match = TAG.search(text) or CODE.search(text)
    if match:
        plain = " ".join(html.unescape(TAG.sub("", text)).split())
        message = f"{match[0]} is HTML. Op de site staat het er dan zo."
        yield warning(path, (key,), "html", message, f"Schrijf gewone tekst:  {key}: {plain}")


def check_towns(case: Case) -> Iterator[Finding]:
    """A place in another municipality is normal, and worth a look."""
    for path, keys, town in towns(case):
        if town and not is_home(case, town):
            yield elsewhere(case, path, keys, town)


def towns(case: Case) -> Iterator[tuple[str, KeyPath, str | None]]:
    for place in case.project.places.values():
        yield place.path, ("adres", "plaats"), place.model.address.town
    for entry in case.project.activities:
        if isinstance(entry.model.where, AtAddress):
            yield entry.path, ("waar", "adres", "plaats"), entry.model.where.address.town


def elsewhere(case: Case, path: str, keys: KeyPath, town: str) -> Finding:
    message = f"{town} ligt buiten de gemeente {case.project.settings.municipality}."
    return warning(
        path, keys, "buiten-de-gemeente", message, "Klopt dat? Dan hoeft u niets te doen."
    )
