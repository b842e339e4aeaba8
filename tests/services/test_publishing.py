"""A service is published once for each content, and says what it asks."""

from typing import Any

import pytest

from lebenslage.authorities import problems as authorities
from lebenslage.benefits.unterhaltsvorschuss.hoehe import uvg_betrag
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.journal.actions import SYSTEM
from lebenslage.kernel.errors import Problem
from lebenslage.law.facts import Fact
from lebenslage.law.in_force import reachable
from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.frame import sentences
from lebenslage.portal.questions import OF_WOHNGELD
from lebenslage.residents import problems as residents
from lebenslage.services import actions
from lebenslage.services import problems as services
from lebenslage.services.actions import publish
from lebenslage.services.definition import Particular, checked
from lebenslage.services.missing import missing_texts
from lebenslage.services.problems import NotPublished, TextsMissing, UnknownService, WrongDefinition
from lebenslage.services.queries import current, definition, known_services, written


@pytest.mark.django_db
def test_the_same_content_is_published_once() -> None:
    first = publish("wohngeld", by=SYSTEM)

    assert publish("wohngeld", by=SYSTEM) == first == current("wohngeld")
    assert first.number == 1


@pytest.mark.django_db
def test_a_published_version_reads_like_its_file() -> None:
    assert definition(publish("wohngeld", by=SYSTEM)) == checked(written("wohngeld"), "")


@pytest.mark.django_db
def test_nothing_holds_before_it_is_published() -> None:
    with pytest.raises(NotPublished):
        current("wohngeld")


@pytest.mark.django_db
@pytest.mark.parametrize("service", ["kindergeld", "../law", ""])
def test_a_service_without_a_folder_is_unknown(service: str) -> None:
    with pytest.raises(UnknownService):
        publish(service, by=SYSTEM)


def test_every_folder_with_a_service_can_be_read() -> None:
    assert [checked(written(service), "").id for service in known_services()] == known_services()


def _changed(**parts: Any) -> Any:
    return {**written("wohngeld"), **parts}


@pytest.mark.parametrize(
    ("wrong", "place", "reason"),
    [
        ({"leika": "99"}, "leika", "pattern"),
        ({"decision": {"within_days": 0, "own_figure": True}}, "decision.within_days", "greater"),
        ({"sections": [{"id": "a", "facts": ["mieten"]}]}, "sections.0", "mieten"),
        ({"sections": [{"id": "a", "facts": ["miete", "rente"]}]}, "sections.0", "several entities"),
        ({"evidence": []}, "-", "mietvertrag"),
        ({"particulars": []}, "-", "vorname"),
        ({"colour": "red"}, "colour", "not permitted"),
    ],
)
def test_a_mistake_is_said_with_its_place(wrong: Any, place: str, reason: str) -> None:
    with pytest.raises(WrongDefinition) as refused:
        checked(_changed(**wrong), "wohngeld/service.yaml")

    assert refused.value.details["place"] == place
    assert reason in str(refused.value.details["reason"])


@pytest.mark.django_db
def test_a_service_that_lacks_a_sentence_is_not_published(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(actions, "missing_texts", lambda definition: ["nl: evidence.ausweis.why"])

    with pytest.raises(TextsMissing):
        publish("wohngeld", by=SYSTEM)


def test_a_sentence_that_no_language_has_is_noticed() -> None:
    definition = checked(written("wohngeld"), "")
    odd = definition.model_copy(update={"particulars": (Particular(id="lieblingsfarbe", kind="name"),)})

    assert [line for line in missing_texts(odd) if "lieblingsfarbe" in line] == [
        f"{language}: particulars.lieblingsfarbe.label" for language in LANGUAGES
    ]


@pytest.mark.parametrize("room", [residents, services, authorities])
def test_every_problem_has_its_sentence_in_every_language(room: Any) -> None:
    keys = {one.key for one in vars(room).values() if isinstance(one, type) and issubclass(one, Problem) and one is not Problem}

    assert keys
    assert not [(language, key) for language in LANGUAGES for key in keys if not sentences(language).has("problems", key)]


def test_the_remedy_against_wohngeld_is_the_objection_within_a_month() -> None:
    remedy = checked(written("wohngeld"), "").remedy

    assert (remedy.kind, remedy.land, remedy.months, remedy.where) == ("widerspruch", "DE-NW", 1, "deciding_authority")
    assert set(remedy.form) == {"written", "electronic", "on_record"}
    assert "JustG NRW § 110" in remedy.cites


def test_every_fact_that_the_law_of_wohngeld_reads_is_asked_or_left_to_the_office() -> None:
    """What lies behind an advance on maintenance that somebody wants calculated is asked by the interview alone."""
    definition = checked(written("wohngeld"), "")
    read, behind = ({source for source in reachable(goals) if isinstance(source, Fact)} for goals in (WOHNGELD.goals, (uvg_betrag,)))
    settled = {fact.id for fact in definition.facts} | set(definition.settled_by_office)

    assert {fact.id for fact in read & OF_WOHNGELD} <= settled
    assert {fact.id for fact in read - behind} <= settled
