"""Labels with what is known of them: an answer, a filled field, whether one can get in."""

from typing import TypeVar

import schema
from gids.directory import Line
from gids.values import NO_ANSWER, Answer

M = TypeVar("M", bound=schema.Model)
UNKNOWN_ANSWER = "onbekend, bel even"


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
