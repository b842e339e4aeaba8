"""What is printed, and handed on, in the background. A task knows identities alone, may run twice, and leaves nothing half done."""

from __future__ import annotations

from uuid import UUID

from django.tasks import task

from lebenslage.accounts.scope import acting
from lebenslage.cases.handing_over import deliver
from lebenslage.cases.printing import issue_notice, issue_receipt

PAPERS = "papers"


@task(queue_name=PAPERS)
def print_receipt(case_id: str, *, authority: str, about: str = "") -> None:
    """Print the receipt of a case, once; and once more about the draft that made it whole."""
    with acting(authority=UUID(authority)):
        issue_receipt(UUID(case_id), about=UUID(about) if about else None)


@task(queue_name=PAPERS)
def print_notice(decision_id: str, *, authority: str) -> None:
    """Print the notice of a decision, once; with it the case is notified."""
    with acting(authority=UUID(authority)):
        issue_notice(UUID(decision_id))


@task(queue_name=PAPERS)
def hand_over(forwarding_id: str, *, authority: str) -> None:
    """Bring a forwarded case of an authority to the next one, once."""
    with acting(authority=UUID(authority)):
        deliver(UUID(forwarding_id))
