"""What a renderer yields: a file of the site, not yet written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Output:
    """``path`` is relative to the site, with forward slashes; ``content`` is written as it is."""

    path: str
    content: str | bytes
