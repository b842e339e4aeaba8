"""How a case begins at an authority: its row, its number, its thread, its facts - sent whole, sent without a form, or forwarded."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from lebenslage.authorities.models import Authority
from lebenslage.authorities.problems import UnclearMunicipality, UnknownMunicipality
from lebenslage.authorities.queries import find, responsible
from lebenslage.cases.facts import fresh_fact
from lebenslage.cases.identity import area, called, make_findable
from lebenslage.cases.models import Case, CaseFact
from lebenslage.cases.numbering import next_number
from lebenslage.cases.problems import NotConnected, NotReady
from lebenslage.cases.sealed import seal_name
from lebenslage.contact import actions as contact
from lebenslage.residents.answers import GEMEINDE
from lebenslage.residents.models import FactSource, Vault
from lebenslage.residents.places import NAME, ON_A_ROW
from lebenslage.services.definition import Definition
from lebenslage.services.models import Version
from lebenslage.services.queries import definition

type Typed = Mapping[str, Sequence[str]]
type Sources = Mapping[str, tuple[str, datetime]]


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a case begins with. `on`: the day from which this office counts its time; `submitted`: when the application was made."""

    authority: Authority
    vault: Vault
    draft: UUID
    version: Version
    language: str
    submitted: datetime
    on: date
    formless: bool = False
    former: UUID | None = None


def begun(beginning: Beginning, typed: Typed, sources: Sources) -> Case:
    """A new case with its facts, found by its name; what the house itself knows has the office as its source."""
    id, authority = uuid4(), beginning.authority
    case = Case.objects.create(
        id=id,
        authority=authority,
        vault=beginning.vault,
        draft_id=beginning.draft,
        version=beginning.version,
        number=next_number(authority.id, beginning.version, beginning.on.year),
        thread=contact.begin(authority, beginning.vault, language=beginning.language),
        submitted=beginning.submitted,
        due=due_from(beginning.on, beginning.version),
        area=area(authority, typed),
        sealed_name=seal_name(authority.id, id, called(typed)),
        formless=beginning.formless,
        former=beginning.former,
    )
    house = (FactSource.OFFICE, beginning.submitted)
    known = {place: sources.get(place, house) for place in typed}
    CaseFact.objects.bulk_create(
        fresh_fact(case, place, texts, source=known[place][0], since=known[place][1]) for place, texts in typed.items()
    )
    make_findable(case, called(typed))
    return case


def due_from(on: date, version: Version) -> date:
    """By when the office wants to decide what came to it on a day."""
    return on + timedelta(definition(version).decision_within_days)


def needed(service: Definition, typed: Typed) -> Typed:
    """What this right needs of what is known: facts that it asks, particulars that it wants, rows, names, municipality and month."""
    asked = {fact.id for fact in service.facts} | {one.id for one in service.particulars} | {NAME}
    return {place: texts for place, texts in typed.items() if (parts := ON_A_ROW.match(place)) is None or parts[3] in asked}


def decides_there(service: str, typed: Typed) -> Authority:
    """The authority that decides for the municipality that was named. Raises NotReady, NotConnected."""
    try:
        municipality = find(next(iter(typed.get(GEMEINDE, ())), ""))
    except (UnknownMunicipality, UnclearMunicipality) as problem:
        raise NotReady(missing=[GEMEINDE]) from problem
    authority = responsible(service, municipality.key.key)
    if authority is None or not authority.connected:
        raise NotConnected(municipality=municipality.name)
    return authority
