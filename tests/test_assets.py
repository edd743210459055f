"""What is sent is what was written: only comments and white space are gone."""

from pathlib import Path

import pytest
from pygments.lexer import Lexer
from pygments.lexers.css import CssLexer
from pygments.lexers.javascript import JavascriptLexer
from pygments.token import Comment, _TokenType

from gids.assets import sent

FOLDER = Path(__file__).resolve().parent.parent / "templates" / "assets"
SCRIPTS = sorted(FOLDER.glob("*.js"))
SHEETS = sorted(FOLDER.glob("*.css"))


def words(lexer: Lexer, text: str) -> list[str]:
    """All that is no comment or white space: names, signs, and pieces of strings as they are."""
    found = lexer.get_tokens(text)
    return [word for kind, word in found if not is_comment(kind) and word.strip()]


def is_comment(kind: _TokenType) -> bool:
    """Pygments calls ``!important`` a comment too, of another kind."""
    return kind in Comment and kind not in Comment.Preproc


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_a_script_says_the_same_without_its_comments(file: Path) -> None:
    """A template in a template would lose its spaces: write the inner one before it."""
    lexer = JavascriptLexer()
    assert words(lexer, sent(file).decode()) == words(lexer, file.read_text("utf-8"))


@pytest.mark.parametrize("file", SHEETS, ids=lambda file: file.name)
def test_a_style_sheet_says_the_same_without_its_comments(file: Path) -> None:
    """Spaces fall away inside a rule, and with them the last semicolon."""
    lexer = CssLexer()
    slim, whole = ("".join(words(lexer, text)) for text in (sent(file).decode(), file.read_text()))
    assert slim.replace(" ", "") == "".join(whole.split()).replace(";}", "}")


@pytest.mark.parametrize("file", [*SCRIPTS, *SHEETS], ids=lambda file: file.name)
def test_what_is_sent_has_no_comments(file: Path) -> None:
    lexer = JavascriptLexer() if file.suffix == ".js" else CssLexer()
    found = lexer.get_tokens(sent(file).decode())
    assert [word for kind, word in found if is_comment(kind)] == []
