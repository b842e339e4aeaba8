"""The interview of a vault: one look into it gives the answers and the notes."""

from collections.abc import Mapping, Sequence

from lebenslage.pages.frame import sentences
from lebenslage.portal.check.interview import Interview
from lebenslage.portal.check.taking import notes_in
from lebenslage.portal.door import APPLICANT
from lebenslage.residents.answers import from_places
from lebenslage.residents.models import Vault
from lebenslage.residents.queries import typed_in


def interview_of(vault: Vault | None, language: str) -> Interview:
    """The interview as far as this vault has come; the beginning where there is none."""
    return interview_in(typed_in(vault) if vault else {}, language)


def interview_in(typed: Mapping[str, Sequence[str]], language: str) -> Interview:
    """The interview in what was typed."""
    return Interview(from_places({**APPLICANT, **typed}), notes_in(typed), sentences(language))
