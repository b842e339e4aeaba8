"""Addresses of the search for help, and of those who keep their entries."""

from django.urls import path

from lebenslage.portal.offers import views

urlpatterns = [
    path("angebote/", views.offers, name="offers"),
    path("angebote/<int:number>/", views.offer, name="offer"),
]
