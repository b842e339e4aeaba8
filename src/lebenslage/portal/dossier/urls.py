"""Addresses of the dossier."""

from django.urls import path
from django.views.generic import RedirectView

urlpatterns = [path("meine/", RedirectView.as_view(url="/"), name="mine")]
