"""A page may hold what a resident typed: no cache keeps it, and no page asks for camera, microphone or place."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

NOT_NEEDED = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()"


def keep_private(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Forbid every cache and every device on pages; style sheets and fonts are served before this."""

    def respond(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        response.headers.setdefault("Permissions-Policy", NOT_NEEDED)
        response.headers.setdefault("X-Robots-Tag", "noindex")
        return response

    return respond
