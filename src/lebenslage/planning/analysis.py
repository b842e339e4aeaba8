"""Views that compute: their module, and the analysis packages with it, is imported when somebody first asks."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Final

from django.http import HttpRequest, HttpResponse

from lebenslage.pages.views import sorry

PACKAGES: Final = frozenset(
    {"exactextract", "highspy", "numpy", "openpyxl", "osmium", "pyarrow", "pyogrio", "pyproj", "rasterio", "rdflib", "scipy", "shapely"}
)


def analysed(module: str, view: str) -> Callable[..., HttpResponse]:
    """The view of a module of this door; where the analysis packages are missing, a page that says what to install."""

    def asked(request: HttpRequest, *args: object, **more: object) -> HttpResponse:
        try:
            found: Callable[..., HttpResponse] = getattr(import_module(f"lebenslage.planning.{module}"), view)
        except ModuleNotFoundError as missing:
            if (missing.name or "").partition(".")[0] not in PACKAGES:
                raise
            return sorry(request, "no_analysis", status=503)
        return found(request, *args, **more)

    return asked
