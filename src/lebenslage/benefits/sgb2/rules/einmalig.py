"""One-off income: SGB II § 11 Abs. 2 and 3. It counts in its month; arrears that would end the claim are spread over six months.

The amount is asked before taxes, so what is taken from it beforehand (§ 11b Abs. 1 S. 2) is left out. An inheritance is no income (§ 11a).
"""

from lebenslage.benefits.facts import bedarf
from lebenslage.benefits.facts import einkommen as fakt
from lebenslage.benefits.facts.einkommen import Einkommensart
from lebenslage.benefits.sgb2.rules.einkommen import sgb2_absetzung_uebrig, sgb2_kindergeld_anrechenbar, sgb2_laufendes_einkommen
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_angehoerig
from lebenslage.benefits.sgb2.rules.lebensbedarf import sgb2_bedarf
from lebenslage.benefits.sgb2.statute import SGB2, SINCE, parameter
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.units import Cent, CentPerMonth, Day, Flag, Months
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

EINMALIG = fakt.einkommensarten.has(Einkommensart.EINMALIG)


@rule(PERSON, cites=SGB2("§ 11 Abs. 3"), since=SINCE)
def sgb2_nachzahlung(
    betrag: Cent = of(fakt.einmalzahlung),
    nachzahlung: Flag = of(bedarf.einmalzahlung_nachzahlung),
    am: Day = of(fakt.einmalzahlung_am, when=EINMALIG, otherwise=1),
    stichtag: Day = of(STICHTAG),
    monate: Months = parameter("sgb2_nachzahlung_monate"),
) -> CentPerMonth:
    """Arrears that came this month or in the five before."""
    vergangen = month_of(stichtag) - month_of(am)
    return betrag if nachzahlung and 0 <= vergangen < monate else 0


@rule(PERSON, cites=SGB2("§ 11 Abs. 3"), since=SINCE)
def sgb2_hat_nachzahlung(betrag: CentPerMonth = of(sgb2_nachzahlung)) -> Flag:
    """Such arrears came: only then the whole need of the community is looked at beforehand."""
    return betrag > 0


@rule(HOUSEHOLD, cites=SGB2("§ 11 Abs. 3"), since=SINCE)
def sgb2_mit_nachzahlung(jemand: Flag = any_of(sgb2_hat_nachzahlung)) -> Flag:
    """Somebody has such arrears."""
    return jemand


@rule(HOUSEHOLD, cites=SGB2("§ 11 Abs. 3"), since=SINCE)
def sgb2_luecke_vor_nachzahlung(
    bedarf_: CentPerMonth = sum_of(sgb2_bedarf, where=sgb2_angehoerig),
    einkommen: CentPerMonth = sum_of(sgb2_laufendes_einkommen, where=sgb2_angehoerig),
    kindergeld: CentPerMonth = sum_of(sgb2_kindergeld_anrechenbar, where=sgb2_angehoerig),
) -> CentPerMonth:
    """What running income leaves uncovered for all together."""
    return max(0, bedarf_ - einkommen - kindergeld)


@rule(HOUSEHOLD, cites=SGB2("§ 11 Abs. 3"), since=SINCE)
def sgb2_nachzahlung_wird_verteilt(
    summe: CentPerMonth = sum_of(sgb2_nachzahlung), luecke: CentPerMonth = of(sgb2_luecke_vor_nachzahlung, when=sgb2_mit_nachzahlung)
) -> Flag:
    """The arrears would end the claim of the month in which they came; measured on the needs of the month that is assessed."""
    return summe > 0 and summe >= luecke


@rule(PERSON, cites=SGB2("§ 11 Abs. 2 und 3"), since=SINCE)
def sgb2_einmaliges_einkommen(
    betrag: Cent = of(fakt.einmalzahlung),
    nachzahlung: CentPerMonth = of(sgb2_nachzahlung),
    verteilt: Flag = of(sgb2_nachzahlung_wird_verteilt, when=sgb2_hat_nachzahlung),
    am: Day = of(fakt.einmalzahlung_am, when=EINMALIG, otherwise=1),
    stichtag: Day = of(STICHTAG),
    monate: Months = parameter("sgb2_nachzahlung_monate"),
) -> CentPerMonth:
    """In the month in which it comes whole; spread arrears in equal parts."""
    if verteilt:
        return (2 * nachzahlung + monate) // (2 * monate)
    return betrag if month_of(am) == month_of(stichtag) else 0


@rule(PERSON, cites=SGB2("§ 11, § 11b"), since=SINCE)
def sgb2_anrechenbares_einkommen(
    laufend: CentPerMonth = of(sgb2_laufendes_einkommen),
    einmalig: CentPerMonth = of(sgb2_einmaliges_einkommen, when=EINMALIG),
    uebrig: CentPerMonth = of(sgb2_absetzung_uebrig, when=EINMALIG),
) -> CentPerMonth:
    """Own income that counts, without Kindergeld; insurances that running income has not used up are taken off one-off income."""
    return laufend + max(0, einmalig - uebrig)


@rule(PERSON, cites=SGB2("§ 11b Abs. 1 S. 1 Nr. 3"), since=SINCE)
def sgb2_absetzung_fuer_kindergeld(
    uebrig: CentPerMonth = of(sgb2_absetzung_uebrig), einmalig: CentPerMonth = of(sgb2_einmaliges_einkommen, when=EINMALIG)
) -> CentPerMonth:
    """What of a parent's insurances is left for surplus Kindergeld."""
    return max(0, uebrig - einmalig)
