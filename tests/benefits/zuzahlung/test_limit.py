"""Up to which sum a household pays co-payments: SGB V § 62."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lebenslage.benefits.together import Law
from lebenslage.benefits.zuzahlung.rules import zuzahlung_belastungsgrenze
from lebenslage.law.engine import Status
from tests.benefits.families import ON, Answers, adult, assessed, child, drawing, refusal

RIGHT = "zuzahlung"
WELL: Answers = {"chronisch_krank": "nein"}
ANNA: Answers = {"gesetzlich_versichert": "ja", "einkommensarten": ["rente"], **WELL}
BEN: Answers = {"einkommensarten": [], **WELL}


def limit(people: dict[str, Answers], **figures: int) -> object:
    """In cents a year."""
    law = Law.on(ON).reformed(figures) if figures else None
    return assessed(RIGHT, people, law=law, zuzahlungen=0).value(zuzahlung_belastungsgrenze)


@pytest.mark.parametrize("benefit", ["grundsicherungsgeld", "grundsicherung_im_alter", "hilfe_zum_lebensunterhalt", "asylbewerberleistung"])
def test_recipients_have_one_flat_limit_for_all(benefit: str) -> None:
    people = {"Anna": adult(**drawing(benefit), gesetzlich_versichert="ja", **WELL), "Ben": child(**drawing(benefit), **WELL)}

    assert limit(people) == 13_512


def test_one_chronically_ill_member_halves_it() -> None:
    people = {"Anna": adult(**ANNA, rente=2000), "Ben": child(**{**BEN, "chronisch_krank": "ja"})}

    assert limit(people) == (2_400_000 - 975_600) // 100


def test_a_childs_allowance_is_doubled_always_or_for_spouses_alone() -> None:
    people = {"Anna": adult(**ANNA, rente=2000), "Ben": child(**BEN)}

    assert limit(people) == (2_400_000 - 2 * 487_800) * 2 // 100
    assert limit(people, zuzahlung_kinderfreibetrag_immer_doppelt=0) == (2_400_000 - 487_800) * 2 // 100


@pytest.mark.parametrize(("relation", "allowance"), [("ehegatte", 711_900), ("partner", 0)])
def test_a_spouse_brings_an_allowance_an_unmarried_partner_does_not_count(relation: str, allowance: int) -> None:
    otto = adult(**BEN, verhaeltnis=relation, getrennt_lebend="nein") if relation == "ehegatte" else adult(**BEN, verhaeltnis=relation)

    assert limit({"Anna": adult(**ANNA, rente=2000), "Otto": otto}) == (2_400_000 - allowance) * 2 // 100


@pytest.mark.parametrize(("paid", "status", "back"), [("287.99", Status.NO, 0), ("288", Status.YES, 0), ("300.01", Status.YES, 1_201)])
def test_what_is_beyond_the_limit_comes_back(paid: str, status: Status, back: int) -> None:
    result = assessed(RIGHT, {"Anna": adult(**ANNA, rente=1200)}, zuzahlungen=paid)

    assert (result.status, result.amount) == (status, back)


def test_private_insurance_knows_no_limit() -> None:
    assert refusal(assessed(RIGHT, {"Anna": adult(gesetzlich_versichert="nein")})) == "zuzahlung_versichert"


@pytest.mark.slow
@given(st.integers(0, 500_000), st.integers(0, 100_000))
def test_more_income_never_lowers_the_limit(cents: int, more: int) -> None:
    less, greater = ({"Anna": adult(**ANNA, rente=f"{n // 100}.{n % 100:02d}"), "Ben": child(**BEN)} for n in (cents, cents + more))

    assert int(str(limit(less))) <= int(str(limit(greater)))
