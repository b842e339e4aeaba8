"""How long an unused vault is kept stands with the vault; when it was used last, too."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("residents", "0002_row_security")]

    operations = [
        migrations.RemoveIndex(model_name="vault", name="vault_expires"),
        migrations.RemoveField(model_name="vault", name="expires"),
        migrations.AddField(
            model_name="vault",
            name="kept_hours",
            field=models.PositiveIntegerField(help_text="swept so long after the last use; never while a case refers to it", null=True),
        ),
        migrations.AddIndex(model_name="vault", index=models.Index(fields=["kept_hours", "last_used"], name="vault_sweep")),
    ]
