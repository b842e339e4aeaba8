"""The right as a whole: UhVorschG §§ 1, 4 and 9."""

from lebenslage.benefits.facts import antrag, familie, personen
from lebenslage.benefits.unterhaltsvorschuss.hoehe import uvg_betrag
from lebenslage.benefits.unterhaltsvorschuss.kind import (
    uvg_kind,
    uvg_kind_bei_einem_elternteil,
    uvg_kind_mit_aufenthalt,
    uvg_nicht_ausgeschlossen,
)
from lebenslage.benefits.unterhaltsvorschuss.statute import SINCE, UHVORSCHG
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.units import CentPerMonth, Day, Flag
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import LAST_DAY
from lebenslage.law.inputs import any_of, greatest_of, least_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 1 Abs. 1 Nr. 1, Abs. 1a"), since=SINCE)
def uvg_fuer_ein_kind(kind: Flag = any_of(uvg_kind)) -> Flag:
    """There is a child under 18."""
    return kind


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 1 Abs. 1 Nr. 2, Abs. 3"), since=SINCE)
def uvg_ein_elternteil(kind: Flag = any_of(uvg_kind_bei_einem_elternteil)) -> Flag:
    """A child lives with one parent, who lives in no marriage."""
    return kind


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 1 Abs. 2a"), since=SINCE)
def uvg_aufenthalt_genuegt(kind: Flag = any_of(uvg_kind_mit_aufenthalt)) -> Flag:
    """The right to stay of such a child or of its parent suffices."""
    return kind


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 1 Abs. 3 und 4"), since=SINCE)
def uvg_ohne_ausschluss(kind: Flag = any_of(uvg_nicht_ausgeschlossen)) -> Flag:
    """Nothing shuts such a child out."""
    return kind


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 9 Abs. 3"), since=SINCE)
def uvg_gesamt(betraege: CentPerMonth = sum_of(uvg_betrag)) -> CentPerMonth:
    """The advance for all children."""
    return betraege


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 1 Abs. 1 Nr. 3, Abs. 1a, § 2"), since=SINCE)
def uvg_etwas_bleibt(betrag: CentPerMonth = of(uvg_gesamt)) -> Flag:
    """After Kindergeld, maintenance and income of the child something is left to pay."""
    return betrag > 0


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1a"), since=SINCE)
def uvg_bis(geboren: Day = of(personen.geburtsdatum)) -> Day:
    """The eve of the 18th birthday."""
    monat = month_of(geboren - 1)
    return min(first_day(monat + 18 * 12) + (geboren - 1 - first_day(monat)), first_day(monat + 18 * 12 + 1) - 1)


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 4"), since=SINCE)
def uvg_beginn(
    gestellt: Day = of(antrag.antragsdatum),
    bemueht: Flag = of(familie.um_unterhalt_bemueht),
    geboren: Day = greatest_of(personen.geburtsdatum, where=uvg_nicht_ausgeschlossen),
) -> Day:
    """From the month of the application; one month before it if the other parent was asked for maintenance. Not before the birth."""
    anfang = first_day(month_of(gestellt) - (1 if bemueht else 0))
    return max(anfang, geboren)


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 3"), since=SINCE)
def uvg_ende(bis: Day = least_of(uvg_bis, where=uvg_nicht_ausgeschlossen, otherwise=LAST_DAY)) -> Day:
    """As long as the conditions hold, at most until the first child is 18; the amount changes at 6 and 12."""
    return bis


UNTERHALTSVORSCHUSS = Benefit(
    id="unterhaltsvorschuss",
    gates=(uvg_fuer_ein_kind, uvg_ein_elternteil, uvg_aufenthalt_genuegt, uvg_ohne_ausschluss, uvg_etwas_bleibt),
    amount=uvg_gesamt,
    begins=uvg_beginn,
    ends=uvg_ende,
    each=uvg_betrag,
    best_known=False,
)
