"""The room as Django knows it."""

from django.apps import AppConfig


class ContactConfig(AppConfig):
    """The room `contact`."""

    name = "lebenslage.contact"
    default_auto_field = "django.db.models.BigAutoField"
