"""One application from the first answer to the read notice."""

from lebenslage.accounts.scope import acting
from lebenslage.cases import queries
from lebenslage.cases.states import State
from lebenslage.journal.actions import RESIDENT
from tests.cases.stories import Story, Town, work


def test_an_application_is_submitted_and_the_receipt_is_printed(story: Story) -> None:
    case = story.submitted()

    assert (case.number, case.state, case.area) == ("WG-2026-00001", State.SUBMITTED, "q1")
    assert work() == 1
    assert story.seen(case).receipt is not None
    assert story.seen(case).status == "submitted"


def test_the_whole_way_ends_with_a_notice_the_resident_can_read(story: Story, town: Town) -> None:
    notice = story.sent()

    seen = story.seen(notice.case)
    assert seen.notice is not None
    assert (seen.status, seen.notice.outcome, seen.notice.amount) == ("decided_grant", "grant", notice.decision.amount)
    assert notice.decision.amount > 0
    with acting(vault=story.vault.id):
        pdf = queries.paper_content(queries.paper(seen.notice.paper), by=RESIDENT)
    assert pdf.startswith(b"%PDF-")
    assert story.seen(notice.case).notice.read is not None


def test_the_desk_sees_everything_on_one_screen(story: Story, town: Town) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id):
        file = queries.open_case(case.id, by=town.worker)

    labels = {line.place: line.value for line in file.facts}
    assert file.name == "Änne Müller-Lüdenscheidt"
    assert labels["haushalt-1-miete"].startswith("560")
    assert labels["angaben-1-ort"] == "Erlenbruch"
    assert file.assessed.result is not None
    assert list(file.custody) == ["stored", "delivered", "fetched", "accepted"]
