"""Who gets the Kindergeld, from when to when: EStG §§ 62, 66, 70; and the right as a whole."""

from lebenslage.benefits.facts import antrag, personen
from lebenslage.benefits.facts.personen import Verhaeltnis, verhaeltnis
from lebenslage.benefits.kindergeld.aufenthalt import kindergeld_trotz_aufenthalt
from lebenslage.benefits.kindergeld.kinder import kindergeld_betrag, kindergeld_bis, kindergeld_kind
from lebenslage.benefits.kindergeld.statute import ESTG, SINCE
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.units import CentPerMonth, Day, Flag
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import LAST_DAY
from lebenslage.law.inputs import any_of, least_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

BACK_MONTHS = 6
ANTRAGSTELLEND = verhaeltnis.among(Verhaeltnis.ANTRAGSTELLEND)


@rule(PERSON, cites=ESTG("§ 62"), since=SINCE)
def kindergeld_person_berechtigt(
    art: Verhaeltnis = of(verhaeltnis), recht: Flag = of(kindergeld_trotz_aufenthalt, when=ANTRAGSTELLEND)
) -> Flag:
    """The applicant lives here with a right to stay that suffices. Claims from abroad (§ 62 Abs. 1 Nr. 2) are for the office."""
    return art == Verhaeltnis.ANTRAGSTELLEND and recht


@rule(HOUSEHOLD, cites=ESTG("§ 63"), since=SINCE)
def kindergeld_fuer_ein_kind(kind: Flag = any_of(kindergeld_kind)) -> Flag:
    """There is a child that counts."""
    return kind


@rule(HOUSEHOLD, cites=ESTG("§ 62"), since=SINCE)
def kindergeld_berechtigt(person: Flag = any_of(kindergeld_person_berechtigt)) -> Flag:
    """The applicant can get it."""
    return person


@rule(HOUSEHOLD, cites=ESTG("§ 66 Abs. 1"), since=SINCE)
def kindergeld_gesamt(betraege: CentPerMonth = sum_of(kindergeld_betrag)) -> CentPerMonth:
    """The Kindergeld of all children."""
    return betraege


@rule(HOUSEHOLD, cites=ESTG("§ 66 Abs. 2, § 70 Abs. 1 S. 2"), since=SINCE)
def kindergeld_beginn(
    gestellt: Day = of(antrag.antragsdatum), geboren: Day = least_of(personen.geburtsdatum, where=kindergeld_kind)
) -> Day:
    """Paid for at most six months before the month of the application, and not before the month of the first birth."""
    return first_day(max(month_of(gestellt) - BACK_MONTHS, month_of(geboren)))


@rule(HOUSEHOLD, cites=ESTG("§ 66 Abs. 2"), since=SINCE)
def kindergeld_ende(bis: Day = least_of(kindergeld_bis, where=kindergeld_kind, otherwise=LAST_DAY)) -> Day:
    """Until the first child completes the age that holds for it: then the sum changes."""
    return bis


KINDERGELD = Benefit(
    id="kindergeld",
    gates=(kindergeld_fuer_ein_kind, kindergeld_berechtigt),
    amount=kindergeld_gesamt,
    begins=kindergeld_beginn,
    ends=kindergeld_ende,
    each=kindergeld_betrag,
)
