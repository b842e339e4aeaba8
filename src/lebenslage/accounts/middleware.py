"""No request finds the scope of another: each begins and ends in the name of nobody, whatever thread and connection it meets."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from lebenslage.accounts import scope


def begin_as_nobody(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Forget at the start what a former request may have left on this thread or its connection, and at the end what this one left."""

    def respond(request: HttpRequest) -> HttpResponse:
        scope.forget()
        try:
            return get_response(request)
        finally:
            if scope.current() != scope.NOBODY:
                scope.forget()

    return respond
