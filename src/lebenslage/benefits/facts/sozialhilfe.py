"""What SGB XII asks beyond other rights: forms of housing, deductions from income, and what the office settles."""

from enum import IntEnum

from lebenslage.benefits.facts.bedarf import freiwilligendienst
from lebenslage.benefits.facts.personen import Merkmal, merkmale
from lebenslage.benefits.facts.wohnen import Wohnform, wohnform
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count
from lebenslage.law.facts import MAX_AMOUNT, Asked, Bounds, Fact, chosen, day, flag, money, number
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity

MOST_A_MONTH = MAX_AMOUNT // 10
MIT_DEM_ANTRAG = 1


class Unterkunft(IntEnum):
    """Where somebody lives who neither rents nor owns (SGB XII §§ 27b and 42a Abs. 2, AsylbLG § 3a)."""

    WOHNUNG = 0
    BESONDERE_WOHNFORM = 1
    STATIONAERE_EINRICHTUNG = 2
    GEMEINSCHAFTSUNTERKUNFT = 3
    AUFNAHMEEINRICHTUNG = 4
    SONSTIGE_UNTERKUNFT = 5


class Wohnvertrag(IntEnum):
    """On which ground an adult lives in a flat that she shares with others (SGB XII § 42a Abs. 3 and 4)."""

    MIETPARTEI = 0
    OHNE_VERTRAG_BEI_VERWANDTEN = 1
    ANTEIL_NACH_KOEPFEN = 2
    BESTIMMTER_BETRAG = 3


def _seldom(id: str, entity: Entity, kind: object, *, proof: str, best: int) -> Fact:
    """An amount that most people do not have: nought is assumed and shown as assumed."""
    return Fact(id, entity, kind, bounds=Bounds(0, MOST_A_MONTH, best), asked=Asked(proof, assumed=0))


unterkunft = chosen(
    "unterkunft", HOUSEHOLD, Unterkunft, proof="nutzungsvertrag", when=wohnform.among(Wohnform.HEIM, Wohnform.OHNE_EIGENES_RECHT)
)
wohnraum_entgelt = money(
    "wohnraum_entgelt",
    PERSON,
    CentPerMonth,
    proof="nutzungsvertrag",
    best=MOST_A_MONTH,
    when=unterkunft.among(Unterkunft.BESONDERE_WOHNFORM, Unterkunft.SONSTIGE_UNTERKUNFT, Unterkunft.GEMEINSCHAFTSUNTERKUNFT),
)
wohnraum_zuschlaege = money(
    "wohnraum_zuschlaege",
    PERSON,
    CentPerMonth,
    proof="nutzungsvertrag",
    best=MOST_A_MONTH,
    when=unterkunft.among(Unterkunft.BESONDERE_WOHNFORM),
)
warmmiete_einpersonenhaushalt = money(
    "warmmiete_einpersonenhaushalt",
    HOUSEHOLD,
    CentPerMonth,
    proof="leistungsbescheid",
    best=None,
    when=unterkunft.among(Unterkunft.BESONDERE_WOHNFORM, Unterkunft.STATIONAERE_EINRICHTUNG, Unterkunft.SONSTIGE_UNTERKUNFT),
)
wohnvertrag = chosen("wohnvertrag", PERSON, Wohnvertrag, proof="untermietvertrag")
eigene_unterkunftskosten = money(
    "eigene_unterkunftskosten",
    PERSON,
    CentPerMonth,
    proof="untermietvertrag",
    best=MOST_A_MONTH,
    when=wohnvertrag.among(Wohnvertrag.BESTIMMTER_BETRAG),
)
angemessen_eine_person_weniger = money("angemessen_eine_person_weniger", HOUSEHOLD, CentPerMonth, proof="leistungsbescheid", best=None)
angemessen_eine_person = money("angemessen_eine_person", HOUSEHOLD, CentPerMonth, proof="leistungsbescheid", best=None)
verwandte_ohne_mittel = flag("verwandte_ohne_mittel", HOUSEHOLD, proof="leistungsbescheid", assumed=0)

beitrag_kranken_pflege = _seldom("beitrag_kranken_pflege", PERSON, CentPerMonth, proof="versicherungsnachweis", best=MOST_A_MONTH)
angemessene_versicherungen = _seldom("angemessene_versicherungen", PERSON, CentPerMonth, proof="versicherungsnachweis", best=MOST_A_MONTH)
arbeitsweg_mit_auto = number("arbeitsweg_mit_auto", PERSON, Count, greatest=300, proof="werbungskostennachweis", assumed=0)
ehrenamt_im_jahr = _seldom("ehrenamt_im_jahr", PERSON, CentPerYear, proof="kontoauszug", best=0)
taschengeld_freiwilligendienst = money(
    "taschengeld_freiwilligendienst", PERSON, CentPerMonth, proof="kontoauszug", when=freiwilligendienst.yes()
)
kindergeld_weitergeleitet = flag("kindergeld_weitergeleitet", PERSON, proof="kontoauszug", assumed=0)
unterstuetzung_im_haushalt = _seldom("unterstuetzung_im_haushalt", PERSON, CentPerMonth, proof="kontoauszug", best=0)

selbst_verursacht = flag("selbst_verursacht", PERSON, proof="leistungsbescheid", assumed=0)
laenger_im_ausland = flag("laenger_im_ausland", PERSON, proof="leistungsbescheid", assumed=0)
ausbildung_haertefall = flag("ausbildung_haertefall", PERSON, proof="leistungsbescheid", assumed=0, when=merkmale.has(Merkmal.AUSBILDUNG))
angehoerige_ueber_100000 = flag("angehoerige_ueber_100000", HOUSEHOLD, assumed=0)
not_bekannt_am = day("not_bekannt_am", HOUSEHOLD, proof="leistungsbescheid", assumed=MIT_DEM_ANTRAG, mit_dem_antrag=MIT_DEM_ANTRAG)
vorlaeufig_bewilligt = flag("vorlaeufig_bewilligt", HOUSEHOLD, proof="leistungsbescheid", assumed=0)
