"""What who runs the installation hears of the mails: once a day, how many did not arrive and why; no address, no name."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db.models import Count
from django.utils import timezone

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.contact.letters import configured
from lebenslage.contact.models import Cause, Delivery, Digest
from lebenslage.journal.clock import now, today

CAUSES: Final[Mapping[str, str]] = {
    Cause.NOT_CONFIGURED: "not sent: LEBENSLAGE_MAIL_URL is not set",
    Cause.NO_ADDRESS: "not sent: no address any more",
    Cause.UNREACHABLE: "not sent: an earlier mail to the address came back",
    Cause.NO_SUCH_MAILBOX: "the mailbox does not exist",
    Cause.MAILBOX_FULL: "the mailbox is full",
    Cause.REFUSED: "the other server refuses it",
    Cause.SERVER_AWAY: "the server could not be reached for two days",
}
SUBJECT: Final = "Lebenslage: mails that did not arrive"
log = logging.getLogger(__name__)


def tell_operator() -> bool:
    """Tell once about the day that ended last, unless everything arrived. True where somebody was told now."""
    day = today() - timedelta(1)
    if not Digest.objects.filter(day=day).exists():
        Digest.objects.bulk_create([Digest(day=day, counts=counted(day))], ignore_conflicts=True)
    counts = Digest.objects.get(day=day).counts
    if not counts or not Digest.objects.filter(day=day, told=None).update(told=now()):
        return False
    text = "\n".join(lines(day, counts))
    log.warning("%s", text)
    if settings.OPERATORS and configured():
        _send(day, text)
    return True


def _send(day: date, text: str) -> None:
    """A mail that cannot be sent is sent with the next round."""
    try:
        EmailMessage(SUBJECT, text, settings.DEFAULT_FROM_EMAIL, list(settings.OPERATORS)).send()
    except OSError:
        Digest.objects.filter(day=day).update(told=None)
        raise


def counted(day: date) -> Mapping[str, int]:
    """How many mails of a day ended without arriving, by cause, over all offices."""
    begin, end = (timezone.make_aware(datetime.combine(one, time.min)) for one in (day, day + timedelta(1)))
    total: Counter[str] = Counter()
    for office in Authority.objects.values_list("id", flat=True):
        with acting(authority=office):
            ended = Delivery.objects.filter(authority=office, ended__gte=begin, ended__lt=end)
            total.update(dict(ended.values_list("cause").annotate(number=Count("id")).order_by("cause")))
    return dict(total)


def lines(day: date, counts: Mapping[str, int]) -> list[str]:
    """The digest, a cause a line."""
    return [
        f"{sum(counts.values())} mails of {day.isoformat()} did not arrive.",
        *(f"{n:>5}  {CAUSES[cause]}" for cause, n in counts.items()),
    ]
