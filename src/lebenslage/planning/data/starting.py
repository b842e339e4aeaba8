"""Where to begin: which figures of the starter set are there, whom to ask for the others, and a table to fill in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.authorities.models import Authority
from lebenslage.planning.data.shelf import topics
from lebenslage.planning.data.words import csv_answer
from lebenslage.planning.rooms import READ, planning_frame
from lebenslage.quarters import catalogue
from lebenslage.quarters.models import Indicator
from lebenslage.quarters.starting import Suggested, starter_set


@dataclass(frozen=True, slots=True)
class Asked:
    """An office and what to ask it for."""

    office: str
    missing: Sequence[Suggested]


@dataclass(frozen=True, slots=True)
class Page:
    """What is there, and what is missing: first what the first report needs."""

    there: Sequence[Indicator]
    first: Sequence[Asked]
    later: Sequence[Asked]
    has_quarters: bool

    @property
    def needed(self) -> int:
        """How many figures the first report still needs."""
        return sum(len(one.missing) for one in self.first)


@require_safe
@staff_required(*READ)
def start(request: StaffRequest) -> HttpResponse:
    """What the first report needs, and whom to ask."""
    return render(request, "planning/data/start.html", {**planning_frame(request), "page": page_of(request.staff.authority)})


@require_safe
@staff_required(*READ)
def template(request: StaffRequest) -> HttpResponse:
    """A table with the keys and names of the quarters, and a column for each figure that the first report still needs."""
    return csv_answer(_rows(request.staff.authority), "vorlage-quartiere.csv")


def page_of(authority: Authority) -> Page:
    """The page of a town."""
    known = {one.key: one for topic in topics(authority) for one in topic.indicators if getattr(one, "newest", None)}
    missing = [one for one in starter_set().values() if one.key not in known]
    there = [known[key] for key in starter_set() if key in known]
    first, later = ([one for one in missing if one.first is wanted] for wanted in (True, False))
    return Page(there, _by_office(first), _by_office(later), catalogue.edition(authority) is not None)


def _by_office(missing: Sequence[Suggested]) -> Sequence[Asked]:
    ordered = sorted(missing, key=lambda one: one.ask)
    return [Asked(office, list(those)) for office, those in groupby(ordered, key=lambda one: one.ask)]


def _rows(authority: Authority) -> Iterator[list[str]]:
    page, edition = page_of(authority), catalogue.edition(authority)
    wanted = [one for asked in page.first for one in asked.missing] or [one for one in starter_set().values() if one.first]
    ordered = [one for one in starter_set().values() if one in wanted]
    yield ["schluessel", "name", *[_heading(one) for one in ordered]]
    pairs = zip(edition.keys, edition.names, strict=True) if edition else iter(())
    for key, name in pairs:
        yield [key, name, *[""] * len(ordered)]


def _heading(one: Suggested) -> str:
    """Offices count people; of a share with a base they are asked for the count, and the share is computed."""
    return f"{one.name} (Anzahl)" if one.kind == "share" and one.base else one.name
