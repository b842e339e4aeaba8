"""Children and those who bring them up: what Kindergeld, Unterhaltsvorschuss, Elterngeld and Kinderzuschlag ask beyond the shared facts."""

from enum import IntEnum, IntFlag

from lebenslage.benefits.facts.einkommen import Einkommensart, einkommensarten
from lebenslage.benefits.facts.personen import Aufenthalt, Betreuung, Verhaeltnis, aufenthalt, betreuung, verhaeltnis
from lebenslage.kernel.units import Cent, CentPerMonth, CentPerYear, Count, Months
from lebenslage.law.facts import Condition, Protection, chosen, day, flag, money, number
from lebenslage.law.nodes import HOUSEHOLD, PERSON


class Freizuegigkeit(IntEnum):
    """How firm the free movement of an EU citizen is (EStG § 62 Abs. 1a)."""

    GEFESTIGT = 0
    ERSTE_DREI_MONATE = 1
    NUR_ARBEITSUCHE = 2


class Titel(IntEnum):
    """The residence title, as EStG § 62 Abs. 2, UhVorschG § 1 Abs. 2a and BEEG § 1 Abs. 7 tell them apart."""

    NIEDERLASSUNG = 0
    ERWERB = 1
    STUDIUM_ODER_SUCHE = 2
    HUMANITAER = 3
    KURZ = 4
    BESCHAEFTIGUNGSDULDUNG = 5
    SONSTIGER = 6


class LageDesKindes(IntEnum):
    """What a grown-up child does (EStG § 32 Abs. 4 S. 1)."""

    NICHTS_DAVON = 0
    AUSBILDUNG = 1
    UEBERGANG = 2
    OHNE_AUSBILDUNGSPLATZ = 3
    FREIWILLIGENDIENST = 4
    ARBEITSUCHEND = 5
    BEHINDERUNG = 6


MIT_TITEL = aufenthalt.among(Aufenthalt.AUFENTHALTSTITEL, Aufenthalt.DULDUNG, Aufenthalt.TITEL_ZUR_SUCHE)

freizuegigkeit = chosen("freizuegigkeit", PERSON, Freizuegigkeit, when=aufenthalt.among(Aufenthalt.FREIZUEGIGKEIT))
aufenthaltstitel = chosen("aufenthaltstitel", PERSON, Titel, proof="aufenthaltstitel", protection=Protection.SPECIAL, when=MIT_TITEL)
erwerb_oder_elternzeit = flag(
    "erwerb_oder_elternzeit",
    PERSON,
    proof="arbeitsvertrag",
    best=1,
    when=aufenthaltstitel.among(Titel.STUDIUM_ODER_SUCHE, Titel.HUMANITAER),
)
fuenfzehn_monate_hier = flag(
    "fuenfzehn_monate_hier", PERSON, proof="aufenthaltstitel", best=1, when=aufenthaltstitel.among(Titel.HUMANITAER)
)

enkelkind = flag("enkelkind", PERSON, proof="geburtsurkunde", best=1, when=verhaeltnis.among(Verhaeltnis.VERWANDT))
vollwaise = flag("vollwaise", PERSON, proof="waisennachweis", best=1, when=verhaeltnis.among(Verhaeltnis.ANTRAGSTELLEND))
kindergeld_an_andere = flag("kindergeld_an_andere", PERSON, proof="kindergeldnachweis", best=0)
auslaendische_kinderleistung = flag("auslaendische_kinderleistung", PERSON, proof="leistungsbescheid", best=0, assumed=0)
lage_des_kindes = chosen("lage_des_kindes", PERSON, LageDesKindes, proof="ausbildungsnachweis")
IN_AUSBILDUNG = lage_des_kindes.among(
    LageDesKindes.AUSBILDUNG, LageDesKindes.UEBERGANG, LageDesKindes.OHNE_AUSBILDUNGSPLATZ, LageDesKindes.FREIWILLIGENDIENST
)
erstausbildung_abgeschlossen = flag("erstausbildung_abgeschlossen", PERSON, proof="ausbildungsnachweis", best=0, when=IN_AUSBILDUNG)
arbeitet_mehr_als_zwanzig_stunden = flag(
    "arbeitet_mehr_als_zwanzig_stunden", PERSON, proof="arbeitsvertrag", best=0, when=erstausbildung_abgeschlossen.yes()
)


class Familienstand(IntEnum):
    """Whether a parent lives in a marriage or registered partnership (UhVorschG § 1 Abs. 1 Nr. 2, Abs. 2)."""

    LEDIG = 0
    VERWITWET = 1
    GESCHIEDEN = 2
    GETRENNT = 3
    PARTNER_IN_ANSTALT = 4
    VERHEIRATET = 5


familienstand = chosen("familienstand", PERSON, Familienstand, proof="trennungsnachweis")
GETEILTE_BETREUUNG = betreuung.among(Betreuung.MINDESTENS_EIN_DRITTEL)
anderer_betreut_ab_40_prozent = flag("anderer_betreut_ab_40_prozent", PERSON, proof="betreuungsnachweis", best=0, when=GETEILTE_BETREUUNG)
hilfebedarf_laut_bescheid = money("hilfebedarf_laut_bescheid", PERSON, CentPerMonth, proof="leistungsbescheid")
unterhalt_vorausgezahlt = flag("unterhalt_vorausgezahlt", PERSON, proof="kontoauszug", best=0, assumed=0)
mitwirkung_unterhalt = flag("mitwirkung_unterhalt", HOUSEHOLD, best=1, assumed=1)
um_unterhalt_bemueht = flag("um_unterhalt_bemueht", HOUSEHOLD, best=1, assumed=1)


SCHAETZEN = -1
KEINES = 1


class Bezug(IntEnum):
    """How a parent draws Elterngeld in a month of life (BEEG §§ 4, 4b)."""

    KEINER = 0
    BASIS = 1
    PLUS = 2
    PARTNERSCHAFTSBONUS = 3


class Pflichtversicherung(IntFlag):
    """In which insurance a parent was by law before the birth (BEEG § 2f Abs. 1)."""

    KRANKENVERSICHERUNG = 1
    RENTENVERSICHERUNG = 2
    ARBEITSLOSENVERSICHERUNG = 4


elterngeld_bezug = chosen("elterngeld_bezug", PERSON, Bezug)
BEZIEHT_ELTERNGELD = elterngeld_bezug.among(Bezug.BASIS, Bezug.PLUS, Bezug.PARTNERSCHAFTSBONUS)
wochenstunden = number("wochenstunden", PERSON, Count, greatest=80, proof="arbeitsvertrag")
zve_vor_geburt = money("zve_vor_geburt", PERSON, CentPerYear, proof="steuerbescheid", gering=0)

netto_vor_geburt = money(
    "netto_vor_geburt", PERSON, CentPerMonth, proof="lohnabrechnung", best=None, when=BEZIEHT_ELTERNGELD, schaetzen=SCHAETZEN
)
NETTO_GESCHAETZT = Condition(netto_vor_geburt, frozenset({SCHAETZEN}), bits=0)
brutto_vor_geburt = money("brutto_vor_geburt", PERSON, CentPerMonth, proof="lohnabrechnung", best=None, when=NETTO_GESCHAETZT)
minijob_vor_geburt = money("minijob_vor_geburt", PERSON, CentPerMonth, proof="lohnabrechnung", best=None, when=NETTO_GESCHAETZT)
gewinn_vor_geburt = money("gewinn_vor_geburt", PERSON, CentPerMonth, proof="steuerbescheid", best=None, when=NETTO_GESCHAETZT)
steuern_vor_geburt = money("steuern_vor_geburt", PERSON, CentPerMonth, proof="lohnabrechnung", when=NETTO_GESCHAETZT)
pflichtversicherung_vor_geburt = chosen(
    "pflichtversicherung_vor_geburt", PERSON, Pflichtversicherung, proof="lohnabrechnung", when=NETTO_GESCHAETZT
)
netto_im_bezug = money("netto_im_bezug", PERSON, CentPerMonth, proof="lohnabrechnung", when=BEZIEHT_ELTERNGELD)

mutterschaftsgeld_bis = day("mutterschaftsgeld_bis", PERSON, proof="mutterschaftsgeldbescheid", keines=KEINES)
mutterschaftsgeld_je_tag = money("mutterschaftsgeld_je_tag", PERSON, Cent, proof="mutterschaftsgeldbescheid")
ersatz_monate_vor_geburt = number(
    "ersatz_monate_vor_geburt", PERSON, Months, greatest=12, proof="leistungsbescheid", when=einkommensarten.has(Einkommensart.LOHNERSATZ)
)

elterngeld_basismonate = number("elterngeld_basismonate", PERSON, Months, greatest=18, proof="elterngeldbescheid")
elterngeld_plusmonate = number("elterngeld_plusmonate", PERSON, Months, greatest=32, proof="elterngeldbescheid")
elterngeld_bonusmonate = number(
    "elterngeld_bonusmonate",
    PERSON,
    Months,
    greatest=4,
    proof="elterngeldbescheid",
    when=elterngeld_bezug.among(Bezug.PARTNERSCHAFTSBONUS),
)
elterngeld_monate_geplant = number("elterngeld_monate_geplant", PERSON, Months, greatest=36, when=BEZIEHT_ELTERNGELD)

fruehgeburt_wochen = number("fruehgeburt_wochen", HOUSEHOLD, Count, greatest=24, proof="mutterpass", assumed=0)
alleiniger_bezug = flag("alleiniger_bezug", HOUSEHOLD, best=1)
elterngeld_unterbrochen = flag("elterngeld_unterbrochen", HOUSEHOLD, proof="elterngeldbescheid", best=0)
basis_schon_gleichzeitig = flag("basis_schon_gleichzeitig", HOUSEHOLD, proof="elterngeldbescheid", best=0)

kinderzuschlag_laeuft_bis = day("kinderzuschlag_laeuft_bis", HOUSEHOLD, proof="kinderzuschlagbescheid", assumed=KEINES, keiner=KEINES)
ansprueche_des_kindes_verfolgt = flag("ansprueche_des_kindes_verfolgt", PERSON, best=1, assumed=1)
