"""What the virus scanner says of a file, and which files wait for it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("files", "0002_row_security")]

    operations = [
        migrations.AddField(
            model_name="blob",
            name="scan",
            field=models.CharField(
                blank=True,
                choices=[("", "not scanned"), ("waiting", "Waiting"), ("clean", "Clean"), ("infected", "Infected")],
                default="",
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            name="Unscanned",
            fields=[
                ("blob", models.UUIDField(primary_key=True, serialize=False)),
                ("of_authority", models.UUIDField(null=True)),
                ("of_vault", models.UUIDField(null=True)),
                ("since", models.DateTimeField()),
            ],
        ),
    ]
