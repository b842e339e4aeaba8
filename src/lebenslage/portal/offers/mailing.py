"""The mails to owners: a link to their entries, when a planner asks for it or when nobody has confirmed them for half a year."""

from __future__ import annotations

import logging
import smtplib
from typing import Final

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction
from django.urls import reverse

from lebenslage.contact.letters import Letter, configured, site
from lebenslage.offers.keeping import VALID, claim, remind, sealed, waiting_mails
from lebenslage.offers.models import Invitation
from lebenslage.pages.frame import sentences
from lebenslage.pages.languages import DEFAULT

PAGE: Final = "portal:offer_keep"
log = logging.getLogger(__name__)


def write_to_owners() -> int:
    """Remind owners whose entries are stale, and write what waits; how many mails went out. Nothing while mails cannot leave."""
    if not configured():
        return 0
    remind()
    return sum(_sent(one) for one in waiting_mails() if claim(one))


def _sent(invitation: Invitation) -> bool:
    """Write one mail. Its token exists in it alone; where the server is away, the invitation waits for the next round."""
    try:
        with transaction.atomic():
            letter(invitation, sealed(invitation)).send()
    except (OSError, smtplib.SMTPException, ValueError):
        log.warning("A mail to an owner of entries was not taken; it is tried again.")
        return False
    return True


def letter(invitation: Invitation, token: str) -> EmailMessage:
    """The mail with the link. It names the organisation and nothing else."""
    say, owner = sentences(DEFAULT), invitation.organization
    address = f"{site()}{reverse(PAGE, args=[DEFAULT, token])}"
    key = "reminder" if invitation.reminder else "asked"
    words = {"name": owner.name, "town": invitation.authority.name, "address": address, "days": VALID.days}
    headers = {"From": settings.DEFAULT_FROM_EMAIL, "Auto-Submitted": "auto-generated"}
    return Letter(
        say("finder_keep", "mail", "subject", town=invitation.authority.name),
        say("finder_keep", "mail", key, **words),
        settings.DEFAULT_FROM_EMAIL,
        [owner.keeper],
        headers=headers,
    )
