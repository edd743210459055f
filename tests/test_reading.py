"""Whatever lies in a folder is read, or explained; it never ends in a traceback."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from gids.messages import all_keys
from gids.problems import Problem
from gids.reading import read_file, read_project
from gids.reading.files import address_of, model_of, split_page
from gids.yaml_text.diagnosis import look_closely
from gids.yaml_text.places import read_marked
from gids.yaml_text.tree import NotPlainError, read_tree
from schema import Activity
from tests.projects import FILES, KOFFIE, ORGANISATIE, koffie, problems, told, write

HERE = Path(__file__).resolve().parent
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 20
PICTURE = "afbeelding:\n  bestand: zaal.png\n  beschrijving: een tafel\n  licentie: CC BY 4.0\n"


def one(root: Path) -> Problem:
    (problem,) = problems(root)
    return problem


# --- YAML as text ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("10:30", "10:30"),
        ("nee", "nee"),
        ("no", "no"),
        ("+31235284269", "+31235284269"),
        ("0123", "0123"),
        ("2026-12-05", "2026-12-05"),
        ("1_000", "1_000"),
        ("0x1F", "0x1F"),
        ("1e3", "1e3"),
        ("yes", "yes"),
        ("'~'", "~"),
        ("=", "="),
    ],
)
def test_yaml_gives_no_value_a_type(written: str, text: str) -> None:
    assert read_tree(f"van: {written}\n") == {"van": text}


@pytest.mark.parametrize("written", ["", " ", "~", "null", "# later"])
def test_what_is_not_filled_in_is_left_out(written: str) -> None:
    assert look_closely(f"van: {written}\ntot: 11:30\n", frozenset()).tree == {"tot": "11:30"}


def yaml_files(root: Path) -> Iterator[Path]:
    yield from sorted(root.glob("partners/**/*.yaml"))
    yield from sorted(root.glob("content/**/*.yaml"))


def test_the_quick_and_the_thorough_reader_agree(project: Path) -> None:
    for file in yaml_files(project):
        text = file.read_text("utf-8")
        try:
            assert read_tree(text) == read_marked(text).tree, file
        except NotPlainError:
            continue


def test_every_value_is_where_the_thorough_reader_says(project: Path) -> None:
    for file in yaml_files(project):
        text = file.read_text("utf-8")
        lines = text.split("\n")
        for scalar in read_marked(text).scalars:
            span = scalar.span
            shown = lines[span.line - 1][span.column - 1 :][: span.length]
            if scalar.plain and span.line == scalar.end_line:
                assert shown == scalar.value, file


# --- what can lie in the place of a file -----------------------------------------------------


def test_a_bom_and_windows_line_ends_are_read_in_silence(tmp_path: Path) -> None:
    text = FILES[KOFFIE].replace("\n", "\r\n")
    write(tmp_path, {KOFFIE: b"\xef\xbb\xbf" + text.encode()})
    assert told(tmp_path) == []


def test_yml_is_read_as_well(tmp_path: Path) -> None:
    write(tmp_path, {KOFFIE: None, KOFFIE.replace(".yaml", ".yml"): FILES[KOFFIE]})
    project, report = read_project(tmp_path)
    assert project is not None
    assert [entry.slug for entry in project.activities] == ["koffie"]
    assert report.problems == ()


def folder(root: Path) -> None:
    (root / "partners/buurthuis-de-kring/thee.yaml").mkdir()


def link_out(root: Path) -> None:
    secret = root.parent / "geheim.yaml"
    secret.write_text(FILES[KOFFIE], "utf-8")
    (root / "partners/buurthuis-de-kring/thee.yaml").symlink_to(secret)


def link_in_a_circle(root: Path) -> None:
    file = root / "partners/buurthuis-de-kring/thee.yaml"
    file.symlink_to(file)


def link_to_nothing(root: Path) -> None:
    (root / "partners/buurthuis-de-kring/thee.yaml").symlink_to(root / "weg.yaml")


def folder_link_out(root: Path) -> None:
    (root.parent / "buiten").mkdir()
    (root / "partners/thee").symlink_to(root.parent / "buiten")


def pipe(root: Path) -> None:
    os.mkfifo(root / "partners/buurthuis-de-kring/thee.yaml")


def large(root: Path) -> None:
    (root / "partners/buurthuis-de-kring/thee.yaml").write_bytes(b"a: b\n" * 2_000_000)


def closed(root: Path) -> None:
    file = root / "partners/buurthuis-de-kring/thee.yaml"
    file.write_text(FILES[KOFFIE], "utf-8")
    file.chmod(0)
    if os.access(file, os.R_OK):
        pytest.skip("this user may read everything")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (folder, "Dit is een map, geen bestand."),
        (link_out, "verwijzing naar een bestand buiten deze map"),
        (link_in_a_circle, "verwijzing naar een bestand buiten deze map"),
        (link_to_nothing, "Dit bestand is er niet."),
        (folder_link_out, "verwijzing naar een bestand buiten deze map"),
        (pipe, "Dit is geen gewoon bestand."),
        (large, "Dit bestand is te groot: 9766 kB. Er past 64 kB in."),
        (closed, "Dit bestand mogen we niet openen."),
    ],
)
def test_what_is_no_file_is_explained(
    tmp_path: Path, make: Callable[[Path], None], words: str
) -> None:
    root = write(tmp_path / "project")
    make(root)
    problem = one(root)
    assert problem.path.startswith("partners/")
    assert words in problem.message
    assert problem.hint


def test_a_folder_in_the_place_of_the_settings_is_explained(tmp_path: Path) -> None:
    write(tmp_path, {"content/instellingen.yaml": None, "content/instellingen.yaml/x": ""})
    assert "geen gewoon bestand" in one(tmp_path).message


# --- folders ---------------------------------------------------------------------------------


def test_what_computers_leave_behind_is_no_problem(tmp_path: Path) -> None:
    kring = "partners/buurthuis-de-kring"
    names = (f"{kring}/.DS_Store", f"{kring}/Thumbs.db", f"{kring}/README.md", f"{kring}/~$a.yaml")
    write(tmp_path, dict.fromkeys((*names, "partners/LEESMIJ.md", f"{kring}/zaal.jpg"), ""))
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("path", "severity", "words"),
    [
        ("partners/thee.yaml", "error", "Zet het in de map van de organisatie"),
        ("partners/buurthuis-de-kring/Thee & Koek.yaml", "error", "thee-koek.yaml"),
        ("partners/buurthuis-de-kring/thee.yaml.txt", "warning", "Noem het  thee.yaml"),
        ("partners/buurthuis-de-kring/thee.docx", "warning", "eindigt op .yaml"),
        ("partners/buurthuis-de-kring/oud/thee.yaml", "warning", "een map hoger"),
        ("partners/buurthuis-de-kring/koffie.yml", "error", "Haal één van de twee weg."),
    ],
)
def test_what_lies_in_the_wrong_place_is_explained(
    tmp_path: Path, path: str, severity: str, words: str
) -> None:
    problem = one(write(tmp_path, {path: FILES[KOFFIE]}))
    assert problem.severity == severity
    assert words in problem.hint


TEA = FILES[KOFFIE].replace("Koffieochtend", "Theemiddag")


def test_a_partner_folder_has_an_organisation_and_a_name_fit_for_an_address(
    tmp_path: Path,
) -> None:
    write(tmp_path, {"partners/De Kring/thee.yaml": TEA})
    folder_name, missing = problems(tmp_path)
    assert folder_name.hint == "Noem de map  de-kring"
    assert missing.path == "partners/De Kring/organisatie.yaml"
    assert missing.also == ("partners/De Kring/thee.yaml",)


def test_an_empty_folder_is_no_problem(tmp_path: Path) -> None:
    write(tmp_path, {"partners/nieuw/.gitkeep": ""})
    assert told(tmp_path) == []


def test_without_settings_there_is_no_project(tmp_path: Path) -> None:
    project, report = read_project(write(tmp_path, {"content/instellingen.yaml": None}))
    assert project is None
    assert [p.path for p in report.errors] == ["content/instellingen.yaml"]


def test_an_empty_folder_is_no_traceback(tmp_path: Path) -> None:
    project, report = read_project(tmp_path)
    assert project is None
    assert len(report.errors) == 7


def test_a_file_with_an_error_is_not_in_the_project_and_the_rest_is(tmp_path: Path) -> None:
    project, report = read_project(write(tmp_path, koffie("van: 10:00", "van: half elf")))
    assert project is not None
    assert (len(project.activities), len(project.organisations)) == (0, 1)
    assert report.unread == {KOFFIE}


def test_a_project_says_which_content_it_was_made_from(tmp_path: Path) -> None:
    one_digest = digest(write(tmp_path / "a"))
    assert one_digest == digest(write(tmp_path / "b", koffie("Koffieochtend", "Thee")))
    other = FILES["content/talen.yaml"].replace("Engels", "Frans")
    assert one_digest != digest(write(tmp_path / "c", {"content/talen.yaml": other}))
    assert one_digest != digest(write(tmp_path / "d", {"content/paginas/over.md": PAGE}))


def digest(root: Path) -> str:
    project, _ = read_project(root)
    assert project is not None
    return project.digest


# --- pictures --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("zaal.png", PNG, None),
        ("zaal.jpg", PNG, 'De foto "zaal.png" staat niet in de map'),
        ("Zaal.png", PNG, 'De foto heet "Zaal.png"'),
        ("zaal.png", b"<svg onload=alert(1)>", "geen foto die een browser kan tonen"),
        ("zaal.png", PNG + b"\0" * 1024 * 1024, "te groot"),
    ],
)
def test_a_picture_exists_and_is_small(
    tmp_path: Path, name: str, content: bytes, words: str | None
) -> None:
    change = koffie(end=PICTURE)
    root = write(tmp_path, {**change, f"partners/buurthuis-de-kring/{name}": content})
    found = problems(root)
    assert [p.line for p in found] == ([15] if words else [])
    assert all(words in p.message for p in found if words)


# --- pages -----------------------------------------------------------------------------------

PAGE = "---\ntitel: Over deze gids\nsamenvatting: Wat deze gids is.\n---\n\n# Kop\n\nTekst.\n"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("content/paginas/over.md", "over/"),
        ("content/paginas/meedoen/index.md", "meedoen/"),
        ("content/paginas/meedoen/idee.md", "meedoen/idee/"),
    ],
)
def test_the_address_of_a_page_is_where_it_lies(tmp_path: Path, path: str, address: str) -> None:
    project, report = read_project(write(tmp_path, {path: PAGE}))
    assert project is not None
    assert report.problems == ()
    (page,) = project.pages
    assert (page.address, page.head.title) == (address, "Over deze gids")
    assert page.markdown == "# Kop\n\nTekst.\n"
    assert address_of(path) == address


def test_a_mistake_in_the_head_of_a_page_has_the_line_of_the_page(tmp_path: Path) -> None:
    write(tmp_path, {"content/paginas/over.md": PAGE.replace("titel:", "title:")})
    problem = one(tmp_path)
    assert (problem.line, problem.source_line) == (2, "title: Over deze gids")


def test_a_page_without_a_head_is_told_how_to_begin(tmp_path: Path) -> None:
    write(tmp_path, {"content/paginas/over.md": "# Over\n\n---\n"})
    assert one(tmp_path).hint.startswith("Begin het bestand met:\n---\ntitel:")


def test_a_line_of_dashes_in_the_text_of_a_page_stays_there() -> None:
    assert split_page(PAGE + "\n---\n\nVoet.\n").body.endswith("---\n\nVoet.\n")


# --- where a problem is ----------------------------------------------------------------------


def test_a_problem_has_the_line_the_column_and_the_name_of_its_field(tmp_path: Path) -> None:
    write(tmp_path, koffie("van: 10:00", "van: half elf"))
    problem = one(tmp_path)
    assert (problem.line, problem.column, problem.length) == (9, 12, 8)
    assert (problem.label, problem.source_line) == ("Aanvang", "      van: half elf")


def test_a_field_of_the_second_block_says_of_which(tmp_path: Path) -> None:
    second = "    - soort: elke dag\n      van: half elf\nwaar:"
    write(tmp_path, koffie("waar:", second))
    assert one(tmp_path).label == "Aanvang (wanneer › momenten 2 › van)"


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (KOFFIE, "Activity"),
        (ORGANISATIE, "Organisation"),
        ("content/plekken/de-luifel.yaml", "Place"),
        ("content/themas.yaml", "Vocabulary"),
        ("content/paginas/meedoen/index.md", "ContentPage"),
    ],
)
def test_the_kind_of_a_file_is_where_it_lies(path: str, name: str) -> None:
    assert model_of(path).__name__ == name


# --- any file at all -------------------------------------------------------------------------


def test_a_look_at_the_worst_file_takes_no_time() -> None:
    worst = ("titel: Koffie: elke dinsdag\n" * 2000)[:65_000]
    assert len(look_closely(worst, all_keys(Activity)).slips) <= 20


def test_one_file_can_be_read_by_itself(tmp_path: Path) -> None:
    entry, found = read_file(write(tmp_path), KOFFIE, Activity)
    assert entry is not None
    assert (entry.path, entry.folder, entry.slug) == (KOFFIE, "buurthuis-de-kring", "koffie")
    assert found == ()


def test_the_lines_of_the_monitor_are_read_and_nothing_in_their_place_is_a_traceback(
    tmp_path: Path,
) -> None:
    project, _ = read_project(write(tmp_path, {"content/monitor/2026.txt": "een\r\ntwee\n"}))
    assert project is not None
    assert project.coalition.measured == ("een", "twee")
    (tmp_path / "content/monitor/aanbod.txt").mkdir()
    assert "geen gewoon bestand" in one(tmp_path).message


# --- the words of the search -----------------------------------------------------------------


def test_a_concept_twice_and_a_neighbour_that_is_not_there_are_told(tmp_path: Path) -> None:
    thee, koffie_words = "content/zoekwoorden/a-thee.yaml", "content/zoekwoorden/b-koffie.yaml"
    files = {
        thee: "begrippen:\n  - naam: Thee\n    ook: [Kofie]\n",
        koffie_words: "begrippen:\n  - naam: Koffie\n  - naam: Thee\n",
    }
    assert [
        (p.path, p.line, p.column, p.message, p.hint) for p in problems(write(tmp_path, files))
    ] == [
        (thee, 3, 11, 'Het begrip "Kofie" is er niet.', 'Bedoelt u "Koffie"?'),
        (
            koffie_words,
            3,
            11,
            f'Het begrip "Thee" staat ook in {thee}.',
            "Zet alle woorden bij één van de twee, en haal de andere weg.",
        ),
    ]


def test_what_may_be_in_a_file_with_an_error_is_not_missed(tmp_path: Path) -> None:
    files = {
        "content/zoekwoorden/a.yaml": "begrippen:\n  - naam: Thee\n    ook: [Koffie]\n",
        "content/zoekwoorden/b.yaml": "begrippen:\n  - naam: Koffie\n    woordje: [koffie]\n",
    }
    assert [p.path for p in problems(write(tmp_path, files))] == ["content/zoekwoorden/b.yaml"]
