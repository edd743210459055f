"""The audit names each broken promise of a finished folder, and is silent on a whole one."""

from pathlib import Path

import pytest

from gids.audit import AuditError, Survey, audit, require_whole

PAGE = (
    '<!doctype html><html lang="nl"><head><title>{title}</title></head>'
    "<body><h1>{title}</h1>{rest}</body></html>"
)


def site(folder: Path, pages: dict[str, str]) -> Path:
    for path, rest in pages.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(title=path, rest=rest), "utf-8")
    return folder


def test_links_between_pages_and_to_places_in_them_resolve(tmp_path: Path) -> None:
    folder = site(
        tmp_path,
        {
            "index.html": '<a href="over/">a</a> <a href="over/#hier">b</a> <a href="./">c</a>',
            "over/index.html": '<p id="hier"></p><a href="../">a</a><a href="#hier">b</a>'
            '<a href="../#q=koffie">c</a>',
        },
    )
    assert audit(folder) == []


@pytest.mark.parametrize(
    ("rest", "finding"),
    [
        (
            '<a href="weg/">a</a>',
            "index.html: de link naar “weg/” wijst naar een bladzijde die er niet is.",
        ),
        ('<img src="../a.png">', "index.html: de link naar “../a.png” wijst buiten de site."),
        ('<a href="/over/">a</a>', "index.html: de link naar “../over/” wijst buiten de site."),
        (
            '<a href="#weg">a</a>',
            (
                "index.html: de link naar “index.html#weg” wijst naar een plek op de bladzijde "
                "die er niet is."
            ),
        ),
        ('<p id="a"></p><p id="a"></p>', "index.html: een id komt meer dan één keer voor."),
        ("<h1>nog een</h1>", "index.html: er zijn 2 hoofdkoppen, dat moet er één zijn."),
    ],
)
def test_a_broken_promise_is_named(tmp_path: Path, rest: str, finding: str) -> None:
    assert audit(site(tmp_path, {"index.html": rest})) == [finding]


def test_two_pages_with_one_title_are_told_apart(tmp_path: Path) -> None:
    folder = site(tmp_path, {"a.html": ""})
    (folder / "b.html").write_text(PAGE.format(title="a.html", rest=""), "utf-8")
    with pytest.raises(AuditError, match=r"de titel “a\.html” heeft a\.html ook"):
        require_whole(Survey.of(folder), folder)


def test_a_page_without_a_language_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><title>a</title><h1>a</h1>", "utf-8")
    assert audit(tmp_path) == ["a.html: de taal van de bladzijde ontbreekt."]
