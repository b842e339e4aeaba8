"""Addresses of the workbench."""

from django.urls import path

from lebenslage.planning.map import views

urlpatterns = [
    path("", views.workbench, name="map_workbench"),
    path("tabelle.csv", views.table, name="map_table"),
    path("karte.svg", views.picture, name="map_picture"),
]
