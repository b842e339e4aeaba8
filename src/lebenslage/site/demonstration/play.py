"""The whole demonstration: towns, people, cases, published counts. Everything happens through the real actions, on its own day."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from importlib.util import find_spec
from typing import Any, Final

from django.utils import timezone
from schwifty import IBAN

from lebenslage.accounts.actions import make_user
from lebenslage.accounts.models import Kind
from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority, Staff
from lebenslage.benefits.facts.personen import geburtsdatum
from lebenslage.bridge.actions import push
from lebenslage.cases.actions import submit
from lebenslage.cases.models import Case
from lebenslage.cases.states import State
from lebenslage.journal.actions import RESIDENT, SYSTEM
from lebenslage.journal.clock import at, now
from lebenslage.kernel.dates import read_day
from lebenslage.residents.actions import add_document, answer, attach, begin_draft, open_vault, set_code
from lebenslage.residents.answers import FIRST, Place, from_places
from lebenslage.residents.models import Vault
from lebenslage.residents.queries import answers_of, proofs_wanted
from lebenslage.site.demonstration.neighbours import open_board
from lebenslage.site.demonstration.offers import fill_offers
from lebenslage.site.demonstration.office import Office, work_off
from lebenslage.site.demonstration.ordinary import completed
from lebenslage.site.demonstration.people import Person, people, what_she_says
from lebenslage.site.demonstration.proofs import picture
from lebenslage.site.demonstration.town import PASSWORD, Town, build
from lebenslage.site.demonstration.ways import DRAFT, WAYS

DEMO_DAY: Final = date(2026, 11, 16)
FIRST_DAY: Final = date(2026, 7, 1)
EVENING: Final = time(18, 45)
RESIDENT_MAIL: Final = "resident@erlenrath.example"
PLANNERS: Final = "lebenslage.site.demonstration.ahornstedt_plan"
NO_BANK: Final = "00000000"  # no bank has this code
LENGTH: Final = len(people())
COUNTED: Final = (date(2026, 8, 1), date(2026, 9, 1), date(2026, 10, 1))


def moment(day: date, hour: time = EVENING) -> datetime:
    """A time of a day in the town."""
    return timezone.make_aware(datetime.combine(day, hour))


def played() -> Iterator[Person]:
    """Play it, and hand out each person as soon as her story is told."""
    with at(moment(FIRST_DAY)):
        town = build()
    for number, person in enumerate(people()):
        _lived(person, number, town)
        yield person
    with at(moment(DEMO_DAY)):
        for month in COUNTED:
            push(town.authority, month, by=SYSTEM, at=now())
        fill_offers(town.authority)
        open_board(town.authority)
        if find_spec("shapely"):
            planners: Any = importlib.import_module(PLANNERS)
            planners.build(PASSWORD)


def ways_in() -> Sequence[str]:
    """How to sign in: staff, and two residents of whom one has an account and the other a code. Makes both ways when asked."""
    staff = Staff.objects.select_related("user").order_by("role", "name")
    vaults = [Vault.objects.get(pk=case.vault_id) for case in _interesting(staff[0].authority)]
    attach(vaults[0], make_user(RESIDENT_MAIL, PASSWORD, Kind.RESIDENT), by=RESIDENT)
    birth_date = answers_of(vaults[1]).given[Place(geburtsdatum, FIRST)][0]
    code = set_code(vaults[1], birth_date=date.fromordinal(read_day(birth_date)), by=RESIDENT)
    return [
        *(f"  {one.role:11} {one.user.email}, password {PASSWORD}, then the code of: lebenslage demo --code" for one in staff),
        f"  resident    {RESIDENT_MAIL}, password {PASSWORD}",
        f"  resident    code {code}, born {birth_date}",
    ]


def _interesting(authority: Authority) -> Sequence[Case]:
    """A case with a notice, and one in which the office waits for an answer."""
    with acting(authority=authority.pk):
        cases = Case.objects.order_by("-submitted")
        return [cases.filter(state=state)[0] for state in (State.NOTIFIED, State.WAITING)]


def _lived(person: Person, number: int, town: Town) -> None:
    """One person: she answers, brings proofs, applies; then the office works on it."""
    with at(moment(person.day)):
        vault = _answered(person, number, town.authority)
        if person.way == DRAFT:
            return
        with acting(vault=vault.pk):
            case = submit(begin_draft(vault, "wohngeld", by=RESIDENT), by=RESIDENT, on=person.day)
    first, second, approver, _ = town.staff
    office = Office(case.id, person, vault, first if number % 2 else second, approver, DEMO_DAY)
    work_off(office, after=0)
    WAYS[person.way](office)


def _answered(person: Person, number: int, authority: Authority) -> Vault:
    vault = open_vault(by=RESIDENT)
    said = what_she_says(person, authority.town) | {
        "angaben-1-plz": [authority.postcode],
        "angaben-1-ort": [authority.town],
        "angaben-1-iban": [str(IBAN.generate("DE", bank_code=NO_BANK, account_code=f"{1000 + number}", validate_bban=False))],
    }
    names = [said[f"person-{key}-name"][0] for key in said["zeilen-person"][0].split()]
    answer(vault, {**said, **completed(from_places(said), names, person.day)}, by=RESIDENT)
    draft = begin_draft(vault, "wohngeld", by=RESIDENT)
    for wanted in proofs_wanted(draft)[: 1 + number % 3]:
        sheet = picture(wanted.kind.title(), person.name)
        add_document(vault, content=sheet, name=f"{wanted.kind}.png", kind=wanted.kind, row=wanted.row, by=RESIDENT)
    return vault
