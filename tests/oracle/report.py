"""The report of a comparison, docs/gettsim.md: generated whole, with every difference, its paragraph and the reason."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tests.oracle.agreement import Agreement, Reading
from tests.oracle.case_targets import VARIANTS
from tests.oracle.cases import SKIPPED, CaseResult

HEAD = """\
# Our law beside GETTSIM 1.3.1

Written by `make verify-gettsim`, not by hand. [GETTSIM](https://github.com/ttsim-dev/gettsim) is another calculator of German taxes and
benefits. It lives in an environment of its own (`requirements/gettsim.txt`), is asked as a test oracle, and none of its code is here.

Both are given the same persons and the same cases. Equal means: equal to the cent. A difference counts as explained only where it is
computed: GETTSIM's reading is put on our own law, through its figures, through what it is told, or through what is made of its result, and
the amounts must then be equal. Amounts are compared before the priority between benefits.

Net income: taxes and contributions are worked out by both and compared (first two rows). For the benefits the same net income is given to
both: our estimate in whole cents, to us as the payslip's net, to GETTSIM as `nettoeinkommen_vor_abzug_freibetrag_m`.

GETTSIM's rule of thumb for rent (after the first year of benefits) is a switch of our law, `sgb2_faustregel_wohnen`: off in the law, on in
the reading that bears its name.
"""


def report(persons: int, source: str, agreements: Sequence[Agreement], cases: Sequence[CaseResult]) -> str:
    """The whole document."""
    unexplained = sum(int(one.unexplained.sum()) for one in agreements) + sum(case.unexplained for case in cases)
    parts = [HEAD, f"**{unexplained} unexplained.**\n", *_population(persons, source, agreements), *_readings(agreements), *_cases(cases)]
    return "\n".join(parts)


def _population(persons: int, source: str, agreements: Sequence[Agreement]) -> Iterator[str]:
    yield f"## {persons:,} random persons\n"
    yield f"Drawn by `{source}`, by seed (the year). Born on 1 January; a couple is married. Pensioners, whom it does not know, are our"
    yield "own (`tests/oracle/population.py`): with their pension alone, without taxes and contributions.\n"
    rows = []
    for one in agreements:
        ours, theirs = int((one.steps[0].ours > 0).sum()), int((one.theirs > 0).sum())
        differ, out = int(one.steps[0].differs.sum()), sum(int(households.sum()) for households in one.left_out.values())
        numbers = (len(one.theirs), ours, theirs, len(one.theirs) - differ, differ, out, int(one.unexplained.sum()))
        rows.append([one.right.title, f"{one.oracle.day:%Y-%m}", *(f"{number:,}" for number in numbers)])
    head = [
        "right",
        "month",
        "households",
        "an amount by us",
        "by GETTSIM",
        "equal by the statute",
        "explained or left out",
        "left out",
        "unexplained",
    ]
    yield _table(head, rows)


def _readings(agreements: Sequence[Agreement]) -> Iterator[str]:
    yield "## GETTSIM's readings\n"
    yield (
        "A reading is adopted after those above it; the households are those that become equal with it, over all months. A household with "
        "several reasons stands with the last.\n"
    )
    counted: dict[tuple[str, Reading], int] = defaultdict(int)
    for one in agreements:
        for reading, number in one.became_equal():
            counted[one.right.title, reading] += number
    met = {key: number for key, number in counted.items() if number > 0}
    rows = [[title, reading.paragraph, reading.name, reading.reason, f"{number:,}"] for (title, reading), number in met.items()]
    yield _table(["right", "paragraph", "GETTSIM's reading", "why we do not follow it", "households"], rows)
    rest = [f"{reading.name} ({reading.paragraph})" for (_, reading) in counted if (_, reading) not in met]
    if rest:
        yield "Readings that make none of these households equal: " + "; ".join(rest) + ".\n"


def _cases(cases: Sequence[CaseResult]) -> Iterator[str]:
    yield f"## GETTSIM's {len(cases)} policy cases\n"
    yield (
        "All cases of the package for these benefits dated 2023 or later. Every figure that they expect is compared where our law "
        "concludes it too, and must be equal to the cent. Some cases are not reproduced to the cent by GETTSIM itself: their file's name "
        "begins with `skip_`, or they ask for less (`precision_atol`).\n"
    )
    head = ["benefit", "cases", "figures", "equal by the statute", "equal with a reading", "not GETTSIM's either", "unexplained"]
    yield _table(head, list(_by_benefit(cases)))
    yield "### Figures that are not equal by the statute\n"
    yield _table(["case", "figure", "GETTSIM's reading", "paragraph"], list(_with_reading(cases)))
    yield "### Figures without a conclusion of ours\n"
    yield _table(["figure", "cases", "why"], list(_not_ours(cases)))


def _by_benefit(cases: Iterable[CaseResult]) -> Iterator[list[str]]:
    groups: dict[str, list[CaseResult]] = defaultdict(list)
    for case in cases:
        groups[case.case.name.split("/")[0]].append(case)
    for name, group in groups.items():
        figures = [figure for case in group for figure in case.figures]
        by_statute, without = sum(f.reading == "" for f in figures), sum(f.reading is None for f in figures)
        skipped = sum(f.reading == SKIPPED for f in figures)
        with_reading = len(figures) - by_statute - skipped - without
        yield [name, *map(str, (len(group), len(figures), by_statute, with_reading, skipped, without))]


def _with_reading(cases: Iterable[CaseResult]) -> Iterator[list[str]]:
    paragraphs = {variant.name: variant.paragraph for variants in VARIANTS.values() for variant in variants}
    for case in cases:
        for figure in case.figures:
            if figure.reading == SKIPPED:
                yield [case.case.name, f"`{figure.target}`", f"{SKIPPED}: {figure.expected[0]}, ours {figure.found[0]}", ""]
            elif figure.reading:
                yield [case.case.name, f"`{figure.target}`", figure.reading, paragraphs.get(figure.reading, "")]
            elif figure.reading is None:
                yield [case.case.name, f"`{figure.target}`", f"**unexplained**: {list(figure.expected)}, ours {list(figure.found)}", ""]


def _not_ours(cases: Iterable[CaseResult]) -> Iterator[list[str]]:
    counted: dict[tuple[str, str], int] = defaultdict(int)
    for case in cases:
        for target, reason in case.not_ours.items():
            counted[target, reason] += 1
    for (target, reason), number in sorted(counted.items()):
        yield [f"`{target}`", str(number), reason]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    return "\n".join(["| " + " | ".join(line) + " |" for line in (head, ["---"] * len(head), *rows)]) + "\n"
