"""No number on a page of the coalition is left uncounted.

Of each page every text with a number in it is collected, apart from dates, times, paper sizes and
phone numbers, and from the heat maps, which ``test_coalition_numbers`` counts cell by cell. What is
left must be exactly what is counted here, from the open data and from the files.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.recount import TODAY_DAY, cost, in_calendar, share, steps
from tests.recount_figures import Activity, Recount, is_fresh

Told = Counter[str]

IN_SIGHT = timedelta(days=400)
"""How far ahead the next time is looked for before a partner is asked about it."""

MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DAY = rf"\d\d? (?:{MONTHS})(?: \d{{4}})?|\b(?:{MONTHS}) \d{{4}}"
TIME = r"\d\d?\.\d\d(?: (?:tot|en) \d\d?\.\d\d)* uur"
PHONE = r"0\d\d - \d{3} \d\d \d\d"
NO_COUNT = re.compile(rf"\b(?:{DAY}|{TIME}|{PHONE}|90 dagen|A[345]\b)")
BLOCKS = ("p", "li", "dt", "dd", "th", "td", "h2", "h3", "h4", "summary", "caption")
HEAT_MAPS = {
    "Dag en deel van de dag",
    "Waar en wanneer",
    "Wat het kost",
    "Kan men er in",
    "In stille tijden",
    "Voor wie en wanneer",
    "Waar en voor wie",
    "Voor wie en wat het kost",
    "Voor wie, en kan men er goed in",
    "Voor wie en in stille tijden",
}
WRITTEN = ("Wanneer", "Voor wie", "Samen met", "Volgende mijlpaal", "Vooral voor", "Bevestigd op")
"""Columns with words and dates, not with counts."""


# --- reading pages ---------------------------------------------------------------------------


class Numbers(HTMLParser):
    """Every text in main with a number in it, as ``heading / label: text``.

    A figure has its term for a label, a cell the heads of its row and its column.
    """

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: Told = Counter()
        self.heat_maps: list[str] = []
        self.open: list[tuple[str, str, list[str]]] = []
        self.inside = self.heat = self.drawn = False
        self.heading = self.term = self.row = ""
        self.heads: list[str] = []
        self.column = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        if tag == "main":
            self.inside = True
        elif tag == "table":
            self.heat, self.heads = named.get("class") == "heat", []
        elif tag == "tr":
            self.column = 0
        elif tag == "svg":
            self.drawn = True
        if self.inside and tag in BLOCKS:
            self.open.append((tag, named.get("scope") or "", []))

    def handle_data(self, data: str) -> None:
        if self.open and not self.drawn:
            self.open[-1][2].append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "main":
            self.inside = False
        elif tag == "svg":
            self.drawn = False
        elif tag == "table":
            self.heat = False
        elif self.open and self.open[-1][0] == tag:
            _, scope, words = self.open.pop()
            self.finish(tag, scope, " ".join("".join(words).split()))

    def finish(self, tag: str, scope: str, text: str) -> None:
        if scope == "col":
            self.heads.append(text)
        elif scope == "row":
            self.row = text
        elif tag == "td":
            self.column += 1
            head = self.heads[self.column]
            if not self.heat and head not in WRITTEN:
                self.tell(f"{self.row}, {head}: ", text)
        elif tag == "caption" and self.heat:
            self.heat_maps.append(text)
            self.heading = text
        elif tag == "dd":
            self.tell(f"{self.term}: ", text)
        elif tag in ("h2", "h3", "caption"):
            self.heading = ""
            self.tell("", text)
            self.heading = text
        else:
            self.tell("", text)
        if tag == "dt":
            self.term = text

    def tell(self, label: str, text: str) -> None:
        if re.search(r"\d", NO_COUNT.sub("", text)):
            self.found[f"{self.heading} / {label}{text}".removeprefix(" / ")] += 1


# --- what each page says ---------------------------------------------------------------------

LABELS = {
    "partners": "Organisaties die meedoen",
    "partners met aanbod": "Organisaties met iets in de gids",
    "sectoren": "Sectoren die meedoen",
    "samen met een ander": "Activiteiten van twee of meer organisaties samen",
    "activiteiten": "Activiteiten in de gids",
    "bevestigd in 90 dagen": "Activiteiten die in de laatste 90 dagen bevestigd zijn",
    "eerste keer beschreven": "Activiteiten die vertellen hoe de eerste keer gaat",
    "drempels bekend": "Activiteiten die zeggen of er drempels zijn",
    "gratis": "Activiteiten die gratis zijn",
    "talen": "Talen die er gesproken worden, naast Nederlands",
    "verwachtingen gehaald": "Afspraken die gehaald zijn, per wijk, groep of dag geteld",
    "bekeken door ervaringsdeskundigen": "Activiteiten die bekeken zijn door ervaringsdeskundigen",
}
SHOWN = (
    "activiteiten",
    "partners met aanbod",
    "bevestigd in 90 dagen",
    "eerste keer beschreven",
    "drempels bekend",
    "gratis",
    "talen",
    "verwachtingen gehaald",
)
FRESH = {
    "in de laatste 90 dagen bevestigd": range(91),
    "langer dan 90 dagen geleden bevestigd": range(91, 366),
    "langer dan een jaar geleden bevestigd, niet meer in de lijsten": range(366, 10**6),
}
NEVER = "nog nooit bevestigd"


@pytest.fixture(scope="module")
def built(built_site: Path, project: Path) -> Recount:
    return Recount(built_site, project)


def numbers(built: Recount, url: str) -> Told:
    """What a page says in numbers, apart from gaps, which have a test of their own, and titles."""
    found = Numbers((built.site / url / "index.html").read_text("utf-8")).found
    apart = {row["wat_ontbreekt"] for row in built.rows("coalitie/gaten.csv")}
    apart |= {one["title"] for one in built.offer}
    told: Told = Counter()
    for text, times in found.items():
        if text.rpartition(" / ")[2] not in apart:
            told[re.sub(r" Gekeken naar .*", "", text)] += times
    return told


def labelled(built: Recount, heading: str, names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        yield f"{heading} / {LABELS[name]}: {built.figures[LABELS[name]]}"


def unmet(built: Recount) -> Iterator[str]:
    for sentence, found in built.agreements.items():
        if found.kept < found.of:
            yield f"Niet gehaald {sentence} / Gehaald voor {found.kept} van de {found.of}."


def freshness(built: Recount, heading: str, folders: tuple[str, ...]) -> Iterator[str]:
    """How many activities were confirmed how long ago, of all that did not stop."""
    ages = [age for folder in folders for age in built.ages(folder)]
    for words, days in FRESH.items():
        yield f"{heading} / {words}: {sum(age in days for age in ages if age is not None)}"
    yield f"{heading} / {NEVER}: {sum(age is None for age in ages)}"


def goals(built: Recount) -> Iterator[tuple[str, str, str, str]]:
    """Of each goal its sentence, what is counted, how far it is and where it should be."""
    for file in sorted((built.content / "doelen").glob("*.yaml")):
        goal = built.written(f"doelen/{file.name}")
        indicator = goal["cijfer"]
        if indicator["soort"] == "van elders":
            assert indicator["metingen"] == []
            continue
        if indicator["wat"] == "voor een groep":
            label = f"Activiteiten {built.phrase(indicator['groep'])}"
        else:
            label = LABELS[indicator["wat"]]
        now = built.figures[label]
        yield goal["doel"], label, now, f"{goal['streefwaarde']}{'%' if '%' in now else ''}"


def short(now: str) -> str:
    """``65%`` of ``20 van de 31 (65%)``."""
    found = re.search(r"\((\d+%)\)", now)
    return found[1] if found else now


def test_the_overview(built: Recount) -> None:
    expected = Counter(labelled(built, "In cijfers", SHOWN))
    expected.update(unmet(built))
    gaps = built.rows("coalitie/gaten.csv")
    expected[f"Wat er ontbreekt / Alle {len(gaps)} gaten in het aanbod"] += 1
    for sentence, _, now, target in goals(built):
        expected[f"Doelen / {sentence}, Nu: {now}"] += 1
        expected[f"Doelen / {sentence}, Doel is: {target}"] += 1
    heading = "Hoe vers is wat er staat"
    expected.update(freshness(built, heading, tuple(built.partners)))
    caption = "Organisaties met iets dat een bevestiging kan gebruiken"
    for folder, partner in built.partners.items():
        _, old, expired, never = (
            text.rpartition(": ")[2] for text in freshness(built, "", (folder,))
        )
        if {old, expired, never} != {"0"}:
            expected[f"{caption} / {partner['naam']}, Langer dan 90 dagen: {old}"] += 1
            expected[f"{caption} / {partner['naam']}, Langer dan een jaar: {expired}"] += 1
            expected[f"{caption} / {partner['naam']}, Nog nooit: {never}"] += 1
    assert numbers(built, "coalitie/") == expected


def test_what_there_is_for_whom(built: Recount) -> None:
    expected = Counter(unmet(built))
    for slug, name in built.groups.items():
        expected.update(carried(name, built.own(slug)))
    gaps = Counter(row["voor_wie"] for row in built.rows("coalitie/gaten.csv"))
    for slug, count in gaps.items():
        name = built.groups.get(slug, "Voor iedereen")
        expected[f"{name}: {count} {'gat' if count == 1 else 'gaten'}"] += 1
    assert numbers(built, "coalitie/dekking/") == expected


def carried(name: str, own: list[Activity]) -> Iterator[str]:
    by = Counter(one["organisation"] for one in own)
    heading = f"Voor wie en door wie / {name}"
    hangs = " (hangt af van één organisatie)" if len(by) == 1 else ""
    yield f"{heading}, Activiteiten: {len(own)}"
    yield f"{heading}, Organisaties: {len(by)}{hangs}"
    if by and (len(by) == 1 or max(by.values()) > 1):
        most = min(by, key=lambda one: (-by[one], one))
        yield f"{heading}, Het meest van: {most}: {by[most]} van de {len(own)}"


def test_every_group(built: Recount) -> None:
    for slug in built.groups:
        own, open_to = built.own(slug), built.open_to(slug)
        words = "1 activiteit noemt" if len(own) == 1 else f"{len(own)} activiteiten noemen"
        text = f"{words} deze groep. Met wat voor iedereen is, zijn het er {len(open_to)}."
        assert numbers(built, f"coalitie/dekking/{slug}/") == Counter([text])
    text = f"Alle {len(built.offer)} activiteiten in de gids."
    assert numbers(built, "coalitie/dekking/alles/") == Counter([text])


def test_every_number_in_a_gap(built: Recount) -> None:
    """What is unknown of the way in, what is only for everyone, and what one organiser carries."""
    expected: Told = Counter()
    for slug in ("", *(slug for slug in built.groups if slug != "iedereen")):
        own = built.own(slug or "alles")
        enter = [one for one in own if one["accessibility"]]
        unknown = sum(steps(one) == "Onbekend" for one in enter)
        whom = f" {built.phrase(slug)}" if slug else ""
        if unknown and any(steps(one) == "Zonder drempels" for one in enter):
            expected[
                f"Bij {unknown} van de {len(enter)} activiteiten{whom} weten we niet of er"
                " drempels zijn."
            ] += 1
        if not own:
            count = len(built.open_to(slug))
            more = "is er 1 activiteit" if count == 1 else f"zijn er {count} activiteiten"
            expected[f"Er is niets speciaal{whom}. Wel {more} voor iedereen."] += 1
    told = Counter(row["wat_ontbreekt"] for row in built.rows("coalitie/gaten.csv"))
    assert Counter({text: n for text, n in told.items() if re.search(r"\d", text)}) == expected


def test_who_hangs_on_one_organisation(built: Recount) -> None:
    hanging = {
        slug
        for slug in built.groups
        if slug != "iedereen" and len({one["organisation"] for one in built.own(slug)}) == 1
    }
    rows = built.rows("coalitie/gaten.csv")
    assert {row["voor_wie"] for row in rows if row["soort"] == "één organisatie"} == hanging


def test_the_goals(built: Recount) -> None:
    """Nothing was measured before this day, so each goal begins today."""
    expected: Told = Counter()
    day = "23 november 2026"
    for sentence, label, now, target in goals(built):
        expected[f"{sentence} / Nu: {now}"] += 1
        expected[f"{sentence} / We begonnen bij: {short(now)} op {day}"] += 1
        expected[f"{sentence} / Doel: {target}"] += 1
        expected[f"{label} / {day}, Stand: {short(now)}"] += 1
    assert numbers(built, "coalitie/doelen/") == expected


def test_the_network(built: Recount) -> None:
    expected: Told = Counter()
    for folder, partner in built.partners.items():
        count = len(built.of(folder))
        expected[f"Alle organisaties / {partner['naam']}, Activiteiten: {count}"] += 1
    for have in built.offered():
        wants = [one for one in built.wanted() if one[0] == have[0] and one[1] != have[1]]
        if wants and have[0] != "anders":
            words = "organisatie zoekt" if len(wants) == 1 else "keer zoekt iemand"
            expected[f"Dat past misschien bij elkaar / {len(wants)} {words} {have[0]}"] += 1
    assert numbers(built, "coalitie/netwerk/") == expected


def test_the_news(built: Recount) -> None:
    names = ("partners", "activiteiten", "bevestigd in 90 dagen", "verwachtingen gehaald")
    expected = Counter(labelled(built, "Hoe staan we ervoor", names))
    assert numbers(built, "coalitie/nieuws/") == expected
    assert numbers(built, f"coalitie/nieuws/{TODAY_DAY:%Y-%m}/") == expected


def test_the_texts_for_the_press(built: Recount) -> None:
    told = " ".join(numbers(built, "coalitie/pers/"))
    assert f"staan {len(built.offer)} activiteiten." in told
    assert f"Achter de gids staan {len(built.partners)} organisaties." in told
    assert len(re.findall(r"\d+", NO_COUNT.sub("", told))) == 2


def test_the_approach(built: Recount) -> None:
    written = built.written("aanpak.yaml")
    expected: Told = Counter()
    for one in (*written["pijlers"], *written["uitgangspunten"]):
        expected.update(labelled(built, one["naam"], tuple(one["cijfers"])))
    reviewed = LABELS["bekeken door ervaringsdeskundigen"]
    (text,) = numbers(built, "over/aanpak/") - expected
    assert text.startswith(f"Bewoners maken mee / {reviewed}: {built.figures[reviewed]}.")
    assert numbers(built, "over/aanpak/") - Counter([text]) == expected
    assert len(written["pijlers"]) == len(written["uitgangspunten"]) == 5


# --- the pages of each partner ---------------------------------------------------------------


def test_what_each_partner_can_add(built: Recount) -> None:
    for folder in built.partners:
        expected: Told = Counter()
        own = built.of(folder)
        for ask, has in wishes(built, own):
            done, missing = sum(has), len(has) - sum(has)
            if missing:
                expected[f"Wat u kunt toevoegen / Waar nog niet ({missing})"] += 1
            if missing and done:
                text = f"{ask} Bij {done} van de {len(has)} staat het er al."
                expected[f"Wat u kunt toevoegen / {text}"] += 1
        if own:
            expected.update(freshness(built, "Hoe vers het is", (folder,)))
        assert numbers(built, f"organisaties/{folder}/gegevens/") == expected, folder


def wishes(built: Recount, own: list[Activity]) -> Iterator[tuple[str, list[bool]]]:
    """Each wish, and of each activity that it is asked of whether it is there."""
    files = [built.files[one["slug"]] for one in own]
    first = [file.get("eerste_keer") or {} for file in files]
    enter = [one for one in own if one["accessibility"]]
    referred = [one for one in own if "verwijzing" in how_in(one)]
    yield (
        "Bevestig dat het nog klopt. Dan hoeft niemand te twijfelen.",
        [is_fresh(one) for one in own],
    )
    yield (
        "Voeg toe wie mensen ontvangt: dat helpt over de drempel.",
        [bool(one.get("wie_ontvangt_u")) for one in first],
    )
    yield (
        "Vertel hoe de eerste keer gaat. Dat neemt zenuwen weg.",
        [bool(one.get("wat_gebeurt_er")) for one in first],
    )
    yield (
        "Zeg of er drempels zijn. Ook ‘nee’ is een goed antwoord.",
        [steps(one) != "Onbekend" for one in enter],
    )
    yield (
        "Zeg wat het kost. Wie weinig geld heeft, durft het vaak niet te vragen.",
        [cost(one) != "Onbekend" for one in own],
    )
    yield (
        "Zeg of aanmelden nodig is. Dan kan men gewoon gaan, of op tijd bellen.",
        [is_answered(file.get("aanmelden")) for file in files],
    )
    yield (
        "Kijk of de dagen nog kloppen: wij vinden geen volgende keer.",
        [
            bool(in_calendar(built, one["slug"], TODAY_DAY, TODAY_DAY + IN_SIGHT))
            for one, file in zip(own, files, strict=True)
            if has_dates(file)
        ],
    )
    yield (
        "Schrijf voor verwijzers op hoe iemand bij u binnenkomt.",
        [how_in(one) not in ("", "onbekend") for one in own],
    )
    yield (
        "Zeg wie de verwijzer laat weten hoe het gaat.",
        ["Wie koppelt terug" in one["referral"] for one in referred],
    )
    yield (
        "Kies wat er in deze activiteit werkt. Dan weet een verwijzer bij wie het past.",
        [bool(file.get("eenzaamheid") or file.get("werkzame_elementen")) for file in files],
    )


def how_in(one: Activity) -> str:
    return str((one["referral"] or {}).get("Hoe men binnenkomt", ""))


def is_answered(registration: object) -> bool:
    needed = registration.get("nodig") if isinstance(registration, dict) else registration
    return needed is not None and not str(needed).startswith("onbekend")


def has_dates(file: Activity) -> bool:
    when = file["wanneer"]
    kinds = {m["soort"] for m in when["momenten"]} if isinstance(when, dict) else {when}
    return not kinds & {"op afspraak", "altijd welkom", "onbekend"} and not file.get("pauze")


def test_the_report_of_each_partner(built: Recount) -> None:
    for folder in built.partners:
        own = built.of(folder)
        enter = [one for one in own if one["accessibility"]]
        going = sum(len(built.starts[one["slug"]]) for one in own)
        counted = {
            one["title"]: reach for one in own if (reach := built.files[one["slug"]].get("bereik"))
        }
        heading = "In het kort"
        expected = Counter(
            [
                f"{heading} / Activiteiten in de gids: {len(own)}",
                f"{heading} / Keren in de komende acht weken: {going}",
            ]
        )
        if own:
            free, fresh = sum(cost(one) == "Gratis" for one in own), sum(map(is_fresh, own))
            expected[f"{heading} / Gratis: {share(free, len(own))}"] += 1
            expected[f"{heading} / Bevestigd in 90 dagen: {share(fresh, len(own))}"] += 1
        if enter:
            sure = sum(steps(one) == "Zonder drempels" for one in enter)
            expected[f"{heading} / Zeker zonder drempels: {share(sure, len(enter))}"] += 1
        if counted:
            people = sum(reach["per_keer"] for reach in counted.values())
            text = f"{people}, geteld bij {len(counted)} van de {len(own)} activiteiten"
            expected[f"{heading} / Mensen per keer, opgeteld: {text}"] += 1
        caption = f"Wat {built.partners[folder]['naam']} organiseert"
        for title, reach in counted.items():
            new = f", {reach['nieuw']} nieuw" if "nieuw" in reach else ""
            text = f"{reach['per_keer']}{new} ({reach['over']})"
            expected[f"{caption} / {title}, Mensen per keer: {text}"] += 1
        assert numbers(built, f"organisaties/{folder}/verslag/") == expected, folder


# --- nothing is left -------------------------------------------------------------------------


def test_every_page_of_the_coalition_is_counted_here(built: Recount) -> None:
    """Lists behind the numbers apart: ``test_coalition_numbers`` reads them for every number."""
    month = f"coalitie/nieuws/{TODAY_DAY:%Y-%m}"
    named = {"", "dekking", "doelen", "netwerk", "nieuws", "pers"}
    groups = {f"coalitie/dekking/{slug}" for slug in (*built.groups, "alles")}
    pages = {
        p.parent.relative_to(built.site).as_posix()
        for p in built.site.glob("coalitie/**/index.html")
    }
    assert {page for page in pages if not page.endswith("/lijst")} == {
        *(f"coalitie/{name}".rstrip("/") for name in named),
        *groups,
        month,
    }


def test_every_heat_map_is_counted(built: Recount) -> None:
    """Those of the overview are those of the groups, which are counted cell by cell."""
    beds = {built.groups[slug]: slug for slug in ("jongeren", "alleenwonenden", "ouderen")}
    for file in built.site.glob("coalitie/**/index.html"):
        assert set(Numbers(file.read_text("utf-8")).heat_maps) <= HEAT_MAPS | set(beds), file
    for name, slug in beds.items():
        shown = built.page("coalitie/").named(name).rows
        week = built.page(f"coalitie/dekking/{slug}/").named("Dag en deel van de dag").rows
        assert [[number for number, _ in row] for row in shown.values()] == [
            [number for number, _ in row] for row in week.values()
        ]


def test_the_groups_side_by_side_in_quiet_times(built: Recount) -> None:
    """The totals of the rows of each group's own table, which are counted from the calendars."""
    table = built.page("coalitie/dekking/").named("Voor wie en in stille tijden")
    slugs = {name: slug for slug, name in built.groups.items()} | {"Alles samen": "alles"}
    assert set(table.rows) == set(slugs)
    for name, row in table.rows.items():
        own = built.page(f"coalitie/dekking/{slugs[name]}/").named("In stille tijden").rows
        assert dict(zip(table.heads[1:], (number for number, _ in row), strict=True)) == {
            head: cells[-1][0] for head, cells in own.items()
        }
