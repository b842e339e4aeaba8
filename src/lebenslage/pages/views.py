"""Pages that belong to no service: the way to a language, and what is said when an address or the server fails."""

from collections.abc import Sequence
from typing import Any, Final
from urllib.parse import quote

from django.conf import settings
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.views.decorators.http import require_safe

from lebenslage.pages.frame import Translation, frame
from lebenslage.pages.languages import SPOKEN, asked_for
from lebenslage.pages.middleware import language_of_nowhere

TOO_MUCH: Final = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


@require_safe
def choose_language(request: HttpRequest) -> HttpResponse:
    answer = HttpResponseRedirect(reverse(settings.START_PAGE, args=[asked_for(request.headers.get("Accept-Language", ""))]))
    patch_vary_headers(answer, ["Accept-Language"])
    return answer


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    return sorry(request, "too_much", status=413) if isinstance(exception, TOO_MUCH) else sorry(request, "not_understood", status=400)


def not_allowed(request: HttpRequest, exception: Exception) -> HttpResponse:
    return sorry(request, "not_allowed", status=403)


def nothing_here(request: HttpRequest, exception: Exception) -> HttpResponse:
    return sorry(request, "not_found", status=404)


def something_broke(request: HttpRequest) -> HttpResponse:
    """Said without asking anything: what broke may be the database."""
    context = _context(request, "broken")
    return HttpResponse(render_to_string("pages/sorry.html", context), status=500)


def sorry(request: HttpRequest, what: str, *, status: int, typed: Sequence[str] = ()) -> HttpResponse:
    """A page that says what happened and what to do. `typed` is shown, so that it is not lost."""
    return render(request, "pages/sorry.html", {**_context(request, what), "typed": typed}, status=status)


def _context(request: HttpRequest, what: str) -> dict[str, Any]:
    """The frame of a page that failed; in another language it is the same page."""
    _, first, *rest = [*request.path_info.split("/"), ""]
    language = first if first in SPOKEN else language_of_nowhere(request)
    context = {**frame(language, settings.START_PAGE), "what": what, "page_name": f"pages:{what}"}
    if first in SPOKEN:
        same = quote("/".join(rest[:-1]))
        context["translations"] = [Translation(SPOKEN[code], f"/{code}/{same}", code == language) for code in SPOKEN]
    return context
