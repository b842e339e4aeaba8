"""Addresses of the directory for planners."""

from django.urls import path

from lebenslage.planning.analysis import analysed
from lebenslage.planning.offers import views
from lebenslage.planning.offers.boards import views as boards
from lebenslage.planning.offers.exchange import views as exchange
from lebenslage.planning.offers.owners import views as owners

urlpatterns = [
    path("", views.listed, name="offers_list"),
    path("neu/", views.new, name="offers_new"),
    path("<int:number>/", views.edit, name="offers_edit"),
    path("<int:number>/stand/", views.set_state, name="offers_state"),
    path("<int:number>/stimmt/", views.confirm, name="offers_confirm"),
    path("<int:number>/entfernen/", views.remove, name="offers_remove"),
    path("pflege/", owners.upkeep, name="offers_upkeep"),
    path("pflege/<int:number>/adresse/", owners.keeper, name="offers_keeper"),
    path("pflege/<int:number>/link/", owners.link, name="offers_link"),
    path("pflege/<int:number>/schreiben/", owners.write, name="offers_write"),
    path("pflege/aenderung/<int:number>/", owners.settle, name="offers_settle"),
    path("einlesen/", exchange.bring, name="offers_import"),
    path("angebote.json", exchange.as_hsds, name="offers_json"),
    path("angebote.csv", exchange.as_table, name="offers_csv"),
    path("luecken/", analysed("offers.gaps.views", "gaps"), name="offers_gaps"),
    path("luecken.csv", analysed("offers.gaps.views", "gaps_table"), name="offers_gaps_csv"),
    path("aushang/", boards.boards, name="offers_boards"),
    path("aushang/<str:key>/", boards.board, name="offers_board"),
]
