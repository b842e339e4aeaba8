"""The web under load: PostgreSQL, a town of 20,000 dossiers, 200 requests a second, the generator on the same machine."""

from __future__ import annotations

import importlib
import os
import secrets
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final

import click

from lebenslage.site.commands.django_ready import ready
from lebenslage.site.commands.measuring import Measurement
from lebenslage.site.commands.migrate import migrate
from lebenslage.site.commands.open_loop import Heard, run
from lebenslage.site.commands.serve import HOST, SETTINGS, server_words
from lebenslage.site.commands.trial_postgres import SUPERUSER, Cluster, cluster, programs

SECONDS, RATE, DOSSIERS, KEPT = 60, 200, 20_000, ""
P99_MS: Final = 150
DAY, DATABASE, DUMP = "2026-11-16", "town", "town.dump"
STAFF, SPARE_DRAFTS, WARM_UP_SECONDS, SEED = 12, 3000, 5, 1
TOWN, VISITS = "lebenslage.site.trial_town", "lebenslage.site.trial_visits"


@cache
def _heard() -> Sequence[Heard]:
    """Build the town, start the house, and put the load on it."""
    asked = _asked()
    with ExitStack() as stack:
        folder = _folder(stack, asked["keep"])
        running = stack.enter_context(cluster(durable=True))
        authority = _town(running, folder, asked["dossiers"])
        visits: Any = importlib.import_module(VISITS)
        seconds, rate = asked["seconds"], asked["rate"]
        everybody = visits.people(authority, (seconds + WARM_UP_SECONDS) * rate // 10)
        asks = visits.visits(everybody, (seconds + WARM_UP_SECONDS) * rate, SEED)
        port = stack.enter_context(_house())
        warm = WARM_UP_SECONDS * rate
        run(asks[:warm], port=port, rate=rate)
        return run(asks[warm:], port=port, rate=rate)


def _asked() -> Mapping[str, Any]:
    """The options of the command line, or the usual load."""
    usual = {"seconds": SECONDS, "rate": RATE, "dossiers": DOSSIERS, "keep": KEPT}
    context = click.get_current_context(silent=True)
    return {**usual, **{name: value for name, value in (context.params if context else {}).items() if value and name in usual}}


def _folder(stack: ExitStack, kept: str) -> Path:
    """Where the filled town and its master key lie: for the next measurement, or for this one alone."""
    folder = Path(kept or stack.enter_context(tempfile.TemporaryDirectory(prefix="lebenslage-bench-"))).absolute()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _town(running: Cluster, folder: Path, dossiers: int) -> Any:
    """Set up Django on the cluster and fill the town, or bring it back as it was filled before. The authority."""
    os.environ.update(
        {**running.create(DATABASE), "LEBENSLAGE_DATA": str(folder), "LEBENSLAGE_ON": DAY, "DJANGO_SETTINGS_MODULE": SETTINGS}
    )
    os.environ.setdefault("LEBENSLAGE_SECRET_KEY", secrets.token_urlsafe(50))
    ready()
    dump = folder / DUMP
    if dump.exists():
        _postgres("pg_restore", "--dbname", running.address(SUPERUSER, DATABASE), dump)
    else:
        _fill(dossiers)
        _postgres("pg_dump", "--format", "custom", "--compress", "1", "--file", dump, running.address(SUPERUSER, DATABASE))
    running.run("VACUUM ANALYZE", database=DATABASE)
    town: Any = importlib.import_module(TOWN)
    return town.Authority.objects.get(key=town.KEY)


def _fill(dossiers: int) -> None:
    migrate()
    town: Any = importlib.import_module(TOWN)
    roles: Any = importlib.import_module("lebenslage.site.roles")
    founded = town.found_town(STAFF)
    with roles.as_owner(), click.progressbar(length=dossiers + SPARE_DRAFTS, label="Filling the town", file=sys.stderr) as progress:
        for done in town.settle(founded, dossiers, SPARE_DRAFTS):
            progress.update(done - progress.pos)


def _postgres(program: str, *words: str | Path) -> None:
    subprocess.run([programs() / program, *words], check=True)  # noqa: S603 - PostgreSQL's own


@contextmanager
def _house() -> Iterator[int]:
    """Web and worker as `lebenslage serve` and `lebenslage worker` start them; the port."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = int(probe.getsockname()[1])
    worker = [sys.executable, "-m", "lebenslage.site.commands", "worker"]
    started = [subprocess.Popen(words) for words in ([sys.executable, *server_words(port)], worker)]  # noqa: S603 - our own
    try:
        _answers(port)
        yield port
    finally:
        for process in started:
            process.terminate()
            process.wait()


def _answers(port: int) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"http://{HOST}:{port}/de/", timeout=5).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise TimeoutError("the web does not start")


def _quantile(share: float, kind: str = "") -> float:
    times = sorted(one.milliseconds for one in _heard() if not kind or one.kind == kind)
    return times[min(len(times) - 1, int(share * len(times)))]


def p99() -> Measurement:
    """Ninety-nine of a hundred answers came within this time."""
    return Measurement(f"{_machine()}: p99 of {len(_heard())} requests", _quantile(0.99), "ms", P99_MS)


def errors() -> Measurement:
    """Requests that were not answered as they should be."""
    wrong = Counter((one.kind, one.status) for one in _heard() if not one.good)
    if wrong:
        click.echo(f"Wrong answers: {dict(wrong)}", err=True)
    return Measurement("wrong or missing answers", sum(wrong.values()), "", 0)


def _machine() -> str:
    return f"{os.cpu_count()} cores, {os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GB"


def p50() -> Measurement:
    """The middle."""
    return Measurement("p50", _quantile(0.5), "ms")


def p95() -> Measurement:
    """Ninety-five of a hundred."""
    return Measurement("p95", _quantile(0.95), "ms")


def slowest() -> Measurement:
    """The slowest of all."""
    return Measurement("slowest", _quantile(1), "ms")


def rate() -> Measurement:
    """What was asked for."""
    return Measurement("requests a second", _asked()["rate"], "")


def by_kind() -> Measurement:
    """The kind of request with the slowest half."""
    kinds = {one.kind for one in _heard()}
    for kind in sorted(kinds, key=lambda kind: -_quantile(0.5, kind)):
        click.echo(f"{kind:18} p50 {_quantile(0.5, kind):7.1f} ms  p99 {_quantile(0.99, kind):7.1f} ms", err=True)
    return Measurement("p50 of the slowest kind of request", max(_quantile(0.5, kind) for kind in kinds), "ms")


parts = (p99, errors, p50, p95, slowest, by_kind, rate)
