"""The dwelling and what it costs."""

from enum import IntEnum, IntFlag

from lebenslage.kernel.units import Cent, CentPerMonth, CentPerYear, HundredthSquareMetre
from lebenslage.law.facts import MAX_AMOUNT, chosen, flag, money, number
from lebenslage.law.nodes import HOUSEHOLD, PERSON

PAUSCHAL = -1
HIGHEST_RENT = MAX_AMOUNT // 10
LARGEST_DWELLING = 200_000  # 2,000 square metres


class Wohnform(IntEnum):
    """On which right the dwelling is used (WoGG § 3 Abs. 1 and 2)."""

    MIETE = 0
    HEIM = 1
    EIGENES_MEHRFAMILIENHAUS = 2
    EIGENTUM = 3
    OHNE_EIGENES_RECHT = 4


class Mietenstufe(IntEnum):
    """The rent level of the municipality (WoGG § 12 Abs. 2, WoGV Anlage)."""

    I = 1  # noqa: E741 - the statute counts in Roman numerals
    II = 2
    III = 3
    IV = 4
    V = 5
    VI = 6
    VII = 7


class Mietbestandteil(IntFlag):
    """What is paid with the rent but is not rent (WoGG § 9 Abs. 2)."""

    HEIZUNG = 1
    WARMWASSER = 2
    HAUSHALTSENERGIE = 4
    GARAGE = 8
    STELLPLATZ = 16
    DIENSTE = 32


class Wohnbesonderheit(IntFlag):
    """What takes a share of the rent or burden out (WoGG § 11 Abs. 2)."""

    GEWERBE = 1
    UEBERLASSEN = 2
    FOERDERUNG = 4
    VERPFLICHTUNG_68 = 8


class Finanzierung(IntFlag):
    """What an owner pays (WoGV §§ 10 to 14)."""

    DARLEHEN = 1
    BUERGSCHAFT = 2
    WIEDERKEHREND = 4
    ANSPARVERTRAG = 8
    VERWALTUNG = 16
    NUTZUNGSENTGELT = 32
    GARAGE = 64
    STELLPLATZ = 128


mietenstufe = chosen("mietenstufe", HOUSEHOLD, Mietenstufe)
wohnform = chosen("wohnform", HOUSEHOLD, Wohnform, proof="mietvertrag")
miete = money("miete", HOUSEHOLD, CentPerMonth, proof="mietvertrag", best=HIGHEST_RENT, when=wohnform.among(Wohnform.MIETE))
mietbestandteile = chosen("mietbestandteile", HOUSEHOLD, Mietbestandteil, proof="mietvertrag", when=wohnform.among(Wohnform.MIETE))
heizkosten = money(
    "heizkosten", HOUSEHOLD, CentPerMonth, proof="mietvertrag", pauschal=PAUSCHAL, when=mietbestandteile.has(Mietbestandteil.HEIZUNG)
)
warmwasserkosten = money(
    "warmwasserkosten",
    HOUSEHOLD,
    CentPerMonth,
    proof="mietvertrag",
    pauschal=PAUSCHAL,
    when=mietbestandteile.has(Mietbestandteil.WARMWASSER),
)
haushaltsenergie = money(
    "haushaltsenergie",
    HOUSEHOLD,
    CentPerMonth,
    proof="mietvertrag",
    pauschal=PAUSCHAL,
    when=mietbestandteile.has(Mietbestandteil.HAUSHALTSENERGIE),
)
garage = money("garage", HOUSEHOLD, CentPerMonth, proof="mietvertrag", pauschal=PAUSCHAL, when=mietbestandteile.has(Mietbestandteil.GARAGE))
stellplatz = money(
    "stellplatz", HOUSEHOLD, CentPerMonth, proof="mietvertrag", pauschal=PAUSCHAL, when=mietbestandteile.has(Mietbestandteil.STELLPLATZ)
)
dienste = money("dienste", HOUSEHOLD, CentPerMonth, proof="mietvertrag", when=mietbestandteile.has(Mietbestandteil.DIENSTE))
mietwert = money(
    "mietwert", HOUSEHOLD, CentPerMonth, proof="mietwertnachweis", best=None, when=wohnform.among(Wohnform.EIGENES_MEHRFAMILIENHAUS)
)
wohnflaeche = number("wohnflaeche", HOUSEHOLD, HundredthSquareMetre, least=100, greatest=LARGEST_DWELLING, proof="mietvertrag")

wohnbesonderheiten = chosen("wohnbesonderheiten", HOUSEHOLD, Wohnbesonderheit)
gewerbeflaeche = number(
    "gewerbeflaeche",
    HOUSEHOLD,
    HundredthSquareMetre,
    greatest=LARGEST_DWELLING,
    proof="mietvertrag",
    when=wohnbesonderheiten.has(Wohnbesonderheit.GEWERBE),
)
ueberlassene_flaeche = number(
    "ueberlassene_flaeche",
    HOUSEHOLD,
    HundredthSquareMetre,
    greatest=LARGEST_DWELLING,
    proof="untermietvertrag",
    when=wohnbesonderheiten.has(Wohnbesonderheit.UEBERLASSEN),
)
ueberlassung_entgelt = money(
    "ueberlassung_entgelt", HOUSEHOLD, CentPerMonth, proof="untermietvertrag", when=wohnbesonderheiten.has(Wohnbesonderheit.UEBERLASSEN)
)
wohnkostenfoerderung = money(
    "wohnkostenfoerderung", HOUSEHOLD, CentPerMonth, proof="foerderbescheid", when=wohnbesonderheiten.has(Wohnbesonderheit.FOERDERUNG)
)
zahlung_nach_68_aufenthg = money(
    "zahlung_nach_68_aufenthg",
    HOUSEHOLD,
    CentPerMonth,
    proof="verpflichtungserklaerung",
    when=wohnbesonderheiten.has(Wohnbesonderheit.VERPFLICHTUNG_68),
)

eigenes_wohnrecht = flag("eigenes_wohnrecht", PERSON, proof="mietvertrag")
mitbewohner_entgelt = money("mitbewohner_entgelt", PERSON, CentPerMonth, proof="untermietvertrag")

finanzierung = chosen("finanzierung", HOUSEHOLD, Finanzierung, proof="darlehensvertrag", when=wohnform.among(Wohnform.EIGENTUM))
zinsen = money("zinsen", HOUSEHOLD, CentPerYear, proof="darlehensvertrag", best=MAX_AMOUNT, when=finanzierung.has(Finanzierung.DARLEHEN))
tilgung = money("tilgung", HOUSEHOLD, CentPerYear, proof="darlehensvertrag", best=MAX_AMOUNT, when=finanzierung.has(Finanzierung.DARLEHEN))
vereinbarte_jahresleistung = money(
    "vereinbarte_jahresleistung",
    HOUSEHOLD,
    CentPerYear,
    proof="darlehensvertrag",
    best=MAX_AMOUNT,
    when=finanzierung.has(Finanzierung.DARLEHEN),
)
buergschaftskosten = money(
    "buergschaftskosten", HOUSEHOLD, CentPerYear, proof="darlehensvertrag", best=MAX_AMOUNT, when=finanzierung.has(Finanzierung.BUERGSCHAFT)
)
wiederkehrende_leistungen = money(
    "wiederkehrende_leistungen",
    HOUSEHOLD,
    CentPerYear,
    proof="erbbauvertrag",
    best=MAX_AMOUNT,
    when=finanzierung.has(Finanzierung.WIEDERKEHREND),
)
anspardarlehen = money(
    "anspardarlehen", HOUSEHOLD, Cent, proof="darlehensvertrag", best=MAX_AMOUNT, when=finanzierung.has(Finanzierung.ANSPARVERTRAG)
)
nutzungsentgelt = money(
    "nutzungsentgelt",
    HOUSEHOLD,
    CentPerMonth,
    proof="nutzungsvertrag",
    best=HIGHEST_RENT,
    when=finanzierung.has(Finanzierung.NUTZUNGSENTGELT),
)
grundsteuer = money(
    "grundsteuer", HOUSEHOLD, CentPerYear, proof="grundsteuerbescheid", best=MAX_AMOUNT, when=wohnform.among(Wohnform.EIGENTUM)
)
verwaltungskosten = money(
    "verwaltungskosten", HOUSEHOLD, CentPerYear, proof="hausgeldabrechnung", best=MAX_AMOUNT, when=finanzierung.has(Finanzierung.VERWALTUNG)
)
garage_eigentum = money(
    "garage_eigentum", HOUSEHOLD, CentPerMonth, proof="mietvertrag", when=finanzierung.has(Finanzierung.GARAGE), selbst_genutzt=1
)
stellplatz_eigentum = money(
    "stellplatz_eigentum", HOUSEHOLD, CentPerMonth, proof="mietvertrag", when=finanzierung.has(Finanzierung.STELLPLATZ), selbst_genutzt=1
)
