"""How often somebody may come with a link in an hour. Who comes is kept as a digest, in the cache alone."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any, Final

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from lebenslage.pages.views import sorry

HOUR: Final = 3600
MOST: Final = 120
MOST_WRONG: Final = 20
WRONG: Final = 404

type View = Callable[..., HttpResponse]


def within_limits(view: View) -> View:
    """Turn away who comes too often, and much sooner who tries links that are none."""

    @wraps(view)
    def limited(request: HttpRequest, *args: Any, **more: Any) -> HttpResponse:
        who = sha256(str(get_adapter(request).get_client_ip(request)).encode()).hexdigest()
        if _count(f"offer-link:{who}") > MOST or cache.get(f"offer-link-wrong:{who}", 0) >= MOST_WRONG:
            return sorry(request, "too_many", status=429)
        response = view(request, *args, **more)
        if response.status_code == WRONG:
            _count(f"offer-link-wrong:{who}")
        return response

    return limited


def _count(key: str) -> int:
    """One more."""
    cache.add(key, 0, HOUR)
    try:
        return int(cache.incr(key))
    except ValueError:  # it ran out between the two
        return 1
