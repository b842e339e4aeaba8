"""Addresses."""

from django.urls import path

from lebenslage.planning.analysis import analysed
from lebenslage.planning.take_up import views

urlpatterns = [
    path("", analysed("take_up.answering", "take_up"), name="take_up"),
    path("rechnen/", views.simulate, name="take_up_simulate"),
]
