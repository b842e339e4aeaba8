"""The doors of those who work in an authority: who may enter, and in whose name what is asked there."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Final
from uuid import UUID

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template.response import SimpleTemplateResponse
from django.urls import reverse

from lebenslage.accounts.access import has_second_step, second_step_taken, shift_is_over, signed_in
from lebenslage.accounts.prepared import prepared
from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Role, Staff
from lebenslage.pages.middleware import language_of
from lebenslage.pages.views import sorry

type View = Callable[..., HttpResponse]
FIRST_DOORS: Final = dict.fromkeys((Role.PLANNER, Role.DEPARTMENT, Role.READER), "/planung/")
DESK: Final = "/amt/"


class StaffRequest(HttpRequest):
    """A request that `staff_required` has let in."""

    staff: Staff


def staff_required(*roles: str) -> Callable[[View], View]:
    """Let in active staff who took their second step, in one of these roles or in any; the view acts for their authority alone.

    An approver may enter where a caseworker may. The view finds the Staff in `request.staff`.
    """
    admitted = {*roles, Role.APPROVER} if Role.CASEWORKER in roles else set(roles)

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: Any, *args: Any, **more: Any) -> HttpResponse:
            staff = staff_of(request)
            detour = _detour(request, staff, admitted)
            if staff is None or detour is not None:
                return detour or _refused(request)
            with acting(authority=staff.authority_id):
                request.staff = staff
                return _drawn(view(request, *args, **more))

        return guarded

    return decorate


def staff_of(request: HttpRequest) -> Staff | None:
    """The active staff profile of whoever is signed in."""
    user = signed_in(request)
    if user is None or not user.is_staff_member:
        return None
    return next(iter(_active(user=user.pk)), None)


@prepared
def _active(*, user: UUID) -> QuerySet[Staff]:
    return Staff.objects.select_related("authority", "user").filter(user=user, active=True)


def first_page(request: HttpRequest) -> str:
    """Where somebody goes after signing in: to the desk, to the planning pages, or to the own dossier."""
    staff = staff_of(request)
    return FIRST_DOORS.get(Role(staff.role), DESK) if staff else f"/{language_of(request)}/meine/"


def _detour(request: HttpRequest, staff: Staff | None, admitted: set[str]) -> HttpResponse | None:
    """Where to go first: to sign in, to set up or take the second step, or away."""
    user, here = signed_in(request), request.get_full_path() if request.method == "GET" else request.path
    if user is None:
        return redirect_to_login(here)
    if staff is None or (admitted and staff.role not in admitted):
        return _refused(request)
    if shift_is_over(request):
        logout(request)
        return redirect_to_login(here)
    if second_step_taken(request):
        return None
    return redirect_to_login(here, reverse("mfa_reauthenticate" if has_second_step(user) else "mfa_index"))


def _refused(request: HttpRequest) -> HttpResponse:
    return sorry(request, "not_yours", status=403)


def _drawn(response: HttpResponse) -> HttpResponse:
    """A page that is drawn late is drawn here: outside, its queries would act for nobody."""
    return response.render() if isinstance(response, SimpleTemplateResponse) else response
