"""Addresses of the planners' door."""

from django.urls import path

from lebenslage.planning import views

app_name = "planning"
urlpatterns = [
    path("", views.quarters, name="quarters"),
    path("quartiere.csv", views.download, name="download"),
]
