"""Addresses of the planners' door."""

from django.urls import include, path

from lebenslage.planning import views

app_name = "planning"
urlpatterns = [
    path("", views.start, name="start"),
    path("daten/", include("lebenslage.planning.data.urls")),
    path("karte/", include("lebenslage.planning.map.urls")),
    path("bericht/", include("lebenslage.planning.report.urls")),
    path("hitze/", include("lebenslage.planning.heat.urls")),
    path("standorte/", include("lebenslage.planning.sites.urls")),
    path("geld/", include("lebenslage.planning.money.urls")),
    path("konferenzen/", include("lebenslage.planning.conferences.urls")),
    path("angebote/", include("lebenslage.planning.offers.urls")),
    path("austausch/", include("lebenslage.planning.exchange.urls")),
    path("rechte/", include("lebenslage.planning.take_up.urls")),
    path("antraege/", views.quarters, name="quarters"),
    path("antraege/quartiere.csv", views.download, name="download"),
]
