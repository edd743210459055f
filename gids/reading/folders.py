"""Which files there are, and what lies in a folder that does not belong there."""

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from gids.problems import Problem
from gids.reading.texts import LEADS_OUT, leads_out, whole_file
from gids.values import short_name

ENDINGS = (".yaml", ".yml")
PICTURE_ENDINGS = (".jpg", ".jpeg", ".png", ".webp", ".avif")
IGNORED = frozenset(("thumbs.db", "desktop.ini", "readme.md", "leesmij.md", "leesmij.txt"))
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_SLUG = 60
ORGANISATION = "organisatie"


class Folder(Struct, frozen=True):
    """What lies in one folder: the paths of its YAML files, and what is wrong with the rest."""

    path: str
    files: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


def stem(path: str) -> str:
    """``koffie`` for ``partners/x/koffie.yaml``."""
    return path.rsplit("/", 1)[-1].rsplit(".", 1)[0]


def is_yaml(name: str) -> bool:
    return name.lower().endswith(ENDINGS)


def is_slug(name: str) -> bool:
    return SLUG.fullmatch(name) is not None and len(name) <= LONGEST_SLUG


def entries(root: Path, folder: str) -> list[os.DirEntry[str]]:
    """What lies in a folder, sorted, without what computers leave behind; nothing if closed."""
    try:
        with os.scandir(root / folder) as found:
            visible = [e for e in found if e.name[0] not in ".~" and e.name.lower() not in IGNORED]
    except OSError:
        return []
    return sorted(visible, key=lambda entry: entry.name)


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Also through a link; a link in a circle is none."""
    try:
        return entry.is_dir()
    except OSError:
        return False


def yaml_folder(root: Path, path: str) -> Folder:
    """The YAML files of one folder; everything else in it is a problem, apart from pictures."""
    files: dict[str, str] = {}
    problems: list[Problem] = []
    for entry in entries(root, path):
        found = f"{path}/{entry.name}"
        problem = misplaced(entry, found) or misnamed(found) or doubled(found, files)
        if problem:
            problems.append(problem)
        elif is_yaml(entry.name):
            files[stem(found)] = found
    return Folder(path, tuple(files.values()), tuple(problems))


def misplaced(entry: os.DirEntry[str], path: str) -> Problem | None:
    """A folder, or a file of a kind that nobody reads."""
    if is_folder(entry):
        if is_yaml(entry.name):
            return whole_file(
                path,
                "map",
                "Dit is een map, geen bestand.",
                "Geef de map een andere naam, of haal haar weg.",
            )
        return warning(
            path, "map", "Mappen binnen deze map lezen we niet.", "Zet de bestanden een map hoger."
        )
    if is_yaml(entry.name) or entry.name.lower().endswith(PICTURE_ENDINGS):
        return None
    wrong = re.search(r"\.ya?ml\.\w+$", entry.name, re.IGNORECASE)
    hint = (
        f"Noem het  {entry.name.rsplit('.', 1)[0]}"
        if wrong
        else "Een activiteit staat in een bestand dat eindigt op .yaml."
    )
    return warning(path, "bestand-soort", "Dit bestand lezen we niet.", hint)


def warning(path: str, code: str, message: str, hint: str) -> Problem:
    return whole_file(path, code, message, hint).as_warning()


def misnamed(path: str) -> Problem | None:
    """The name of a YAML file is a piece of a web address."""
    name = stem(path)
    if not is_yaml(path) or is_slug(name):
        return None
    message = f'De naam "{name}" kan geen stukje webadres zijn.'
    better = short_name(name)
    hint = (
        f"Noem het bestand  {better}.yaml"
        if better
        else "Gebruik kleine letters, cijfers en streepjes."
    )
    return whole_file(path, "bestandsnaam", message, hint)


def doubled(path: str, files: Mapping[str, str]) -> Problem | None:
    """``koffie.yaml`` beside ``koffie.yml``; ``files`` are those before it, by name."""
    other = files.get(stem(path)) if is_yaml(path) else None
    if other is None:
        return None
    message = f"Dit bestand heeft dezelfde naam als {PurePosixPath(other).name}."
    return whole_file(path, "dubbele-naam", message, "Haal één van de twee weg.", (other,))


def partner_folders(root: Path) -> tuple[Folder, ...]:
    """Every folder in partners/; files that lie loose in it come as a folder of their own."""
    found = entries(root, "partners")
    folders = tuple(partner_folder(root, entry) for entry in found if is_folder(entry))
    loose = tuple(
        whole_file(f"partners/{entry.name}", "los-bestand", *LOOSE)
        for entry in found
        if not is_folder(entry) and is_yaml(entry.name)
    )
    return (*folders, Folder("partners", (), loose))


LOOSE = (
    "Dit bestand staat los in de map partners.",
    "Zet het in de map van de organisatie, bijvoorbeeld  partners/voorbeeldbuurthuis/",
)


def partner_folder(root: Path, entry: os.DirEntry[str]) -> Folder:
    """The files of one organisation, and whether its own file is there."""
    path = f"partners/{entry.name}"
    if entry.is_symlink() and leads_out(root, path):
        return Folder(path, (), (whole_file(path, "verwijzing", *LEADS_OUT),))
    folder = yaml_folder(root, path)
    return replace(folder, problems=(*folder.problems, *folder_problems(folder, entry.name)))


def folder_problems(folder: Folder, name: str) -> Iterator[Problem]:
    """A partner's folder has a name fit for an address, and ``organisatie.yaml``."""
    if not is_slug(name):
        better = short_name(name)
        message = f'De naam van de map, "{name}", kan geen stukje webadres zijn.'
        hint = (
            f"Noem de map  {better}" if better else "Gebruik kleine letters, cijfers en streepjes."
        )
        yield whole_file(folder.path, "mapnaam", message, hint)
    if folder.files and all(stem(file) != ORGANISATION for file in folder.files):
        path = f"{folder.path}/{ORGANISATION}.yaml"
        yield whole_file(path, "geen-organisatie", *NO_ORGANISATION, folder.files)


NO_ORGANISATION = (
    "Dit bestand ontbreekt nog: daarin staat van wie de activiteiten in deze map zijn.",
    "Maak het, met ten minste:\nnaam: Voorbeeldbuurthuis\nsector: welzijn\nwat: Ontmoeting.",
)


def page_paths(root: Path) -> Iterator[str]:
    """The Markdown files below content/paginas/, sorted."""
    todo = ["content/paginas"]
    while todo:
        folder = todo.pop(0)
        for entry in entries(root, folder):
            path = f"{folder}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                todo.append(path)
            elif entry.name.endswith(".md"):
                yield path
