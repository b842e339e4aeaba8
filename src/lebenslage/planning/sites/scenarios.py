"""Where scenarios live: those of fountains in the room of heat, the others in that of siting."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from lebenslage.authorities.models import Authority
from lebenslage.law.texts import Texts
from lebenslage.planning.sites.answer import Answer
from lebenslage.quarters import catalogue
from lebenslage.quarters.places import queries
from lebenslage.quarters.places.models import Kind, Scenario

MOST_COMPARED = 3


def home(*, fountain: bool) -> str:
    """The address of the list."""
    return reverse("planning:heat_fountains" if fountain else "planning:site_start")


def address(scenario: Scenario) -> str:
    """The address of a scenario."""
    return f"{home(fountain=scenario.kind == Kind.FOUNTAIN)}{scenario.pk}/"


def answers(authority: Authority, say: Texts, *, fountain: bool) -> Sequence[Answer]:
    """All scenarios of a room, the proposal first."""
    some = queries.scenarios(authority).filter(kind=Kind.FOUNTAIN) if fountain else queries.scenarios(authority).exclude(kind=Kind.FOUNTAIN)
    edition = catalogue.edition(authority)
    return [Answer(one, edition, say) for one in some.order_by("-proposal", "-at", "-pk")]


def compared(authority: Authority, ids: Sequence[str], say: Texts) -> Sequence[Answer]:
    """Two or three answered scenarios side by side, in the order they were asked."""
    wanted = [int(one) for one in ids if one.isdecimal() and len(one) < 19][:MOST_COMPARED]
    edition = catalogue.edition(authority)
    some = queries.scenarios(authority).filter(pk__in=wanted, state="done").order_by("at", "pk")
    return [Answer(one, edition, say) for one in some]
