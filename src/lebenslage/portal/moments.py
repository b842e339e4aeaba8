"""Days and times as a person reads them."""

from datetime import date, datetime

from django.utils import timezone

from lebenslage.cases.pace import Expected
from lebenslage.law.texts import Texts


def moment_in_words(moment: datetime, say: Texts) -> str:
    """Day and time in the town."""
    local = timezone.localtime(moment)
    return say("dossier", "moment", day=day_in_words(local.date(), say), time=f"{local:%H:%M}")


def day_in_words(day: date | None, say: Texts) -> str:
    """A day; nothing where there is none."""
    return say.day(day.toordinal()) if day else ""


def expected_in_words(expected: Expected | None, say: Texts) -> str:
    """How long it takes as a rule; nothing where too few cases are decided. Less than a day counts as one."""
    if expected is None:
        return ""
    return say("cases", "expected", median=_days(expected.median, say), most=_days(expected.most, say))


def _days(number: int, say: Texts) -> str:
    return say("cases", "days", number=number) if number > 1 else say("cases", "days_one")
