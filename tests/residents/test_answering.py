"""What a resident types is kept exactly, sealed, with its history; a form that is sent twice changes nothing."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.benefits.facts import personen, wohnen
from lebenslage.benefits.facts.einkommen import rente
from lebenslage.files.problems import CannotOpen
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import at
from lebenslage.journal.models import Entry
from lebenslage.law.nodes import PERSON
from lebenslage.residents.actions import answer, open_vault
from lebenslage.residents.answers import HEAD, as_places, fresh
from lebenslage.residents.models import KnownFact, Vault
from lebenslage.residents.problems import NotYourVault, UnknownPlace
from lebenslage.residents.queries import answers_of, history, known_facts

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)


def test_an_answer_comes_back_as_it_was_typed(vault: Vault) -> None:
    answer(vault, {"haushalt-1-miete": ["1.200,50"], "gemeinde": ["Köln"], "monat": ["2026-11"]}, by=RESIDENT)

    found = answers_of(vault)
    assert found.at(wohnen.miete, "1") == ["1.200,50"]
    assert (found.gemeinde, found.month) == ("Köln", "2026-11")


def test_the_first_person_applies_until_she_says_otherwise(vault: Vault) -> None:
    assert answers_of(vault).at(personen.verhaeltnis, "1") == [HEAD]


def test_answers_of_a_whole_form_come_back_whole(vault: Vault) -> None:
    form = fresh("2026-11").added(PERSON)

    answer(vault, as_places(form), by=RESIDENT)

    assert answers_of(vault) == form


def test_what_is_stored_cannot_be_read_in_the_database(vault: Vault) -> None:
    answer(vault, {"person-1-name": ["Aylin"]}, by=RESIDENT)

    with acting(vault=vault.pk):
        assert b"Aylin" not in bytes(KnownFact.objects.get(place="person-1-name").sealed)


def test_a_changed_answer_leaves_its_history(vault: Vault) -> None:
    with at(NOON):
        answer(vault, {"haushalt-1-miete": ["500"]}, by=RESIDENT)
    with at(NOON + timedelta(hours=1)):
        answer(vault, {"haushalt-1-miete": ["520"]}, by=RESIDENT)

    assert [(one.typed, one.until) for one in history(vault, "haushalt-1-miete")] == [(["520"], None), (["500"], NOON + timedelta(hours=1))]


def test_the_same_answer_twice_writes_nothing(vault: Vault) -> None:
    answer(vault, {"haushalt-1-miete": ["500"]}, by=RESIDENT)
    with acting(vault=vault.pk):
        lines = Entry._base_manager.count()

    answer(vault, {"haushalt-1-miete": [" 500 "]}, by=RESIDENT)

    assert len(history(vault, "haushalt-1-miete")) == 1
    with acting(vault=vault.pk):
        assert Entry._base_manager.count() == lines > 0


def test_an_empty_field_withdraws_the_answer(vault: Vault) -> None:
    answer(vault, {"haushalt-1-miete": ["500"]}, by=RESIDENT)
    answer(vault, {"haushalt-1-miete": []}, by=RESIDENT)

    assert answers_of(vault).at(wohnen.miete, "1") == ()
    assert known_facts(vault) == []


def test_a_person_who_leaves_takes_her_answers_with_her(vault: Vault) -> None:
    answer(vault, {"zeilen-person": ["1 2"], "person-2-rente": ["900"], "person-1-rente": ["800"]}, by=RESIDENT)
    answer(vault, {"zeilen-person": ["1"]}, by=RESIDENT)
    answer(vault, {"zeilen-person": ["1 2"]}, by=RESIDENT)

    found = answers_of(vault)
    assert (found.at(rente, "1"), found.at(rente, "2")) == (["800"], ())


@pytest.mark.parametrize("place", ["person-1-colour", "person-x-rente", "haushalt-1-name", "angaben-2-vorname", "csrfmiddlewaretoken", ""])
def test_what_is_no_place_is_refused(vault: Vault, place: str) -> None:
    with pytest.raises(UnknownPlace):
        answer(vault, {place: ["x"]}, by=RESIDENT)


def test_the_journal_names_places_and_never_answers(vault: Vault) -> None:
    answer(vault, {"haushalt-1-miete": ["512,34"]}, by=RESIDENT)

    with acting(vault=vault.pk):
        entry = Entry.objects.get(action="answer")
    assert entry.details == {"places": ["haushalt-1-miete"]}


def test_nobody_answers_in_the_vault_of_another(vault: Vault) -> None:
    other = open_vault()

    with acting(vault=other.pk), pytest.raises(NotYourVault):
        answer(vault, {"haushalt-1-miete": ["1"]}, by=RESIDENT)


def test_an_answer_moved_between_places_in_the_database_is_noticed(vault: Vault) -> None:
    answer(vault, {"person-1-rente": ["900"]}, by=RESIDENT)
    with acting(vault=vault.pk):
        KnownFact.objects.filter(place="person-1-rente").update(place="person-1-minijob")

    with pytest.raises(CannotOpen):
        answers_of(vault)


def test_sixty_answers_take_few_queries(vault: Vault, django_assert_max_num_queries: Any) -> None:
    given = {f"person-{row}-{fact}": ["1"] for row in range(1, 13) for fact in ("rente", "minijob", "unterhalt", "elterngeld", "abzuege")}
    with acting(vault=vault.pk):
        with django_assert_max_num_queries(10):
            answer(vault, given, by=RESIDENT)
        with django_assert_max_num_queries(1):
            assert len(known_facts(vault)) == 60
