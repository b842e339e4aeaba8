"""Upkeep: what owners changed and waits for a word, what is stale, and who keeps what."""

from __future__ import annotations

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.journal.clock import today
from lebenslage.offers import actions, keeping, queries
from lebenslage.offers.models import Change, Organization
from lebenslage.offers.problems import NothingToWriteTo
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.offers.frame import actor, offers_frame
from lebenslage.planning.rooms import TAKE_PART

KEEP_PAGE = "portal:offer_keep"


@require_safe
@staff_required(*TAKE_PART)
def upkeep(request: StaffRequest) -> HttpResponse:
    town = request.staff.authority
    owners = Organization.objects.filter(authority=town).annotate(number=Count("services")).prefetch_related("invitations")
    context = {"changes": queries.waiting(town), "stale": queries.stale(town, today()), "owners": owners}
    return render(request, "planning/offers/upkeep.html", {**offers_frame(request, "upkeep"), **context})


@require_POST
@staff_required(*TAKE_PART)
def keeper(request: StaffRequest, number: int) -> HttpResponse:
    address = request.POST.get("keeper", "").strip()
    try:
        if address:
            validate_email(address)
    except ValidationError:
        messages.error(request, sentences(DEFAULT)("planning_offers", "errors", "invalid"))
    else:
        actions.set_keeper(_owner(request, number), address, by=actor(request.staff))
    return redirect(f"{reverse('planning:offers_upkeep')}#traeger-{number}")


@require_POST
@staff_required(*TAKE_PART)
def link(request: StaffRequest, number: int) -> HttpResponse:
    owner = _owner(request, number)
    token = keeping.link_for(owner, by=actor(request.staff))
    address = f"{request.scheme}://{request.get_host()}{reverse(KEEP_PAGE, args=[DEFAULT, token])}"
    return render(request, "planning/offers/link.html", {**offers_frame(request, "upkeep"), "owner": owner, "address": address})


@require_POST
@staff_required(*TAKE_PART)
def write(request: StaffRequest, number: int) -> HttpResponse:
    try:
        keeping.ask(_owner(request, number), by=actor(request.staff))
    except NothingToWriteTo as problem:
        messages.error(request, sentences(DEFAULT).problem(problem))
    else:
        key = "will_write" if _mails_leave() else "no_mail_server"
        messages.success(request, sentences(DEFAULT)("planning_offers", "upkeep", key))
    return redirect(f"{reverse('planning:offers_upkeep')}#traeger-{number}")


@require_POST
@staff_required(*TAKE_PART)
def settle(request: StaffRequest, number: int) -> HttpResponse:
    change = get_object_or_404(Change.objects.select_related("service"), pk=number, service__authority=request.staff.authority)
    accepted = request.POST.get("antwort") == "ja"
    keeping.settle(change, accepted=accepted, by=actor(request.staff), name=request.staff.name)
    return redirect("planning:offers_upkeep")


def _owner(request: StaffRequest, number: int) -> Organization:
    return get_object_or_404(Organization, pk=number, authority=request.staff.authority)


def _mails_leave() -> bool:
    """Whether mails leave this machine; else they are files in the data directory."""
    return "filebased" not in settings.MAILERS["default"]["BACKEND"]
