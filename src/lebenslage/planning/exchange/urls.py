"""Addresses."""

from django.urls import path

from lebenslage.planning.exchange import views

urlpatterns = [
    path("anmerkungen/", views.remark, name="exchange_remark"),
    path("anmerkungen/<int:number>/erledigt/", views.settle, name="exchange_settle"),
]
