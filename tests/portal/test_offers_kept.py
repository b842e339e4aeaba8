"""The page behind an owner's link, and the mail that brings it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from django.conf import LazySettings
from django.core import mail
from django.core.cache import cache
from django.test import Client

from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import at, now, today
from lebenslage.offers import keeping
from lebenslage.offers.actions import set_keeper
from lebenslage.offers.models import Invitation, Service
from lebenslage.portal.offers.mailing import write_to_owners
from lebenslage.site import schedule
from tests.offers.conftest import advice, cafe, town  # noqa: F401 - fixtures


@pytest.fixture(autouse=True)
def fresh_cache(db: None) -> Iterator[None]:
    """Nobody has come yet."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def housekeeping(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """A round of a worker: it finds the chore among those it does beside its jobs. It works on the connection of the test."""
    monkeypatch.setattr(schedule, "close_old_connections", lambda: None)
    return lambda: schedule.Housekeeping({write_to_owners: schedule.CHORES[write_to_owners]}).do_what_is_due()


@pytest.fixture
def link(advice: Service) -> str:  # noqa: F811
    """The address of an owner's page."""
    assert advice.organization is not None
    return f"/de/angebote/pflegen/{keeping.link_for(advice.organization, by=SYSTEM)}/"


def test_an_owner_confirms_and_changes(link: str, advice: Service) -> None:  # noqa: F811
    client = Client()
    assert "Schuldnerberatung am Markt" in client.get(link).content.decode()
    assert "gut=bestaetigt" in client.post(f"{link}{advice.pk}/stimmt/")["Location"]
    typed = {"hours": "Mo 9-11", "prices": "kostenlos", "phone": "02999 9", "description": "Andere Worte.", "application": ""}
    assert client.post(f"{link}{advice.pk}/", typed).status_code == 302
    kept = Service.objects.get(pk=advice.pk)
    assert (kept.phone, kept.description) == ("02999 9", advice.description)


def test_what_is_not_understood_is_said_at_its_field_and_nothing_is_lost(link: str, advice: Service) -> None:  # noqa: F811
    typed = {"hours": "manchmal", "prices": "viel", "url": "javascript:alert(1)", "description": "Worte."}
    answer = Client().post(f"{link}{advice.pk}/", typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert all(f'href="#{field}"' in page for field in ("hours", "prices", "url"))
    assert "manchmal" in page


def test_a_link_opens_the_entries_of_one_organisation_alone(link: str, cafe: Service) -> None:  # noqa: F811
    assert Client().get(f"{link}{cafe.pk}/").status_code == 404
    assert Client().post(f"{link}{cafe.pk}/stimmt/").status_code == 404
    Service.objects.update(verified_on=None)
    Client().post(f"{link}stimmt/")
    assert Service.objects.get(pk=cafe.pk).verified_on is None
    assert Client().post("/de/angebote/pflegen/falsch/stimmt/").status_code == 404


def test_who_tries_links_is_turned_away(link: str) -> None:
    answers = [Client().get(f"/de/angebote/pflegen/falsch{number}/").status_code for number in range(22)]
    assert (answers[0], answers[-1]) == (404, 429)


def test_a_mail_brings_a_link_that_works_and_is_in_no_table(advice: Service, settings: LazySettings) -> None:  # noqa: F811
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    assert advice.organization is not None
    set_keeper(advice.organization, "rat@haus.example", by=SYSTEM)
    keeping.ask(advice.organization, by=SYSTEM)
    assert (write_to_owners(), write_to_owners()) == (1, 0)
    (letter,) = mail.outbox
    address = next(line for line in str(letter.body).splitlines() if line.startswith("http"))
    assert letter.to == ["rat@haus.example"]
    assert Client().get(address.partition("/de/")[2].join(("/de/", ""))).status_code == 200
    assert address.rstrip("/").rpartition("/")[2] not in str(list(Invitation.objects.values()))


def test_the_worker_reminds_and_one_click_is_enough(
    advice: Service,  # noqa: F811
    cafe: Service,  # noqa: F811
    settings: LazySettings,
    housekeeping: Callable[[], None],
) -> None:
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    assert advice.organization is not None
    set_keeper(advice.organization, "rat@haus.example", by=SYSTEM)
    Service.objects.update(organization=advice.organization, verified_on=today() - timedelta(days=200))
    housekeeping()
    housekeeping()
    (letter,) = mail.outbox
    page = re.findall(r"https?://[^/]+(/\S+)", str(letter.body))[0]
    client = Client()

    assert (letter.to, "seit einem halben Jahr" in str(letter.body)) == (["rat@haus.example"], True)
    assert "Alles stimmt noch" in client.get(page).content.decode()
    assert "gut=alle" in client.post(f"{page}stimmt/")["Location"]
    assert set(Service.objects.values_list("verified_on", flat=True)) == {today()}
    with at(now() + timedelta(days=31)):
        housekeeping()
    assert len(mail.outbox) == 1


def test_who_does_not_answer_is_reminded_again_after_a_month(advice: Service, settings: LazySettings) -> None:  # noqa: F811
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    assert advice.organization is not None
    set_keeper(advice.organization, "rat@haus.example", by=SYSTEM)
    Service.objects.update(verified_on=today() - timedelta(days=200))
    for days in (0, 29, 31):
        with at(now() + timedelta(days=days)):
            write_to_owners()
    assert len(mail.outbox) == 2


def test_no_mail_is_lost_while_mails_cannot_leave(advice: Service, settings: LazySettings) -> None:  # noqa: F811
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.filebased.EmailBackend"}}
    assert advice.organization is not None
    set_keeper(advice.organization, "rat@haus.example", by=SYSTEM)
    keeping.ask(advice.organization, by=SYSTEM)
    assert write_to_owners() == 0
    assert len(keeping.waiting_mails()) == 1
