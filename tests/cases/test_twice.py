"""What is done twice is done once: submitting, approving, printing; and what is cut off in between has not happened."""

import pytest
from django_tasks_db.models import DBTaskResult

from lebenslage.accounts.scope import acting
from lebenslage.cases import actions, printing
from lebenslage.cases.models import Case, Notice, Paper
from lebenslage.cases.problems import AlreadyPosted, NotConnected, NotReady, WrongState
from lebenslage.cases.states import State
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import today
from tests.cases.stories import Story, Town, now, work


def test_submitting_twice_gives_the_same_case(story: Story) -> None:
    draft = story.drafted()
    with acting(vault=story.vault.id):
        first, second = (actions.submit(draft, by=RESIDENT, on=today()) for _ in range(2))

        assert first == second
        assert Case.objects.count() == 1


def test_numbers_have_no_gaps(town: Town, story: Story) -> None:
    first, second = story.submitted(), Story(town, story.days).submitted()

    assert (first.number, second.number) == ("WG-2026-00001", "WG-2026-00002")


@pytest.mark.parametrize("lacking", ["nachname", "strasse", "geburtsdatum", "gemeinde"])
def test_what_says_who_applies_must_be_there(story: Story, lacking: str) -> None:
    with pytest.raises(NotReady) as caught:
        story.submitted(**{lacking: ""})

    assert [place.rpartition("-")[2] for place in caught.value.details["missing"]] == [lacking]


def test_a_town_nobody_knows_is_asked_again(story: Story) -> None:
    with pytest.raises(NotReady) as caught:
        story.submitted(gemeinde="Entenhausen")

    assert caught.value.details["missing"] == ["gemeinde"]


def test_everything_else_may_follow(story: Story) -> None:
    case = story.submitted(rente="", miete="", iban="")

    assert (case.state, case.complete) == (State.SUBMITTED, None)


def test_a_town_that_is_not_connected_gets_no_case(story: Story) -> None:
    with pytest.raises(NotConnected):
        story.submitted(gemeinde="05315000")


def test_approving_twice_prints_one_notice(story: Story, town: Town) -> None:
    decision = story.approved()
    with acting(authority=town.authority.id):
        actions.approve(decision, by=town.approver, revision=now(decision.case).revision)

        assert DBTaskResult.objects.ready().filter(task_path__endswith="print_notice").count() == 1


def test_printing_twice_gives_one_notice(story: Story, town: Town) -> None:
    notice = story.notified()
    with acting(authority=town.authority.id):
        again = printing.issue_notice(notice.decision_id)

        assert again == notice
        assert (Notice.objects.count(), Paper.objects.filter(kind="notice").count()) == (1, 1)


def test_printing_the_receipt_twice_gives_one_receipt(story: Story, town: Town) -> None:
    case = story.submitted()
    with acting(authority=town.authority.id):
        assert printing.issue_receipt(case.id) == printing.issue_receipt(case.id)


def test_a_printer_that_dies_leaves_nothing_half_done(story: Story, town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    decision = story.approved()
    monkeypatch.setattr(printing, "move", _dies)
    with acting(authority=town.authority.id):
        with pytest.raises(KeyboardInterrupt):
            printing.issue_notice(decision.id)

        assert not Notice.objects.exists()
        assert not Paper.objects.filter(kind="notice").exists()
        assert now(decision.case).state == State.APPROVED


def _dies(*_: object, **__: object) -> None:
    raise KeyboardInterrupt


def test_no_notice_is_printed_without_an_approved_decision(story: Story, town: Town) -> None:
    decision = story.proposed()
    with acting(authority=town.authority.id), pytest.raises(WrongState):
        printing.issue_notice(decision.id)


def test_a_notice_is_sent_once(story: Story, town: Town) -> None:
    notice = story.sent()
    with acting(authority=town.authority.id), pytest.raises(AlreadyPosted):
        actions.record_dispatch(notice, by=town.worker, dispatch="post", posted=today())


def test_tasks_know_identities_alone(story: Story) -> None:
    story.submitted()
    (task,) = DBTaskResult.objects.all()

    texts = [*task.args_kwargs["args"], *task.args_kwargs["kwargs"].values()]
    assert {len(text) for text in texts} == {36}
    assert work() == 1
