"""What a minimum-income benefit asks beyond the shared facts: ability to work, special needs, what a dwelling may cost, the period."""

from enum import IntEnum

from lebenslage.benefits.facts.einkommen import Einkommensart, einkommensarten
from lebenslage.benefits.facts.personen import Aufenthalt, Merkmal, aufenthalt, merkmale
from lebenslage.benefits.facts.wohnen import HIGHEST_RENT, Wohnform, wohnform
from lebenslage.kernel.units import CentPerMonth
from lebenslage.law.facts import LAST_DAY, MAX_AMOUNT, Asked, Bounds, Condition, Fact, Protection, chosen, day, flag, money
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity

NEVER = LAST_DAY
NEU = 1
REGELFALL = 1
UNBEKANNT = -1


class Erwerbsfaehigkeit(IntEnum):
    """Whether a person can work at least three hours a day (SGB II § 8, SGB VI § 43)."""

    ERWERBSFAEHIG = 0
    VOLL_ERWERBSGEMINDERT_DAUERND = 1
    VOLL_ERWERBSGEMINDERT_AUF_ZEIT = 2


class Unterbringung(IntEnum):
    """Where a person lives or is kept (SGB II § 7 Abs. 4)."""

    KEINE = 0
    KRANKENHAUS_UNTER_SECHS_MONATE = 1
    EINRICHTUNG_MIT_ARBEIT = 2
    STATIONAERE_EINRICHTUNG = 3
    HAFT = 4


class Rentenart(IntEnum):
    """The kind of statutory pension (SGB VI § 33)."""

    ALTER = 0
    ERWERBSMINDERUNG = 1
    HINTERBLIEBENE = 2


class Ausbildungsart(IntEnum):
    """The training for which support is possible in principle (SGB II § 7 Abs. 5 and 6)."""

    SCHULE = 0
    STUDIUM = 1
    BERUFSAUSBILDUNG = 2
    BERUFSAUSBILDUNG_IM_WOHNHEIM = 3
    ABENDSCHULE = 4


class Bafoeg(IntEnum):
    """How far the claim to training support is (SGB II § 7 Abs. 6)."""

    ERHALTEN = 0
    BEANTRAGT = 1
    NUR_WEGEN_EINKOMMEN_ABGELEHNT = 2
    WEGEN_WOHNUNG_DER_ELTERN_ODER_ALTER_AUSGESCHLOSSEN = 3
    ANDERS_ABGELEHNT = 4
    NICHT_BEANTRAGT = 5


def _settled(id: str, entity: Entity, kind: object, assumed: int, *, proof: str = "", when: Condition | None = None, **words: int) -> Fact:
    """An amount of which the ordinary case is known, so that it is not asked: it is shown as assumed, and can be given."""
    greatest = HIGHEST_RENT if entity.single else MAX_AMOUNT // 10
    return Fact(id, entity, kind, bounds=Bounds(0, greatest, None), asked=Asked(proof, words=words, assumed=assumed, when=when))


erwerbsfaehigkeit = chosen("erwerbsfaehigkeit", PERSON, Erwerbsfaehigkeit, proof="rentenbescheid", protection=Protection.SPECIAL)
schwanger = flag("schwanger", PERSON, proof="mutterpass")
entbindungstermin = day("entbindungstermin", PERSON, proof="mutterpass", when=schwanger.yes())
ernaehrung_mehrbedarf = _settled("ernaehrung_mehrbedarf", PERSON, CentPerMonth, 0, proof="aerztliche_bescheinigung")
besonderer_mehrbedarf = _settled("besonderer_mehrbedarf", PERSON, CentPerMonth, 0, proof="kostennachweis")
teilhabeleistung = flag("teilhabeleistung", PERSON, proof="leistungsbescheid", assumed=0)
verheiratet = flag("verheiratet", PERSON, proof="heiratsurkunde")
unterbringung = Fact(
    "unterbringung", PERSON, Unterbringung, bounds=Bounds(0, max(Unterbringung)), asked=Asked(protection=Protection.SPECIAL, assumed=0)
)
erreichbar = flag("erreichbar", PERSON, assumed=1)
rentenart = chosen("rentenart", PERSON, Rentenart, proof="rentenbescheid", when=einkommensarten.has(Einkommensart.RENTE))
umzug_ohne_zusicherung = flag("umzug_ohne_zusicherung", PERSON, assumed=0)
fuenf_jahre_gemeldet = flag(
    "fuenf_jahre_gemeldet",
    PERSON,
    proof="meldebescheinigung",
    best=1,
    when=aufenthalt.among(Aufenthalt.FREIZUEGIGKEIT, Aufenthalt.TITEL_ZUR_SUCHE, Aufenthalt.KEIN_RECHT),
)
IN_AUSBILDUNG = merkmale.has(Merkmal.AUSBILDUNG)
ausbildungsart = chosen("ausbildungsart", PERSON, Ausbildungsart, proof="ausbildungsnachweis", when=IN_AUSBILDUNG)
bafoeg = chosen("bafoeg", PERSON, Bafoeg, proof="bafoeg_bescheid", when=IN_AUSBILDUNG)
freiwilligendienst = flag("freiwilligendienst", PERSON, proof="ausbildungsnachweis", assumed=0)

nur_ferienjob = flag("nur_ferienjob", PERSON, proof="lohnabrechnung", assumed=0)
nicht_anzurechnen = _settled("nicht_anzurechnen", PERSON, CentPerMonth, 0, proof="leistungsbescheid")
minderjaehriges_kind_anderswo = flag("minderjaehriges_kind_anderswo", PERSON, proof="geburtsurkunde", assumed=0)
gesetzliche_versicherungen = _settled("gesetzliche_versicherungen", PERSON, CentPerMonth, 0, proof="versicherungsnachweis")
riester_beitrag = _settled("riester_beitrag", PERSON, CentPerMonth, 0, proof="versicherungsnachweis")
arbeitskosten = _settled("arbeitskosten", PERSON, CentPerMonth, 0, proof="werbungskostennachweis")
eigene_versicherung = flag("eigene_versicherung", PERSON, proof="versicherungsnachweis", assumed=0)
renten_abzuege = money(
    "renten_abzuege",
    PERSON,
    CentPerMonth,
    proof="rentenbescheid",
    best=MAX_AMOUNT // 10,
    when=einkommensarten.has(Einkommensart.RENTE | Einkommensart.ANDERE_RENTE | Einkommensart.VERSORGUNG),
)
erwerb_vor_geburt = money(
    "erwerb_vor_geburt",
    PERSON,
    CentPerMonth,
    proof="elterngeldbescheid",
    best=MAX_AMOUNT // 10,
    when=einkommensarten.has(Einkommensart.ELTERNGELD),
)
einmalzahlung_nachzahlung = flag(
    "einmalzahlung_nachzahlung", PERSON, proof="leistungsbescheid", when=einkommensarten.has(Einkommensart.EINMALIG)
)

warmwasser_dezentral = flag("warmwasser_dezentral", HOUSEHOLD, proof="mietvertrag", best=1)
heizkosten_gesondert = money("heizkosten_gesondert", HOUSEHOLD, CentPerMonth, proof="heizkostennachweis", best=HIGHEST_RENT)
unterkunftskosten = money(
    "unterkunftskosten",
    HOUSEHOLD,
    CentPerMonth,
    proof="mietvertrag",
    best=HIGHEST_RENT,
    when=wohnform.among(Wohnform.HEIM, Wohnform.EIGENES_MEHRFAMILIENHAUS, Wohnform.OHNE_EIGENES_RECHT),
)
betriebskosten_eigentum = money(
    "betriebskosten_eigentum",
    HOUSEHOLD,
    CentPerMonth,
    proof="hausgeldabrechnung",
    best=HIGHEST_RENT,
    when=wohnform.among(Wohnform.EIGENTUM),
)
angemessene_unterkunft = _settled("angemessene_unterkunft", HOUSEHOLD, CentPerMonth, UNBEKANNT, unbekannt=UNBEKANNT)
angemessene_heizung = _settled("angemessene_heizung", HOUSEHOLD, CentPerMonth, UNBEKANNT, unbekannt=UNBEKANNT)
hohe_unterkunft_anerkannt = flag("hohe_unterkunft_anerkannt", HOUSEHOLD, assumed=0)
leistungsbezug_seit = day("leistungsbezug_seit", HOUSEHOLD, proof="leistungsbescheid", assumed=NEVER, noch_nie=NEVER)
kostensenkung_ab = day("kostensenkung_ab", HOUSEHOLD, proof="leistungsbescheid", assumed=REGELFALL, regelfall=REGELFALL, nicht=NEVER)
bewilligung_beginn = day("bewilligung_beginn", HOUSEHOLD, proof="leistungsbescheid", assumed=NEU, neu=NEU)
