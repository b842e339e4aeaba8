"""What a planner does, page by page; each click, each field and each file is counted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

from tests.browser.hands import PRIMARY
from tests.cases.stories import work

type Shown = Callable[[str, Page], None]


@dataclass
class Planner:
    """Drives one page and keeps a list of what she had to do. `shown` is told the name of each page, as it stands there."""

    page: Page
    shown: Shown
    steps: list[str] = field(default_factory=list)

    def open(self, address: str, name: str) -> None:
        """Follow a link of the navigation, or a bookmark."""
        self._did(f"open {name}")
        self.page.goto(address)
        self.shown(name, self.page)

    def press(self, selector: str, name: str) -> None:
        """Press a button or follow a link, and come to a page."""
        self._did(f"press {name}")
        target = self.page.locator(selector).first
        with self.page.expect_navigation():
            target.click()
        self.shown(name, self.page)

    def fill(self, selector: str, text: str) -> None:
        """Fill in a field."""
        self._did(f"fill {selector}")
        self.page.locator(selector).first.fill(text)

    def choose(self, selector: str, value: str) -> None:
        """Choose in a list."""
        self._did(f"choose {selector}")
        self.page.locator(selector).first.select_option(value)

    def tick(self, selector: str) -> None:
        """Tick a box."""
        self._did(f"tick {selector}")
        self.page.locator(selector).first.check()

    def untick(self, selector: str) -> None:
        """Take the tick out of a box."""
        self._did(f"untick {selector}")
        self.page.locator(selector).first.uncheck()

    def bring(self, file: Path, upload: str = "/planung/daten/hereinholen/") -> None:
        """A file: choose it, send it, take over what was understood."""
        self.open(upload, f"bring-{file.stem}")
        self._did(f"file {file.name}")
        self.page.locator("input[type=file]").set_input_files(file)
        self.press(PRIMARY, f"looked-at-{file.stem}")
        self.press(PRIMARY, f"taken-{file.stem}")

    def wait_for(self, selector: str, name: str) -> None:
        """The work is done behind the page; it turns by itself to what was waited for."""
        work()
        self.page.wait_for_selector(selector)
        self.shown(name, self.page)

    def says(self) -> str:
        """What stands on the page."""
        return self.page.locator("main").inner_text().replace("\u00a0", " ")

    def _did(self, step: str) -> None:
        self.steps.append(step)


def reported(planner: Planner) -> None:
    """One click makes the report, and two release it."""
    planner.open("/planung/bericht/", "reports")
    planner.press("main .make-report button", "draft")
    planner.press("main a[href$='/veroeffentlichen/']", "before-release")
    planner.press("main form button.kern-btn--primary", "released")
    planner.wait_for("main .report-actions", "report-that-went-out")


def decided(planner: Planner, what: str) -> None:
    """A decision is written down at a point of the agenda and becomes a measure."""
    planner.press("main a[href$='/mitschrift/']", "notes")
    planner.press("main a[href*='?punkt=']", "a-point")
    planner.fill("form[action$='/beschluss/'] [name=text]", what)
    planner.press("form[action$='/beschluss/'] button", "decided")
    planner.press("main a.back", "conference-with-decision")
    planner.press("main form[action$='/massnahme/'] button", "measure-of-decision")
