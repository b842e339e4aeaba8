"""Addresses of the workbench."""

from django.urls import path

from lebenslage.planning.analysis import analysed
from lebenslage.planning.map import views
from lebenslage.planning.map.area import views as area
from lebenslage.planning.map.several import views as several

PICTURES, SPOTS = "map.several.pictures", "map.spots.views"
urlpatterns = [
    path("", views.workbench, name="map_workbench"),
    path("tabelle.csv", views.table, name="map_table"),
    path("karte.svg", views.picture, name="map_picture"),
    path("karte.png", analysed("map.grid.views", "grid"), name="map_grid"),
    path("gebiete.json", analysed("map.ground", "ground"), name="map_ground"),
    path("zwei/", several.pair, name="map_two"),
    path("zwei/karte.png", analysed(PICTURES, "pair"), name="map_two_grid"),
    path("mehrfach/", several.many, name="map_burdens"),
    path("mehrfach/karte.png", analysed(PICTURES, "many"), name="map_burdens_grid"),
    path("zeit/", several.times, name="map_times"),
    path("muster/", analysed(SPOTS, "spots"), name="map_spots"),
    path("muster/karte.png", analysed(SPOTS, "grid"), name="map_spots_grid"),
    path("gebiet/<str:key>/", area.profile, name="map_area"),
    path("vergleich/", area.compare, name="map_compare"),
    path("index/", analysed("map.index.views", "builder"), name="map_index"),
    path("index/sichern/", analysed("map.index.views", "save"), name="map_index_save"),
    path("index/neu/", analysed("map.index.views", "renew"), name="map_index_renew"),
]
