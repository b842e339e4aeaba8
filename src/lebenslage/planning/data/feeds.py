"""Addresses of open data: off unless the installation allows hosts; what is fetched waits for a planner like any other file."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.feeds import actions
from lebenslage.feeds.models import Feed
from lebenslage.feeds.queries import allowed_hosts, feeds
from lebenslage.journal.clock import now
from lebenslage.kernel.errors import Problem
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.data.forms import Address
from lebenslage.planning.rooms import PLAN, planning_frame
from lebenslage.quarters.recording import actor


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*PLAN)
def addresses(request: StaffRequest) -> HttpResponse:
    """The addresses, and a new one."""
    form = Address(request.POST or None)
    problems = form.problems()
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            actions.add_feed(request.staff.authority, given["titel"], given["adresse"], by=actor(request.staff), at=now())
            return redirect("planning:data_feeds")
        except Problem as problem:
            problems = [{"target": "adresse", "sentence": sentences(DEFAULT).problem(problem)}]
    return _page(request, form, problems)


@require_POST
@staff_required(*PLAN)
def fetch_now(request: StaffRequest, feed: int) -> HttpResponse:
    """Fetch a file; a new one is looked at at once."""
    found = get_object_or_404(Feed, authority=request.staff.authority, pk=feed)
    try:
        waiting = actions.fetch_feed(found, by=actor(request.staff), at=now())
    except Problem as problem:
        return _page(request, Address(), [{"target": "", "sentence": sentences(DEFAULT).problem(problem)}])
    return redirect("planning:data_review", waiting.pk) if waiting else redirect("planning:data_feeds")


@require_POST
@staff_required(*PLAN)
def remove(request: StaffRequest, feed: int) -> HttpResponse:
    """Forget an address."""
    actions.remove_feed(get_object_or_404(Feed, authority=request.staff.authority, pk=feed), by=actor(request.staff))
    return redirect("planning:data_feeds")


def _page(request: StaffRequest, form: Address, problems: list[dict[str, str]]) -> HttpResponse:
    context = {"form": form, "problems": problems, "feeds": feeds(request.staff.authority), "hosts": allowed_hosts()}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if problems else HTTPStatus.OK
    return render(request, "planning/data/feeds.html", {**planning_frame(request), **context}, status=status)
