"""Addresses."""

from django.urls import URLPattern, path

from lebenslage.planning.analysis import analysed
from lebenslage.planning.sites import place_views, scenario_views, street_views

urlpatterns: list[URLPattern] = [
    path("", scenario_views.start, name="site_start"),
    path("neu/", analysed("sites.ask_views", "ask"), name="site_ask"),
    path("vergleich/", scenario_views.compare, name="site_compare"),
    path("<int:scenario_id>/", scenario_views.scenario, name="site_scenario"),
    path("<int:scenario_id>/liste/", scenario_views.paper, name="site_paper"),
    path("<int:scenario_id>/liste.csv", scenario_views.download, name="site_csv"),
    path("<int:scenario_id>/vorschlag/", scenario_views.propose, name="site_propose"),
    path("<int:scenario_id>/entfernen/", scenario_views.remove, name="site_remove"),
    path("staerken/", analysed("sites.strength_views", "strengths"), name="site_strengths"),
    path("staerken/staerken.csv", analysed("sites.strength_views", "download"), name="site_strengths_csv"),
    path("wege/", street_views.streets, name="site_streets"),
    path("wege/hereinholen/", analysed("sites.bring_views", "bring"), name="site_streets_bring"),
    path("wege/<int:map_id>/entfernen/", street_views.remove, name="site_streets_remove"),
    path("orte/", place_views.places, name="site_places"),
    path("orte/orte.csv", place_views.download, name="site_places_csv"),
    path("orte/neu/", place_views.place, name="site_place_new"),
    path("orte/<int:place_id>/", place_views.place, name="site_place"),
    path("orte/entfernen/", place_views.remove, name="site_places_remove"),
    path("orte/zurueck/", place_views.bring_back, name="site_places_back"),
    path("orte/datei/", analysed("sites.file_views", "choose"), name="site_place_choose"),
    path("orte/datei/<int:file_id>/", analysed("sites.file_views", "file"), name="site_place_file"),
]
