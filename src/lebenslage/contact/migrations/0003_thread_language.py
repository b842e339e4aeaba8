"""In which language a resident reads."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("contact", "0002_row_security"),
    ]

    operations = [
        migrations.AddField(
            model_name="thread",
            name="language",
            field=models.CharField(default="de", help_text="in which the resident reads", max_length=12),
        ),
    ]
