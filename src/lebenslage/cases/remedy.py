"""The remedy of a service, from its published version to the terms of the time limits."""

from __future__ import annotations

from typing import Final

from lebenslage.kernel.deadlines import Remedy, RemedyForm, RemedyKind, RemedyPlace
from lebenslage.services.models import Version
from lebenslage.services.queries import definition

PLACES: Final = {"deciding_authority": RemedyPlace.AUTHORITY, "court": RemedyPlace.COURT}
FORMS: Final = {"written": RemedyForm.SCHRIFTLICH, "electronic": RemedyForm.ELEKTRONISCH, "on_record": RemedyForm.NIEDERSCHRIFT}


def remedy_of(version: Version) -> Remedy:
    """What can be done against a decision on this service."""
    said = definition(version).remedy
    forms = tuple(FORMS[form] for form in said.form)
    return Remedy(RemedyKind(said.kind), PLACES[said.where], forms, said.months, (said.cites,))
