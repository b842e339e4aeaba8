"""Two people at one case: the second sees what changed; nobody approves her own proposal; a proposal can go back."""

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.cases import actions, queries
from lebenslage.cases.models import Decision
from lebenslage.cases.problems import ChangedByResident, ChangedMeanwhile, NotAllowed, ReasonMissing, SamePerson
from lebenslage.cases.states import State
from lebenslage.journal.actions import RESIDENT
from lebenslage.pages.frame import sentences
from tests.cases.stories import Story, Town, now


def test_the_second_of_two_sees_who_changed_what(story: Story, town: Town) -> None:
    case = story.submitted()
    with acting(authority=town.authority.id):
        actions.take(case, by=town.worker, revision=case.revision)
        with pytest.raises(ChangedMeanwhile) as caught:
            actions.take(case, by=town.colleague, revision=case.revision)

    said = sentences("de").problem(caught.value)
    assert said.startswith("Frau Kaya hat den Fall inzwischen geändert (2. November 2026, 09:30 Uhr): hat den Fall übernommen.")


def test_an_answer_of_the_resident_is_such_a_change(story: Story, town: Town) -> None:
    request = story.asked()
    with acting(authority=town.authority.id):
        seen = now(request.case)
    with acting(vault=story.vault.id):
        actions.answer_request(request, text="Der Vertrag kommt morgen.", documents=[], by=RESIDENT)
    with acting(authority=town.authority.id), pytest.raises(ChangedByResident):
        actions.resume(seen, by=town.worker, revision=seen.revision)


def test_nobody_approves_her_own_proposal(story: Story, town: Town) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id):
        decision = actions.propose(case, by=town.approver, outcome="grant", reasons="", revision=case.revision)
        with pytest.raises(SamePerson):
            actions.approve(decision, by=town.approver, revision=now(case).revision)
        assert "approve" not in queries.open_case(case.id, by=town.approver).allowed


def test_a_caseworker_does_not_approve(story: Story, town: Town) -> None:
    decision = story.proposed()
    with acting(authority=town.authority.id), pytest.raises(NotAllowed):
        actions.approve(decision, by=town.colleague, revision=now(decision.case).revision)


def test_a_proposal_sent_back_stays_as_history(story: Story, town: Town) -> None:
    decision = story.proposed()
    with acting(authority=town.authority.id):
        case = actions.return_proposal(decision, by=town.approver, reason="Bitte die Miete prüfen.", revision=now(decision.case).revision)
        again = actions.propose(case, by=town.worker, outcome="grant", reasons="", revision=case.revision)
        file = queries.open_case(case.id, by=town.worker)

        assert [one.return_reason for one in file.decisions] == ["Bitte die Miete prüfen.", ""]
        assert file.standing is not None
        assert file.standing.id == again.id


def test_sending_back_needs_a_reason(story: Story, town: Town) -> None:
    decision = story.proposed()
    with acting(authority=town.authority.id), pytest.raises(ReasonMissing):
        actions.return_proposal(decision, by=town.approver, reason=" ", revision=now(decision.case).revision)


def test_a_case_is_handed_to_a_colleague_of_the_same_town(story: Story, town: Town, neighbour: Town) -> None:
    case = story.submitted()
    with acting(authority=town.authority.id):
        case = actions.assign(case, town.colleague, by=town.worker, revision=case.revision)
        assert case.worker == town.colleague
        for stranger in (neighbour.worker, town.planner):
            with pytest.raises(NotAllowed):
                actions.assign(case, stranger, by=town.worker, revision=case.revision)


def test_what_the_resident_withdrew_is_decided_no_more(story: Story, town: Town) -> None:
    decision = story.proposed()
    with acting(vault=story.vault.id):
        case = actions.withdraw(now(decision.case), by=RESIDENT)
    with acting(authority=town.authority.id), pytest.raises(ChangedByResident):
        actions.approve(decision, by=town.approver, revision=case.revision - 1)

    assert case.state == State.WITHDRAWN
    with acting(authority=town.authority.id):
        assert Decision.objects.get().approved is None
