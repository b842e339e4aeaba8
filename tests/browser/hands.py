"""A person at a keyboard: she reaches a field with Tab, chooses with Space and arrows, and presses Enter. No mouse, no script."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from playwright.sync_api import FileChooser, Locator, Page

FARTHEST = 400
PATIENCE = 4000
GLANCE = 50
PRIMARY = "main .kern-btn--primary"

type Shown = Callable[[str, Page], None]


class Hands:
    """Drives one page by keyboard alone and shows each page it comes to."""

    def __init__(self, page: Page, shown: Shown) -> None:
        """`shown` is told the name of each page, as it stands there."""
        self.page, self.shown = page, shown

    def open(self, address: str, name: str) -> None:
        """Type an address."""
        self.page.goto(address)
        self.shown(name, self.page)

    def to(self, selector: str) -> Locator:
        """Tab until something has the focus; the way round the page once at most."""
        focused = self.page.locator(selector).and_(self.page.locator(":focus"))
        for _ in range(FARTHEST):
            if focused.count():
                return focused.first
            self.page.keyboard.press("Tab")
        raise AssertionError(f"{selector} cannot be reached with Tab on {self.page.url}")

    def type(self, selector: str, text: str) -> None:
        """Replace what stands in a field."""
        self.to(selector)
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(text)

    def choose(self, name: str, value: str) -> None:
        """One of several choices, or one more of them."""
        option = self.page.locator(f"input[name='{name}'][value='{value}']")
        if option.get_attribute("type") == "checkbox":
            self.to(f"input[name='{name}'][value='{value}']")
            if not option.is_checked():
                self.page.keyboard.press("Space")
            return
        self.to(f"input[name='{name}']")
        self.page.keyboard.press("Space")
        for _ in range(FARTHEST):
            if option.is_checked():
                return
            self.page.keyboard.press("ArrowDown")
        raise AssertionError(f"{value} cannot be chosen on {self.page.url}")

    def press(self, selector: str, name: str) -> None:
        """Press a button or follow a link, and come to a page."""
        self.to(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")
        self.shown(name, self.page)

    def go_on(self, name: str) -> None:
        """The one primary action of the page."""
        self.press(PRIMARY, name)

    def unfold(self, words: str) -> None:
        """Open a fold by its words."""
        self.to(f"summary:has-text('{words}')")
        self.page.keyboard.press("Enter")

    def upload(self, file: Path) -> None:
        """Choose a file: Space or Enter opens the chooser of the system. The browser is told to hand it over well before the key."""
        opened: list[FileChooser] = []

        def open_(chooser: FileChooser) -> None:
            opened.append(chooser)

        self.page.on("filechooser", open_)
        self.to("input[type=file]")
        for key in ("Space", "Enter", "Space"):
            self.page.keyboard.press(key)
            for _ in range(PATIENCE // GLANCE):
                if opened:
                    self.page.remove_listener("filechooser", open_)
                    return opened[0].set_files(file)
                self.page.wait_for_timeout(GLANCE)
        raise AssertionError("no key opens the file chooser")

    def answer(self, name: str, given: str | Sequence[str]) -> None:
        """Answer one question, whatever kind of field it has."""
        if self.page.locator(f"input[name='{name}'][type=text]").count() and isinstance(given, str):
            self.type(f"input[name='{name}'][type=text]", given)
            return
        for value in [given] if isinstance(given, str) else given:
            self.choose(name, value)


class Swift(Hands):
    """The same steps without the way there: fields are filled and pressed at once, for walks that look at words and not at keys."""

    def to(self, selector: str) -> Locator:
        """Focus it."""
        target = self.page.locator(selector).first
        target.focus()
        return target

    def type(self, selector: str, text: str) -> None:
        """Fill it."""
        self.page.locator(selector).first.fill(text)

    def choose(self, name: str, value: str) -> None:
        """Check it."""
        self.page.locator(f"input[name='{name}'][value='{value}']").check()

    def upload(self, file: Path) -> None:
        """Put the file in."""
        self.page.locator("input[type=file]").first.set_input_files(file)
