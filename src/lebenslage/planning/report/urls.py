"""Addresses. What is computed, the draft and its PDF, waits for the analysis packages; the rest does not."""

from django.urls import path

from lebenslage.planning.analysis import analysed
from lebenslage.planning.report import views

urlpatterns = [
    path("", views.reports, name="report_list"),
    path("neu/", views.make, name="report_make"),
    path("<int:id>/", analysed("report.previews", "show"), name="report_show"),
    path("<int:id>/bericht.pdf", analysed("report.previews", "pdf"), name="report_pdf"),
    path("<int:id>/daten.zip", views.annex, name="report_annex"),
    path("<int:id>/titel/", views.rename, name="report_rename"),
    path("<int:id>/text/<str:place>/", analysed("report.previews", "write"), name="report_write"),
    path("<int:id>/veroeffentlichen/", analysed("report.previews", "release"), name="report_release"),
    path("<int:id>/verwerfen/", views.throw_away, name="report_throw_away"),
]
