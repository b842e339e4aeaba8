"""The right as a whole: BEEG §§ 1, 4, 7 and 28."""

from lebenslage.benefits.elterngeld.hoehe import eg_betrag
from lebenslage.benefits.elterngeld.kind import (
    LETZTER_LEBENSMONAT,
    eg_eltern,
    eg_elternteil,
    eg_geboren_ab_april_2024,
    eg_geburt,
    eg_mit_recht,
    eg_will,
    elterngeld_fuer_ein_kind,
    month_of_life_begins,
)
from lebenslage.benefits.elterngeld.monate import (
    LETZTER_BASISMONAT,
    eg_als_basis,
    eg_berechtigt,
    eg_bonus_erlaubt,
    eg_monat_im_rahmen,
    eg_monate_uebrig,
    eg_zusatzmonate,
    elterngeld_gleichzeitig_erlaubt,
)
from lebenslage.benefits.elterngeld.netto import eg_netto_belegt
from lebenslage.benefits.elterngeld.statute import AB_APRIL_2025, BEEG, SINCE, parameter
from lebenslage.benefits.facts import antrag, familie
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count, Day, Flag, Months
from lebenslage.law.engine import Benefit
from lebenslage.law.inputs import any_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import rule

BACK_MONTHS = 3


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 1"), since=SINCE)
def elterngeld_gewuenscht(will: Flag = any_of(eg_will)) -> Flag:
    """A parent wants it for this month of life."""
    return will


@rule(HOUSEHOLD, cites=BEEG("§ 1 Abs. 7"), since=SINCE)
def elterngeld_aufenthalt_genuegt(recht: Flag = any_of(eg_mit_recht)) -> Flag:
    """Such a parent has a right to stay that suffices."""
    return recht


@rule(HOUSEHOLD, cites=BEEG("§ 1 Abs. 6"), since=SINCE)
def elterngeld_arbeitszeit_genuegt(berechtigt: Flag = any_of(eg_berechtigt)) -> Flag:
    """Such a parent works at most 32 hours a week."""
    return berechtigt


@rule(HOUSEHOLD, cites=BEEG("§ 1 Abs. 8 in der bis 31.3.2024 geltenden Fassung, § 28 Abs. 1a"), since=SINCE)
def eg_grenze_geburt_vor_april_2024(
    eltern: Count = of(eg_eltern),
    paar: CentPerYear = parameter("eg_einkommensgrenze_paar_geburt_vor_april_2024"),
    allein: CentPerYear = parameter("eg_einkommensgrenze_allein_geburt_vor_april_2024"),
) -> CentPerYear:
    """Births before April 2024: 300,000 euros for two, 250,000 for one."""
    return paar if eltern >= 2 else allein


@rule(HOUSEHOLD, cites=BEEG("§ 28 Abs. 1a"), since=SINCE)
def eg_geboren_vor_april_2024(ab: Flag = of(eg_geboren_ab_april_2024)) -> Flag:
    """Born before April 2024: older limits hold."""
    return not ab


@rule(HOUSEHOLD, cites=BEEG("§ 1 Abs. 8, § 28 Abs. 5"), since=SINCE)
def eg_einkommensgrenze_der_geburt(
    geboren: Day = of(eg_geburt),
    alte: CentPerYear = of(eg_grenze_geburt_vor_april_2024, when=eg_geboren_vor_april_2024),
    ab_2024: CentPerYear = parameter("eg_einkommensgrenze_geburt_ab_april_2024"),
    ab_2025: CentPerYear = parameter("eg_einkommensgrenze"),
) -> CentPerYear:
    """The limit of taxable income that holds for the day of birth."""
    if alte:
        return alte
    return ab_2025 if geboren >= AB_APRIL_2025 else ab_2024


@rule(HOUSEHOLD, cites=BEEG("§ 1 Abs. 8"), since=SINCE)
def elterngeld_unter_einkommensgrenze(
    einkommen: CentPerYear = sum_of(familie.zve_vor_geburt, where=eg_elternteil), grenze: CentPerYear = of(eg_einkommensgrenze_der_geburt)
) -> Flag:
    """The taxable income of the parents here in the last year before the birth is not above the limit."""
    return einkommen <= grenze


@rule(HOUSEHOLD, cites=BEEG("§ 4"), since=SINCE)
def elterngeld_monat_moeglich(
    im_rahmen: Flag = any_of(eg_monat_im_rahmen), uebrig: Flag = of(eg_monate_uebrig), bonus: Flag = of(eg_bonus_erlaubt)
) -> Flag:
    """Months are left, and this month of life can be drawn in the way that was chosen."""
    return im_rahmen and uebrig and bonus


@rule(HOUSEHOLD, cites=BEEG("§§ 2 bis 4b"), since=SINCE)
def elterngeld_gesamt(betraege: CentPerMonth = sum_of(eg_betrag)) -> CentPerMonth:
    """The Elterngeld of both parents for the month of life."""
    return betraege


@rule(HOUSEHOLD, cites=BEEG("§ 7 Abs. 1 S. 2, § 4 Abs. 1 S. 2"), since=SINCE)
def elterngeld_beginn(geboren: Day = of(eg_geburt), gestellt: Day = of(antrag.antragsdatum)) -> Day:
    """From the birth; of an application that comes later, for the three months of life before the one in which it arrived."""
    if gestellt <= geboren:
        return geboren
    laufend = month_of(gestellt) - (1 if gestellt < month_of_life_begins(geboren, month_of(gestellt)) else 0)
    fruehestens = laufend - BACK_MONTHS
    return geboren if fruehestens <= month_of(geboren) else month_of_life_begins(geboren, fruehestens)


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 1 S. 3 und 4"), since=SINCE)
def elterngeld_ende(geboren: Day = of(eg_geburt), basis: Flag = any_of(eg_als_basis), zusatz: Months = of(eg_zusatzmonate)) -> Day:
    """Basiselterngeld ends with the 14th month of life at the latest, ElterngeldPlus with the 32nd."""
    monate = LETZTER_BASISMONAT + zusatz if basis else LETZTER_LEBENSMONAT
    return month_of_life_begins(geboren, month_of(geboren) + monate) - 1


ELTERNGELD = Benefit(
    id="elterngeld",
    gates=(
        elterngeld_fuer_ein_kind,
        elterngeld_gewuenscht,
        elterngeld_aufenthalt_genuegt,
        elterngeld_arbeitszeit_genuegt,
        elterngeld_unter_einkommensgrenze,
        elterngeld_monat_moeglich,
        elterngeld_gleichzeitig_erlaubt,
    ),
    amount=elterngeld_gesamt,
    begins=elterngeld_beginn,
    ends=elterngeld_ende,
    each=eg_betrag,
    hints=(eg_netto_belegt,),
)
