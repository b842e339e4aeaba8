"""Reading a mail that came back: which of ours it was, and why. A library knows how the mail servers of the world say it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message
from typing import Final

from flufl.bounce import all_failures

from lebenslage.contact.mailing import cause_named
from lebenslage.contact.models import Cause

TOKEN: Final = re.compile(r"\+([0-9a-f]{32})@")
SENT_TO: Final = ("Delivered-To", "X-Original-To", "Envelope-To", "To")
STATUS: Final = re.compile(r"^\s*(\d\.\d{1,3}\.\d{1,3})\b")


@dataclass(frozen=True, slots=True)
class Bounce:
    """A mail that came back: the token of ours, and the cause; None where the server still tries, or where it is no bounce at all."""

    token: str
    cause: Cause | None


def read(raw: bytes, recipient: str = "") -> Bounce:
    """What a mail server sent back to us; `recipient` is whom it was delivered to, where the server says so."""
    message = message_from_bytes(raw)
    _, permanent = all_failures(message)
    token = next(_tokens(message, recipient), "")
    return Bounce(token, _cause(message) if permanent else None)


def _tokens(message: Message, recipient: str) -> Iterator[str]:
    """The tokens in the addresses to which it was sent."""
    for address in (recipient, *(str(value) for header in SENT_TO for value in message.get_all(header, ()))):
        yield from TOKEN.findall(address.lower())


def _cause(message: Message) -> Cause:
    """By the status of the report (RFC 3464), where there is one."""
    for part in message.walk():
        status = STATUS.match(str(part.get("Status", "")))
        if status is not None and status[1].startswith("5"):
            return cause_named(status[1])
    return Cause.REFUSED
