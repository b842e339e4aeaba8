"""Taking a map of streets in, reading it, taking it away; each change in the journal."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db import transaction

from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import Actor, Subject, record
from lebenslage.journal.clock import now
from lebenslage.quarters.places.actions import Known
from lebenslage.quarters.places.models import State, StreetMap
from lebenslage.quarters.places.streets.signs import sign_of

LONGEST_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class NewMap:
    """A file as it came; `nodes` is the second table of one that is a table of edges, empty otherwise."""

    name: str
    content: bytes
    nodes: bytes = b""


@transaction.atomic
def bring(authority: Authority, given: NewMap, known: Known, licence: str, *, by: Actor, by_name: str) -> StreetMap:
    """Keep a file until it is read. Raises NotAStreetMap."""
    sign_of(given.name, given.content)
    made = StreetMap.objects.create(
        authority=authority,
        title=given.name[-LONGEST_NAME:],
        source=known.source,
        licence=licence,
        on=known.on,
        content=given.content,
        nodes=given.nodes,
        digest=hashlib.sha256(given.content + given.nodes).hexdigest(),
        by_name=by_name,
        at=now(),
    )
    _say(made, "bring_street_map", by, bytes=len(given.content) + len(given.nodes))
    return made


def begun(map: StreetMap) -> None:
    """Keep that somebody reads it."""
    _settle(map, state=State.RUNNING)


def kept(map: StreetMap, packed: bytes, told: Mapping[str, Any]) -> None:
    """Keep what was read; the file itself is not needed any more."""
    _settle(map, state=State.DONE, packed=packed, told=dict(told), problem="", content=b"", nodes=b"", done_at=now())


def refused(map: StreetMap, problem: str) -> None:
    """Keep why it cannot be used."""
    _settle(map, state=State.FAILED, problem=problem, content=b"", nodes=b"", done_at=now())


@transaction.atomic
def remove(map: StreetMap, *, by: Actor, back: bool = False) -> None:
    """Take a map away, or bring it back."""
    _settle(map, removed_at=None if back else now())
    _say(map, "bring_back_street_map" if back else "remove_street_map", by)


def _settle(map: StreetMap, **fields: Any) -> None:
    StreetMap.objects.filter(pk=map.pk).update(**fields)


def _say(map: StreetMap, action: str, by: Actor, **details: Any) -> None:
    record(action, Subject("authority", map.authority_id, map.authority_id), by=by, street_map=map.pk, digest=map.digest, **details)
