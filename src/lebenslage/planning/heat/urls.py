"""Addresses. Those of drinking fountains are scenarios of siting, told in this room."""

from django.urls import URLPattern, path

from lebenslage.planning.analysis import analysed
from lebenslage.planning.heat import views
from lebenslage.planning.sites import scenario_views

FOUNTAIN = {"fountain": True}
urlpatterns: list[URLPattern] = [
    path("", analysed("heat.plan_views", "overview"), name="heat_plan"),
    path("druck/", analysed("heat.plan_views", "paper"), name="heat_paper"),
    path("hitzeplan.csv", analysed("heat.plan_views", "download"), name="heat_csv"),
    path("brunnen/", scenario_views.start, FOUNTAIN, name="heat_fountains"),
    path("brunnen/neu/", analysed("sites.ask_views", "ask"), FOUNTAIN, name="heat_fountain_ask"),
    path("brunnen/vergleich/", scenario_views.compare, FOUNTAIN, name="heat_fountain_compare"),
    path("brunnen/<int:scenario_id>/", scenario_views.scenario, FOUNTAIN, name="heat_fountain"),
    path("brunnen/<int:scenario_id>/liste/", scenario_views.paper, FOUNTAIN, name="heat_fountain_paper"),
    path("brunnen/<int:scenario_id>/liste.csv", scenario_views.download, FOUNTAIN, name="heat_fountain_csv"),
    path("brunnen/<int:scenario_id>/vorschlag/", scenario_views.propose, FOUNTAIN, name="heat_fountain_propose"),
    path("brunnen/<int:scenario_id>/entfernen/", scenario_views.remove, FOUNTAIN, name="heat_fountain_remove"),
    path("massnahmen/", views.steps, name="heat_steps"),
    path("massnahmen/neu/", views.step, name="heat_step_new"),
    path("massnahmen/<int:step_id>/", views.step, name="heat_step"),
    path("massnahmen/<int:step_id>/entfernen/", views.remove, name="heat_step_remove"),
    path("massnahmen/naechster-sommer/", views.begin, name="heat_begin"),
]
