"""The reduced ticket: whom it is for, what it costs and saves. How it opens stands in `ermaessigung`."""

from lebenslage.benefits.bescheide.rules import FAMILIE
from lebenslage.benefits.ermaessigung.statute import GO_NRW, SINCE
from lebenslage.benefits.ermaessigung.zugang import zugang
from lebenslage.benefits.facts import ermaessigungen
from lebenslage.benefits.facts.ermaessigungen import LANDESWEIT
from lebenslage.benefits.sozialticket.statute import parameter
from lebenslage.kernel.units import CentPerMonth, Day, Flag
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import LAST_DAY
from lebenslage.law.inputs import greatest_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

ZUGANG = zugang("sozialticket", ermaessigungen.sozialticket_nachweise, ermaessigungen.sozialticket_einkommensfaktor)


@rule(HOUSEHOLD, cites=GO_NRW("§ 8 Abs. 1"), since=SINCE)
def sozialticket_angeboten(angebot: Flag = of(ermaessigungen.sozialticket_angebot)) -> Flag:
    """The municipality offers it: a voluntary service."""
    return angebot


@rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialticket_person(
    durch_bescheid: Flag = of(ZUGANG.durch_bescheid),
    nach_einkommen: Flag = of(ZUGANG.nach_einkommen),
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
def sozialticket_ende(bescheid: Day = greatest_of(ZUGANG.bescheid_bis, where=ZUGANG.durch_bescheid, otherwise=LAST_DAY)) -> Day:
    """With the notice: the ticket ends when its proof does."""
    return bescheid


SOZIALTICKET = Benefit(
    id="sozialticket",
    gates=(sozialticket_angeboten, ZUGANG.berechtigt),
    amount=sozialticket_ersparnis,
    begins=None,
    ends=sozialticket_ende,
    each=sozialticket_ersparnis_person,
)
