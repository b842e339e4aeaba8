"""A page may hold what a resident typed: no cache keeps it, and no page asks for camera, microphone or place. And it has a language."""

from collections.abc import Callable
from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from lebenslage.pages.languages import DEFAULT, SPOKEN, asked_for

NOT_NEEDED = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"
# Pages without a language in their address: `?sprache=en` says it, a cookie keeps it.
WITHOUT: Final = "/anmelden/"
SPEAK: Final = "sprache"
COOKIE: Final = "lebenslage-sprache"


def keep_private(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Forbid every cache and every device on pages; style sheets and fonts are served before this."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", NOT_NEEDED)
        response.headers.setdefault("X-Robots-Tag", "noindex")
        return response

    return respond


def language_of(request: HttpRequest) -> str:
    """The language of a page: as its address says; on pages of sign-in what was chosen, or else what the browser asks for."""
    first = request.path_info.split("/")[1] if "/" in request.path_info else ""
    if not request.path_info.startswith(WITHOUT):
        return first if first in SPOKEN else DEFAULT
    return language_of_nowhere(request)


def language_of_nowhere(request: HttpRequest) -> str:
    """The language of a page whose address says none: what was chosen, or else what the browser asks for."""
    chosen = (request.GET.get(SPEAK), request.COOKIES.get(COOKIE))
    return next((code for code in chosen if code in SPOKEN), None) or asked_for(request.headers.get("Accept-Language", ""))


def speak(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Let libraries that bring their own sentences speak the language of the page, and keep a language that was chosen."""

    def respond(request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        with translation.override(SPOKEN[language].lang):
            response = get_response(request)
        if request.GET.get(SPEAK) == language:
            response.set_cookie(COOKIE, language, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE)
        return response

    return respond
