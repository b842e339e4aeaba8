"""Background work survives its workers: what a killed one began, another one does; what failed is tried again."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from lebenslage.site import jobs, presence
from tests.site.working_for_tests import fail_without, wait_for

WORKER = [sys.executable, "-m", "lebenslage.site.commands", "worker", "--interval", "0.05"]
PATIENCE = 25

type Start = Callable[[], subprocess.Popen[bytes]]


def until(condition: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it never became so"
        time.sleep(0.05)


def lines(file: Path) -> list[str]:
    """What was noted."""
    return file.read_text(encoding="utf-8").split() if file.exists() else []


@pytest.fixture
def start(shared_with_processes: dict[str, str]) -> Iterator[Start]:
    """Start a worker in a process of its own, on the database of this test."""
    started = []

    def one() -> subprocess.Popen[bytes]:
        started.append(subprocess.Popen(WORKER, env={**os.environ, **shared_with_processes}))
        return started[-1]

    yield one
    for process in started:
        process.kill()
        process.wait()


def test_the_task_of_a_killed_worker_runs_to_its_end_once(start: Start, tmp_path: Path) -> None:
    first = start()
    task = wait_for.enqueue(str(tmp_path))
    until((tmp_path / "begun").exists)
    first.send_signal(signal.SIGKILL)
    first.wait()
    second = start()
    until(lambda: len(lines(tmp_path / "begun")) == 2)
    (tmp_path / "go").touch()
    until(lambda: DBTaskResult.objects.get(id=task.id).status == "SUCCESSFUL")

    assert lines(tmp_path / "done") == [str(second.pid)]
    assert len(DBTaskResult.objects.get(id=task.id).worker_ids) == 2


def test_the_task_of_a_living_worker_is_left_to_it(start: Start, tmp_path: Path) -> None:
    start()
    wait_for.enqueue(str(tmp_path))
    until((tmp_path / "begun").exists)

    assert (jobs.reap(), presence.number_present()) == (0, 1)


@pytest.mark.django_db(transaction=True)
def test_a_task_without_a_living_worker_goes_back_once() -> None:
    task = DBTaskResult.objects.get(id=fail_without.enqueue("nothing").id)
    task.claim("somewhere-1-gone")

    assert (jobs.reap(), jobs.reap()) == (1, 0)
    assert DBTaskResult.objects.ready().count() == 1


@pytest.mark.django_db(transaction=True)
def test_a_task_that_failed_is_tried_again_after_a_wait_and_not_for_ever(tmp_path: Path) -> None:
    task = DBTaskResult.objects.get(id=fail_without.enqueue(str(tmp_path / "late")).id)
    tries = [(jobs.retry(), _run_and_wait(task)) for _ in range(jobs.MOST_TRIES + 1)]

    assert [again for again, _ in tries] == [0, *[1] * (jobs.MOST_TRIES - 1), 0]
    assert (jobs.given_up(), jobs.retry()) == (1, 0)


@pytest.mark.django_db(transaction=True)
def test_a_task_that_failed_a_moment_ago_waits() -> None:
    fail_without.enqueue("nothing")
    _work()

    assert jobs.retry() == 0


@pytest.mark.django_db(transaction=True)
def test_what_was_done_long_ago_is_cleared_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "there").touch()
    long_ago = fail_without.enqueue(str(tmp_path / "there"))
    _work()
    DBTaskResult.objects.update(finished_at=timezone.now() - jobs.KEPT - timedelta(days=1))
    lately = fail_without.enqueue(str(tmp_path / "there"))
    _work()

    assert jobs.clear() == 1
    assert [str(task.id) for task in DBTaskResult.objects.all()] == [lately.id] != [long_ago.id]


def _work() -> None:
    call_command("db_worker", queue_name="*", batch=True, startup_delay=False, interval=0, reload=False, verbosity=0)


def _run_and_wait(task: DBTaskResult) -> None:
    _work()
    DBTaskResult.objects.filter(id=task.id).update(finished_at=timezone.now() - timedelta(days=1))
