"""Releasing a report in the background. The computing is imported by the worker alone: the web starts without the analysis packages."""

from __future__ import annotations

from importlib import import_module
from uuid import UUID

from django.tasks import task

from lebenslage.accounts.scope import acting
from lebenslage.journal.actions import Actor

PAPERS = "papers"


@task(queue_name=PAPERS)
def release_report(report_id: int, *, authority: str, by: str, role: str) -> None:
    """Release the figures of a report, print it and put its data beside it; once, however often it runs."""
    with acting(authority=UUID(authority)):
        import_module("lebenslage.quarters.reports.going_out").go_out(report_id, by=Actor(UUID(by), role))
