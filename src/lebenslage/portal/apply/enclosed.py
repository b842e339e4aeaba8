"""A proof that goes with a paper, in words."""

from __future__ import annotations

from dataclasses import dataclass

from lebenslage.portal.apply.tasks import Application
from lebenslage.portal.proof_words import proof_words, whose
from lebenslage.residents.queries import Wanted


@dataclass(frozen=True, slots=True)
class Enclosed:
    """What it is, whose, why it is wanted, and what will do instead."""

    label: str
    whose: str
    why: str
    alternatives: str
    required: bool


def enclosed(wanted: Wanted, form: Application) -> Enclosed:
    """A proof as the page of an application says it."""
    paths = {which: ("evidence", wanted.kind, which) for which in ("why", "alternatives")}
    told = {which: form.say(*path) if form.say.has(*path) else "" for which, path in paths.items()}
    return Enclosed(proof_words(wanted.kind, form.say), whose(wanted.row, form.interview), required=wanted.required, **told)
