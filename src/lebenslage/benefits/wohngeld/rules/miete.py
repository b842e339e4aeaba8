"""The rent that counts: WoGG §§ 9 and 11, WoGV §§ 2 to 7. All amounts with ten decimals, nothing rounded on the way."""

from lebenslage.benefits.facts import wohnen
from lebenslage.benefits.facts.personen import lebensmittelpunkt
from lebenslage.benefits.facts.wohnen import PAUSCHAL, Wohnbesonderheit, Wohnform
from lebenslage.benefits.wohngeld.rules.belastung import IST_EIGENTUM, belastung
from lebenslage.benefits.wohngeld.rules.haushalt import haushaltsgroesse, haushaltsmitglied, zu_beruecksichtigende
from lebenslage.benefits.wohngeld.rules.hoechstbetrag import heizkostenentlastung, hoechstbetrag_mit_klima
from lebenslage.benefits.wohngeld.statute import SINCE, WOGG, WOGV, parameter
from lebenslage.kernel.fixed import CENT
from lebenslage.kernel.units import CentPerMonth, Count, FixedEuroPerMonth, Flag, HundredthSquareMetre
from lebenslage.law.inputs import number_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

MIT_TEILFLAECHE = wohnen.wohnbesonderheiten.has(Wohnbesonderheit.GEWERBE | Wohnbesonderheit.UEBERLASSEN)


@rule(HOUSEHOLD, cites=WOGV("§ 6 Abs. 2 Nr. 1"), since=SINCE)
def heizung_pauschal(bestandteil: CentPerMonth = of(wohnen.heizkosten)) -> Flag:
    """The rent includes heating, and nobody can say how much: only then the flat sum, and so the floor area, is asked for."""
    return bestandteil == PAUSCHAL


@rule(HOUSEHOLD, cites=WOGG("§ 9 Abs. 2 S. 1 Nr. 1 und 2, S. 2"), since=SINCE)
def abzug_heizung(
    genannt: CentPerMonth = of(wohnen.heizkosten),
    flaeche: HundredthSquareMetre = of(wohnen.wohnflaeche, when=heizung_pauschal),
    je_quadratmeter: CentPerMonth = parameter("heizung_je_quadratmeter"),
) -> FixedEuroPerMonth:
    """Heating in the rent: the sum in the contract, else a flat sum per square metre."""
    if genannt == PAUSCHAL:
        return CENT // 100 * je_quadratmeter * flaeche
    return CENT * genannt


@rule(HOUSEHOLD, cites=WOGG("§ 9 Abs. 2 S. 1 Nr. 1 und 2, S. 2"), since=SINCE)
def abzug_warmwasser(
    genannt: CentPerMonth = of(wohnen.warmwasserkosten),
    bewohner: Count = number_of(PERSON),
    eine: CentPerMonth = parameter("warmwasser_eine_person"),
    zwei: CentPerMonth = parameter("warmwasser_zwei_personen"),
    weitere: CentPerMonth = parameter("warmwasser_weitere_person"),
) -> FixedEuroPerMonth:
    """Warm water in the rent: the sum in the contract, else a flat sum by the number of residents (WoGV § 6 Abs. 2 Nr. 2)."""
    if genannt != PAUSCHAL:
        return CENT * genannt
    return CENT * (eine if bewohner == 1 else zwei + weitere * (bewohner - 2))


@rule(HOUSEHOLD, cites=WOGG("§ 9 Abs. 2 S. 1 Nr. 3, S. 2"), since=SINCE)
def abzug_haushaltsenergie(
    genannt: CentPerMonth = of(wohnen.haushaltsenergie),
    bewohner: Count = number_of(PERSON),
    eine: CentPerMonth = parameter("haushaltsenergie_eine_person"),
    zwei: CentPerMonth = parameter("haushaltsenergie_zwei_personen"),
    weitere: CentPerMonth = parameter("haushaltsenergie_weitere_person"),
) -> FixedEuroPerMonth:
    """Household energy in the rent: the sum in the contract, else a flat sum by the number of residents (WoGV § 6 Abs. 2 Nr. 3)."""
    if genannt != PAUSCHAL:
        return CENT * genannt
    return CENT * (eine if bewohner == 1 else zwei + weitere * (bewohner - 2))


@rule(HOUSEHOLD, cites=WOGG("§ 9 Abs. 2 S. 1 Nr. 4, S. 2"), since=SINCE)
def abzug_garage(
    garage: CentPerMonth = of(wohnen.garage),
    stellplatz: CentPerMonth = of(wohnen.stellplatz),
    pauschal_garage: CentPerMonth = parameter("garage_pauschal"),
    pauschal_stellplatz: CentPerMonth = parameter("stellplatz_pauschal"),
) -> FixedEuroPerMonth:
    """Garage and parking space in the rent: the sum in the contract, else a flat sum (WoGV § 6 Abs. 2 Nr. 4)."""
    fuer_garage = pauschal_garage if garage == PAUSCHAL else garage
    fuer_stellplatz = pauschal_stellplatz if stellplatz == PAUSCHAL else stellplatz
    return CENT * (fuer_garage + fuer_stellplatz)


@rule(HOUSEHOLD, cites=WOGG("§ 9 Abs. 1 und 2"), since=SINCE)
def bruttokaltmiete(
    miete: CentPerMonth = of(wohnen.miete),
    heizung: FixedEuroPerMonth = of(abzug_heizung),
    warmwasser: FixedEuroPerMonth = of(abzug_warmwasser),
    energie: FixedEuroPerMonth = of(abzug_haushaltsenergie),
    garage: FixedEuroPerMonth = of(abzug_garage),
    dienste: CentPerMonth = of(wohnen.dienste),
) -> FixedEuroPerMonth:
    """The agreed rent with cold operating costs. Nothing else is taken off (WoGV § 2 Abs. 2): a furniture surcharge stays in."""
    return max(0, CENT * (miete - dienste) - heizung - warmwasser - energie - garage)


@rule(HOUSEHOLD, cites=WOGV("§ 15 Abs. 3"), since=SINCE)
def belastung_ohne_garage(
    last: FixedEuroPerMonth = of(belastung),
    garage: CentPerMonth = of(wohnen.garage_eigentum),
    stellplatz: CentPerMonth = of(wohnen.stellplatz_eigentum),
    pauschal_garage: CentPerMonth = parameter("garage_pauschal"),
    pauschal_stellplatz: CentPerMonth = parameter("stellplatz_pauschal"),
) -> FixedEuroPerMonth:
    """A garage in the burden is taken out with the flat sum, or with the higher fee for which it is let."""
    fuer_garage = max(garage, pauschal_garage) if garage else 0
    fuer_stellplatz = max(stellplatz, pauschal_stellplatz) if stellplatz else 0
    return max(0, last - CENT * (fuer_garage + fuer_stellplatz))


@rule(HOUSEHOLD, cites=WOGG("§ 9 Abs. 3 S. 2, § 10"), since=SINCE)
def miete_oder_belastung(
    wohnform: Wohnform = of(wohnen.wohnform),
    miete: FixedEuroPerMonth = of(bruttokaltmiete),
    mietwert: CentPerMonth = of(wohnen.mietwert),
    heim: FixedEuroPerMonth = of(hoechstbetrag_mit_klima, when=wohnen.wohnform.among(Wohnform.HEIM)),
    last: FixedEuroPerMonth = of(belastung_ohne_garage, when=IST_EIGENTUM),
) -> FixedEuroPerMonth:
    """Rent; rental value in an own house of more than two dwellings; in a home the cap; for owners the burden."""
    if wohnform == Wohnform.MIETE:
        return miete
    if wohnform == Wohnform.HEIM:
        return heim
    return CENT * mietwert if wohnform == Wohnform.EIGENES_MEHRFAMILIENHAUS else last


@rule(HOUSEHOLD, cites=WOGG("§ 11 Abs. 2 Nr. 1 und 2"), since=SINCE)
def miete_nach_teilflaechen(
    miete: FixedEuroPerMonth = of(miete_oder_belastung),
    flaeche: HundredthSquareMetre = of(wohnen.wohnflaeche, when=MIT_TEILFLAECHE, otherwise=1),
    gewerbe: HundredthSquareMetre = of(wohnen.gewerbeflaeche),
    ueberlassen: HundredthSquareMetre = of(wohnen.ueberlassene_flaeche),
    entgelt: CentPerMonth = of(wohnen.ueberlassung_entgelt),
) -> FixedEuroPerMonth:
    """Without the part for business and the part let to others, by area; a fee above the rent of that part is taken off whole."""
    if not (gewerbe or ueberlassen or entgelt):
        return miete
    je_flaeche = miete // flaeche
    rest = miete % flaeche
    fuer_gewerbe = je_flaeche * gewerbe + rest * gewerbe // flaeche
    fuer_ueberlassene = je_flaeche * ueberlassen + rest * ueberlassen // flaeche
    return max(0, miete - fuer_gewerbe - max(fuer_ueberlassene, CENT * entgelt))


@rule(PERSON, cites=WOGG("§ 11 Abs. 2 Nr. 3"), since=SINCE)
def kein_mitglied(mitglied: Flag = of(haushaltsmitglied)) -> Flag:
    """Lives here without being a member."""
    return not mitglied


@rule(PERSON, cites=WOGG("§ 11 Abs. 2 Nr. 3"), since=SINCE)
def zahlt_als_mitbewohner(
    fremd: Flag = of(kein_mitglied),
    hier: Flag = of(lebensmittelpunkt, when=kein_mitglied),
    recht: Flag = of(wohnen.eigenes_wohnrecht, when=kein_mitglied),
) -> Flag:
    """A co-resident who is no member, whose life centres here, and who could not claim Wohngeld for the dwelling herself."""
    return fremd and hier and not recht


@rule(PERSON, cites=WOGG("§ 11 Abs. 2 Nr. 3"), since=SINCE)
def anteil_mitbewohner(
    mitbewohner: Flag = of(zahlt_als_mitbewohner),
    miete: FixedEuroPerMonth = of(miete_nach_teilflaechen, when=zahlt_als_mitbewohner),
    bewohner: Count = number_of(PERSON),
    entgelt: CentPerMonth = of(wohnen.mitbewohner_entgelt, when=zahlt_als_mitbewohner),
) -> FixedEuroPerMonth:
    """Her head share of the rent, or what she pays where that is more."""
    return max(miete // bewohner, CENT * entgelt) if mitbewohner else 0


@rule(HOUSEHOLD, cites=WOGG("§ 11 Abs. 2"), since=SINCE)
def miete_nach_abzuegen(
    miete: FixedEuroPerMonth = of(miete_nach_teilflaechen),
    mitbewohner: FixedEuroPerMonth = sum_of(anteil_mitbewohner),
    foerderung: CentPerMonth = of(wohnen.wohnkostenfoerderung),
    verpflichtung: CentPerMonth = of(wohnen.zahlung_nach_68_aufenthg),
) -> FixedEuroPerMonth:
    """Without co-residents' shares, public money for housing costs and payments of a sponsor, in the order of the statute."""
    return max(0, miete - mitbewohner - CENT * (foerderung + verpflichtung))


@rule(HOUSEHOLD, cites=WOGG("§ 11 Abs. 1 S. 1 Nr. 1, Abs. 3"), since=SINCE)
def miete_ohne_heizkostenentlastung(
    miete: FixedEuroPerMonth = of(miete_nach_abzuegen),
    grenze: FixedEuroPerMonth = of(hoechstbetrag_mit_klima),
    mitglieder: Count = of(zu_beruecksichtigende),
    alle: Count = of(haushaltsgroesse),
    wohnform: Wohnform = of(wohnen.wohnform),
) -> FixedEuroPerMonth:
    """The rent up to the cap, of it the share of the members who count. In a home always the cap (Abs. 1 S. 2)."""
    anrechenbar = grenze if wohnform == Wohnform.HEIM else min(miete, grenze)
    return anrechenbar if mitglieder == alle else anrechenbar * mitglieder // alle


@rule(HOUSEHOLD, cites=WOGG("§ 11 Abs. 1 und 3"), since=SINCE)
def beruecksichtigte_miete(
    miete: FixedEuroPerMonth = of(miete_ohne_heizkostenentlastung),
    heizung: FixedEuroPerMonth = of(heizkostenentlastung),
    mitglieder: Count = of(zu_beruecksichtigende),
    alle: Count = of(haushaltsgroesse),
) -> FixedEuroPerMonth:
    """The rent or burden that counts: M of the formula. The heating relief comes on top of the cap."""
    return miete + (heizung if mitglieder == alle else heizung * mitglieder // alle)
