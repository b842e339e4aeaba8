"""Addresses. The first page and the effects compute; the rest does not."""

from django.urls import path

from lebenslage.planning.analysis import analysed
from lebenslage.planning.money import views

urlpatterns = [
    path("", analysed("money.answering", "answer"), name="money_start"),
    path("wirkung/", analysed("money.answering", "effects"), name="money_effects"),
    path("massnahmen/", views.measures, name="money_measures"),
    path("massnahmen/neu/", views.new_measure, name="money_new"),
    path("massnahmen/geld.csv", views.download, name="money_download"),
    path("massnahmen/einlesen/", views.upload, name="money_upload"),
    path("massnahmen/<uuid:key>/", views.measure, name="money_measure"),
    path("massnahmen/<uuid:key>/bearbeiten/", views.change_measure, name="money_change"),
    path("massnahmen/<uuid:key>/entfernen/", views.remove_measure, name="money_remove"),
    path("massnahmen/<uuid:key>/zurueckholen/", views.bring_back, name="money_bring_back"),
    path("massnahmen/<uuid:key>/geld/", views.keep_money, name="money_keep"),
    path("massnahmen/<uuid:key>/geld/<int:number>/entfernen/", views.remove_money, name="money_remove_amount"),
    path("massnahmen/<uuid:key>/wirkung/", analysed("money.answering", "effect"), name="money_effect"),
    path("programme/", views.programmes, name="money_programmes"),
]
