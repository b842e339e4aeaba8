"""Every address. A page has its language in front: /de/, /de-einfach/, /en/, /nl/."""

from django.urls import include, path, register_converter

from lebenslage.accounts.views import too_many
from lebenslage.pages.languages import LanguageConverter
from lebenslage.pages.views import choose_language, not_allowed, not_understood, nothing_here, something_broke

register_converter(LanguageConverter, "language")

urlpatterns = [
    path("", choose_language, name="start"),
    path("anmelden/", include("lebenslage.accounts.urls")),
    path("planung/", include("lebenslage.planning.urls")),
    path("amt/nachbarn/", include("lebenslage.neighbours.desk.urls")),
    path("amt/", include("lebenslage.desk.urls")),
    path("daten/", include("lebenslage.planning.public.machine_urls")),
    path("<language:language>/stadt/", include("lebenslage.planning.public.urls")),
    path("<language:language>/nachbarn/", include("lebenslage.neighbours.urls")),
    path("<language:language>/", include("lebenslage.portal.urls")),
]

handler429 = too_many
handler400 = not_understood
handler403 = not_allowed
handler404 = nothing_here
handler500 = something_broke
