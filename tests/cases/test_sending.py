"""A notice goes out by post; through the portal alone only where the resident agreed. What the law refuses is said on paper, too."""

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.cases import actions, queries
from lebenslage.cases.actions.dispatch import PORTAL_NOTICE
from lebenslage.cases.models import Notice
from lebenslage.cases.problems import ConsentMissing, NotSentYet
from lebenslage.cases.states import State
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import today
from lebenslage.residents.actions import consent
from tests.cases.stories import Story, Town, now, work


def through_the_portal(notice: Notice, town: Town) -> Notice:
    with acting(authority=town.authority.id):
        return actions.record_dispatch(notice, by=town.worker, dispatch="portal", posted=today())


def test_the_portal_alone_needs_consent(story: Story, town: Town) -> None:
    notice = story.notified()
    with pytest.raises(ConsentMissing):
        through_the_portal(notice, town)


def test_with_consent_the_portal_is_enough(story: Story, town: Town) -> None:
    notice = story.notified()
    with acting(vault=story.vault.id):
        consent(story.vault, PORTAL_NOTICE, "Ich möchte Bescheide nur hier bekommen.", by=RESIDENT)

    assert through_the_portal(notice, town).dispatch == "portal"


def test_a_refusal_is_printed_with_its_reason(story: Story, town: Town) -> None:
    notice = story.notified("refusal", "Das Vermögen ist zu groß.", vermoegen="900000")

    seen = story.seen(notice.case)
    assert (seen.status, seen.notice.outcome, seen.notice.amount) == ("decided_refusal", "refusal", 0)


def test_a_refusal_for_silence_is_printed_while_facts_are_missing(story: Story, town: Town) -> None:
    request = story.asked()
    story.days.go_by(20)
    with acting(authority=town.authority.id):
        case = now(request.case)
        actions.correct_fact(case, "person-1-rente", [], by=town.worker, reason="Nicht belegt.", revision=case.revision)
        case = actions.resume(case, by=town.worker, revision=now(case).revision)
        reasons = "Der Rentenbescheid fehlt (§ 66 SGB I)."
        decision = actions.propose(case, by=town.worker, outcome="refusal", reasons=reasons, revision=case.revision)
        actions.approve(decision, by=town.approver, revision=now(case).revision)
        assert work() == 2
        assert now(case).state == State.NOTIFIED


def test_a_partial_grant_pays_what_the_law_gives_and_says_why_not_more(story: Story, town: Town) -> None:
    notice = story.notified("partial", "Die Miete zählt nur bis zum Höchstbetrag.", miete="900")
    with acting(authority=town.authority.id):
        file = queries.open_case(notice.case_id, by=town.worker)

    assert file.standing is not None
    assert (file.standing.outcome, file.standing.reasons) == ("partial", "Die Miete zählt nur bis zum Höchstbetrag.")
    assert file.standing.amount > 0


def test_a_preview_is_kept_nowhere(story: Story, town: Town) -> None:
    decision = story.proposed()
    with acting(authority=town.authority.id):
        assert queries.preview(decision, by=town.worker).startswith(b"%PDF-")
        assert not Notice.objects.exists()


def test_a_case_whose_notice_lies_on_the_desk_is_not_closed(story: Story, town: Town) -> None:
    notice = story.notified()
    with acting(authority=town.authority.id), pytest.raises(NotSentYet):
        actions.close(notice.case, by=town.worker)


def test_a_resident_sees_until_when_she_can_object(story: Story) -> None:
    notice = story.sent()
    assert story.seen(notice.case).next_step == "read_notice"
    with acting(vault=story.vault.id):
        queries.paper_content(queries.paper(notice.paper_id), by=RESIDENT)
    seen = story.seen(notice.case)

    assert (seen.next_step, seen.notice.remedy_until) == ("remedy_open", notice.remedy_until)
