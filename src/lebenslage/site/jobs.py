"""Background work that is never lost: what a dead worker left goes back, what failed is tried again, what is long done is cleared away.

Tasks are idempotent: one that ran to its end just before its worker died runs again and finds everything done.
"""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.tasks.base import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from lebenslage.site.presence import gone

MOST_TRIES: Final = 6
FIRST_WAIT: Final = timedelta(seconds=10)
KEPT: Final = timedelta(days=30)
log = logging.getLogger(__name__)


def reap() -> int:
    """Give back the tasks that a worker began and, being gone, will not end. Tells how many."""
    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING).values_list("id", "worker_ids")
    return sum(_give_back(task, workers) for task, workers in running if not workers or gone(workers[-1]))


def _give_back(task: UUID, workers: list[str]) -> int:
    """Only where still the same worker holds it: two reapers at once give back once."""
    with transaction.atomic():
        left = DBTaskResult.objects.select_for_update().filter(id=task, status=TaskResultStatus.RUNNING).first()
        if left is None or left.worker_ids != workers:
            return 0
        log.warning("The worker of task %s is gone; the task goes back.", task)
        _ready_again(left)
    return 1


def retry() -> int:
    """Let tasks that failed try again, each time after a longer wait, six times in all. Tells how many."""
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED)
    return sum(_try_again(task) for task in failed.only("id", "worker_ids", "finished_at") if _due(task))


def _due(task: DBTaskResult) -> bool:
    tries = len(task.worker_ids)
    return tries < MOST_TRIES and task.finished_at is not None and timezone.now() >= task.finished_at + FIRST_WAIT * 2 ** (tries - 1)


def _try_again(task: DBTaskResult) -> int:
    with transaction.atomic():
        failed = DBTaskResult.objects.select_for_update().filter(id=task.id, status=TaskResultStatus.FAILED).first()
        if failed is None:
            return 0
        _ready_again(failed)
    return 1


def _ready_again(task: DBTaskResult) -> None:
    task.status, task.started_at, task.finished_at, task.run_after = TaskResultStatus.READY, None, None, get_date_max()
    task.save(update_fields=["status", "started_at", "finished_at", "run_after"])


def given_up() -> int:
    """How many tasks failed as often as we try: somebody has to look."""
    failed = DBTaskResult.objects.filter(status=TaskResultStatus.FAILED).values_list("worker_ids", flat=True)
    return sum(len(workers) >= MOST_TRIES for workers in failed)


def clear() -> int:
    """Forget what was done well long ago. Tells how many."""
    done = DBTaskResult.objects.filter(status=TaskResultStatus.SUCCESSFUL, finished_at__lt=timezone.now() - KEPT)
    return done.delete()[0]
