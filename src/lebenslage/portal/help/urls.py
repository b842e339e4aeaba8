"""Addresses of help, and of a result to take away."""

from django.urls import path

from lebenslage.portal.help import views

urlpatterns = [
    path("hilfe/", views.help_page, name="help"),
    path("hilfe/sofort/", views.urgent, name="urgent"),
    path("hilfe/beratung/", views.advice, name="advice"),
    path("pruefen/ergebnis/datei/", views.result_file, name="result_file"),
    path("pruefen/ergebnis/pdf/", views.result_pdf, name="result_pdf"),
]
