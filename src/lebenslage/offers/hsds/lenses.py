"""How a column of ours stands in an object of HSDS: where it is read, and where it is written.

An object is kept as it came. Written again, it is that object, and only what a column says otherwise is put into it. So nothing is lost,
whatever somebody else wrote there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID, uuid5

type Object = dict[str, Any]

NAMES: Final = UUID("6d2b2a3e-2f6d-5d0e-9c3b-0d6a1e5b7c44")
"""The name space of identities that follow from others."""


@dataclass(frozen=True, slots=True)
class Lens:
    """A column, how it is read from an object, and how it is put there. `put` gets the identity of the whole for parts that need one."""

    column: str
    read: Callable[[Object], Any]
    put: Callable[[Object, Any, UUID], None]


def columns_of(given: Object, lenses: Iterable[Lens]) -> Mapping[str, Any]:
    """Our columns, read from an object."""
    return {lens.column: lens.read(given) for lens in lenses}


def written(kept: Object, row: object, uid: UUID, lenses: Iterable[Lens]) -> Object:
    """The object with what our columns say. What they do not speak of stays as it came."""
    new = deepcopy(kept)
    if "id" not in new or identity(new["id"]) != uid:
        new = {"id": str(uid), **{key: value for key, value in new.items() if key != "id"}}
    for lens in lenses:
        value = getattr(row, lens.column)
        if lens.read(new) != value:
            lens.put(new, value, uid)
    return new


def identity(given: object) -> UUID:
    """The identity of an object; one that is no UUID gets the same one every time."""
    try:
        return UUID(str(given))
    except ValueError:
        return uuid5(NAMES, str(given))


def text(column: str, key: str = "", most: int = 10_000) -> Lens:
    """A text of the object itself."""
    key = key or column

    def put(given: Object, value: str, uid: UUID) -> None:
        _set(given, key, value or None)

    return Lens(column, lambda given: _text(given.get(key), most), put)


def value[V](column: str, key: str, reads: Callable[[Any], V | None], writes: Callable[[V], Any]) -> Lens:
    """A value of the object itself that is no text with us."""

    def put(given: Object, value: V | None, uid: UUID) -> None:
        _set(given, key, None if value is None else writes(value))

    return Lens(column, lambda given: reads(given.get(key)), put)


def first(column: str, array: str, key: str, new: Mapping[str, Any], most: int = 400) -> Lens:
    """A text of the first object in an array; `new` is what such an object needs besides."""

    def read(given: Object) -> str:
        items = objects(given, array)
        return _text(items[0].get(key), most) if items else ""

    def put(given: Object, value: str, uid: UUID) -> None:
        items = objects(given, array)
        if not items and value:
            items.append({"id": str(uuid5(uid, array)), **new})
            given[array] = [*items, *_others(given, array)]
        if items:
            items[0][key] = value

    return Lens(column, read, put)


def attribute(column: str, kind: str, most: int = 200) -> Lens:
    """A text that HSDS has no place for: an attribute of this kind."""

    def read(given: Object) -> str:
        return next((_text(one.get("value"), most) for one in objects(given, "attributes") if one.get("link_type") == kind), "")

    def put(given: Object, value: str, uid: UUID) -> None:
        without = [one for one in given.get("attributes") or [] if not (isinstance(one, dict) and one.get("link_type") == kind)]
        new = [{"id": str(uuid5(uid, kind)), "link_id": str(uid), "link_type": kind, "value": value}] if value else []
        _set(given, "attributes", [*without, *new] or None)

    return Lens(column, read, put)


def coded(column: str, array: str, code: Callable[[Object], str], new: Callable[[str], Mapping[str, Any]]) -> Lens:
    """The codes of an array, one an object; objects without a code of ours stay."""

    def read(given: Object) -> Sequence[str]:
        return [found for one in objects(given, array) if (found := code(one))]

    def put(given: Object, value: Sequence[str], uid: UUID) -> None:
        kept = [one for one in given.get(array) or [] if not isinstance(one, dict) or not code(one) or code(one) in value]
        known = set(read(given))
        added = [{"id": str(uuid5(uid, f"{array} {one}")), **new(one)} for one in value if one not in known]
        _set(given, array, [*kept, *added] or None)

    return Lens(column, read, put)


def objects(given: Object, key: str) -> list[Object]:
    """The objects of an array, without what is none."""
    found = given.get(key)
    return [one for one in found if isinstance(one, dict)] if isinstance(found, list) else []


def _others(given: Object, key: str) -> list[Any]:
    found = given.get(key)
    return [one for one in found if not isinstance(one, dict)] if isinstance(found, list) else []


def _text(found: object, most: int) -> str:
    return found[:most] if isinstance(found, str) else ""


def _set(given: Object, key: str, value: object) -> None:
    if value is None:
        given.pop(key, None)
    else:
        given[key] = value
