"""The wrong office passes an application on: the date stays, the right one has everything, the first a closed record, she one case."""

from io import BytesIO

import pikepdf
import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client

from lebenslage.accounts.scope import acting, current
from lebenslage.authorities.queries import place_of
from lebenslage.cases import actions, queries
from lebenslage.cases.counts import counts
from lebenslage.cases.facts import APPLIED, current_facts, typed_facts
from lebenslage.cases.handing_over import deliver
from lebenslage.cases.models import Case, CustodyStep, Evidence, Forwarding, Paper
from lebenslage.cases.problems import NoSuchCase, NotAllowed, OwnOffice, ReasonMissing, WrongState
from lebenslage.cases.states import State
from lebenslage.files.installation_seal import installation_seal
from lebenslage.files.queries import content_of
from lebenslage.journal.actions import RESIDENT, SYSTEM
from lebenslage.journal.clock import today
from lebenslage.journal.models import Entry
from lebenslage.papers.seal import State as SealState
from lebenslage.papers.seal import check
from lebenslage.residents.access import remember
from lebenslage.residents.actions import add_document
from lebenslage.residents.models import Document
from tests.cases.stories import PICTURE, Story, Town, now, work

NOT_CONNECTED = "05315000"


def with_a_proof(story: Story) -> Case:
    """A case with a proof, in review."""
    draft = story.drafted()
    with acting(vault=story.vault.id):
        add_document(draft, content=PICTURE, name="Vertrag.png", kind="mietvertrag", by=RESIDENT)
        case = actions.submit(draft, by=RESIDENT, on=today(), language="en")
    work()
    with acting(authority=story.town.authority.id):
        case = actions.take(case, by=story.town.worker, revision=case.revision)
        return actions.review(case, by=story.town.worker, revision=case.revision)


def forwarded(case: Case, town: Town, to: str = "05999008") -> Forwarding:
    """Ten days later somebody sees that another town decides."""
    with acting(authority=town.authority.id):
        return actions.forward(case, place_of(to), by=town.worker, reason="Die Wohnung liegt dort.", revision=now(case).revision)


@pytest.fixture
def arrived(story: Story, town: Town, neighbour: Town) -> Case:
    """The case as the right office has it."""
    case = with_a_proof(story)
    story.days.go_by(10)
    forwarded(case, town)
    assert work() == 1
    with acting(authority=neighbour.authority.id):
        return Case.objects.select_related("thread", "authority", "version").get()


def former(arrived: Case, town: Town) -> Case:
    """The record that the first office keeps."""
    with acting(authority=town.authority.id):
        return Case.objects.get(pk=arrived.former)


def test_the_first_office_closes_its_record_at_once(story: Story, town: Town, neighbour: Town) -> None:
    case = story.reviewed()
    forwarded(case, town)
    with acting(authority=town.authority.id):
        assert (now(case).state, now(case).closed is not None) == (State.FORWARDED, True)


def test_the_right_office_has_the_same_date_facts_and_proofs(arrived: Case, story: Story, town: Town, neighbour: Town) -> None:
    with acting(authority=town.authority.id):
        before = typed_facts(current_facts(former(arrived, town)))
    with acting(authority=neighbour.authority.id):
        proof = Evidence.objects.select_related("blob").get()
        assert typed_facts(current_facts(arrived)) == before
        assert (content_of(proof.blob), proof.blob.key_owner) == (brought(story), neighbour.authority.id)
        assert queries.work_list(neighbour.worker, view="team", search="Müller").total == 1
    assert (before[APPLIED], arrived.submitted.date().isoformat(), arrived.number) == (["02.11.2026"], "2026-11-02", "WG-2026-00001")


def brought(story: Story) -> bytes:
    """The proof as her vault holds it, once it was sent."""
    with acting(vault=story.vault.id):
        document = Document.objects.select_related("blob").get()
        return content_of(document.blob)


def test_the_chain_of_custody_says_it_on_both_sides(arrived: Case, town: Town, neighbour: Town) -> None:
    with acting(authority=neighbour.authority.id):
        here = queries.open_case(arrived.id, by=neighbour.worker).custody
    with acting(authority=town.authority.id):
        there = queries.open_case(arrived.former, by=town.worker).custody

    assert [*here] == [CustodyStep.STORED, CustodyStep.FORWARDED, CustodyStep.DELIVERED]
    assert (here["stored"], here["forwarded"]) == (there["stored"], there["forwarded"])
    assert set(there) == {"stored", "delivered", "fetched", "accepted", "forwarded"}


def test_each_side_has_its_line_in_the_journal(arrived: Case, town: Town, neighbour: Town) -> None:
    with acting(authority=town.authority.id):
        assert {"forward", "hand_over"} <= set(Entry.objects.filter(subject_id=arrived.former).values_list("action", flat=True))
    with acting(authority=neighbour.authority.id):
        assert list(Entry.objects.filter(subject_id=arrived.id).values_list("action", "role")) == [("receive_forwarded", "system")]


def test_each_side_knows_the_other_and_the_reason(arrived: Case, town: Town, neighbour: Town) -> None:
    with acting(authority=neighbour.authority.id):
        came = queries.open_case(arrived.id, by=neighbour.worker).forwardings[0]
    with acting(authority=town.authority.id):
        went = queries.open_case(arrived.former, by=town.worker).forwardings[0]

    assert (came.direction, came.office_id, came.number) == ("in", town.authority.id, former(arrived, town).number)
    assert (went.direction, went.office_id, went.number) == ("out", neighbour.authority.id, arrived.number)


def test_the_first_office_cannot_read_on(arrived: Case, town: Town) -> None:
    with acting(authority=town.authority.id):
        with pytest.raises(NoSuchCase):
            queries.open_case(arrived.id, by=town.worker)
        with pytest.raises(WrongState):
            actions.message(former(arrived, town), "Und nun?", by=town.worker)
        assert Case.objects.count() == 1


@pytest.mark.postgres
def test_the_database_itself_opens_nothing_of_it_to_the_first_office(arrived: Case, town: Town) -> None:
    tables = ("cases_case", "cases_casefact", "cases_evidence", "cases_forwarding", "contact_thread", "files_blob")
    with acting(authority=town.authority.id), connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table} WHERE authority_id = %s", [arrived.authority_id])
            assert cursor.fetchone() == (0,), table
        cursor.execute("UPDATE cases_case SET state = 'withdrawn' WHERE id = %s", [arrived.id])
        assert cursor.rowcount == 0


def test_nobody_of_the_first_office_stands_in_the_room_of_the_other(story: Story, town: Town, neighbour: Town) -> None:
    case = story.reviewed()
    going = forwarded(case, town)
    with acting(authority=neighbour.authority.id):
        assert not Case.objects.exists()
    with acting(authority=town.authority.id):
        with pytest.raises(NotAllowed):
            deliver(going.id, by=town.worker)
        assert current().authority == town.authority.id


def test_handing_over_twice_is_once(story: Story, town: Town, neighbour: Town) -> None:
    going = forwarded(story.reviewed(), town)
    for _ in range(2):
        with acting(authority=town.authority.id):
            deliver(going.id, by=SYSTEM)
    with acting(authority=neighbour.authority.id):
        assert Case.objects.count() == 1


def test_what_breaks_in_between_has_not_happened(story: Story, town: Town, neighbour: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    going = forwarded(story.reviewed(), town)
    monkeypatch.setattr("lebenslage.cases.handing_over._settled", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic(), acting(authority=town.authority.id):
        deliver(going.id)
    with acting(authority=neighbour.authority.id):
        assert not Case.objects.exists()
    with acting(authority=town.authority.id):
        assert Forwarding.objects.get().arrived is None


def test_she_sees_one_application_at_the_new_office(arrived: Case, story: Story, neighbour: Town) -> None:
    with acting(vault=story.vault.id):
        listed = queries.for_resident(story.vault)
    seen = story.seen(arrived)

    assert [(one.id, one.status) for one in listed] == [(arrived.id, "submitted")]
    assert (seen.authority, seen.submitted, seen.receipt is not None) == (neighbour.authority, arrived.submitted, True)
    assert [line.key for line in seen.messages] == ["submitted", "forwarded", "forwarded_here"]


def test_an_old_address_leads_her_to_the_new_office(arrived: Case, story: Story, town: Town) -> None:
    assert story.seen(former(arrived, town)).id == arrived.id


def test_before_it_arrives_she_sees_that_it_is_under_way(story: Story, town: Town, neighbour: Town) -> None:
    case = story.reviewed()
    forwarded(case, town)

    assert (story.seen(case).status, story.seen(case).next_step) == ("forwarded", "forwarded")


def test_the_right_office_works_on_it_as_on_any_other(arrived: Case, story: Story, neighbour: Town) -> None:
    with acting(authority=neighbour.authority.id):
        case = actions.take(arrived, by=neighbour.worker, revision=arrived.revision)
        case = actions.review(case, by=neighbour.worker, revision=case.revision)
        actions.message(case, "Wir sind jetzt zuständig.", by=neighbour.worker)
    assert story.seen(arrived).messages[-1].text == "Wir sind jetzt zuständig."


def test_sending_the_draft_again_leads_to_the_case_where_it_is(arrived: Case, story: Story) -> None:
    with acting(vault=story.vault.id):
        assert actions.submit(arrived.draft, by=RESIDENT, on=today()).id == arrived.id


def test_it_can_go_on_once_more(arrived: Case, story: Story, town: Town, neighbour: Town) -> None:
    forwarded(arrived, neighbour, "05999004")
    work()
    with acting(vault=story.vault.id):
        (listed,) = queries.for_resident(story.vault)
    with acting(authority=town.authority.id):
        assert Case.objects.get(pk=listed.id).submitted == arrived.submitted


def test_an_open_question_is_settled_by_it(story: Story, town: Town, neighbour: Town) -> None:
    request = story.asked()
    forwarded(request.case, town)
    with acting(authority=town.authority.id):
        request.refresh_from_db()

    assert request.withdrawn is not None


@pytest.mark.parametrize(("to", "reason", "problem"), [("05999008", " ", ReasonMissing), ("05999004", "Falsch.", OwnOffice)])
def test_it_needs_a_reason_and_another_office(
    story: Story, town: Town, neighbour: Town, to: str, reason: str, problem: type[Exception]
) -> None:
    case = story.reviewed()
    with acting(authority=town.authority.id), pytest.raises(problem):
        actions.forward(case, place_of(to), by=town.worker, reason=reason, revision=case.revision)


def test_what_is_decided_is_not_passed_on(story: Story, town: Town, neighbour: Town) -> None:
    decision = story.approved()
    with acting(authority=town.authority.id):
        case = Case.objects.get(pk=decision.case_id)
    with pytest.raises(WrongState):
        forwarded(case, town)


def test_to_an_office_that_is_not_connected_goes_a_sealed_letter(story: Story, town: Town) -> None:
    case = with_a_proof(story)
    forwarded(case, town, NOT_CONNECTED)
    work()
    with acting(authority=town.authority.id):
        going, paper = Forwarding.objects.get(), Paper.objects.select_related("blob").get(kind="forwarding")
        pdf = content_of(paper.blob)

    assert (going.office, going.arrived is not None, going.address.splitlines()[0]) == (None, True, "Stadt Köln")
    assert check(pdf, installation_seal().certificate).state is SealState.UNALTERED
    with pikepdf.open(BytesIO(pdf)) as read:
        assert "antrag.json" in read.attachments
    assert story.seen(case).next_step == "forwarded"
    assert "forwarding" not in [one.kind for one in story.seen(case).papers]


def test_what_was_passed_on_is_counted_where_it_went(arrived: Case, town: Town, neighbour: Town) -> None:
    counted = [counts(one.authority, today()) for one in (town, neighbour)]

    assert counted == [{}, {"q1": (1, 0)}]


def test_her_page_names_the_new_office_and_the_way_there(arrived: Case, story: Story, town: Town, client: Client) -> None:
    response = HttpResponse()
    remember(response, story.vault)
    client.cookies.update(response.cookies)
    page = client.get(f"/en/meine/{arrived.former}/").content.decode()

    for said in ("Stadt Weidenau", "Passed on to the right office", "2 November 2026", "The date of your application stays: 02.11.2026"):
        assert said in page
