"""The claim under chapter 3: SGB XII §§ 18, 19 Abs. 1, 27, 27b, 39, 90 and 145; and the right as a whole. Means count jointly.

Left out: help with single tasks in the home (§ 27 Abs. 3), other rates for children with foster families (§ 27a Abs. 5), clothing in an
institution (§ 27b Abs. 4, the Land's figure), what an institution's residents save at home (§ 92), one-off needs (§ 31).
"""

from lebenslage.benefits.facts import antrag, behinderung, sozialhilfe
from lebenslage.benefits.facts.behinderung import Behindertenhilfe, Pflegegrad
from lebenslage.benefits.facts.sozialhilfe import MIT_DEM_ANTRAG, Unterkunft, unterkunft
from lebenslage.benefits.grundsicherung.rules.berechtigte import grundsicherung_berechtigt
from lebenslage.benefits.grundsicherung.rules.einsatz import (
    sgb12_bedarf,
    sgb12_einkommen,
    sgb12_fehlbetrag_1,
    sgb12_fehlbetrag_2,
    sgb12_kindergeld_angerechnet,
    sgb12_ohne_mittel_der_eltern,
    sgb12_ueberschuss_1,
    sgb12_ueberschuss_2,
    sgb12_ungedeckt,
    sgb12_von_anderen,
)
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import (
    Gemeinschaft,
    sgb12_gehoert_zu_1,
    sgb12_gehoert_zu_2,
    sgb12_gemeinschaft,
    sgb12_minderjaehrig,
)
from lebenslage.benefits.grundsicherung.rules.mehrbedarf import sgb12_schwanger
from lebenslage.benefits.grundsicherung.rules.stufe import sgb12_regelbedarfsstufe
from lebenslage.benefits.grundsicherung.rules.vermoegen import sgb12_vermoegen_unschaedlich
from lebenslage.benefits.grundsicherung.statute import share
from lebenslage.benefits.hilfe_zum_lebensunterhalt.berechtigte import hlu_berechtigt
from lebenslage.benefits.hilfe_zum_lebensunterhalt.statute import SGB12, SINCE, parameter
from lebenslage.benefits.sgb2.statute import parameter as sgb2_parameter
from lebenslage.kernel.units import CentPerMonth, Count, Day, Flag, Percent
from lebenslage.law.engine import Benefit
from lebenslage.law.inputs import any_of, count_of, number_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=SGB12("§ 27 Abs. 1, § 27b Abs. 2"), since=SINCE)
def hlu_in_einrichtung(kapitel_4: Flag = of(grundsicherung_berechtigt), wo: Unterkunft = of(unterkunft)) -> Flag:
    """In an institution under chapter 4: pocket money still comes from chapter 3."""
    return kapitel_4 and wo == Unterkunft.STATIONAERE_EINRICHTUNG


@rule(PERSON, cites=SGB12("§ 27 Abs. 1"), since=SINCE)
def hlu_moeglich(berechtigt: Flag = of(hlu_berechtigt), einrichtung: Flag = of(hlu_in_einrichtung)) -> Flag:
    """Can get something under chapter 3."""
    return berechtigt or einrichtung


@rule(HOUSEHOLD, cites=SGB12("§ 19 Abs. 1, § 27 Abs. 1"), since=SINCE)
def hlu_jemand_berechtigt(jemand: Flag = any_of(hlu_moeglich)) -> Flag:
    """Somebody here is neither under SGB II nor wholly under chapter 4."""
    return jemand


@rule(PERSON, cites=SGB12("§ 27 Abs. 2, § 90"), since=SINCE)
def hlu_trotz_vermoegen(
    moeglich: Flag = of(hlu_moeglich), unschaedlich: Flag = of(sgb12_vermoegen_unschaedlich, when=hlu_moeglich)
) -> Flag:
    """Falls under chapter 3 and the assets that count for her stay within the limit."""
    return moeglich and unschaedlich


@rule(HOUSEHOLD, cites=SGB12("§ 27 Abs. 2, § 90"), since=SINCE)
def hlu_vermoegen_reicht_nicht(jemand: Flag = any_of(hlu_trotz_vermoegen)) -> Flag:
    """The assets of at least one such person stay within the limit."""
    return jemand


@rule(HOUSEHOLD, cites=SGB12("§ 39"), since=SINCE)
def hlu_personen_1(personen_: Count = count_of(sgb12_gehoert_zu_1)) -> Count:
    """How many belong to the applicant's community."""
    return personen_


@rule(HOUSEHOLD, cites=SGB12("§ 39"), since=SINCE)
def hlu_personen_2(personen_: Count = count_of(sgb12_gehoert_zu_2)) -> Count:
    """How many belong to the community of the applicant's parents."""
    return personen_


@rule(PERSON, cites=SGB12("§ 39 S. 1"), since=SINCE)
def hlu_wohnt_mit_anderen(
    berechtigt: Flag = of(hlu_berechtigt),
    gemeinschaft: Gemeinschaft = of(sgb12_gemeinschaft),
    personen_1: Count = of(hlu_personen_1),
    personen_2: Count = of(hlu_personen_2),
    alle: Count = number_of(PERSON),
) -> Flag:
    """Falls under chapter 3 and lives with people whose means are not counted with hers."""
    eigene = personen_1 if gemeinschaft == Gemeinschaft.ANTRAGSTELLENDE else personen_2 if gemeinschaft == Gemeinschaft.ELTERN else 1
    return berechtigt and alle > eigene


@rule(PERSON, cites=SGB12("§ 39 S. 1 und 3"), since=SINCE)
def hlu_hilfe_wird_vermutet(
    mit_anderen: Flag = of(hlu_wohnt_mit_anderen),
    schwanger: Flag = of(sgb12_schwanger, when=hlu_wohnt_mit_anderen),
    grad: Pflegegrad = of(behinderung.pflegegrad, when=hlu_wohnt_mit_anderen),
    hilfe: Behindertenhilfe = of(behinderung.behindertenhilfe, when=hlu_wohnt_mit_anderen),
) -> Flag:
    """The law presumes that the others help; not with a pregnancy, or where they care for somebody with a disability or need of care."""
    return mit_anderen and not schwanger and grad == Pflegegrad.KEINER and not hilfe & Behindertenhilfe.EINGLIEDERUNGSHILFE


@rule(PERSON, cites=SGB12("§ 27, § 39"), since=SINCE)
def hlu_laufend(
    berechtigt: Flag = of(hlu_berechtigt),
    trotz_vermoegen: Flag = of(hlu_trotz_vermoegen),
    ungedeckt: CentPerMonth = of(sgb12_ungedeckt, when=hlu_trotz_vermoegen),
    hilfe: CentPerMonth = of(sozialhilfe.unterstuetzung_im_haushalt, when=hlu_hilfe_wird_vermutet),
) -> CentPerMonth:
    """What income and the help of people in the home leave uncovered. What they give is asked; the office weighs what can be expected."""
    return max(0, ungedeckt - hilfe) if berechtigt and trotz_vermoegen else 0


@rule(PERSON, cites=SGB12("§ 27b Abs. 2 und 3"), since=SINCE)
def hlu_bekommt_barbetrag(
    trotz_vermoegen: Flag = of(hlu_trotz_vermoegen), jung: Flag = of(sgb12_minderjaehrig), wo: Unterkunft = of(unterkunft)
) -> Flag:
    """A grown-up in an institution."""
    return trotz_vermoegen and not jung and wo == Unterkunft.STATIONAERE_EINRICHTUNG


@rule(PERSON, cites=SGB12("§ 27b Abs. 2 und 3"), since=SINCE)
def hlu_barbetrag(
    gesamt: CentPerMonth = of(sgb12_bedarf, when=hlu_bekommt_barbetrag),
    einkommen: CentPerMonth = of(sgb12_einkommen, when=hlu_bekommt_barbetrag),
    von_anderen: CentPerMonth = of(sgb12_von_anderen, when=hlu_bekommt_barbetrag),
    bekommt: Flag = of(hlu_bekommt_barbetrag),
    stufen: tuple[CentPerMonth, ...] = sgb2_parameter("sgb2_regelbedarfsstufen"),
    satz: Percent = parameter("hlu_barbetrag_satz"),
) -> CentPerMonth:
    """Pocket money in an institution, at least 27 % of stage 1, less income that is left after all other needs."""
    return max(0, share(stufen[0], satz) - max(0, einkommen + von_anderen - gesamt)) if bekommt else 0


@rule(PERSON, cites=SGB12("§ 145 Abs. 1"), since=SINCE)
def hlu_jung_und_berechtigt(
    berechtigt: Flag = of(hlu_berechtigt), trotz: Flag = of(hlu_trotz_vermoegen), jung: Flag = of(sgb12_minderjaehrig)
) -> Flag:
    """A minor under chapter 3."""
    return berechtigt and trotz and jung


@rule(PERSON, cites=SGB12("§ 27 Abs. 2 S. 3, § 145 Abs. 1 S. 2 Nr. 2"), since=SINCE)
def hlu_rest_der_eltern(
    ohne: Flag = of(sgb12_ohne_mittel_der_eltern),
    ueberschuss_1: CentPerMonth = of(sgb12_ueberschuss_1, when=sgb12_gehoert_zu_1),
    fehlbetrag_1: CentPerMonth = of(sgb12_fehlbetrag_1, when=sgb12_gehoert_zu_1),
    ueberschuss_2: CentPerMonth = of(sgb12_ueberschuss_2, when=sgb12_gehoert_zu_2),
    fehlbetrag_2: CentPerMonth = of(sgb12_fehlbetrag_2, when=sgb12_gehoert_zu_2),
) -> CentPerMonth:
    """What the parents still have when every need of the community is covered: it would stand in for Kindergeld."""
    return 0 if ohne else max(0, ueberschuss_1 + ueberschuss_2 - fehlbetrag_1 - fehlbetrag_2)


@rule(PERSON, cites=SGB12("§ 145 Abs. 1"), since=SINCE)
def hlu_sofortzuschlag(
    jung: Flag = of(hlu_jung_und_berechtigt),
    laufend: CentPerMonth = of(hlu_laufend, when=hlu_jung_und_berechtigt),
    stufe: Count = of(sgb12_regelbedarfsstufe, when=hlu_jung_und_berechtigt),
    gesamt: CentPerMonth = of(sgb12_bedarf, when=hlu_jung_und_berechtigt),
    einkommen: CentPerMonth = of(sgb12_einkommen, when=hlu_jung_und_berechtigt),
    kindergeld: CentPerMonth = of(sgb12_kindergeld_angerechnet, when=hlu_jung_und_berechtigt),
    rest: CentPerMonth = of(hlu_rest_der_eltern, when=hlu_jung_und_berechtigt),
    betrag: CentPerMonth = parameter("hlu_sofortzuschlag_betrag"),
) -> CentPerMonth:
    """For a minor with a claim, or without one only because of Kindergeld, which her parents could not replace.

    With a claim to education benefits alone: see these.
    """
    nur_wegen_kindergeld = kindergeld > rest and einkommen - kindergeld < gesamt
    return betrag if jung and stufe >= 4 and (laufend > 0 or nur_wegen_kindergeld) else 0


@rule(PERSON, cites=SGB12("§ 27, § 27b, § 145"), since=SINCE)
def hlu_der_person(
    laufend: CentPerMonth = of(hlu_laufend), bar: CentPerMonth = of(hlu_barbetrag), zuschlag: CentPerMonth = of(hlu_sofortzuschlag)
) -> CentPerMonth:
    """The monthly payment for one person."""
    return laufend + bar + zuschlag


@rule(HOUSEHOLD, cites=SGB12("§ 27 Abs. 1"), since=SINCE)
def hlu_betrag(summe: CentPerMonth = sum_of(hlu_der_person)) -> CentPerMonth:
    """All who live here together."""
    return summe


@rule(HOUSEHOLD, cites=SGB12("§ 19 Abs. 1, § 27 Abs. 1"), since=SINCE)
def hlu_einkommen_reicht_nicht(betrag: CentPerMonth = of(hlu_betrag)) -> Flag:
    """Own means, and what partner, parents and people in the home give, leave a need."""
    return betrag > 0


@rule(HOUSEHOLD, cites=SGB12("§ 39"), since=SINCE)
def hlu_ohne_vermutung(jemand: Flag = any_of(hlu_hilfe_wird_vermutet)) -> Flag:
    """Nobody is presumed to get help from people in the home."""
    return not jemand


@rule(HOUSEHOLD, cites=SGB12("§ 18 Abs. 1"), since=SINCE)
def hlu_beginn(bekannt: Day = of(sozialhilfe.not_bekannt_am), gestellt: Day = of(antrag.antragsdatum)) -> Day:
    """The day on which the office learns of the need; no application is needed, one makes it known."""
    return gestellt if bekannt == MIT_DEM_ANTRAG else min(bekannt, gestellt)


HILFE_ZUM_LEBENSUNTERHALT = Benefit(
    id="hilfe_zum_lebensunterhalt",
    gates=(hlu_jemand_berechtigt, hlu_vermoegen_reicht_nicht, hlu_einkommen_reicht_nicht),
    amount=hlu_betrag,
    begins=hlu_beginn,
    hints=(hlu_ohne_vermutung,),
    each=hlu_der_person,
)
