"""The clock of a case: it pauses while the office waits for the resident, and time limits end on working days."""

from datetime import date, timedelta

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.cases import actions
from lebenslage.cases.models import Case, Request
from lebenslage.cases.problems import AlreadyAnswered, DeadlineTooShort, NothingSaid, PostedBeforeIssued, RemedyStillOpen, WrongState
from lebenslage.cases.states import State
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import today
from tests.cases.stories import Story, Town, now


def answered(story: Story, request: Request, text: str = "Der Vertrag liegt bei.") -> Case:
    with acting(vault=story.vault.id):
        return actions.answer_request(request, text=text, documents=[], by=RESIDENT)


def test_the_office_wants_to_decide_within_the_days_of_its_service(story: Story) -> None:
    assert story.submitted().due == date(2026, 12, 14)


def test_days_of_waiting_are_added(story: Story) -> None:
    request = story.asked()
    story.days.go_by(9)
    case = answered(story, request)

    assert (case.state, case.waiting_since, case.due) == (State.IN_REVIEW, None, date(2026, 12, 23))


def test_two_questions_make_one_pause(story: Story, town: Town) -> None:
    first = story.asked()
    story.days.go_by(3)
    with acting(authority=town.authority.id):
        case = now(first.case)
        second = actions.ask(case, by=town.worker, text="Und die Nebenkosten?", due=date(2026, 11, 30), revision=case.revision)
    assert answered(story, first).state == State.WAITING
    story.days.go_by(2)

    assert answered(story, second).due == date(2026, 12, 19)


def test_the_office_may_go_on_without_an_answer_and_still_hears_it(story: Story, town: Town) -> None:
    request = story.asked()
    story.days.go_by(20)
    with acting(authority=town.authority.id):
        case = actions.resume(request.case, by=town.worker, revision=now(request.case).revision)
    story.days.go_by(5)

    assert (case.due, answered(story, request).due) == (date(2027, 1, 3), date(2027, 1, 3))


def test_the_last_question_taken_back_ends_the_pause_and_she_reads_it(story: Story, town: Town) -> None:
    first = story.asked()
    with acting(authority=town.authority.id):
        second = actions.ask(now(first.case), by=town.worker, text="Und?", due=date(2026, 11, 30), revision=now(first.case).revision)
        story.days.go_by(5)
        case = actions.withdraw_request(first, by=town.worker, revision=now(first.case).revision)
        assert (case.state, case.due) == (State.WAITING, date(2026, 12, 14))
        case = actions.withdraw_request(second, by=town.worker, revision=case.revision)
        with pytest.raises(AlreadyAnswered):
            actions.withdraw_request(second, by=town.worker, revision=case.revision)

    seen = story.seen(case)
    assert (case.state, case.waiting_since, case.due) == (State.IN_REVIEW, None, date(2026, 12, 19))
    assert ([line.key for line in seen.messages][-2:], seen.open_requests) == (["request_withdrawn"] * 2, [])


def test_a_question_is_answered_once_and_with_something(story: Story) -> None:
    request = story.asked()
    with pytest.raises(NothingSaid):
        answered(story, request, " ")
    answered(story, request)
    with pytest.raises(AlreadyAnswered):
        answered(story, request)


def test_a_question_ends_in_the_future(story: Story, town: Town) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id), pytest.raises(DeadlineTooShort):
        actions.ask(case, by=town.worker, text="Bitte heute noch.", due=today(), revision=case.revision)


def test_a_resident_sees_the_question_and_what_to_do(story: Story) -> None:
    request = story.asked()
    seen = story.seen(request.case)

    assert (seen.status, seen.next_step) == ("waiting", "answer")
    assert [one.text for one in seen.open_requests] == ["Bitte schicken Sie den Mietvertrag."]
    assert [line.key for line in seen.messages] == ["submitted", "asked"]


def test_a_letter_counts_after_four_days_and_the_remedy_ends_on_a_working_day(story: Story) -> None:
    notice = story.sent()

    assert (notice.posted, notice.counts_from) == (date(2026, 11, 2), date(2026, 11, 6))
    assert notice.remedy_until == date(2026, 12, 7)  # 6 December is a Sunday


def test_a_letter_is_posted_neither_tomorrow_nor_before_it_was_written(story: Story, town: Town) -> None:
    notice = story.notified()
    for day in (-1, 1):
        with acting(authority=town.authority.id), pytest.raises(PostedBeforeIssued):
            actions.record_dispatch(notice, by=town.worker, dispatch="post", posted=today() + timedelta(day))


def test_a_case_is_closed_when_the_remedy_has_run_out(story: Story, town: Town) -> None:
    case = story.sent().case
    with acting(authority=town.authority.id):
        with pytest.raises(RemedyStillOpen):
            actions.close(case, by=town.worker, revision=now(case).revision)
        story.days.go_by(36)
        assert actions.close(case, by=town.worker, revision=now(case).revision).state == State.CLOSED
        with pytest.raises(WrongState):
            actions.close(case, by=town.worker)
