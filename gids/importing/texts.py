"""Mail and loose files: what the form sends, and what people write, forward and paste."""

import email
import re
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import default
from html.parser import HTMLParser

from gids.importing.columns import known_columns
from gids.importing.draft import Draft, NotReadableError
from gids.importing.sheets import decoded, row_tree
from gids.messages import all_keys
from gids.writing import Tree
from gids.yaml_text.diagnosis import look_closely
from schema import Activity

FILE_LINE = re.compile(r"^[ \t]*Bestand:[ \t]*(\S+\.ya?ml)[ \t]*$", re.MULTILINE | re.IGNORECASE)
SCHEMA_LINE = re.compile(r"^[ \t]*# yaml-language-server:.*$", re.MULTILINE)
QUOTE = re.compile(r"^(?:[ \t]*>[ \t]?)+", re.MULTILINE)
FIRST_KEY = re.compile(r"^(?:# yaml-language-server|[a-z_]+[ \t]*:)", re.MULTILINE)
TITLE = re.compile(r"^titel[ \t]*:", re.MULTILINE)
LABELLED = re.compile(r"^[ \t*]*([A-Za-zÀ-ɏ' -]{2,30}?)[ \t*]*:[ \t*]+(\S.*?)[ \t]*$", re.MULTILINE)
HEADED = re.compile(r"^#{2,4} +(.+?)[ \t]*\n+((?:(?!#{2,4} ).*\n?)*)", re.MULTILINE)
NO_ANSWER = ("_No response_", "Een andere", "")
CLOSING = re.compile(
    r"^(?:Bereikbaar:|-- ?$|Met (?:vriendelijke|hartelijke) groet|Groet|Mvg|Verzonden vanaf"
    r"|[_-]{5,})",
    re.MULTILINE | re.IGNORECASE,
)


def read_mail(name: str, data: bytes) -> Iterator[Draft]:
    """The activities in a mail: in its text, forwarded or quoted, or attached as YAML."""
    message = email.message_from_bytes(data, EmailMessage, policy=default)
    found = [draft for part in message.walk() for draft in part_drafts(name, part)]
    if not found:
        raise NotReadableError("we vinden er geen tekst van een activiteit in")
    once = {str(draft.tree): draft for draft in found}  # a mail has its text twice: plain and HTML
    yield from once.values()


def part_drafts(name: str, part: EmailMessage) -> Iterator[Draft]:
    """One part of a mail."""
    kind, file = part.get_content_type(), part.get_filename() or ""
    if part.is_multipart() or part.get_content_maintype() not in ("text", "application"):
        return
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return
    if file.endswith((".yaml", ".yml")):
        yield from read_yaml(f"{name}, bijlage {file}", data)
    elif kind == "text/html":
        yield from text_drafts(name, without_tags(decoded(data)))
    elif kind == "text/plain":
        yield from text_drafts(name, decoded(data))


def read_yaml(name: str, data: bytes) -> Iterator[Draft]:
    """A YAML file, or a text with one or more activities in it."""
    found = list(text_drafts(name, decoded(data)))
    if not found:
        raise NotReadableError("we vinden er geen titel, samenvatting of andere velden in")
    yield from found


class Stripper(HTMLParser):
    """The text of an HTML mail, with its lines."""

    BREAKS = ("br", "p", "div", "tr", "li", "pre")

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in self.BREAKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


def without_tags(html: str) -> str:
    stripper = Stripper()
    stripper.feed(html)
    return "".join(stripper.parts)


def text_drafts(name: str, text: str) -> Iterator[Draft]:
    """Every activity in a text: as the form wrote it, or as lines with a label and a colon."""
    plain = QUOTE.sub("", text.replace("\r\n", "\n").replace("\u00a0", " "))
    for path, chunk in chunks(plain):
        if TITLE.search(chunk):
            yield yaml_draft(name, path, chunk)
        elif tree := labelled(chunk):
            organisation = str(tree.pop("organisatie", ""))
            yield Draft(name, tree, organisation, path)


def chunks(text: str) -> Iterator[tuple[str, str]]:
    """The pieces of a text that may each be an activity, with the path that stands before it."""
    for pattern in (FILE_LINE, SCHEMA_LINE, TITLE):
        found = list(pattern.finditer(text))
        if len(found) > 1 or (found and pattern is FILE_LINE):
            ends = [match.start() for match in found[1:]] + [len(text)]
            for match, end in zip(found, ends, strict=True):
                named = pattern is FILE_LINE
                yield (
                    (match[1] if named else ""),
                    text[match.end() if named else match.start() : end],
                )
            return
    yield "", text


def yaml_draft(name: str, path: str, chunk: str) -> Draft:
    """From the first key to the closing words; slips in the YAML are mended and told."""
    first = FIRST_KEY.search(chunk)
    body = chunk[first.start() if first else 0 :]
    closing = CLOSING.search(body)
    body = (body[: closing.start()] if closing else body).rstrip() + "\n"
    look = look_closely(body, all_keys(Activity))
    told = tuple(f"{slip.message} {slip.hint}" for slip in look.slips)
    tree = look.tree if isinstance(look.tree, dict) else {}
    return Draft(name, dict(tree), "", path, complete=True, notes=told)


def labelled(text: str) -> dict[str, Tree]:
    """Lines such as “Waar: De Luifel”, or headings with their answer below (an issue form).

    Read as one row of a spreadsheet; a title and something else at least.
    """
    pairs = HEADED.findall(text) or LABELLED.findall(text)
    said = [(label, value.strip()) for label, value in pairs if value.strip() not in NO_ANSWER]
    tree = row_tree([value for _, value in said], known_columns([label for label, _ in said]))
    return tree if "titel" in tree and len(tree) > 1 else {}
