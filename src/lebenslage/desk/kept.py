"""Nothing typed at the desk is lost: where a step cannot be taken, the page that says so holds every word, ready to be sent again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import Resolver404, resolve

from lebenslage.pages.frame import sentences, staff_frame
from lebenslage.pages.languages import DEFAULT, SPOKEN

LONG: Final = frozenset({"grund", "text", "begruendung"})
DAYS: Final = frozenset({"am", "faellig"})
CORRECTION, HIDDEN = "wert", "hidden"
NOT_SENT_AGAIN: Final = frozenset({"csrfmiddlewaretoken", "revision", "adresse"})
MOST_FIELDS: Final = 200


@dataclass(frozen=True, slots=True)
class Typed:
    """One field as it was sent: shown to be changed where a person typed it, hidden where she chose it."""

    id: str
    name: str
    value: str
    label: str
    kind: str
    error: str = ""

    @property
    def shown(self) -> bool:
        """Whether a person typed it."""
        return self.kind != HIDDEN


@dataclass(frozen=True, slots=True)
class Kept:
    """What happened, in a key of `desk.kept`, a sentence on it, and where the words go when they are sent again."""

    what: str
    status: int
    sentence: str = ""
    address: str = ""
    back: str = ""
    revision: int | None = None
    errors: Mapping[str, str] | None = None


def kept(request: HttpRequest, about: Kept) -> HttpResponse:
    """The page that keeps what was typed."""
    address = about.address or request.path
    context = {
        **_frame(request),
        "about": about,
        "address": address,
        "back": about.back or _case_of(address),
        "typed": typed(request.POST, about.errors or {}),
        "problems": _problems(about.errors or {}),
        "again": about.what == "expired",
    }
    return render(request, "desk/kept/page.html", context, status=about.status)


def typed(sent: QueryDict, errors: Mapping[str, str]) -> Sequence[Typed]:
    """Every field that was sent, and those that were left out where something belongs."""
    say = sentences(DEFAULT)
    fields = [
        Typed(
            f"feld-{name}-{number}", name, value, _label(name), _kind(name), say("desk", "errors", errors[name]) if name in errors else ""
        )
        for name, values in list(sent.lists())[:MOST_FIELDS]
        if name not in NOT_SENT_AGAIN
        for number, value in enumerate(values)
    ]
    return sorted(fields, key=lambda one: one.shown)


def _kind(name: str) -> str:
    """How a field is shown: as a long text, as a day, as a short text, or not at all where it was chosen."""
    if name.startswith(CORRECTION):
        return "text"
    return "long" if name in LONG else "date" if name in DAYS else HIDDEN


def _label(name: str) -> str:
    say, key = sentences(DEFAULT), CORRECTION if name.startswith(CORRECTION) else name
    return say("desk", "fields", key) if say.has("desk", "fields", key) else ""


def _problems(errors: Mapping[str, str]) -> Sequence[Mapping[str, str]]:
    say = sentences(DEFAULT)
    targets = {name: "" if _kind(name) == HIDDEN else f"feld-{name}-0" for name in errors}
    return [{"sentence": say("desk", "errors", key), "target": targets[name]} for name, key in errors.items()]


def _frame(request: HttpRequest) -> dict[str, Any]:
    """The frame of the staff, or the plain one where nobody is signed in any more."""
    if getattr(request, "staff", None) is not None:
        return {**staff_frame(request), "base": "pages/staff.html"}
    return {
        "language": SPOKEN[DEFAULT],
        "say": sentences(DEFAULT),
        "translations": [],
        "home": "start",
        "base": "desk/kept/signed_out.html",
    }


def _case_of(address: str) -> str:
    """The page of the case that an address is about; the work list where it is about none."""
    parts = address.split("/")
    return "/".join(parts[:4]) + "/" if parts[2:3] == ["fall"] and len(parts) > 4 else "/amt/"


def is_of_the_desk(address: str) -> bool:
    """Whether words may be sent again to this address: one of ours, and of this room."""
    try:
        return address.startswith("/amt/") and resolve(address).app_name == "desk"
    except Resolver404:
        return False


def sent_from_here(request: HttpRequest) -> bool:
    """Whether a page of this site sent it, as the browser says: nobody elsewhere puts words into these fields."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"
