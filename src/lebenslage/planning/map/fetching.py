"""Pages whose script asks the same server for a part of the page: the policy of contents is widened by that and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpResponse
from django.utils.csp import CSP
from django.views.decorators.csp import csp_override

from lebenslage.authorities.access import StaffRequest

POLICY: Final[dict[str, Any]] = {**settings.SECURE_CSP, "connect-src": [CSP.SELF]}

type View[**P] = Callable[Concatenate[StaffRequest, P], HttpResponse]


def may_fetch[**P](view: View[P]) -> View[P]:
    """The page may ask this server, and no other."""
    widened: View[P] = csp_override(POLICY)(view)
    return widened


def town_plan_host() -> str:
    """From where the town's plan comes, as https://host; empty where the settings name none."""
    return f"https://{urlsplit(settings.TILES).netloc}" if settings.TILES else ""


def may_fetch_town_plan[**P](view: View[P]) -> View[P]:
    """The page may ask this server, and the one of the town's plan where the settings name one."""

    @wraps(view)
    def widened(request: StaffRequest, /, *args: P.args, **more: P.kwargs) -> HttpResponse:
        host = town_plan_host()
        policy = {**POLICY, "worker-src": [CSP.SELF], **{name: [*POLICY[name], host] for name in ("connect-src", "img-src")}}
        asked: View[P] = csp_override(policy if host else POLICY)(view)
        return asked(request, *args, **more)

    return widened
