"""The room as Django knows it."""

from django.apps import AppConfig


class OffersConfig(AppConfig):
    """The room `offers`."""

    name = "lebenslage.offers"
    default_auto_field = "django.db.models.BigAutoField"
