"""Addresses of applying, saving and resuming."""

from django.urls import path
from django.views.generic import RedirectView

nowhere = RedirectView.as_view(url="/")
urlpatterns = [
    path("weiter/", nowhere, name="resume"),
    path("antrag/", nowhere, name="apply"),
    path("antrag/speichern/", nowhere, name="save"),
    path("antrag/abschnitt/<slug:id>/", nowhere, name="section"),
    path("antrag/pruefen/", nowhere, name="check_answers"),
]
