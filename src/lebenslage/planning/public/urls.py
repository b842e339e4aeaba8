"""Addresses of the pages that everybody may read; the language stands before them."""

from django.urls import URLPattern

app_name = "public"
urlpatterns: list[URLPattern] = []
