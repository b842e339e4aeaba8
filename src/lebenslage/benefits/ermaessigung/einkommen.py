"""The way without a notice: countable income against the need of SGB II, as some municipalities allow it. Not a notice of the Jobcenter."""

from lebenslage.benefits.ermaessigung.statute import GO_NRW, SINCE
from lebenslage.benefits.kindergeld import kindergeld_erhalten
from lebenslage.benefits.sgb2.rules.einmalig import sgb2_anrechenbares_einkommen
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_angehoerig
from lebenslage.benefits.sgb2.rules.lebensbedarf import sgb2_bedarf
from lebenslage.kernel.units import CentPerMonth
from lebenslage.law.inputs import of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def ermaessigung_einkommen_person(
    anrechenbar: CentPerMonth = of(sgb2_anrechenbares_einkommen), kindergeld: CentPerMonth = of(kindergeld_erhalten)
) -> CentPerMonth:
    """What counts of a person's income as in SGB II, and the Kindergeld paid for her."""
    return anrechenbar + kindergeld


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def ermaessigung_einkommen(summe: CentPerMonth = sum_of(ermaessigung_einkommen_person, where=sgb2_angehoerig)) -> CentPerMonth:
    """The countable income of all who belong together."""
    return summe


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def ermaessigung_bedarf(summe: CentPerMonth = sum_of(sgb2_bedarf, where=sgb2_angehoerig)) -> CentPerMonth:
    """The need of all of them as in SGB II: standard need, additional needs, housing and heating."""
    return summe
