"""A notice stays effective until it is taken back or its time is over (SGB X § 39 Abs. 2): nothing behind it is calculated again.

What is asked as `leistung` is read from there; `bescheide` holds the rest. A notice valid on one day of a month serves for it.
"""

from lebenslage.benefits.bescheide.statute import SGB10, SINCE
from lebenslage.benefits.facts import antrag
from lebenslage.benefits.facts.antrag import NEVER
from lebenslage.benefits.facts.behinderung import Behindertenhilfe, behindertenhilfe
from lebenslage.benefits.facts.bescheide import (
    AUSBILDUNGSFOERDERUNG,
    WEITERE,
    Bescheid,
    bescheide,
    foerderung_bescheid_ab,
    foerderung_bescheid_bis,
    kinderzuschlag_bescheid_ab,
    kinderzuschlag_bescheid_bis,
    weiterer_bescheid_ab,
    weiterer_bescheid_bis,
    wohngeld_bescheid_ab,
    wohngeld_bescheid_bis,
)
from lebenslage.benefits.facts.ermaessigungen import Nachweis
from lebenslage.benefits.facts.familie import kinderzuschlag_laeuft_bis
from lebenslage.benefits.facts.leistungen import BEZIEHT, Leistung, Stand, leistung, leistung_ab, leistung_bis, leistung_stand
from lebenslage.benefits.facts.personen import Verhaeltnis, verhaeltnis
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.units import Day, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

KEIN_NACHWEIS = Nachweis(0)
HAT_WOHNGELD = bescheide.has(Bescheid.WOHNGELD)
HAT_KINDERZUSCHLAG = bescheide.has(Bescheid.KINDERZUSCHLAG)
HAT_FOERDERUNG = bescheide.has(AUSBILDUNGSFOERDERUNG)
HAT_WEITERE = bescheide.has(WEITERE)
HAT_OERTLICHE = bescheide.has(Bescheid.FRUEHFOERDERUNG | Bescheid.BARBETRAG_IM_HEIM)
HAT_PFLEGE_ODER_BLINDENHILFE = behindertenhilfe.has(Behindertenhilfe.HILFE_ZUR_PFLEGE | Behindertenhilfe.BLINDENHILFE)
FAMILIE = verhaeltnis.among(*(one for one in Verhaeltnis if one is not Verhaeltnis.MITBEWOHNEND))
ELTERNTEIL = verhaeltnis.among(Verhaeltnis.ANTRAGSTELLEND, Verhaeltnis.EHEGATTE, Verhaeltnis.PARTNER)


def im_monat(ab: Day, bis: Day, stichtag: Day) -> Flag:
    """A notice from one day to another is valid on one day of the month: that is enough."""
    return month_of(ab) <= month_of(stichtag) <= month_of(bis)


@rule(PERSON, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def leistung_bewilligt(stand: Stand = of(leistung_stand)) -> Flag:
    """The benefit is granted, be it as a loan; an application alone gives nothing to show."""
    return stand in (Stand.BEWILLIGT, Stand.NUR_DARLEHEN)


@rule(PERSON, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def laufende_leistung(
    art: Leistung = of(leistung),
    bewilligt: Flag = of(leistung_bewilligt, when=BEZIEHT),
    ab: Day = of(leistung_ab, when=BEZIEHT),
    bis: Day = of(leistung_bis, when=BEZIEHT),
    stichtag: Day = of(STICHTAG),
) -> Leistung:
    """The benefit for the cost of living that she holds a valid notice of."""
    return art if bewilligt and im_monat(ab, bis, stichtag) else Leistung.KEINE


@rule(HOUSEHOLD, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def wohngeldbescheid_vorhanden(jemand: Flag = any_of(HAT_WOHNGELD)) -> Flag:
    """Somebody holds a Wohngeld notice."""
    return jemand


@rule(HOUSEHOLD, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def wohngeldbescheid_zu_datieren(
    vorhanden: Flag = of(wohngeldbescheid_vorhanden), laufend: Day = of(antrag.laufender_bescheid_bis), stichtag: Day = of(STICHTAG)
) -> Flag:
    """No running notice is known from the application for Wohngeld: only then the days of the notice are asked."""
    return vorhanden and laufend < stichtag


@rule(HOUSEHOLD, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def wohngeldbescheid_bis(
    zu_datieren: Flag = of(wohngeldbescheid_zu_datieren),
    laufend: Day = of(antrag.laufender_bescheid_bis),
    gesagt: Day = of(wohngeld_bescheid_bis, when=wohngeldbescheid_zu_datieren),
) -> Day:
    """The last day of the Wohngeld notice."""
    return gesagt if zu_datieren else laufend


@rule(HOUSEHOLD, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def wohngeldbescheid_ab(
    zu_datieren: Flag = of(wohngeldbescheid_zu_datieren),
    laufend: Day = of(antrag.laufender_bescheid_ab),
    gesagt: Day = of(wohngeld_bescheid_ab, when=wohngeldbescheid_zu_datieren),
) -> Day:
    """The first day of the Wohngeld notice. Where of a running one only the end is told, it has begun."""
    if zu_datieren:
        return gesagt
    return 1 if laufend == NEVER else laufend


@rule(HOUSEHOLD, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def wohngeldbescheid_gilt(
    vorhanden: Flag = of(wohngeldbescheid_vorhanden),
    ab: Day = of(wohngeldbescheid_ab, when=wohngeldbescheid_vorhanden),
    bis: Day = of(wohngeldbescheid_bis, when=wohngeldbescheid_vorhanden),
    stichtag: Day = of(STICHTAG),
) -> Flag:
    """A Wohngeld notice is valid in the month."""
    return vorhanden and im_monat(ab, bis, stichtag)


@rule(HOUSEHOLD, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def kinderzuschlagbescheid_vorhanden(jemand: Flag = any_of(HAT_KINDERZUSCHLAG)) -> Flag:
    """Somebody holds a Kinderzuschlag notice."""
    return jemand


@rule(HOUSEHOLD, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def kinderzuschlagbescheid_zu_datieren(
    vorhanden: Flag = of(kinderzuschlagbescheid_vorhanden), laufend: Day = of(kinderzuschlag_laeuft_bis), stichtag: Day = of(STICHTAG)
) -> Flag:
    """No running notice is known from the application for Kinderzuschlag: only then the days of the notice are asked."""
    return vorhanden and laufend < stichtag


@rule(HOUSEHOLD, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def kinderzuschlagbescheid_bis(
    zu_datieren: Flag = of(kinderzuschlagbescheid_zu_datieren),
    laufend: Day = of(kinderzuschlag_laeuft_bis),
    gesagt: Day = of(kinderzuschlag_bescheid_bis, when=kinderzuschlagbescheid_zu_datieren),
) -> Day:
    """The last day of the Kinderzuschlag notice."""
    return gesagt if zu_datieren else laufend


@rule(HOUSEHOLD, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def kinderzuschlagbescheid_gilt(
    vorhanden: Flag = of(kinderzuschlagbescheid_vorhanden),
    ab: Day = of(kinderzuschlag_bescheid_ab, when=kinderzuschlagbescheid_zu_datieren, otherwise=1),
    bis: Day = of(kinderzuschlagbescheid_bis, when=kinderzuschlagbescheid_vorhanden),
    stichtag: Day = of(STICHTAG),
) -> Flag:
    """A Kinderzuschlag notice is valid in the month."""
    return vorhanden and im_monat(ab, bis, stichtag)


@rule(PERSON, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def im_wohngeldbescheid(genannt: Flag = of(HAT_WOHNGELD), gilt: Flag = of(wohngeldbescheid_gilt)) -> Flag:
    """She counts in a Wohngeld notice that is valid."""
    return genannt and gilt


@rule(PERSON, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def bezieht_kinderzuschlag(genannt: Flag = of(HAT_KINDERZUSCHLAG), gilt: Flag = of(kinderzuschlagbescheid_gilt)) -> Flag:
    """She draws Kinderzuschlag, or it is drawn for her."""
    return genannt and gilt


@rule(PERSON, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def bezieht_ausbildungsfoerderung(
    genannt: Flag = of(HAT_FOERDERUNG),
    ab: Day = of(foerderung_bescheid_ab, when=HAT_FOERDERUNG, otherwise=1),
    bis: Day = of(foerderung_bescheid_bis, when=HAT_FOERDERUNG, otherwise=1),
    stichtag: Day = of(STICHTAG),
) -> Flag:
    """She holds a valid notice on training support."""
    return genannt and im_monat(ab, bis, stichtag)


@rule(PERSON, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def weiterer_bescheid_vorhanden(genannt: Flag = of(HAT_WEITERE), pflege: Flag = of(HAT_PFLEGE_ODER_BLINDENHILFE)) -> Flag:
    """She holds one of the further notices, or draws Hilfe zur Pflege or Blindenhilfe (asked as `behindertenhilfe`)."""
    return genannt or pflege


@rule(PERSON, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def weiterer_bescheid_gilt(
    vorhanden: Flag = of(weiterer_bescheid_vorhanden),
    ab: Day = of(weiterer_bescheid_ab, when=weiterer_bescheid_vorhanden, otherwise=1),
    bis: Day = of(weiterer_bescheid_bis, when=weiterer_bescheid_vorhanden, otherwise=1),
    stichtag: Day = of(STICHTAG),
) -> Flag:
    """It is valid in the month. Of several with different days those of the longest are asked."""
    return vorhanden and im_monat(ab, bis, stichtag)


@rule(PERSON, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def oertlicher_bescheid_gilt(genannt: Flag = of(HAT_OERTLICHE), gilt: Flag = of(weiterer_bescheid_gilt, when=HAT_OERTLICHE)) -> Flag:
    """Of the further notices those that only a municipality knows as a ground: early support, a cash allowance in a home."""
    return genannt and gilt


@rule(PERSON, cites=SGB10("§ 39 Abs. 2"), since=SINCE)
def nachweis_der_leistung(art: Leistung = of(laufende_leistung)) -> Nachweis:
    """The benefit for the cost of living as municipalities list it."""
    if art == Leistung.GRUNDSICHERUNGSGELD:
        return Nachweis.GRUNDSICHERUNGSGELD
    if art == Leistung.GRUNDSICHERUNG_IM_ALTER:
        return Nachweis.GRUNDSICHERUNG_IM_ALTER
    if art == Leistung.HILFE_ZUM_LEBENSUNTERHALT:
        return Nachweis.HILFE_ZUM_LEBENSUNTERHALT
    if art == Leistung.ASYLBEWERBERLEISTUNG:
        return Nachweis.ASYLBEWERBERLEISTUNG
    if art == Leistung.JUGENDHILFE:
        return Nachweis.JUGENDHILFE
    return Nachweis.SOZIALE_ENTSCHAEDIGUNG if art == Leistung.SOZIALE_ENTSCHAEDIGUNG else KEIN_NACHWEIS
