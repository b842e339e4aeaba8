"""Bringing a directory, with a look at it before anything is kept; and taking it away."""

from __future__ import annotations

from hashlib import sha256
from typing import Any, Final

from django import forms
from django.core.cache import cache
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.authorities.models import Authority
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import Texts
from lebenslage.offers import actions, queries
from lebenslage.offers.hsds import writing
from lebenslage.offers.models import Service, State
from lebenslage.offers.table import read_any, written_table
from lebenslage.offers.topics import TOPICS
from lebenslage.offers.typed import Worded, Wrong
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.offers.frame import actor, offers_frame
from lebenslage.planning.rooms import READ, TAKE_PART

MOST_BYTES: Final = 2_000_000
AN_HOUR: Final = 3600


class BringForm(Worded):
    """A file, or the digest of one that was looked at already: it waits for an hour."""

    room = "planning_offers"
    file = forms.FileField(required=False)
    text = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)
    topic = forms.ChoiceField(required=False)
    public = forms.BooleanField(required=False)

    def __init__(self, data: Any = None, files: Any = None, *, say: Texts) -> None:
        super().__init__(data, files, say=say)
        none = self.say("planning_offers", "import", "no_topic")
        choices = [("", none), *((one, self.say("offers", "topics", one)) for one in TOPICS)]
        self.fields["topic"].choices = choices  # type: ignore[attr-defined]

    def content(self, authority: Authority) -> str:
        """What was brought, as text; nothing where it is too long ago. Needs a valid form."""
        brought = self.cleaned_data.get("file")
        if brought is None:
            return str(cache.get(_place(authority, self.cleaned_data["text"]), ""))
        return str(brought.read(MOST_BYTES).decode("utf-8", errors="replace"))


def _place(authority: Authority, digest: str) -> str:
    return f"offers-brought:{authority.pk}:{digest}"


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def bring(request: StaffRequest) -> HttpResponse:
    say = sentences(DEFAULT)
    form = BringForm(*((request.POST, request.FILES) if request.method == "POST" else ()), say=say)
    context = {**offers_frame(request, "import"), "form": form}
    if request.method != "POST" or not form.is_valid():
        return render(request, "planning/offers/import.html", context)
    text = form.content(request.staff.authority)
    try:
        bundle = read_any(text, request.staff.authority)
    except Problem as problem:
        return render(request, "planning/offers/import.html", {**context, "problems": [Wrong("file", say.problem(problem))]}, status=422)
    if "behalten" not in request.POST:
        report, digest = actions.looked_at(request.staff.authority, bundle), _set_aside(request.staff.authority, text)
        return render(request, "planning/offers/preview.html", {**context, "report": report, "text": digest})
    state, topic = State.PUBLIC if form.cleaned_data["public"] else State.DRAFT, form.cleaned_data["topic"]
    report = actions.import_directory(request.staff.authority, bundle, by=actor(request.staff), state=state, topic=topic)
    return render(request, "planning/offers/imported.html", {**context, "report": report})


def _set_aside(authority: Authority, text: str) -> str:
    """Keep what was brought for an hour; the digest under which it waits."""
    digest = sha256(text.encode()).hexdigest()
    cache.set(_place(authority, digest), text, AN_HOUR)
    return digest


@require_safe
@staff_required(*READ)
def as_hsds(request: StaffRequest) -> HttpResponse:
    rows = queries.whole(Service.objects.filter(authority=request.staff.authority)).order_by("name", "pk")
    contents = [writing.service_object(one) for one in rows]
    page = writing.page(contents, number=1, size=max(1, len(contents)), total=len(contents))
    return JsonResponse(page, headers={"Content-Disposition": 'attachment; filename="angebote.json"'}, json_dumps_params={"indent": 1})


@require_safe
@staff_required(*READ)
def as_table(request: StaffRequest) -> HttpResponse:
    table = written_table(queries.with_parts(queries.entries(request.staff.authority)))
    named = {"Content-Disposition": 'attachment; filename="angebote.csv"'}
    return HttpResponse("\ufeff" + table, content_type="text/csv; charset=utf-8", headers=named)
