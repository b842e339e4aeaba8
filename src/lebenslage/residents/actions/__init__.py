"""What a resident does with her own data: begin, answer, bring proofs, come back, agree, close."""

from lebenslage.residents.actions.answering import answer, begin_draft, open_vault
from lebenslage.residents.actions.closing import close_vault, sweep
from lebenslage.residents.actions.coming_back import attach, resume, set_code
from lebenslage.residents.actions.consenting import consent, withdraw_consent
from lebenslage.residents.actions.documents import (
    Paper,
    Received,
    add_document,
    add_documents,
    remove_document,
    restore_document,
    say_months,
)
from lebenslage.residents.actions.pages import add_pages, move_page, remove_page, turn_page
from lebenslage.residents.actions.reusing import reuse

__all__ = [
    "Paper",
    "Received",
    "add_document",
    "add_documents",
    "add_pages",
    "answer",
    "attach",
    "begin_draft",
    "close_vault",
    "consent",
    "move_page",
    "open_vault",
    "remove_document",
    "remove_page",
    "restore_document",
    "resume",
    "reuse",
    "say_months",
    "set_code",
    "sweep",
    "turn_page",
    "withdraw_consent",
]
