"""Two published indicators together, for anonymous readers."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from lebenslage.pages.frame import frame
from lebenslage.planning.public.pair.page import pair
from lebenslage.planning.public.published import published
from lebenslage.planning.public.views import kept


@kept
@require_safe
def two(request: HttpRequest, language: str, key: str) -> HttpResponse:
    found = published(key, drawn=True)
    page = pair(found, request.GET.get("erste", ""), request.GET.get("zweite", ""), language)
    given, around = {"page": page, "authority": found.authority}, frame(language, "public:two", key)
    if page:
        same = urlencode({"erste": page.first.indicator.key, "zweite": page.second.indicator.key})
        around["translations"] = [replace(one, address=f"{one.address}?{same}") for one in around["translations"]]
    return render(request, "planning/public/two.html", {**around, **given})
