"""The same questions to four engines: Pagefind as it comes, ours, MiniSearch and PostgreSQL.

Each takes a finished site or its directory and gives, per question, slugs in order of rank. What is
not installed and cannot be, is left out of the table.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pagefind_bin import get_executable
from playwright.sync_api import Page

from benchmarks.questions import HERE
from gids.directory import Directory
from gids.search import read_thesaurus
from gids.searching.thesaurus import Thesaurus
from gids.searching.weights import Knowledge, weigh

Answers = list[list[str]]

OURS = """async ([root, today, texts]) => {
  const { answer } = await import(root + 'assets/zoeken-antwoord.js');
  const { open } = await import(root + 'assets/zoeken-bron.js');
  const source = open(root);
  const found = [];
  for (const q of texts) {
    const state = { q, chosen: [], byDate: false, literal: false };
    const { rows, others, table } = await answer(state, source, today);
    found.push([...rows, ...others].map((row) => table.slugs[row]));
  }
  return found;
}"""

PAGEFIND = """async ([folder, texts]) => {
  const pagefind = await import(folder + 'pagefind.js');
  await pagefind.options({ noWorker: true });
  const found = [];
  for (const q of texts) {
    const { results } = await pagefind.search(q);
    const first = await Promise.all(results.slice(0, 10).map((one) => one.data()));
    found.push(first.map(({ url }) => url.split('/').filter(Boolean).at(-1).replace('.html', '')));
  }
  return found;
}"""

MINISEARCH = """
import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";
const { documents, texts } = JSON.parse(readFileSync(0, "utf-8"));
const searchOptions = { fuzzy: 0.2, prefix: true, boost: { strong: 2 } };
const index = new MiniSearch({ fields: ["strong", "weak"], searchOptions });
index.addAll(documents);
const ids = (text) => index.search(text).slice(0, 10).map(({ id }) => id);
console.log(JSON.stringify(texts.map(ids)));
"""


def ours(page: Page, root: str, today: str, texts: Sequence[str]) -> Answers:
    """What the page shows, other days included, for each question."""
    found: Answers = page.evaluate(OURS, [root, today, list(texts)])
    return found


def plain_pagefind(page: Page, root: str, site: Path, texts: Sequence[str]) -> Answers:
    """Pagefind over the public pages of the activities, with its own ranking."""
    target = site / "pagefind-plain"
    with tempfile.TemporaryDirectory(prefix="plain-") as name:
        for file in site.glob("activiteiten/*/index.html"):
            if file.parent.name != "pagina":
                shutil.copy(file, Path(name) / f"{file.parent.name}.html")
        subprocess.run(
            [get_executable(), "--site", name, "--output-path", target, "--quiet"], check=True
        )
    found: Answers = page.evaluate(PAGEFIND, [f"{root}pagefind-plain/", list(texts)])
    return found


def enriched(directory: Directory) -> list[dict[str, str]]:
    """Every activity as text, with all that people say for what it is: what ours knows."""
    thesaurus = read_thesaurus(HERE)
    about = Knowledge.of(directory, thesaurus)
    said = {c.number: " ".join(spoken(c.number, thesaurus)) for c in thesaurus.concepts}
    documents = []
    for view in directory.listed:
        _, concepts = weigh(view, about)
        pieces = about.pieces[view.slug]
        strong = [piece.text for piece in pieces if piece.weight > 1]
        weak = [piece.text for piece in pieces if piece.weight <= 1]
        weak += [said[number] for number, weight in concepts.items() if weight >= 1]
        weak += [*view.where.address, view.where.name, view.schedule_short]
        document = {"id": view.slug, "strong": " ".join(strong), "weak": " ".join(weak)}
        documents.append(document)
    return documents


def spoken(number: int, thesaurus: Thesaurus) -> list[str]:
    concept = thesaurus.concepts[number]
    return [one.text for one in (*concept.words, *concept.typed, *concept.foreign)]


# --- MiniSearch ------------------------------------------------------------------------------


def minisearch(directory: Directory, texts: Sequence[str]) -> Answers | None:
    """MiniSearch 7 with fuzzy and prefix over the enriched texts; None where npm is not there."""
    folder = HERE / ".cache" / "minisearch"
    folder.mkdir(parents=True, exist_ok=True)
    if not shutil.which("npm"):
        return None
    (folder / "ask.mjs").write_text(MINISEARCH, "utf-8")
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "minisearch@7.2.0"]
    if subprocess.run(install, cwd=folder, capture_output=True, check=False).returncode:
        return None
    question = json.dumps({"documents": enriched(directory), "texts": list(texts)})
    done = subprocess.run(
        ["node", "ask.mjs"], cwd=folder, input=question, capture_output=True, text=True, check=True
    )
    found: Answers = json.loads(done.stdout)
    return found


# --- PostgreSQL ------------------------------------------------------------------------------

TABLE = """
create extension pg_trgm;
create table activity (id text, strong text, weak text, words tsvector);
"""
FILL = """
insert into activity
select id, strong, weak,
       setweight(to_tsvector('dutch', strong), 'A') || setweight(to_tsvector('dutch', weak), 'C')
from json_populate_recordset(null::activity, $$%s$$);
"""
ASK = """
select coalesce(json_agg(id order by score desc, id), '[]') from (
  select id, score from (
    select id, 10 * ts_rank(words, query) + word_similarity('%(text)s', strong) as score
    from activity, (select to_tsquery('dutch', '%(any)s') as query) as asked
    where words @@ query or word_similarity('%(text)s', strong) > 0.5
  ) as found order by score desc, id limit 10
) as best;
"""


def postgresql(directory: Directory, texts: Sequence[str]) -> Answers | None:
    """Full text in Dutch with trigrams over the enriched texts; None where it is not installed."""
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not programs:
        return None
    statements = [TABLE, FILL % json.dumps(enriched(directory), ensure_ascii=False)]
    for text in texts:
        words = [word for word in "".join(c if c.isalnum() else " " for c in text).split() if word]
        statements.append(ASK % {"text": text.replace("'", "''"), "any": " | ".join(words)})
    with cluster(programs[-1]) as ask:
        lines = ask("\n".join(statements)).splitlines()
    return [json.loads(line) for line in lines if line.startswith("[")]


@contextmanager
def cluster(programs: Path) -> Iterator[Callable[[str], str]]:
    """A server of our own for as long as it lasts; root may not run one, so postgres does then."""
    with tempfile.TemporaryDirectory(prefix="postgres-") as name:
        folder = Path(name)
        user = "postgres" if os.geteuid() == 0 else None
        if user:
            shutil.chown(folder, user, user)
        data, options = folder / "data", f"-k {folder} -h ''"

        def run(program: str, *arguments: str, text: str = "") -> str:
            done = subprocess.run(
                [str(programs / program), *arguments],
                input=text,
                capture_output=True,
                text=True,
                check=True,
                cwd=folder,
                user=user,
                group=user,
            )
            return done.stdout

        run("initdb", "-D", str(data), "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        run("pg_ctl", "-D", str(data), "-o", options, "-w", "-l", str(folder / "log"), "start")
        try:
            yield lambda sql: run("psql", "-h", name, "-qAt", "postgres", text=sql)
        finally:
            run("pg_ctl", "-D", str(data), "-m", "immediate", "stop")
