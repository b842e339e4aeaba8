"""What was decided at conferences, for everybody: the minutes that a town published, as pages and as PDF."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from lebenslage.authorities.models import Authority
from lebenslage.pages.frame import frame, sentences
from lebenslage.pages.languages import DEFAULT
from lebenslage.papers.minutes import minutes_pdf
from lebenslage.planning.conferences.papers import iso_day_in_words, public_minutes_of
from lebenslage.planning.public.published import towns
from lebenslage.planning.public.views import kept
from lebenslage.quarters.conferences.queries import PublicMinutes, public_minutes, public_minutes_with


@kept
@require_safe
def conferences(request: HttpRequest, language: str, key: str) -> HttpResponse:
    """The conferences of which minutes are public."""
    town = get_object_or_404(Authority, key=key)
    found = public_minutes(town)
    if not found:
        raise Http404
    context = {"authority": town, "minutes": found, "figures": towns().filter(pk=town.pk).exists()}
    return render(request, "planning/public/conferences.html", {**frame(language, "public:conferences", key), **context})


@kept
@require_safe
def conference(request: HttpRequest, language: str, key: str, which: UUID) -> HttpResponse:
    """What everybody may read of one conference."""
    town, found = _asked(key, which)
    say = sentences(language)
    decisions = [{**one, "due": iso_day_in_words(one["due"], say)} for one in found.content["decisions"]]
    context = {"authority": town, "minutes": found, "content": found.content, "decisions": decisions}
    return render(request, "planning/public/conference.html", {**frame(language, "public:conference", key, which), **context})


@kept
@require_safe
def conference_pdf(request: HttpRequest, language: str, key: str, which: UUID) -> HttpResponse:
    """The same as PDF."""
    town, found = _asked(key, which)
    headers = {"Content-Disposition": f'inline; filename="niederschrift-{found.on}.pdf"'}
    return HttpResponse(minutes_pdf(public_minutes_of(found, town, sentences(DEFAULT))), content_type="application/pdf", headers=headers)


def _asked(key: str, which: UUID) -> tuple[Authority, PublicMinutes]:
    town = get_object_or_404(Authority, key=key)
    found = public_minutes_with(town, which)
    if found is None:
        raise Http404
    return town, found
