"""Where a town stands in its planning cycle, and what comes next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from lebenslage.authorities.models import Authority
from lebenslage.quarters.conferences.models import Conference
from lebenslage.quarters.measures.models import Measure
from lebenslage.quarters.models import Batch, Edition
from lebenslage.quarters.reports.models import Report

type Done = Callable[[Authority], bool]

STEPS: Final[Mapping[str, tuple[Done, str]]] = {
    "umrisse": (lambda town: Edition.objects.filter(authority=town).exists(), "daten/hereinholen/"),
    "zahlen": (lambda town: Batch.objects.filter(authority=town, withdrawn_at=None).exists(), "daten/hereinholen/"),
    "index": (lambda town: Batch.objects.filter(authority=town, origin="index", withdrawn_at=None).exists(), "karte/index/"),
    "bericht": (lambda town: Report.objects.filter(authority=town).exists(), "bericht/"),
    "konferenz": (lambda town: Conference.objects.filter(authority=town).exists(), "konferenzen/neu/"),
    "massnahme": (lambda town: Measure.objects.filter(authority=town).exists(), "geld/massnahmen/neu/"),
}
"""Each step: whether it is done, and the page where it is done."""
AGAIN: Final = ("runde", "daten/hereinholen/")


def next_step(authority: Authority) -> tuple[str, str]:
    """The first step that is not done, and its page; a new round where all are. At most six questions."""
    return next(((name, page) for name, (done, page) in STEPS.items() if not done(authority)), AGAIN)
