"""Addresses."""

from django.urls import URLPattern, path

from lebenslage.planning.analysis import analysed
from lebenslage.planning.sites import place_views

urlpatterns: list[URLPattern] = [
    path("", place_views.places, name="site_start"),
    path("staerken/", place_views.places, name="site_strengths"),
    path("orte/", place_views.places, name="site_places"),
    path("orte/orte.csv", place_views.download, name="site_places_csv"),
    path("orte/neu/", place_views.place, name="site_place_new"),
    path("orte/<int:place_id>/", place_views.place, name="site_place"),
    path("orte/entfernen/", place_views.remove, name="site_places_remove"),
    path("orte/zurueck/", place_views.bring_back, name="site_places_back"),
    path("orte/datei/", analysed("sites.file_views", "choose"), name="site_place_choose"),
    path("orte/datei/<int:file_id>/", analysed("sites.file_views", "file"), name="site_place_file"),
]
