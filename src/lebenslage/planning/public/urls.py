"""Addresses of the pages that everybody may read; the language stands before them."""

from django.urls import path

from lebenslage.planning.public import minutes, views
from lebenslage.planning.public.pair import views as pair

app_name = "public"
urlpatterns = [
    path("", views.towns, name="towns"),
    path("<slug:key>/", views.town, name="town"),
    path("<slug:key>/zahl/<slug:indicator>/", views.indicator, name="indicator"),
    path("<slug:key>/zwei/", pair.two, name="two"),
    path("<slug:key>/gebiet/<str:area>/", views.area, name="area"),
    path("<slug:key>/bericht/<int:number>/", views.report, name="report"),
    path("<slug:key>/bericht/<int:number>/bericht.pdf", views.report_pdf, name="report_pdf"),
    path("<slug:key>/bericht/<int:number>/daten.zip", views.report_annex, name="report_annex"),
    path("<slug:key>/konferenzen/", minutes.conferences, name="conferences"),
    path("<slug:key>/konferenzen/<uuid:which>/", minutes.conference, name="conference"),
    path("<slug:key>/konferenzen/<uuid:which>/niederschrift.pdf", minutes.conference_pdf, name="conference_pdf"),
    path("<slug:key>/verzeichnis/", views.catalogue, name="catalogue"),
    path("<slug:key>/einbetten/<slug:indicator>/", views.embedding, name="embedding"),
]
