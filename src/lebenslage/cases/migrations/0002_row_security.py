"""Rows open to their authority and their resident alone; a second lock behind the queries."""

from django.db import migrations

from lebenslage.accounts.row_security import protect


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]

    operations = [
        protect("cases_case", "authority", "vault"),
        protect("cases_custody", "authority", "vault"),
        protect("cases_searchtoken", "authority", "vault"),
        protect("cases_evidence", "authority", "vault"),
        protect("cases_casefact", "authority", "vault"),
        protect("cases_request", "authority", "vault"),
        protect("cases_decision", "authority", "vault"),
        protect("cases_confirmation", "authority", "vault"),
        protect("cases_paper", "authority", "vault"),
        protect("cases_notice", "authority", "vault"),
    ]
