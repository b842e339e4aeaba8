"""Pages that belong to no service: the way to a language, and what is said when an address or the server fails."""

from collections.abc import Sequence

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from lebenslage.pages.frame import frame
from lebenslage.pages.languages import DEFAULT, SPOKEN, asked_for


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    answer = HttpResponseRedirect(reverse(settings.START_PAGE, args=[asked_for(request.headers.get("Accept-Language", ""))]))
    patch_vary_headers(answer, ["Accept-Language"])
    return answer


def nothing_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    return sorry(request, "not_found", status=404)


def something_broke(request: HttpRequest) -> HttpResponse:
    return sorry(request, "broken", status=500)


def sorry(request: HttpRequest, what: str, *, status: int, typed: Sequence[str] = ()) -> HttpResponse:
    """A page that says what happened and what to do. `typed` is shown, so that it is not lost."""
    first = request.path_info.split("/")[1] if "/" in request.path_info else ""
    language = first if first in SPOKEN else DEFAULT
    context = {**frame(language, settings.START_PAGE), "what": what, "typed": typed}
    return render(request, "pages/sorry.html", context, status=status)
