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
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path
from typing import Any, Final

import click

from lebenslage.site.commands.busy_day import SHARES
from lebenslage.site.commands.django_ready import ready
from lebenslage.site.commands.measuring import Measurement
from lebenslage.site.commands.migrate import migrate
from lebenslage.site.commands.open_loop import Heard, run
from lebenslage.site.commands.processor_time import busy, used
from lebenslage.site.commands.serve import HOST, SETTINGS, server_words
from lebenslage.site.commands.trial_postgres import SUPERUSER, Cluster, cluster, programs

SECONDS, RATE, DOSSIERS, KEPT = 60, 200, 20_000, ""
P99_MS: Final = 150
DAY, DATABASE, DUMP = "2026-11-16", "town", "town.dump"
STAFF, SPARE_DRAFTS, WARM_UP_SECONDS, SEED = 12, 3000, 5, 1
# Requests of each kind, and how many a second, to learn what one of them costs.
WEIGHED, WEIGHED_RATE, WARM_UP_RATE = 60, 20, 50
TOWN, VISITS = "lebenslage.site.trial_town", "lebenslage.site.trial_visits"


@dataclass(frozen=True, slots=True)
class Weighed:
    """Requests with the processor time of one answer in milliseconds, and the share of the machine that others used meanwhile."""

    heard: Sequence[Heard]
    web: float
    database: float
    generator: float
    others: float

    @property
    def work(self) -> float:
        """What an answer costs the house."""
        return self.web + self.database


@dataclass(frozen=True, slots=True)
class Load:
    """How the requests went: each kind alone, and all at once."""

    kinds: Mapping[str, Weighed]
    all: Weighed


@cache
def _load() -> Load:
    """Build the town, start the house, weigh each kind of request by itself, and put the load on it."""
    asked = _asked()
    with ExitStack() as stack:
        folder = _folder(stack, asked["keep"])
        running = stack.enter_context(cluster(durable=True))
        authority = _town(running, folder, asked["dossiers"])
        visits: Any = importlib.import_module(VISITS)
        seconds, rate = asked["seconds"], asked["rate"]
        everybody = visits.people(authority, WEIGHED + (seconds + WARM_UP_SECONDS) * rate // 10)
        weighed = visits.each_kind(everybody, WEIGHED, SEED)
        rest = replace(everybody, submitters=everybody.submitters[WEIGHED:])
        asks = visits.visits(rest, (seconds + WARM_UP_SECONDS) * rate, SEED)
        port, web = stack.enter_context(_house())
        warm = WARM_UP_SECONDS * rate
        run(asks[:warm], port=port, rate=min(rate, WARM_UP_RATE))
        database = int((running.folder / "data" / "postmaster.pid").read_text().split()[0])
        kinds = {kind: _weighed(partial(run, some, port=port, rate=WEIGHED_RATE), web, database) for kind, some in weighed.items()}
        return Load(kinds, _weighed(partial(run, asks[warm:], port=port, rate=rate), web, database))


def _weighed(load: Callable[[], Sequence[Heard]], web: int, database: int) -> Weighed:
    """Run a load and see what it took; what was never answered is paid by what was."""
    before, began = _spent(web, database), time.monotonic()
    heard = load()
    of_web, of_database, generator, of_all = (after - one for after, one in zip(_spent(web, database), before, strict=True))
    machine, answers = (time.monotonic() - began) * 1000 * (os.cpu_count() or 1), max(1, sum(one.good for one in heard))
    others = max(0.0, of_all - of_web - of_database - generator) / machine
    return Weighed(heard, of_web / answers, of_database / answers, generator / answers, others)


def _spent(web: int, database: int) -> tuple[float, float, float, float]:
    return used(web), used(database), time.process_time() * 1000, busy()


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
        migrate()
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
def _house() -> Iterator[tuple[int, int]]:
    """Web and worker as `lebenslage serve` and `lebenslage worker` start them; the port, and the process of the web."""
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port = int(probe.getsockname()[1])
    worker = [sys.executable, "-m", "lebenslage.site.commands", "worker"]
    started = [subprocess.Popen(words) for words in ([sys.executable, *server_words(port)], worker)]  # noqa: S603 - our own
    try:
        _answers(port)
        yield port, started[0].pid
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
    times = sorted(one.milliseconds for one in _load().all.heard if not kind or one.kind == kind)
    return times[min(len(times) - 1, int(share * len(times)))]


def p99() -> Measurement:
    """Ninety-nine of a hundred answers came within this time."""
    return Measurement(f"p99 of {len(_load().all.heard)} requests", _quantile(0.99), "ms", P99_MS)


def errors() -> Measurement:
    """Requests that were not answered as they should be."""
    wrong = Counter((one.kind, one.status) for one in _load().all.heard if not one.good)
    if wrong:
        click.echo(f"Wrong answers: {dict(wrong)}", err=True)
    return Measurement("wrong or missing answers", sum(wrong.values()), "", 0)


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
    """How many were answered a second, until the last answer was there; what was asked for beside it."""
    asked, heard = _asked()["rate"], _load().all.heard
    last = max(number / asked + one.milliseconds / 1000 for number, one in enumerate(heard))
    return Measurement(f"answers a second; asked for: {asked}", sum(one.good for one in heard) / last, "")


def by_kind() -> Measurement:
    """The kind of request with the slowest half."""
    kinds = {one.kind for one in _load().all.heard}
    for kind in sorted(kinds, key=lambda kind: -_quantile(0.5, kind)):
        click.echo(f"{kind:18} p50 {_quantile(0.5, kind):7.1f} ms  p99 {_quantile(0.99, kind):7.1f} ms", err=True)
    return Measurement("p50 of the slowest kind of request", max(_quantile(0.5, kind) for kind in kinds), "ms")


def work() -> Measurement:
    """Processor time of one request on the average of the mix; of each kind beside it."""
    kinds = _load().kinds
    for kind, one in sorted(kinds.items(), key=lambda pair: -pair[1].work * SHARES[pair[0]]):
        click.echo(f"{kind:18} {SHARES[kind]:3} %  web {one.web:6.1f} ms  database {one.database:6.1f} ms", err=True)
    mean = sum(kinds[kind].work * share for kind, share in SHARES.items()) / sum(SHARES.values())
    return Measurement("processor time of one request, each kind by itself", mean, "ms")


def work_under_load() -> Measurement:
    """Processor time of one answer while all come at once."""
    one = _load().all
    what = f"the same under load (web {one.web:.1f}, database {one.database:.1f}; generator {one.generator:.1f} beside it)"
    return Measurement(what, one.work, "ms")


def others() -> Measurement:
    """What was not ours: on a machine at rest next to nothing."""
    return Measurement("of the machine, used by others meanwhile", 100 * _load().all.others, "%")


parts = (p99, errors, p50, p95, slowest, by_kind, work, work_under_load, others, rate)
