"""Need and means of the parents: BKGG § 6a Abs. 1 Nr. 2, Abs. 5, 6 and 8.

Income counts as the average of the six months before the period (Abs. 8): the monthly facts are taken as that average.
Housing costs are those of the first month of the period, of owners the monthly average of the calendar year before: so they are asked.
"""

from lebenslage.benefits.facts.einkommen import vermoegen
from lebenslage.benefits.kinderzuschlag.kinder import kiz_aller_kinder, kiz_kinder_im_haushalt
from lebenslage.benefits.kinderzuschlag.statute import BKGG, REFORM, SINCE, parameter
from lebenslage.benefits.sgb2 import sgb2_anrechenbares_einkommen, sgb2_mehrbedarf, sgb2_regelbedarf
from lebenslage.benefits.sgb2.rules.einkommen import sgb2_unterhaltspflichten
from lebenslage.benefits.sgb2.rules.erwerb import sgb2_anrechenbarer_erwerb
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_angehoerig, sgb2_erwachsen, sgb2_erwachsene
from lebenslage.benefits.sgb2.rules.unterkunft import sgb2_koepfe, sgb2_unterkunft_und_heizung
from lebenslage.benefits.sgb2.rules.vermoegen import sgb2_vermoegensfreibetrag
from lebenslage.benefits.unterhaltsvorschuss import einkommen_vor_abzuegen
from lebenslage.kernel.fixed import CENT
from lebenslage.kernel.units import Cent, CentPerMonth, CentPerYear, Count, FixedEuroPerMonth, Flag, Percent
from lebenslage.law.inputs import count_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import CENT_HALF_UP, rule


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 Nr. 2"), since=SINCE)
def kiz_einkommen_vor_abzuegen(summe: CentPerMonth = sum_of(einkommen_vor_abzuegen, where=sgb2_erwachsen)) -> CentPerMonth:
    """The parents' income before the deductions of SGB II § 11b, without Wohngeld, Kindergeld and Kinderzuschlag."""
    return summe


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 Nr. 2"), since=SINCE)
def kiz_mindesteinkommen_erreicht(
    einkommen: CentPerMonth = of(kiz_einkommen_vor_abzuegen),
    eltern: Count = of(sgb2_erwachsene),
    paar: CentPerMonth = parameter("kiz_mindesteinkommen_paar"),
    allein: CentPerMonth = parameter("kiz_mindesteinkommen_allein"),
) -> Flag:
    """At least 900 euros, of a parent alone 600."""
    return einkommen >= (paar if eltern >= 2 else allein)


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 5 S. 4"), since=SINCE, rounding=CENT_HALF_UP)
def kiz_wohnkosten_der_eltern(
    kosten: CentPerMonth = of(sgb2_unterkunft_und_heizung),
    koepfe: Count = of(sgb2_koepfe),
    eltern: Count = of(sgb2_erwachsene),
    kinder: Count = of(kiz_kinder_im_haushalt),
    wohnbedarf: tuple[CentPerYear, ...] = parameter("kiz_wohnbedarf"),
) -> FixedEuroPerMonth:
    """The family's part of housing and heating by heads, and of it the parents' share by the 12th report: 71.23 % of a couple with two."""
    der_eltern = wohnbedarf[1] if eltern >= 2 else wohnbedarf[0]
    der_kinder = kinder * wohnbedarf[2]
    familie = CENT * kosten * min(eltern + kinder, max(koepfe, 1)) // max(koepfe, 1)
    return familie // 100 * der_eltern // (der_eltern + der_kinder) * 100


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 5"), since=SINCE)
def kiz_gesamtbedarf_der_eltern(
    regel: CentPerMonth = sum_of(sgb2_regelbedarf, where=sgb2_erwachsen),
    mehr: CentPerMonth = sum_of(sgb2_mehrbedarf, where=sgb2_erwachsen),
    wohnen: CentPerMonth = of(kiz_wohnkosten_der_eltern),
) -> CentPerMonth:
    """Standard and additional needs of the parents, and their share of housing."""
    return regel + mehr + wohnen


@rule(PERSON, cites=BKGG("§ 6a Abs. 6 S. 2"), since=SINCE)
def kiz_anderes_einkommen(
    alles: CentPerMonth = of(sgb2_anrechenbares_einkommen), erwerb: CentPerMonth = of(sgb2_anrechenbarer_erwerb)
) -> CentPerMonth:
    """A parent's income that counts, other than from work."""
    return max(0, alles - erwerb)


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 5 und 6"), since=SINCE)
def kiz_anderes_einkommen_der_eltern(
    summe: CentPerMonth = sum_of(kiz_anderes_einkommen, where=sgb2_erwachsen), unterhalt: CentPerMonth = of(sgb2_unterhaltspflichten)
) -> CentPerMonth:
    """The parents' other income, less maintenance that they pay by a title."""
    return max(0, summe - unterhalt)


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 5 und 6"), since=SINCE)
def kiz_erwerb_der_eltern(
    summe: CentPerMonth = sum_of(sgb2_anrechenbarer_erwerb, where=sgb2_erwachsen),
    anderes: CentPerMonth = sum_of(kiz_anderes_einkommen, where=sgb2_erwachsen),
    unterhalt: CentPerMonth = of(sgb2_unterhaltspflichten),
) -> CentPerMonth:
    """The parents' income from work, less maintenance that other income has not met."""
    return max(0, summe - max(0, unterhalt - anderes))


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 6 S. 1 bis 4"), since=SINCE)
def kiz_minderung(
    erwerb: CentPerMonth = of(kiz_erwerb_der_eltern),
    anderes: CentPerMonth = of(kiz_anderes_einkommen_der_eltern),
    bedarf: CentPerMonth = of(kiz_gesamtbedarf_der_eltern),
    satz: Percent = parameter("kiz_minderung_satz"),
) -> FixedEuroPerMonth:
    """45 % of what exceeds the need, as if from work; other income that exceeds it alone takes off all of that, work 45 % besides."""
    anderes_darueber = max(0, anderes - bedarf)
    erwerb_darueber = erwerb if anderes_darueber else max(0, erwerb + anderes - bedarf)
    return CENT * anderes_darueber + CENT * erwerb_darueber * satz // 100


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 5 und 6"), since=SINCE)
def kiz_nach_einkommen(
    kinder: FixedEuroPerMonth = of(kiz_aller_kinder), minderung: FixedEuroPerMonth = of(kiz_minderung)
) -> FixedEuroPerMonth:
    """The children's sum less what the parents' income takes off."""
    return max(0, kinder - minderung)


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 3 S. 5"), since=SINCE)
def kiz_vermoegensgrenze(
    mitglieder: Count = count_of(sgb2_angehoerig),
    erste: Cent = parameter("kiz_vermoegen_erste_person"),
    weitere: Cent = parameter("kiz_vermoegen_weitere_person"),
) -> Cent:
    """Above this sum assets are considerable: 40,000 euros and 15,000 for each further member."""
    return erste + weitere * max(0, mitglieder - 1)


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 3 S. 5"), since=REFORM, replaces=kiz_vermoegensgrenze)
def kiz_vermoegensgrenze_2026(
    mitglieder: Count = count_of(sgb2_angehoerig),
    nach_alter: Cent = sum_of(sgb2_vermoegensfreibetrag, where=sgb2_angehoerig),
    erste: Cent = parameter("kiz_vermoegen_erste_person"),
    weitere: Cent = parameter("kiz_vermoegen_weitere_person"),
    gilt: Flag = parameter("kiz_vermoegen_nach_alter"),
) -> Cent:
    """The same; by a switch the allowances by age of SGB II § 12 in the new text."""
    return nach_alter if gilt else erste + weitere * max(0, mitglieder - 1)


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 3 S. 5 bis 7, Abs. 6 S. 5"), since=SINCE)
def kiz_vermoegen_darueber(besitz: Cent = sum_of(vermoegen, where=sgb2_angehoerig), grenze: Cent = of(kiz_vermoegensgrenze)) -> Cent:
    """The assets of the family above that sum."""
    return max(0, besitz - grenze)


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 3 S. 6, Abs. 6 S. 5"), since=SINCE)
def kiz_vermoegen_unschaedlich(darueber: Cent = of(kiz_vermoegen_darueber), betrag: FixedEuroPerMonth = of(kiz_nach_einkommen)) -> Flag:
    """Assets above the sum are not more than a month's Kinderzuschlag; otherwise there is none for the whole period."""
    return CENT * darueber <= betrag or not darueber
