"""The ways a resident takes through the form, as a hand or a keyboard takes them."""

from playwright.sync_api import Page


def answer_first_questions(page: Page, *, pension: str = "1.300,00") -> None:
    """A pensioner who rents in Duisburg."""
    page.fill("[name=gemeinde]", "Duisburg")
    page.check("#haushalt-1-wohnform-miete")
    page.fill("[name=haushalt-1-miete]", "335")
    page.check("#haushalt-1-mietbestandteile-keine")
    page.fill("[name=person-1-geburtsdatum]", "14.3.1950")
    page.check("#person-1-leistung-keine")
    page.check("#person-1-einkommensarten-rente")
    page.fill("[name=person-1-rente]", pension)
    page.check("#person-1-abzuege-krankenversicherung")


def answer_the_rest(page: Page) -> None:
    """What still decides for her."""
    for field in ("haushalt-1-wohnbesonderheiten-keine", "haushalt-1-todesfall-nein", "person-1-lebensmittelpunkt-ja"):
        page.check(f"#{field}")
    page.check("#person-1-aufenthalt-deutsch")
    page.check("#person-1-merkmale-keine")
    page.fill("[name=person-1-vermoegen]", "3000")


def press(page: Page) -> None:
    """The one primary button of the page."""
    with page.expect_navigation():
        page.locator("main .kern-btn--primary:visible").click()


def unfold_everything(page: Page) -> None:
    """Open every fold, so that what is in it is looked at too."""
    page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
