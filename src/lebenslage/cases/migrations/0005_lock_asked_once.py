from django.db import migrations

from lebenslage.accounts.row_security import ask_once


class Migration(migrations.Migration):
    dependencies = [("cases", "0004_work_list")]

    operations = [ask_once("cases_case", "authority", "vault")]
