"""When Wohngeld begins and ends: WoGG §§ 22 Abs. 4 and 25."""

from lebenslage.benefits.facts import antrag
from lebenslage.benefits.facts.antrag import NEVER
from lebenslage.benefits.wohngeld.statute import SINCE, WOGG, parameter
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.units import Day, Flag, Months
from lebenslage.law.inputs import of
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=WOGG("§ 22 Abs. 4"), since=SINCE)
def antragszeitpunkt(gestellt: Day = of(antrag.antragsdatum), laufend_bis: Day = of(antrag.laufender_bescheid_bis)) -> Day:
    """The day whose circumstances count. A renewal filed too early counts as filed on the first of the second month before the end."""
    return max(gestellt, first_day(month_of(laufend_bis) - 1)) if laufend_bis > 1 else gestellt


@rule(HOUSEHOLD, cites=WOGG("§ 25 Abs. 1 und 2"), since=SINCE)
def regelbeginn(
    gestellt: Day = of(antrag.antragsdatum),
    voraussetzungen: Day = of(antrag.voraussetzungen_ab),
    laufend_bis: Day = of(antrag.laufender_bescheid_bis),
) -> Day:
    """The first of the month of the application, or of the later month in which the conditions are met; after a running period."""
    fruehestens = max(month_of(gestellt), month_of(voraussetzungen))
    if laufend_bis > 1:
        fruehestens = max(fruehestens, month_of(laufend_bis) + 1)
    return first_day(fruehestens)


@rule(HOUSEHOLD, cites=WOGG("§ 25 Abs. 3 und 4"), since=SINCE)
def nach_ablehnung(abgelehnt_ab: Day = of(antrag.ablehnung_ab)) -> Flag:
    """A benefit that excludes from Wohngeld was refused, or the exclusion counts as never having happened."""
    return abgelehnt_ab != NEVER


@rule(HOUSEHOLD, cites=WOGG("§ 25 Abs. 3 und 4"), since=SINCE)
def beginn_nach_ablehnung(
    regel: Day = of(regelbeginn),
    gestellt: Day = of(antrag.antragsdatum),
    abgelehnt_ab: Day = of(antrag.ablehnung_ab),
    bekannt: Day = of(antrag.ablehnung_bekannt_am, when=nach_ablehnung, otherwise=1),
    unwirksam_ab: Day = of(antrag.bescheid_unwirksam_ab),
) -> Day:
    """Back to the month of the refusal if the application came before the end of the month after learning of it.

    Where a Wohngeld notice had become void (§ 28 Abs. 3), not before the month in which it did.
    """
    if abgelehnt_ab == NEVER or month_of(gestellt) > month_of(bekannt) + 1:
        return regel
    rueckwirkend = month_of(abgelehnt_ab)
    if unwirksam_ab != NEVER:
        rueckwirkend = max(rueckwirkend, month_of(unwirksam_ab))
    return min(regel, first_day(rueckwirkend))


@rule(HOUSEHOLD, cites=WOGG("§ 25 Abs. 5, § 27 Abs. 1 S. 2"), since=SINCE)
def nach_mieterhoehung(erhoeht_ab: Day = of(antrag.mieterhoehung_ab)) -> Flag:
    """The rent was raised for the past."""
    return erhoeht_ab != NEVER


@rule(HOUSEHOLD, cites=WOGG("§ 25 Abs. 5, § 27 Abs. 1 S. 2"), since=SINCE)
def beginn(
    vorher: Day = of(beginn_nach_ablehnung),
    gestellt: Day = of(antrag.antragsdatum),
    erhoeht_ab: Day = of(antrag.mieterhoehung_ab),
    bekannt: Day = of(antrag.mieterhoehung_bekannt_am, when=nach_mieterhoehung, otherwise=1),
    laufend_ab: Day = of(antrag.laufender_bescheid_ab),
) -> Day:
    """Back to the month of the higher rent if filed before the end of the month after learning of it, not before the running period."""
    if erhoeht_ab == NEVER or month_of(gestellt) > month_of(bekannt) + 1:
        return vorher
    rueckwirkend = month_of(erhoeht_ab)
    if laufend_ab != NEVER:
        rueckwirkend = max(rueckwirkend, month_of(laufend_ab))
    return min(vorher, first_day(rueckwirkend))


@rule(HOUSEHOLD, cites=WOGG("§ 25 Abs. 1"), since=SINCE)
def ende(anfang: Day = of(beginn), dauer: Months = of(antrag.dauer_monate), hoechstens: Months = parameter("laengster_zeitraum")) -> Day:
    """Twelve months as a rule; the office may shorten, split, or extend to 24 where nothing is expected to change."""
    return first_day(month_of(anfang) + min(max(dauer, 1), hoechstens)) - 1
