"""What a partner sees in an editor: asked of the real yaml-language-server, over its protocol."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

MODULES = Path(sys.prefix) / "editor" / "node_modules"
PROGRAM = MODULES / "yaml-language-server" / "bin" / "yaml-language-server"


@dataclass
class Editor:
    """One editor with the project at ``root`` open (Language Server Protocol 3.17 over stdio)."""

    process: "subprocess.Popen[bytes]"
    root: Path
    last_id: int = 0
    pages: dict[str, list[dict[str, Any]]] = field(default_factory=dict)

    def problems(self, path: str, text: str) -> list[str]:
        """What is underlined in this text, as ``line: message``; asked under a name of its own."""
        self.last_id += 1
        uri = self.uri(path.replace(".yaml", f"-{self.last_id}.yaml"))
        item = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        while uri not in self.pages:
            self.handle(self.receive())
        return [f"{one['range']['start']['line'] + 1}: {one['message']}" for one in self.pages[uri]]

    def hover(self, path: str, text: str, line: int, column: int) -> str:
        """The help for what stands at this place, counted from 1."""
        answer = self.at("textDocument/hover", path, text, line, column)
        return str(answer["contents"]["value"]) if answer else ""

    def completions(self, path: str, text: str, line: int, column: int) -> list[str]:
        """What may be written at this place."""
        answer = self.at("textDocument/completion", path, text, line, column)
        return [item["label"] for item in answer["items"]]

    def at(self, method: str, path: str, text: str, line: int, column: int) -> Any:
        item = {"uri": self.uri(path), "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", {"textDocument": item})
        place = {"line": line - 1, "character": column - 1}
        return self.ask(
            method, {"textDocument": {"uri": self.uri(path)}, "position": place, "context": {}}
        )

    def uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def ask(self, method: str, params: dict[str, Any]) -> Any:
        self.last_id += 1
        self.send({"id": self.last_id, "method": method, "params": params})
        while True:
            message = self.receive()
            if message.get("id") == self.last_id and "method" not in message:
                return message.get("result")
            self.handle(message)

    def handle(self, message: dict[str, Any]) -> None:
        """Keep what is underlined; answer what the server asks about settings with nothing."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.pages[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message:
            items = message.get("params", {}).get("items")
            self.send({"id": message["id"], "result": items and [{} for _ in items]})

    def tell(self, method: str, params: dict[str, Any]) -> None:
        self.send({"method": method, "params": params})

    def send(self, message: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self.process.stdin is not None
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self.process.stdin.flush()

    def receive(self) -> dict[str, Any]:
        assert self.process.stdout is not None
        length = 0
        while line := self.process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        message: dict[str, Any] = json.loads(self.process.stdout.read(length))
        return message


@contextmanager
def opened_editor(root: Path) -> Iterator[Editor]:
    """An editor on the project at ``root``; it is closed afterwards."""
    command = ["node", str(PROGRAM), "--stdio"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        editor = Editor(process, root)
        editor.ask("initialize", {"processId": None, "rootUri": root.as_uri(), "capabilities": {}})
        editor.tell("initialized", {})
        yield editor
        process.kill()
