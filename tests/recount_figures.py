"""The figures and agreements of the coalition counted again: open data, and files as plain YAML."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

from tests.recount import (
    FIRST,
    NO_AREA,
    TODAY_DAY,
    Town,
    area,
    cost,
    quiet_times,
    share,
    slot_name,
    steps,
)

Activity = dict[str, Any]
WEEKS = {"iedere week": 1, "iedere vier weken": 4, "in acht weken": 8}


class Recount(Town):
    """A town of which the partners' files are read too, as plain YAML."""

    def __init__(self, site: Path, root: Path) -> None:
        super().__init__(site, root / "content")
        self.root = root

    def written(self, name: str) -> Any:
        return yaml.safe_load((self.content / name).read_text("utf-8"))

    @cached_property
    def table(self) -> dict[str, dict[str, str]]:
        return {row["kort"]: row for row in self.rows("coalitie/activiteiten.csv")}

    @cached_property
    def files(self) -> dict[str, Activity]:
        """What a partner wrote of each listed activity."""
        found = {p.stem: p for p in self.root.glob("partners/*/*.yaml")}
        return {o["slug"]: yaml.safe_load(found[o["slug"]].read_text("utf-8")) for o in self.offer}

    @cached_property
    def partners(self) -> dict[str, dict[str, Any]]:
        """Every organisation by its folder."""
        files = sorted(self.root.glob("partners/*/organisatie.yaml"))
        return {p.parent.name: yaml.safe_load(p.read_text("utf-8")) for p in files}

    def of(self, folder: str) -> list[Activity]:
        name = self.partners[folder]["naam"]
        return [one for one in self.offer if one["organisation"] == name]

    def ages(self, folder: str) -> Iterator[int | None]:
        """How many days ago each activity that did not stop was confirmed; None for never."""
        for path in sorted((self.root / "partners" / folder).glob("*.yaml")):
            file = yaml.safe_load(path.read_text("utf-8"))
            if path.stem != "organisatie" and goes_on(file):
                day = file.get("gecontroleerd_op")
                yield (TODAY_DAY - day).days if day else None

    def wanted(self) -> set[tuple[str, str, str]]:
        """What is looked for: of which kind, by whom, and what."""
        files = [(path, yaml.safe_load(path.read_text("utf-8"))) for path in self.paths()]
        return {
            (item["soort"], path.parent.name, item["tekst"])
            for path, file in files
            if goes_on(file)
            for item in file.get("gezocht", [])
        }

    def offered(self) -> list[tuple[str, str]]:
        """What organisations have to share: of which kind, and who."""
        return [
            (item["soort"], folder)
            for folder, partner in self.partners.items()
            for item in partner.get("biedt_aan", [])
        ]

    def paths(self) -> list[Path]:
        return sorted(self.root.glob("partners/*/*.yaml"))

    def phrase(self, group: str) -> str:
        """“voor ouderen”."""
        word = next(w for w in self.written("doelgroepen.yaml")["woorden"] if w["kort"] == group)
        name = str(word["naam"])
        words = word.get("in_een_zin") or f"voor {name if name[1].isupper() else name.lower()}"
        return str(words)

    @cached_property
    def agreements(self) -> "dict[str, Kept]":
        """For how many of its subjects each agreement holds, by its sentence."""
        asked = self.written("verwachtingen.yaml")["verwachtingen"]
        return {one["afspraak"]: Judge.of(self, one).kept() for one in asked}

    @cached_property
    def figures(self) -> dict[str, str]:
        """Every figure that the site counts by itself, by what it counts."""
        total, rows = len(self.offer), self.table.values()
        together = {name for row in rows for name in row["samen_met"].split(", ") if name}
        offering = {row["organisatie"] for row in rows} | together
        enter = [one for one in self.offer if one["accessibility"]]
        languages = {name for row in rows for name in row["talen"].split(", ") if name}
        sectors = {str(one["sector"]).lower() for one in self.partners.values()}
        known = [one for one in enter if steps(one) != "Onbekend"]
        kept = sum(found.kept for found in self.agreements.values())
        subjects = sum(found.of for found in self.agreements.values())

        def having(column: str, *words: str) -> int:
            return sum(row[column] in words for row in rows)

        fixed = {
            "Activiteiten in de gids": str(total),
            "Organisaties die meedoen": str(len(self.partners)),
            "Organisaties met iets in de gids": share(len(offering), len(self.partners)),
            "Sectoren die meedoen": str(len(sectors)),
            "Activiteiten van twee of meer organisaties samen": share(
                sum("samen_met" in file for file in self.files.values()), total
            ),
            "Activiteiten die in de laatste 90 dagen bevestigd zijn": share(
                sum(map(is_fresh, self.offer)), total
            ),
            "Activiteiten die vertellen hoe de eerste keer gaat": share(
                sum(bool(welcome(file)) for file in self.files.values()), total
            ),
            "Activiteiten die zeggen of er drempels zijn": share(len(known), len(enter)),
            "Activiteiten die gratis zijn": share(
                sum(cost(one) == "Gratis" for one in self.offer), total
            ),
            "Talen die er gesproken worden, naast Nederlands": str(len(languages - {"Nederlands"})),
            "Afspraken die gehaald zijn, per wijk, groep of dag geteld": share(kept, subjects),
            "Activiteiten die bekeken zijn door ervaringsdeskundigen": share(
                having("bekeken_door_ervaringsdeskundigen", "ja", "deels"), total
            ),
        }
        groups = {f"Activiteiten {self.phrase(g)}": str(len(self.own(g))) for g in self.groups}
        return fixed | groups


def goes_on(file: Activity) -> bool:
    """Whether it has not stopped yet."""
    return bool(file.get("gestopt_op", date.max) >= TODAY_DAY)


def is_fresh(one: Activity) -> bool:
    day = one["verified_on"]
    return bool(day) and (TODAY_DAY - date.fromisoformat(day)).days <= 90


def welcome(file: Activity) -> list[str]:
    """Who receives people and what happens, as far as that is told."""
    told = file.get("eerste_keer") or {}
    return [told[key] for key in ("wie_ontvangt_u", "wat_gebeurt_er") if told.get(key)]


# --- what was agreed -------------------------------------------------------------------------


@dataclass(frozen=True)
class Kept:
    """For how many of its subjects something holds."""

    kept: int
    of: int


@dataclass(frozen=True)
class Judge:
    """One agreement, and the days, times and activities that it is about."""

    built: Recount
    asked: dict[str, Any]
    starts: Mapping[str, list[datetime]]
    first: date
    last: date

    @classmethod
    def of(cls, built: Recount, asked: dict[str, Any]) -> "Judge":
        name = asked.get("vakantie")
        if name is None:
            return cls(built, asked, built.starts, TODAY_DAY, TODAY_DAY + timedelta(days=55))
        known = built.written("vakanties.yaml")["vakanties"]
        coming = [h for h in known if h["naam"].lower() == name and h["van"] >= TODAY_DAY]
        holiday = min(coming, key=lambda h: h["van"])
        starts = next(found for title, found in quiet_times(built) if title.lower() == name)
        return cls(built, asked, starts, holiday["van"], holiday["tot_en_met"])

    def kept(self) -> Kept:
        if self.asked.get("geldt_voor") == "elke dag":
            days = [replace(self, asked=self.asked | {"dag": day}) for day in self.asked["dag"]]
            return Kept(sum(one.holds(one.offer()) for one in days), len(days))
        subjects = list(self.subjects())
        return Kept(sum(map(self.holds, subjects)), len(subjects))

    def subjects(self) -> Iterator[list[Activity]]:
        """Of each neighbourhood or group, or of the town, what there is."""
        match self.asked.get("geldt_voor", "de hele gemeente"):
            case "elke wijk":
                for slug, name in self.built.areas.items():
                    if slug not in NO_AREA:
                        yield [one for one in self.offer() if area(one) == name]
            case "elke groep":
                for slug in self.asked.get("groepen", FIRST):
                    open_to = self.built.open_to(slug)
                    yield [one for one in self.offer() if one in open_to]
            case _:
                yield self.offer()

    def offer(self) -> list[Activity]:
        names = self.built.words("themas")
        themes = {names[slug] for slug in self.asked.get("themas", [])}
        return [
            one
            for one in self.built.offer
            if (not self.asked.get("gratis") or cost(one) == "Gratis")
            and (not self.asked.get("drempelvrij") or steps(one) == "Zonder drempels")
            and (not themes or themes & set(one["themes"]))
        ]

    def holds(self, offer: list[Activity]) -> bool:
        return all(self.enough(offer, days) for days in self.stretches())

    def stretches(self) -> Iterator[set[date]]:
        """Whole weeks, or as many days as a short holiday has."""
        days = [self.first + timedelta(n) for n in range((self.last - self.first).days + 1)]
        length = min(7 * WEEKS[self.asked.get("hoe_vaak", "iedere week")], len(days))
        for begin in range(0, len(days) - length + 1, length):
            yield set(days[begin : begin + length])

    def enough(self, offer: list[Activity], days: set[date]) -> bool:
        going = [
            one
            for one in offer
            if any(t.date() in days and self.meant(t) for t in self.starts.get(one["slug"], []))
        ]
        by = {one["organisation"] for one in going}
        least, organisers = (self.asked.get(key, 1) for key in ("minstens", "van_organisaties"))
        return bool(len(going) >= least and len(by) >= organisers)

    def meant(self, start: datetime) -> bool:
        """On one of the days and in the part of the day that were asked for."""
        asked = self.asked.get("dag", [])
        slot, days = slot_name(start), [asked] if isinstance(asked, str) else asked
        return (not days or any(slot.startswith(day) for day in days)) and slot.endswith(
            self.asked.get("dagdeel", "")
        )
