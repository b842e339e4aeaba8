"""A town with as many dossiers as a large city has, for `lebenslage bench web`. Everybody is invented.

What a dossier holds is sealed, numbered and indexed by the functions of the rooms; only the writing is done for many at once, by the owner
of the tables: submitting one after the other would take longer than the whole measurement.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import batched
from typing import Any, Final
from uuid import UUID, uuid4

from django.db import transaction

from lebenslage.authorities.actions import Office, connect, employ
from lebenslage.authorities.models import Authority, Role, Staff
from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.cases.facts import APPLIED, fresh_fact
from lebenslage.cases.models import Case, CaseFact, Counter, Custody, CustodyStep, SearchToken
from lebenslage.cases.sealed import seal_name
from lebenslage.cases.search import tokens_for
from lebenslage.cases.states import State
from lebenslage.contact.models import Thread
from lebenslage.files.keys import KEY_BYTES, wrapped
from lebenslage.files.models import DataKey
from lebenslage.files.sealing import seal_json
from lebenslage.journal.actions import RESIDENT, SYSTEM
from lebenslage.journal.clock import now, today
from lebenslage.journal.models import Entry
from lebenslage.residents.models import Draft, FactSource, KnownFact, Vault
from lebenslage.residents.sealed import about_place
from lebenslage.services.actions import publish
from lebenslage.services.models import Version

KEY, NAME, SERVICE = "05999004", "Erlenbruch", "wohngeld"
AT_ONCE, AT_A_TIME = 200, 250
# Of a hundred dossiers so many are read and decided no more.
CLOSED_PERCENT: Final = 80
FIRST_NAMES: Final = ("Ada", "Bela", "Cem", "Dilan", "Emil", "Fatma", "Greta", "Hanna", "Ivo", "Jana", "Kaan", "Lena", "Milan", "Nora")
LAST_NAMES: Final = ("Acker", "Bruch", "Çelik", "Deich", "Eschen", "Feld", "Grün", "Hain", "Imhof", "Jäger", "Kamp", "Linde", "Moor")
LIVES_ALONE: Final[Mapping[str, str]] = {
    "angaben-1-strasse": "Am Anger",
    "angaben-1-hausnummer": "12a",
    "angaben-1-plz": "50000",
    "angaben-1-ort": NAME,
    "angaben-1-iban": "DE02120300000000202051",
    "gemeinde": KEY,
    "zeilen-person": "1",
    "haushalt-1-wohnform": "miete",
    "haushalt-1-mietbestandteile": "keine",
    "haushalt-1-wohnbesonderheiten": "keine",
    "haushalt-1-todesfall": "nein",
    "person-1-verhaeltnis": "antragstellend",
    "person-1-lebensmittelpunkt": "ja",
    "person-1-aufenthalt": "deutsch",
    "person-1-merkmale": "keine",
    "person-1-leistung": "keine",
    "person-1-einkommensarten": "rente",
    "person-1-abzuege": "krankenversicherung",
    "person-1-vermoegen": "0",
}


@dataclass(frozen=True, slots=True)
class Town:
    """The office and who works there."""

    authority: Authority
    staff: Sequence[Staff]
    version: Version


def found_town(workers: int) -> Town:
    """Connect the town and employ its people."""
    version = publish(SERVICE, by=SYSTEM)
    office = Office(name=f"Stadt {NAME}", office="Wohngeldstelle", street="Markt 1", postcode="50000", town=NAME)
    authority = connect(KEY, office, by=SYSTEM, services=[SERVICE], mietenstufe=Mietenstufe.III)
    staff = [
        employ(authority, name=f"Frau {LAST_NAMES[n]}", email=f"staff-{n}@{KEY}.example", role=Role.CASEWORKER, by=SYSTEM)
        for n in range(workers)
    ]
    return Town(authority, staff, version)


def said_by(number: int) -> Mapping[str, list[str]]:
    """The answers of one invented person."""
    name = {"vorname": FIRST_NAMES[number % len(FIRST_NAMES)], "nachname": LAST_NAMES[number // 7 % len(LAST_NAMES)]}
    own = {
        **{f"angaben-1-{part}": text for part, text in name.items()},
        "haushalt-1-miete": str(380 + number % 300),
        "person-1-geburtsdatum": f"{1 + number % 28}.{1 + number % 12}.{1935 + number % 60}",
        "person-1-rente": str(850 + number % 600),
    }
    return {place: [text] for place, text in {**LIVES_ALONE, **own}.items()}


def settle(town: Town, dossiers: int, drafts: int) -> Iterator[int]:
    """Fill the town: so many dossiers with a case, and so many applications that wait to be sent. Hands out how many are done."""
    Counter.objects.update_or_create(authority=town.authority, service=SERVICE, year=today().year, defaults={"last": dossiers})
    for numbers in batched(range(dossiers + drafts), AT_ONCE):
        vaults = _vaults(numbers)
        rows = [_dossier(number, vault, town, sent=number < dossiers) for number, vault in zip(numbers, vaults, strict=True)]
        with transaction.atomic():
            _kept(rows)
        yield numbers[-1] + 1


def _vaults(numbers: Sequence[int]) -> Sequence[Vault]:
    """Vaults, kept later, with their keys, kept at once."""
    moments = [now() - timedelta(minutes=number % 100_000) for number in numbers]
    vaults = [Vault(id=uuid4(), since=moment, last_used=moment, kept_hours=24 * 90) for moment in moments]
    DataKey.objects.bulk_create([_key(vault.id) for vault in vaults])
    return vaults


def _kept(dossiers: Sequence[Mapping[type[Any], Sequence[Any]]]) -> None:
    """Write the rows of many dossiers, table after table."""
    for model in (Vault, KnownFact, Draft, Thread, Case, CaseFact, SearchToken, Custody, Entry):
        model._base_manager.bulk_create([row for dossier in dossiers for row in dossier.get(model, ())], batch_size=AT_A_TIME)


def _dossier(number: int, vault: Vault, town: Town, *, sent: bool) -> Mapping[type[Any], Sequence[Any]]:
    """The rows of one person: her vault, and her case where she has sent it."""
    moment, said = vault.since, said_by(number)
    sealed = [(place, seal_json(vault.id, typed, about=about_place(place))) for place, typed in said.items()]
    facts = [KnownFact(vault=vault, place=place, sealed=text, source=FactSource.RESIDENT, since=moment) for place, text in sealed]
    draft = Draft(id=uuid4(), vault=vault, version=town.version, begun=moment, touched=moment, submitted=moment if sent else None)
    rows: dict[type[Any], Sequence[Any]] = {
        Vault: [vault],
        KnownFact: facts,
        Draft: [draft],
        Entry: [_line("open_vault", vault.id, moment, vault=vault.id)],
    }
    return {**rows, **_case(number, town, draft, said)} if sent else rows


def _key(owner: UUID) -> DataKey:
    sealed, master = wrapped(owner, secrets.token_bytes(KEY_BYTES))
    return DataKey(owner=owner, wrapped=sealed, master=master, since=now())


def _case(number: int, town: Town, draft: Draft, said: Mapping[str, list[str]]) -> Mapping[type[Any], Sequence[Any]]:
    authority, vault, moment = town.authority, draft.vault, draft.begun
    name = " ".join(said[f"angaben-1-{part}"][0] for part in ("vorname", "nachname"))
    id, owners = uuid4(), {"authority": authority, "vault": vault}
    thread = Thread(id=uuid4(), since=moment, **owners)
    case = Case(
        id=id,
        number=f"WG-{moment.year}-{number + 1:05}",
        draft=draft,
        thread=thread,
        version=town.version,
        submitted=moment,
        received=moment,
        complete=moment,
        due=(moment + timedelta(60)).date(),
        sealed_name=seal_name(authority.pk, id, name),
        **_standing(number, town, moment),
        **owners,
    )
    places = {**said, APPLIED: [f"{moment:%d.%m.%Y}"]}
    return {
        Thread: [thread],
        Case: [case],
        CaseFact: [fresh_fact(case, place, typed, source=FactSource.RESIDENT, since=moment) for place, typed in places.items()],
        SearchToken: tokens_for(case, name),
        Custody: [Custody(case=case, step=step, at=moment, **owners) for step in (CustodyStep.STORED, CustodyStep.DELIVERED)],
        Entry: [_line("submit", id, moment, vault=vault.pk, authority=authority.pk)],
    }


def _standing(number: int, town: Town, moment: datetime) -> Mapping[str, Any]:
    if number % 100 < CLOSED_PERCENT:
        return {"state": State.WITHDRAWN, "closed": moment}
    return {"state": State.IN_REVIEW, "worker": town.staff[number % len(town.staff)], "revision": 2}


def _line(action: str, subject: UUID, at: datetime, *, vault: UUID, authority: UUID | None = None) -> Entry:
    return Entry(at=at, role=RESIDENT.role, action=action, subject="case", subject_id=subject, vault_id=vault, authority_id=authority)
