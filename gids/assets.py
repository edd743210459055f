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


def assets(folders: Sequence[Path], site: Site) -> Iterator[Output]:
    """Every asset; a project's own file wins."""
    found = {
        path.relative_to(folder / "assets").as_posix(): path
        for folder in reversed(folders)
        for path in (folder / "assets").rglob("*")
        if path.is_file()
    }
    for name in sorted(found):
        own = own_colours(site) if name == "tokens.css" else b""
        yield Output(f"assets/{name}", sent(found[name]) + own)


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
