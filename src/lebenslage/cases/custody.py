"""The chain of custody: stored, delivered, fetched, accepted."""

from __future__ import annotations

from lebenslage.cases.models import Case, Custody, CustodyStep
from lebenslage.journal.clock import now


def link(case: Case, *steps: CustodyStep) -> None:
    """Add links to the chain; one that is there stays as it is."""
    moment = now()
    there = set(Custody.objects.filter(case=case, step__in=steps).values_list("step", flat=True))
    owned = {"case": case, "authority_id": case.authority_id, "vault_id": case.vault_id, "at": moment}
    Custody.objects.bulk_create(Custody(step=step, **owned) for step in steps if step not in there)
