"""Addresses of the data room."""

from django.urls import path

from lebenslage.planning.analysis import analysed
from lebenslage.planning.data import catalogue, feeds, starting, versions, views

urlpatterns = [
    path("", views.overview, name="data"),
    path("hereinholen/", analysed("data.bringing", "upload"), name="data_upload"),
    path("datei/<int:waiting>/", analysed("data.bringing", "review"), name="data_review"),
    path("datei/<int:waiting>/verwerfen/", views.discard, name="data_discard"),
    path("stand/<int:batch>/", versions.version, name="data_version"),
    path("stand/<int:batch>/zuruecknehmen/", versions.take_back, name="data_withdraw"),
    path("stand/<int:batch>/wiederherstellen/", versions.bring_back, name="data_restore"),
    path("stand/<int:batch>/gebiete-entfernen/", analysed("data.carrying", "drop"), name="data_drop"),
    path("stand/<int:batch>/zahlen.csv", versions.download, name="data_version_csv"),
    path("katalog/", catalogue.listing, name="data_catalogue"),
    path("katalog/<slug:indicator>/", catalogue.entry, name="data_indicator"),
    path("katalog/<slug:indicator>/zahlen.csv", catalogue.download, name="data_indicator_csv"),
    path("katalog/<slug:indicator>/vergleich/", catalogue.comparison, name="data_compare"),
    path("anfang/", starting.start, name="data_start"),
    path("anfang/vorlage.csv", starting.template, name="data_template"),
    path("umrisse/<int:edition>/", views.outlines, name="data_edition"),
    path("umrisse/<int:edition>/uebertragen/", analysed("data.carrying", "carry"), name="data_carry"),
    path("umrisse/<int:edition>/summieren/", analysed("data.carrying", "sum_up"), name="data_sum_up"),
    path("adressen/", feeds.addresses, name="data_feeds"),
    path("adressen/<int:feed>/holen/", feeds.fetch_now, name="data_fetch"),
    path("adressen/<int:feed>/entfernen/", feeds.remove, name="data_remove_feed"),
]
