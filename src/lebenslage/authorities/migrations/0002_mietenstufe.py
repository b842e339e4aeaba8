"""An invented town has its rent level with it, for it stands in no register."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("authorities", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="authority",
            name="mietenstufe",
            field=models.PositiveSmallIntegerField(help_text="rent level of a town that is in no register: an invented one", null=True),
        ),
    ]
