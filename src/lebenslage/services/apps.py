"""The room as Django knows it."""

from django.apps import AppConfig


class ServicesConfig(AppConfig):
    """The room `services`."""

    name = "lebenslage.services"
    default_auto_field = "django.db.models.BigAutoField"
