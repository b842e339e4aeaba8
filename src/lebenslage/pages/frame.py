"""What the frame around a page needs: its language, its sentences and the same page in the other languages."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.urls import reverse

from lebenslage.benefits.together.law import TEXT_DIRECTORIES
from lebenslage.law.texts import LANGUAGES, Texts, texts
from lebenslage.pages.languages import SPOKEN, Language


@dataclass(frozen=True, slots=True)
class Translation:
    """The same page in a language."""

    language: Language
    address: str
    current: bool


@cache
def sentences(language: str) -> Texts:
    """Every sentence of the law, and of every room that is installed, in a language."""
    rooms = [Path(room.path) / "texts" for room in apps.get_app_configs()]
    return texts(language, *TEXT_DIRECTORIES, *rooms)


def frame(language: str, page: str) -> dict[str, Any]:
    """The context of the base template for a page, named as in the address book."""
    translations = [Translation(SPOKEN[code], reverse(page, args=[code]), code == language) for code in LANGUAGES]
    return {"language": SPOKEN[language], "say": sentences(language), "translations": translations, "home": settings.START_PAGE}
