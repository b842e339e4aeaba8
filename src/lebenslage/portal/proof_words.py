"""What a proof is called, and whose it is."""

from lebenslage.law.nodes import PERSON
from lebenslage.law.texts import Texts
from lebenslage.portal.check.interview import Interview


def proof_words(kind: str, say: Texts) -> str:
    """A kind of proof in words."""
    return say("proofs", kind) if say.has("proofs", kind) else kind


def whose(row: str, interview: Interview) -> str:
    """The person whose proof is wanted; nothing for the household, and where there is one person."""
    keys = list(interview.answers.rows[PERSON])
    key = row.removeprefix(f"{PERSON.name}-")
    return interview.names[keys.index(key)] if key in keys and len(keys) > 1 else ""
