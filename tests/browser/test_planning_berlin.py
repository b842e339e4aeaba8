"""The planning cycle on Berlin's open data, 542 planning areas: data in, index, report, conference, measure, fountains, next edition."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import pytest

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.quarters.models import Better, Kind
from lebenslage.quarters.reading import take_in
from lebenslage.quarters.recording import Meaning, describe
from tests.browser.hands import PRIMARY
from tests.browser.planners import Planner, decided, reported

pytestmark = [pytest.mark.browser, pytest.mark.shared, pytest.mark.long]
AREA: Final = "08100521"
AT: Final = datetime(2026, 11, 1, 9, tzinfo=UTC)
SOURCE: Final = "Monitoring Soziale Stadtentwicklung Berlin 2021"
WORKING_AGE: Final = ("15-18", "18-27", "27-45", "45-55", "55-65")
SHARES: Final[Mapping[str, tuple[str, str]]] = {
    "s1": ("Arbeitslosigkeit", "Menschen von 15 bis 64"),
    "s3": ("Transferbezug", "Bevölkerung"),
    "s4": ("Kinderarmut (MSS)", "Kinder unter 15"),
}
"""Of the columns of the monitoring: what each share is called, and of whom it is."""


@pytest.fixture
def berlin(shared_dir: Path) -> Path:
    """The folder of Berlin's open data."""
    return shared_dir / "data/berlin-lor-2021"


def counted(berlin: Path, folder: Path) -> Path:
    """The people that the shares are of, added up from the classes of age of the register."""
    with (berlin / "population_2022_06.csv").open(encoding="utf-8-sig") as file:
        rows = [*csv.DictReader(file, delimiter=";")]
    made = folder / "grundzahlen_2021.csv"
    with made.open("w", encoding="utf-8", newline="") as file:
        written = csv.writer(file, delimiter=";")
        written.writerow(("PLR_ID", "Menschen von 15 bis 64", "Kinder unter 15"))
        written.writerows((row["PLR-ID"], _sum(row, WORKING_AGE), _sum(row, ("unter6", "6-15"))) for row in rows)
    return made


def _sum(row: Mapping[str, str], classes: Iterable[str]) -> int:
    return sum(int(row[one]) for one in classes if row[one].isdigit())


def known(town: Authority) -> None:
    """The catalogue knows what the columns of the monitoring are."""
    for key, (name, of) in SHARES.items():
        described = Meaning(key, name, f"{name}, in Prozent.", Kind.SHARE, "Prozent", SOURCE, "Armut", of, Better.LOW)
        describe(town, described, by=SYSTEM)


def brought(planner: Planner, town: Authority, berlin: Path, folder: Path) -> None:
    """Outlines, the register, and the monitoring."""
    for file in ("plr_2021.geojson", "population_2022_06.csv"):
        planner.bring(berlin / file)
    known(town)
    take_in(town, counted(berlin, folder), by=SYSTEM, name="Ruth Kettler", at=AT)
    planner.bring(berlin / "mss_2021.csv")


def indexed(planner: Planner) -> None:
    """An index of three shares, kept."""
    planner.open(f"/planung/karte/index/?{urlencode({'merkmale': ','.join(SHARES), 'name': 'Soziale Lage'})}", "index")
    planner.press("main .index-save button", "index-kept")


def conferred(planner: Planner) -> None:
    """A conference on the planning area that is worst off; its decision becomes a measure."""
    planner.open("/planung/konferenzen/neu/", "new-conference")
    for selector, text in {"[name=title]": "Sozialraumkonferenz Neukölln", "[name=on]": "2026-11-24", "[name=starts]": "17:00"}.items():
        planner.fill(selector, text)
    planner.tick(f"input[name=areas][value='{AREA}']")
    planner.press(PRIMARY, "whom-to-invite")
    planner.press("main a.back", "conference")
    planner.press("main a[href$='/vorbereitung/']", "briefing")
    assert "Schulenburgpark" in planner.says()
    planner.page.go_back()
    decided(planner, "Ein Treff für Familien")


def sited(planner: Planner, berlin: Path, folder: Path) -> None:
    """Fountains where none is near: at youth centres, which would let people drink."""
    candidates = Path(shutil.copy(berlin / "poi_youth_centres.geojson", folder / "moegliche_orte.geojson"))
    for file in (berlin / "poi_drinking_fountains.geojson", candidates):
        planner.bring(file, "/planung/standorte/orte/datei/")
    planner.open("/planung/hitze/brunnen/neu/", "ask-fountains")
    planner.untick("[name=hot]")
    planner.press(PRIMARY, "computing")
    planner.wait_for("main a[href$='/liste/']", "fountains")
    assert "3 neue Orte" in planner.says()
    planner.press("main a[href$='/liste/']", "list-for-the-council")


def next_edition(planner: Planner, berlin: Path, folder: Path) -> None:
    """Two years later: the same form, the same index, the next report."""
    planner.bring(Path(shutil.copy(berlin / "mss_2021.csv", folder / "mss_2023.csv")))
    planner.open("/planung/karte/index/", "index-again")
    planner.press("main .index-own button", "index-renewed")
    reported(planner)


def test_berlin_goes_round_the_planning_cycle(planner: Planner, empty_town: Authority, berlin: Path, tmp_path: Path) -> None:
    brought(planner, empty_town, berlin, tmp_path)
    indexed(planner)
    reported(planner)
    conferred(planner)
    sited(planner, berlin, tmp_path)
    next_edition(planner, berlin, tmp_path)
    planner.open("/planung/bericht/", "both-editions")

    assert planner.says().count("veröffentlicht (") == 2
    planner.page.goto("/de/stadt/05999127/")
    assert "Sozialbericht 2023" in planner.says()
