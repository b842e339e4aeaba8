"""Addresses for machines: OGC API Features, CSV, charts for other pages."""

from django.urls import URLPattern

app_name = "open_data"
urlpatterns: list[URLPattern] = []
