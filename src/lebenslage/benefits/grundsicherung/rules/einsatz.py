"""Need against means, each for herself and then for each other: SGB XII §§ 19 Abs. 4, 27 Abs. 2, 32, 43 and 82 Abs. 7.

Everybody covers her own need first; what an adult of a community has beyond it goes to the others in proportion to what they lack.
Contributions to health and care insurance that she pays herself count whole as need (§ 32): lower income or higher need, the sum is one.
"""

from lebenslage.benefits.facts import bedarf, personen, sozialhilfe
from lebenslage.benefits.facts import einkommen as fakt
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.benefits.grundsicherung.rules.einkommen import (
    sgb12_einkommen_aus_leistung,
    sgb12_einkommen_ehrenamt,
    sgb12_einkommen_elterngeld,
    sgb12_einkommen_erwerb,
    sgb12_einkommen_kapital,
    sgb12_einkommen_renten,
    sgb12_einkommen_sonstiges,
)
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import (
    Gemeinschaft,
    sgb12_gehoert_zu_1,
    sgb12_gehoert_zu_2,
    sgb12_gemeinschaft,
    sgb12_leitet,
    sgb12_minderjaehrig,
)
from lebenslage.benefits.grundsicherung.rules.mehrbedarf import sgb12_mehrbedarf, sgb12_schwanger
from lebenslage.benefits.grundsicherung.rules.stufe import sgb12_regelbedarf
from lebenslage.benefits.grundsicherung.rules.unterkunft import sgb12_unterkunft
from lebenslage.benefits.grundsicherung.statute import SGB12, SINCE, parameter, split
from lebenslage.benefits.kindergeld import kindergeld_erhalten
from lebenslage.benefits.kindergeld.statute import parameter as kindergeld_parameter
from lebenslage.benefits.sgb2.rules.berechtigung import sgb2_kann_berechtigt_sein
from lebenslage.benefits.sgb2.rules.einmalig import sgb2_anrechenbares_einkommen
from lebenslage.benefits.sgb2.rules.lebensbedarf import sgb2_bedarf
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.units import Cent, CentPerMonth, Day, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

IST_KIND = personen.verhaeltnis.among(Verhaeltnis.KIND)


@rule(PERSON, cites=SGB12("§ 27a Abs. 1, § 32, § 42, § 43a Abs. 1"), since=SINCE)
def sgb12_bedarf(
    regelbedarf: CentPerMonth = of(sgb12_regelbedarf),
    mehrbedarf: CentPerMonth = of(sgb12_mehrbedarf),
    unterkunft: CentPerMonth = of(sgb12_unterkunft),
    beitrag: CentPerMonth = of(sozialhilfe.beitrag_kranken_pflege),
) -> CentPerMonth:
    """The whole need of a month, without the needs for education."""
    return regelbedarf + mehrbedarf + unterkunft + beitrag


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 und 2"), since=SINCE)
def sgb12_laufendes_einkommen(
    erwerb: CentPerMonth = of(sgb12_einkommen_erwerb),
    renten: CentPerMonth = of(sgb12_einkommen_renten),
    kapital: CentPerMonth = of(sgb12_einkommen_kapital),
    elterngeld: CentPerMonth = of(sgb12_einkommen_elterngeld),
    ehrenamt: CentPerMonth = of(sgb12_einkommen_ehrenamt),
    sonstiges: CentPerMonth = of(sgb12_einkommen_sonstiges),
    bezogen: CentPerMonth = of(sgb12_einkommen_aus_leistung),
    gesetzlich: CentPerMonth = of(bedarf.gesetzliche_versicherungen),
    angemessen: CentPerMonth = of(sozialhilfe.angemessene_versicherungen),
    riester: CentPerMonth = of(bedarf.riester_beitrag),
) -> CentPerMonth:
    """Income of the month less compulsory and adequate insurance and supported pension saving; without Kindergeld and one-off payments."""
    summe = erwerb + renten + kapital + elterngeld + ehrenamt + sonstiges + bezogen
    return max(0, summe - gesetzlich - angemessen - riester)


@rule(PERSON, cites=SGB12("§ 82 Abs. 7"), since=SINCE)
def sgb12_einmaliges_einkommen(
    betrag: Cent = of(fakt.einmalzahlung),
    zufluss: Day = of(fakt.einmalzahlung_am),
    nachzahlung: Flag = of(bedarf.einmalzahlung_nachzahlung),
    stichtag: Day = of(STICHTAG),
    gesamt: CentPerMonth = of(sgb12_bedarf),
    laufend: CentPerMonth = of(sgb12_laufendes_einkommen),
) -> CentPerMonth:
    """A one-off payment counts in its month; one for the past that would end the claim, a sixth in that month and the five after it.

    Inheritances are no income and are asked as assets. A shorter time in a justified case (S. 3) is for the office.
    """
    seither = month_of(stichtag) - month_of(zufluss)
    if nachzahlung and laufend + betrag >= gesamt:
        return (betrag + 3) // 6 if 0 <= seither < 6 else 0
    return betrag if seither == 0 else 0


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 S. 5"), since=SINCE)
def sgb12_verwandt_und_minderjaehrig(art: Verhaeltnis = of(personen.verhaeltnis), jung: Flag = of(sgb12_minderjaehrig)) -> Flag:
    """A minor who is no child of the applicant but her grandchild, brother or sister, niece or nephew."""
    return jung and art == Verhaeltnis.VERWANDT


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 S. 5"), since=SINCE)
def sgb12_kindergeld(
    als_kind: CentPerMonth = of(kindergeld_erhalten),
    verwandt: Flag = of(sgb12_verwandt_und_minderjaehrig),
    bezug: Flag = of(personen.kindergeld, when=sgb12_verwandt_und_minderjaehrig),
    satz: CentPerMonth = kindergeld_parameter("kindergeld_satz"),
) -> CentPerMonth:
    """Kindergeld paid for this person, whoever gets it; for a minor relative too."""
    return satz if verwandt and bezug else als_kind


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 S. 5"), since=SINCE)
def sgb12_erwachsen_mit_kindergeld(kindergeld: CentPerMonth = of(sgb12_kindergeld), jung: Flag = of(sgb12_minderjaehrig)) -> Flag:
    """Grown up, with Kindergeld paid for her: only then it matters whether it is passed on to her."""
    return kindergeld > 0 and not jung


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 S. 5"), since=SINCE)
def sgb12_kindergeld_angerechnet(
    kindergeld: CentPerMonth = of(sgb12_kindergeld),
    jung: Flag = of(sgb12_minderjaehrig),
    weiter: Flag = of(sozialhilfe.kindergeld_weitergeleitet, when=sgb12_erwachsen_mit_kindergeld),
    gesamt: CentPerMonth = of(sgb12_bedarf, when=sgb12_minderjaehrig),
    laufend: CentPerMonth = of(sgb12_laufendes_einkommen, when=sgb12_minderjaehrig),
) -> CentPerMonth:
    """Kindergeld is the minor child's income as far as the child needs it; a grown-up child's only where it is passed on to her."""
    if not jung:
        return kindergeld if weiter else 0
    return min(kindergeld, max(0, gesamt - laufend))


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 S. 5"), since=SINCE)
def sgb12_kindergeld_uebrig(
    kindergeld: CentPerMonth = of(sgb12_kindergeld), angerechnet: CentPerMonth = of(sgb12_kindergeld_angerechnet)
) -> CentPerMonth:
    """Kindergeld that the child does not need, or that stays with the parent: income of the parent who gets it."""
    return kindergeld - angerechnet


@rule(HOUSEHOLD, cites=SGB12("§ 82 Abs. 1 S. 5"), since=SINCE)
def sgb12_kindergeld_der_antragstellenden(uebrig: CentPerMonth = sum_of(sgb12_kindergeld_uebrig, where=IST_KIND)) -> CentPerMonth:
    """For all children together; the applicant is taken to be the one who gets it."""
    return uebrig


@rule(PERSON, cites=SGB12("§ 43 Abs. 1, § 82"), since=SINCE)
def sgb12_einkommen(
    art: Verhaeltnis = of(personen.verhaeltnis),
    laufend: CentPerMonth = of(sgb12_laufendes_einkommen),
    einmalig: CentPerMonth = of(sgb12_einmaliges_einkommen),
    eigenes_kindergeld: CentPerMonth = of(sgb12_kindergeld_angerechnet),
    der_kinder: CentPerMonth = of(sgb12_kindergeld_der_antragstellenden, when=personen.verhaeltnis.among(Verhaeltnis.ANTRAGSTELLEND)),
) -> CentPerMonth:
    """The income that a person has to use."""
    return laufend + einmalig + eigenes_kindergeld + (der_kinder if art == Verhaeltnis.ANTRAGSTELLEND else 0)


@rule(PERSON, cites=SGB12("§ 19 Abs. 1 und 2"), since=SINCE)
def sgb12_fehlbetrag(gesamt: CentPerMonth = of(sgb12_bedarf), einkommen: CentPerMonth = of(sgb12_einkommen)) -> CentPerMonth:
    """What her own income leaves uncovered."""
    return max(0, gesamt - einkommen)


@rule(PERSON, cites=SGB12("§ 43 Abs. 1 S. 2"), since=SINCE)
def sgb12_lesart_sgb2(leitet: Flag = of(sgb12_leitet), schalter: Flag = parameter("sgb12_partner_nach_sgb2")) -> Flag:
    """A reading for mixed couples: a partner under SGB II gives what SGB II finds too much. The statute says § 27a; so switched off."""
    return leitet and schalter


@rule(PERSON, cites=SGB12("§ 43 Abs. 1 S. 2"), since=SINCE)
def sgb12_nach_sgb2_gemessen(
    lesart: Flag = of(sgb12_lesart_sgb2), sgb2: Flag = of(sgb2_kann_berechtigt_sein, when=sgb12_lesart_sgb2)
) -> Flag:
    """Under SGB II, where that reading holds."""
    return lesart and sgb2


@rule(PERSON, cites=SGB12("§ 27 Abs. 2, § 43 Abs. 1 S. 2"), since=SINCE)
def sgb12_ueberschuss(
    leitet: Flag = of(sgb12_leitet),
    gesamt: CentPerMonth = of(sgb12_bedarf),
    einkommen: CentPerMonth = of(sgb12_einkommen),
    sgb2: Flag = of(sgb12_nach_sgb2_gemessen),
    bedarf_sgb2: CentPerMonth = of(sgb2_bedarf, when=sgb12_nach_sgb2_gemessen),
    einkommen_sgb2: CentPerMonth = of(sgb2_anrechenbares_einkommen, when=sgb12_nach_sgb2_gemessen),
) -> CentPerMonth:
    """What an adult of a community has beyond her own need. A child's surplus stays with the child."""
    if not leitet:
        return 0
    return max(0, einkommen_sgb2 - bedarf_sgb2) if sgb2 else max(0, einkommen - gesamt)


@rule(HOUSEHOLD, cites=SGB12("§ 27 Abs. 2, § 43 Abs. 1 S. 2"), since=SINCE)
def sgb12_ueberschuss_1(summe: CentPerMonth = sum_of(sgb12_ueberschuss, where=sgb12_gehoert_zu_1)) -> CentPerMonth:
    """What the adults of the applicant's community have beyond their needs."""
    return summe


@rule(HOUSEHOLD, cites=SGB12("§ 27 Abs. 2, § 43 Abs. 1 S. 2"), since=SINCE)
def sgb12_fehlbetrag_1(summe: CentPerMonth = sum_of(sgb12_fehlbetrag, where=sgb12_gehoert_zu_1)) -> CentPerMonth:
    """What the applicant's community lacks, in whatever law each of them is."""
    return summe


@rule(HOUSEHOLD, cites=SGB12("§ 27 Abs. 2, § 43 Abs. 1 S. 2"), since=SINCE)
def sgb12_ueberschuss_2(summe: CentPerMonth = sum_of(sgb12_ueberschuss, where=sgb12_gehoert_zu_2)) -> CentPerMonth:
    """What the applicant's parents have beyond their needs."""
    return summe


@rule(HOUSEHOLD, cites=SGB12("§ 27 Abs. 2, § 43 Abs. 1 S. 2"), since=SINCE)
def sgb12_fehlbetrag_2(summe: CentPerMonth = sum_of(sgb12_fehlbetrag, where=sgb12_gehoert_zu_2)) -> CentPerMonth:
    """What the community of the applicant's parents lacks."""
    return summe


@rule(PERSON, cites=SGB12("§ 19 Abs. 4"), since=SINCE)
def sgb12_ohne_mittel_der_eltern(jung: Flag = of(sgb12_minderjaehrig), schwanger: Flag = of(sgb12_schwanger)) -> Flag:
    """A pregnant minor: her parents' means are not counted. Bringing up a child under six in the parents' home is for the office."""
    return jung and schwanger


@rule(PERSON, cites=SGB12("§ 27 Abs. 2, § 43 Abs. 1 S. 2"), since=SINCE)
def sgb12_von_anderen(
    gemeinschaft: Gemeinschaft = of(sgb12_gemeinschaft),
    fehlt: CentPerMonth = of(sgb12_fehlbetrag),
    ohne: Flag = of(sgb12_ohne_mittel_der_eltern),
    ueberschuss_1: CentPerMonth = of(sgb12_ueberschuss_1, when=sgb12_gehoert_zu_1),
    fehlbetrag_1: CentPerMonth = of(sgb12_fehlbetrag_1, when=sgb12_gehoert_zu_1),
    ueberschuss_2: CentPerMonth = of(sgb12_ueberschuss_2, when=sgb12_gehoert_zu_2),
    fehlbetrag_2: CentPerMonth = of(sgb12_fehlbetrag_2, when=sgb12_gehoert_zu_2),
) -> CentPerMonth:
    """Her share of what partner or parents have beyond their own needs, in proportion to what each lacks."""
    if gemeinschaft == Gemeinschaft.KEINE or ohne:
        return 0
    ueberschuss = ueberschuss_1 + ueberschuss_2
    alle = fehlbetrag_1 + fehlbetrag_2
    return split(min(ueberschuss, alle), fehlt, alle)


@rule(PERSON, cites=SGB12("§ 43a Abs. 2"), since=SINCE)
def sgb12_ungedeckt(fehlt: CentPerMonth = of(sgb12_fehlbetrag), von_anderen: CentPerMonth = of(sgb12_von_anderen)) -> CentPerMonth:
    """What nobody's income covers."""
    return max(0, fehlt - von_anderen)
