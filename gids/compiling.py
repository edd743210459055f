"""How templates become Python: more directly than Jinja does by itself, and as strictly.

Jinja asks ``environment.getattr`` for every attribute, which also tries the keys of a dictionary;
our templates see objects only, so that ``a.b`` can be ``a.b``. What is printed goes through one
function instead of four. And a call looks for arguments that Jinja adds to some functions; no
function of ours wants them. Pages take a third less time.
"""

from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape
from markupsafe import _escape_inner as escaped  # type: ignore[attr-defined]  # in C, and fast

from gids.cellar import cellar
from gids.project import digest_of

MAKER = Path(__file__).read_bytes()
"""This code, as it runs: read when it is imported."""


class Direct(CodeGenerator):
    """Writes attributes as attributes; leaves all escaping to ``finalize``, which is ``shown``."""

    between: str | None = None
    """What stands before the next of several pieces; None outside such a list."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Call(  # noqa: N802 - Jinja's
        self,
        node: nodes.Call,
        frame: Frame,
        forward_caller: bool = False,  # noqa: FBT001, FBT002 - same
    ) -> None:
        self.visit(node.node, frame)
        self.write("(*()")  # what follows begins with a comma
        self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        self.write(")")

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 - Jinja's
        """Pieces that stand beside each other go up through the templates as one."""
        if len(node.nodes) == 1 or frame.buffer is not None or frame.require_output_check:
            super().visit_Output(node, frame)
            return
        self.writeline("yield concat((")
        self.between = ""
        super().visit_Output(node, frame)
        self.between = None
        self.write(",))")

    def writeline(self, x: str, node: nodes.Node | None = None, extra: int = 0) -> None:
        if self.between is None:
            super().writeline(x, node, extra)
            return
        super().writeline(self.between + x.removeprefix("yield "), node, extra)
        self.between = ", "

    def _output_child_pre(self, *about: Any) -> None:  # noqa: ANN401 - as Jinja has them
        *_, finalize = about
        self.write(finalize.src)

    def _output_child_post(self, *_: Any) -> None:  # noqa: ANN401 - same
        self.write(")")


class Templates(Environment):
    """An environment that compiles our way, and copies its globals from a plain dictionary.

    Jinja keeps those of each template in a ``ChainMap``, so that they may change afterwards; going
    through that at every rendering took longer than rendering a card.
    """

    code_generator_class = Direct

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        return {**self.globals, **(d or {})}


def shown(value: object) -> str:
    """What a template prints, as HTML; None is a mistake of ours and never a word on a page."""
    if value.__class__ is str:
        return escaped(value)
    if value.__class__ is Markup:
        return value
    if value is None:
        message = "a template wants to print None"
        raise TypeError(message)
    return escape(value)


def compiled_before(options: bytes) -> FileSystemBytecodeCache | None:
    """Where compiled templates are kept, by the hash of their text; None where that cannot be.

    What was made by another version of this module, or with other ``options``, is of no use, so the
    files are named after both.
    """
    folder, version = cellar(), digest_of(MAKER + options)
    return FileSystemBytecodeCache(str(folder), f"%s-{version}.template") if folder else None
