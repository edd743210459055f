"""One activity, place or organisation in words: from what was read to what a template shows.

``Context`` holds what the words depend on besides the file itself. Everything here is pure; what
links activities to each other (facets, agenda, related) is in ``derive``. A module per question:
when (``dates``), where (``places``), can I get in (``answers``), who and how (``people``), is it
still true (``truth``); ``whole`` puts them together.
"""

from gids.views.answers import UNKNOWN_ANSWER
from gids.views.context import Context, Terms, phone
from gids.views.dates import coming, lost_words
from gids.views.truth import LISTED_DAYS
from gids.views.whole import HORIZON_WEEKS, activity_view, organisation_view, place_view

__all__ = [
    "HORIZON_WEEKS",
    "LISTED_DAYS",
    "UNKNOWN_ANSWER",
    "Context",
    "Terms",
    "activity_view",
    "coming",
    "lost_words",
    "organisation_view",
    "phone",
    "place_view",
]
