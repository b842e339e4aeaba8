"""What can stand in the way of a step in a case. The sentences stand in `texts/`."""

from __future__ import annotations

from lebenslage.kernel.errors import Problem


class NotReady(Problem):
    """An application does not say yet who applies. Details: missing (places)."""


class NotConnected(Problem):
    """No authority on this platform decides for this municipality. Details: municipality."""


class NotAllowed(Problem):
    """This role may not do this here. Details: action, role."""


class SamePerson(NotAllowed):
    """Who proposed a decision may not approve it. Details: action, role."""


class AgainstTheLaw(NotAllowed):
    """The outcome is another than the law's. Details: action, role, outcome, status."""


class ChangedMeanwhile(Problem):
    """Somebody changed the case since it was opened. Details: by, reason (what was done), when, time."""


class ChangedByResident(ChangedMeanwhile):
    """The resident changed it: she answered, wrote or withdrew. Details: by, reason, when, time."""


class ChangedByHouse(ChangedMeanwhile):
    """A task of the house changed it: it printed a paper. Details: by, reason, when, time."""


class WrongState(Problem):
    """A case is not where this step begins. Details: action, state."""


class FactsMissing(Problem):
    """The outcome depends on facts nobody has given yet. Details: missing (places)."""


class FactsUnreadable(Problem):
    """Facts of the case cannot be read or contradict each other: no outcome rests on them. Details: fields."""


class FiguresToConfirm(Problem):
    """The outcome rests on figures that a person must confirm first. Details: figures."""


class NothingToConfirm(Problem):
    """The figure is none that this case waits for. Details: figure."""


class NothingToJudge(Problem):
    """None of these facts is open: somebody has judged them already."""


class ReasonMissing(Problem):
    """A step that goes against somebody's word needs a reason. Details: action."""


class DeadlineTooShort(Problem):
    """The day by which somebody shall answer is not in the future. Details: due."""


class AlreadyAnswered(Problem):
    """The question of the office is settled."""


class NothingSaid(Problem):
    """A message or an answer is empty."""


class AlreadyPosted(Problem):
    """The dispatch of this notice is recorded. Details: posted."""


class ConsentMissing(Problem):
    """The resident has not agreed to be notified through the portal."""


class PostedBeforeIssued(Problem):
    """The day of posting lies before the day of the notice, or in the future. Details: posted."""


class NoSuchCase(Problem):
    """No case here, or none that may be seen."""


class NotSentYet(Problem):
    """The notice has not gone out. Details: number."""


class RemedyStillOpen(Problem):
    """The decision can still be disputed. Details: until."""


class AmountsDiffer(Problem):
    """Assessed again, the law comes to another result than the decision: nothing is printed. Details: decision."""


class OwnOffice(Problem):
    """A case is to be forwarded to the very office that has it. Details: municipality."""


class NowhereToForward(Problem):
    """Nobody is known who decides there. Details: municipality."""
