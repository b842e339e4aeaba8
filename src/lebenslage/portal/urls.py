"""Addresses of the residents' door, below the language."""

from django.urls import path

from lebenslage.portal import views
from lebenslage.portal.apply.urls import urlpatterns as applying
from lebenslage.portal.check import views as check
from lebenslage.portal.dossier.urls import urlpatterns as dossier
from lebenslage.portal.formless.urls import urlpatterns as formless
from lebenslage.portal.help.urls import urlpatterns as helping
from lebenslage.portal.offers.urls import urlpatterns as offers
from lebenslage.portal.start.views import start

app_name = "portal"
urlpatterns = [
    path("", start, name="start"),
    path("wohngeld/", views.wohngeld, name="wohngeld"),
    path("wohngeld/datei/", views.household_file, name="household_file"),
    path("wohngeld/datei/beispiel/", views.example_file, name="example_file"),
    path("pruefen/", check.begin, name="check"),
    path("pruefen/frage/<slug:name>/", check.question, name="question"),
    path("pruefen/ergebnis/", check.result, name="result"),
    path("pruefen/alles/", check.check_everything, name="check_everything"),
    path("pruefen/recht/<slug:id>/", check.right, name="right"),
    path("pruefen/person/<slug:key>/entfernen/", check.remove_person, name="remove_person"),
    path("pruefen/loeschen/", check.delete, name="delete"),
    path("pruefen/geloescht/", check.deleted, name="deleted"),
    *applying,
    *dossier,
    *formless,
    *helping,
    *offers,
]
