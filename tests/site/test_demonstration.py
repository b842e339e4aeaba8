"""The invented town: every way of the demonstration is walked, through the real actions, and leads where it says."""

from collections.abc import Mapping

import pytest
from django.conf import LazySettings
from django.db.models import Count

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority, Staff
from lebenslage.cases.models import Case
from lebenslage.residents.models import Draft, Vault
from lebenslage.site.demonstration import play
from lebenslage.site.demonstration.people import Person, people
from lebenslage.site.demonstration.ways import DRAFT, WAYS
from lebenslage.site.roles import as_owner

ENDS: Mapping[str, str] = {
    "submitted": "submitted",
    "received": "received",
    "in_review": "in_review",
    "waiting": "waiting",
    "waiting_overdue": "waiting",
    "answered": "in_review",
    "proposed": "proposed",
    "returned": "in_review",
    "approved": "notified",  # the printer does not wait for the next person
    "printed": "notified",
    "granted": "notified",
    "granted_asked": "notified",
    "partial": "notified",
    "refused_income": "notified",
    "refused_benefit": "notified",
    "refused_cooperation": "notified",
    "withdrawn": "withdrawn",
}


def one_of_each_way() -> list[Person]:
    """The first person of each way."""
    first: dict[str, Person] = {}
    for person in people():
        first.setdefault(person.way, person)
    return list(first.values())


def test_every_way_has_somebody_and_everybody_a_way() -> None:
    assert {person.way for person in people()} == {*WAYS, DRAFT}
    assert len({person.name for person in people()}) == len(people()) == 62


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_each_way_leads_where_it_says(monkeypatch: pytest.MonkeyPatch, settings: LazySettings) -> None:
    settings.FIXED_DAY = play.DEMO_DAY
    few = one_of_each_way()
    monkeypatch.setattr(play, "people", lambda: few)

    played = list(play.played())

    with acting(authority=Authority.objects.get(name="Stadt Erlenrath").pk):
        states = sorted(Case.objects.values_list("state", flat=True))
    assert played == few
    assert states == sorted(ENDS.values())
    assert Vault.objects.count() == len(few)
    assert sorted(Staff.objects.values_list("authority__town").annotate(Count("pk"))) == [("Ahornstedt", 3), ("Erlenrath", 4)]
    with as_owner():
        assert Draft._base_manager.filter(submitted=None).count() == 1
