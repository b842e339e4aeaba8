"""A benefit whose figures are not known on a day says so, and stops no other; nothing is carried into a year without a table."""

from datetime import date
from pathlib import Path

import pytest

from lebenslage.benefits.together import words
from lebenslage.benefits.wohngeld.statute import WOGG
from lebenslage.kernel.errors import DateWithoutTable
from lebenslage.kernel.units import CentPerMonth, Count, Flag
from lebenslage.law.engine import Benefit, LawOn, Status
from lebenslage.law.explain import headline
from lebenslage.law.facts import flag
from lebenslage.law.household import Household
from lebenslage.law.in_force import refusals_on
from lebenslage.law.inputs import number_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON, UNKNOWN
from lebenslage.law.parameters import Parameters
from lebenslage.law.rules import rule

HERE = Household({HOUSEHOLD: ("haushalt",), PERSON: ("P1",)}, {})
FIGURES = """
short_figure:
  unit: cent/month
  tables: [{since: 2024-01-01, known_until: 2025-12-31, source: here, confidence: 2src, value: 100}]
long_figure:
  unit: cent/month
  tables: [{since: 2023-01-01, known_until: 2026-12-31, source: here, confidence: 2src, value: 250}]
"""

wanted = flag("wanted_told", HOUSEHOLD)


@rule(HOUSEHOLD, cites=WOGG("§ 1"), since="2023-01-01", until="2025-12-31")
def somebody(people: Count = number_of(PERSON)) -> Flag:
    """A condition of the law until the end of 2025."""
    return people > 0


@rule(HOUSEHOLD, cites=WOGG("§ 1"), since="2026-01-01", replaces=somebody)
def somebody_who_wants(people: Count = number_of(PERSON), asked: Flag = of(wanted)) -> Flag:
    """The same from 2026."""
    return people > 0 and asked


@pytest.fixture(scope="module")
def benefits(tmp_path_factory: pytest.TempPathFactory) -> tuple[Benefit, Benefit, Benefit]:
    path = Path(tmp_path_factory.mktemp("figures")) / "parameters.yaml"
    path.write_text(FIGURES, encoding="utf8")
    parameter = Parameters(path)

    @rule(HOUSEHOLD, cites=WOGG("§ 1"), since="2023-01-01")
    def short_sum(figure: CentPerMonth = parameter("short_figure")) -> CentPerMonth:
        return figure

    @rule(HOUSEHOLD, cites=WOGG("§ 1"), since="2023-01-01")
    def long_sum(figure: CentPerMonth = parameter("long_figure")) -> CentPerMonth:
        return figure

    return (
        Benefit("short", (somebody,), short_sum, None),
        Benefit("long", (somebody,), long_sum, None),
        Benefit("certificate", (somebody,), None, None),
    )


def test_one_benefit_without_figures_does_not_stop_the_others(benefits: tuple[Benefit, ...]) -> None:
    results = LawOn(date(2026, 1, 1), benefits).assess(HERE.answered(wanted, 0, 1))

    assert [(id, result.status, result.amount) for id, result in results.items()] == [
        ("short", Status.NO_TABLE, None),
        ("long", Status.YES, 250_00),
        ("certificate", Status.YES, None),
    ]


def test_the_refusal_names_the_figure_and_the_days_for_which_it_is_known(benefits: tuple[Benefit, ...]) -> None:
    result = LawOn(date(2026, 1, 1), benefits).assess(HERE, "short")["short"]

    assert result.refusal is not None
    assert result.refusal.details == {
        "parameter": "short_figure", "on": date(2026, 1, 1), "first": date(2024, 1, 1), "last": date(2025, 12, 31),
    }  # fmt: skip
    assert "31. Dezember 2025" in headline(result, words("de"))
    assert result.value(somebody) is UNKNOWN


def test_who_needs_a_benefit_asks_for_it_and_meets_its_refusal(benefits: tuple[Benefit, ...]) -> None:
    law = LawOn(date(2026, 1, 1), benefits)

    assert law.holding("long", "certificate") is law
    with pytest.raises(DateWithoutTable, match="short_figure"):
        law.holding("short")


@pytest.mark.parametrize("day", [date(2022, 12, 31), date(2027, 1, 1)])
def test_a_day_for_which_no_figures_are_known_at_all_is_refused(benefits: tuple[Benefit, ...], day: date) -> None:
    with pytest.raises(DateWithoutTable):
        LawOn(day, benefits)


def test_a_rule_that_did_not_exist_yet_is_a_refusal_too() -> None:
    refusal = refusals_on(date(2022, 12, 31), (somebody,))[somebody.slot]

    assert refusal.details["parameter"] == "somebody"


def test_what_only_an_older_version_read_is_not_asked(benefits: tuple[Benefit, ...]) -> None:
    in_2025, in_2026 = (LawOn(date(year, 1, 1), benefits).assess(HERE, "certificate")["certificate"] for year in (2025, 2026))

    assert (in_2025.status, in_2026.status) == (Status.YES, Status.UNKNOWN)
    assert [missing.fact for missing in in_2026.missing] == [wanted]
