"""Addresses; the language stands before them."""

from django.urls import URLPattern

app_name = "neighbours"
urlpatterns: list[URLPattern] = []
