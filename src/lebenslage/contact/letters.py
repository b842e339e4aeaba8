"""The mail itself: there is news, please sign in. No name, no right, no number, no link with a key in it."""

from __future__ import annotations

from email.message import EmailMessage as Message
from email.policy import Policy, default
from email.utils import parseaddr
from typing import Any, Final

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.urls import reverse

from lebenslage.contact.models import Delivery, News
from lebenslage.pages.frame import sentences

FILES: Final = "filebased"
LONGEST_LINE: Final = 990  # RFC 5322 allows 998
SALT: Final = "lebenslage.contact.no_mail"


class Letter(EmailMessage):
    """A mail whose headers are not folded: an address in them must stay in one piece, or no mail program finds it."""

    def message(self, *, policy: Policy[Any] | None = None) -> Message:
        """The mail as it is sent."""
        return super().message(policy=(policy or default).clone(max_line_length=LONGEST_LINE))


def configured() -> bool:
    """Whether mails leave this machine; else they are files in the data directory, for who sets it up."""
    return FILES not in settings.MAILERS["default"]["BACKEND"]


def letter(delivery: Delivery, address: str, language: str) -> Letter:
    """The mail to an address. It can be switched off in the mail program (RFC 8058), and comes back with its token."""
    say, (words, page, off_page) = sentences(language), _about(delivery.kind)
    off = f"{site()}{reverse(off_page, args=[language, signed(delivery.token)])}"
    headers = {
        "From": settings.DEFAULT_FROM_EMAIL,
        "Message-ID": f"<{delivery.id}@{_domain()}>",
        "Auto-Submitted": "auto-generated",
        "List-Unsubscribe": f"<{off}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    body = say("contact", words, "text", address=f"{site()}{reverse(page, args=[language])}")
    return Letter(say("contact", words, "subject"), body, envelope_sender(delivery.token), [address], headers=headers)


def _about(kind: str) -> tuple[str, str, str]:
    """Its words, the page to which it leads, and the page on which it is switched off."""
    if kind == News.NEIGHBOURS:
        return "neighbours", settings.NEIGHBOURS_NEWS_PAGE, settings.NO_NEIGHBOURS_MAIL_PAGE
    return "mail", settings.START_PAGE, settings.NO_MAIL_PAGE


def site() -> str:
    """The address of this installation, without a slash at its end."""
    origins = settings.CSRF_TRUSTED_ORIGINS
    scheme = "https" if settings.HTTPS else "http"
    return str(origins[0] if origins else f"{scheme}://{settings.ALLOWED_HOSTS[0]}").rstrip("/")


def envelope_sender(token: str) -> str:
    """Where the mail comes back to: the sender's mailbox with the token behind a plus."""
    name, _, domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")
    return f"{name}+{token}@{domain}"


def _domain() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2]


def signed(token: str) -> str:
    """A token as it stands in an address, so that nobody makes one up."""
    return signing.Signer(salt=SALT).sign(token)


def token_in(text: str) -> str | None:
    """The token of a signed address; None where it is not ours."""
    try:
        return signing.Signer(salt=SALT).unsign(text)
    except signing.BadSignature:
        return None
