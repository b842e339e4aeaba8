"""The amount: WoGG § 19, Anlagen 2 and 3. Fixed-point numbers with ten decimals, cut, as Anlage 3 Nr. 2 says."""

from lebenslage.benefits.wohngeld.rules.freibetraege import gesamteinkommen
from lebenslage.benefits.wohngeld.rules.haushalt import zu_beruecksichtigende
from lebenslage.benefits.wohngeld.rules.hoechstbetrag import LAST_TABLE
from lebenslage.benefits.wohngeld.rules.miete import beruecksichtigte_miete
from lebenslage.benefits.wohngeld.statute import SINCE, WOGG, parameter
from lebenslage.kernel.fixed import CENT, ONE, multiplied
from lebenslage.kernel.units import CentPerMonth, Count, Fixed, FixedEuroPerMonth
from lebenslage.law.inputs import of
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import HALF_UP_TO_EURO, rule

BEYOND_EVERY_CLAIM = 100_000 * ONE


@rule(HOUSEHOLD, cites=WOGG("§ 19 Abs. 1"), since=SINCE)
def formelgroesse(mitglieder: Count = of(zu_beruecksichtigende)) -> Count:
    """The number of members at which the formula is read, at most twelve."""
    return min(max(mitglieder, 1), LAST_TABLE)


@rule(HOUSEHOLD, cites=WOGG("§ 19 Abs. 2, Anlage 3 Nr. 1"), since=SINCE)
def m_der_formel(
    miete: FixedEuroPerMonth = of(beruecksichtigte_miete),
    groesse: Count = of(formelgroesse),
    mindestens: tuple[CentPerMonth, ...] = parameter("mindestwerte_m"),
) -> FixedEuroPerMonth:
    """M: the rent or burden that counts, at least the value of the table."""
    return max(miete, CENT * mindestens[groesse - 1])


@rule(HOUSEHOLD, cites=WOGG("§ 19 Abs. 2, Anlage 3 Nr. 1"), since=SINCE)
def y_der_formel(
    einkommen: FixedEuroPerMonth = of(gesamteinkommen),
    groesse: Count = of(formelgroesse),
    mindestens: tuple[CentPerMonth, ...] = parameter("mindestwerte_y"),
) -> FixedEuroPerMonth:
    """Y: the monthly total income, at least the value of the table. Far beyond every claim it is cut, so that numbers stay small."""
    return min(max(einkommen, CENT * mindestens[groesse - 1]), BEYOND_EVERY_CLAIM)


@rule(HOUSEHOLD, cites=WOGG("§ 19 Abs. 1, Anlage 2, Anlage 3 Nr. 2 und 3"), since=SINCE, rounding=HALF_UP_TO_EURO)
def wohngeld_bis_zwoelf(
    m: FixedEuroPerMonth = of(m_der_formel),
    y: FixedEuroPerMonth = of(y_der_formel),
    groesse: Count = of(formelgroesse),
    a: tuple[Fixed, ...] = parameter("koeffizient_a"),
    b: tuple[Fixed, ...] = parameter("koeffizient_b"),
    c: tuple[Fixed, ...] = parameter("koeffizient_c"),
    faktor: Fixed = parameter("faktor"),
) -> FixedEuroPerMonth:
    """1.15 * (M - (a + b * M + c * Y) * Y), in the four steps of Anlage 3. Below zero where income is too high."""
    z1 = a[groesse - 1] + multiplied(b[groesse - 1], m) + multiplied(c[groesse - 1], y)
    z2 = multiplied(z1, y)
    z3 = m - z2
    return multiplied(faktor, z3)


@rule(HOUSEHOLD, cites=WOGG("§ 19 Abs. 3"), since=SINCE)
def wohngeld_betrag(
    grundbetrag: CentPerMonth = of(wohngeld_bis_zwoelf),
    mitglieder: Count = of(zu_beruecksichtigende),
    miete: FixedEuroPerMonth = of(beruecksichtigte_miete),
    je_weitere: CentPerMonth = parameter("weitere_person_ab_13"),
) -> CentPerMonth:
    """From the thirteenth member on an amount each is added, at most up to the rent that counts (before minimum values).

    The limit holds for the addition: it never takes away from the amount for twelve.
    """
    if mitglieder <= LAST_TABLE:
        return max(0, grundbetrag)
    return max(0, grundbetrag, min(grundbetrag + je_weitere * (mitglieder - LAST_TABLE), miete // CENT))
