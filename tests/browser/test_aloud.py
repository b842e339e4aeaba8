"""A page is read aloud where there is a voice for its language: its content alone, with pause and stop; without one there is no button."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

# A synthesiser that notes what it is asked for; the real one of the browser has no voice on a machine without sound.
VOICES = """
  window.said = []; window.done = [];
  const voice = { speaking: false, paused: false, pending: false,
    getVoices: () => LANGUAGES.map((lang) => ({ lang })),
    speak(one) { window.said.push([one.lang, one.text]); this.speaking = true; this.last = one; },
    pause() { this.paused = true; window.done.push('pause'); },
    resume() { this.paused = false; window.done.push('resume'); },
    cancel() { this.speaking = this.paused = false; window.done.push('cancel'); } };
  Object.defineProperty(window, 'speechSynthesis', { value: voice });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""

type Sit = Callable[..., Page]


@pytest.fixture
def sit(chromium: Browser, server: str) -> Iterator[Sit]:
    """A browser with voices for some languages, and with our safety policy in force."""
    contexts = []

    def down(address: str, *languages: str, javascript: bool = True) -> Page:
        context = chromium.new_context(base_url=server, java_script_enabled=javascript)
        context.add_init_script(VOICES.replace("LANGUAGES", str(list(languages))))
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield down
    for context in contexts:
        context.close()


def test_the_content_is_read_in_the_language_of_the_page_and_can_be_paused(sit: Sit) -> None:
    page = sit("/nl/", "de-DE", "nl_NL")
    page.get_by_role("button", name="Voorlezen").click()
    said = page.evaluate("window.said")
    page.get_by_role("button", name="Pauze").click()
    page.get_by_role("button", name="Verder voorlezen").click()
    page.get_by_role("button", name="Stoppen").click()

    assert said[0] == ["nl", "Op welke hulp heb ik recht?"]
    assert not [text for _, text in said if "Einfache Sprache" in text or "Hulp bij deze pagina" in text]
    assert page.evaluate("window.done") == ["pause", "resume", "cancel"]
    expect(page.get_by_role("button", name="Voorlezen")).to_be_focused()
    expect(page.get_by_role("button", name="Stoppen")).to_be_hidden()


@pytest.mark.parametrize(("languages", "javascript"), [(["fr-FR"], True), ([], True), (["de-DE"], False)])
def test_without_a_voice_or_a_script_there_is_no_button(sit: Sit, languages: list[str], javascript: bool) -> None:
    page = sit("/de/", *languages, javascript=javascript)

    expect(page.locator("#vorlesen")).to_be_hidden()
    expect(page.locator("#drucken")).to_be_visible() if javascript else expect(page.locator("#drucken")).to_be_hidden()
