"""The address book is open to its authority alone."""

from django.db import migrations

from lebenslage.accounts.row_security import protect


class Migration(migrations.Migration):
    dependencies = [("conferences", "0001_initial")]

    operations = [protect("conferences_contact", "authority")]
