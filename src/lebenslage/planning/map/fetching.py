"""Pages whose script asks the same server for a part of the page: the policy of contents is widened by that and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Concatenate, Final

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
