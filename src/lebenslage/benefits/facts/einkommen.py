"""Income and assets of a person. One question says which kinds there are; only their amounts are asked then."""

from enum import IntFlag

from lebenslage.kernel.units import Cent, CentPerMonth, CentPerYear, Count, Months
from lebenslage.law.facts import MAX_AMOUNT, Condition, chosen, day, flag, money, number
from lebenslage.law.nodes import PERSON

PAUSCHAL = -1
BERECHNEN = -1


class Einkommensart(IntFlag):
    """Kinds of income, in the order of WoGG § 14 and of EStG § 2."""

    LOHN = 1
    SONDERZAHLUNG = 2
    ZUSCHLAEGE = 4
    BETRIEBLICHE_VORSORGE = 8
    MINIJOB = 16
    SELBSTSTAENDIG = 32
    GEWERBE = 64
    LANDWIRTSCHAFT = 128
    KAPITAL = 256
    VERMIETUNG = 512
    RENTE = 1024
    ANDERE_RENTE = 2048
    VERSORGUNG = 4096
    UNFALLRENTE = 8192
    LOHNERSATZ = 16384
    ELTERNGELD = 32768
    UNTERHALT = 65536
    EHEGATTENUNTERHALT = 131072
    UNTERHALTSVORSCHUSS = 262144
    ZUWENDUNG = 524288
    MIETHILFE = 1048576
    PFLEGEKIND = 2097152
    PFLEGEERZIEHUNG = 4194304
    PFLEGE_ANDERER = 8388608
    AUSBILDUNGSFOERDERUNG = 16777216
    SONSTIGE_VOLL = 33554432
    SONSTIGE_HALB = 67108864
    EINMALIG = 134217728
    LEISTUNG = 268435456
    PFLEGEPERSON = 536870912


class Abzug(IntFlag):
    """What a person pays from her income (WoGG § 16)."""

    STEUERN = 1
    KRANKENVERSICHERUNG = 2
    RENTENVERSICHERUNG = 4


einkommensarten = chosen("einkommensarten", PERSON, Einkommensart)
abzuege = chosen("abzuege", PERSON, Abzug, proof="lohnabrechnung")

bruttolohn = money("bruttolohn", PERSON, CentPerMonth, proof="lohnabrechnung", when=einkommensarten.has(Einkommensart.LOHN))
werbungskosten = money(
    "werbungskosten",
    PERSON,
    CentPerYear,
    proof="werbungskostennachweis",
    best=MAX_AMOUNT,
    pauschal=PAUSCHAL,
    when=einkommensarten.has(Einkommensart.LOHN),
)
gewerkschaftsbeitrag = money(
    "gewerkschaftsbeitrag",
    PERSON,
    CentPerYear,
    proof="werbungskostennachweis",
    best=MAX_AMOUNT,
    when=einkommensarten.has(Einkommensart.LOHN),
)
sonderzahlungen = money(
    "sonderzahlungen", PERSON, CentPerYear, proof="lohnabrechnung", when=einkommensarten.has(Einkommensart.SONDERZAHLUNG)
)
steuerfreie_zuschlaege = money(
    "steuerfreie_zuschlaege", PERSON, CentPerMonth, proof="lohnabrechnung", when=einkommensarten.has(Einkommensart.ZUSCHLAEGE)
)
betriebliche_vorsorge = money(
    "betriebliche_vorsorge", PERSON, CentPerMonth, proof="lohnabrechnung", when=einkommensarten.has(Einkommensart.BETRIEBLICHE_VORSORGE)
)
minijob = money("minijob", PERSON, CentPerMonth, proof="lohnabrechnung", when=einkommensarten.has(Einkommensart.MINIJOB))
minijob_kosten = money(
    "minijob_kosten", PERSON, CentPerYear, proof="werbungskostennachweis", best=MAX_AMOUNT, when=einkommensarten.has(Einkommensart.MINIJOB)
)
gewinn_selbststaendig = money(
    "gewinn_selbststaendig",
    PERSON,
    CentPerYear,
    proof="gewinnermittlung",
    signed=True,
    when=einkommensarten.has(Einkommensart.SELBSTSTAENDIG),
)
gewinn_gewerbe = money(
    "gewinn_gewerbe", PERSON, CentPerYear, proof="gewinnermittlung", signed=True, when=einkommensarten.has(Einkommensart.GEWERBE)
)
gewinn_landwirtschaft = money(
    "gewinn_landwirtschaft",
    PERSON,
    CentPerYear,
    proof="gewinnermittlung",
    signed=True,
    when=einkommensarten.has(Einkommensart.LANDWIRTSCHAFT),
)
kapitalertraege = money(
    "kapitalertraege", PERSON, CentPerYear, proof="steuerbescheinigung", when=einkommensarten.has(Einkommensart.KAPITAL)
)
ueberschuss_vermietung = money(
    "ueberschuss_vermietung", PERSON, CentPerYear, proof="steuerbescheid", signed=True, when=einkommensarten.has(Einkommensart.VERMIETUNG)
)
rente = money("rente", PERSON, CentPerMonth, proof="rentenbescheid", best=None, when=einkommensarten.has(Einkommensart.RENTE))
andere_rente = money("andere_rente", PERSON, CentPerMonth, proof="rentenbescheid", when=einkommensarten.has(Einkommensart.ANDERE_RENTE))
versorgungsbezuege = money(
    "versorgungsbezuege", PERSON, CentPerMonth, proof="versorgungsbescheid", best=None, when=einkommensarten.has(Einkommensart.VERSORGUNG)
)
unfallrente = money("unfallrente", PERSON, CentPerMonth, proof="rentenbescheid", when=einkommensarten.has(Einkommensart.UNFALLRENTE))
lohnersatz = money("lohnersatz", PERSON, CentPerMonth, proof="leistungsbescheid", when=einkommensarten.has(Einkommensart.LOHNERSATZ))
elterngeld = money("elterngeld", PERSON, CentPerMonth, proof="elterngeldbescheid", when=einkommensarten.has(Einkommensart.ELTERNGELD))
elterngeld_plus = flag("elterngeld_plus", PERSON, proof="elterngeldbescheid", best=0, when=einkommensarten.has(Einkommensart.ELTERNGELD))
elterngeld_kinder = number(
    "elterngeld_kinder", PERSON, Count, least=1, greatest=8, proof="elterngeldbescheid", when=einkommensarten.has(Einkommensart.ELTERNGELD)
)
unterhalt = money("unterhalt", PERSON, CentPerMonth, proof="unterhaltstitel", when=einkommensarten.has(Einkommensart.UNTERHALT))
ehegattenunterhalt = money(
    "ehegattenunterhalt", PERSON, CentPerMonth, proof="unterhaltstitel", when=einkommensarten.has(Einkommensart.EHEGATTENUNTERHALT)
)
davon_fuer_pflegeperson = money(
    "davon_fuer_pflegeperson",
    PERSON,
    CentPerYear,
    proof="pflegevertrag",
    best=MAX_AMOUNT,
    when=einkommensarten.has(Einkommensart.PFLEGEPERSON),
)
unterhaltsvorschuss = money(
    "unterhaltsvorschuss",
    PERSON,
    CentPerMonth,
    proof="leistungsbescheid",
    when=einkommensarten.has(Einkommensart.UNTERHALTSVORSCHUSS),
    berechnen=BERECHNEN,
)
UV_BERECHNEN = Condition(unterhaltsvorschuss, frozenset({BERECHNEN}), bits=0)
zuwendungen = money("zuwendungen", PERSON, CentPerYear, proof="kontoauszug", when=einkommensarten.has(Einkommensart.ZUWENDUNG))
miethilfe = money("miethilfe", PERSON, CentPerMonth, proof="kontoauszug", when=einkommensarten.has(Einkommensart.MIETHILFE))
pflegekind_unterhalt = money(
    "pflegekind_unterhalt", PERSON, CentPerMonth, proof="leistungsbescheid", when=einkommensarten.has(Einkommensart.PFLEGEKIND)
)
pflegeerziehung = money(
    "pflegeerziehung", PERSON, CentPerMonth, proof="leistungsbescheid", when=einkommensarten.has(Einkommensart.PFLEGEERZIEHUNG)
)
pflegegeld_fuer_andere = money(
    "pflegegeld_fuer_andere", PERSON, CentPerMonth, proof="leistungsbescheid", when=einkommensarten.has(Einkommensart.PFLEGE_ANDERER)
)
ausbildungsfoerderung = money(
    "ausbildungsfoerderung", PERSON, CentPerMonth, proof="bafoeg_bescheid", when=einkommensarten.has(Einkommensart.AUSBILDUNGSFOERDERUNG)
)
sonstige_einnahmen_voll = money(
    "sonstige_einnahmen_voll", PERSON, CentPerYear, proof="leistungsbescheid", when=einkommensarten.has(Einkommensart.SONSTIGE_VOLL)
)
sonstige_einnahmen_halb = money(
    "sonstige_einnahmen_halb", PERSON, CentPerYear, proof="leistungsbescheid", when=einkommensarten.has(Einkommensart.SONSTIGE_HALB)
)
leistung_betrag = money(
    "leistung_betrag", PERSON, CentPerMonth, proof="leistungsbescheid", when=einkommensarten.has(Einkommensart.LEISTUNG)
)

einmalzahlung = money("einmalzahlung", PERSON, Cent, proof="kontoauszug", when=einkommensarten.has(Einkommensart.EINMALIG))
einmalzahlung_am = day("einmalzahlung_am", PERSON, proof="kontoauszug", when=einkommensarten.has(Einkommensart.EINMALIG))
einmalzahlung_monate = number(
    "einmalzahlung_monate", PERSON, Months, greatest=120, proof="kontoauszug", when=einkommensarten.has(Einkommensart.EINMALIG)
)

vermoegen = money("vermoegen", PERSON, Cent, proof="vermoegensaufstellung")
