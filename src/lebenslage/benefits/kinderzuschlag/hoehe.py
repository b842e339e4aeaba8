"""The amount and its period: BKGG § 6a Abs. 3 S. 7, Abs. 7, § 11 Abs. 2."""

from lebenslage.benefits.facts import antrag, familie
from lebenslage.benefits.facts.familie import KEINES
from lebenslage.benefits.kinderzuschlag.eltern import kiz_nach_einkommen, kiz_vermoegen_darueber
from lebenslage.benefits.kinderzuschlag.statute import BKGG, SINCE
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.fixed import CENT
from lebenslage.kernel.units import Cent, Day, FixedEuroPerMonth, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import of
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import HALF_UP_TO_EURO, rule

MONTHS = 6


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 7 S. 2, § 5 Abs. 3"), since=SINCE)
def kiz_beginn(gestellt: Day = of(antrag.antragsdatum), laufend_bis: Day = of(familie.kinderzuschlag_laeuft_bis)) -> Day:
    """The month of the application, never before; after a running period. A refused other benefit (§ 5 Abs. 3 S. 2) is for the office."""
    monat = month_of(gestellt)
    return first_day(monat if laufend_bis == KEINES else max(monat, month_of(laufend_bis) + 1))


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 7 S. 1"), since=SINCE)
def kiz_ende(anfang: Day = of(kiz_beginn)) -> Day:
    """Six months; changes of income or rent within them do not matter (S. 3)."""
    return first_day(month_of(anfang) + MONTHS) - 1


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 4 bis 6, § 11 Abs. 2"), since=SINCE, rounding=HALF_UP_TO_EURO)
def kiz_monatsbetrag(betrag: FixedEuroPerMonth = of(kiz_nach_einkommen)) -> FixedEuroPerMonth:
    """A month without reduction for assets, in full euros: what the family lives on in the period."""
    return betrag


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 3 S. 7"), since=SINCE)
def kiz_mit_vermoegen(darueber: Cent = of(kiz_vermoegen_darueber)) -> Flag:
    """There are considerable assets: only then the first month of the period matters."""
    return darueber > 0


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 3 S. 7, Abs. 6 S. 5, § 11 Abs. 2"), since=SINCE, rounding=HALF_UP_TO_EURO)
def kiz_betrag(
    betrag: FixedEuroPerMonth = of(kiz_nach_einkommen),
    darueber: Cent = of(kiz_vermoegen_darueber),
    anfang: Day = of(kiz_beginn, when=kiz_mit_vermoegen, otherwise=1),
    stichtag: Day = of(STICHTAG),
) -> FixedEuroPerMonth:
    """Considerable assets lower the first month of the period; rounded to full euros, from 50 cents up."""
    erster_monat = month_of(anfang) == month_of(stichtag)
    return max(0, betrag - CENT * darueber) if erster_monat else betrag


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 6"), since=SINCE)
def kiz_etwas_bleibt(betrag: FixedEuroPerMonth = of(kiz_nach_einkommen)) -> Flag:
    """After the parents' income at least 50 cents are left, which round up to a euro."""
    return 2 * betrag >= CENT * 100
