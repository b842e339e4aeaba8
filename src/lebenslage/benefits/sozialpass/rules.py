"""The pass: offered by the municipality, it ends with the notice, at the latest after a year. How it opens stands in `ermaessigung`."""

from lebenslage.benefits.ermaessigung.statute import GO_NRW, SINCE
from lebenslage.benefits.ermaessigung.zugang import zugang
from lebenslage.benefits.facts import ermaessigungen
from lebenslage.benefits.sozialpass.statute import parameter
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.units import Day, Flag, Months
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import LAST_DAY, STICHTAG
from lebenslage.law.inputs import greatest_of, of
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import rule

ZUGANG = zugang("sozialpass", ermaessigungen.sozialpass_nachweise, ermaessigungen.sozialpass_einkommensfaktor)


@rule(HOUSEHOLD, cites=GO_NRW("§ 8 Abs. 1"), since=SINCE)
def sozialpass_angeboten(angebot: Flag = of(ermaessigungen.sozialpass_angebot)) -> Flag:
    """The municipality offers it: a voluntary service."""
    return angebot


@rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
def sozialpass_ende(
    bescheid: Day = greatest_of(ZUGANG.bescheid_bis, where=ZUGANG.durch_bescheid, otherwise=LAST_DAY),
    stichtag: Day = of(STICHTAG),
    hoechstens: Months = parameter("sozialpass_laengste_dauer"),
) -> Day:
    """With the notice, at the latest after twelve months."""
    return min(bescheid, first_day(month_of(stichtag) + hoechstens) - 1)


SOZIALPASS = Benefit(
    id="sozialpass",
    gates=(sozialpass_angeboten, ZUGANG.berechtigt),
    amount=None,
    begins=None,
    ends=sozialpass_ende,
)
