"""Addresses of the search for help, and of those who keep their entries."""

from django.urls import path

from lebenslage.portal.offers import views
from lebenslage.portal.offers.owners import views as owners

urlpatterns = [
    path("angebote/", views.offers, name="offers"),
    path("angebote/<int:number>/", views.offer, name="offer"),
    path("angebote/pflegen/<str:token>/", owners.keep, name="offer_keep"),
    path("angebote/pflegen/<str:token>/stimmt/", owners.keep_all_right, name="offer_all_right"),
    path("angebote/pflegen/<str:token>/<int:number>/", owners.keep_one, name="offer_change"),
    path("angebote/pflegen/<str:token>/<int:number>/stimmt/", owners.keep_right, name="offer_right"),
]
