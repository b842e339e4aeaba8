"""The room as Django knows it."""

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    """The room `measures`."""

    name = "lebenslage.quarters.measures"
    default_auto_field = "django.db.models.BigAutoField"
