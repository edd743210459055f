"""The words on the command line: which verb, with which options."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from gids.commands.parser import DutchParser
from gids.problems import PRINTERS

VERBS = (
    ("build", "maak de site (dit gebeurt ook zonder WERK)"),
    ("check", "zeg wat er niet klopt"),
    ("serve", "toon de site op deze computer"),
    ("new", "schrijf een nieuwe activiteit, met vragen"),
    ("import", "neem over wat mensen stuurden: mail, tabel, agenda of feed"),
    ("propose", "schrijf de toelichting bij een voorstel"),
    ("remind", "schrijf op wie u vraagt of het nog klopt"),
    ("refresh", "schrijf de schema's en de uitleg van de velden opnieuw"),
    ("links", "kijk na of de webadressen van partners het nog doen"),
    ("measure", "schrijf de cijfers van vandaag bij in content/monitor/"),
)
COMMON, HELP = ("--root", "--today"), ("-h", "--help")


def parse(words: Sequence[str], here: Path) -> argparse.Namespace:
    """The options of the verb in ``words``, which is ``build`` where none is named."""
    return parser(here).parse_args(verb_first(list(words)))


def verb_first(words: list[str]) -> list[str]:
    """The verb may also stand behind the options that every verb knows."""
    at = 0
    while at < len(words) and words[at].partition("=")[0] in COMMON:
        at += 1 if "=" in words[at] else 2
    first = words[at] if at < len(words) else ""
    if (first.startswith("-") and first not in HELP) or not first:
        return ["build", *words]
    return [first, *words[:at], *words[at + 1 :]]


def day(text: str) -> date:
    """As ISO 8601 writes it; argparse prints the text of the error."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        message = f'"{text}" is geen dag. Schrijf bijvoorbeeld: --today 2026-12-25'
        raise argparse.ArgumentTypeError(message) from None


def web_address(text: str) -> str:
    """Where the site will stand; empty is not known yet."""
    parts = urlsplit(text)
    if text and (parts.scheme not in {"http", "https"} or not parts.netloc or " " in text):
        message = f'"{text}" is geen webadres. Schrijf bijvoorbeeld: https://gids.voorbeeld.nl'
        raise argparse.ArgumentTypeError(message)
    return text


def port(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) < 65536:
        message = f'"{text}" is geen poort. Schrijf een getal, bijvoorbeeld: --port 8080'
        raise argparse.ArgumentTypeError(message)
    return int(text)


def parser(here: Path) -> DutchParser:
    """Every verb knows --root and --today; some have options of their own."""
    whole = DutchParser(
        prog="build.py",
        description="Maakt de site van wat partners schreven.",
        epilog="Wat een werk nog meer kan: build.py WERK --help",
    )
    verbs = whole.add_subparsers(title="werk", dest="verb", metavar="WERK", required=True)
    by_name = {name: verbs.add_parser(name, help=text) for name, text in VERBS}
    for name, text in VERBS:
        by_name[name].description = f"{text[0].upper()}{text[1:]}."
        add_common_options(by_name[name], here)
    add_build_options(by_name["build"])
    add_check_options(by_name["check"])
    add_import_options(by_name["import"])
    add_propose_options(by_name["propose"])
    by_name["remind"].options.add_argument(
        "--out", type=Path, default=Path("herinneringen"), metavar="MAP", help="waar ze komen"
    )
    by_name["serve"].options.add_argument(
        "--port", type=port, default=8000, metavar="POORT", help="de poort van de server"
    )
    return whole


def add_common_options(verb: DutchParser, here: Path) -> None:
    add = verb.options.add_argument
    add("--root", type=Path, default=here, metavar="MAP", help="de map met content/ en partners/")
    add("--today", type=day, metavar="JJJJ-MM-DD", help="doe alsof het dan is")


def add_build_options(verb: DutchParser) -> None:
    add = verb.options.add_argument
    add("--out", type=Path, default=Path("site"), metavar="MAP", help="waar de site komt")
    add(
        "--base-url",
        type=web_address,
        default="",
        metavar="ADRES",
        help="het webadres waar de site komt te staan",
    )


def add_check_options(verb: DutchParser) -> None:
    verb.words.add_argument(
        "files", nargs="*", type=Path, metavar="BESTAND", help="alleen deze bestanden"
    )
    add = verb.options.add_argument
    add("--base", metavar="REF", help="alleen wat sinds REF veranderde mag fout zijn")
    add("--format", choices=tuple(PRINTERS), default="text", help="hoe het eruitziet")
    add("--fix", action="store_true", help="schrijf tijden, nummers en spaties eerst netjes")


def add_import_options(verb: DutchParser) -> None:
    verb.words.add_argument(
        "sources", nargs="+", metavar="BESTAND", help="wat er kwam; - is plakken"
    )
    add = verb.options.add_argument
    add(
        "--organisatie",
        dest="organisation",
        default="",
        metavar="MAP",
        help="van wie het is, als dat er niet bij staat",
    )
    add("--dry-run", action="store_true", help="laat zien, schrijf niets")
    add("--overnemen", dest="take", action="store_true", help="neem ook over wat anders is")


def add_propose_options(verb: DutchParser) -> None:
    add = verb.options.add_argument
    add("--base", default="origin/main", metavar="REF", help="waarmee vergeleken")
    add("--preview", default="", metavar="ADRES", help="waar de site te zien is")
