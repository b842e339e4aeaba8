"""One household: the whole process from cold, and the answer with its full trail when warm."""

import statistics
import subprocess
import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from time import perf_counter

from lebenslage.benefits.together.law import Law
from lebenslage.law.explain import explain
from lebenslage.law.household import load_document
from lebenslage.site.commands.household_files import read_household
from lebenslage.site.commands.measuring import Measurement
from lebenslage.site.commands.speech import speech

EXAMPLE = Path(__file__).with_name("example_household.yaml")
FAMILY = Path(__file__).with_name("example_family.yaml")
DAY = date(2026, 11, 1)
COLD_RUNS, WARM_RUNS = 5, 300
PROGRAM = [sys.executable, "-m", "lebenslage.site.commands", "assess", str(EXAMPLE), "--on", DAY.isoformat()]


def _median_ms(run: Callable[[], object], times: int) -> float:
    """The median of some runs, in milliseconds."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        run()
        taken.append(1000 * (perf_counter() - start))
    return statistics.median(taken)


def cold() -> Measurement:
    """A new process for one household file, from start to answer."""
    run = lambda: subprocess.run(PROGRAM, check=True, capture_output=True)  # noqa: E731, S603 - our own program
    return Measurement("one household, cold: the whole process", _median_ms(run, COLD_RUNS), "ms", aim=500)


def warm() -> Measurement:
    """Wohngeld for a household that has been read, with every step of the trail."""
    return _warm("one household, warm: Wohngeld, every step", EXAMPLE, "wohngeld", aim=1)


def every_right() -> Sequence[Measurement]:
    """All rights of a household that has been read, every step noted: of a family of five, and where answers are missing."""
    return (
        _warm("one household, warm: all rights of a family of five, every step", FAMILY, aim=2),
        _warm("the same for a household of which some rights cannot be told yet", EXAMPLE),
    )


def _warm(what: str, file: Path, *rights: str, aim: float | None = None) -> Measurement:
    law, household = Law.on(DAY), read_household(load_document(file), DAY)
    return Measurement(what, _median_ms(lambda: law.assess(household, *rights), WARM_RUNS), "ms", aim)


def in_words() -> Measurement:
    """From the parsed file to the explanation in words."""
    law, document, words = Law.on(DAY), load_document(EXAMPLE), speech("de")

    def answer() -> None:
        for result in law.assess(read_household(document, DAY), "wohngeld").values():
            explain(result, words)

    return Measurement("one household, warm: from facts to sentences on Wohngeld", _median_ms(answer, WARM_RUNS), "ms")


parts = (cold, warm, in_words)
