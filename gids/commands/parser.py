"""The command line in Dutch: who types something wrong is answered as everywhere else.

argparse has doors for its titles, none for its errors: those are read here and said again.
"""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

ERRORS = (
    (r"the following arguments are required: (.+)", "er ontbreekt iets: {0}"),
    (r"unrecognized arguments: (.+)", "dit hoort er niet bij: {0}"),
    (r"invalid choice: (.+) \(choose from (.+)\)", '"{0}" kan niet. Kies uit: {1}'),
    (r"ambiguous option: (.+) could match (.+)", "{0} kan van alles zijn. Kies uit: {1}"),
    (r"ignored explicit argument (.+)", 'hier hoort niets achter, dus ook niet "{0}"'),
    (r"expected one argument()", "schrijf erachter wat u bedoelt"),
)


class DutchParser(argparse.ArgumentParser):
    """Every option stands in ``options`` and every other word in ``words``, under Dutch titles."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - handed on as they come
        super().__init__(add_help=False, formatter_class=DutchHelp, **settings)
        self.words = self.add_argument_group("wat u meegeeft")
        self.options = self.add_argument_group("opties")
        self.options.add_argument("-h", "--help", action="help", help="toon deze hulp")

    def error(self, message: str) -> NoReturn:
        """Wrong use: how it goes, what was wrong, and exit status 2."""
        said = f"{self.prog}: {in_dutch(message)}"
        self.exit(2, f"{self.format_usage()}{said}\nHulp: {self.prog} --help\n")


class DutchHelp(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "gebruik: " if prefix is None else prefix)


def in_dutch(message: str) -> str:
    """What argparse says in English; what our own types say is Dutch already."""
    message = message.removeprefix("argument ")
    for english, dutch in ERRORS:
        if found := re.search(f"{english}$", message, re.DOTALL):
            words = (word.replace("', '", ", ").strip("'\"") for word in found.groups())
            return message[: found.start()] + dutch.format(*words)
    return message
