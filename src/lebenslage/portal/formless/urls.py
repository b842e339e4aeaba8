"""Addresses of applying without a form."""

from django.urls import path

from lebenslage.portal.formless import views

urlpatterns = [
    path("formlos/", views.formless, name="formless"),
    path("formlos/fertig/", views.formless_ready, name="formless_ready"),
    path("formlos/fertig/antrag.pdf", views.formless_pdf, name="formless_pdf"),
]
