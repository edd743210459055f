"""The whole of an activity, an organisation or a place, as templates see it."""

from datetime import timedelta

import schema
from gids import dutch, sentences
from gids.directory import (
    ActivityView,
    FlowerShape,
    Line,
    Link,
    OrganisationView,
    Picture,
    PlaceView,
)
from gids.markup import partner_html
from gids.occurrences import Occurrence, expand
from gids.project import Entry, key_of
from gids.values import WEEKDAYS
from gids.views.answers import (
    access_lines,
    activity_access,
    answer_words,
    filled_up,
    labelled,
    lines,
    wheelchair,
)
from gids.views.context import Context, phone
from gids.views.dates import (
    coming,
    coming_places,
    first_beyond,
    flower_days,
    flower_state,
    lost_words,
    telling_the_next,
    when,
)
from gids.views.people import (
    activity_phone,
    age_words,
    everyone_first,
    first_visit,
    partner_links,
    referral_lines,
    registration_lines,
    registration_words,
    wanted_lines,
)
from gids.views.places import address_lines, neighbourhood_word, route_query, usual_place, where
from gids.views.truth import is_listed, notice_words, room_lines, status_words, verified_words

HORIZON_WEEKS = 8


def card_marks(activity: schema.Activity, access: tuple[Line, ...]) -> tuple[str, ...]:
    """Two or three honest marks: only what somebody said with a plain yes."""
    registration = activity.registration
    marks = (
        ("Gratis", activity.cost.free),
        ("Rolstoel: ja", wheelchair(access) == "ja"),
        ("Aanmelden hoeft niet", registration is not None and registration.needed.value == "nee"),
    )
    return tuple(text for text, holds in marks if holds)


def filter_values(
    occurrences: tuple[Occurrence, ...],
    facets: tuple[tuple[str, tuple[Link, ...]], ...],
    marks: tuple[str, ...],
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The values for search filters, as slugs; unknown is never among them."""
    going = [o for o in occurrences if o.status != "cancelled"]
    days = tuple(WEEKDAYS[i] for i in sorted({o.start.weekday() for o in going}))
    parts = {dutch.part_of_day(o.start.time()) for o in going}
    named = tuple((name, tuple(link.slug for link in links)) for name, links in facets)
    return (
        *named,
        ("dag", days),
        ("dagdeel", tuple(p for p in schema.PARTS_OF_DAY if p in parts)),
        ("gratis", ("ja",) if "Gratis" in marks else ()),
        ("rolstoel", ("ja",) if "Rolstoel: ja" in marks else ()),
        ("aanmelden", ("niet-nodig",) if "Aanmelden hoeft niet" in marks else ()),
    )


def picture(activity: schema.Activity, folder: str) -> Picture | None:
    if activity.picture is None:
        return None
    credit = ", ".join(p for p in (activity.picture.credit, activity.picture.licence) if p)
    words = dutch.capital(credit)
    return Picture(f"beeld/{folder}/{activity.picture.file}", activity.picture.alt, words)


def activity_view(entry: Entry[schema.Activity], context: Context) -> ActivityView:
    """One activity in words; what depends on other activities is in ``derive``."""
    activity, today = entry.model, context.today
    organisation = context.project.organisations[entry.folder].model
    usual = usual_place(activity)
    place = context.project.places.get(usual)
    horizon = today + timedelta(weeks=HORIZON_WEEKS)
    dates = expand(activity, context.calendar, today, horizon)
    beyond = first_beyond(activity, context.calendar, horizon)
    known = (*dates, beyond) if beyond else dates
    told = telling_the_next(tuple(when(o, usual, context) for o in known))
    shown = told[: len(dates)]
    upcoming = next((i for i, o in enumerate(known) if not o.cancelled), None)
    soonest = told[upcoming] if upcoming is not None else None
    elsewhere = coming_places(told)
    access = activity_access(activity, place.model.access if place else None)
    marks = card_marks(activity, access)
    themes = context.themes.links(activity.themes, "thema/")
    meant_for = everyone_first(context.audiences.terms(activity.audiences))
    audiences = tuple(Link(term.name, f"voor/{term.slug}/") for term in meant_for)
    people = tuple(term.meaning for term in meant_for)
    near = context.neighbourhoods.links([neighbourhood_word(activity, context)], "wijk/")
    spoken = context.languages.links(activity.languages, "taal/")
    verified_text, freshness = verified_words(activity.verified_on, today)
    contact = activity.contact
    first_theme = context.themes.find(activity.themes[0])
    return ActivityView(
        key=key_of(entry, context.around),
        slug=entry.slug,
        url=f"activiteiten/{entry.slug}/",
        title=activity.title,
        summary=activity.summary,
        organisation=Link(organisation.name, f"organisaties/{entry.folder}/"),
        themes=themes,
        audiences=audiences,
        people=people,
        subjects=context.themes.meanings(activity.themes),
        open_to_all=schema.EVERYONE in people,
        neighbourhood=near[0] if near else None,
        flower=FlowerShape(
            (first_theme and first_theme.flower) or "",
            entry.slug,
            flower_state(activity, known[upcoming] if upcoming is not None else None, today),
            flower_days(dates, today),
        ),
        schedule_short=sentences.schedule_short(activity, today),
        schedule_long=sentences.schedule_long(
            activity, context.calendar, today, context.place_names
        ),
        schedule_note=activity.when.note or "",
        occurrences=shown,
        next=soonest,
        lost=lost_words(shown, soonest),
        coming=coming(told, elsewhere),
        coming_places=elsewhere,
        where=where(activity, context),
        free=activity.cost.free,
        cost_short=sentences.cost_short(activity.cost),
        cost_text=sentences.cost_text(activity.cost),
        cost_lines=tuple(f"Korting met {p}" for p in activity.cost.passes),
        access=access,
        wheelchair=wheelchair(access),
        contact_role=(contact and contact.role) or "",
        phone=activity_phone(activity, organisation, context),
        email=(contact and contact.email) or organisation.email or "",
        website=(contact and contact.url) or organisation.url or "",
        registration=registration_words(activity.registration),
        registration_lines=registration_lines(activity.registration),
        first_visit=first_visit(activity.first_visit),
        transport=labelled(filled_up(activity.transport, place.model.transport if place else None)),
        languages=tuple(link.name for link in spoken),
        age=age_words(activity),
        not_for=activity.not_for or "",
        referral=(*referral_lines(activity.referral), *room_lines(activity.availability)),
        loneliness=activity.loneliness,
        elements=activity.elements,
        together_with=partner_links(activity.together_with, context),
        wanted=wanted_lines(activity.wanted),
        reviewed=answer_words(activity.reviewed) if activity.reviewed else "",
        picture=picture(activity, entry.folder),
        notice=notice_words(activity, today),
        status=status_words(activity, today),
        verified_on=activity.verified_on,
        verified_text=verified_text,
        freshness=freshness,
        listed=is_listed(activity, today),
        example=activity.example,
        marks=marks,
        filters=filter_values(
            dates,
            (("thema", themes), ("voor", audiences), ("wijk", near), ("taal", spoken)),
            marks,
        ),
        search_words=(*activity.former_names, *activity.search_words),
        dates=dates,
        source=activity,
    )


def organisation_view(
    entry: Entry[schema.Organisation], activities: tuple[ActivityView, ...], context: Context
) -> OrganisationView:
    model = entry.model
    sector = context.sectors.find(model.sector)
    professionals = model.professionals
    return OrganisationView(
        slug=entry.folder,
        url=f"organisaties/{entry.folder}/",
        name=model.name,
        summary=model.summary,
        description_html=partner_html(model.description or ""),
        sector=sector.name if sector else model.sector,
        former_names=(*model.former_names, *model.abbreviations),
        phone=phone(model.phone, model.name, model.hours) if model.phone else None,
        email=model.email or "",
        website=model.url or "",
        address=address_lines(model.address, context) if model.address else (),
        professionals=lines(
            ("Wie u spreekt", professionals.role),
            ("Toelichting", professionals.note),
        )
        if professionals
        else (),
        professionals_phone=phone(professionals.phone, professionals.role, None)
        if professionals and professionals.phone
        else None,
        professionals_email=(professionals and professionals.email) or "",
        wanted=wanted_lines(model.wanted),
        verified_text=verified_words(model.verified_on, context.today)[0]
        if model.verified_on
        else "",
        example=model.example,
        activities=activities,
    )


def place_view(
    entry: Entry[schema.Place], activities: tuple[ActivityView, ...], context: Context
) -> PlaceView:
    model = entry.model
    near = context.neighbourhoods.links(
        [model.neighbourhood] if model.neighbourhood else [], "wijk/"
    )
    return PlaceView(
        slug=entry.slug,
        url=f"locaties/{entry.slug}/",
        name=model.name,
        former_names=model.former_names,
        address=address_lines(model.address, context),
        route=route_query(model.address, context),
        neighbourhood=near[0] if near else None,
        access=access_lines(model.access, None),
        transport=labelled(model.transport),
        phone=phone(model.phone, model.name, None) if model.phone else None,
        website=model.url or "",
        verified_text=verified_words(model.verified_on, context.today)[0]
        if model.verified_on
        else "",
        example=model.example,
        activities=activities,
    )
