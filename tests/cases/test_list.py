"""The work list finds, sorts and cuts pages in the database, says why a case is pressing, and opens no name it does not show."""

from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lebenslage.accounts.scope import acting
from lebenslage.cases import actions, queries
from lebenslage.cases.models import Case
from lebenslage.cases.queries import Page
from lebenslage.cases.queries.worklist import A_PAGE
from lebenslage.journal.clock import today
from tests.cases.stories import Story, Town, now, work


@pytest.fixture
def three(story: Story, town: Town) -> list[Case]:
    """Three applications on three days: the oldest waits for an answer, the next is in review, the newest is nobody's."""
    asked = story.asked()
    story.days.go_by(1)
    reviewed = Story(town, story.days).reviewed(vorname="Jörg", nachname="Öztürk")
    story.days.go_by(1)
    submitted = Story(town, story.days).submitted(vorname="Jana", nachname="Muelheimer")
    with acting(authority=town.authority.id):
        return [now(asked.case), reviewed, submitted]


@pytest.fixture
def at_the_desk(three: list[Case], town: Town) -> Iterator[None]:
    """In the name of the town."""
    with acting(authority=town.authority.id):
        yield


def ids(page: Page) -> list[UUID]:
    return [row.id for row in page.rows]


@pytest.mark.usefixtures("at_the_desk")
@pytest.mark.parametrize(("view", "which"), [("mine", [0, 1]), ("team", [0, 1, 2]), ("closed", []), ("deadlines", [])])
def test_each_view_has_its_cases(three: list[Case], town: Town, view: str, which: list[int]) -> None:
    assert ids(queries.work_list(town.worker, view=view)) == [three[one].id for one in which]


@pytest.mark.usefixtures("at_the_desk")
@pytest.mark.parametrize(
    ("text", "which"),
    [
        ("mül", [0, 2]),
        ("muel", [0, 2]),
        ("mul", [0]),
        ("Änne", [0]),
        ("öz jö", [1]),
        ("oeztuerk", [1]),
        ("00002", [1]),
        ("x", []),
        ("Anne Öz", []),
    ],
)
def test_a_name_is_found_by_its_beginnings_however_it_is_typed(three: list[Case], town: Town, text: str, which: list[int]) -> None:
    assert set(ids(queries.work_list(town.worker, view="team", search=text))) == {three[one].id for one in which}


@pytest.mark.usefixtures("at_the_desk")
def test_the_order_is_asked_for(three: list[Case], town: Town) -> None:
    assert ids(queries.work_list(town.worker, view="team", sort="-submitted")) == [case.id for case in reversed(three)]
    assert ids(queries.work_list(town.worker, view="team", sort="nonsense")) == [case.id for case in three]


@pytest.mark.usefixtures("at_the_desk")
def test_a_state_is_filtered(three: list[Case], town: Town) -> None:
    assert ids(queries.work_list(town.worker, view="team", state="submitted")) == [three[2].id]


@pytest.mark.usefixtures("at_the_desk")
@pytest.mark.parametrize("later", [0, 37])
def test_the_totals_are_those_of_the_lists_in_two_questions_at_most(three: list[Case], story: Story, town: Town, later: int) -> None:
    story.days.go_by(later)
    with CaptureQueriesContext(connection) as asked:
        found = queries.totals(town.worker)

    assert len(asked) <= 2
    lists = {view: queries.work_list(town.worker, view=view).total for view in ("mine", "team", "deadlines", "closed")}
    assert {view: getattr(found, view) for view in lists} == lists
    assert found.proposed == queries.work_list(town.worker, view="team", state="proposed").total


def test_what_is_closed_sent_or_proposed_is_counted_where_it_is_listed(story: Story, town: Town) -> None:
    story.sent()
    Story(town, story.days).notified()
    Story(town, story.days).proposed()
    with acting(authority=town.authority.id):
        assert queries.totals(town.worker) == queries.Totals(mine=2, team=2, deadlines=1, closed=1, proposed=1)


def test_a_case_can_be_handed_to_every_other_who_works_on_cases(town: Town) -> None:
    with acting(authority=town.authority.id):
        assert list(queries.colleagues(town.worker)) == [town.approver, town.colleague]


def test_a_case_says_why_it_is_pressing(three: list[Case], story: Story, town: Town) -> None:
    story.days.go_by(37)
    with acting(authority=town.authority.id):
        page = queries.work_list(town.worker, view="deadlines")

    reasons = {row.id: list(row.reasons) for row in page.rows}
    assert reasons == {three[0].id: ["no_answer"], three[1].id: ["due_soon"], three[2].id: ["due_soon", "nobodys"]}


def test_a_notice_that_was_not_sent_stays_in_the_list(story: Story, town: Town) -> None:
    notice = story.notified()
    with acting(authority=town.authority.id):
        (row,) = queries.work_list(town.worker, view="deadlines").rows
        assert list(row.reasons) == ["to_send"]
        actions.record_dispatch(notice, by=town.worker, dispatch="post", posted=today())
        assert queries.work_list(town.worker, view="team").rows == []


def test_a_long_list_has_pages(story: Story, town: Town) -> None:
    for _ in range(A_PAGE + 1):
        Story(town, story.days).submitted()
    with acting(authority=town.authority.id):
        first, last = (queries.work_list(town.worker, view="team", page=page) for page in (1, 99))

    assert (len(first.rows), first.pages, first.total, first.next, first.previous) == (A_PAGE, 2, A_PAGE + 1, 2, None)
    assert (len(last.rows), last.number, last.next, last.previous) == (1, 2, None, 1)


@pytest.mark.usefixtures("at_the_desk")
def test_the_list_asks_the_database_three_times_at_most(town: Town) -> None:
    with CaptureQueriesContext(connection) as asked:
        queries.work_list(town.worker, view="deadlines", search="mül")

    assert len(asked) <= 3


def test_opening_a_case_takes_as_many_queries_with_much_in_it_as_with_little(story: Story, town: Town) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id):
        with CaptureQueriesContext(connection) as little:
            queries.open_case(case.id, by=town.worker)
        for text in ("Warum?", "Wieso?", "Weshalb?"):
            request = actions.ask(now(case), by=town.worker, text=text, due=today() + timedelta(9), revision=now(case).revision)
            actions.answer_request(request, text="Darum.", documents=[], by=town.worker)
        with CaptureQueriesContext(connection) as much:
            queries.open_case(case.id, by=town.worker)

    assert len(little) == len(much) <= 14
    assert work() == 1


def test_a_resident_opens_her_application_with_few_queries(story: Story, town: Town) -> None:
    case = story.sent().case
    with acting(vault=story.vault.id), CaptureQueriesContext(connection) as asked:
        queries.resident_case(story.vault, case.id)

    assert len(asked) <= 10


def test_a_corrected_name_and_address_are_followed(story: Story, town: Town) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id):
        for place, text in (("angaben-1-nachname", "Schmidt"), ("angaben-1-strasse", "Hauptstraße")):
            actions.correct_fact(case, place, [text], by=town.worker, reason="Laut Ausweis.", revision=now(case).revision)
        found = [queries.work_list(town.worker, search=text).total for text in ("Schmi", "Lüden")]

        assert (found, now(case).area) == ([1, 0], "q2")
        assert queries.open_case(case.id, by=town.worker).name == "Änne Schmidt"
