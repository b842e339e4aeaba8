"""Reading the maps of a town. Every question names its authority, and leaves the heavy parts where they are."""

from __future__ import annotations

from typing import Final

from django.db.models import QuerySet

from lebenslage.authorities.models import Authority
from lebenslage.quarters.places.models import State, StreetMap

HEAVY: Final = ("content", "nodes", "packed")


def maps(authority: Authority) -> QuerySet[StreetMap]:
    """All maps, the latest day first, without the removed ones."""
    return StreetMap.objects.filter(authority=authority, removed_at=None).defer(*HEAVY)


def removed(authority: Authority) -> QuerySet[StreetMap]:
    """What was taken away and can be brought back."""
    return StreetMap.objects.filter(authority=authority).exclude(removed_at=None).order_by("-removed_at").defer(*HEAVY)


def current(authority: Authority) -> StreetMap | None:
    """The map that counts: of those that could be read the one of the latest day. None where there is none."""
    found: StreetMap | None = maps(authority).filter(state=State.DONE).first()
    return found


def packed_of(map: StreetMap) -> bytes:
    """The streets of a map, packed."""
    return bytes(StreetMap.objects.values_list("packed", flat=True).get(pk=map.pk))
