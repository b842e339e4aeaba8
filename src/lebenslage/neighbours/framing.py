"""The frame of the pages of a board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from django.http import HttpResponse
from django.shortcuts import render

from lebenslage.neighbours.filled import Filled
from lebenslage.neighbours.models import Kind, Side
from lebenslage.pages.frame import frame

REFUSED: Final = 422


def page_of_board(
    request: Any, template: str, language: str, context: Mapping[str, Any], *about: object, page: str = "", status: int = 0
) -> HttpResponse:
    """Draw a page of the board; `page` is its name where it is not that of the template, `about` the rest of its address."""
    around = {**frame(language, f"neighbours:{page or template}", request.town.key, *about), "town": request.town}
    around |= {"neighbour": request.neighbour, "kinds": Kind.values, "sides": Side.values}
    return render(request, f"neighbours/{template}.html", {**around, **context}, status=status or status_of(context))


def status_of(context: Mapping[str, Any]) -> int:
    """What a page answers: that something was refused, where its form says what is wrong."""
    form: Filled | None = context.get("form")
    return REFUSED if form is not None and form.wrong else 200
