"""A whole planning cycle in the browser: from an empty town to a published report, a conference, fountains, and the next edition."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.hands import PRIMARY
from tests.browser.planners import Planner, decided, reported

pytestmark = pytest.mark.browser
MOST_STEPS = 40
RECIPE = "main a:has-text('27 Quartiere')"


def published(planner: Planner, files: Path) -> None:
    """From nothing to a report that everybody can read."""
    for file in ("quarters.gpkg", "figures_2024.csv", "figures_2026.csv"):
        planner.bring(files / file)
    planner.open("/planung/karte/index/", "index")
    planner.press(RECIPE, "index-drawn")
    planner.fill("main .index-save [name=name]", "Soziale Lage")
    planner.press("main .index-save button", "index-kept")
    reported(planner)


def conferred(planner: Planner) -> None:
    """A conference on a quarter: its briefing is read, a decision is written down and becomes a measure."""
    planner.open("/planung/konferenzen/neu/", "new-conference")
    for selector, text in {"[name=title]": "Sozialraumkonferenz Bachgrund", "[name=on]": "2026-11-24", "[name=starts]": "17:00"}.items():
        planner.fill(selector, text)
    planner.tick("input[name=areas][value='03']")
    planner.press(PRIMARY, "whom-to-invite")
    planner.fill("[name=organisation]", "Caritasverband")
    planner.fill("[name=function]", "Leitung des Familienzentrums")
    planner.press("main form:has([name=organisation]) button", "invited")
    planner.press("main a.back", "conference")
    planner.press("main a[href$='/vorbereitung/']", "briefing")
    assert "Bachgrund" in planner.says()
    planner.page.go_back()
    decided(planner, "Ein Treff für Alleinerziehende")


def sited(planner: Planner, files: Path) -> None:
    """Fountains where they are needed first, with reasons."""
    for file in ("fountains.csv", "candidates.csv"):
        planner.bring(files / file, "/planung/standorte/orte/datei/")
    planner.open("/planung/hitze/brunnen/neu/", "ask-fountains")
    planner.press(PRIMARY, "computing")
    planner.wait_for("main a[href$='/liste/']", "fountains")
    planner.press("main a[href$='/liste/']", "list-for-the-council")


def next_edition(planner: Planner, files: Path, folder: Path) -> None:
    """Two years later: new figures, the same index, the next report."""
    later = folder / "figures_2028.csv"
    later.write_text((files / "figures_2026.csv").read_text(encoding="utf8"), encoding="utf8")
    planner.bring(later)
    planner.open("/planung/karte/index/", "index-again")
    planner.press("main .index-own button", "index-renewed")
    reported(planner)


@pytest.mark.long
def test_from_an_empty_town_to_a_published_report_and_round_again(planner: Planner, town_files: Path, tmp_path: Path) -> None:
    published(planner, town_files)
    until_published = len(planner.steps)
    planner.bring(town_files / "cells.csv")
    planner.bring(town_files / "heat.tif")
    conferred(planner)
    sited(planner, town_files)
    next_edition(planner, town_files, tmp_path)
    planner.open("/planung/bericht/", "both-editions")

    print(f"{until_published} steps until the report is published: {', '.join(planner.steps[:until_published])}")  # noqa: T201
    assert planner.says().count("veröffentlicht (") == 2
    assert until_published <= MOST_STEPS
    planner.page.goto("/de/stadt/05999127/")
    assert "Sozialbericht 2028" in planner.says()
