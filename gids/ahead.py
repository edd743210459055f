"""What can be said of each activity by itself, said by several processes before it is asked for.

The rules and the words of one activity do not depend on another, and in a large offer they are most
of the work before the first page. What each process found of its share is added to what is
remembered, so that ``examine`` and ``derive`` need not know of this.
"""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from msgspec.structs import astuple, replace

from gids.directory import ActivityView
from gids.examining import Told, by_itself
from gids.memory import Memory
from gids.project import Project, key_of, surroundings
from gids.share import Share, processes_for, run_shares
from gids.views import Context, activity_view
from schema import Activity

Views = Mapping[str, ActivityView]
Words = tuple[object, ...]
"""The values of a view without the last, its source: whoever asked has that already."""


def work_ahead(
    root: Path, project: Project, today: date, unread: frozenset[str], memory: Memory
) -> tuple[Told, Views]:
    """What the rules say of each activity and how its page words it, remembered or new.

    Only what is remembered where one process would do all, or where a file has an error.
    """
    around = surroundings(project, today)
    keyed = {key_of(entry, around): entry for entry in project.activities}
    new = {key: entry for key, entry in keyed.items() if key not in memory.views}
    count = 1 if unread else processes_for(len(new))
    if count == 1:
        return memory.told, memory.views
    context = Context.of(project, today)

    def work(share: Share) -> tuple[Told, Mapping[str, Words]]:
        mine = dict(share.part(new.items()))
        part = replace(project, activities=tuple(mine.values()))
        told, others = by_itself(root, part, today, unread)
        if any(problem.is_error for found in (*told.values(), others) for problem in found):
            return {}, {}
        return told, {key: words_of(activity_view(entry, context)) for key, entry in mine.items()}

    told, views = dict(memory.told), dict(memory.views)
    for one_told, words in run_shares(work, count):
        told |= one_told
        views |= {key: view_of(found, keyed[key].model) for key, found in words.items()}
    return told, views


def words_of(view: ActivityView) -> Words:
    return astuple(view)[:-1]


def view_of(words: Words, source: Activity) -> ActivityView:
    return ActivityView(*words, source)  # type: ignore[arg-type,call-arg]  # as words_of took them
