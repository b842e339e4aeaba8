"""Owners come by a link, facts count at once, words wait, and who forgets is reminded."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority
from lebenslage.journal.actions import SYSTEM
from lebenslage.journal.clock import at, now, today
from lebenslage.journal.models import Entry as Line
from lebenslage.offers import keeping, queries
from lebenslage.offers.actions import set_keeper
from lebenslage.offers.models import Change, ChangeState, Invitation, Service
from lebenslage.offers.problems import LinkNotValid, NothingToWriteTo


def test_a_link_is_kept_as_a_digest_and_ends(advice: Service) -> None:
    assert advice.organization is not None
    token = keeping.link_for(advice.organization, by=SYSTEM)
    assert keeping.organization_of(token) == advice.organization
    assert token not in str(list(Invitation.objects.values()))
    with at(now() + timedelta(days=61)), pytest.raises(LinkNotValid):
        keeping.organization_of(token)


def test_a_new_link_ends_the_former_one(advice: Service) -> None:
    assert advice.organization is not None
    former = keeping.link_for(advice.organization, by=SYSTEM)
    keeping.link_for(advice.organization, by=SYSTEM)
    with pytest.raises(LinkNotValid):
        keeping.organization_of(former)


def test_facts_count_at_once_and_words_wait(advice: Service) -> None:
    Service.objects.update(verified_on=date(2020, 1, 1))
    keeping.change(advice, {"hours": "Mo 8-10", "phone": "02999 77", "description": "Neu."})
    kept = Service.objects.get(pk=advice.pk)
    assert (kept.phone, keeping.as_typed(kept)["hours"], kept.description) == ("02999 77", "Mo 8-10", advice.description)
    assert kept.verified_on == today()
    assert dict(Change.objects.values_list("field", "state")) == {"hours": "done", "phone": "done", "description": "waiting"}


@pytest.mark.parametrize("accepted", [True, False])
def test_a_planner_decides_on_words_once(town: Authority, advice: Service, accepted: bool) -> None:
    keeping.change(advice, {"description": "Neue Worte."})
    one = queries.waiting(town).get()
    keeping.settle(one, accepted=accepted, by=SYSTEM, name="Tomke Plan")
    keeping.settle(one, accepted=not accepted, by=SYSTEM, name="Tomke Plan")
    kept = Service.objects.get(pk=advice.pk)
    assert (kept.description == "Neue Worte.", "neue worte" in kept.found) == (accepted, accepted)
    assert Change.objects.get().state == (ChangeState.DONE if accepted else ChangeState.REFUSED)


def test_only_owners_with_an_address_and_stale_entries_are_reminded_once(advice: Service, cafe: Service) -> None:
    Service.objects.filter(pk=advice.pk).update(verified_on=today() - timedelta(days=200))
    assert keeping.remind() == 0
    assert advice.organization is not None
    set_keeper(advice.organization, "rat@haus.example", by=SYSTEM)
    assert (keeping.remind(), keeping.remind()) == (1, 0)
    assert [one.organization for one in keeping.waiting_mails()] == [advice.organization]


def test_without_an_address_nothing_is_written(advice: Service) -> None:
    assert advice.organization is not None
    with pytest.raises(NothingToWriteTo):
        keeping.ask(advice.organization, by=SYSTEM)


def test_two_workers_write_one_mail(advice: Service) -> None:
    assert advice.organization is not None
    set_keeper(advice.organization, "rat@haus.example", by=SYSTEM)
    keeping.ask(advice.organization, by=SYSTEM)
    first, second = keeping.waiting_mails()[0], keeping.waiting_mails()[0]
    assert (keeping.claim(first), keeping.claim(second)) == (True, False)


def test_the_journal_names_fields_and_never_what_was_written(town: Authority, advice: Service) -> None:
    keeping.change(advice, {"phone": "02999 4711"})
    with acting(authority=town.pk):
        lines = list(Line.objects.filter(subject_id=advice.uid).values_list("action", "details"))
    assert ("change_own_offer", {"fields": ["phone"]}) in lines
    assert "4711" not in str(lines)
