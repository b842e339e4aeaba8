"""Pages of a neighbour's own conversations and hours."""

from __future__ import annotations

from datetime import date
from functools import wraps
from typing import Any, Final
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from lebenslage.journal.clock import today
from lebenslage.kernel.dates_typed import read_typed_day
from lebenslage.kernel.errors import UnreadableDate
from lebenslage.neighbours import actions, queries
from lebenslage.neighbours.door import NeighbourRequest, View, for_neighbours
from lebenslage.neighbours.filled import Field, Filled, filled
from lebenslage.neighbours.framing import page_of_board
from lebenslage.neighbours.models import Conversation, Reason
from lebenslage.neighbours.sealed import heading_of
from lebenslage.neighbours.views import REPORT_FIELDS
from lebenslage.pages.frame import sentences

STEPS: Final[dict[str, Any]] = {"block": actions.block, "unblock": actions.unblock, "forget": actions.forget}
MOST_MINUTES: Final = 24 * 60
HOURS_FIELDS: Final = (
    Field("way", choices=("given", "received")),
    Field("minutes", 4),
    Field("on", needed=False),
    Field("what", 80, needed=False),
)


def in_her_talk(view: View) -> View:
    """Find her copy of a conversation; who has none is led to those she has."""

    @for_neighbours
    @wraps(view)
    def entered(request: NeighbourRequest, language: str, talk_id: UUID) -> HttpResponse:
        found = queries.talk_of(request.neighbour, talk_id)
        return view(request, language, found) if found else redirect("neighbours:mine", language, request.town.key)

    return entered


@require_http_methods(["GET", "HEAD", "POST"])
@in_her_talk
def talk(request: NeighbourRequest, language: str, found: Conversation) -> HttpResponse:
    form = Filled(sentences(language))
    if request.method == "POST":
        form = filled(request.POST, [Field("text", 2000, lines=True)], form.say)
        if form.try_to(lambda: actions.write(request.neighbour, found, form.values["text"]), at="text"):
            return redirect("neighbours:talk", language, request.town.key, found.pk)
    said, heading = queries.said_in(found), heading_of(found)
    actions.mark_read(found)
    context = {"talk": found, "heading": heading, "said": said, "form": form, "blocked": queries.blocks(found)}
    return page_of_board(request, "talk", language, context, found.id)


@require_POST
@in_her_talk
def keep_away(request: NeighbourRequest, language: str, found: Conversation) -> HttpResponse:
    name = request.POST.get("step", "")
    if name in STEPS:
        STEPS[name](found)
    if name == "forget":
        return redirect("neighbours:mine", language, request.town.key)
    return redirect("neighbours:talk", language, request.town.key, found.pk)


@require_http_methods(["GET", "HEAD", "POST"])
@in_her_talk
def report_talk(request: NeighbourRequest, language: str, found: Conversation) -> HttpResponse:
    form = Filled(sentences(language))
    if request.method == "POST":
        form = filled(request.POST, REPORT_FIELDS, form.say)
        values = form.values
        if form.try_to(lambda: actions.report_talk(request.neighbour, found, reason=values["reason"], text=values["words"]), at="reason"):
            return page_of_board(request, "thanks", language, {}, found.pk, page="report_talk")
    context = {"talk": found, "heading": heading_of(found), "form": form, "reasons": Reason.values}
    return page_of_board(request, "report", language, context, found.pk, page="report_talk")


@require_http_methods(["GET", "HEAD", "POST"])
@for_neighbours
def hours(request: NeighbourRequest, language: str) -> HttpResponse:
    form = Filled(sentences(language))
    if "forget" in request.POST and request.POST["forget"].isdecimal():
        actions.forget_hours(request.vault, int(request.POST["forget"]))
        return redirect("neighbours:hours", language, request.town.key)
    if request.method == "POST":
        form = filled(request.POST, HOURS_FIELDS, form.say)
        day = _day(form)
        if form.try_to(lambda: _note(request, form, day), at="minutes"):
            return redirect("neighbours:hours", language, request.town.key)
    time = queries.time_of(request.vault.id)
    return page_of_board(request, "hours", language, {"form": form, "time": time})


def _note(request: NeighbourRequest, form: Filled, day: date) -> None:
    values = form.values
    actions.note_hours(request.vault, given=values["way"] == "given", minutes=int(values["minutes"]), on=day, text=values["what"])


def _day(form: Filled) -> date:
    """The day that was typed, or today; checks the minutes as well."""
    minutes, typed = form.values["minutes"], form.values["on"]
    if not (minutes.isdecimal() and 0 < int(minutes) <= MOST_MINUTES):
        form.wrong["minutes"] = form.say("neighbours", "missing", "minutes")
    try:
        return date.fromordinal(read_typed_day(typed)) if typed else today()
    except UnreadableDate as problem:
        form.refuse(problem, "on")
        return today()
