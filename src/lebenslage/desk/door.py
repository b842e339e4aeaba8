"""The door: who enters, and what is said to somebody whose step could not be taken. Every view of the room stands behind it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, Final

from django.http import HttpRequest, HttpResponse

from lebenslage.authorities.access import staff_required
from lebenslage.authorities.models import Role, Staff
from lebenslage.cases import problems
from lebenslage.cases.models import Case
from lebenslage.desk.kept import Kept, kept
from lebenslage.desk.saying import problem_in_words
from lebenslage.kernel.errors import Problem

type View = Callable[..., HttpResponse]

MOVED, GONE, FORBIDDEN, CONFLICT, UNFIT = 302, 401, 403, 409, 422
STATUS: Final[Mapping[type[Problem], int]] = {
    problems.ChangedMeanwhile: CONFLICT,
    problems.WrongState: CONFLICT,
    problems.NotAllowed: FORBIDDEN,
}


class DeskRequest(HttpRequest):
    """A request behind the door: somebody of an authority sent it."""

    staff: Staff


def at_the_desk(view: View) -> View:
    """Let caseworkers and approvers in; keep what was typed where the session has ended or a step cannot be taken."""
    guarded = staff_required(Role.CASEWORKER, Role.APPROVER)(_explained(view))

    @wraps(view)
    def entered(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
        response = guarded(request, *args, **named)
        turned_away = response.status_code == MOVED and not hasattr(request, "staff")
        return kept(request, Kept("expired", GONE)) if turned_away and request.method == "POST" else response

    return entered


def _explained(view: View) -> View:
    """A problem becomes a page that says it and keeps the words."""

    @wraps(view)
    def explaining(request: DeskRequest, *args: Any, **named: Any) -> HttpResponse:
        try:
            return view(request, *args, **named)
        except Problem as problem:
            return refused(request, problem)

    return explaining


def refused(request: HttpRequest, problem: Problem) -> HttpResponse:
    """Say why a step was not taken. Where somebody else changed the case, the same words can be sent to its new state."""
    changed = isinstance(problem, problems.ChangedMeanwhile)
    status = next((code for kind, code in STATUS.items() if isinstance(problem, kind)), UNFIT)
    revision = _revision_now(request) if changed else None
    return kept(request, Kept("changed" if changed else "refused", status, problem_in_words(problem), revision=revision))


def _revision_now(request: HttpRequest) -> int | None:
    """The revision of the case as it is now."""
    named = request.resolver_match.kwargs if request.resolver_match is not None else {}
    return Case.objects.filter(pk=named.get("case_id")).values_list("revision", flat=True).first()
