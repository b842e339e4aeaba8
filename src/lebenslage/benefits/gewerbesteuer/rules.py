"""The trade tax of a year: GewStG §§ 11, 14, 16 and 19.

It is a charge, modelled like a right so that it is explained and verified like one: `yes` means that tax is due, the amount is what the
household pays. Nobody is asked for it: the trade is a fact that is assumed not to be there, so no household has this outcome unasked.
The yield is given after additions and cuts (§§ 8 and 9) and after losses of earlier years (§ 10a): the tax office finds it.
Left out: the split between several municipalities (§§ 28 to 34), and what EStG § 35 takes off the income tax.
"""

from lebenslage.benefits.facts import gewerbe
from lebenslage.benefits.facts.gewerbe import Rechtsform
from lebenslage.benefits.facts.land import Land, land
from lebenslage.benefits.gewerbesteuer.statute import GEWSTG, SINCE, parameter
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.fixed import multiplied
from lebenslage.kernel.units import Cent, CentPerYear, Count, Day, Fixed, Flag, Percent
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import of
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=GEWSTG("§ 2 Abs. 1 S. 1 und 2"), since=SINCE)
def stehendes_gewerbe(ort: Land = of(land), betrieben: Flag = of(gewerbe.gewerbe_betrieben)) -> Flag:
    """Somebody here runs a trade in Germany. Free professions and farming are no trade."""
    return ort == Land.DE and betrieben


@rule(HOUSEHOLD, cites=GEWSTG("§ 11 Abs. 1 S. 3"), since=SINCE)
def abgerundeter_gewerbeertrag(
    ertrag: CentPerYear = of(gewerbe.gewerbeertrag), stufe: CentPerYear = parameter("gewerbeertrag_stufe")
) -> CentPerYear:
    """The yield, cut to full hundreds of euros; a loss is none."""
    return max(0, ertrag) // stufe * stufe


@rule(HOUSEHOLD, cites=GEWSTG("§ 11 Abs. 1 S. 3 Nr. 1 und 2"), since=SINCE)
def gewerbesteuer_freibetrag(
    form: Rechtsform = of(gewerbe.rechtsform),
    ertrag: CentPerYear = of(abgerundeter_gewerbeertrag),
    person: CentPerYear = parameter("gewerbesteuer_freibetrag_person"),
    koerperschaft: CentPerYear = parameter("gewerbesteuer_freibetrag_koerperschaft"),
) -> CentPerYear:
    """For persons and partnerships, a smaller one for some bodies, none for companies; at most the yield."""
    if form == Rechtsform.KAPITALGESELLSCHAFT:
        return 0
    return min(ertrag, koerperschaft if form == Rechtsform.BEGUENSTIGTE_KOERPERSCHAFT else person)


@rule(HOUSEHOLD, cites=GEWSTG("§ 11 Abs. 2 und 3"), since=SINCE)
def steuermesszahl(
    zuhause: Flag = of(gewerbe.hausgewerbe),
    satz: Fixed = parameter("steuermesszahl_satz"),
    anteil: Percent = parameter("hausgewerbe_anteil"),
) -> Fixed:
    """The rate; for home workers a share of it."""
    return satz * anteil // 100 if zuhause else satz


@rule(HOUSEHOLD, cites=GEWSTG("§ 11 Abs. 1 S. 1 und 2, § 14"), since=SINCE)
def steuermessbetrag(
    ertrag: CentPerYear = of(abgerundeter_gewerbeertrag),
    frei: CentPerYear = of(gewerbesteuer_freibetrag),
    zahl: Fixed = of(steuermesszahl),
) -> CentPerYear:
    """The rate on the yield less the allowance: whole cents, for the yield is cut to hundreds."""
    return multiplied(zahl, ertrag - frei)


@rule(HOUSEHOLD, cites=GEWSTG("§ 16 Abs. 1 und 4"), since=SINCE)
def gewerbesteuer_betrag(messbetrag: CentPerYear = of(steuermessbetrag), satz: Percent = of(gewerbe.hebesatz)) -> CentPerYear:
    """The municipality's percentage of it. The statute names no rounding: a part of a cent is left to the taxpayer."""
    return messbetrag * satz // 100


@rule(HOUSEHOLD, cites=GEWSTG("§ 16 Abs. 1"), since=SINCE)
def gewerbesteuer_faellig(betrag: CentPerYear = of(gewerbesteuer_betrag)) -> Flag:
    """Something is due."""
    return betrag > 0


@rule(HOUSEHOLD, cites=GEWSTG("§ 19 Abs. 2 und 5"), since=SINCE)
def vorauszahlung(
    betrag: CentPerYear = of(gewerbesteuer_betrag),
    raten: Count = parameter("vorauszahlungen_im_jahr"),
    mindestens: Cent = parameter("vorauszahlung_mindestens"),
) -> Cent:
    """What is paid ahead in February, May, August and November: a quarter of the last tax, cut to full euros, none below fifty."""
    rate = betrag // raten // 100 * 100
    return rate if rate >= mindestens else 0


@rule(HOUSEHOLD, cites=GEWSTG("§ 14 S. 2"), since=SINCE)
def erhebungszeitraum_ab(stichtag: Day = of(STICHTAG)) -> Day:
    """The calendar year begins. Where the trade began or ended within it, the office shortens it (S. 3)."""
    return first_day(month_of(stichtag) // 12 * 12)


@rule(HOUSEHOLD, cites=GEWSTG("§ 14 S. 2"), since=SINCE)
def erhebungszeitraum_bis(anfang: Day = of(erhebungszeitraum_ab)) -> Day:
    """And ends."""
    return first_day(month_of(anfang) + 12) - 1


GEWERBESTEUER = Benefit(
    id="gewerbesteuer",
    gates=(stehendes_gewerbe, gewerbesteuer_faellig),
    amount=gewerbesteuer_betrag,
    begins=erhebungszeitraum_ab,
    ends=erhebungszeitraum_bis,
)
GEWERBESTEUER_DAZU = (vorauszahlung,)
