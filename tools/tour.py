"""Walk through the demonstration and take its pictures: `docs/tour/`, made by `make tour`. Everything on them is invented."""

from __future__ import annotations

import base64
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from lebenslage.desk.pictures import sheets

ROOT = Path(__file__).resolve().parent.parent
TOUR = ROOT / "docs/tour"
PORT = 8791
HERE = f"http://127.0.0.1:{PORT}"
PASSWORD = "nur-zum-ausprobieren"  # noqa: S105 - of invented people
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
TALLEST = 2200
PRIMARY = "main .kern-btn--primary"
QUESTION = "/pruefen/frage/"
FLAGS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"]

ANSWERS: Mapping[str, str] = {
    "gemeinde": "Erlenrath",
    "haushalt-1-wohnform": "miete",
    "haushalt-1-miete": "560",
    "haushalt-1-mietbestandteile": "keine",
    "person-1-geburtsdatum": "14.3.1950",
    "personen": "nein",
    "person-1-leistung": "keine",
    "person-1-einkommensarten": "rente",
    "person-1-rente": "1.300,00",
    "person-1-abzuege": "krankenversicherung",
    "zahlungen": "nein",
    "person-1-lebensmittelpunkt": "ja",
    "person-1-aufenthalt": "deutsch",
    "person-1-merkmale": "keine",
    "person-1-vermoegen": "3000",
    "haushalt-1-todesfall": "nein",
    "haushalt-1-wohnbesonderheiten": "keine",
}
ORDINARY = ("nein", "keine", "niemand")
ABOUT_HER: Mapping[str, Mapping[str, str]] = {
    "name": {"vorname": "Änne", "nachname": "Müller-Lüdenscheidt"},
    "anschrift": {"strasse": "Bahnhofstraße", "hausnummer": "12a", "plz": "00001", "ort": "Erlenrath"},
}


@dataclass
class Album:
    """The pictures in their order, each with a line of what it shows."""

    pages: list[tuple[str, str]]

    def take(self, page: Page, name: str, caption: str) -> None:
        """A picture of the whole page, cut where it becomes very long."""
        self.keep(page.screenshot(full_page=True), name, caption)

    def keep(self, picture: bytes, name: str, caption: str) -> None:
        """A picture in few colours: small enough for a repository, sharp enough to read."""
        shown = Image.open(io.BytesIO(picture)).convert("RGB")
        small = shown.crop((0, 0, shown.width, min(shown.height, TALLEST))).quantize(64, dither=Image.Dither.NONE)
        file = f"{len(self.pages) + 1:02}-{name}.png"
        small.save(TOUR / file, optimize=True)
        self.pages.append((file, caption))

    def bind(self) -> None:
        """The page on which they stand."""
        lines = ["# A walk through Lebenslage", "", "Made by `make tour` from the demonstration. Everything and everybody is invented.", ""]
        for file, caption in self.pages:
            lines += [f"## {caption}", "", f'<img src="{file}" alt="{caption}" width="{WIDTHS.get(file.split("-")[1], 700)}">', ""]
        (TOUR / "README.md").write_text("\n".join(lines), encoding="utf8")


WIDTHS = {"phone": 320, "dark": 320}


@contextmanager
def demonstration(folder: str) -> Iterator[None]:
    """The demo in a folder that is thrown away."""
    command = [sys.executable, "-m", "lebenslage.site.commands", "demo", "--port", str(PORT)]
    running = subprocess.Popen(command, env=environment(folder), stdout=subprocess.DEVNULL)
    try:
        for _ in range(600):
            time.sleep(0.5)
            try:
                urllib.request.urlopen(f"{HERE}/de/", timeout=5).close()  # noqa: S310 - our own address
                break
            except OSError:
                continue
        yield
    finally:
        running.terminate()
        running.wait()


def environment(folder: str) -> dict[str, str]:
    """The settings of the demo, wherever we are."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LEBENSLAGE", "DATABASE"))}
    return {**kept, "LEBENSLAGE_DATA": folder}


def code(folder: str) -> str:
    """The one-time code of this moment."""
    command = [sys.executable, "-m", "lebenslage.site.commands", "demo", "--code"]
    return subprocess.run(command, env=environment(folder), capture_output=True, text=True, check=True).stdout.strip()


def sit(browser: Browser, screen: Mapping[str, int], scheme: str = "light") -> Page:
    """Somebody sits down at a screen."""
    context = browser.new_context(base_url=HERE, viewport=dict(screen), color_scheme=scheme, locale="de-DE", reduced_motion="reduce")  # type: ignore[arg-type]
    return context.new_page()


def press(page: Page, selector: str) -> None:
    """Press, and wait for the page it leads to."""
    with page.expect_navigation():
        page.locator(selector).first.click()


def answer(page: Page, name: str, given: str) -> None:
    """One question."""
    text = page.locator(f"input[name='{name}'][type=text]")
    if text.count():
        text.fill(given)
    else:
        page.locator(f"input[name='{name}'][value='{given}']").check()
    press(page, PRIMARY)


def ordinary(page: Page, name: str) -> None:
    """A question that the ordinary answer settles: no, none, nobody, or nothing."""
    text = page.locator(f"input[name='{name}'][type=text]")
    if text.count():
        text.fill("0")
    else:
        page.locator(",".join(f"input[name='{name}'][value='{word}']" for word in ORDINARY)).first.check()
    press(page, PRIMARY)


def resident(album: Album, browser: Browser) -> Page:
    """From the start page to the sent page, on a phone."""
    page = sit(browser, PHONE)
    page.goto("/de/")
    album.take(page, "phone-start", "Start: help exists here")
    press(page, "main a[href*='/pruefen/']")
    while QUESTION in page.url:
        name = page.url.split(QUESTION)[1].strip("/")
        if name in ("haushalt-1-miete", "person-1-einkommensarten"):
            album.take(page, f"phone-{name.rsplit('-')[-1]}", "One question a page, with why it is asked")
        answer(page, name, ANSWERS[name])
    album.take(page, "phone-result", "What is due, from when, and why")
    press(page, "form[action*='/pruefen/alles/'] button")
    while QUESTION in page.url:
        ordinary(page, page.url.split(QUESTION)[1].strip("/"))
    album.take(page, "phone-rights", "All rights: which go together, what that is a month, and who decides")
    press(page, "main form[action*='/antrag/'] button")
    album.take(page, "phone-tasks", "Apply: how little is left")
    for part, said in ABOUT_HER.items():
        page.goto(f"/de/antrag/angaben/{part}/")
        for id, text in said.items():
            page.fill(f"[name=angaben-1-{id}]", text)
        press(page, PRIMARY)
    page.goto("/de/antrag/speichern/")
    press(page, PRIMARY)
    page.goto("/de/antrag/pruefen/")
    album.take(page, "phone-check", "Check before sending")
    press(page, "main form[action*='/absenden/'] button")
    time.sleep(3)
    page.reload()
    album.take(page, "phone-sent", "Sent: the day and the hour, and what happens next")
    return page


def sign_in(page: Page, mail: str, door: str, folder: str = "") -> None:
    """Password, and a code for staff."""
    page.goto(door)
    page.fill("input[type=email]", mail)
    page.fill("input[type=password]", PASSWORD)
    press(page, "main button.kern-btn--primary")
    if folder:
        page.fill("input[name=code]", code(folder))
        press(page, "main button.kern-btn--primary")


def dossier(album: Album, browser: Browser) -> None:
    """Somebody with an account reads her notice: on a phone, in the dark, on a large screen."""
    for scheme, screen, name in (("light", PHONE, "phone"), ("dark", PHONE, "dark"), ("light", DESKTOP, "desktop")):
        page = sit(browser, screen, scheme)
        sign_in(page, "resident@erlenrath.example", "/anmelden/")
        page.goto("/de/meine/")
        press(page, "main a[href*='/de/meine/']")
        album.take(page, f"{name}-case", f"My application ({name}): where it stands, and my next step")
        press(page, "main a[href*='/bescheid/']")
        album.take(page, f"{name}-notice", f"The decision ({name}): amount, calculation, until when to object")


def office(album: Album, browser: Browser, folder: str) -> None:
    """Work list, case, question, decision and the notice itself."""
    page = sit(browser, DESKTOP)
    sign_in(page, "birkholz@erlenrath.example", "/amt/", folder)
    album.take(page, "desk-list", "The work list: my cases, with the reason for each")
    press(page, "main a[href*='ansicht=team']")
    press(page, "main table a[href*='/fall/']")
    album.take(page, "desk-case", "The case on one screen: facts with proofs, and what the law says")
    page = sit(browser, DESKTOP)
    sign_in(page, "vondran@erlenrath.example", "/amt/", folder)
    page.goto("/amt/?ansicht=team&stand=proposed")
    press(page, "main table a[href*='/fall/']")
    press(page, "main a[href$='/entscheidung/']")
    album.take(page, "desk-decision", "The decision, with the notice beside it; a second person approves")
    page.goto("/amt/?ansicht=closed")
    press(page, "main table a[href*='/fall/']")
    address = page.locator("main a[href*='/schriftstueck/']").last.get_attribute("href") or ""
    for number, sheet in enumerate(sheets(page.request.get(address).body(), most=2), start=1):
        album.keep(base64.b64decode(sheet.split(",")[1]), f"paper-notice-{number}", f"The notice on paper, page {number}")


def planning(album: Album, browser: Browser, folder: str) -> None:
    """What the planner sees, and nothing more."""
    page = sit(browser, DESKTOP)
    time.sleep(31)  # a one-time code opens once
    sign_in(page, "ahlers@erlenrath.example", "/planung/antraege/", folder)
    album.take(page, "planning", "Applications and grants by quarter, small counts hidden")


ROOMS: Mapping[str, tuple[str, str]] = {
    "workbench": ("/planung/karte/?gebiet=03", "The planners' workbench: an area chosen, map and table beside each other"),
    "index": ("/planung/karte/index/", "An index is built: the weights, and what each area owes to them"),
    "area": ("/planung/karte/gebiet/03/", "One area in all its figures, and how sure they are"),
    "money": ("/planung/geld/", "Does the money go where the need is?"),
}


def planners_town(album: Album, browser: Browser, folder: str) -> None:
    """Ahornstedt: what its planner has made, and what everybody reads of it."""
    page = sit(browser, DESKTOP)
    time.sleep(31)  # a one-time code opens once
    sign_in(page, "kettler@ahornstedt.example", "/planung/", folder)
    for name, (address, caption) in ROOMS.items():
        page.goto(address)
        if name == "index":
            press(page, "main .index-starts a:has-text('Soziale Lage')")
        album.take(page, f"planning-{name}", caption)
    page.goto("/planung/hitze/brunnen/")
    press(page, "main a[href^='/planung/hitze/brunnen/']:has-text('Drei Brunnen')")
    album.take(page, "planning-fountains", "Three fountains where heat and need meet, with reasons")
    page = sit(browser, PHONE)
    page.goto("/de/stadt/05999027/")
    press(page, "main a[href*='/bericht/']")
    album.take(page, "phone-report", "The released report, as everybody reads it")


def other_languages(album: Album, browser: Browser) -> None:
    """The start page as others read it."""
    for language, name in (("en", "English"), ("nl", "plain Dutch"), ("de-einfach", "Einfache Sprache")):
        page = sit(browser, PHONE)
        page.goto(f"/{language}/")
        album.take(page, f"phone-start-{language}", f"Start, in {name}")


def main() -> None:
    """Throw the old pictures away and take new ones."""
    for old in [*TOUR.glob("*.png"), *TOUR.glob("*.md")]:
        old.unlink()
    TOUR.mkdir(parents=True, exist_ok=True)
    album = Album([])
    with tempfile.TemporaryDirectory() as folder, demonstration(folder), sync_playwright() as playwright:
        program = shutil.which("chromium-headless-shell") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        resident(album, browser)
        other_languages(album, browser)
        dossier(album, browser)
        office(album, browser, folder)
        planning(album, browser, folder)
        planners_town(album, browser, folder)
        browser.close()
    album.bind()
    sys.stdout.write(re.sub(r"\n+", "\n", "\n".join(f"{file}  {caption}" for file, caption in album.pages)) + "\n")


if __name__ == "__main__":
    main()
