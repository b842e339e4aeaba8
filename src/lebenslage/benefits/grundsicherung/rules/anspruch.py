"""The claim under chapter 4: SGB XII §§ 19 Abs. 2, 41, 43, 43a and 94 Abs. 1a; and the right as a whole.

Maintenance claims against children and parents count only above 100,000 euros of yearly income, which is presumed not to be so: they never
shut out of chapter 4, the office turns to the relative. Heirs pay nothing back (§ 102 Abs. 5).
"""

from lebenslage.benefits.facts import sozialhilfe
from lebenslage.benefits.grundsicherung.rules.berechtigte import grundsicherung_berechtigt
from lebenslage.benefits.grundsicherung.rules.einsatz import sgb12_ungedeckt
from lebenslage.benefits.grundsicherung.rules.vermoegen import sgb12_vermoegen_unschaedlich
from lebenslage.benefits.grundsicherung.rules.zeitraum import grundsicherung_beginn, grundsicherung_ende
from lebenslage.benefits.grundsicherung.statute import SGB12, SINCE
from lebenslage.kernel.units import CentPerMonth, Flag
from lebenslage.law.engine import Benefit
from lebenslage.law.inputs import any_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=SGB12("§ 41"), since=SINCE)
def grundsicherung_jemand_berechtigt(jemand: Flag = any_of(grundsicherung_berechtigt)) -> Flag:
    """Somebody here is old enough, or unable to work for good."""
    return jemand


@rule(PERSON, cites=SGB12("§ 43 Abs. 1, § 90"), since=SINCE)
def grundsicherung_trotz_vermoegen(
    berechtigt: Flag = of(grundsicherung_berechtigt), unschaedlich: Flag = of(sgb12_vermoegen_unschaedlich, when=grundsicherung_berechtigt)
) -> Flag:
    """Falls under chapter 4 and has not more assets than she may keep. Above it the assets come first, or a loan (§ 91)."""
    return berechtigt and unschaedlich


@rule(HOUSEHOLD, cites=SGB12("§ 43 Abs. 1, § 90"), since=SINCE)
def grundsicherung_vermoegen_reicht_nicht(jemand: Flag = any_of(grundsicherung_trotz_vermoegen)) -> Flag:
    """The assets of at least one such person stay within the limit."""
    return jemand


@rule(PERSON, cites=SGB12("§ 43a Abs. 2"), since=SINCE)
def grundsicherung_der_person(ungedeckt: CentPerMonth = of(sgb12_ungedeckt, when=grundsicherung_trotz_vermoegen)) -> CentPerMonth:
    """The monthly payment for one person. Amounts set off and paid later (§§ 43a, 44b) are for the office."""
    return ungedeckt


@rule(HOUSEHOLD, cites=SGB12("§ 43a Abs. 2"), since=SINCE)
def grundsicherung_betrag(summe: CentPerMonth = sum_of(grundsicherung_der_person)) -> CentPerMonth:
    """All who live here together."""
    return summe


@rule(HOUSEHOLD, cites=SGB12("§ 19 Abs. 2, § 41 Abs. 1"), since=SINCE)
def grundsicherung_einkommen_reicht_nicht(betrag: CentPerMonth = of(grundsicherung_betrag)) -> Flag:
    """Own income, and what partner or parents can spare, leave a need."""
    return betrag > 0


@rule(HOUSEHOLD, cites=SGB12("§ 94 Abs. 1a"), since=SINCE)
def grundsicherung_ohne_rueckgriff(ueber: Flag = of(sozialhilfe.angehoerige_ueber_100000)) -> Flag:
    """No child and no parent earns more than 100,000 euros a year: nobody is asked to pay."""
    return not ueber


GRUNDSICHERUNG = Benefit(
    id="grundsicherung",
    gates=(grundsicherung_jemand_berechtigt, grundsicherung_vermoegen_reicht_nicht, grundsicherung_einkommen_reicht_nicht),
    amount=grundsicherung_betrag,
    begins=grundsicherung_beginn,
    ends=grundsicherung_ende,
    hints=(grundsicherung_ohne_rueckgriff,),
    each=grundsicherung_der_person,
)
