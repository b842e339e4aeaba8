"""What happens in a case is said to people in sentences of four languages, and never with the name of a state."""

import inspect
from collections.abc import Iterator

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.cases import problems, queries
from lebenslage.cases.models import CustodyStep, EvidenceState, FactState, Outcome
from lebenslage.cases.permissions import ACTIONS
from lebenslage.cases.states import State
from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.frame import sentences
from lebenslage.residents.models import FactSource
from tests.cases.stories import Story

STATUSES = {*(state.value for state in State), "nearly_decided", *(f"decided_{outcome}" for outcome in Outcome)}
HIDDEN = {State.PROPOSED, State.APPROVED, State.NOTIFIED}
STEPS = ("nothing", "nothing_more", "bring_proofs", "answer", "read_notice", "post_comes", "remedy_open")
READING = {"list", "open", "read_paper", "read_proof"}
LATER = {"forward", "object", "decide_remedy"}
THREAD = (
    "submitted",
    "asked",
    "request_withdrawn",
    "proofs_brought",
    "proof_rejected",
    "decided",
    "sent_by_post",
    "sent_by_portal",
    "withdrawn",
)


def keys() -> Iterator[tuple[str, ...]]:
    yield from (("cases", "status", key) for key in STATUSES - HIDDEN)
    yield from (("cases", "next", key) for key in STEPS)
    yield from (("cases", "thread", key) for key in THREAD)
    for group, words in (("custody", CustodyStep), ("evidence_states", EvidenceState), ("fact_states", FactState)):
        yield from (("cases", group, word) for word in words.values)
    yield from (("cases", "sources", word) for word in FactSource.values)
    yield from (("cases", "outcomes", word) for word in Outcome.values)
    yield from (("problems", kind.key) for _, kind in inspect.getmembers(problems, _is_ours))


def _is_ours(thing: object) -> bool:
    return inspect.isclass(thing) and issubclass(thing, Problem) and thing.__module__ == problems.__name__


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_said_in_every_language(language: str) -> None:
    say = sentences(language)

    assert [path for path in keys() if not say.has(*path)] == []


def test_what_was_changed_meanwhile_is_said_for_every_action() -> None:
    say = sentences("de")
    actions = {*ACTIONS, "withdraw_request"} - READING - LATER

    assert [action for action in sorted(actions) if not say.has("reasons", f"case_{action}")] == []


def test_what_two_people_still_check_is_no_news_for_the_resident(story: Story) -> None:
    decision = story.proposed()
    with acting(vault=story.vault.id):
        seen = queries.resident_case(story.vault, decision.case_id)

    assert (seen.status, seen.next_step, seen.notice) == ("in_review", "nothing", None)
