"""Notices: one when warm, and a thousand different ones on all processors."""

import os
import statistics
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from time import perf_counter, process_time

from lebenslage.benefits.facts import einkommen, wohnen
from lebenslage.benefits.together.law import Law
from lebenslage.kernel.deadlines import Remedy, RemedyForm, RemedyKind, RemedyPlace
from lebenslage.law.household import load_document
from lebenslage.papers.letter import Addressee, Sender
from lebenslage.papers.notice import ConfirmedFigure, Matter, Outcome
from lebenslage.papers.wohngeld import wohngeld_notice
from lebenslage.papers.wohngeld_page import wohngeld_notice_pdf
from lebenslage.site.commands.bench_household import DAY, EXAMPLE
from lebenslage.site.commands.household_files import read_household
from lebenslage.site.commands.measuring import Measurement

AT = datetime(2026, 11, 24, 9, tzinfo=UTC)
FAMILY = read_household(load_document(EXAMPLE), DAY)
WARM_RUNS, MANY = 100, 1000
SENDER = Sender("Stadt Musterstadt", "Wohngeldstelle", "Rathausplatz 1", "50999 Musterstadt", "Jana Öztürk", phone="02234 5550-214")
REMEDY = Remedy(RemedyKind.WIDERSPRUCH, RemedyPlace.AUTHORITY, (RemedyForm.SCHRIFTLICH, RemedyForm.NIEDERSCHRIFT), 1, ("VwGO § 70",))


def _print(number: int) -> bytes:
    """A notice for a family of four, from the assessment of its facts to the PDF; each with another name, rent and income."""
    changed = FAMILY.answered(wohnen.miete, 0, 100_000 + 10 * number).answered(einkommen.bruttolohn, 0, 200_000 + 25 * number)
    result = Law.on(DAY).assess(changed)["wohngeld"]
    matter = Matter(
        outcome=Outcome.GRANT,
        sender=SENDER,
        addressee=Addressee(f"Anna Berg {number}", (f"Lindenweg {number}", "50999 Musterstadt")),
        case_number=f"WG-2026-{number:06}",
        applied_on=date(2026, 11, 3),
        dated=AT.date(),
        sent_on=AT.date(),
        remedy=REMEDY,
        confirmed=tuple(ConfirmedFigure(figure.id, "Mara Klein", AT.date()) for figure, _ in result.to_check),
    )
    return wohngeld_notice_pdf(wohngeld_notice(result, matter), at=AT)


def _seconds(numbers: range, clock: Callable[[], float]) -> Iterator[float]:
    for number in numbers:
        start = clock()
        _print(number)
        yield clock() - start


def _median_ms(clock: Callable[[], float]) -> float:
    """The median of some notices, after a first one has read fonts and templates."""
    _print(0)
    return 1000 * statistics.median(_seconds(range(1, 1 + WARM_RUNS), clock))


def warm() -> Measurement:
    """How long one waits for a notice."""
    return Measurement("one notice of five pages, warm", _median_ms(perf_counter), "ms", aim=20)


def work() -> Measurement:
    """How long the processors work on it: the same where others use the machine at the same time, as far as that can be."""
    return Measurement("one notice of five pages, warm: processor time", _median_ms(process_time), "ms")


def many() -> Measurement:
    """A thousand notices in one process, as many at a time as there are processors: the typesetter works outside Python's lock."""
    start = perf_counter()
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        printed = list(pool.map(_print, range(MANY)))
    assert len(set(printed)) == MANY
    return Measurement("a thousand notices, one process", perf_counter() - start, "s", aim=30)


parts = (warm, work, many)
