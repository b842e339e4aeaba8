"""A proof belongs to the application for which it was brought; it has pages, and may show months."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("residents", "0003_kept_hours")]

    operations = [
        migrations.AddField(
            model_name="document",
            name="draft",
            field=models.ForeignKey(null=True, on_delete=models.SET_NULL, related_name="documents", to="residents.draft"),
        ),
        migrations.AddField(
            model_name="document",
            name="months",
            field=models.CharField(blank=True, help_text="which months it shows: 2026-09 2026-10", max_length=200),
        ),
        migrations.AddField(
            model_name="document",
            name="pages",
            field=models.PositiveSmallIntegerField(help_text="empty where it was never counted", null=True),
        ),
    ]
