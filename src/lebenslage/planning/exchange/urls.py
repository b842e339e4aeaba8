"""Addresses."""

from django.urls import path

from lebenslage.planning.analysis import analysed
from lebenslage.planning.exchange import views

urlpatterns = [
    path("", views.overview, name="exchange_overview"),
    path("geben/", views.own, name="exchange_own"),
    path("geben/<str:name>/", analysed("exchange.giving.views", "give"), name="exchange_give"),
    path("austausch.yaml", views.export, name="exchange_export"),
    path("einlesen/", views.bring, name="exchange_bring"),
    path("anmerkungen/", views.remark, name="exchange_remark"),
    path("anmerkungen/<int:number>/erledigt/", views.settle, name="exchange_settle"),
    path("<int:number>/", views.one, name="exchange_one"),
    path("<int:number>/uebernehmen/", views.take, name="exchange_take"),
    path("<int:number>/bericht/", views.put_in, name="exchange_put_in"),
    path("<int:number>/bericht/heraus/", views.take_out, name="exchange_take_out"),
    path("<int:number>/zurueckziehen/", views.take_back, name="exchange_take_back"),
]
