"""The frame of the pages of this room: allauth renders them, so their language and sentences come by a context processor."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.frame import Translation, sentences
from lebenslage.pages.languages import SPOKEN
from lebenslage.pages.middleware import SPEAK, WITHOUT, language_of


def frame(request: HttpRequest) -> dict[str, Any]:
    """Language, sentences and the same page in the other languages; nothing on pages of other rooms."""
    if not request.path_info.startswith(WITHOUT):
        return {}
    language = language_of(request)
    translations = [Translation(SPOKEN[code], _here(request, code), code == language) for code in LANGUAGES]
    return {"language": SPOKEN[language], "say": sentences(language), "translations": translations, "home": settings.START_PAGE}


def _here(request: HttpRequest, language: str) -> str:
    asked = request.GET.copy()
    asked[SPEAK] = language
    return f"{request.path}?{asked.urlencode()}"
