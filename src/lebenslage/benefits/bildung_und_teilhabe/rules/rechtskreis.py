"""Which of the four circles decides for a person: BKGG § 6b, SGB II § 28, SGB XII § 34, AsylbLG § 3 Abs. 4."""

from enum import IntEnum

from lebenslage.benefits.bescheide.rules import ELTERNTEIL, FAMILIE, bezieht_kinderzuschlag, im_wohngeldbescheid, laufende_leistung
from lebenslage.benefits.bildung_und_teilhabe.statute import ASYLBLG, BKGG, SGB2, SINCE, parameter
from lebenslage.benefits.facts.leistungen import Leistung
from lebenslage.benefits.facts.personen import geburtsdatum, kindergeld
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.units import Count, Day, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


class Rechtskreis(IntEnum):
    """The statute that carries education and participation for a person."""

    KEINER = 0
    BKGG = 1
    SGB2 = 2
    SGB12 = 3
    ASYLBLG = 4


@rule(PERSON, cites=SGB2("§ 28 Abs. 1 S. 2"), since=SINCE)
def but_unter_25(
    geboren: Day = of(geburtsdatum), stichtag: Day = of(STICHTAG), grenze: Count = parameter("but_altersgrenze_bildung")
) -> Flag:
    """Has not completed the 25th year of life on the first of the month."""
    return age_on(geboren, stichtag) < grenze


@rule(PERSON, cites=BKGG("§ 6b Abs. 1 S. 1 Nr. 1"), since=SINCE)
def but_kind_im_haushalt(familie: Flag = of(FAMILIE), elternteil: Flag = of(ELTERNTEIL), jung: Flag = of(but_unter_25)) -> Flag:
    """A child who lives with the claimant. Who applies for herself is none; Kindergeld paid out to her (S. 3) is left out."""
    return familie and jung and not elternteil


@rule(PERSON, cites=BKGG("§ 6b Abs. 1 S. 1"), since=SINCE)
def but_mit_kindergeld(kind: Flag = of(but_kind_im_haushalt), gezahlt: Flag = of(kindergeld, when=but_kind_im_haushalt)) -> Flag:
    """A child for whom there is Kindergeld. Disabled children beyond 25 need school costs no more (Abs. 2 S. 2)."""
    return kind and gezahlt


@rule(PERSON, cites=BKGG("§ 6b Abs. 1 S. 1 Nr. 2, S. 2"), since=SINCE)
def but_elternteil_im_wohngeld(
    elternteil: Flag = of(ELTERNTEIL),
    wohngeld: Flag = of(im_wohngeldbescheid, when=ELTERNTEIL),
    leistung: Leistung = of(laufende_leistung, when=ELTERNTEIL),
) -> Flag:
    """A parent counts in the Wohngeld notice too (Nr. 2), or draws SGB II or XII while the child counts in it (S. 2)."""
    grundsicherung = leistung in (Leistung.GRUNDSICHERUNGSGELD, Leistung.GRUNDSICHERUNG_IM_ALTER, Leistung.HILFE_ZUM_LEBENSUNTERHALT)
    return elternteil and (wohngeld or grundsicherung)


@rule(HOUSEHOLD, cites=BKGG("§ 6b Abs. 1 S. 1 Nr. 2, S. 2"), since=SINCE)
def but_wohngeld_der_eltern(eltern: Flag = any_of(but_elternteil_im_wohngeld)) -> Flag:
    """One of the parents is in that position."""
    return eltern


@rule(HOUSEHOLD, cites=BKGG("§ 6b Abs. 1 S. 1 Nr. 1"), since=SINCE)
def but_kinderzuschlag_im_haushalt(jemand: Flag = any_of(bezieht_kinderzuschlag)) -> Flag:
    """Kinderzuschlag is drawn for one child of the household: enough for all children with Kindergeld."""
    return jemand


@rule(PERSON, cites=BKGG("§ 6b Abs. 1"), since=SINCE)
def but_nach_bkgg(
    kind: Flag = of(but_mit_kindergeld),
    kinderzuschlag: Flag = of(but_kinderzuschlag_im_haushalt),
    wohngeld: Flag = of(im_wohngeldbescheid),
    eltern: Flag = of(but_wohngeld_der_eltern, when=im_wohngeldbescheid),
) -> Flag:
    """Kinderzuschlag or Wohngeld opens the right. Kindergeld paid out to others (S. 3) changes only the payee."""
    return kind and (kinderzuschlag or (wohngeld and eltern))


@rule(PERSON, cites=SGB2("§ 19 Abs. 2"), since=SINCE)
def but_rechtskreis(
    familie: Flag = of(FAMILIE), bkgg: Flag = of(but_nach_bkgg), leistung: Leistung = of(laufende_leistung, when=FAMILIE)
) -> Rechtskreis:
    """BKGG before SGB II (S. 2), and before social assistance; SGB XII ch. 4 before SGB II (S. 1). Then what the notice in hand says.

    Left out: a right to these needs alone, where income covers the rest (SGB II § 7 Abs. 2 S. 3, § 19 Abs. 3 S. 3; SGB XII § 34a
    Abs. 1 S. 2) - the office finds it by the whole calculation and then gives a notice; SGB XIV § 93.
    """
    if not familie:
        return Rechtskreis.KEINER
    if bkgg:
        return Rechtskreis.BKGG
    if leistung == Leistung.GRUNDSICHERUNGSGELD:
        return Rechtskreis.SGB2
    if leistung in (Leistung.GRUNDSICHERUNG_IM_ALTER, Leistung.HILFE_ZUM_LEBENSUNTERHALT):
        return Rechtskreis.SGB12
    return Rechtskreis.ASYLBLG if leistung == Leistung.ASYLBEWERBERLEISTUNG else Rechtskreis.KEINER


@rule(PERSON, cites=ASYLBLG("§ 3 Abs. 4"), since=SINCE)
def but_ueber_rechtskreis(kreis: Rechtskreis = of(but_rechtskreis)) -> Flag:
    """One of the four circles carries her."""
    return kreis != Rechtskreis.KEINER


@rule(HOUSEHOLD, cites=SGB2("§ 19 Abs. 2"), since=SINCE)
def but_rechtskreis_offen(jemand: Flag = any_of(but_ueber_rechtskreis)) -> Flag:
    """A notice on Grundsicherungsgeld, social assistance, AsylbLG, Kinderzuschlag or Wohngeld opens the right for somebody."""
    return jemand
