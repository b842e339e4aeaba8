"""Proofs that were brought before they had an application belong to the last one of their vault."""

from typing import Any

from django.db import migrations
from django.db.models import OuterRef, Subquery


def to_the_last_application(apps: Any, schema_editor: Any) -> None:
    documents, drafts = apps.get_model("residents", "Document"), apps.get_model("residents", "Draft")
    last = drafts.objects.filter(vault=OuterRef("vault")).order_by("-begun").values("pk")[:1]
    documents.objects.update(draft=Subquery(last))


class Migration(migrations.Migration):
    dependencies = [("residents", "0004_for_an_application")]

    operations = [migrations.RunPython(to_the_last_application, migrations.RunPython.noop)]
