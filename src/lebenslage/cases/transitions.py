"""The table of transitions: who may move a case from which state to which. Actions ask it; nothing else does."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lebenslage.cases.states import State

RESIDENT, CASEWORKER, APPROVER, SYSTEM = "resident", "caseworker", "approver", "system"
DESK: Final = frozenset({CASEWORKER, APPROVER})


@dataclass(frozen=True, slots=True)
class Transition:
    """A step of a case: from some states to one, by some roles."""

    name: str
    sources: frozenset[State]
    target: State
    roles: frozenset[str]


def _step(name: str, sources: set[State], target: State, roles: frozenset[str]) -> Transition:
    return Transition(name, frozenset(sources), target, roles)


BEFORE_DECISION: Final = {State.SUBMITTED, State.RECEIVED, State.IN_REVIEW, State.WAITING}

TRANSITIONS: Final[Mapping[str, Transition]] = {
    step.name: step
    for step in (
        _step("receive", {State.SUBMITTED}, State.RECEIVED, DESK),
        _step("review", {State.RECEIVED}, State.IN_REVIEW, DESK),
        _step("ask", {State.RECEIVED, State.IN_REVIEW, State.WAITING}, State.WAITING, DESK),
        _step("answer", {State.WAITING}, State.IN_REVIEW, frozenset({RESIDENT}) | DESK),
        _step("resume", {State.WAITING}, State.IN_REVIEW, DESK),
        _step("propose", {State.IN_REVIEW}, State.PROPOSED, DESK),
        _step("return", {State.PROPOSED}, State.IN_REVIEW, frozenset({APPROVER})),
        _step("approve", {State.PROPOSED}, State.APPROVED, frozenset({APPROVER})),
        _step("notify", {State.APPROVED}, State.NOTIFIED, frozenset({SYSTEM})),
        _step("close", {State.NOTIFIED, State.REVIEWED}, State.CLOSED, frozenset({SYSTEM}) | DESK),
        _step("withdraw", BEFORE_DECISION | {State.PROPOSED}, State.WITHDRAWN, frozenset({RESIDENT})),
        _step("forward", BEFORE_DECISION, State.FORWARDED, DESK),
        _step("object", {State.NOTIFIED, State.CLOSED}, State.REMEDY_USED, frozenset({RESIDENT}) | DESK),
        _step("decide_remedy", {State.REMEDY_USED}, State.REVIEWED, frozenset({APPROVER})),
    )
}
