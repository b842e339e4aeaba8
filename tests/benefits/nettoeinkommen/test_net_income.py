"""Gross and net of everything earned: the payslip wins, an estimate is marked as one."""

from lebenslage.benefits.facts.netto import nettolohn
from lebenslage.benefits.nettoeinkommen import erwerbseinkommen_brutto, erwerbseinkommen_netto, netto_belegt
from lebenslage.law.nodes import UNKNOWN
from tests.benefits.nettoeinkommen.worker import ESTIMATED, concluded

EARNED = (erwerbseinkommen_brutto, erwerbseinkommen_netto, netto_belegt)


def test_what_the_payslip_says_wins() -> None:
    assert concluded(2026, *EARNED, bruttolohn=2500, nettolohn="1.777,50") == [250000, 177750, True]


def test_who_only_knows_the_gross_gets_an_estimate_that_says_so() -> None:
    # 2500 - 22.48 * 100 / 12 tax - 232.50 pension - 32.50 unemployment - 218.75 health - 60.00 care
    assert concluded(2026, *EARNED, bruttolohn=2500) == [250000, 250000 - 18733 - 23250 - 3250 - 21875 - 6000, False]


def test_without_either_the_net_is_not_known() -> None:
    brutto, net = concluded(2026, erwerbseinkommen_brutto, erwerbseinkommen_netto, bruttolohn=2500, **{nettolohn.id: None})

    assert (brutto, net) == (250000, UNKNOWN)


def test_a_mini_job_bears_3_6_percent_unless_exempt() -> None:
    paid = concluded(2026, *EARNED, einkommensarten=["minijob"], minijob=400)
    exempt = concluded(2026, *EARNED, einkommensarten=["minijob"], minijob=400, minijob_befreit="ja")

    assert (paid, exempt) == ([40000, 38560, True], [40000, 40000, True])


def test_below_175_euros_the_pension_contribution_has_a_least_base() -> None:
    # 18.6 % of 175 = 32.55, the employer pays 15 % of 100
    assert concluded(2026, erwerbseinkommen_netto, einkommensarten=["minijob"], minijob=100) == [10000 - 1755]


def test_profit_is_a_twelfth_less_what_is_paid_on_it() -> None:
    work = {"einkommensarten": ["selbststaendig", "gewerbe"], "gewinn_selbststaendig": 12000, "gewinn_gewerbe": -3000}

    assert concluded(2026, *EARNED, **work, selbststaendig_abgaben=310) == [100000, 69000, True]


def test_tax_free_supplements_are_earned_too() -> None:
    answers = {**ESTIMATED, "einkommensarten": ["lohn", "zuschlaege"], "bruttolohn": 2500, "steuerfreie_zuschlaege": 120}

    assert concluded(2026, *EARNED, **answers) == [262000, 250000 - 18733 - 23250 - 3250 - 21875 - 6000 + 12000, False]
