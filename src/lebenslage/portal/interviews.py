"""The interview of a vault: one look into it gives the answers and the notes."""

from lebenslage.pages.frame import sentences
from lebenslage.portal.check.interview import Interview, Notes
from lebenslage.portal.check.taking import notes_in
from lebenslage.portal.door import APPLICANT
from lebenslage.residents.answers import fresh, from_places
from lebenslage.residents.models import Vault
from lebenslage.residents.queries import typed_in


def interview_of(vault: Vault | None, language: str) -> Interview:
    """The interview as far as this vault has come; the beginning where there is none."""
    say = sentences(language)
    if vault is None:
        return Interview(fresh(""), Notes(), say)
    typed = {**APPLICANT, **typed_in(vault)}
    return Interview(from_places(typed), notes_in(typed), say)
