"""What an owner pays for the dwelling: WoGG § 10, WoGV §§ 8 to 15 (the Wohngeld-Lastenberechnung).

The short cut of § 10 Abs. 2 S. 2 (interest and repayment alone reach the cap) changes the work of the office, not the result.
"""

from lebenslage.benefits.facts import wohnen
from lebenslage.benefits.facts.wohnen import Finanzierung, Wohnform
from lebenslage.benefits.wohngeld.statute import SINCE, WOGG, WOGV, parameter
from lebenslage.kernel.fixed import MICRO
from lebenslage.kernel.units import Cent, CentPerMonth, CentPerYear, FixedEuroPerMonth, HundredthSquareMetre, MicroEuroPerYear, Percent
from lebenslage.law.inputs import of
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import rule

IST_EIGENTUM = wohnen.wohnform.among(Wohnform.EIGENTUM)


@rule(HOUSEHOLD, cites=WOGV("§ 12"), since=SINCE)
def kapitaldienst(
    zins: CentPerYear = of(wohnen.zinsen),
    tilgung: CentPerYear = of(wohnen.tilgung),
    vereinbart: CentPerYear = of(wohnen.vereinbarte_jahresleistung),
    buergschaft: CentPerYear = of(wohnen.buergschaftskosten),
    wiederkehrend: CentPerYear = of(wohnen.wiederkehrende_leistungen),
    anspardarlehen: Cent = of(wohnen.anspardarlehen),
    satz: Percent = parameter("ansparvertrag_satz"),
) -> MicroEuroPerYear:
    """Interest and repayment up to the agreed yearly payment, guarantees, ground rent; 2 % of loans repaid by a savings contract."""
    darlehen = min(zins + tilgung, vereinbart)
    return MICRO * (darlehen + buergschaft + wiederkehrend) + MICRO // 100 * satz * anspardarlehen


@rule(HOUSEHOLD, cites=WOGV("§ 13, § 14 Abs. 1"), since=SINCE)
def bewirtschaftung(
    finanzierung: Finanzierung = of(wohnen.finanzierung),
    flaeche: HundredthSquareMetre = of(wohnen.wohnflaeche, when=IST_EIGENTUM),
    grundsteuer: CentPerYear = of(wohnen.grundsteuer),
    verwaltung: CentPerYear = of(wohnen.verwaltungskosten),
    je_quadratmeter: CentPerYear = parameter("bewirtschaftung_je_quadratmeter"),
) -> MicroEuroPerYear:
    """A flat sum per square metre, property tax, administration paid to a third party; nothing else, no heating.

    The flat sum is not added where a fee is paid that stands for it.
    """
    pauschal = 0 if finanzierung & Finanzierung.NUTZUNGSENTGELT else MICRO // 100 * je_quadratmeter * flaeche
    return pauschal + MICRO * (grundsteuer + verwaltung)


@rule(HOUSEHOLD, cites=WOGG("§ 10"), since=SINCE)
def belastung(
    kapital: MicroEuroPerYear = of(kapitaldienst, when=IST_EIGENTUM),
    betrieb: MicroEuroPerYear = of(bewirtschaftung, when=IST_EIGENTUM),
    entgelt: CentPerMonth = of(wohnen.nutzungsentgelt),
) -> FixedEuroPerMonth:
    """The monthly burden. A fee paid instead, where it cannot be broken down, counts whole (WoGV § 14 Abs. 1 S. 3)."""
    return (kapital + betrieb + 12 * MICRO * entgelt) * MICRO // 12
