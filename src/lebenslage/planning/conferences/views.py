"""Conferences: the list, one of them, who is asked, what is talked about, what is decided."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.journal.clock import now, today
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.conferences import pages
from lebenslage.planning.conferences.forms import ROOM, ContactForm, MeetingForm, as_typed, first_points, typed_points
from lebenslage.planning.money.fields import drawn, wrong
from lebenslage.planning.rooms import READ, TAKE_PART, planning_frame
from lebenslage.quarters.conferences import actions, queries
from lebenslage.quarters.conferences.calendar import as_ics
from lebenslage.quarters.conferences.models import Conference, Contact
from lebenslage.quarters.conferences.problems import MinutesClosed, StepNotPossible
from lebenslage.quarters.conferences.steps import STEPS


@require_safe
@staff_required(*READ)
def conferences(request: StaffRequest) -> HttpResponse:
    return shown(request, "list", pages.listed(request.staff.authority, sentences(DEFAULT), on=today()))


@require_safe
@staff_required(*READ)
def conference(request: StaffRequest, key: UUID) -> HttpResponse:
    found = asked(request, key)
    return shown(request, "conference", pages.opened(found, request.staff.role, sentences(DEFAULT), on=today()))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def new_conference(request: StaffRequest) -> HttpResponse:
    return _meeting(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def change_conference(request: StaffRequest, key: UUID) -> HttpResponse:
    return _meeting(request, asked(request, key))


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def remove_conference(request: StaffRequest, key: UUID) -> HttpResponse:
    found = asked(request, key)
    if request.method != "POST":
        return shown(request, "remove", {"conference": found})
    try:
        actions.remove_conference(found, by=request.staff, back=found.removed_at is not None)
    except StepNotPossible as problem:
        return refused(request, found, problem)
    return redirect("planning:conferences_one", key)


@require_POST
@staff_required(*TAKE_PART)
def step(request: StaffRequest, key: UUID, name: str) -> HttpResponse:
    found = asked(request, key)
    if name == "publish" or name not in STEPS:
        raise Http404
    try:
        actions.take_step(found, name, by=request.staff)
    except StepNotPossible as problem:
        return refused(request, found, problem)
    return redirect("planning:conferences_one", key)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def invited(request: StaffRequest, key: UUID) -> HttpResponse:
    found, say = asked(request, key), sentences(DEFAULT)
    adding = "organisation" in request.POST
    form = ContactForm(request.POST if adding else None, say=say)
    chosen = list(found.invitations.values_list("contact", flat=True))
    try:
        if form.is_valid():
            contact = actions.keep_contact(found.authority, form.entry(), by=request.staff)
            actions.invite(found, [*chosen, contact.pk], by=request.staff)
            return redirect("planning:conferences_invited", key)
        if request.method == "POST" and not adding:
            actions.invite(found, numbers(request.POST.getlist("kontakt")), by=request.staff)
            return redirect("planning:conferences_one", key)
    except MinutesClosed as problem:
        return refused(request, found, problem)
    sides = pages.contacts_by_side(list(queries.contacts(found.authority)), chosen, say)
    return shown(request, "invited", {"conference": found, "sides": sides, **fields(form)}, form.is_bound)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def agenda(request: StaffRequest, key: UUID) -> HttpResponse:
    found = asked(request, key)
    if request.method != "POST":
        return shown(request, "agenda", {"conference": found, "agenda": list(pages.timed(found)), "new": range(3)})
    try:
        actions.keep_agenda(found, typed_points(request.POST, list(found.items.all())), by=request.staff)
    except MinutesClosed as problem:
        return refused(request, found, problem)
    return redirect("planning:conferences_agenda" if "weiter" in request.POST else "planning:conferences_one", key)


@require_safe
@staff_required(*READ)
def letter(request: StaffRequest, key: UUID) -> HttpResponse:
    found = asked(request, key)
    mails = [one.contact.email for one in found.invitations.select_related("contact") if one.contact.email]
    without = [one.contact for one in found.invitations.select_related("contact") if not one.contact.email]
    text = pages.invitation(found, sentences(DEFAULT))
    return shown(request, "letter", {"conference": found, "text": text, "mails": mails, "without": without})


@require_safe
@staff_required(*READ)
def appointment(request: StaffRequest, key: UUID) -> HttpResponse:
    content = as_ics(asked(request, key), at=now())
    headers = {"Content-Disposition": 'attachment; filename="sozialraumkonferenz.ics"'}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def address_book(request: StaffRequest) -> HttpResponse:
    return _contact(request, None)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def change_contact(request: StaffRequest, number: int) -> HttpResponse:
    return _contact(request, get_object_or_404(queries.contacts(request.staff.authority, all_of_them=True), pk=number))


@require_POST
@staff_required(*TAKE_PART)
def put_away(request: StaffRequest, number: int) -> HttpResponse:
    contact = get_object_or_404(queries.contacts(request.staff.authority, all_of_them=True), pk=number)
    actions.put_away(contact, by=request.staff, back=not contact.active)
    return redirect("planning:conferences_book")


def asked(request: StaffRequest, key: UUID) -> Conference:
    """A conference of one's own authority; any other is not there."""
    found = queries.conference(request.staff.authority, key)
    if found is None:
        raise Http404
    return found


def shown(request: StaffRequest, page: str, context: Any, bound: bool = False) -> HttpResponse:
    """A page of this room; a form that came back with errors is said to be so."""
    may = {"may": request.staff.role in TAKE_PART}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if bound else HTTPStatus.OK
    return render(request, f"planning/conferences/{page}.html", {**planning_frame(request), **may, **context}, status=status)


def refused(request: StaffRequest, found: Conference, problem: Any) -> HttpResponse:
    """The page of the conference, with why a step was not taken."""
    say = sentences(DEFAULT)
    context = {**pages.opened(found, request.staff.role, say, on=today()), "problem": say.problem(problem)}
    return shown(request, "conference", context, bound=True)


def fields(form: Any) -> dict[str, Any]:
    """A form as the template draws it."""
    say = sentences(DEFAULT)
    return {"fields": drawn(form, ROOM, say), "problems": wrong(form, ROOM, say)}


def numbers(given: list[str]) -> list[int]:
    """The numbers among what was sent."""
    return [int(one) for one in given if one.isdecimal()]


def _meeting(request: StaffRequest, found: Conference | None) -> HttpResponse:
    authority = request.staff.authority
    initial = as_typed(found) if found else {"areas": [key for key in request.GET.get("gebiete", "").split(",") if key], "starts": "14:00"}
    form = MeetingForm(request.POST or None, authority=authority, initial=initial)
    if form.is_valid():
        points = () if found else first_points(sentences(DEFAULT))
        kept = actions.keep_conference(authority, form.meeting(), by=request.staff, conference=found, agenda=points)
        return redirect("planning:conferences_one" if found else "planning:conferences_invited", kept.pk)
    return shown(request, "change", {"conference": found, **fields(form)}, form.is_bound)


def _contact(request: StaffRequest, contact: Contact | None) -> HttpResponse:
    say, authority = sentences(DEFAULT), request.staff.authority
    initial = {name: getattr(contact, name) for name in ContactForm.base_fields} if contact else {}
    form = ContactForm(request.POST or None, say=say, initial=initial)
    if form.is_valid():
        actions.keep_contact(authority, form.entry(), by=request.staff, contact=contact)
        return redirect("planning:conferences_book")
    everybody = list(queries.contacts(authority, all_of_them=True))
    sides = pages.contacts_by_side([one for one in everybody if one.active], (), say)
    away = [one for one in everybody if not one.active]
    return shown(request, "book", {"contact": contact, "sides": sides, "away": away, **fields(form)}, form.is_bound)
