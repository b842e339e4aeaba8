"""Who has no address: where she stays and how she is reached stand in for it. The town where she actually stays is the one that decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.authorities.problems import UnclearMunicipality, UnknownMunicipality
from lebenslage.authorities.queries import find
from lebenslage.law.texts import Texts
from lebenslage.residents.answers import GEMEINDE
from lebenslage.residents.places import particular

ADDRESS: Final = "anschrift"
STAY: Final = "aufenthalt"
WITHOUT: Final = particular("ohne_anschrift")
TOWN: Final = particular("aufenthaltsort")
REACH: Final = particular("erreichbar")
OF_ADDRESS: Final = tuple(particular(id) for id in ("strasse", "hausnummer", "plz", "ort"))
HOW: Final = "wie"
ASKED: Final = "gefragt"
WAYS: Final = ("telefon", "email", "person", "beratung", "abholen")
ALONE: Final = "abholen"

type Typed = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Way:
    """One way to reach her, as the page offers it."""

    id: str
    label: str
    chosen: bool


def without_address(typed: Typed) -> bool:
    """Whether she said that she has no address."""
    return bool(typed.get(WITHOUT))


def has_address(typed: Typed) -> bool:
    """Whether a letter finds her at an address."""
    return bool(typed.get(OF_ADDRESS[0]))


def other(page: str) -> str:
    """The page that stands in for a page, if any."""
    return {ADDRESS: STAY, STAY: ADDRESS}.get(page, "")


def written(sent: Mapping[str, str], german: Texts) -> Mapping[str, str]:
    """The form of the page with the way and its words in one line, as the office reads it."""
    how, words = sent.get(HOW, ""), sent.get(REACH, "").strip()
    if how not in WAYS:
        return sent
    called = german("stay", "ways", how)
    line = called if how == ALONE else f"{called}: {words}" if words else ""
    return {**sent, REACH: line}


def parted(line: str, german: Texts) -> tuple[str, str]:
    """The way and the words in a line that was kept."""
    for how in WAYS:
        called = german("stay", "ways", how)
        if line == called or line.startswith(f"{called}: "):
            return how, line.removeprefix(called).removeprefix(": ")
    return "", line


def ways(chosen: str, say: Texts) -> Sequence[Way]:
    """The ways to choose from."""
    return [Way(id, say("stay", "ways", id), id == chosen) for id in WAYS]


def settled(page: str, kept: Typed, asked: str, say: Texts) -> tuple[Typed, Mapping[str, str]]:
    """What else changes with a page, and what is wrong: address and stay replace each other, and the town of the stay is the one.

    `asked` is the town about which we asked back: sent again as it is, it is taken.
    """
    if page == ADDRESS:
        return {WITHOUT: [], TOWN: [], REACH: []}, {}
    if page != STAY:
        return {}, {}
    changed: dict[str, Sequence[str]] = {WITHOUT: ["ja"], **{place: [] for place in OF_ADDRESS}}
    try:
        return {**changed, GEMEINDE: [find(kept[TOWN][0]).name]}, {}
    except UnclearMunicipality as problem:
        if asked == kept[TOWN][0]:
            return changed, {}
        return {}, {TOWN: f"{say.problem(problem)} {say('formless', 'as_it_is')}"}
    except UnknownMunicipality:
        return changed, {}
