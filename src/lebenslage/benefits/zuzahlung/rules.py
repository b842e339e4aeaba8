"""Up to which sum a household pays co-payments in a calendar year: SGB V § 62.

Left out: relatives in the insurance of farmers (10 % of the Bezugsgroesse each), receipts that are no income for this purpose beyond those
never asked here (Abs. 2 S. 4), the full limit for chronically ill people who missed check-ups (Abs. 1 S. 3), a change within the year.
"""

from lebenslage.benefits.bescheide.rules import laufende_leistung
from lebenslage.benefits.facts import einkommen, ermaessigungen, personen
from lebenslage.benefits.facts.leistungen import Leistung
from lebenslage.benefits.facts.personen import Verhaeltnis, verhaeltnis
from lebenslage.benefits.nettoeinkommen import erwerbseinkommen_brutto
from lebenslage.benefits.sgb2.statute import parameter as sgb2_parameter
from lebenslage.benefits.zuzahlung.statute import SGB5, SINCE, parameter
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.units import Cent, CentPerMonth, CentPerYear, Count, Day, Flag, Percent
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, count_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

ANTRAGSTELLEND = verhaeltnis.among(Verhaeltnis.ANTRAGSTELLEND)
EHEGATTE = verhaeltnis.among(Verhaeltnis.EHEGATTE)
KIND = verhaeltnis.among(Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND)
MONTHS = 12


@rule(PERSON, cites=SGB5("§ 62 Abs. 1 S. 1"), since=SINCE)
def zuzahlung_person_versichert(gesetzlich: Flag = of(ermaessigungen.gesetzlich_versichert, when=ANTRAGSTELLEND)) -> Flag:
    """The applicant is insured by a statutory health insurer."""
    return gesetzlich


@rule(HOUSEHOLD, cites=SGB5("§ 62 Abs. 1 S. 1"), since=SINCE)
def zuzahlung_versichert(jemand: Flag = any_of(zuzahlung_person_versichert)) -> Flag:
    """There is a statutory health insurer that can free the household."""
    return jemand


@rule(PERSON, cites=SGB5("§ 62 Abs. 2 S. 1"), since=SINCE)
def zuzahlung_kind_volljaehrig(
    kind: Flag = of(KIND),
    geboren: Day = of(personen.geburtsdatum),
    stichtag: Day = of(STICHTAG),
    ab: Count = parameter("zuzahlung_ab_jahren"),
) -> Flag:
    """A grown child: counts only where it is insured with the family."""
    return kind and age_on(geboren, stichtag) >= ab


@rule(PERSON, cites=SGB5("§ 62 Abs. 2 S. 1"), since=SINCE)
def zuzahlung_kind(
    kind: Flag = of(KIND),
    volljaehrig: Flag = of(zuzahlung_kind_volljaehrig, when=KIND),
    mitversichert: Flag = of(ermaessigungen.familienversichert, when=zuzahlung_kind_volljaehrig),
) -> Flag:
    """A child under 18, or insured with the family (§ 10)."""
    return kind and (mitversichert or not volljaehrig)


@rule(PERSON, cites=SGB5("§ 62 Abs. 2 S. 1"), since=SINCE)
def zuzahlung_ehegatte(gatte: Flag = of(EHEGATTE), getrennt: Flag = of(personen.getrennt_lebend, when=EHEGATTE)) -> Flag:
    """The spouse in the common household; an unmarried partner does not count."""
    return gatte and not getrennt


@rule(PERSON, cites=SGB5("§ 62 Abs. 2 S. 1"), since=SINCE)
def zuzahlung_mitgezaehlt(selbst: Flag = of(ANTRAGSTELLEND), gatte: Flag = of(zuzahlung_ehegatte), kind: Flag = of(zuzahlung_kind)) -> Flag:
    """Whose income and co-payments are added up."""
    return selbst or gatte or kind


@rule(PERSON, cites=SGB5("§ 62 Abs. 2 S. 5 und 6"), since=SINCE)
def zuzahlung_empfaenger(leistung: Leistung = of(laufende_leistung, when=zuzahlung_mitgezaehlt)) -> Flag:
    """SGB II, SGB XII, subsistence of SGB XIV, and those for whom the insurer is paid under § 264, above all AsylbLG."""
    return leistung in (
        Leistung.GRUNDSICHERUNGSGELD,
        Leistung.GRUNDSICHERUNG_IM_ALTER,
        Leistung.HILFE_ZUM_LEBENSUNTERHALT,
        Leistung.SOZIALE_ENTSCHAEDIGUNG,
        Leistung.ASYLBEWERBERLEISTUNG,
    )


@rule(HOUSEHOLD, cites=SGB5("§ 62 Abs. 2 S. 5 und 6"), since=SINCE)
def zuzahlung_pauschal(jemand: Flag = any_of(zuzahlung_empfaenger)) -> Flag:
    """Instead of the income only the highest standard rate counts, once for the whole community."""
    return jemand


@rule(HOUSEHOLD, cites=SGB5("§ 62 Abs. 2 S. 1"), since=SINCE)
def zuzahlung_nach_einkommen(pauschal: Flag = of(zuzahlung_pauschal)) -> Flag:
    """The income counts: only then it is asked."""
    return not pauschal


@rule(PERSON, cites=SGB5("§ 62 Abs. 2 S. 1"), since=SINCE)
def zuzahlung_person_nach_einkommen(zaehlt: Flag = of(zuzahlung_mitgezaehlt), einkommen_: Flag = of(zuzahlung_nach_einkommen)) -> Flag:
    """The income of this person counts."""
    return zaehlt and einkommen_


@rule(PERSON, cites=SGB5("§ 62 Abs. 1 S. 2"), since=SINCE)
def zuzahlung_laufende_einnahmen(
    erwerb: CentPerMonth = of(erwerbseinkommen_brutto, when=zuzahlung_person_nach_einkommen),
    rente: CentPerMonth = of(einkommen.rente, when=zuzahlung_person_nach_einkommen),
    andere_rente: CentPerMonth = of(einkommen.andere_rente, when=zuzahlung_person_nach_einkommen),
    versorgung: CentPerMonth = of(einkommen.versorgungsbezuege, when=zuzahlung_person_nach_einkommen),
    unfallrente: CentPerMonth = of(einkommen.unfallrente, when=zuzahlung_person_nach_einkommen),
    lohnersatz: CentPerMonth = of(einkommen.lohnersatz, when=zuzahlung_person_nach_einkommen),
    unterhalt: CentPerMonth = of(einkommen.unterhalt, when=zuzahlung_person_nach_einkommen),
    ehegattenunterhalt: CentPerMonth = of(einkommen.ehegattenunterhalt, when=zuzahlung_person_nach_einkommen),
) -> CentPerMonth:
    """Gross receipts a month. Kindergeld, Wohngeld and Elterngeld are not asked: how far Elterngeld counts is for the insurer."""
    return erwerb + rente + andere_rente + versorgung + unfallrente + lohnersatz + unterhalt + ehegattenunterhalt


@rule(PERSON, cites=SGB5("§ 62 Abs. 1 S. 2"), since=SINCE)
def zuzahlung_einnahmen(
    laufend: CentPerMonth = of(zuzahlung_laufende_einnahmen),
    sonderzahlungen: CentPerYear = of(einkommen.sonderzahlungen, when=zuzahlung_person_nach_einkommen),
    kapital: CentPerYear = of(einkommen.kapitalertraege, when=zuzahlung_person_nach_einkommen),
    vermietung: CentPerYear = of(einkommen.ueberschuss_vermietung, when=zuzahlung_person_nach_einkommen),
) -> CentPerYear:
    """Gross receipts a year."""
    return laufend * MONTHS + sonderzahlungen + kapital + max(vermietung, 0)


@rule(HOUSEHOLD, cites=SGB5("§ 62 Abs. 2 S. 2 und 3"), since=SINCE)
def zuzahlung_freibetraege(
    gatten: Count = count_of(zuzahlung_ehegatte),
    kinder: Count = count_of(zuzahlung_kind),
    bezugsgroesse: CentPerYear = parameter("zuzahlung_bezugsgroesse"),
    anteil: Percent = parameter("zuzahlung_anteil_angehoeriger"),
    je_kind: CentPerYear = parameter("zuzahlung_kinderfreibetrag"),
    immer_doppelt: Flag = parameter("zuzahlung_kinderfreibetrag_immer_doppelt"),
) -> CentPerYear:
    """15 % of the Bezugsgroesse for the spouse; for each child the tax allowances instead, doubled for spouses."""
    fach = 2 if immer_doppelt or gatten else 1
    return bezugsgroesse * anteil // 100 * gatten + je_kind * fach * kinder


@rule(HOUSEHOLD, cites=SGB5("§ 62 Abs. 2"), since=SINCE)
def zuzahlung_bemessung(
    pauschal: Flag = of(zuzahlung_pauschal),
    einnahmen: CentPerYear = sum_of(zuzahlung_einnahmen, where=zuzahlung_mitgezaehlt),
    freibetraege: CentPerYear = of(zuzahlung_freibetraege, when=zuzahlung_nach_einkommen),
    stufen: tuple[CentPerMonth, ...] = sgb2_parameter("sgb2_regelbedarfsstufen"),
) -> CentPerYear:
    """What the limit is taken from: twelve standard rates for recipients, else the income less the allowances."""
    return stufen[0] * MONTHS if pauschal else max(0, einnahmen - freibetraege)


@rule(PERSON, cites=SGB5("§ 62 Abs. 1 S. 2"), since=SINCE)
def zuzahlung_person_chronisch(krank: Flag = of(ermaessigungen.chronisch_krank, when=zuzahlung_mitgezaehlt)) -> Flag:
    """In lasting treatment for the same serious illness."""
    return krank


@rule(HOUSEHOLD, cites=SGB5("§ 62 Abs. 1 S. 2"), since=SINCE)
def zuzahlung_chronisch(jemand: Flag = any_of(zuzahlung_person_chronisch)) -> Flag:
    """One chronically ill member halves the limit for the household."""
    return jemand


@rule(HOUSEHOLD, cites=SGB5("§ 62 Abs. 1 S. 2"), since=SINCE)
def zuzahlung_belastungsgrenze(
    bemessung: CentPerYear = of(zuzahlung_bemessung),
    chronisch: Flag = of(zuzahlung_chronisch),
    anteil: Percent = parameter("zuzahlung_anteil"),
    anteil_chronisch: Percent = parameter("zuzahlung_anteil_chronisch"),
) -> CentPerYear:
    """2 % or 1 %. The statute orders no rounding: parts of a cent fall away, in favour of the insured."""
    return bemessung * (anteil_chronisch if chronisch else anteil) // 100


@rule(HOUSEHOLD, cites=SGB5("§ 62 Abs. 1 S. 1"), since=SINCE)
def zuzahlung_grenze_erreicht(
    geleistet: Cent = of(ermaessigungen.zuzahlungen), grenze: CentPerYear = of(zuzahlung_belastungsgrenze)
) -> Flag:
    """By its receipts (§ 61 S. 4) the household has paid up to its limit: the insurer certifies that nothing more is due this year."""
    return geleistet >= grenze


@rule(HOUSEHOLD, cites=SGB5("§ 62 Abs. 1 S. 1"), since=SINCE)
def zuzahlung_erstattung(
    geleistet: Cent = of(ermaessigungen.zuzahlungen), grenze: CentPerYear = of(zuzahlung_belastungsgrenze)
) -> CentPerYear:
    """What was paid beyond the limit comes back."""
    return max(0, geleistet - grenze)


ZUZAHLUNG = Benefit(
    id="zuzahlung",
    gates=(zuzahlung_versichert, zuzahlung_grenze_erreicht),
    amount=zuzahlung_erstattung,
    begins=None,
    ends=None,
)
