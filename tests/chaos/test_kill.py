"""Web and worker are killed at thirty random points while people apply and decide: nothing acknowledged is lost, nothing happens twice."""

import random
import threading
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from uuid import UUID

import pytest
from django.conf import LazySettings
from django.contrib.sessions.backends.db import SessionStore
from django.db.models import Count
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority, Staff
from lebenslage.cases.models import Case, Counter, Decision, Notice, Paper, PaperKind
from lebenslage.cases.states import State
from lebenslage.residents.models import Draft, KnownFact, Vault
from lebenslage.site.publishing import publish_services
from tests.cases.stories import Town, open_town
from tests.chaos.people import Kept, Office, Person, Resident
from tests.chaos.servers import House

pytestmark = [pytest.mark.slow, pytest.mark.postgres]

KILLS, SEED, RESIDENTS, PATIENCE, FEWEST = 30, 20261116, 3, 120, 8
DAY = date(2026, 11, 16)


def cookies_of(staff: Staff) -> dict[str, str]:
    """Cookies of a browser that is signed in with both steps."""
    client = Client()
    client.force_login(staff.user)
    session, at = SessionStore(client.session.session_key), timezone.now().timestamp()
    session["account_authentication_methods_user"] = str(staff.user.pk)
    session["account_authentication_methods"] = [{"method": "password", "at": at}, {"method": "mfa", "at": at}]
    session.save()
    return {"lebenslage-session": session.session_key}


@pytest.fixture
def town(settings: LazySettings, shared_with_processes: dict[str, str]) -> Town:
    """A connected town."""
    settings.FIXED_DAY = DAY
    publish_services()
    return open_town("05999004", "Erlenbruch")


@pytest.fixture
def house(town: Town, shared_with_processes: dict[str, str], tmp_path: Path) -> Iterator[House]:
    """Web and worker on the database of this test."""
    environment = {**shared_with_processes, "DJANGO_SETTINGS_MODULE": "lebenslage.site.settings", "LEBENSLAGE_ON": DAY.isoformat()}
    running = House(environment, tmp_path / "log")
    for name in ("web", "worker"):
        running.start(name)
    running.wait()
    yield running
    for name in list(running.running):
        running.end(name)


def until(condition: Callable[[], bool], otherwise: str) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, otherwise
        time.sleep(0.1)


def thirty_deaths(house: House) -> None:
    """Kill the web, one of its processes, or the worker, at random moments of the work."""
    dice = random.Random(SEED)
    for _ in range(KILLS):
        time.sleep(dice.uniform(0.1, 1.2))
        victim = dice.choice(["web", "worker", "one of the web"])
        house.kill(victim) if victim in house.running else house.kill_one_of_the_web(dice)
        house.wait()


def ended(people: list[Person]) -> None:
    """Let everybody finish what she is at, and hear what went wrong."""
    people[0].stop.set()
    for person in people:
        person.join(PATIENCE)
    assert [person.trouble for person in people] == [None] * len(people)


@pytest.mark.long
def test_thirty_deaths_lose_nothing_and_double_nothing(house: House, town: Town) -> None:
    stop = threading.Event()
    residents = [Resident(house.port, stop) for _ in range(RESIDENTS)]
    office = Office(house.port, stop, cookies_of(town.worker), cookies_of(town.approver))
    for person in (*residents, office):
        person.start()
    thirty_deaths(house)
    until(lambda: len(office.approved) >= FEWEST and len(sent(residents)) >= FEWEST, "too little happened")
    ended([*residents, office])
    until(lambda: not DBTaskResult.objects.exclude(status="SUCCESSFUL").exists(), "a task is stuck")

    with acting(authority=town.authority.id):
        no_application_is_lost_or_doubled(sent(residents), town.authority)
        no_notice_without_a_decision(office)
    for one in (one for resident in residents for one in resident.kept):
        with acting(vault=one.vault):
            nothing_that_was_taken_is_lost(one)


def sent(residents: list[Resident]) -> set[UUID]:
    """The applications that the web said it had taken; the second sending of a form is told the same one."""
    kept = [one for resident in residents for one in resident.kept]
    assert all(len(one.cases) <= 1 for one in kept)
    return {case for one in kept for case in one.cases}


def no_application_is_lost_or_doubled(acknowledged: set[UUID], authority: Authority) -> None:
    """Each acknowledged application is there once, under a number of its own, with one receipt."""
    stored = set(Case.objects.values_list("id", flat=True))
    numbers = list(Case.objects.values_list("number", flat=True))

    assert acknowledged <= stored
    assert not Case.objects.values("vault").annotate(n=Count("id")).filter(n__gt=1).exists()
    assert len(set(numbers)) == len(numbers) == Counter.objects.get(authority=authority).last
    assert set(Paper.objects.filter(kind=PaperKind.RECEIPT).values_list("about", flat=True)) == stored


def no_notice_without_a_decision(office: Office) -> None:
    """Each approved decision has its one notice, and each notice its approved decision."""
    approved = set(Decision.objects.filter(approved__isnull=False, returned=None).values_list("id", flat=True))
    notified = set(Case.objects.filter(state=State.NOTIFIED).values_list("id", flat=True))

    assert office.approved <= notified
    assert sorted(Notice.objects.values_list("decision_id", flat=True)) == sorted(approved)
    assert set(Notice.objects.values_list("case_id", flat=True)) == notified
    assert not Case.objects.filter(state=State.APPROVED).exists()


def nothing_that_was_taken_is_lost(one: Kept) -> None:
    """Each answer stands once where it was given; a draft is open, or has become the one case."""
    answered = list(KnownFact.objects.filter(until=None).values_list("place", flat=True))
    drafts = Draft.objects.all()

    assert set(one.places) - {"personen", "zahlungen"} <= set(answered)
    assert len(set(answered)) == len(answered)
    assert drafts.count() <= 1
    assert {draft.submitted is not None for draft in drafts} <= {Case.objects.filter(draft__in=drafts).exists()}
    assert Vault.objects.filter(pk=one.vault).exists()
