"""Who may have the pass: a valid notice that the municipality accepts, or income up to its factor of the need."""

from lebenslage.benefits.bescheide.rules import (
    FAMILIE,
    bezieht_ausbildungsfoerderung,
    bezieht_kinderzuschlag,
    im_wohngeldbescheid,
    kinderzuschlagbescheid_bis,
    kinderzuschlagbescheid_gilt,
    nachweis_der_leistung,
    oertlicher_bescheid_gilt,
    wohngeldbescheid_bis,
    wohngeldbescheid_gilt,
)
from lebenslage.benefits.facts import ermaessigungen
from lebenslage.benefits.facts.bescheide import (
    Bescheid,
    bescheide,
    foerderung_bescheid_bis,
    weiterer_bescheid_bis,
)
from lebenslage.benefits.facts.ermaessigungen import Nachweis
from lebenslage.benefits.facts.leistungen import leistung_bis
from lebenslage.benefits.sozialpass.einkommen import ermaessigung_bedarf, ermaessigung_einkommen
from lebenslage.benefits.sozialpass.statute import GO_NRW, SINCE, parameter
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.units import CentPerMonth, Day, Flag, Months, Percent
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import LAST_DAY, STICHTAG
from lebenslage.law.inputs import any_of, greatest_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

FRUEHFOERDERUNG = bescheide.has(Bescheid.FRUEHFOERDERUNG)
BARBETRAG = bescheide.has(Bescheid.BARBETRAG_IM_HEIM)


@rule(HOUSEHOLD, cites=GO_NRW("§ 8 Abs. 1"), since=SINCE)
def sozialpass_angeboten(angebot: Flag = of(ermaessigungen.sozialpass_angebot)) -> Flag:
    """The municipality offers it: a voluntary service."""
    return angebot


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_durch_leistung(
    nachweis: Nachweis = of(nachweis_der_leistung),
    anerkannt: Nachweis = of(ermaessigungen.sozialpass_nachweise),
    familie: Flag = of(FAMILIE),
) -> Flag:
    """She holds a valid notice on a benefit for the cost of living that the municipality accepts."""
    return familie and bool(nachweis & anerkannt)


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_durch_familienleistung(
    anerkannt: Nachweis = of(ermaessigungen.sozialpass_nachweise),
    familie: Flag = of(FAMILIE),
    wohngeld: Flag = of(im_wohngeldbescheid),
    kinderzuschlag: Flag = of(bezieht_kinderzuschlag),
) -> Flag:
    """The same with a notice on Wohngeld or Kinderzuschlag."""
    durch_wohngeld = wohngeld and bool(anerkannt & Nachweis.WOHNGELD)
    return familie and (durch_wohngeld or (kinderzuschlag and bool(anerkannt & Nachweis.KINDERZUSCHLAG)))


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_durch_weitere(
    anerkannt: Nachweis = of(ermaessigungen.sozialpass_nachweise),
    familie: Flag = of(FAMILIE),
    foerderung: Flag = of(bezieht_ausbildungsfoerderung),
    weiterer: Flag = of(oertlicher_bescheid_gilt),
    frueh: Flag = of(FRUEHFOERDERUNG),
    heim: Flag = of(BARBETRAG),
) -> Flag:
    """The same with training support, early support for a child, or only a cash allowance in a home."""
    ausbildung = foerderung and bool(anerkannt & Nachweis.AUSBILDUNGSFOERDERUNG)
    kind = frueh and weiterer and bool(anerkannt & Nachweis.FRUEHFOERDERUNG)
    return familie and (ausbildung or kind or (heim and weiterer and bool(anerkannt & Nachweis.BARBETRAG_IM_HEIM)))


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_durch_bescheid(
    leistung: Flag = of(sozialpass_durch_leistung),
    familienleistung: Flag = of(sozialpass_durch_familienleistung),
    weitere: Flag = of(sozialpass_durch_weitere),
) -> Flag:
    """Any accepted notice that is valid in the month."""
    return leistung or familienleistung or weitere


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_mit_bescheid(jemand: Flag = any_of(sozialpass_durch_bescheid)) -> Flag:
    """Somebody holds such a notice."""
    return jemand


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_einkommen_zu_pruefen(
    mit_bescheid: Flag = of(sozialpass_mit_bescheid), faktor: Percent = of(ermaessigungen.sozialpass_einkommensfaktor)
) -> Flag:
    """Without a notice, where the municipality names an income limit: only then income and need are asked."""
    return faktor > 0 and not mit_bescheid


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_nach_einkommen(
    pruefen: Flag = of(sozialpass_einkommen_zu_pruefen),
    einkommen: CentPerMonth = of(ermaessigung_einkommen, when=sozialpass_einkommen_zu_pruefen),
    bedarf: CentPerMonth = of(ermaessigung_bedarf, when=sozialpass_einkommen_zu_pruefen),
    faktor: Percent = of(ermaessigungen.sozialpass_einkommensfaktor),
) -> Flag:
    """Countable income does not exceed the need times the factor; exactly the limit is enough."""
    return pruefen and einkommen * 100 <= bedarf * faktor


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_berechtigt(mit_bescheid: Flag = of(sozialpass_mit_bescheid), nach_einkommen: Flag = of(sozialpass_nach_einkommen)) -> Flag:
    """By a notice, or by income."""
    return mit_bescheid or nach_einkommen


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_ohne_leistung(leistung: Flag = of(sozialpass_durch_leistung)) -> Flag:
    """Not by a benefit for the cost of living: only then the days of other notices are asked."""
    return not leistung


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_familie_bis(
    familienleistung: Flag = of(sozialpass_durch_familienleistung, when=sozialpass_ohne_leistung),
    wohngeld: Day = of(wohngeldbescheid_bis, when=wohngeldbescheid_gilt),
    kinderzuschlag: Day = of(kinderzuschlagbescheid_bis, when=kinderzuschlagbescheid_gilt),
) -> Day:
    """The last day of the notice on Wohngeld or Kinderzuschlag that opens it; the later of both."""
    return max(wohngeld, kinderzuschlag) if familienleistung else 0


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_nur_weitere(
    ohne_leistung: Flag = of(sozialpass_ohne_leistung),
    familienleistung: Flag = of(sozialpass_durch_familienleistung, when=sozialpass_ohne_leistung),
) -> Flag:
    """Neither by a benefit for the cost of living nor by Wohngeld or Kinderzuschlag."""
    return ohne_leistung and not familienleistung


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_weitere_bis(
    weitere: Flag = of(sozialpass_durch_weitere, when=sozialpass_nur_weitere),
    foerderung: Day = of(foerderung_bescheid_bis, when=sozialpass_nur_weitere),
    weiterer: Day = of(weiterer_bescheid_bis, when=oertlicher_bescheid_gilt),
) -> Day:
    """The last day of one of the other notices that opens it; the latest."""
    return max(foerderung, weiterer) if weitere else 0


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_bescheid_bis(
    leistung: Flag = of(sozialpass_durch_leistung),
    leistung_ende: Day = of(leistung_bis, when=sozialpass_durch_leistung),
    familie: Day = of(sozialpass_familie_bis, when=sozialpass_ohne_leistung),
    weitere: Day = of(sozialpass_weitere_bis, when=sozialpass_nur_weitere),
) -> Day:
    """The last day of her notice: of the benefit for the cost of living first, else the latest of the others."""
    return leistung_ende if leistung else max(familie, weitere)


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_ende(
    bescheid: Day = greatest_of(sozialpass_bescheid_bis, where=sozialpass_durch_bescheid, otherwise=LAST_DAY),
    stichtag: Day = of(STICHTAG),
    hoechstens: Months = parameter("sozialpass_laengste_dauer"),
) -> Day:
    """With the notice, at the latest after twelve months."""
    return min(bescheid, first_day(month_of(stichtag) + hoechstens) - 1)


SOZIALPASS = Benefit(
    id="sozialpass",
    gates=(sozialpass_angeboten, sozialpass_berechtigt),
    amount=None,
    begins=None,
    ends=sozialpass_ende,
)
