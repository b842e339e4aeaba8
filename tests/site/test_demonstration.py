"""The invented town: every way of the demonstration is walked, through the real actions, and leads where it says."""

from collections.abc import Mapping

import pytest
from django.conf import LazySettings
from django.db.models import Count

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Authority, Staff
from lebenslage.cases.models import Case
from lebenslage.journal.clock import at
from lebenslage.neighbours.models import Post
from lebenslage.offers.models import Service
from lebenslage.planning.take_up.telling import told
from lebenslage.quarters.catalogue import released
from lebenslage.quarters.conferences.models import Conference, Decision
from lebenslage.quarters.measures.models import Measure, Money
from lebenslage.quarters.models import Batch
from lebenslage.quarters.places.models import Place, Scenario, Step
from lebenslage.quarters.reports.models import Report
from lebenslage.residents.models import Draft, Vault
from lebenslage.site.demonstration import ahornstedt_plan, neighbours, play, town
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
@pytest.mark.long
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


@pytest.mark.django_db
def test_ahornstedt_has_been_planned_for_two_years() -> None:
    with at(play.moment(play.DEMO_DAY)):
        authority = ahornstedt_plan.build("nur-zum-ausprobieren")

    assert list(Batch.objects.order_by("at", "pk").values_list("title", flat=True)) == [
        "figures_2024.csv", "Soziale Lage", "zensus_2022_gitter.csv", "hitze.tif", "figures_2026.csv", "Soziale Lage",
        "wohngeld_haushalte.csv", "Wer einen Anspruch auf Wohngeld hat, simuliert",
    ]  # fmt: skip
    rights = told(authority)
    assert rights is not None
    assert rights.received.said_by == "Stadt Ahornstedt, erfunden"
    assert len([line for line in rights.lines if line.low is not None and line.high is not None and line.low < line.high <= 100]) >= 20
    assert rights.priorities
    assert dict(Report.objects.values_list("title", "state")) == {"Sozialbericht 2024": "released", "Sozialbericht 2026": "draft"}
    assert {one.on.year for one in released(authority)} == {2024}
    assert sorted(Conference.objects.values_list("state", flat=True)) == ["planned", "published"]
    assert list(Decision.objects.order_by("number").values_list("measure__title", "progress")) == [
        ("Ein Treff für Alleinerziehende mit Kinderbetreuung", "open"),
        (None, "done"),
    ]
    assert (Measure.objects.count(), Step.objects.count(), Place.objects.count(), Service.objects.count()) == (8, 7, 47, 17)
    assert Money.objects.filter(measure__title="Offene Jugendarbeit", year=2026).count() == 27
    proposed = Scenario.objects.get(proposal=True)
    assert (proposed.state, proposed.result["proven"], len(proposed.result["chosen"])) == ("done", True, 3)


@pytest.mark.django_db
def test_neighbours_without_internet_have_their_posts_on_the_board() -> None:
    with at(play.moment(play.DEMO_DAY)):
        authority = town.build().authority
        number = neighbours.open_board(authority)

    with acting(authority=authority.pk):
        assert Post.objects.filter(state="live", vault=None).count() == number == 5
