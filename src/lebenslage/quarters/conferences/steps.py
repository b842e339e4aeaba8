"""The life of a conference: from which state which step leads where, and who may take it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.authorities.models import Role
from lebenslage.quarters.conferences.models import State

TAKE_PART: Final = frozenset({Role.PLANNER, Role.DEPARTMENT})
PLAN: Final = frozenset({Role.PLANNER})


@dataclass(frozen=True, slots=True)
class Step:
    """One step; `back` undoes another."""

    before: State
    after: State
    roles: frozenset[Role]
    back: bool = False


STEPS: Final[Mapping[str, Step]] = {
    "hold": Step(State.PLANNED, State.HELD, TAKE_PART),
    "approve": Step(State.HELD, State.APPROVED, PLAN),
    "publish": Step(State.APPROVED, State.PUBLISHED, PLAN),
    "withdraw": Step(State.PUBLISHED, State.APPROVED, PLAN, back=True),
    "reopen": Step(State.APPROVED, State.HELD, PLAN, back=True),
    "not_held": Step(State.HELD, State.PLANNED, TAKE_PART, back=True),
}


def possible(state: str, role: str) -> Sequence[str]:
    """The steps that somebody in a role may take now, forward ones first."""
    found = [name for name, step in STEPS.items() if step.before == state and role in step.roles]
    return sorted(found, key=lambda name: STEPS[name].back)
