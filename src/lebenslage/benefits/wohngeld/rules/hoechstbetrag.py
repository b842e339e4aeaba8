"""Caps for rent and burden, climate component and heating relief: WoGG § 12, Anlage 1.

The rent level of a municipality (Abs. 2 to 5) is a published finding (WoGV Anlage): a fact here, looked up by the municipality's key.
"""

from lebenslage.benefits.facts import wohnen
from lebenslage.benefits.facts.wohnen import Mietenstufe
from lebenslage.benefits.wohngeld.rules.haushalt import haushaltsgroesse, zu_beruecksichtigende
from lebenslage.benefits.wohngeld.statute import SINCE, WOGG, parameter
from lebenslage.kernel.fixed import CENT
from lebenslage.kernel.units import CentPerMonth, Count, FixedEuroPerMonth
from lebenslage.law.inputs import of
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import rule

LAST_ROW, LAST_TABLE = 5, 12


@rule(HOUSEHOLD, cites=WOGG("§ 12 Abs. 1, 6 und 7, § 19 Abs. 3"), since=SINCE)
def tabellengroesse(alle: Count = of(haushaltsgroesse), mitglieder: Count = of(zu_beruecksichtigende)) -> Count:
    """The number of members at which the tables are read: all of them; with more than twelve who count, twelve (Länder note 12/2024)."""
    return min(alle, LAST_TABLE) if mitglieder > LAST_TABLE else alle


@rule(HOUSEHOLD, cites=WOGG("§ 12 Abs. 1, Anlage 1"), since=SINCE)
def hoechstbetrag(
    groesse: Count = of(tabellengroesse),
    stufe: Mietenstufe = of(wohnen.mietenstufe),
    tabelle: tuple[tuple[CentPerMonth, ...], ...] = parameter("hoechstbetraege"),
    weitere: tuple[CentPerMonth, ...] = parameter("hoechstbetrag_weitere_person"),
) -> FixedEuroPerMonth:
    """The cap by number of members and rent level."""
    zeile = min(max(groesse, 1), LAST_ROW)
    return CENT * (tabelle[zeile - 1][stufe - 1] + weitere[stufe - 1] * (max(groesse, 1) - zeile))


@rule(HOUSEHOLD, cites=WOGG("§ 12 Abs. 7"), since=SINCE)
def klimakomponente(
    groesse: Count = of(tabellengroesse),
    tabelle: tuple[CentPerMonth, ...] = parameter("klimakomponenten"),
    weitere: CentPerMonth = parameter("klimakomponente_weitere_person"),
) -> FixedEuroPerMonth:
    """The addition to the cap for climate-friendly dwellings, paid to everyone."""
    zeile = min(max(groesse, 1), LAST_ROW)
    return CENT * (tabelle[zeile - 1] + weitere * (max(groesse, 1) - zeile))


@rule(HOUSEHOLD, cites=WOGG("§ 12 Abs. 6"), since=SINCE)
def heizkostenentlastung(
    groesse: Count = of(tabellengroesse),
    tabelle: tuple[CentPerMonth, ...] = parameter("heizkostenentlastungen"),
    weitere: CentPerMonth = parameter("heizkostenentlastung_weitere_person"),
) -> FixedEuroPerMonth:
    """The relief for heating costs (CO2 price and lasting component)."""
    zeile = min(max(groesse, 1), LAST_ROW)
    return CENT * (tabelle[zeile - 1] + weitere * (max(groesse, 1) - zeile))


@rule(HOUSEHOLD, cites=WOGG("§ 11 Abs. 1 S. 1 Nr. 1"), since=SINCE)
def hoechstbetrag_mit_klima(
    hoechst: FixedEuroPerMonth = of(hoechstbetrag), klima: FixedEuroPerMonth = of(klimakomponente)
) -> FixedEuroPerMonth:
    """Up to this sum the rent or burden counts."""
    return hoechst + klima
