"""The room as Django knows it."""

from django.apps import AppConfig


class PlacesConfig(AppConfig):
    """The room `places`."""

    name = "lebenslage.quarters.places"
    default_auto_field = "django.db.models.BigAutoField"
