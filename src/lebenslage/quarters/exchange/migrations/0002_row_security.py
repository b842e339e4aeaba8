"""Remarks open to the authority of their writers alone; a second lock behind the queries."""

from django.db import migrations

from lebenslage.accounts.row_security import protect


class Migration(migrations.Migration):
    dependencies = [("exchange", "0001_initial")]

    operations = [protect("exchange_remark", "authority")]
