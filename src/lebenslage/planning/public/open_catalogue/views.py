"""The catalogue of a town's published data, for GovData and the portals of the Länder."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from lebenslage.pages.languages import DEFAULT
from lebenslage.planning.public.machines.views import opened
from lebenslage.planning.public.published import Published, published
from lebenslage.planning.public.views import kept
from lebenslage.quarters.exchange.dcat import Catalogue, Dataset, File, described, written
from lebenslage.quarters.models import Indicator

MEDIA: Final = {"ttl": "text/turtle", "rdf": "application/rdf+xml", "jsonld": "application/ld+json"}
CSVW: Final = "http://www.w3.org/TR/tabular-data-model/"
type Whole = Callable[[str], str]


@kept
@require_safe
def catalogue(request: HttpRequest, key: str, form: str) -> HttpResponse:
    found = published(key)
    graph = described(found.authority, catalogue_of(found, request.build_absolute_uri))
    return opened(HttpResponse(written(graph, form), content_type=f"{MEDIA[form]}; charset=utf-8"))


def catalogue_of(found: Published, whole: Whole) -> Catalogue:
    """Each indicator is a dataset with its files; the areas with all figures are served by the OGC API."""
    key = found.authority.key
    home = whole(reverse("public:town", args=[DEFAULT, key]))
    address = f"{whole(reverse('open_data:dcat_ttl', args=[key]))}#catalog"
    return Catalogue(address, home, [_dataset(found, one, whole) for one in found.indicators], whole(reverse("open_data:ogc", args=[key])))


def _dataset(found: Published, one: Indicator, whole: Whole) -> Dataset:
    sheets, key = found.of(one.key), found.authority.key
    page = whole(reverse("public:indicator", args=[DEFAULT, key, one.key]))
    moments, days = [sheet.at for sheet in sheets], [sheet.on for sheet in sheets]
    return Dataset(
        f"{page}#dataset",
        f"{one.name}: {found.authority.town or found.authority.name}",
        one.definition,
        page,
        min(moments),
        max(moments),
        (min(days), max(days)),
        sheets[0].licence,
        sheets[0].column.source,
        list(_files(key, one, whole)),
        [word for word in (one.topic, one.name, "Sozialplanung", "Stadtteile") if word],
        ["SOCI"] if one.of_people else ["ENVI", "REGI"],
    )


def _files(key: str, one: Indicator, whole: Whole) -> Iterator[File]:
    yield File(whole(reverse("open_data:csv", args=[key, one.key])), f"{one.name} (CSV)", "CSV", "text/csv", CSVW)
    yield File(whole(reverse("open_data:json", args=[key, one.key])), f"{one.name} (JSON)", "JSON", "application/json")
