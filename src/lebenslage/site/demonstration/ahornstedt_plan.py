"""Two years of planning in Ahornstedt, through the real actions: figures, index, reports, places. Needs the analysis packages."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any, Final

import numpy as np
from django.utils import timezone

from lebenslage.accounts.actions import set_totp
from lebenslage.accounts.scope import acting
from lebenslage.atlas.overlay.people import area_of
from lebenslage.authorities.actions import employ
from lebenslage.authorities.models import Authority, Channel, Staff
from lebenslage.journal.actions import SYSTEM, Actor
from lebenslage.journal.clock import at, now
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.map.asked import asked
from lebenslage.planning.map.choice import Choice
from lebenslage.planning.map.index.draft import Draft, Part
from lebenslage.planning.map.index.keeping import keep
from lebenslage.planning.sites.tasks import work_out
from lebenslage.quarters import catalogue
from lebenslage.quarters.drawing import unpacked
from lebenslage.quarters.places import actions as places
from lebenslage.quarters.places.models import Kind
from lebenslage.quarters.places.reading import guessed, sheet_of, understood
from lebenslage.quarters.reading import How, take_in
from lebenslage.quarters.recording import actor
from lebenslage.quarters.reports import actions as reports
from lebenslage.quarters.reports.going_out import go_out
from lebenslage.quarters.reports.models import Report
from lebenslage.site.commands.atlas_tour_town import write_town
from lebenslage.site.demonstration.ahornstedt import PLAN, SEED, count, lay_ground
from lebenslage.site.demonstration.ahornstedt_rights import keep_rights
from lebenslage.site.demonstration.ahornstedt_work import confer, keep_contacts, keep_heat_plan, keep_measures
from lebenslage.site.demonstration.offers import fill_offers
from lebenslage.site.demonstration.town import TOTP_SECRET

MORNING: Final = time(10)
PATIENCE: Final = 10.0


@dataclass(frozen=True, slots=True)
class Town:
    """The town, who plans there, and the folder with its files."""

    authority: Authority
    planner: Staff
    folder: Path

    @property
    def by(self) -> Actor:
        """The planner in the journal."""
        return actor(self.planner)


def build(password: str) -> Authority:
    """The town as its planner has made it until now."""
    with tempfile.TemporaryDirectory() as folder:
        write_town(Path(folder), SEED)
        with on("begun"):
            town = _founded(Path(folder), password)
        with acting(authority=town.authority.pk):
            _played(town)
    fill_offers(town.authority)
    return town.authority


@contextmanager
def on(day: str) -> Iterator[None]:
    """A morning of a day of the plan."""
    with at(_morning(PLAN["days"][day])):
        yield


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, MORNING))


def _founded(folder: Path, password: str) -> Town:
    authority = Authority.objects.create(channel=Channel.PRINT, **PLAN["authority"])
    staff = [employ(authority, **one, by=SYSTEM, password=password) for one in PLAN["staff"]]
    for one in staff:
        set_totp(one.user, TOTP_SECRET)
    return Town(authority, staff[0], folder)


def _played(town: Town) -> None:
    """One day after the other."""
    with on("begun"):
        lay_ground(town.authority, town.folder, at=now())
        _count(town, "begun")
    with on("released"):
        _let_go(_report(town, "released"), by=town.planner)
    with on("planned"):
        keep_measures(town.authority, PLAN, town.folder / "money.csv", by=town.by)
        keep_heat_plan(town.authority, PLAN["heat"], by=town.by)
        contacts = keep_contacts(town.planner, PLAN["contacts"])
    for one in PLAN["conferences"]:
        confer(town.planner, one, contacts, _morning)
    with on("measured"):
        _measure(town)
        _place(town)
    with on("renewed"):
        _count(town, "renewed")
    with on("proposed"):
        _propose_fountains(town, PLAN["fountains"])
    with on("drafted"):
        keep_rights(town.authority, town.planner, PLAN["rights"])
        _report(town, "drafted")


def _count(town: Town, when: str) -> None:
    """Keep figures, and the index made of them."""
    edition = catalogue.edition(town.authority)
    assert edition is not None
    file, day = PLAN["counted"][when]
    count(town.authority, edition, town.folder / file, day, at=now())
    found = asked(town.authority, Choice(), all_of_them=True)
    assert found is not None
    draft = Draft(PLAN["index"]["name"], [Part(key, weight) for key, weight in PLAN["index"]["parts"].items()])
    keep(draft, found, sentences(DEFAULT), at=now(), by=town.planner)


def _measure(town: Town) -> None:
    """Take the census cells and the heat in as a planner does."""
    for one in PLAN["measured"]:
        how = How.model_validate(one["how"]) if "how" in one else None
        file = town.folder / one["file"]
        take_in(town.authority, file, by=town.by, name=town.planner.name, at=now(), mapping=how, title=one["title"])


def _report(town: Town, when: str) -> Report:
    said = PLAN["reports"][when]
    report = reports.make(town.authority, said["title"], by=town.planner, at=now())
    for place, text in said["texts"].items():
        reports.write(report, place, text, by=town.planner, at=now())
    return report


def _let_go(report: Report, *, by: Staff) -> None:
    """On that very day, not when a worker finds the time."""
    reports.let_go(report, by=by)
    go_out(report.pk, by=actor(by))


def _place(town: Town) -> None:
    """Keep the fountains and the houses where one might be, each named after its quarter."""
    said, edition = PLAN["places"], catalogue.edition(town.authority)
    assert edition is not None
    for name in said["files"]:
        sheet = sheet_of((town.folder / name).read_text(encoding="utf8"))
        found = understood(sheet, guessed(sheet, name), edition, []).places
        rows = area_of(unpacked(bytes(edition.outlines)), np.array([(one.x, one.y) for one in found]))
        quarters = [edition.names[row] for row in rows]
        places.add(town.authority, list(_named(found, quarters, said["words"])), places.Known(said["source"], now().date()), by=town.by)


def _named(found: Sequence[places.NewPlace], quarters: Sequence[str], words: Mapping[str, Sequence[str]]) -> Iterator[places.NewPlace]:
    """The second of a kind in a quarter has a number."""
    seen: Counter[str] = Counter()
    for place, quarter in zip(found, quarters, strict=True):
        word, access = words[place.kind]
        name = f"{word} {quarter}"
        seen[name] += 1
        yield replace(place, name=name if seen[name] == 1 else f"{name} {seen[name]}", barrier_free=access)


def _propose_fountains(town: Town, said: Mapping[str, Any]) -> None:
    scenario = places.ask(town.authority, Kind.FOUNTAIN, said["name"], said["terms"], by=town.by, who=town.planner.name)
    work_out(scenario, seconds=PATIENCE)
    places.propose(scenario, said["note"], by=town.by, proposal=True)
