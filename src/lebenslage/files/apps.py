"""The room as Django knows it."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """The room `files`."""

    name = "lebenslage.files"
    default_auto_field = "django.db.models.BigAutoField"
