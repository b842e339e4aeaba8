"""Facts that are accepted together are one step, with one line in the journal."""

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.cases import actions
from lebenslage.cases.models import CaseFact, FactState
from lebenslage.cases.problems import ChangedMeanwhile, NothingToJudge
from lebenslage.journal.models import Entry
from tests.cases.stories import Story, Town, now


def test_facts_are_accepted_in_one_step_that_names_their_places(story: Story, town: Town) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id):
        facts = list(CaseFact.objects.filter(case=case, place__startswith="haushalt-1-miet", until=None))
        actions.judge_facts(case, facts, by=town.worker, revision=case.revision)

        line = Entry.objects.get(subject_id=case.id, action="judge_facts")
        assert line.details["places"] == ["haushalt-1-miete", "haushalt-1-mietbestandteile"]
        judged = CaseFact.objects.filter(pk__in=[fact.pk for fact in facts]).values_list("state", "by")
        assert set(judged) == {(FactState.ACCEPTED, town.worker.id)}
        assert now(case).revision == case.revision + 1


def test_what_is_judged_already_stays_as_it_is(story: Story, town: Town) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id):
        fact = CaseFact.objects.get(case=case, place="haushalt-1-miete", until=None)
        actions.judge_fact(fact, by=town.worker, accepted=False, reason="Nicht belegt.", revision=case.revision)
        with pytest.raises(NothingToJudge):
            actions.judge_facts(case, [fact], by=town.worker, revision=now(case).revision)

        assert CaseFact.objects.get(pk=fact.pk).state == FactState.REJECTED


def test_facts_of_another_case_are_not_touched(story: Story, town: Town) -> None:
    case, other = story.reviewed(), Story(town, story.days).reviewed()
    with acting(authority=town.authority.id):
        facts = list(CaseFact.objects.filter(case=other, until=None))
        with pytest.raises(NothingToJudge):
            actions.judge_facts(case, facts, by=town.worker, revision=case.revision)


def test_who_saw_an_older_state_accepts_nothing(story: Story, town: Town) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id):
        facts = list(CaseFact.objects.filter(case=case, until=None))
        with pytest.raises(ChangedMeanwhile):
            actions.judge_facts(case, facts, by=town.worker, revision=case.revision - 1)

        assert not CaseFact.objects.filter(case=case, state=FactState.ACCEPTED).exists()
