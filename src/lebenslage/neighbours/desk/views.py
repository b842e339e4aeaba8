"""The pages of connectors: what waits in their quarters, one thing at a time, and who they are."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.authorities.models import Role, Staff
from lebenslage.journal.clock import today
from lebenslage.neighbours import actions, looking_after, queries
from lebenslage.neighbours.actions.connecting import MEETS_RESIDENTS, Office
from lebenslage.neighbours.door import ConnectorRequest, for_connectors
from lebenslage.neighbours.filled import Field, Filled, filled
from lebenslage.neighbours.framing import status_of
from lebenslage.neighbours.models import Board, Connector, Kind, Reason, Side
from lebenslage.neighbours.views import POST_FIELDS, wording
from lebenslage.pages.frame import sentences, staff_frame
from lebenslage.pages.languages import DEFAULT

ROOM: Final = "connectors"


@require_safe
@for_connectors
def queue(request: ConnectorRequest) -> HttpResponse:
    names = looking_after.quarters_of(request.connector)
    return _page(request, "queue", {"queue": looking_after.queue(request.connector), "quarters": names})


@require_http_methods(["GET", "HEAD", "POST"])
@for_connectors
def look_at_post(request: ConnectorRequest, post_id: UUID) -> HttpResponse:
    by = looking_after.actor(request.staff)
    found = looking_after.open_post(request.connector, post_id, by=by)
    if found is None:
        raise Http404
    if request.method == "POST":
        reason = request.POST.get("reason", "")
        if request.POST.get("step") == "release":
            actions.release(request.connector, found.shown.post, by=by)
        elif reason in Reason.values:
            actions.hide(request.connector, found.shown.post, reason=reason, by=by)
        elif request.POST.get("step") in ENDS and found.way:
            ENDS[request.POST["step"]](found.shown.post, by)
        return redirect("connectors:queue")
    return _page(request, "look_at_post", {"opened": found, "reasons": Reason.values})


OFFICE: Final = (
    Field("place", 120, room=ROOM),
    Field("hours", 120, room=ROOM),
    Field("phone", 40, room=ROOM),
    Field("first", needed=False),
)
ENDS: Final[dict[str, Callable[..., None]]] = {
    "renew": lambda post, by: actions.renew(post, by=by),
    "worked": lambda post, by: actions.end(post, worked=True, by=by),
    "delete": lambda post, by: actions.delete(post, by=by),
}


@require_http_methods(["GET", "HEAD", "POST"])
@for_connectors
def look_at_report(request: ConnectorRequest, report_id: UUID) -> HttpResponse:
    by = looking_after.actor(request.staff)
    found = looking_after.open_report(request.connector, report_id, by=by)
    if found is None:
        raise Http404
    report, told = found
    if request.method == "POST":
        act = actions.stop if request.POST.get("step") == "stop" else actions.close_report
        act(request.connector, report, by=by)
        return redirect("connectors:queue")
    post = looking_after.open_post(request.connector, report.post, by=by)
    return _page(request, "look_at_report", {"report": report, "told": told, "opened": post})


@require_http_methods(["GET", "HEAD", "POST"])
@for_connectors
def put_up_for(request: ConnectorRequest) -> HttpResponse:
    names = looking_after.quarters_of(request.connector)
    form = Filled(sentences(DEFAULT))
    if request.method == "POST":
        fields = (Field("name", 40, public=True), Field("area", choices=list(names)), Field("way", 200), *POST_FIELDS)
        form = filled(request.POST, fields, form.say)
        if form.try_to(lambda: _put_up(request, form), at="title"):
            return redirect("connectors:queue")
    context = {"form": form, "quarters": names, "sides": Side.values, "kinds": Kind.values}
    return _page(request, "put_up_for", context)


def _put_up(request: ConnectorRequest, form: Filled) -> None:
    values, by = form.values, looking_after.actor(request.staff)
    actions.put_up_for(request.connector, values["area"], wording(form), name=values["name"], way=values["way"], by=by)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(Role.ADMINISTRATOR)
def set_up(request: StaffRequest) -> HttpResponse:
    town = request.staff.authority
    meeting = Staff.objects.filter(authority=town, active=True, role__in=MEETS_RESIDENTS)
    people, names = {str(one.pk): one for one in meeting}, queries.quarters(town)
    form = Filled(sentences(DEFAULT))
    if request.method == "POST":
        fields = (Field("staff", choices=list(people), room=ROOM), *OFFICE)
        form = filled(request.POST, fields, form.say)
        areas = [key for key in request.POST.getlist("areas") if key in names]
        if not areas:
            form.wrong["areas"] = form.say("neighbours", "missing", "area")
        if form.try_to(lambda: _opened(request, people[form.values["staff"]], areas, form), at="staff"):
            return redirect("connectors:set_up")
    board, connectors = Board.objects.filter(authority=town).first(), _named(town.pk, names)
    context = {"form": form, "people": people, "quarters": names, "board": board, "connectors": connectors}
    return _page(request, "set_up", context)


def _named(authority: UUID, names: Any) -> list[tuple[Connector, str]]:
    found = Connector.objects.filter(authority=authority).select_related("staff")
    return [(one, ", ".join(names.get(key, key) for key in one.areas)) for one in found]


def _opened(request: StaffRequest, staff: Staff, areas: list[str], form: Filled) -> None:
    values, by = form.values, looking_after.actor(request.staff)
    actions.appoint(staff, areas=areas, office=Office(values["place"], values["hours"], values["phone"]), trained_on=today(), by=by)
    actions.open_board(request.staff.authority, check_first=bool(values["first"]), by=by)


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return render(request, f"neighbours/desk/{template}.html", {**staff_frame(request), **context}, status=status_of(context))
