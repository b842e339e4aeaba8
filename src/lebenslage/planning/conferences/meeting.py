"""During and after the meeting: notes, presence, decisions, what becomes of them, minutes, publishing."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.journal.clock import now, today
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.papers.minutes import minutes_pdf
from lebenslage.planning.conferences import pages
from lebenslage.planning.conferences.forms import DecisionForm, FollowForm, NotesForm, decision_as_typed
from lebenslage.planning.conferences.papers import minutes_of
from lebenslage.planning.conferences.views import asked, fields, numbers, refused, shown
from lebenslage.planning.map.fetching import may_fetch
from lebenslage.planning.rooms import PLAN, READ, TAKE_PART
from lebenslage.quarters.conferences import actions, queries
from lebenslage.quarters.conferences.models import Conference, Decision, Item, Progress
from lebenslage.quarters.conferences.problems import MinutesClosed, StepNotPossible, WrittenMeanwhile
from lebenslage.quarters.conferences.publishing import as_public

CONFLICT = 409


@require_safe
@staff_required(*TAKE_PART)
@may_fetch
def notes(request: StaffRequest, key: UUID) -> HttpResponse:
    """The page on which everything is written during the meeting."""
    return _notes(request, asked(request, key))


@require_http_methods(["POST"])
@staff_required(*TAKE_PART)
def write(request: StaffRequest, key: UUID, number: int) -> HttpResponse:
    """Keep the notes on a point; where somebody else wrote meanwhile, show both."""
    found = asked(request, key)
    item = get_object_or_404(Item.objects.select_related("conference"), pk=number, conference=found)
    form = NotesForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        actions.write_notes(item, form.written(), by=request.staff)
    except WrittenMeanwhile as problem:
        item.refresh_from_db()
        said = sentences(DEFAULT).problem(problem)
        both = {
            "conference": found,
            "item": item,
            "mine": form.cleaned_data["notes"],
            "problem": said,
            "public": form.cleaned_data["public"],
        }
        response = shown(request, "conflict", both)
        response.status_code = CONFLICT
        return response
    except MinutesClosed as problem:
        return refused(request, found, problem)
    return redirect(f"{_address(found)}#punkt-{item.pk}")


@require_POST
@staff_required(*TAKE_PART)
def presence(request: StaffRequest, key: UUID) -> HttpResponse:
    """Keep who came."""
    found = asked(request, key)
    try:
        actions.note_presence(found, numbers(request.POST.getlist("da")), by=request.staff)
    except MinutesClosed as problem:
        return refused(request, found, problem)
    return redirect(_address(found))


@require_POST
@staff_required(*TAKE_PART)
@may_fetch
def decide(request: StaffRequest, key: UUID) -> HttpResponse:
    """Keep a new decision."""
    found, form = asked(request, key), DecisionForm(request.POST)
    if not form.is_valid():
        return _notes(request, found, form)
    try:
        kept = actions.decide(found, form.decided(), by=request.staff)
    except MinutesClosed as problem:
        return refused(request, found, problem)
    return redirect(f"{_address(found)}#punkt-{kept.item_id or 'ohne'}")


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def decision(request: StaffRequest, number: int) -> HttpResponse:
    """Change a decision, or take it away while the minutes are open."""
    found = _decision(request, number)
    form = DecisionForm(request.POST if "text" in request.POST else None, initial=dict(decision_as_typed(found)))
    try:
        if "entfernen" in request.POST:
            actions.remove_decision(found, by=request.staff)
            return redirect(_address(found.conference))
        if form.is_valid():
            actions.decide(found.conference, form.decided(), by=request.staff, decision=found)
            return redirect("planning:conferences_one", found.conference_id)
    except MinutesClosed as problem:
        return refused(request, found.conference, problem)
    return shown(request, "decision", {"decision": found, "conference": found.conference, **_without_item(form)}, form.is_bound)


@require_POST
@staff_required(*TAKE_PART)
def follow(request: StaffRequest, number: int) -> HttpResponse:
    """Say how far a decision is."""
    found, form = _decision(request, number), FollowForm(request.POST)
    if form.is_valid():
        actions.follow_up(found, Progress(form.cleaned_data["progress"]), form.cleaned_data["remark"], by=request.staff)
    return redirect("planning:conferences_follow_ups")


@require_POST
@staff_required(*TAKE_PART)
def make_measure(request: StaffRequest, number: int) -> HttpResponse:
    """One click: the measure stands, and can be completed."""
    return redirect("planning:money_change", actions.make_measure(_decision(request, number), by=request.staff).pk)


@require_safe
@staff_required(*READ)
def follow_ups(request: StaffRequest) -> HttpResponse:
    """What is to be done, of all conferences."""
    return shown(request, "follow_ups", pages.follow_ups(request.staff.authority, request.GET, sentences(DEFAULT), on=today()))


@require_safe
@staff_required(*READ)
def minutes(request: StaffRequest, key: UUID) -> HttpResponse:
    """The minutes as PDF."""
    found = asked(request, key)
    content = minutes_pdf(minutes_of(found, sentences(DEFAULT), at=now()))
    headers = {"Content-Disposition": f'inline; filename="niederschrift-{found.on}.pdf"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def publish(request: StaffRequest, key: UUID) -> HttpResponse:
    """Show exactly what everybody will read, and publish it when that is confirmed."""
    found = asked(request, key)
    if request.method == "POST":
        try:
            actions.take_step(found, "publish", by=request.staff)
        except StepNotPossible as problem:
            return refused(request, found, problem)
        return redirect("planning:conferences_one", key)
    return shown(request, "publish", pages.previewed(found, found.public or as_public(found), sentences(DEFAULT)))


def _notes(request: StaffRequest, found: Conference, form: DecisionForm | None = None) -> HttpResponse:
    if not found.open:
        return refused(request, found, MinutesClosed())
    context = {**pages.opened(found, request.staff.role, sentences(DEFAULT), on=today()), **_without_item(form or DecisionForm())}
    context["at_item"] = form.data.get("item", "") if form else request.GET.get("punkt", "")
    return shown(request, "notes", context, form is not None)


def _without_item(form: DecisionForm) -> dict[str, object]:
    found = fields(form)
    return {**found, "fields": [one for one in found["fields"] if one.name != "item"]}


def _decision(request: StaffRequest, number: int) -> Decision:
    found = queries.decision(request.staff.authority, number)
    if found is None:
        raise Http404
    return found


def _address(found: Conference) -> str:
    return f"/planung/konferenzen/{found.pk}/mitschrift/"
