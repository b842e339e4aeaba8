"""What people do on a busy day, as requests: of a hundred, eighty read, fifteen send a step of a form, five submit."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpResponse
from django.utils import timezone

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority, Staff
from lebenslage.cases.models import Case
from lebenslage.cases.states import State
from lebenslage.residents.access import remember
from lebenslage.residents.models import Draft, Vault
from lebenslage.site.commands.busy_day import SHARES
from lebenslage.site.commands.open_loop import Ask
from lebenslage.site.roles import as_owner

TOKEN: Final = "t" * 32
OK, MOVED = 200, 302


@dataclass(frozen=True, slots=True)
class People:
    """Who visits: residents with a case, residents with a draft, staff with their open cases."""

    senders: Sequence[tuple[UUID, UUID]]
    writers: Sequence[tuple[UUID, UUID]]
    submitters: Sequence[tuple[UUID, UUID]]
    desks: Sequence[str]
    cases: Sequence[UUID]


def people(authority: Authority, submits: int, *, most: int = 2000) -> People:
    """Draw the visitors out of the filled town; each of those who submit does it once."""
    with acting(authority=authority.pk):
        senders = list(Case.objects.order_by("?").values_list("vault_id", "id")[:most])
        cases = list(Case.objects.filter(state=State.IN_REVIEW).order_by("?").values_list("id", flat=True)[:most])
    with as_owner():
        drafts = list(Draft._base_manager.filter(submitted=None).order_by("?").values_list("vault_id", "id")[: submits + most])
    return People(senders, drafts[submits:], drafts[:submits], [_session(one) for one in Staff.objects.select_related("user")], cases)


def visits(people: People, count: int, seed: int) -> Sequence[Ask]:
    """So many requests in the shares above, mixed."""
    dice = random.Random(seed)  # noqa: S311 - a load, not a secret
    kinds = dice.choices(list(SHARES), weights=list(SHARES.values()), k=count)
    makers = {kind: _maker(kind, people, dice) for kind in SHARES}
    return [next(makers[kind]) for kind in kinds]


def each_kind(people: People, count: int, seed: int) -> Mapping[str, Sequence[Ask]]:
    """So many requests of every kind by itself."""
    dice = random.Random(seed)  # noqa: S311 - a load, not a secret
    return {kind: list(islice(_maker(kind, people, dice), count)) for kind in SHARES}


def _maker(kind: str, people: People, dice: random.Random) -> Iterator[Ask]:
    """Requests of one kind, each by another visitor."""
    if kind == "submit":
        yield from (_form(kind, "/de/antrag/absenden/", {"antrag": str(draft)}, vault) for vault, draft in people.submitters)
    elif kind.startswith("desk"):
        for session, case in zip(cycle(people.desks), cycle(people.cases), strict=False):
            yield _page(kind, "/amt/?ansicht=team" if kind == "desk: list" else f"/amt/fall/{case}/", f"lebenslage-session={session}")
    elif kind.startswith("my"):
        for vault, case in cycle(people.senders):
            yield _page(kind, "/de/meine/" if kind == "my applications" else f"/de/meine/{case}/", _vault(vault))
    elif kind.startswith("step"):
        yield from (_step(kind, vault, dice.randrange(300, 900)) for vault, _ in cycle(people.writers))
    else:
        yield from (_page(kind, READ[kind], _vault(vault)) for vault, _ in cycle(people.writers))


READ: Final[Mapping[str, str]] = {
    "start": "/de/",
    "question": "/de/pruefen/frage/haushalt-1-miete/",
    "result": "/de/pruefen/ergebnis/",
    "task list": "/de/antrag/",
}


def _step(kind: str, vault: UUID, rent: int) -> Ask:
    if kind == "step: question":
        return _form(kind, "/de/pruefen/frage/haushalt-1-miete/", {"haushalt-1-miete": str(rent)}, vault)
    return _form(kind, "/de/antrag/angaben/name/", {"angaben-1-vorname": "Änne", "angaben-1-nachname": f"Probe {rent}"}, vault)


def _page(kind: str, address: str, cookie: str) -> Ask:
    return Ask(kind, _wire("GET", address, cookie), OK)


def _form(kind: str, address: str, typed: Mapping[str, str], vault: UUID) -> Ask:
    return Ask(kind, _wire("POST", address, _vault(vault), urlencode({**typed, "csrfmiddlewaretoken": TOKEN}).encode()), MOVED)


def _wire(method: str, address: str, cookie: str, body: bytes = b"") -> bytes:
    lines = [
        f"{method} {address} HTTP/1.1",
        "Host: 127.0.0.1",
        "Accept-Encoding: gzip",
        f"Cookie: {settings.CSRF_COOKIE_NAME}={TOKEN}; {cookie}",
    ]
    lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"] if body else []
    return "\r\n".join([*lines, "", ""]).encode() + body


def _vault(vault: UUID) -> str:
    """The cookie that opens a vault, as the portal gives it."""
    response = HttpResponse()
    remember(response, Vault(id=vault))
    return str(response.cookies.output(header="")).strip().split(";")[0]


def _session(staff: Staff) -> str:
    """A session of somebody who has signed in with both steps."""
    at, session = timezone.now().timestamp(), SessionStore()
    session[SESSION_KEY] = str(staff.user.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = staff.user.get_session_auth_hash()
    session["account_authentication_methods_user"] = str(staff.user.pk)
    session["account_authentication_methods"] = [{"method": "password", "at": at}, {"method": "mfa", "at": at}]
    session.save()
    return str(session.session_key)
