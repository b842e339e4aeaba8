"""Days and times as a person reads them."""

from datetime import date, datetime

from django.utils import timezone

from lebenslage.law.texts import Texts


def moment_in_words(moment: datetime, say: Texts) -> str:
    """Day and time in the town."""
    local = timezone.localtime(moment)
    return say("dossier", "moment", day=day_in_words(local.date(), say), time=f"{local:%H:%M}")


def day_in_words(day: date | None, say: Texts) -> str:
    """A day; nothing where there is none."""
    return say.day(day.toordinal()) if day else ""
