"""Ahornstedt: the invented town of the planners, with 27 quarters and the figures of two years. Needs the analysis packages."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

import numpy as np

from lebenslage.accounts.actions import set_totp
from lebenslage.atlas.areas.reading import Table, read_areas, read_table
from lebenslage.authorities.actions import employ
from lebenslage.authorities.models import Authority, Channel, Role
from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.drawing import drawn, packed
from lebenslage.quarters.models import Better, Edition, Indicator, Kind
from lebenslage.quarters.recording import Import, Meaning, NewColumn, Outlines, describe, keep_edition, keep_figures
from lebenslage.site.commands.atlas_tour_town import BASES, SHARES, write_town
from lebenslage.site.demonstration.town import TOTP_SECRET

SEED: Final = 27
KEY: Final = "05999027"
SOURCE: Final = "Stadt Ahornstedt, erfunden"
AT: Final = datetime(2026, 11, 2, 9, tzinfo=UTC)
YEARS: Final = (2024, 2026)
STAFF: Final = (
    ("Ruth Kettler", "kettler@ahornstedt.example", Role.PLANNER),
    ("Ole Brand", "brand@ahornstedt.example", Role.DEPARTMENT),
    ("Ina Lesch", "lesch@ahornstedt.example", Role.READER),
)
NAMES: Final[Mapping[str, tuple[str, str, str]]] = {
    "population": ("Bevölkerung", "Alle, die mit Hauptwohnung gemeldet sind.", ""),
    "population_under_65": ("Menschen unter 65", "Alle unter 65 Jahren mit Hauptwohnung.", ""),
    "children_under_15": ("Kinder unter 15", "Alle unter 15 Jahren mit Hauptwohnung.", ""),
    "people_15_to_24": ("Junge Menschen", "Alle von 15 bis 24 Jahren mit Hauptwohnung.", ""),
    "people_65_and_over": ("Ältere Menschen", "Alle ab 65 Jahren mit Hauptwohnung.", ""),
    "households_with_children": ("Haushalte mit Kindern", "Haushalte, in denen ein Kind unter 18 lebt.", ""),
    "immigrants": ("Menschen mit Einwanderungsgeschichte", "Selbst eingewandert, oder beide Eltern.", "Bevölkerung"),
    "basic_income": ("Grundsicherung für Arbeitsuchende", "Menschen unter 65, die Leistungen nach SGB II bekommen.", "Menschen unter 65"),
    "child_poverty": ("Kinderarmut", "Kinder unter 15 in Haushalten mit SGB II.", "Kinder unter 15"),
    "young_unemployed": ("Jugendarbeitslosigkeit", "Arbeitslose von 15 bis 24 Jahren.", "Junge Menschen"),
    "old_age_poverty": ("Altersarmut", "Menschen ab 65 mit Grundsicherung im Alter.", "Ältere Menschen"),
    "lone_parents": ("Alleinerziehende", "Haushalte mit Kindern und nur einem Elternteil.", "Haushalte mit Kindern"),
    "large_families": ("Große Familien", "Haushalte mit drei Kindern oder mehr.", "Haushalte mit Kindern"),
}


def build(password: str) -> Authority:
    """The town with its outlines, catalogue and figures, and who plans there; nothing is published yet."""
    authority = Authority.objects.create(
        key=KEY, name="Stadt Ahornstedt", office="Stabsstelle Sozialplanung", town="Ahornstedt", channel=Channel.PRINT
    )
    for name, email, role in STAFF:
        staff = employ(authority, name=name, email=email, role=role, by=SYSTEM, password=password)
        set_totp(staff.user, TOTP_SECRET)
    with tempfile.TemporaryDirectory() as folder:
        write_town(Path(folder), SEED)
        fill(authority, Path(folder))
    return authority


def fill(authority: Authority, folder: Path) -> Edition:
    """Keep what `write_town` wrote: the outlines, the catalogue, the figures of both years."""
    areas = read_areas(folder / "quarters.gpkg", key="key", name="name")
    assert areas.shapes is not None
    given = Outlines(
        "27 Quartiere",
        date(2020, 1, 1),
        areas.keys,
        areas.names,
        SOURCE,
        crs=areas.crs,
        outlines=packed(areas.shapes),
        drawn=drawn(areas.shapes),
    )
    edition = keep_edition(authority, given, at=AT, by=SYSTEM)
    catalogue = {id: describe(authority, _meaning(id), by=SYSTEM) for id in NAMES}
    for year in YEARS:
        table = read_table(folder / f"figures_{year}.csv", key="key")
        columns = [_column(catalogue[id], table, edition, year) for id in NAMES]
        origin = Import(f"figures_{year}.csv", SOURCE, AT)
        keep_figures(authority, edition, columns, origin, by=SYSTEM, name="Ruth Kettler")
    return edition


def _meaning(id: str) -> Meaning:
    name, definition, denominator = NAMES[id]
    share = id in SHARES
    topic = "Bevölkerung" if id in BASES or id in {"population", "immigrants"} else "Armut und Arbeit"
    better = Better.LOW if share and id != "immigrants" else Better.NEITHER
    return Meaning(
        id, name, definition, Kind.SHARE if share else Kind.COUNT, "Prozent" if share else "Menschen", SOURCE, topic, denominator, better
    )


def _column(indicator: Indicator, table: Table, edition: Edition, year: int) -> NewColumn:
    """In the order of the edition's keys; a share brings the counts of its denominator."""
    order = [table.keys.index(key) for key in edition.keys]
    numbers, _ = table.numbers(indicator.key)
    given: list[float | None] = [None if np.isnan(numbers[row]) else float(numbers[row]) for row in order]
    marks = [Mark.MISSING if number is None else Mark.GIVEN for number in given]
    base = SHARES.get(indicator.key, ("",))[0]
    bases = [float(table.numbers(base)[0][row]) for row in order] if base else None
    return NewColumn(indicator, date(year, 12, 31), given, marks, bases)
