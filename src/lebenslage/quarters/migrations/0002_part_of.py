"""A publication knows the indicator out of which it is counted: grants out of applications."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("quarters", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="part_of",
            field=models.CharField(blank=True, help_text="the indicator out of which this one is counted", max_length=60),
        ),
    ]
