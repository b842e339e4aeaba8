"""The worked cases of the rights that follow from a notice show every outcome and every refusal."""

import pytest

from lebenslage.benefits.together.law import BENEFITS
from lebenslage.law.engine import Benefit
from lebenslage.site.commands.worked_cases import Expected
from tests.worked import our_cases

RIGHTS = ("bildung_und_teilhabe", "sozialpass", "sozialticket", "rundfunkbeitrag", "zuzahlung", "kita_beitrag")
MINE = [benefit for benefit in BENEFITS if benefit.id in RIGHTS]


def expectations(right: str) -> list[Expected]:
    """What the cases say of a right."""
    return [case.expect[right] for case in our_cases() if right in case.expect]


@pytest.mark.parametrize("benefit", MINE, ids=lambda benefit: benefit.id)
def test_every_outcome_and_every_gate_has_a_case(benefit: Benefit) -> None:
    expected = expectations(benefit.id)

    assert len(expected) >= 15
    assert {e.status.value for e in expected} == {"yes", "no", "unknown"}
    assert {e.refused_by for e in expected if e.refused_by} == {gate.id for gate in benefit.gates}
