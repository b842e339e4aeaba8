"""In which language a neighbour reads."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("neighbours", "0002_row_security"),
    ]

    operations = [
        migrations.AddField(
            model_name="neighbour",
            name="language",
            field=models.CharField(default="de", help_text="in which she read last when she wrote", max_length=12),
        ),
    ]
