from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_warning_and_pace")]

    operations = [
        migrations.RemoveIndex(model_name="case", name="case_work_list"),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["authority", "state", "due", "submitted", "id", "vault", "worker", "waiting_since"], name="case_board"
            ),
        ),
        migrations.AddIndex(
            model_name="notice",
            index=models.Index(fields=["authority", "case", "vault"], condition=models.Q(("posted", None)), name="notice_to_send"),
        ),
        migrations.AddIndex(
            model_name="request",
            index=models.Index(
                fields=["authority", "due", "case", "vault"],
                condition=models.Q(("answered", None), ("withdrawn", None)),
                name="request_waiting",
            ),
        ),
    ]
