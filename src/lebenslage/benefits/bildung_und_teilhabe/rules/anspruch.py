"""Whether there is a right, until when, and the right as a whole: SGB II §§ 28 and 29, BKGG § 6b, SGB XII § 34, AsylbLG § 3 Abs. 4."""

from lebenslage.benefits.bescheide.rules import (
    kinderzuschlagbescheid_bis,
    kinderzuschlagbescheid_gilt,
    wohngeldbescheid_bis,
    wohngeldbescheid_gilt,
)
from lebenslage.benefits.bildung_und_teilhabe.rules.bedarfe import but_person
from lebenslage.benefits.bildung_und_teilhabe.rules.lernende import but_berechtigt
from lebenslage.benefits.bildung_und_teilhabe.rules.rechtskreis import Rechtskreis, but_rechtskreis, but_rechtskreis_offen
from lebenslage.benefits.bildung_und_teilhabe.statute import SGB2, SGB12, SINCE
from lebenslage.benefits.facts.leistungen import leistung_bis
from lebenslage.kernel.units import Cent, Day, Flag
from lebenslage.law.engine import Benefit
from lebenslage.law.inputs import any_of, greatest_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=SGB2("§ 28 Abs. 1"), since=SINCE)
def but_jemand_berechtigt(jemand: Flag = any_of(but_berechtigt)) -> Flag:
    """A pupil, a child in day-care or somebody under 18 lives on one of these benefits."""
    return jemand


@rule(HOUSEHOLD, cites=SGB2("§ 28 Abs. 2 bis 7"), since=SINCE)
def but_betrag(personen: Cent = sum_of(but_person, where=but_berechtigt)) -> Cent:
    """What falls into this month for all. Paid as voucher, to the provider or in money as the municipality chooses (§ 29)."""
    return personen


@rule(PERSON, cites=SGB12("§ 34a Abs. 1 S. 1"), since=SINCE)
def but_bescheid_bis(
    kreis: Rechtskreis = of(but_rechtskreis),
    leistung: Day = of(leistung_bis, when=but_berechtigt),
    wohngeld: Day = of(wohngeldbescheid_bis, when=wohngeldbescheid_gilt),
    kinderzuschlag: Day = of(kinderzuschlagbescheid_bis, when=kinderzuschlagbescheid_gilt),
) -> Day:
    """The last day of the notice that carries the right of a person."""
    if kreis == Rechtskreis.BKGG:
        return max(wohngeld, kinderzuschlag)
    return leistung


@rule(HOUSEHOLD, cites=SGB2("§ 29 Abs. 4 Nr. 1"), since=SINCE)
def but_ende(tage: Day = greatest_of(but_bescheid_bis, where=but_berechtigt, otherwise=1)) -> Day:
    """The right ends with the last of these notices."""
    return tage


BILDUNG_UND_TEILHABE = Benefit(
    id="bildung_und_teilhabe",
    gates=(but_rechtskreis_offen, but_jemand_berechtigt),
    amount=but_betrag,
    begins=None,
    ends=but_ende,
    each=but_person,
)
