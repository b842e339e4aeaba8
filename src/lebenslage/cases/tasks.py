"""What is printed in the background. A task knows identities alone, may run twice, and leaves nothing half done."""

from __future__ import annotations

from uuid import UUID

from django.tasks import task

from lebenslage.accounts.scope import acting
from lebenslage.cases.printing import issue_notice, issue_receipt

PAPERS = "papers"


@task(queue_name=PAPERS)
def print_receipt(case_id: str, *, authority: str) -> None:
    """Print the receipt of a case, once."""
    with acting(authority=UUID(authority)):
        issue_receipt(UUID(case_id))


@task(queue_name=PAPERS)
def print_notice(decision_id: str, *, authority: str) -> None:
    """Print the notice of a decision, once; with it the case is notified."""
    with acting(authority=UUID(authority)):
        issue_notice(UUID(decision_id))
