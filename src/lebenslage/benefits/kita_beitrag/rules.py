"""Whether parents are freed from the fee for day-care: SGB VIII § 90 Abs. 4; KiBiz NRW § 50 Abs. 1.

The fee comes from the notice of the town: local tables are municipal facts. The income test for everybody else stands in `einkommen`.
"""

from lebenslage.benefits.bescheide.rules import (
    ELTERNTEIL,
    FAMILIE,
    bezieht_kinderzuschlag,
    im_wohngeldbescheid,
    kinderzuschlagbescheid_bis,
    kinderzuschlagbescheid_gilt,
    laufende_leistung,
    wohngeldbescheid_bis,
    wohngeldbescheid_gilt,
)
from lebenslage.benefits.facts import bildung
from lebenslage.benefits.facts.bildung import Bildungsort, Kitafreiheit, bildungsort, kitafreiheit
from lebenslage.benefits.facts.leistungen import Leistung, leistung_bis
from lebenslage.benefits.facts.personen import geburtsdatum
from lebenslage.benefits.kita_beitrag.statute import KIBIZ, SGB8, SINCE, parameter
from lebenslage.kernel.dates import age_on, first_day, month_of
from lebenslage.kernel.units import CentPerMonth, Count, Day, Flag
from lebenslage.law.facts import LAST_DAY, STICHTAG
from lebenslage.law.inputs import any_of, greatest_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

AUGUST, OKTOBER, YEAR = 7, 9, 12


@rule(PERSON, cites=SGB8("§ 22 Abs. 1, § 7 Abs. 1 Nr. 1"), since=SINCE)
def kita_alter(
    familie: Flag = of(FAMILIE),
    geboren: Day = of(geburtsdatum),
    stichtag: Day = of(STICHTAG),
    unter: Count = parameter("kita_kind_unter"),
) -> Flag:
    """A child of an age for day-care or an after-school centre."""
    return familie and age_on(geboren, stichtag) < unter


@rule(PERSON, cites=SGB8("§ 90 Abs. 1 Nr. 3"), since=SINCE)
def kita_kind(jung: Flag = of(kita_alter), ort: Bildungsort = of(bildungsort, when=kita_alter)) -> Flag:
    """A child in a day-care centre or with a childminder."""
    return jung and ort in (Bildungsort.KITA, Bildungsort.KINDERTAGESPFLEGE)


@rule(PERSON, cites=KIBIZ("§ 50 Abs. 1"), since=SINCE)
def kita_frei_im_land(
    kind: Flag = of(kita_kind),
    frei: Kitafreiheit = of(kitafreiheit),
    geboren: Day = of(geburtsdatum),
    stichtag: Day = of(STICHTAG),
    ab_jahren: Count = parameter("kita_freiheit_ab_jahren"),
    erster_oktober: Flag = parameter("kita_freiheit_geboren_am_1_oktober"),
) -> Flag:
    """Four years old by 30 September: free from the day-care year that begins that August until school. Some Laender free all years."""
    if not kind or frei == Kitafreiheit.KEINE:
        return False
    kitajahr = (month_of(stichtag) - AUGUST) // YEAR * YEAR
    maszgeblich = first_day(kitajahr + OKTOBER) - (0 if erster_oktober else 1)
    return frei == Kitafreiheit.GANZ or age_on(geboren, maszgeblich) >= ab_jahren


@rule(PERSON, cites=SGB8("§ 90 Abs. 1 Nr. 3"), since=SINCE)
def kita_beitrag_zu_pruefen(kind: Flag = of(kita_kind), frei: Flag = of(kita_frei_im_land)) -> Flag:
    """Only where the Land does not free the year, the fee is asked."""
    return kind and not frei


@rule(PERSON, cites=SGB8("§ 90 Abs. 1 Nr. 3, Abs. 3"), since=SINCE)
def kita_beitrag_des_kindes(beitrag: CentPerMonth = of(bildung.kita_beitrag, when=kita_beitrag_zu_pruefen)) -> CentPerMonth:
    """The fee that the town set for the child, by its own table."""
    return beitrag


@rule(HOUSEHOLD, cites=SGB8("§ 90 Abs. 1 Nr. 3"), since=SINCE)
def kita_beitrag_summe(kinder: CentPerMonth = sum_of(kita_beitrag_des_kindes, where=kita_beitrag_zu_pruefen)) -> CentPerMonth:
    """The fees of all children."""
    return kinder


@rule(HOUSEHOLD, cites=SGB8("§ 90 Abs. 4 S. 1"), since=SINCE)
def kita_beitrag_faellig(summe: CentPerMonth = of(kita_beitrag_summe)) -> Flag:
    """There is a fee to be freed from."""
    return summe > 0


@rule(PERSON, cites=SGB8("§ 90 Abs. 4 S. 2"), since=SINCE)
def kita_eltern_oder_kind(elternteil: Flag = of(ELTERNTEIL), kind: Flag = of(kita_beitrag_zu_pruefen)) -> Flag:
    """A parent, or a child in day-care: their benefits count."""
    return elternteil or kind


@rule(PERSON, cites=SGB8("§ 90 Abs. 4 S. 2"), since=SINCE)
def kita_grundsicherung(leistung: Leistung = of(laufende_leistung, when=kita_eltern_oder_kind)) -> Flag:
    """SGB II, SGB XII chapter 3 or 4, AsylbLG §§ 2 and 3."""
    return leistung in (
        Leistung.GRUNDSICHERUNGSGELD,
        Leistung.GRUNDSICHERUNG_IM_ALTER,
        Leistung.HILFE_ZUM_LEBENSUNTERHALT,
        Leistung.ASYLBEWERBERLEISTUNG,
    )


@rule(PERSON, cites=SGB8("§ 90 Abs. 4 S. 2"), since=SINCE)
def kita_elternleistung(
    elternteil: Flag = of(ELTERNTEIL),
    wohngeld: Flag = of(im_wohngeldbescheid, when=ELTERNTEIL),
    kinderzuschlag: Flag = of(bezieht_kinderzuschlag, when=ELTERNTEIL),
) -> Flag:
    """Kinderzuschlag or Wohngeld that the parents receive."""
    return elternteil and (wohngeld or kinderzuschlag)


@rule(PERSON, cites=SGB8("§ 90 Abs. 4 S. 2"), since=SINCE)
def kita_befreit_durch(grundsicherung: Flag = of(kita_grundsicherung), elternleistung: Flag = of(kita_elternleistung)) -> Flag:
    """A benefit of this person makes the fee unreasonable."""
    return grundsicherung or elternleistung


@rule(HOUSEHOLD, cites=SGB8("§ 90 Abs. 4 S. 2"), since=SINCE)
def kita_durch_leistung_befreit(jemand: Flag = any_of(kita_befreit_durch)) -> Flag:
    """Always unreasonable with one of these benefits: the fee is remitted on application."""
    return jemand


@rule(PERSON, cites=SGB8("§ 90 Abs. 4 S. 2"), since=SINCE)
def kita_bescheid_bis(
    grundsicherung: Day = of(leistung_bis, when=kita_grundsicherung),
    eltern: Flag = of(kita_elternleistung),
    wohngeld: Day = of(wohngeldbescheid_bis, when=wohngeldbescheid_gilt),
    kinderzuschlag: Day = of(kinderzuschlagbescheid_bis, when=kinderzuschlagbescheid_gilt),
) -> Day:
    """The last day of the notice."""
    return max(grundsicherung, wohngeld, kinderzuschlag) if eltern else grundsicherung


@rule(HOUSEHOLD, cites=SGB8("§ 90 Abs. 4 S. 2"), since=SINCE)
def kita_ende(tage: Day = greatest_of(kita_bescheid_bis, where=kita_befreit_durch, otherwise=LAST_DAY)) -> Day:
    """With the last of these notices; by income as long as it stays so."""
    return tage
