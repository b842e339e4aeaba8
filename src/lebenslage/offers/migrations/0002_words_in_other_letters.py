"""Entries that were kept before are found by words in other letters, too."""

from collections.abc import Iterator
from typing import Any

from django.db import migrations

from lebenslage.offers.indexing import in_other_letters


def find_again(apps: Any, schema_editor: Any) -> None:
    """Add the words to what a search looks at; what is there stays."""
    for service in apps.get_model("offers", "Service").objects.iterator():
        found = in_other_letters(" ".join(_texts(service)))
        if found:
            service.found = " ".join((service.found, *found, ""))
            service.save(update_fields=["found"])


def _texts(service: Any) -> Iterator[str]:
    yield from (service.name, service.description, service.audience, service.eligibility)
    yield from (str(text) for texts in service.translations.values() if isinstance(texts, dict) for text in texts.values())


class Migration(migrations.Migration):
    dependencies = [("offers", "0001_initial")]

    operations = [migrations.RunPython(find_again, migrations.RunPython.noop)]
