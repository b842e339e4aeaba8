"""Rows open to their authority and their resident alone; a second lock behind the queries."""

from django.db import migrations

from lebenslage.accounts.row_security import protect


class Migration(migrations.Migration):
    dependencies = [("residents", "0001_initial")]

    operations = [
        protect("residents_knownfact", "vault"),
        protect("residents_draft", "vault"),
        protect("residents_document", "vault"),
        protect("residents_consent", "vault"),
    ]
