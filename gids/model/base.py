"""What every model shares: its base, and how a field, a choice and an order are said."""

from typing import Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
)
from pydantic_core import PydanticCustomError

from gids.values import (
    normal,
    refuse,
)

SUMMARY_LIMIT = 160
TITLE_LIMIT = 80
PROSE_LIMIT = 5000


class Model(BaseModel):
    """The one base: unknown keys are refused, what was read does not change."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        populate_by_name=False,
        str_max_length=PROSE_LIMIT,
        defer_build=True,  # a validator for each of sixty parts of a file is never asked for
    )


def field(
    key: str,
    label: str,
    explanation: str,
    example: str,
    default: Any = ...,  # noqa: ANN401  # what pydantic's Field takes
    **more: Any,  # noqa: ANN401  # same
) -> Any:  # noqa: ANN401  # same
    """A field as a partner knows it: YAML key, Dutch label, explanation and an example to copy."""
    return Field(
        default, alias=key, title=label, description=explanation, examples=[example], **more
    )


def choice(*options: str) -> BeforeValidator:
    """One of a short list, in any case; the message lists them all."""

    def read(value: object) -> object:
        word = normal(value) if isinstance(value, str) else ""
        if word not in options:
            refuse(
                "keuze",
                value if isinstance(value, str) else "dit",
                "“{saw}” staat niet in de keuzelijst.",
                "Kies uit: " + ", ".join(options) + ".",
            )
        return word

    return BeforeValidator(read)


def kind_of(value: object) -> str | None:
    """The ``soort`` of a block, which says what else belongs in it."""
    if isinstance(value, dict):
        kind = value.get("soort")
        return normal(kind) if isinstance(kind, str) else None
    return getattr(value, "kind", None)


def ends_after_start(start: object, end: object, key: str, what: str) -> None:
    """A period ends on or after the day, month or number that it starts with."""
    if start is not None and end is not None and end < start:  # type: ignore[operator]  # same type
        raise PydanticCustomError(
            "volgorde",
            "Bij {what} ligt het einde vóór het begin.",
            {
                "what": what[0].lower() + what[1:],
                "hint": f"Kijk  {key}:  en het begin na: één van de twee klopt niet.",
                "at": key,
            },
        )
