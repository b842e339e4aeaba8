"""A whole planning cycle in the browser: from an empty town to a published report, a conference, fountains, and the next edition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from django.core.cache import cache
from playwright.sync_api import Browser, Page

from lebenslage.accounts.actions import make_user, set_totp
from lebenslage.accounts.models import Kind
from lebenslage.authorities.models import Authority, Role, Staff
from tests.browser.hands import PRIMARY
from tests.browser.journey import PASSWORD, SECRET, code
from tests.browser.planners import Planner
from tests.cases.stories import work

pytestmark = pytest.mark.browser
MOST_STEPS = 40
RECIPE = "main a:has-text('27 Quartiere')"


@pytest.fixture
def empty_town(server: str) -> Authority:
    """A town of which nothing is known yet, and who plans there."""
    cache.clear()
    town = Authority.objects.create(key="05999127", name="Stadt Ahornstedt", office="Stabsstelle Sozialplanung")
    user = make_user("kettler@05999127.example.org", PASSWORD, Kind.STAFF)
    set_totp(user, SECRET)
    Staff.objects.create(user=user, authority=town, name="Ruth Kettler", role=Role.PLANNER)
    return town


@pytest.fixture
def planner(chromium: Browser, server: str, empty_town: Authority, barriers: Callable[[Page], list[str]]) -> Iterator[Planner]:
    """She has signed in on a desktop; every kind of page she comes to is free of barriers."""
    context = chromium.new_context(base_url=server, viewport={"width": 1280, "height": 900}, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.goto("/planung/")
    page.fill("input[type=email]", "kettler@05999127.example.org")
    page.fill("input[type=password]", PASSWORD)
    page.click("main button.kern-btn--primary")
    page.fill("input[name=code]", code())
    page.click("main button.kern-btn--primary")
    page.wait_for_url("**/planung/")

    found: dict[str, list[str]] = {}

    def shown(name: str, page: Page) -> None:
        kind = name.partition("-figures")[0]
        if kind not in found:
            found[kind] = barriers(page)

    yield Planner(page, shown)
    context.close()
    assert {name: some for name, some in found.items() if some} == {}


def published(planner: Planner, files: Path) -> None:
    """From nothing to a report that everybody can read."""
    for file in ("quarters.gpkg", "figures_2024.csv", "figures_2026.csv"):
        planner.bring(files / file)
    planner.open("/planung/karte/index/", "index")
    planner.press(RECIPE, "index-drawn")
    planner.fill("main .index-save [name=name]", "Soziale Lage")
    planner.press("main .index-save button", "index-kept")
    reported(planner)


def reported(planner: Planner) -> None:
    """One click makes the report, and two release it."""
    planner.open("/planung/bericht/", "reports")
    planner.press("main .make-report button", "draft")
    planner.press("main a[href$='/veroeffentlichen/']", "before-release")
    planner.press("main form button.kern-btn--primary", "released")
    work()


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
    planner.press("main a[href$='/mitschrift/']", "notes")
    planner.press("main a[href*='?punkt=']", "a-point")
    planner.fill("form[action$='/beschluss/'] [name=text]", "Ein Treff für Alleinerziehende")
    planner.press("form[action$='/beschluss/'] button", "decided")
    planner.press("main a.back", "conference-with-decision")
    planner.press("main form[action$='/massnahme/'] button", "measure-of-decision")


def sited(planner: Planner, files: Path) -> None:
    """Fountains where they are needed first, with reasons."""
    for file in ("fountains.csv", "candidates.csv"):
        planner.bring(files / file, "/planung/standorte/orte/datei/")
    planner.open("/planung/hitze/brunnen/neu/", "ask-fountains")
    planner.press(PRIMARY, "computing")
    work()
    planner.open(planner.page.url, "fountains")
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


@pytest.mark.shared
def test_berlin_comes_in_and_is_seen(planner: Planner, shared_dir: Path) -> None:
    berlin = shared_dir / "data/berlin-lor-2021"
    for file in ("plr_2021.geojson", "population_2022_06.csv"):
        planner.bring(berlin / file)
    planner.open("/planung/karte/", "workbench")
    planner.press("main table tbody a", "an-area-of-berlin")

    assert "von 542" in planner.says()
