"""What a partner can still add, in kind words, and which gaps this partner could fill.

A wish never blames: it says what to add and whom it helps. One rule per wish, in one tuple.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct

from gids.coalition.gaps import Gap
from gids.coalition.offer import NOTHING_TO_ENTER, UNKNOWN, Offer
from gids.directory import ActivityView, Link
from schema import UNDATED_KINDS

MOST_GAPS, MOST_PARTNERS = 6, 3
FILLABLE = ("groep", "tijd", "vrij", "wijk", "wijk en tijd")


class Wish(Struct, frozen=True):
    """Something to add. ``key`` is the YAML key; ``missing`` says where it is not there yet.

    It is asked only of activities that it ``fits``: what is by phone has no steps.
    """

    key: str
    ask: str
    missing: Callable[[Offer], object]
    fits: Callable[[Offer], object] = lambda _: True


def no_welcome(offer: Offer) -> bool:
    return not offer.view.first_visit.welcomed_by


def no_first_time(offer: Offer) -> bool:
    return not offer.view.first_visit.what_happens


def old(offer: Offer) -> bool:
    return offer.view.freshness != "vers"


def no_steps(offer: Offer) -> bool:
    return offer.access == UNKNOWN


def no_price(offer: Offer) -> bool:
    return offer.cost == UNKNOWN


def no_registration(offer: Offer) -> bool:
    registration = offer.view.source.registration
    return registration is None or registration.needed.value == UNKNOWN


def no_referral(offer: Offer) -> bool:
    referral = offer.view.source.referral
    return referral is None or referral.kind == UNKNOWN


def is_referred_to(offer: Offer) -> bool:
    referral = offer.view.source.referral
    return referral is not None and referral.kind in ("met verwijzing", "allebei")


def no_answer_back(offer: Offer) -> bool:
    referral = offer.view.source.referral
    return referral is None or not referral.answers_back


def has_a_way_in(offer: Offer) -> bool:
    return offer.access != NOTHING_TO_ENTER


def has_dates(offer: Offer) -> bool:
    """By appointment or always open has none, and what pauses has none now."""
    kinds = {moment.kind for moment in offer.view.source.when.moments}
    return not kinds & set(UNDATED_KINDS) and not offer.view.source.pause


def no_coming_date(offer: Offer) -> bool:
    return offer.view.next is None


def no_picture_of_company(offer: Offer) -> bool:
    return not (offer.view.loneliness or offer.view.elements)


WISHES: tuple[Wish, ...] = (
    Wish("gecontroleerd_op", "Bevestig dat het nog klopt. Dan hoeft niemand te twijfelen.", old),
    Wish("eerste_keer", "Voeg toe wie mensen ontvangt: dat helpt over de drempel.", no_welcome),
    Wish("eerste_keer", "Vertel hoe de eerste keer gaat. Dat neemt zenuwen weg.", no_first_time),
    Wish(
        "toegankelijkheid",
        "Zeg of er drempels zijn. Ook ‘nee’ is een goed antwoord.",
        no_steps,
        has_a_way_in,
    ),
    Wish(
        "kosten",
        "Zeg wat het kost. Wie weinig geld heeft, durft het vaak niet te vragen.",
        no_price,
    ),
    Wish(
        "aanmelden",
        "Zeg of aanmelden nodig is. Dan kan men gewoon gaan, of op tijd bellen.",
        no_registration,
    ),
    Wish(
        "wanneer",
        "Kijk of de dagen nog kloppen: wij vinden geen volgende keer.",
        no_coming_date,
        has_dates,
    ),
    Wish("verwijzen", "Schrijf voor verwijzers op hoe iemand bij u binnenkomt.", no_referral),
    Wish(
        "verwijzen",
        "Zeg wie de verwijzer laat weten hoe het gaat.",
        no_answer_back,
        is_referred_to,
    ),
    Wish(
        "werkzame_elementen",
        "Kies wat er in deze activiteit werkt. Dan weet een verwijzer bij wie het past.",
        no_picture_of_company,
    ),
)


class Asked(Struct, frozen=True):
    """A wish, the activities that miss it, and of how many it is asked."""

    key: str
    ask: str
    activities: tuple[Link, ...]
    of: int

    @property
    def done(self) -> int:
        return self.of - len(self.activities)


def asked(offers: Sequence[Offer]) -> tuple[Asked, ...]:
    """Every wish that something is missing for, most activities first, then in our order."""
    found = (ask(wish, [one for one in offers if wish.fits(one)]) for wish in WISHES)
    return tuple(sorted((one for one in found if one.activities), key=lambda a: -len(a.activities)))


def ask(wish: Wish, offers: Sequence[Offer]) -> Asked:
    missing = (Link(o.view.title, o.view.url) for o in offers if wish.missing(o))
    return Asked(wish.key, wish.ask, tuple(missing), len(offers))


# --- how fresh -------------------------------------------------------------------------------

FRESHNESS = (
    ("vers", "in de laatste 90 dagen bevestigd"),
    ("oud", "langer dan 90 dagen geleden bevestigd"),
    ("verlopen", "langer dan een jaar geleden bevestigd, niet meer in de lijsten"),
    ("onbekend", "nog nooit bevestigd"),
)


class Fresh(Struct, frozen=True):
    """How many activities are how fresh; ``key`` is that of ``FRESHNESS``."""

    key: str
    words: str
    activities: tuple[ActivityView, ...]


def freshness(views: Sequence[ActivityView]) -> tuple[Fresh, ...]:
    """Of all that did not stop, also what has left the lists."""
    going = [view for view in views if view.listed or view.freshness == "verlopen"]
    return tuple(
        Fresh(key, words, tuple(view for view in going if view.freshness == key))
        for key, words in FRESHNESS
    )


# --- which gaps are near ---------------------------------------------------------------------


def near_gaps(gaps: Sequence[Gap], offers: Sequence[Offer]) -> tuple[Gap, ...]:
    """Gaps for a group that this partner knows, first in its own neighbourhoods, then anywhere.

    What everybody misses is for every group.
    """
    groups = {"", *(slug for offer in offers for slug in offer.audiences)}
    areas = {offer.neighbourhood for offer in offers}
    known = [gap for gap in gaps if gap.group in groups and gap.kind in FILLABLE]
    here = [gap for gap in known if gap.area in areas]
    anywhere = sorted((gap for gap in known if not gap.area), key=lambda gap: not gap.group)
    return tuple((here + anywhere)[:MOST_GAPS])


def near_partners(gap: Gap, offers: Sequence[Offer]) -> tuple[Link, ...]:
    """The few who know the group best, first those who are in the neighbourhood already.

    Of what everybody misses, nobody is nearer than another.
    """
    if gap.kind not in FILLABLE or not gap.group:
        return ()
    here = {one.view.organisation for one in offers if one.neighbourhood == gap.area}
    known = Counter(one.view.organisation for one in offers if gap.group in one.audiences)
    best = sorted(known, key=lambda who: (who not in here, -known[who], who.name))
    return tuple(best[:MOST_PARTNERS])
