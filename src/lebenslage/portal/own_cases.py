"""A resident's own case; the case of somebody else does not exist for her."""

from uuid import UUID

from django.http import Http404

from lebenslage.cases.problems import NoSuchCase
from lebenslage.cases.queries import ResidentCase, resident_case
from lebenslage.portal.door import VaultRequest


def own_case(request: VaultRequest, id: UUID, language: str) -> ResidentCase:
    """One application of this resident. Raises Http404."""
    try:
        return resident_case(request.vault, id, language)
    except NoSuchCase as problem:
        raise Http404 from problem
