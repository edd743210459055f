"""Style sheets, scripts and icons, as a visitor gets them: the sources without their comments.

What is kept here is written to be read, and comments would cost a phone a tenth of a first view.
Only comments and white space go: names stay, so a mistake in a browser can be found in the source.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from rcssmin import cssmin
from rjsmin import jsmin

from gids.directory import Site
from gids.output import Output

SLIM: Mapping[str, Callable[[str], str]] = {".css": cssmin, ".js": jsmin}
"""What takes comments and white space out, by the ending of a name."""

SHEET = "gids.css"
TOGETHER = ("tokens.css", "site.css", "journeys.css")
"""The style sheets of every page, in their order: sent as one, for each file more that a first view
waits for costs a slow phone a connection."""


def assets(folders: Sequence[Path], site: Site) -> Iterator[Output]:
    """Every asset; a project's own file wins."""
    found = {
        path.relative_to(folder / "assets").as_posix(): path
        for folder in reversed(folders)
        for path in (folder / "assets").rglob("*")
        if path.is_file()
    }
    for name in sorted(found.keys() - set(TOGETHER)):
        yield Output(f"assets/{name}", sent(found[name]))
    sheets = {name: sent(found[name]) for name in TOGETHER if name in found}
    sheets["tokens.css"] = sheets.get("tokens.css", b"") + own_colours(site)
    yield Output(f"assets/{SHEET}", b"".join(sheets.values()))


def sent(path: Path) -> bytes:
    """A file as it goes over the wire."""
    slim = SLIM.get(path.suffix)
    return slim(path.read_text("utf-8")).encode() if slim else path.read_bytes()


def own_colours(site: Site) -> bytes:
    """A municipality's own colours, after those of the style sheet; at dusk the sheet's stay."""
    if not site.colours:
        return b""
    lines = "".join(f"    --dzb-{name}: {value};\n" for name, value in site.colours)
    rule = f":root:not([data-theme='dark']) {{\n{lines}  }}"
    return f"\n@media (prefers-color-scheme: light) {{\n  {rule}\n}}\n".encode()
