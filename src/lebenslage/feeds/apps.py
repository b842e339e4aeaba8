"""The room as Django knows it."""

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    """The room `feeds`."""

    name = "lebenslage.feeds"
    default_auto_field = "django.db.models.BigAutoField"
