"""How much of the law here names its source: rules their paragraph, figures and worked cases where they come from."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from lebenslage.kernel.citations import Citation
from lebenslage.law.parameters import Parameter, Table
from lebenslage.law.texts import Texts
from lebenslage.site.commands.found_law import figures, rules
from lebenslage.site.commands.layout import heading, points, table
from lebenslage.site.commands.worked_cases import Case, Kind


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some things name their source; `without` names those that do not."""

    of: str
    number: int
    without: tuple[str, ...]

    @property
    def percent(self) -> int:
        """Whole percent, rounded down: 100 only where none is missing, 0 where there is nothing."""
        return 100 * (self.number - len(self.without)) // self.number if self.number else 0


@dataclass(frozen=True, slots=True)
class Coverage:
    """The three shares, and the figures that a person must still confirm."""

    shares: tuple[Share, ...]
    to_check: tuple[tuple[Parameter, Table], ...]

    @property
    def complete(self) -> bool:
        """Whether everything names its source."""
        return all(share.percent == 100 for share in self.shares)


def measure_coverage(cases: Sequence[Case]) -> Coverage:
    """Look at every rule and figure of every benefit, and at these cases."""
    versions = [(f"{rule.id} ({version.since})", version.cites) for rule in rules() for version in rule.versions]
    tables = [(figure, dated) for _, figure in figures() for dated in figure.tables]
    return Coverage(
        shares=(
            _share("rules", versions, _cited),
            _share("figures", [(f"{p.id} ({t.since})", t.source) for p, t in tables], _named),
            _share("examples", [(case.id, case) for case in cases], _sourced),
        ),
        to_check=tuple((p, t) for p, t in tables if t.to_check),
    )


def _share[Thing](of: str, things: Iterable[tuple[str, Thing]], is_sourced: Callable[[Thing], bool]) -> Share:
    known = list(things)
    return Share(of, len(known), tuple(name for name, thing in known if not is_sourced(thing)))


def _cited(cites: Citation) -> bool:
    read = cites.text_of is None or cites.read_on is None or cites.text_of <= cites.read_on
    return read and bool(cites.statute.strip()) and any(c.isdigit() for c in cites.paragraph)


def _named(source: str) -> bool:
    return bool(source.strip())


def _sourced(case: Case) -> bool:
    return _named(case.source) and (case.kind is not Kind.HAND or bool(case.steps.strip()))


def coverage_as_lines(coverage: Coverage, words: Texts) -> Iterator[str]:
    """For a person."""
    headers = [words("cli", "columns", column) for column in ("what", "number", "with_source", "share")]
    rows = [[words("cli", "coverage", s.of), str(s.number), str(s.number - len(s.without)), f"{s.percent} %"] for s in coverage.shares]
    yield from table(headers, rows, right=frozenset({1, 2, 3}))
    for share in coverage.shares:
        if share.without:
            yield from heading(words("cli", "coverage", "without", of=words("cli", "coverage", share.of)))
            yield from points(share.without)
    if coverage.to_check:
        yield from heading(words("cli", "coverage", "to_check"))
        yield from points(f"{words('figures', p.id)} [{p.id}]: {t.source} ({t.confidence})" for p, t in coverage.to_check)


def coverage_as_document(coverage: Coverage) -> dict[str, Any]:
    """For a program."""
    return {
        "shares": {s.of: {"number": s.number, "percent": s.percent, "without": list(s.without)} for s in coverage.shares},
        "to_check": [
            {"figure": p.id, "since": t.since.isoformat(), "source": t.source, "confidence": t.confidence} for p, t in coverage.to_check
        ],
        "complete": coverage.complete,
    }
