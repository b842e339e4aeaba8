"""An application without a form has its date today; the form that comes later makes it whole and keeps number and date."""

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.cases import actions, queries
from lebenslage.cases.facts import APPLIED, current_facts, typed_facts
from lebenslage.cases.models import Case, Paper
from lebenslage.cases.problems import NotConnected, NotReady
from lebenslage.cases.states import State
from lebenslage.contact.queries import messages
from lebenslage.journal.actions import RESIDENT, SYSTEM
from lebenslage.journal.clock import today
from lebenslage.residents.actions import answer, begin_draft
from lebenslage.services.actions import publish
from tests.cases.stories import Story, Town, answers, now, work

SAID = {"angaben-1-vorname": ["Änne"], "gemeinde": ["05999004"]}


@pytest.fixture(autouse=True)
def published(story: Story) -> None:
    publish("wohngeld", by=SYSTEM)


def applies(story: Story, said: dict[str, list[str]] = SAID, words: str = "") -> Case:
    """She writes a line and the office hears of it."""
    with acting(vault=story.vault.id):
        answer(story.vault, said, by=RESIDENT)
        return actions.submit_formless(story.vault, "wohngeld", by=RESIDENT, on=today(), words=words)


def sends_the_form(story: Story, **changed: str) -> Case:
    """She fills in everything and hands it in."""
    with acting(vault=story.vault.id):
        answer(story.vault, answers(**changed), by=RESIDENT)
        return actions.submit(begin_draft(story.vault, "wohngeld", by=RESIDENT), by=RESIDENT, on=today())


def facts(town: Town, case: Case) -> dict[str, list[str]]:
    """What the office knows."""
    with acting(authority=town.authority.id):
        return {place: list(typed) for place, typed in typed_facts(current_facts(case)).items()}


def test_a_name_a_town_and_a_right_are_an_application_of_today(story: Story, town: Town) -> None:
    case = applies(story)

    assert (case.state, case.formless, case.number) == (State.SUBMITTED, True, "WG-2026-00001")
    assert facts(town, case)[APPLIED] == ["02.11.2026"]


def test_how_to_reach_her_is_enough(story: Story, town: Town) -> None:
    case = applies(story, {"angaben-1-telefon": ["0200 123456"], "gemeinde": ["05999004"]})
    with acting(authority=town.authority.id):
        assert queries.work_list(town.worker, view="team").rows[0].name == "0200 123456"
    assert case.formless


@pytest.mark.parametrize(
    ("said", "missing"), [({"gemeinde": ["05999004"]}, "angaben-1-nachname"), ({"angaben-1-vorname": ["Änne"]}, "gemeinde")]
)
def test_nobody_and_nowhere_are_asked_again(story: Story, said: dict[str, list[str]], missing: str) -> None:
    with pytest.raises(NotReady) as caught:
        applies(story, said)

    assert caught.value.details["missing"] == [missing]


def test_a_town_that_is_not_connected_gets_no_case(story: Story) -> None:
    with pytest.raises(NotConnected):
        applies(story, {**SAID, "gemeinde": ["05315000"]})


def test_what_she_answered_elsewhere_stays_with_her(story: Story, town: Town) -> None:
    case = applies(story, {**SAID, "person-1-rente": ["1300"], "angaben-1-iban": ["DE02120300000000202051"]})

    assert set(facts(town, case)) == {"person-1-verhaeltnis", "angaben-1-vorname", "gemeinde", APPLIED}


def test_her_words_are_her_first_message(story: Story, town: Town) -> None:
    case = applies(story, words="Ich brauche Wohngeld.")
    with acting(authority=town.authority.id):
        assert [line.text or line.key for line in messages(case.thread)] == ["formless", "Ich brauche Wohngeld."]


def test_twice_is_once(story: Story) -> None:
    assert applies(story) == applies(story)
    with acting(vault=story.vault.id):
        assert Case.objects.count() == 1


def test_who_has_applied_already_has_her_date(story: Story) -> None:
    whole = sends_the_form(story)

    assert applies(story) == whole


def test_the_form_makes_it_whole_and_keeps_number_and_date(story: Story, town: Town) -> None:
    early = applies(story)
    story.days.go_by(40)
    case = sends_the_form(story)

    assert (case.id, case.number, case.formless, case.submitted) == (early.id, early.number, False, early.submitted)
    known = facts(town, case)
    assert (known[APPLIED], known["angaben-1-nachname"], known["person-1-rente"]) == (["02.11.2026"], ["Müller-Lüdenscheidt"], ["1300"])
    with acting(vault=story.vault.id):
        assert Case.objects.count() == 1


def test_the_money_begins_in_the_month_of_the_first_line(story: Story, town: Town) -> None:
    applies(story)
    story.days.go_by(40)
    case = sends_the_form(story)
    with acting(authority=town.authority.id):
        assert queries.assess(case).day.isoformat() == "2026-11-01"


def test_sending_the_form_twice_is_once(story: Story) -> None:
    applies(story)
    case = sends_the_form(story)
    with acting(vault=story.vault.id):
        assert actions.submit(case.draft, by=RESIDENT, on=today()) == case


def test_the_desk_finds_her_by_the_name_on_the_form(story: Story, town: Town) -> None:
    applies(story)
    sends_the_form(story)
    with acting(authority=town.authority.id):
        assert [row.name for row in queries.work_list(town.worker, view="team", search="Müller").rows] == ["Änne Müller-Lüdenscheidt"]


def test_what_the_office_put_right_meanwhile_stays(story: Story, town: Town) -> None:
    case = applies(story)
    with acting(authority=town.authority.id):
        case = actions.take(case, by=town.worker, revision=case.revision)
        actions.correct_fact(case, "angaben-1-vorname", ["Anne"], by=town.worker, reason="Laut Ausweis.", revision=case.revision)
    sends_the_form(story)

    assert facts(town, case)["angaben-1-vorname"] == ["Anne"]


def test_the_desk_sees_that_the_form_is_still_to_come(story: Story, town: Town) -> None:
    applies(story)
    with acting(authority=town.authority.id):
        assert "formless" in queries.work_list(town.worker, view="team").rows[0].reasons
    sends_the_form(story)
    with acting(authority=town.authority.id):
        assert "formless" not in queries.work_list(town.worker, view="team").rows[0].reasons


def test_she_is_told_to_fill_in_the_rest(story: Story) -> None:
    case = applies(story)
    assert (story.seen(case).next_step, story.seen(case).formless) == ("complete_form", True)
    sends_the_form(story)

    assert story.seen(case).next_step == "bring_proofs"


def test_both_have_a_receipt(story: Story) -> None:
    case = applies(story)
    assert work() == 1
    sends_the_form(story)
    assert (work(), work()) == (1, 0)
    with acting(vault=story.vault.id):
        assert Paper.objects.filter(case=case).count() == 2


def test_in_another_town_it_is_another_application(story: Story, neighbour: Town) -> None:
    early = applies(story)
    case = sends_the_form(story, gemeinde="05999008")

    assert (case.formless, now_formless(story, early)) == (False, True)
    assert case.number == "WG-2026-00001"
    assert case.authority_id == neighbour.authority.id


def now_formless(story: Story, case: Case) -> bool:
    with acting(vault=story.vault.id):
        return now(case).formless
