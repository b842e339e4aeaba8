"""Every address. A page has its language in front: /de/, /de-einfach/, /en/, /nl/."""

from django.urls import include, path, register_converter

from lebenslage.pages.languages import LanguageConverter
from lebenslage.pages.views import choose_language, nothing_here, something_broke

register_converter(LanguageConverter, "language")

urlpatterns = [
    path("", choose_language, name="start"),
    path("<language:language>/", include("lebenslage.portal.urls")),
]

handler404 = nothing_here
handler500 = something_broke
