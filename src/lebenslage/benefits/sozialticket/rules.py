"""Who may have the reduced ticket: a valid notice that the municipality accepts, or income up to its factor of the need."""

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
from lebenslage.benefits.facts.ermaessigungen import LANDESWEIT, Nachweis
from lebenslage.benefits.facts.leistungen import leistung_bis
from lebenslage.benefits.sozialpass.einkommen import ermaessigung_bedarf, ermaessigung_einkommen
from lebenslage.benefits.sozialticket.statute import GO_NRW, SINCE, parameter
from lebenslage.kernel.units import CentPerMonth, Day, Flag, Percent
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import LAST_DAY
from lebenslage.law.inputs import any_of, greatest_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

FRUEHFOERDERUNG = bescheide.has(Bescheid.FRUEHFOERDERUNG)
BARBETRAG = bescheide.has(Bescheid.BARBETRAG_IM_HEIM)


@rule(HOUSEHOLD, cites=GO_NRW("§ 8 Abs. 1"), since=SINCE)
def sozialticket_angeboten(angebot: Flag = of(ermaessigungen.sozialticket_angebot)) -> Flag:
    """The municipality offers it: a voluntary service."""
    return angebot


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_durch_leistung(
    nachweis: Nachweis = of(nachweis_der_leistung),
    anerkannt: Nachweis = of(ermaessigungen.sozialticket_nachweise),
    familie: Flag = of(FAMILIE),
) -> Flag:
    """She holds a valid notice on a benefit for the cost of living that the municipality accepts."""
    return familie and bool(nachweis & anerkannt)


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_durch_familienleistung(
    anerkannt: Nachweis = of(ermaessigungen.sozialticket_nachweise),
    familie: Flag = of(FAMILIE),
    wohngeld: Flag = of(im_wohngeldbescheid),
    kinderzuschlag: Flag = of(bezieht_kinderzuschlag),
) -> Flag:
    """The same with a notice on Wohngeld or Kinderzuschlag."""
    durch_wohngeld = wohngeld and bool(anerkannt & Nachweis.WOHNGELD)
    return familie and (durch_wohngeld or (kinderzuschlag and bool(anerkannt & Nachweis.KINDERZUSCHLAG)))


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_durch_weitere(
    anerkannt: Nachweis = of(ermaessigungen.sozialticket_nachweise),
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
def sozialticket_durch_bescheid(
    leistung: Flag = of(sozialticket_durch_leistung),
    familienleistung: Flag = of(sozialticket_durch_familienleistung),
    weitere: Flag = of(sozialticket_durch_weitere),
) -> Flag:
    """Any accepted notice that is valid in the month."""
    return leistung or familienleistung or weitere


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_mit_bescheid(jemand: Flag = any_of(sozialticket_durch_bescheid)) -> Flag:
    """Somebody holds such a notice."""
    return jemand


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_einkommen_zu_pruefen(
    mit_bescheid: Flag = of(sozialticket_mit_bescheid), faktor: Percent = of(ermaessigungen.sozialticket_einkommensfaktor)
) -> Flag:
    """Without a notice, where the municipality names an income limit: only then income and need are asked."""
    return faktor > 0 and not mit_bescheid


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_nach_einkommen(
    pruefen: Flag = of(sozialticket_einkommen_zu_pruefen),
    einkommen: CentPerMonth = of(ermaessigung_einkommen, when=sozialticket_einkommen_zu_pruefen),
    bedarf: CentPerMonth = of(ermaessigung_bedarf, when=sozialticket_einkommen_zu_pruefen),
    faktor: Percent = of(ermaessigungen.sozialticket_einkommensfaktor),
) -> Flag:
    """Countable income does not exceed the need times the factor; exactly the limit is enough."""
    return pruefen and einkommen * 100 <= bedarf * faktor


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_berechtigt(
    mit_bescheid: Flag = of(sozialticket_mit_bescheid), nach_einkommen: Flag = of(sozialticket_nach_einkommen)
) -> Flag:
    """By a notice, or by income."""
    return mit_bescheid or nach_einkommen


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_ohne_leistung(leistung: Flag = of(sozialticket_durch_leistung)) -> Flag:
    """Not by a benefit for the cost of living: only then the days of other notices are asked."""
    return not leistung


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_familie_bis(
    familienleistung: Flag = of(sozialticket_durch_familienleistung, when=sozialticket_ohne_leistung),
    wohngeld: Day = of(wohngeldbescheid_bis, when=wohngeldbescheid_gilt),
    kinderzuschlag: Day = of(kinderzuschlagbescheid_bis, when=kinderzuschlagbescheid_gilt),
) -> Day:
    """The last day of the notice on Wohngeld or Kinderzuschlag that opens it; the later of both."""
    return max(wohngeld, kinderzuschlag) if familienleistung else 0


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_nur_weitere(
    ohne_leistung: Flag = of(sozialticket_ohne_leistung),
    familienleistung: Flag = of(sozialticket_durch_familienleistung, when=sozialticket_ohne_leistung),
) -> Flag:
    """Neither by a benefit for the cost of living nor by Wohngeld or Kinderzuschlag."""
    return ohne_leistung and not familienleistung


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_weitere_bis(
    weitere: Flag = of(sozialticket_durch_weitere, when=sozialticket_nur_weitere),
    foerderung: Day = of(foerderung_bescheid_bis, when=sozialticket_nur_weitere),
    weiterer: Day = of(weiterer_bescheid_bis, when=oertlicher_bescheid_gilt),
) -> Day:
    """The last day of one of the other notices that opens it; the latest."""
    return max(foerderung, weiterer) if weitere else 0


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_bescheid_bis(
    leistung: Flag = of(sozialticket_durch_leistung),
    leistung_ende: Day = of(leistung_bis, when=sozialticket_durch_leistung),
    familie: Day = of(sozialticket_familie_bis, when=sozialticket_ohne_leistung),
    weitere: Day = of(sozialticket_weitere_bis, when=sozialticket_nur_weitere),
) -> Day:
    """The last day of her notice: of the benefit for the cost of living first, else the latest of the others."""
    return leistung_ende if leistung else max(familie, weitere)


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_person(
    durch_bescheid: Flag = of(sozialticket_durch_bescheid),
    nach_einkommen: Flag = of(sozialticket_nach_einkommen),
    familie: Flag = of(FAMILIE),
) -> Flag:
    """This person may have a ticket: by her own notice, or with the household by income."""
    return durch_bescheid or (nach_einkommen and familie)


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_eigener_preis(
    preis: CentPerMonth = of(ermaessigungen.sozialticket_preis), nrw: CentPerMonth = parameter("sozialticket_preis_nrw")
) -> CentPerMonth:
    """What the ticket costs here: the town's price, or that of the Deutschlandticket sozial."""
    return nrw if preis == LANDESWEIT else preis


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_ersparnis_je_ticket(
    eigener: CentPerMonth = of(sozialticket_eigener_preis),
    normal: CentPerMonth = of(ermaessigungen.normalticket_preis),
    deutschlandticket: CentPerMonth = parameter("deutschlandticket_preis"),
) -> CentPerMonth:
    """The difference to the same ticket without reduction."""
    return max(0, (deutschlandticket if normal == LANDESWEIT else normal) - eigener)


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_ersparnis_person(
    berechtigt: Flag = of(sozialticket_person),
    gewuenscht: Flag = of(ermaessigungen.ticket_gewuenscht, when=sozialticket_person),
    ersparnis: CentPerMonth = of(sozialticket_ersparnis_je_ticket),
) -> CentPerMonth:
    """What one person saves who wants a ticket."""
    return ersparnis if berechtigt and gewuenscht else 0


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_ersparnis(alle: CentPerMonth = sum_of(sozialticket_ersparnis_person)) -> CentPerMonth:
    """What all save together."""
    return alle


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_ende(bescheid: Day = greatest_of(sozialticket_bescheid_bis, where=sozialticket_durch_bescheid, otherwise=LAST_DAY)) -> Day:
    """With the notice: the ticket ends when its proof does."""
    return bescheid


SOZIALTICKET = Benefit(
    id="sozialticket",
    gates=(sozialticket_angeboten, sozialticket_berechtigt),
    amount=sozialticket_ersparnis,
    begins=None,
    ends=sozialticket_ende,
    each=sozialticket_ersparnis_person,
)
