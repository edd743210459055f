"""What the coalition takes along: its agenda for one's own, and posters that hang for a while."""

from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import icalendar

from gids import coalition_pages
from gids.feeds import meetings
from gids.feeds.setting import Setting
from gids.posters import spread
from gids.press import Press
from tests.town import TODAY, offered, read, town

MEETINGS = """\
bijeenkomsten:
  - soort: overleg
    titel: Partneroverleg
    datum: 2026-12-08
    van: 15:00
    tot: 16:30
    waar: Plein1
    voor_wie: alle partners
    aanmelden: bel het gidsteam
  - soort: campagne
    titel: Week van de Ontmoeting
    datum: 2027-09-27
"""


def files(root: Path) -> dict[str, str | bytes]:
    """Every file of the coalition, by path."""
    directory, project = read(root)
    press = Press.of(directory, root, lambda _: "")
    calendar = meetings.outputs(project.coalition.agenda, Setting.of(directory, project))
    made = chain(coalition_pages.render(press, project, TODAY), calendar)
    return {file.path: file.content for file in made}


def test_a_meeting_can_be_put_in_ones_own_agenda(tmp_path: Path) -> None:
    made = files(town(tmp_path, {}, {"content/agenda-coalitie.yaml": MEETINGS}))
    calendar = icalendar.Calendar.from_ical(made["coalitie/netwerk/agenda.ics"])
    found: list[Any] = calendar.events
    meeting, week = found
    zone = ZoneInfo("Europe/Amsterdam")
    assert meeting["SUMMARY"] == "Overleg: Partneroverleg"
    assert meeting["DTSTART"].dt == datetime(2026, 12, 8, 15, tzinfo=zone)
    assert meeting["DTEND"].dt == datetime(2026, 12, 8, 16, 30, tzinfo=zone)
    assert meeting["LOCATION"] == "Plein1"
    assert meeting["DESCRIPTION"] == "Voor alle partners. Aanmelden: bel het gidsteam."
    assert week["DTSTART"].dt == date(2027, 9, 27)
    assert meeting["UID"] != week["UID"]


def test_without_meetings_there_is_no_agenda_and_no_link_to_it(tmp_path: Path) -> None:
    made = files(town(tmp_path, {}, {"content/agenda-coalitie.yaml": None}))
    assert "coalitie/netwerk/agenda.ics" not in made
    assert "agenda.ics" not in str(made["coalitie/netwerk/index.html"])


def test_a_poster_of_a_theme_names_something_of_every_day(tmp_path: Path) -> None:
    """Today is a Monday: what is soonest would be all Mondays."""
    days = ("maandag", "maandag", "woensdag", "maandag", "zondag")
    offer = {f"een/a{n}": offered("ouderen", "de-molen", day) for n, day in enumerate(days)}
    offer["een/b"] = offered("ouderen", "de-molen", "maandag").replace(
        "    - soort: elke week\n      dag: maandag\n      van: '14:00'", "    - soort: op afspraak"
    )
    directory, _ = read(town(tmp_path, offer))
    (theme,) = (one for one in directory.themes if one.activities)
    assert [view.slug for view in spread(theme.activities)] == ["a0", "a2", "a4", "a1", "a3", "b"]
