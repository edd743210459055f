"""For whom it is, whom to call, how to get in, and the first time."""

from collections.abc import Iterable

from msgspec.structs import replace

import schema
from gids import dutch
from gids.directory import FirstVisit, Line, Link, Phone
from gids.values import NO_ANSWER
from gids.views.answers import UNKNOWN_ANSWER, answer_words, labelled, lines
from gids.views.context import Context, phone


def activity_phone(
    activity: schema.Activity, organisation: schema.Organisation, context: Context
) -> Phone:
    """Whom to call: the activity's contact, else the organisation, else the municipality's line."""
    contact = activity.contact
    if contact and contact.phone:
        return phone(contact.phone, organisation.name, contact.hours or organisation.hours)
    if organisation.phone:
        return phone(organisation.phone, organisation.name, organisation.hours)
    return context.site_phone


def registration_lines(registration: schema.Registration | None) -> tuple[Line, ...]:
    if registration is None:
        return ()
    url = registration.url or ""
    return lines(("Hoe", registration.how), ("Uiterlijk", registration.until), ("Formulier", url))


def registration_words(registration: schema.Registration | None) -> str:
    """One sentence: must I sign up?"""
    if registration is None:
        return "Of u zich moet aanmelden, weten we niet. Bel even."
    note = f": {registration.needed.note}" if registration.needed.note else ""
    match registration.needed.value:
        case "ja":
            return f"Aanmelden is nodig{note}."
        case "nee":
            return f"Aanmelden is niet nodig{note}."
        case "deels":
            return f"Soms is aanmelden nodig{note}."
        case _:
            return f"Of u zich moet aanmelden, weten we niet{note}. Bel even."


FIRST_VISIT_ANSWERS = ("just_look", "bring_someone", "buddy", "pick_up")


def first_visit(visit: schema.FirstVisit | None) -> FirstVisit:
    """All four questions get an answer, unknown where nobody said."""
    fields = schema.FirstVisit.model_fields
    answers = []
    for name in FIRST_VISIT_ANSWERS:
        answer = (visit and getattr(visit, name)) or NO_ANSWER
        answers.append(Line(str(fields[name].title), answer_words(answer), answer.value))
    return FirstVisit(
        (visit and visit.welcomed_by) or "",
        (visit and visit.recognised_by) or "",
        (visit and visit.what_happens) or "",
        tuple(answers),
        visit is not None,
    )


def age_words(activity: schema.Activity) -> str:
    low, high = activity.age_from, activity.age_to
    if low is not None and high is not None:
        return f"van {low} tot en met {high} jaar"
    if low is not None:
        return f"vanaf {low} jaar"
    return f"tot en met {high} jaar" if high is not None else ""


def wanted_lines(wanted: tuple[schema.Wanted, ...]) -> tuple[Line, ...]:
    return tuple(Line(dutch.capital(item.kind), item.text) for item in wanted)


WAYS_IN = {"allebei": "zelf komen, of met een verwijzing", "onbekend": UNKNOWN_ANSWER}


def referral_lines(referral: schema.Referral | None) -> tuple[Line, ...]:
    if referral is None:
        return ()
    return tuple(
        replace(line, text=dutch.phone(line.text), href=dutch.phone_href(line.text))
        if line.label.startswith("Telefoon")
        else replace(line, text=WAYS_IN.get(line.text, line.text))
        for line in labelled(referral)
    )


def everyone_first(meant_for: Iterable[schema.Term]) -> list[schema.Term]:
    """“voor iedereen, vooral ouderen”: whoever is named beside everyone is named after."""
    return sorted(meant_for, key=lambda term: term.meaning != schema.EVERYONE)


def partner_links(slugs: Iterable[str], context: Context) -> tuple[Link, ...]:
    partners = context.project.organisations
    return tuple(Link(partners[s].model.name, f"organisaties/{s}/") for s in slugs if s in partners)
