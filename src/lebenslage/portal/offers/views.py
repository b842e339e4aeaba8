"""Looking for help in the town, and one offer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.core.paginator import Page
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from lebenslage.authorities.models import Authority
from lebenslage.journal.clock import now, today
from lebenslage.law.texts import LANGUAGES, Texts
from lebenslage.offers import queries
from lebenslage.offers.models import Service, State
from lebenslage.offers.narrowing import Wish
from lebenslage.offers.search import Found, search
from lebenslage.offers.topics import SPOKEN, TOPICS
from lebenslage.offers.web import as_read
from lebenslage.pages.frame import Translation, frame, sentences
from lebenslage.pages.languages import SPOKEN as LANGUAGES_OF_PAGES
from lebenslage.portal.offers import asked, telling


@require_http_methods(["GET", "HEAD", "POST"])
def offers(request: HttpRequest, language: str) -> HttpResponse:
    towns = queries.towns()
    town = _town(towns, (request.POST or request.GET).get(asked.TOWN, ""))
    if town is None:
        return render(request, "portal/offers/town.html", {**frame(language, "portal:offers"), "towns": towns})
    if request.method == "POST":
        wish, unknown = asked.placed(town, asked.wish_in(request.POST.dict()), request.POST.get(asked.PLACE, ""))
        return HttpResponseRedirect(f"{reverse('portal:offers', args=[language])}?{asked.address_of(town, wish, unknown=unknown)}#treffer")
    return render(request, "portal/offers/search.html", _results(request, language, town, towns))


@require_safe
def offer(request: HttpRequest, language: str, number: int) -> HttpResponse:
    some = queries.with_parts(Service.objects.select_related("organization", "authority").filter(state=State.PUBLIC))
    service = get_object_or_404(some, pk=number)
    if service.status in ("defunct", "inactive"):
        raise Http404
    return render(request, "portal/offers/offer.html", {**frame(language, "portal:offer", number), **_whole(service, sentences(language))})


def _town(towns: Sequence[Authority], key: str) -> Authority | None:
    """The town that is named, or the only one there is."""
    return next((one for one in towns if one.key == key), towns[0] if len(towns) == 1 else None)


def _results(request: HttpRequest, language: str, town: Authority, towns: Sequence[Authority]) -> dict[str, Any]:
    wish, say, moment = asked.wish_in(request.GET.dict()), sentences(language), timezone.localtime(now())
    found = search(town, wish, moment, request.GET.get(asked.PAGE, ""))
    page = found.page
    return {
        **frame(language, "portal:offers"),
        "translations": _same_in_all(language, asked.address_of(town, wish, page=page.number)),
        "town": town,
        "towns": towns,
        "wish": wish,
        "found": found,
        "page": page,
        "said": [telling.told(hit, say, moment, found.origin) for hit in found.hits],
        "topics": [(topic, say("offers", "topics", topic)) for topic in TOPICS],
        "spoken": SPOKEN.items(),
        "marks": [(name, key, getattr(wish, name)) for name, key in asked.MARKS.items()],
        "chosen": _chosen(town, wish, found, say),
        "wider": [(name, number, asked.address_of(town, asked.without_any(wish, name))) for name, number in found.wider],
        "meant": (found.meant, asked.address_of(town, _with_words(wish, found.meant))) if found.meant else None,
        "place_unknown": request.GET.get(asked.PLACE) == asked.UNKNOWN,
        "pages": _pages(page, town, wish),
        "before": asked.address_of(town, wish, page=page.number - 1),
        "after": asked.address_of(town, wish, page=page.number + 1),
        "all": asked.address_of(town, Wish()),
        "moment": telling.clock(moment.time(), say),
    }


def _pages(page: Page[Service], town: Authority, wish: Wish) -> Sequence[tuple[int | str, str]]:
    """The first and the last pages and those around this one, each with its address; a gap has none."""
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return [(one, asked.address_of(town, wish, page=one) if isinstance(one, int) else "") for one in numbers]


def _with_words(wish: Wish, words: str) -> Wish:
    return replace(wish, words=words)


def _chosen(town: Authority, wish: Wish, found: Found, say: Texts) -> Sequence[tuple[str, str]]:
    """What narrows the list: in words, with the address of the list without it."""
    named = {
        "words": f"„{wish.words}“" if wish.words else "",
        "topic": say("offers", "topics", wish.topic) if wish.topic else "",
        asked.PLACE: _place(wish, found, say),
        **{name: say("finder", "marks", name) if getattr(wish, name) else "" for name in asked.MARKS},
        "language": SPOKEN.get(wish.language, ""),
    }
    return [(words, asked.address_of(town, asked.without_any(wish, name))) for name, words in named.items() if words]


def _place(wish: Wish, found: Found, say: Texts) -> str:
    if found.origin is not None:
        return say("finder", "near", house=found.origin.name or found.origin.street)
    if wish.area:
        return say("finder", "where", "area")
    return wish.postcode


def _same_in_all(language: str, query: str) -> Sequence[Translation]:
    """The same list in every language."""
    pages = {code: reverse("portal:offers", args=[code]) for code in LANGUAGES}
    return [Translation(LANGUAGES_OF_PAGES[code], f"{page}?{query}", code == language) for code, page in pages.items()]


def _whole(service: Service, say: Texts) -> dict[str, Any]:
    """One offer with everything about it."""
    name, about, german = telling.words_of(service, say.language)
    rules, costs, house = queries.rules_of(service), queries.costs_of(service), queries.house_of(service)
    return {
        "service": service,
        "name": name,
        "about": about,
        "german": german,
        "others": telling.in_other_languages(service),
        "house": house,
        "week": telling.week(rules, say, today()),
        "closed_today": telling.closed_today(rules, today()),
        "prices": telling.price_lines(costs, say),
        "price": telling.price(costs, service.fees, say),
        "web": as_read(service.url),
        "spoken": telling.spoken(service),
        "access": telling.access_lines(house, say),
        "topic": say("offers", "topics", service.topic) if service.topic else "",
        "verified": say.day(service.verified_on.toordinal()) if service.verified_on else "",
        "paused": service.status == "temporarily closed",
    }
