"""What a question to siting begins with: the usual terms, and what the link knows that led here - quarters, a figure, a kind of place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final

from lebenslage.law.texts import Texts
from lebenslage.quarters.models import Edition, Indicator
from lebenslage.quarters.places import queries
from lebenslage.quarters.places.models import Kind

LONGEST_NAME: Final = 120
OF_TOPIC: Final = {"rat": Kind.ADVICE, "geld": Kind.ADVICE, "ankommen": Kind.CONTACT, "treffen": Kind.COMMUNITY, "jugend": Kind.YOUTH}
"""The kind of place in which offers of a topic are given; of other topics nobody can say."""


def first_terms(
    given: Mapping[str, str], edition: Edition, counts: Sequence[Indicator], poverty: Sequence[Indicator], say: Texts, *, fountain: bool
) -> dict[str, Any]:
    """The form as it opens. `given` is the address: `gebiete` (keys of quarters), `zahl` (of an indicator), `art` or `thema`."""
    names = dict(zip(edition.keys, edition.names, strict=True))
    areas = [key for key in given.get("gebiete", "").split(",") if key in names]
    usual = {"who": "vulnerable" if fountain else "people", "hot": fountain, "minutes": "10", "goal": "coverage", "sites": 3}
    kind = Kind.FOUNTAIN if fountain else _kind(given)
    named = {"name": _name([names[key] for key in areas], kind, say), "areas": areas} | ({"what": str(kind)} if kind else {})
    return usual | named | _need(given.get("zahl", ""), counts, poverty)


def _name(quarters: Sequence[str], kind: str, say: Texts) -> str:
    usual = {Kind.FOUNTAIN: "fountain", "": "service"}.get(kind)
    first = say("planning_sites", "first_name", usual) if usual else say("planning_sites", "kinds", kind)
    return say("planning_sites", "first_name", "where", first=first, quarters=", ".join(quarters))[:LONGEST_NAME] if quarters else first


def _need(key: str, counts: Sequence[Indicator], poverty: Sequence[Indicator]) -> dict[str, Any]:
    """A count says who is meant; a share that can stand for poverty says where to begin."""
    if key in {one.key for one in counts}:
        return {"who": key}
    return {"poverty": key, "burdened_first": True} if key in {one.key for one in poverty} else {}


def _kind(given: Mapping[str, str]) -> str:
    """The kind of place that an address names or its topic means; empty where neither does."""
    kind = given.get("art") or OF_TOPIC.get(given.get("thema", ""), "")
    return str(kind) if kind in queries.SERVICES else ""
