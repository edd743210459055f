"""What all feeds of one build share."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct

from gids.directory import ActivityView, Directory, PlaceView, Site
from gids.dutch import slugify
from gids.feeds.series import Timetable
from gids.history import NO_HISTORY, History
from gids.occurrences import Calendar
from gids.project import Project


class Tables(Mapping[str, Timetable]):
    """The timetable of every activity by slug, worked out when it is asked for."""

    def __init__(self, views: Iterable[ActivityView], calendar: Calendar, today: date) -> None:
        self.sources = {view.slug: view.source for view in views}
        self.calendar = calendar
        self.today = today
        self.made: dict[str, Timetable] = {}

    def __getitem__(self, slug: str) -> Timetable:
        if slug not in self.made:
            self.made[slug] = Timetable.of(self.sources[slug], self.calendar, self.today)
        return self.made[slug]

    def __iter__(self) -> Iterator[str]:
        return iter(self.sources)

    def __len__(self) -> int:
        return len(self.sources)


def domain_of(site: Site) -> str:
    """Ends the names of events. It stays the same when the site moves to another address."""
    return f"{slugify(site.municipality)}.duizend-bloemen"


class Setting(Struct, frozen=True):
    """All by slug; of an activity that is not in ``history`` git knows nothing."""

    site: Site
    domain: str
    today: date
    tables: Mapping[str, Timetable]
    places: Mapping[str, PlaceView]
    history: Mapping[str, History]

    @classmethod
    def of(
        cls, directory: Directory, project: Project, history: Mapping[str, History] = NO_HISTORY
    ) -> "Setting":
        """``history`` is by path, as ``read_history`` gives it."""
        known = {
            entry.slug: history[entry.path] for entry in project.activities if entry.path in history
        }
        today = date.fromisoformat(directory.site.built_iso)
        calendar, views = Calendar.of(project.holidays), directory.activities
        return cls(
            directory.site,
            domain_of(directory.site),
            today,
            Tables(views, calendar, today),
            {place.slug: place for place in directory.places},
            known,
        )

    def address(self, url: str) -> str:
        """Absolute, or empty where nobody said at which address the site stands."""
        base = self.site.base_url
        return f"{base.rstrip('/')}/{url}" if base else ""
