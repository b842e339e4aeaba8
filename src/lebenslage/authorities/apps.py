"""The room as Django knows it."""

from django.apps import AppConfig


class AuthoritiesConfig(AppConfig):
    """The room `authorities`."""

    name = "lebenslage.authorities"
    default_auto_field = "django.db.models.BigAutoField"
