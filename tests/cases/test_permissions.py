"""Every cell of the matrix is tried: each action by each role in its own place and in a stranger's, really called."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import pytest
from django.db import transaction

from lebenslage.accounts.scope import acting
from lebenslage.authorities.models import Staff
from lebenslage.authorities.queries import place_of
from lebenslage.cases import actions, printing, queries
from lebenslage.cases.handing_over import deliver
from lebenslage.cases.models import Case, CaseFact, Decision, Direction, Evidence, Forwarding, Notice, Paper, Request
from lebenslage.cases.permissions import ACTIONS, MATRIX, Cell, Whose
from lebenslage.cases.problems import NoSuchCase, NotAllowed
from lebenslage.cases.sealed import seal_words
from lebenslage.cases.transitions import RESIDENT as RESIDENT_ROLE
from lebenslage.cases.transitions import SYSTEM as SYSTEM_ROLE
from lebenslage.journal import clock
from lebenslage.journal.actions import RESIDENT, SYSTEM, Actor
from lebenslage.journal.clock import today
from lebenslage.journal.models import Entry
from lebenslage.kernel.errors import Problem
from lebenslage.residents.models import Draft
from tests.cases.stories import Story, Town

# Steps that the table foresees and no action takes yet: they have no door to try.
LATER = {"object", "decide_remedy"}
STRANGER = (NotAllowed, NoSuchCase)


@dataclass(frozen=True)
class Things:
    """One case with everything that an action may be about, as it was seen by who may see it."""

    draft: Draft
    case: Case
    request: Request
    fact: CaseFact
    evidence: Evidence
    decision: Decision
    notice: Notice
    paper: Paper
    forwarding: Forwarding


type Call = Callable[[Things, Any], object]

CALLS: dict[str, Call] = {
    "submit": lambda it, by: actions.submit(it.draft, by=by, on=today()),
    "submit_formless": lambda it, by: actions.submit_formless(it.draft.vault, "wohngeld", by=by, on=today()),
    "receive": lambda it, by: actions.take(it.case, by=by, revision=it.case.revision),
    "take": lambda it, by: actions.take(it.case, by=by, revision=it.case.revision),
    "assign": lambda it, by: actions.assign(it.case, by, by=by, revision=it.case.revision),
    "review": lambda it, by: actions.review(it.case, by=by, revision=it.case.revision),
    "ask": lambda it, by: actions.ask(it.case, by=by, text="Warum?", due=today(), revision=it.case.revision),
    "resume": lambda it, by: actions.resume(it.case, by=by, revision=it.case.revision),
    "answer": lambda it, by: actions.answer_request(it.request, text="Darum.", documents=[], by=by),
    "bring_proofs": lambda it, by: actions.bring_proofs(it.case, documents=[], by=by),
    "message": lambda it, by: actions.message(it.case, "Guten Tag", by=by),
    "withdraw": lambda it, by: actions.withdraw(it.case, by=by),
    "find_readable": lambda it, by: actions.find_readable(it.evidence, by=by, revision=it.case.revision),
    "judge_evidence": lambda it, by: actions.judge_evidence(it.evidence, by=by, accepted=True, reason="", revision=it.case.revision),
    "judge_fact": lambda it, by: actions.judge_fact(it.fact, by=by, accepted=True, reason="", revision=it.case.revision),
    "judge_facts": lambda it, by: actions.judge_facts(it.case, [it.fact], by=by, revision=it.case.revision),
    "correct_fact": lambda it, by: actions.correct_fact(
        it.case, it.fact.place, ["600"], by=by, reason="Laut Vertrag.", revision=it.case.revision
    ),
    "confirm_figure": lambda it, by: actions.confirm_figure(it.case, "faktor", by=by, revision=it.case.revision),
    "propose": lambda it, by: actions.propose(it.case, by=by, outcome="grant", reasons="", revision=it.case.revision),
    "return": lambda it, by: actions.return_proposal(it.decision, by=by, reason="Bitte prüfen.", revision=it.case.revision),
    "approve": lambda it, by: actions.approve(it.decision, by=by, revision=it.case.revision),
    "notify": lambda it, by: printing.issue_notice(it.decision.id, by=by),
    "print_receipt": lambda it, by: printing.issue_receipt(it.case.id, by=by),
    "record_dispatch": lambda it, by: actions.record_dispatch(it.notice, by=by, dispatch="post", posted=today()),
    "forward": lambda it, by: actions.forward(it.case, place_of("05999008"), by=by, reason="Falsche Stadt.", revision=it.case.revision),
    "hand_over": lambda it, by: deliver(it.forwarding.id, by=by),
    "close": lambda it, by: actions.close(it.case, by=by),
    "list": lambda it, by: listed(it.case, queries.work_list(by, view="team")),
    "open": lambda it, by: queries.open_case(it.case.id, by=by),
    "read_paper": lambda it, by: queries.paper_content(it.paper, by=by),
    "read_proof": lambda it, by: queries.proof_content(it.evidence, by=by),
}


def listed(case: Case, page: queries.Page) -> None:
    """A list without the case is one of somebody else."""
    if case.id not in [row.id for row in page.rows]:
        raise NoSuchCase


@pytest.fixture
def things(story: Story) -> Things:
    """A case on its whole way, with a question and a proof."""
    draft, notice = story.with_everything()
    with acting(authority=story.town.authority.id):
        return Things(
            draft,
            notice.case,
            Request.objects.get(),
            CaseFact.objects.get(place="haushalt-1-miete", until=None),
            Evidence.objects.get(),
            notice.decision,
            notice,
            queries.paper(notice.paper_id),
            going(notice.case, story.town),
        )


def going(case: Case, town: Town) -> Forwarding:
    """A case on its way to an office that is not connected."""
    id = uuid4()
    return Forwarding.objects.create(
        id=id,
        case=case,
        authority_id=case.authority_id,
        vault_id=case.vault_id,
        direction=Direction.OUT,
        address="Stadt Anderswo",
        sealed_reason=seal_words(case.authority_id, id, "reason", "Falsche Stadt."),
        at=clock.now(),
        by=town.worker,
    )


def who(cell: Cell, town: Town, neighbour: Town) -> Staff | Actor:
    """Somebody in this role: of the town, or of the neighbour where it is a stranger."""
    if cell.role in (RESIDENT_ROLE, SYSTEM_ROLE):
        return {RESIDENT_ROLE: RESIDENT, SYSTEM_ROLE: SYSTEM}[cell.role]
    home = neighbour if cell.whose is Whose.OTHER_AUTHORITY else town
    return next(one for one in (home.worker, home.approver, home.planner, home.administrator) if one.role == cell.role)


def place(cell: Cell, story: Story, neighbour: Town) -> AbstractContextManager[object]:
    """In whose name somebody acts in this cell."""
    if cell.whose in (Whose.OWN_VAULT, Whose.OTHER_VAULT):
        return acting(vault=story.vault.id if cell.whose is Whose.OWN_VAULT else Story(story.town, story.days).vault.id)
    return acting(authority=(story.town if cell.whose is Whose.OWN_AUTHORITY else neighbour).authority.id)


def allowed(cell: Cell, things: Things, by: Staff | Actor) -> bool:
    """Whether the action lets somebody in. What else may stand in the way - a state, a revision - comes after the door."""
    try:
        with transaction.atomic():
            CALLS[cell.action](things, by)  # undone, so that every cell meets the same case
            transaction.set_rollback(True)
    except STRANGER:
        return False
    except Problem:
        return True
    return True


@pytest.mark.parametrize("action", sorted(set(ACTIONS) - LATER))
def test_the_matrix_is_what_happens(action: str, things: Things, story: Story, town: Town, neighbour: Town) -> None:
    cells = [cell for cell in MATRIX if cell.action == action]
    happens = {}
    for cell in cells:
        with place(cell, story, neighbour):
            happens[cell.role, cell.whose] = allowed(cell, things, who(cell, town, neighbour))

    assert happens == {(cell.role, cell.whose): cell.allowed for cell in cells}


def test_every_action_of_the_table_is_tried() -> None:
    assert set(CALLS) == set(ACTIONS) - LATER


def test_nobody_acts_for_another_authority_by_standing_in_its_room(things: Things, town: Town, neighbour: Town) -> None:
    with acting(authority=town.authority.id):
        for stranger in (neighbour.worker, neighbour.approver):
            with pytest.raises(NotAllowed):
                queries.open_case(things.case.id, by=stranger)


def test_who_has_left_opens_nothing(things: Things, town: Town) -> None:
    town.worker.active = False
    with acting(authority=town.authority.id), pytest.raises(NotAllowed):
        queries.open_case(things.case.id, by=town.worker)


def test_each_reading_leaves_a_line(things: Things, town: Town) -> None:
    with acting(authority=town.authority.id):
        queries.open_case(things.case.id, by=town.colleague)
        queries.proof_content(things.evidence, by=town.colleague)
        queries.paper_content(things.paper, by=town.colleague)

        lines = Entry.objects.filter(read=True, subject_id=things.case.id).values_list("actor", "action")
        assert list(lines) == [(town.colleague.user_id, action) for action in ("open", "read_proof", "read_paper")]
