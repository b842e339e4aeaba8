"""The notice is German and binding; who reads in another language finds a companion beside it, and the calculation in her own words."""

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.cases import actions, queries
from lebenslage.cases.models import Case, Decision, Notice, Paper
from lebenslage.cases.snapshot import lines_in
from lebenslage.journal.actions import RESIDENT
from lebenslage.journal.clock import today
from tests.cases.stories import Story, confirmed, now, work


def decided(story: Story, language: str) -> Case:
    """She applied on pages in a language; the notice is printed."""
    draft, town = story.drafted(), story.town
    with acting(vault=story.vault.id):
        case = actions.submit(draft, by=RESIDENT, on=today(), language=language)
    with acting(authority=town.authority.id):
        case = actions.take(case, by=town.worker, revision=case.revision)
        case = confirmed(actions.review(case, by=town.worker, revision=case.revision), town.worker)
        decision = actions.propose(case, by=town.worker, outcome="grant", reasons="", revision=case.revision)
        actions.approve(decision, by=town.approver, revision=now(case).revision)
    work()
    return case


@pytest.mark.parametrize("language", ["en", "nl", "de-einfach"])
def test_a_companion_lies_beside_the_german_notice(story: Story, language: str) -> None:
    case = decided(story, language)
    seen = story.seen(case)
    with acting(vault=story.vault.id):
        content = queries.paper_content(queries.paper(seen.companion), by=RESIDENT)
        notice = Notice.objects.get()

    assert content.startswith(b"%PDF-")
    assert seen.notice.paper == notice.paper_id != seen.companion
    assert notice.read is None  # a companion that was opened is not the notice


def test_who_reads_german_needs_none(story: Story) -> None:
    case = decided(story, "de")

    assert story.seen(case).companion is None
    with acting(vault=story.vault.id):
        assert not Paper.objects.filter(kind="companion").exists()


def test_the_calculation_speaks_her_language(story: Story) -> None:
    decided(story, "en")
    with acting(vault=story.vault.id):
        decision = Decision.objects.get()
        (german, was), (english, told) = lines_in(decision, "de"), lines_in(decision, "en")

    assert (german, english) == ("de", "en")
    assert [line["rule"] for line in was] == [line["rule"] for line in told]
    assert [line["label"] for line in was] != [line["label"] for line in told]


def test_where_the_law_has_changed_the_german_lines_of_then_are_shown(story: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    decided(story, "en")
    monkeypatch.setattr("lebenslage.cases.snapshot._same", lambda *_: False)
    with acting(vault=story.vault.id):
        assert lines_in(Decision.objects.get(), "en")[0] == "de"
