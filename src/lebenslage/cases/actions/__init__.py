"""Everything that changes a case, by who acts: resident, caseworker, the two who decide, and who sends."""

from lebenslage.cases.actions.decision import approve, propose, return_proposal
from lebenslage.cases.actions.desk import ask, assign, close, resume, review, take, withdraw_request
from lebenslage.cases.actions.dispatch import mark_read, record_dispatch
from lebenslage.cases.actions.examination import confirm_figure, correct_fact, find_readable, judge_evidence, judge_fact, judge_facts
from lebenslage.cases.actions.formless import submit_formless
from lebenslage.cases.actions.forwarding import forward
from lebenslage.cases.actions.submission import answer_request, bring_proofs, message, submit, withdraw

__all__ = [
    "answer_request",
    "approve",
    "ask",
    "assign",
    "bring_proofs",
    "close",
    "confirm_figure",
    "correct_fact",
    "find_readable",
    "forward",
    "judge_evidence",
    "judge_fact",
    "judge_facts",
    "mark_read",
    "message",
    "propose",
    "record_dispatch",
    "resume",
    "return_proposal",
    "review",
    "submit",
    "submit_formless",
    "take",
    "withdraw",
    "withdraw_request",
]
