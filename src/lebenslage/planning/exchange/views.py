"""What towns learn from each other, and what colleagues remark."""

from __future__ import annotations

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from lebenslage.authorities.access import StaffRequest, staff_required
from lebenslage.planning.exchange.forms import Remarking, in_words, way_back
from lebenslage.planning.rooms import READ, TAKE_PART, planning_frame
from lebenslage.quarters.exchange import remarking
from lebenslage.quarters.exchange.models import Remark


@require_POST
@staff_required(*READ)
def remark(request: StaffRequest) -> HttpResponse:
    form, back = Remarking(request.POST), way_back(request.POST.get("back", ""))
    if not form.is_valid():
        context = {**planning_frame(request), "form": form, "back": back, "problems": in_words(form, "anmerkung")}
        return render(request, "planning/exchange/remark.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    remarking.remark(form.cleaned_data["about"], form.cleaned_data["text"], by=request.staff)
    return redirect(f"{back}#anmerkungen")


@require_POST
@staff_required(*TAKE_PART)
def settle(request: StaffRequest, number: int) -> HttpResponse:
    it = get_object_or_404(Remark, authority=request.staff.authority, pk=number)
    remarking.settle(it, by=request.staff)
    return redirect(f"{way_back(request.POST.get('back', ''))}#anmerkungen")
