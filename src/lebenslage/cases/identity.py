"""How a case is found and counted: the name for lists, the tokens for the search, the area for suppressed counts. They follow its facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from lebenslage.authorities.models import Authority
from lebenslage.authorities.queries import area_of
from lebenslage.cases.assessment import full_name
from lebenslage.cases.models import Case, SearchToken
from lebenslage.cases.sealed import seal_name
from lebenslage.cases.search import tokens_for
from lebenslage.residents.places import particular

NAMES: Final = (particular("vorname"), particular("nachname"))
ADDRESS: Final = (particular("strasse"), particular("hausnummer"))
REACHED: Final = (particular("telefon"), particular("email"), particular("erreichbar"), particular("strasse"))


def called(typed: Mapping[str, Sequence[str]]) -> str:
    """What somebody is called in lists: her name, or how she is reached where she has not said it yet."""
    return full_name(typed) or next((typed[place][0] for place in REACHED if typed.get(place)), "")


def area(authority: Authority, typed: Mapping[str, Sequence[str]]) -> str:
    """The opaque key of the area in which the dwelling lies; empty where it is not known."""
    street, number = (next(iter(typed.get(place, ())), "") for place in ADDRESS)
    return area_of(authority, street, number)


def make_findable(case: Case, name: str) -> None:
    """Let the desk find a case by a name."""
    SearchToken.objects.bulk_create(tokens_for(case, name))


def follow(case: Case, place: str, typed: Mapping[str, Sequence[str]]) -> None:
    """After a correction of name or address: list, search and counts follow. The case is not kept yet."""
    if place in NAMES:
        name = called(typed)
        case.sealed_name = seal_name(case.authority_id, case.id, name)
        SearchToken.objects.filter(case=case).delete()
        make_findable(case, name)
    if place in ADDRESS:
        case.area = area(case.authority, typed)
