"""One activity, place or organisation in words: from what was read to what a template shows.

``Context`` holds what the words depend on besides the file itself. Everything here is pure; what
links activities to each other (facets, agenda, related) is in ``derive``.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

import schema
from gids import dutch, sentences
from gids.directory import (
    ActivityView,
    FirstVisit,
    FlowerShape,
    Line,
    Link,
    OrganisationView,
    Phone,
    Picture,
    PlaceView,
    When,
    Where,
)
from gids.markup import partner_html
from gids.occurrences import Calendar, Occurrence, expand
from gids.project import Entry, Project, key_of, surroundings
from gids.values import MONTHS, NO_ANSWER, WEEKDAYS, Answer

M = TypeVar("M", bound=schema.Model)

HORIZON_WEEKS = 8
BEYOND = (timedelta(weeks=5), timedelta(weeks=44))
"""How much further the first time is looked for: most have one in the next month; with the eight
weeks it is four hundred days, for what is once a year."""
FAR = timedelta(days=182)
DAY = timedelta(days=1)
FRESH_DAYS, LISTED_DAYS = 90, 365
UNKNOWN_ANSWER = "onbekend, bel even"


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


def lines(*pairs: tuple[str, str | None]) -> tuple[Line, ...]:
    """The pairs of which something is known."""
    return tuple(Line(label, text) for label, text in pairs if text)


def filled_up(own: M | None, other: M | None) -> M | None:
    """What ``own`` says, and where it says nothing, what ``other`` says."""
    if own is None or other is None:
        return own or other
    said = {name: getattr(own, name) for name in type(own).model_fields}
    return other.model_copy(update={name: v for name, v in said.items() if v is not None})


def labelled(block: schema.Model | None) -> tuple[Line, ...]:
    """Every filled field of a block under its own Dutch label, in the order of the schema."""
    if block is None:
        return ()
    fields = type(block).model_fields
    return tuple(
        Line(str(fields[name].title), shown, state)
        for name in fields
        for shown, state in [words_of(getattr(block, name))]
        if shown
    )


def words_of(value: object) -> tuple[str, str]:
    """A field's value in words, and its state where it is an answer."""
    if isinstance(value, Answer):
        return answer_words(value), value.value
    return (value, "") if isinstance(value, str) else ("", "")


def answer_words(answer: Answer) -> str:
    """“ja, naast de ingang”; an unknown without a note says what to do about it."""
    if answer.value == "onbekend" and not answer.note:
        return UNKNOWN_ANSWER
    return answer.text


# --- can I get in ----------------------------------------------------------------------------


def access_lines(own: schema.Access | None, place: schema.Access | None) -> tuple[Line, ...]:
    """Every aspect, the activity's own answer before the place's; what nobody said is unknown."""
    result = []
    for name, info in schema.Access.model_fields.items():
        answer = (own and getattr(own, name)) or (place and getattr(place, name)) or NO_ANSWER
        result.append(Line(str(info.title), answer_words(answer), answer.value))
    return tuple(result)


def activity_access(activity: schema.Activity, place: schema.Access | None) -> tuple[Line, ...]:
    """Nothing to get into at home, by phone or online, unless the organiser says something."""
    inside = isinstance(activity.where, schema.AtPlace | schema.AtAddress | schema.SeveralPlaces)
    return access_lines(activity.access, place) if inside or activity.access else ()


def wheelchair(access: tuple[Line, ...]) -> str:
    """Is the way in free of steps? Empty where there is nothing to get into."""
    return access[0].state if access else ""


# --- when ------------------------------------------------------------------------------------


def first_beyond(activity: schema.Activity, calendar: Calendar, horizon: date) -> Occurrence | None:
    """The first that goes on after the coming eight weeks.

    With it a page that is weeks old still knows the next time of what is once a month, and what
    stops for the summer says when it is back.
    """
    start = horizon
    for length in BEYOND:
        found = expand(activity, calendar, start + DAY, start + length)
        if going := next((one for one in found if not one.cancelled), None):
            return going
        start += length
    return None


def when(occurrence: Occurrence, usual: str, context: Context) -> When:
    """One occurrence in words; ``usual`` is the slug of the place that goes without saying."""
    start, end = occurrence.start, occurrence.end
    elsewhere = occurrence.place if occurrence.place != usual else ""
    remark = occurrence_remark(occurrence, context.place_names.get(elsewhere, ""))
    return When(
        start.isoformat(timespec="minutes"),
        end.isoformat(timespec="minutes") if end else "",
        occurrence.status,
        remark,
        place_words(elsewhere, context),
        occurrence.day - context.today > FAR,
    )


def place_words(slug: str, context: Context) -> str:
    """``Plein1, Centrum``: a place as a card names it; nothing for one that is not known."""
    entry = context.project.places.get(slug)
    if entry is None:
        return ""
    near = context.neighbourhoods.find(entry.model.neighbourhood or "")
    return f"{entry.model.name}, {near.name}" if near else entry.model.name


def occurrence_remark(occurrence: Occurrence, place: str) -> str:
    """What a visitor must know of this one time, as one short sentence or nothing."""
    if occurrence.status == "cancelled":
        return f"Gaat niet door: {occurrence.reason}"
    parts = []
    if occurrence.status == "moved":
        before = occurrence.original
        moved_day = before.date() != occurrence.start.date()
        was = dutch.date_day(before.date()) if moved_day else f"{dutch.clock(before.time())} uur"
        same = before == occurrence.start
        change = "Deze keer anders" if same else f"Verplaatst van {was}"
        parts.append(f"{change}: {occurrence.reason}")
    if place:
        parts.append(f"Plek: {place}")
    if occurrence.doors:
        parts.append(f"Inloop vanaf {dutch.clock(occurrence.doors)} uur")
    if occurrence.note:
        parts.append(dutch.capital(occurrence.note))
    return ". ".join(parts)


def telling_the_next(shown: Sequence[When]) -> tuple[When, ...]:
    """A cancelled date also says when the next one is, as far as that is known."""
    told: list[When] = []
    following: When | None = None
    for one in reversed(shown):
        if one.status != "cancelled":
            following = one
            told.append(one)
        else:
            more = f". De volgende keer is {next_words(one, following)}." if following else "."
            told.append(replace(one, remark=one.remark.rstrip(".") + more))
    return tuple(reversed(told))


def next_words(lost: When, following: When) -> str:
    """``dinsdag 15 december``; on the same day ``dezelfde dag om 14.00 uur``."""
    same = following.iso_day == lost.iso_day
    return f"dezelfde dag {following.time}" if same else following.day


def lost_words(shown: Iterable[When], upcoming: When | None) -> str:
    """The days before the next time on which it does not go on, as the script says them too."""
    days = [
        one.day
        for one in shown
        if one.status == "cancelled"
        and (upcoming is None or (one.start < upcoming.start and one.iso_day != upcoming.iso_day))
    ]
    words = dutch.joined(list(dict.fromkeys(days)))
    return f"{words} gaat het niet door" if words else ""


def coming(occurrences: Iterable[When], places: Sequence[str]) -> str:
    """Starts and ends for the script that shows what is next now, in wall-clock time of Amsterdam.

    ``2026-11-24T10:00/12:00 7 7! 14``: at one time of day, with the days from each to
    the following; a cancelled one ends in ``!``. Other times of day come after a comma, and so do
    other places: ``@0`` is the first of ``places``.
    """
    by_time: dict[str, list[When]] = defaultdict(list)
    for when in occurrences:
        place = f"@{places.index(when.place)}" if when.place else ""
        by_time[f"{when.start[10:16]}/{when.end[11:16]}{place}"].append(when)
    return ",".join(stepwise(clock, found) for clock, found in by_time.items())


def stepwise(clock: str, found: Sequence[When]) -> str:
    """Dates at one time of day: the first in full, the others by the days in between."""
    days = [date.fromisoformat(when.iso_day) for when in found]
    steps = [f"{days[0]}{clock}", *(str((day - last).days) for last, day in pairwise(days))]
    lost = ["!" if when.status == "cancelled" else "" for when in found]
    return " ".join(map(str.__add__, steps, lost))


def coming_places(occurrences: Iterable[When]) -> tuple[str, ...]:
    """Where it is when it is not where it usually is, each place once."""
    return tuple(dict.fromkeys(when.place for when in occurrences if when.place))


def flower_days(dates: Iterable[Occurrence], today: date) -> str:
    """The days on which it goes on, see ``FlowerShape``."""
    days = {(one.day - today).days for one in dates if not one.cancelled}
    return f"{sum(1 << day for day in days):x}" if days else ""


def flower_state(activity: schema.Activity, upcoming: Occurrence | None, today: date) -> str:
    """Full bloom today, half open within a week, a bud later; a leaf when nothing is planned."""
    if upcoming is None:
        always = any(m.kind == "altijd welkom" for m in activity.when.moments)
        return "bloei" if always and activity.pause is None else "blad"
    days = (upcoming.day - today).days
    return "bloei" if days <= 0 else "halfopen" if days < 7 else "knop"


# --- where -----------------------------------------------------------------------------------


def address_lines(address: schema.Address, context: Context) -> tuple[str, ...]:
    town = town_of(address, context)
    return (address.street, f"{address.postcode} {town}" if address.postcode else town)


def beside_name(name: str, address: schema.Address, context: Context) -> tuple[str, ...]:
    """The lines below a name: a square that is called after its street is not said twice."""
    return tuple(line for line in address_lines(address, context) if line != name)


def route_query(address: schema.Address, context: Context) -> str:
    return f"{address.street}, {town_of(address, context)}"


def town_of(address: schema.Address, context: Context) -> str:
    return address.town or context.project.settings.municipality


def where(activity: schema.Activity, context: Context) -> Where:
    """Where it is, in words, with the pages of the places that the directory knows."""
    spot = activity.where
    match spot:
        case schema.AtPlace():
            return at_place(spot, context)
        case schema.AtAddress():
            return Where(
                "adres",
                spot.name,
                spot.name,
                beside_name(spot.name, spot.address, context),
                "",
                route_query(spot.address, context),
                "",
                (),
            )
        case schema.AtHome():
            note = f"Wij komen bij u thuis: {spot.area}." if spot.area else "Wij komen bij u thuis."
            return Where("thuis", "Bij u thuis", "Bij u thuis", (), "", "", note, ())
        case schema.ByPhone():
            note = f"Bel {dutch.phone(spot.phone)}." if spot.phone else ""
            return Where("telefoon", "Aan de telefoon", "Aan de telefoon", (), "", "", note, ())
        case schema.Online():
            return Where(
                "online", "Online", "Online", (), "", "", spot.how or "", (), spot.url or ""
            )
        case schema.SeveralPlaces():
            return several_places(spot, context)


def at_place(spot: schema.AtPlace, context: Context) -> Where:
    entry = context.project.places.get(spot.place)
    if entry is None:
        return Where("plek", spot.place, spot.place, (), spot.room or "", "", "", ())
    place = entry.model
    return Where(
        "plek",
        place.name,
        place.name,
        beside_name(place.name, place.address, context),
        spot.room or "",
        route_query(place.address, context),
        "",
        (Link(place.name, f"locaties/{entry.slug}/"),),
    )


def several_places(spot: schema.SeveralPlaces, context: Context) -> Where:
    links = []
    for item in spot.places:
        entry = context.project.places.get(item.place)
        name = entry.model.name if entry else item.place
        months = dutch.joined([MONTHS[m - 1] for m in item.months])
        links.append(Link(f"{name} ({months})" if months else name, f"locaties/{item.place}/"))
    rotating = any(item.months for item in spot.places)
    short = (
        "Elke maand ergens anders"
        if rotating
        else f"Op {dutch.count(len(links), 'plek', 'plekken')}"
    )
    return Where(
        "meer plekken", short, short, (), "", "", "Kijk bij de datums waar het is.", tuple(links)
    )


def usual_place(activity: schema.Activity) -> str:
    return activity.where.place if isinstance(activity.where, schema.AtPlace) else ""


def neighbourhood_word(activity: schema.Activity, context: Context) -> str:
    """The neighbourhood as written: the activity's own address, or that of its (first) place."""
    spot = activity.where
    if isinstance(spot, schema.AtAddress):
        return spot.neighbourhood or ""
    if isinstance(spot, schema.AtHome):
        return spot.area or context.whole_area
    slug = spot.places[0].place if isinstance(spot, schema.SeveralPlaces) else usual_place(activity)
    entry = context.project.places.get(slug)
    if entry is None:
        return context.whole_area
    return entry.model.neighbourhood or ""


# --- who, how, first time --------------------------------------------------------------------


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


# --- is it still true ------------------------------------------------------------------------


def verified_words(verified_on: date | None, today: date) -> tuple[str, str]:
    """A sentence for the reader, and fresh (90 days), oud (a year), verlopen or onbekend."""
    if verified_on is None:
        return "Niemand heeft dit nog bevestigd. Bel even voor u gaat.", "onbekend"
    age = (today - verified_on).days
    text = f"Gecontroleerd op {dutch.date_long(verified_on)}."
    if age <= FRESH_DAYS:
        return text, "vers"
    if age <= LISTED_DAYS:
        return f"{text} Dat is even geleden: bel voor de zekerheid.", "oud"
    return f"{text} We weten niet of dit nog bestaat, bel even.", "verlopen"


def status_words(activity: schema.Activity, today: date) -> str:
    """What must be on top of the page: stopped, paused, full; empty when all is as usual."""
    stops, room = activity.stopped_on, activity.availability
    if over := words_when_over(activity, today):
        return over
    pause = activity.pause
    if pause and is_on(pause, today):
        return pause_words(pause, today)
    if room and room.kind != "vrij":
        return f"{availability_words(room)}"
    return f"Deze activiteit stopt op {dutch.date_long(stops)}." if stops else ""


def notice_words(activity: schema.Activity, today: date) -> str:
    """What the organiser wants to say, and a pause that is still to come: it goes on until then."""
    pause = activity.pause
    coming = pause and pause.from_date and pause.from_date > today
    parts = (activity.notice, pause_words(pause, today) if pause and coming else "")
    return " ".join(part for part in parts if part)


def is_on(pause: schema.Pause, today: date) -> bool:
    begun = pause.from_date is None or pause.from_date <= today
    return begun and (pause.until is None or pause.until >= today)


def words_when_over(activity: schema.Activity, today: date) -> str:
    stops, until = activity.stopped_on, activity.valid_until
    if stops and stops <= today:
        return f"Deze activiteit is gestopt op {dutch.date_long(stops)}."
    return f"Dit was tot en met {dutch.date_long(until)}." if until and until < today else ""


def pause_words(pause: schema.Pause, today: date) -> str:
    """From when, where that is still to come; until when, and why."""
    reason = f": {pause.reason}" if pause.reason else ""
    until = f" tot en met {dutch.date_long(pause.until)}" if pause.until else ""
    start = ""
    if pause.from_date and pause.from_date > today:
        start = f" {'van' if until else 'vanaf'} {dutch.date_long(pause.from_date)}"
    return f"Tijdelijk geen doorgang{start}{until}{reason}."


AVAILABILITY = {
    "vrij": "Er is plek",
    "vol": "Deze groep is vol",
    "wachtlijst": "Er is een wachtlijst",
}


def availability_words(room: schema.Availability) -> str:
    note = f", {room.note}" if room.note else ""
    return f"{AVAILABILITY[room.kind]}{note} (stand van {dutch.date_long(room.as_of)})."


def is_listed(activity: schema.Activity, today: date) -> bool:
    """In lists and search: not stopped, not expired, and confirmed within a year if ever."""
    if activity.stopped_on and activity.stopped_on < today:
        return False
    if activity.valid_until and activity.valid_until < today:
        return False
    return activity.verified_on is None or (today - activity.verified_on).days <= LISTED_DAYS


# --- the whole -------------------------------------------------------------------------------


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


def room_lines(room: schema.Availability | None) -> tuple[Line, ...]:
    """Whether there is room, and as of which day."""
    return (Line("Plek", availability_words(room)),) if room else ()


def everyone_first(meant_for: Iterable[schema.Term]) -> list[schema.Term]:
    """“voor iedereen, vooral ouderen”: whoever is named beside everyone is named after."""
    return sorted(meant_for, key=lambda term: term.meaning != schema.EVERYONE)


def partner_links(slugs: Iterable[str], context: Context) -> tuple[Link, ...]:
    partners = context.project.organisations
    return tuple(Link(partners[s].model.name, f"organisaties/{s}/") for s in slugs if s in partners)


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
