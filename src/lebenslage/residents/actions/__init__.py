"""What a resident does with her own data: begin, answer, bring proofs, come back, agree, close."""

from lebenslage.residents.actions.answering import answer, begin_draft, open_vault
from lebenslage.residents.actions.closing import close_vault, sweep
from lebenslage.residents.actions.coming_back import attach, resume, set_code
from lebenslage.residents.actions.consenting import consent, withdraw_consent
from lebenslage.residents.actions.documents import add_document, remove_document, restore_document

__all__ = [
    "add_document",
    "answer",
    "attach",
    "begin_draft",
    "close_vault",
    "consent",
    "open_vault",
    "remove_document",
    "restore_document",
    "resume",
    "set_code",
    "sweep",
    "withdraw_consent",
]
