"""Rows open to their authority and their resident alone; a second lock behind the queries."""

from django.db import migrations

from lebenslage.accounts.row_security import protect


class Migration(migrations.Migration):
    dependencies = [("files", "0001_initial")]

    operations = [
        protect("files_blob", "authority", "vault"),
        protect("files_content", "authority", "vault"),
    ]
