"""Addresses for machines: OGC API Features, CSV, charts for other pages."""

from django.urls import include, path

from lebenslage.planning.analysis import analysed
from lebenslage.planning.public.machines import views

OGC, DCAT = "public.ogc.views", "public.open_catalogue.views"
FORMS = ("ttl", "rdf", "jsonld")
app_name = "open_data"
urlpatterns = [
    path("<slug:key>/hsds/", include("lebenslage.planning.offers.machine_urls")),
    path("<slug:key>/alle.csv", views.all_csv, name="all_csv"),
    path("<slug:key>/alle.csv-metadata.json", views.all_metadata, name="all_metadata"),
    *(path(f"<slug:key>/dcat.{form}", analysed(DCAT, "catalogue"), {"form": form}, name=f"dcat_{form}") for form in FORMS),
    path("<slug:key>/<slug:indicator>.csv", views.one_csv, name="csv"),
    path("<slug:key>/<slug:indicator>.csv-metadata.json", views.metadata, name="metadata"),
    path("<slug:key>/<slug:indicator>.json", views.one_json, name="json"),
    path("<slug:key>/ogc/", analysed(OGC, "landing"), name="ogc"),
    path("<slug:key>/ogc/api", analysed(OGC, "api"), name="ogc_api"),
    path("<slug:key>/ogc/conformance", analysed(OGC, "conformance"), name="ogc_conformance"),
    path("<slug:key>/ogc/collections", analysed(OGC, "collections"), name="ogc_collections"),
    path("<slug:key>/ogc/collections/<str:collection>", analysed(OGC, "collection"), name="ogc_collection"),
    path("<slug:key>/ogc/collections/<str:collection>/items", analysed(OGC, "items"), name="ogc_items"),
    path("<slug:key>/ogc/collections/<str:collection>/items/<str:feature>", analysed(OGC, "item"), name="ogc_item"),
    path("<slug:key>/einbetten/<slug:indicator>/", views.embedded, name="embedded"),
    path("<slug:key>/einbetten/<slug:indicator>/karte.svg", views.map_svg, name="map_svg"),
    path("<slug:key>/einbetten/<slug:indicator>/balken.svg", views.bars_svg, name="bars_svg"),
]
