"""The formless application as a sealed page, dated by the last word of it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from django.utils import timezone

from lebenslage.authorities.offices import ResponsibleOffice
from lebenslage.authorities.queries import office_where
from lebenslage.files.installation_seal import installation_seal
from lebenslage.law.texts import Texts
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.papers.formless import FormlessContent, formless_pdf
from lebenslage.papers.sealing import sealed
from lebenslage.portal.apply.printing import applicant, on_paper
from lebenslage.portal.formless.wish import PLACES, Typed, known
from lebenslage.residents.models import Vault
from lebenslage.residents.queries import sources_in

HOUSING: Final = "wohngeld"
FORMLESS: Final = "formlos"


def office_of(typed: Typed) -> ResponsibleOffice:
    """Where it belongs: the office of the right that she names, else her town as a whole."""
    wish = known(typed)
    return office_where(HOUSING if wish.goal == HOUSING else FORMLESS, wish.town)


def asked_for(goal: str, german: Texts) -> str:
    """What she asks for, in the words of an application."""
    return german("formless", "paper", goal)


def sealed_page(vault: Vault, typed: Typed, language: str) -> bytes:
    """The page with the seal of this installation: the same words give the same bytes."""
    made, office = _said(vault, typed), office_of(typed)
    content = FormlessContent(
        office=on_paper(office) if office.name else None,
        applicant=applicant(typed),
        right=asked_for(known(typed).goal, sentences(DEFAULT)),
        made=made,
        language=language,
    )
    return sealed(formless_pdf(content), installation_seal(), at=made)


def _said(vault: Vault, typed: Typed) -> datetime:
    said = sources_in(vault)
    return timezone.localtime(max(said[place][1] for place in PLACES if place in typed))
