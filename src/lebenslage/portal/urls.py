"""Addresses of the residents' door, below the language."""

from django.urls import path
from django.views.generic import RedirectView

from lebenslage.portal import views

app_name = "portal"
urlpatterns = [
    path("", RedirectView.as_view(pattern_name="portal:wohngeld"), name="home"),
    path("wohngeld/", views.wohngeld, name="wohngeld"),
    path("wohngeld/datei/", views.household_file, name="household_file"),
    path("wohngeld/datei/beispiel/", views.example_file, name="example_file"),
]
