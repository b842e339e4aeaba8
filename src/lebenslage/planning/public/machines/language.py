"""In which language an address answers that has none before it: what stands in `lang`, else German or what the reader's browser wants."""

from __future__ import annotations

from typing import Final

from django.http import HttpRequest

from lebenslage.pages.languages import DEFAULT, SPOKEN, asked_for

PARAMETER: Final = "lang"


def said_in(request: HttpRequest) -> str:
    """The language in the address, else German: a chart speaks as the page does in which it stands, whoever reads that."""
    given = request.GET.get(PARAMETER, "")
    return given if given in SPOKEN else DEFAULT


def liked(request: HttpRequest) -> str:
    """The language in the address, else the one that the browser asks for."""
    return said_in(request) if PARAMETER in request.GET else asked_for(request.headers.get("Accept-Language", ""))


def with_language(address: str, language: str) -> str:
    """An address that answers in a language; German is the usual one and stays away."""
    return address if language == DEFAULT else f"{address}?{PARAMETER}={language}"
