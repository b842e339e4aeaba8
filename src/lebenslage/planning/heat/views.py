"""The measures of the heat plan, season by season."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.heat.forms import StepForm
from lebenslage.planning.heat.season import current, grouped
from lebenslage.planning.rooms import READ, TAKE_PART, planning_frame
from lebenslage.quarters import catalogue
from lebenslage.quarters.places import actions, queries
from lebenslage.quarters.places.models import Step
from lebenslage.quarters.recording import actor

UNFIT = 422


@require_safe
@staff_required(*READ)
def steps(request: StaffRequest) -> HttpResponse:
    authority, seasons = request.staff.authority, queries.seasons(request.staff.authority)
    asked = request.GET.get("sommer", "")
    season = int(asked) if asked.isdecimal() and int(asked) in seasons else current(seasons)
    some = list(queries.steps(authority, season))
    context = {
        "season": season,
        "seasons": seasons,
        "following": season + 1 if seasons and season == seasons[0] else None,
        "levels": grouped(some),
        "open": sum(one.work in ("open", "running") for one in some),
        "names": _names(request),
        "removed": Step.objects.filter(authority=authority, season=season).exclude(removed_at=None).order_by("-removed_at")[:5],
    }
    return render(request, "planning/heat/steps.html", {**planning_frame(request), **context})


@require_http_methods(["GET", "HEAD", "POST"])
@staff_required(*TAKE_PART)
def step(request: StaffRequest, step_id: int | None = None) -> HttpResponse:
    authority, say = request.staff.authority, sentences(DEFAULT)
    known = get_object_or_404(Step, authority=authority, pk=step_id, removed_at=None) if step_id is not None else None
    first = {"season": current(queries.seasons(authority)), "work": "open", "area": request.GET.get("ort", "")}
    initial = {name: getattr(known, name) for name in StepForm.base_fields} if known else first
    form = StepForm(request.POST or None, say=say, areas=_names(request).items(), initial=initial)
    if form.is_bound and form.is_valid():
        kept = actions.keep_step(authority, form.cleaned_data, by=actor(request.staff), step=known)
        return redirect(f"{reverse('planning:heat_steps')}?sommer={kept.season}")
    context = {"form": form, "step": known, "problems": form.problems if form.is_bound else []}
    return render(request, "planning/heat/step.html", {**planning_frame(request), **context}, status=UNFIT if form.errors else 200)


@require_POST
@staff_required(*TAKE_PART)
def remove(request: StaffRequest, step_id: int) -> HttpResponse:
    known = get_object_or_404(Step, authority=request.staff.authority, pk=step_id)
    actions.remove_step(known, by=actor(request.staff), back="zurueck" in request.POST)
    return redirect(f"{reverse('planning:heat_steps')}?sommer={known.season}")


@require_POST
@staff_required(*TAKE_PART)
def begin(request: StaffRequest) -> HttpResponse:
    season = current(queries.seasons(request.staff.authority)) + 1
    actions.begin_season(request.staff.authority, season, by=actor(request.staff))
    return redirect(f"{reverse('planning:heat_steps')}?sommer={season}")


def _names(request: StaffRequest) -> dict[str, str]:
    """The quarters by key."""
    edition = catalogue.editions(request.staff.authority).filter(level=catalogue.LEVEL).first()
    return dict(zip(edition.keys, edition.names, strict=True)) if edition else {}
