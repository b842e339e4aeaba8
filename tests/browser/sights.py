"""Every kind of page that a resident sees, with people whose names and answers are long."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from django.http import HttpResponse

from lebenslage.accounts.scope import acting
from lebenslage.journal.actions import RESIDENT
from lebenslage.pages.page_codes import stored
from lebenslage.portal.files import EXAMPLE, answers_in
from lebenslage.residents.access import COOKIE, remember
from lebenslage.residents.actions import answer, open_vault
from lebenslage.residents.answers import as_places
from lebenslage.residents.models import Vault
from tests.cases.stories import Days, Story, Town

LONG_NAME = "Wilhelmine-Charlotte von Hohenlohe-Waldenburg-Schillingsfürst"

ANYBODY = (
    "",
    "hilfe/",
    f"hilfe/?code={stored()['portal:question/einkommensarten']}",
    "hilfe/sofort/",
    "hilfe/beratung/",
    "wohngeld/",
    "wohngeld/datei/beispiel/",
    "formlos/",
    "weiter/",
    "pruefen/frage/gemeinde/",
    "pruefen/geloescht/",
    "nirgends/",
)
WHO_APPLIES = (
    "pruefen/frage/haushalt-1-wohnform/",
    "pruefen/frage/haushalt-1-miete/",
    "pruefen/frage/haushalt-1-wohnbesonderheiten/",
    "pruefen/frage/person-1-einkommensarten/",
    "pruefen/frage/person-1-aufenthalt/",
    "pruefen/ergebnis/",
    "pruefen/loeschen/",
    "antrag/",
    "antrag/angaben/name/",
    "antrag/angaben/anschrift/",
    "antrag/abschnitt/wohnung/",
    "antrag/nachweise/",
    "antrag/nachweise/mietvertrag/haushalt/",
    "antrag/pruefen/",
    "antrag/speichern/",
    "meine/",
)
LARGE_FAMILY = ("pruefen/ergebnis/", "pruefen/frage/personen/", "pruefen/frage/person-2-einkommensarten/", "pruefen/person/2/entfernen/")


@dataclass(frozen=True, slots=True)
class Somebody:
    """A visitor: what her browser remembers, and the pages she looks at, below the language. `walked`: a journey goes there too."""

    cookie: str
    pages: Sequence[str]
    walked: bool = False


def everybody(town: Town) -> Sequence[Somebody]:
    """Somebody who is new here, who applies, who is asked back, who has a notice, who has a large family."""
    with ExitStack() as calendars:
        applying, asked, noticed = (Story(town, calendars.enter_context(Days())) for _ in range(3))
        applying.drafted()
        request, notice = asked.asked(), noticed.notified()
    waiting, decided = f"meine/{request.case_id}/", f"meine/{notice.case_id}/"
    return [
        Somebody("", ANYBODY),
        Somebody(_cookie(applying.vault), WHO_APPLIES, walked=True),
        Somebody(_cookie(asked.vault), [waiting, f"{waiting}antwort/{request.pk}/", f"{waiting}nachweise/", f"{waiting}zuruecknehmen/"]),
        Somebody(
            _cookie(noticed.vault),
            [decided, f"{decided}bescheid/", f"{decided}nachricht/", f"antrag/gesendet/{notice.case_id}/"],
            walked=True,
        ),
        Somebody(_cookie(_large_family()), LARGE_FAMILY),
    ]


def _large_family() -> Vault:
    given = as_places(answers_in(EXAMPLE.replace("Samira", LONG_NAME), "2026-11"))
    vault = open_vault(by=RESIDENT)
    with acting(vault=vault.pk):
        answer(vault, given, by=RESIDENT)
    return vault


def _cookie(vault: Vault) -> str:
    response = HttpResponse()
    remember(response, vault)
    return str(response.cookies[COOKIE].value)
