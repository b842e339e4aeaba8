"""HSDS 3.0 for machines: what is public, in pages. No sign-in, nothing about who asks."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any, Final
from uuid import UUID

from django.db.models import Model, Prefetch, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.utils import timezone
from django.views.decorators.http import require_safe

from lebenslage.authorities.models import Authority
from lebenslage.authorities.spelling import folded
from lebenslage.offers import queries
from lebenslage.offers.hsds import writing
from lebenslage.offers.hsds.lenses import Object
from lebenslage.offers.hsds.tables import TAXONOMY_ID, topic_term
from lebenslage.offers.models import Location, Organization, Schedule, Site
from lebenslage.offers.topics import TAXONOMY, TOPICS
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT

type View = Callable[..., HttpResponse]
STANDARD: Final = "https://docs.openreferral.org/en/v3.0.0/"
OPENAPI: Final = "https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json"
SIZE: Final = 50
MOST: Final = 200
TRUE: Final = ("true", "1")


def open_to_all(view: Callable[[HttpRequest, Authority], HttpResponse] | View) -> View:
    """Find the town; let every site read the answer in a browser, and caches keep it for some minutes."""

    @require_safe
    @wraps(view)
    def opened(request: HttpRequest, key: str, **more: Any) -> HttpResponse:
        town = queries.town(key)
        if town is None:
            raise Http404
        response = view(request, town, **more)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cache-Control"] = "public, max-age=300"
        return response

    return opened


@open_to_all
def about(request: HttpRequest, town: Authority) -> HttpResponse:
    return JsonResponse({"version": writing.VERSION, "profile": STANDARD, "openapi_url": OPENAPI})


@open_to_all
def services(request: HttpRequest, town: Authority) -> HttpResponse:
    found = _asked(queries.whole(queries.public(town)), request.GET).order_by("name", "pk")
    if request.GET.get("minimal") in TRUE:
        return _page(request, found, lambda one: {"id": str(one.uid), "modified_date": one.changed_at.isoformat()})
    whole = request.GET.get("full") in TRUE
    return _page(request, found, lambda one: writing.service_object(one) if whole else writing.brief(writing.service_object(one)))


@open_to_all
def service(request: HttpRequest, town: Authority, uid: UUID) -> HttpResponse:
    return JsonResponse(writing.service_object(_one(queries.whole(queries.public(town)), uid)))


@open_to_all
def organizations(request: HttpRequest, town: Authority) -> HttpResponse:
    return _page(request, _organizations(town), lambda one: writing.brief(writing.organization_object(one)))


@open_to_all
def organization(request: HttpRequest, town: Authority, uid: UUID) -> HttpResponse:
    return JsonResponse(writing.organization_object(_one(_organizations(town), uid)))


@open_to_all
def locations(request: HttpRequest, town: Authority) -> HttpResponse:
    return _page(request, _locations(town), writing.location_object)


@open_to_all
def location(request: HttpRequest, town: Authority, uid: UUID) -> HttpResponse:
    return JsonResponse(writing.location_object(_one(_locations(town), uid)))


@open_to_all
def sites(request: HttpRequest, town: Authority) -> HttpResponse:
    return _page(request, _sites(town), _site)


@open_to_all
def site(request: HttpRequest, town: Authority, uid: UUID) -> HttpResponse:
    return JsonResponse(_site(_one(_sites(town), uid)))


@open_to_all
def taxonomies(request: HttpRequest, town: Authority) -> HttpResponse:
    mine = {"id": TAXONOMY_ID, "name": TAXONOMY, "description": TAXONOMY}
    return JsonResponse(writing.page([mine], number=1, size=SIZE, total=1))


@open_to_all
def terms(request: HttpRequest, town: Authority) -> HttpResponse:
    say = sentences(DEFAULT)
    some = [topic_term(topic, say("offers", "topics", topic)) for topic in TOPICS]
    return JsonResponse(writing.page(some, number=1, size=SIZE, total=len(some)))


def _site(row: Site) -> Object:
    return {**writing.site_object(row, row.schedules.all()), "service_id": str(row.service.uid), "location_id": str(row.location.uid)}


def _organizations(town: Authority) -> QuerySet[Organization]:
    houses = Prefetch("locations", Location.objects.order_by("pk"))
    return Organization.objects.filter(pk__in=queries.public(town).values("organization")).prefetch_related(houses).order_by("name", "pk")


def _locations(town: Authority) -> QuerySet[Location]:
    return Location.objects.filter(pk__in=_sites(town).values("location")).order_by("name", "pk")


def _sites(town: Authority) -> QuerySet[Site]:
    some = Site.objects.filter(service__in=queries.public(town).values("pk")).select_related("service", "location")
    return some.prefetch_related(Prefetch("schedules", Schedule.objects.all())).order_by("pk")


def _one[Row: Model](rows: QuerySet[Row], uid: UUID) -> Row:
    found = rows.filter(uid=uid).first()
    if found is None:
        raise Http404
    return found


def _asked(some: QuerySet[Any], given: QueryDict) -> QuerySet[Any]:
    """The filters of HSDS: search, taxonomy_term_id, organization_id, modified_after."""
    for word in folded(given.get("search", "")).split():
        some = some.filter(found__contains=word)
    if "taxonomy_term_id" in given:
        some = some.filter(topic__in=[topic for topic in TOPICS if topic_term(topic)["id"] == given["taxonomy_term_id"]])
    if "organization_id" in given:
        some = some.filter(organization__uid=_uuid(str(given["organization_id"])))
    after = _moment(given.get("modified_after", ""))
    return some.filter(changed_at__gte=after) if after else some


def _uuid(given: str) -> UUID | None:
    try:
        return UUID(given)
    except ValueError:
        return None


def _moment(given: str) -> datetime | None:
    try:
        found = datetime.fromisoformat(given)
    except ValueError:
        return None
    return timezone.make_aware(found) if timezone.is_naive(found) else found


def _page(request: HttpRequest, rows: QuerySet[Any], made: Callable[[Any], Any]) -> HttpResponse:
    number, size = _number(request.GET.get("page", ""), 1, 10**6), _number(request.GET.get("per_page", ""), SIZE, MOST)
    total = rows.count()
    some = rows[(number - 1) * size : number * size]
    return JsonResponse(writing.page([made(one) for one in some], number=number, size=size, total=total))


def _number(given: str, usual: int, most: int) -> int:
    return min(max(int(given), 1), most) if given.isascii() and given.isdigit() and len(given) < 8 else usual
