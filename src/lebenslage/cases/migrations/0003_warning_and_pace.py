import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("authorities", "0001_initial"), ("cases", "0002_row_security")]

    operations = [
        migrations.AddField(
            model_name="request",
            name="warning",
            field=models.BooleanField(default=True, help_text="it says what follows if no answer comes, § 66 Abs. 3 SGB I"),
        ),
        migrations.CreateModel(
            name="Pace",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("service", models.CharField(max_length=40)),
                ("cases", models.PositiveIntegerField()),
                ("median", models.PositiveIntegerField(help_text="days within which half of the cases were decided")),
                ("most", models.PositiveIntegerField(help_text="days within which nine of ten were")),
                ("authority", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="authorities.authority")),
            ],
            options={"constraints": [models.UniqueConstraint(fields=("authority", "service"), name="one_pace")]},
        ),
    ]
