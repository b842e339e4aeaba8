"""One class a file where it grows: the case, what is known in it, what is decided, what is sent."""

from lebenslage.cases.models.case import Case, Counter, Custody, CustodyStep, Pace, SearchToken
from lebenslage.cases.models.decision import Confirmation, Decision, Outcome
from lebenslage.cases.models.evidence import CaseFact, Evidence, EvidenceState, FactState
from lebenslage.cases.models.forwarding import Direction, Forwarding
from lebenslage.cases.models.notice import Dispatch, Notice, Paper, PaperKind
from lebenslage.cases.models.request import Request

__all__ = [
    "Case",
    "CaseFact",
    "Confirmation",
    "Counter",
    "Custody",
    "CustodyStep",
    "Decision",
    "Direction",
    "Dispatch",
    "Evidence",
    "EvidenceState",
    "FactState",
    "Forwarding",
    "Notice",
    "Outcome",
    "Pace",
    "Paper",
    "PaperKind",
    "Request",
    "SearchToken",
]
