"""What holds for the house as a whole: imports run one way, and no file tells where it was made."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

# From the ground up: a room may use the floors below it, never its own floor or one above.
FLOORS = (
    ("values",),
    ("model",),
    ("schema",),
    ("fields", "problems", "project", "yaml_text"),
    ("messages",),
    ("reading",),
    ("cellar", "dutch", "history", "links", "output", "progress", "share", "shelf"),
    ("compiling", "drawings", "markup", "occurrences", "readability"),
    ("checks", "sentences", "writing"),
    ("directory", "duplicates", "examining", "mending", "roundtrip"),
    ("needs", "views"),
    ("assets", "derive", "flowers", "freshness", "importing", "proposal", "wayfinding"),
    (
        "coalition",
        "environment",
        "feeds",
        "hosting",
        "pictures",
        "reference",
        "schemas",
        "searching",
    ),
    ("audit", "press", "publish", "search"),
    ("pages",),
    ("coalition_pages", "forms", "journeys", "posters"),
    ("standing",),
    ("commands", "memory"),
    ("ahead",),
    ("build",),
)
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}


def room_of(file: Path, project: Path) -> str:
    """`gids/feeds/ics.py` is in the room feeds, `schema.py` is a room by itself."""
    parts = file.relative_to(project).with_suffix("").parts
    return parts[1] if parts[0] == "gids" else parts[0]


def rooms_imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Import(names=names):
                full = [name.name for name in names]
            case ast.ImportFrom(level=0, module=str(module), names=names):
                full = [f"{module}.{name.name}" for name in names]
            case ast.ImportFrom():
                pytest.fail("write imports in full, from `gids` on: that shows the room")
            case _:
                continue
        for name in full:
            parts = name.split(".")
            if parts[0] == "gids" and len(parts) > 1:
                yield parts[1]
            elif parts[0] in {"schema", "build"}:
                yield parts[0]


def sources(project: Path) -> list[Path]:
    inside = [p for p in (project / "gids").rglob("*.py") if p != project / "gids/__init__.py"]
    return sorted([project / "schema.py", project / "build.py", *inside])


def tracked(project: Path) -> list[Path]:
    """The files of this project as git knows them."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    done = subprocess.run(command, cwd=project, capture_output=True, text=True, check=True)
    return [
        project / name for name in sorted(done.stdout.split("\0")) if (project / name).is_file()
    ]


def texts(project: Path) -> Iterator[tuple[str, str]]:
    for file in tracked(project):
        try:
            yield file.relative_to(project).as_posix(), file.read_text("utf-8")
        except UnicodeDecodeError:
            continue  # a picture, or one of tests/awful on purpose


def test_every_room_has_a_floor(project: Path) -> None:
    rooms = {room_of(file, project) for file in sources(project)}
    new, gone = rooms - FLOOR_OF.keys(), FLOOR_OF.keys() - rooms
    assert not new, f"the house lacks a room for {sorted(new)}: give it a floor in FLOORS"
    assert not gone, f"FLOORS has rooms that are no longer there: {sorted(gone)}"


def test_every_room_stands_in_the_picture_of_the_house(project: Path) -> None:
    picture = (project / "docs" / "architecture.md").read_text("utf-8")
    missing = [r for r in FLOOR_OF if f"`{r}.py`" not in picture and f"`{r}/`" not in picture]
    assert [room for room in missing if room not in {"schema", "build"}] == []


def test_imports_run_one_way(project: Path) -> None:
    wrong = [
        f"{file.relative_to(project)}: {room} may not use {used}"
        for file in sources(project)
        for room in [room_of(file, project)]
        for used in rooms_imported(file.read_text("utf-8"))
        if used != room and FLOOR_OF.get(used, -1) >= FLOOR_OF.get(room, -1)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["utils.py", "helpers.py", "common.py"])
def test_there_is_no_room_for_odds_and_ends(project: Path, name: str) -> None:
    assert [p for p in sources(project) if p.name == name] == []


def test_nothing_of_others_is_kept_here(project: Path) -> None:
    """Programs and packages are installed, never stored: an archive cannot be read in review."""
    archives = (".whl", ".zip", ".gz", ".jar", ".so", ".exe", ".pickle", ".pyc")
    assert [str(p) for p in tracked(project) if p.suffix in archives] == []
    large = [str(p) for p in tracked(project) if p.stat().st_size > 1_000_000]
    assert large == []


def test_lock_files_hold_hashes_and_name_no_place(project: Path) -> None:
    for lock in sorted((project / "requirements").glob("*.txt")):
        text = lock.read_text("utf-8")
        assert not re.search(r"https?:|file:|--(extra-)?index|--find-links", text), lock
        assert text.count("==") <= text.count("--hash=sha256:"), lock
    for lock in sorted((project / "requirements").rglob("package-lock.json")):
        assert "resolved" not in lock.read_text("utf-8"), lock


def test_no_file_names_a_folder_of_the_machine_it_was_made_on(project: Path) -> None:
    machine = re.compile(r"(?<![\w.:/~-])/(?:work|farm|root|home|tmp|opt|Users)/\w")
    found = [name for name, text in texts(project) if machine.search(text)]
    assert found == []


def test_the_site_can_never_be_imported(project: Path) -> None:
    """`site` is a module of Python itself: a package of that name in this folder would hide it."""
    assert not (project / "site.py").exists()
    assert not (project / "site" / "__init__.py").exists()
    assert not (project / "templates" / "assets" / "__init__.py").exists()


def test_both_web_servers_say_the_same(project: Path) -> None:
    caddy = (project / "deploy" / "Caddyfile").read_text("utf-8")
    nginx = (project / "deploy" / "nginx.conf").read_text("utf-8")
    values = re.findall(r'"((?:default-src|camera=|max-age=)[^"]*)"', caddy)
    assert len(values) >= 5
    assert [value for value in values if value not in nginx] == []
    for name in ("Cross-Origin-Opener-Policy", "Referrer-Policy", "X-Content-Type-Options"):
        [caddy_value] = re.findall(rf"{name} (\S+)", caddy)
        assert f"{name} {caddy_value}" in nginx


def directives(policy: str) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in policy.split(";"))


def test_a_page_may_load_only_what_is_its_own(policy: str) -> None:
    parts = directives(policy)
    assert parts["default-src"] == "'none'"
    assert parts["script-src"] == "'self' 'wasm-unsafe-eval'"
    for name, value in parts.items():
        words = set(value.split()) - {"'self'", "'none'", "'wasm-unsafe-eval'"}
        assert not words, f"{name} allows {sorted(words)}"


def test_pages_and_servers_have_one_policy(project: Path, policy: str) -> None:
    """Only a page knows where its form goes; only a header can keep others from framing it."""
    base = (project / "templates" / "base.html").read_text("utf-8")
    [in_page] = re.findall(r'Content-Security-Policy" content="([^"]+)"', base)
    page = directives(re.sub(r"{%.*?%}", "", in_page))
    server = directives(policy)
    assert page.pop("form-action") == "'self'"
    assert server.pop("frame-ancestors") == "'none'"
    assert page == server


def test_every_action_is_pinned_to_a_commit(project: Path) -> None:
    for workflow in sorted((project / ".github" / "workflows").glob("*.yml")):
        for used in re.findall(r"uses: (\S+)", workflow.read_text("utf-8")):
            assert re.fullmatch(r"[\w/-]+@[0-9a-f]{40}", used), f"{workflow.name}: {used}"
