"""Net pay comes from the payslip."""

from tests.benefits.sgb2.families import adult, assessed, household, wages


def test_tax_free_supplements_are_in_the_net_pay_of_the_payslip_already() -> None:
    supplements = {"einkommensarten": ["lohn", "zuschlaege"], "steuerfreie_zuschlaege": "100"}
    with_supplements = household(adult(**{**wages(1_200, 1_000), **supplements}))
    higher_wage = household(adult(**wages(1_300, 1_000)))

    assert (assessed(with_supplements).amount or 0) > 0
    assert assessed(with_supplements).amount == assessed(higher_wage).amount
