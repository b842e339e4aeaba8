"""What SGB XII asks beyond other rights: forms of housing, deductions from income, and what the office settles."""

from enum import IntEnum, IntFlag

from lebenslage.benefits.facts.einkommen import Einkommensart, einkommensarten
from lebenslage.benefits.facts.personen import Merkmal, merkmale
from lebenslage.benefits.facts.wohnen import Wohnform, wohnform
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count
from lebenslage.law.facts import MAX_AMOUNT, Asked, Bounds, Fact, chosen, day, flag, money, number
from lebenslage.law.nodes import HOUSEHOLD, PERSON

MOST_A_MONTH = MAX_AMOUNT // 10
NEU = 1


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


class Absetzung(IntFlag):
    """What lowers income (SGB XII § 82 Abs. 2 S. 1), beside what a payslip withholds."""

    KRANKEN_PFLEGE = 1
    VERSICHERUNGEN = 2
    ALTERSVORSORGE = 4
    STEUERN = 8
    ARBEITSAUSGABEN = 16


class BesondereEinnahme(IntFlag):
    """Receipts of which a part is no income (SGB XII § 82 Abs. 1 S. 2 Nr. 8, Abs. 2 S. 2)."""

    EHRENAMT = 1
    FREIWILLIGENDIENST = 2


unterkunft = chosen(
    "unterkunft", HOUSEHOLD, Unterkunft, proof="nutzungsvertrag", when=wohnform.among(Wohnform.HEIM, Wohnform.OHNE_EIGENES_RECHT)
)
AUSSERHALB_EINER_WOHNUNG = unterkunft.among(Unterkunft.BESONDERE_WOHNFORM, Unterkunft.STATIONAERE_EINRICHTUNG, Unterkunft.SONSTIGE_UNTERKUNFT)
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
    "warmmiete_einpersonenhaushalt", HOUSEHOLD, CentPerMonth, proof="leistungsbescheid", best=None, when=AUSSERHALB_EINER_WOHNUNG
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

absetzungen = chosen("absetzungen", PERSON, Absetzung, proof="kontoauszug")
beitrag_kranken_pflege = money(
    "beitrag_kranken_pflege",
    PERSON,
    CentPerMonth,
    proof="rentenbescheid",
    best=MOST_A_MONTH,
    when=absetzungen.has(Absetzung.KRANKEN_PFLEGE),
)
beitrag_versicherungen = money(
    "beitrag_versicherungen", PERSON, CentPerMonth, proof="kontoauszug", best=MOST_A_MONTH, when=absetzungen.has(Absetzung.VERSICHERUNGEN)
)
beitrag_altersvorsorge = money(
    "beitrag_altersvorsorge", PERSON, CentPerMonth, proof="kontoauszug", best=MOST_A_MONTH, when=absetzungen.has(Absetzung.ALTERSVORSORGE)
)
steuern_ohne_lohn = money(
    "steuern_ohne_lohn", PERSON, CentPerMonth, proof="steuerbescheid", best=MOST_A_MONTH, when=absetzungen.has(Absetzung.STEUERN)
)
arbeitsausgaben = money(
    "arbeitsausgaben",
    PERSON,
    CentPerMonth,
    proof="werbungskostennachweis",
    best=MOST_A_MONTH,
    when=absetzungen.has(Absetzung.ARBEITSAUSGABEN),
)
arbeitsweg_auto = number(
    "arbeitsweg_auto", PERSON, Count, greatest=300, proof="werbungskostennachweis", when=absetzungen.has(Absetzung.ARBEITSAUSGABEN)
)

besondere_einnahmen = chosen("besondere_einnahmen", PERSON, BesondereEinnahme, proof="kontoauszug")
ehrenamt_im_jahr = money(
    "ehrenamt_im_jahr", PERSON, CentPerYear, proof="kontoauszug", when=besondere_einnahmen.has(BesondereEinnahme.EHRENAMT)
)
freiwilligendienst_taschengeld = money(
    "freiwilligendienst_taschengeld",
    PERSON,
    CentPerMonth,
    proof="kontoauszug",
    when=besondere_einnahmen.has(BesondereEinnahme.FREIWILLIGENDIENST),
)
einmalzahlung_ist_nachzahlung = flag(
    "einmalzahlung_ist_nachzahlung", PERSON, proof="leistungsbescheid", best=1, when=einkommensarten.has(Einkommensart.EINMALIG)
)
kindergeld_weitergeleitet = flag("kindergeld_weitergeleitet", PERSON, proof="kontoauszug")
unterstuetzung_im_haushalt = Fact(
    "unterstuetzung_im_haushalt",
    PERSON,
    CentPerMonth,
    bounds=Bounds(0, MOST_A_MONTH, 0),
    asked=Asked("kontoauszug", assumed=0),
)

selbst_verursacht = flag("selbst_verursacht", PERSON, proof="leistungsbescheid", assumed=0)
laenger_im_ausland = flag("laenger_im_ausland", PERSON, proof="leistungsbescheid", assumed=0)
ausbildung_unschaedlich = flag(
    "ausbildung_unschaedlich", PERSON, proof="bafoeg_bescheid", assumed=0, when=merkmale.has(Merkmal.AUSBILDUNG)
)
angehoerige_ueber_100000 = flag("angehoerige_ueber_100000", HOUSEHOLD, assumed=0)
sozialhilfe_erstmals_am = day("sozialhilfe_erstmals_am", HOUSEHOLD, proof="leistungsbescheid", assumed=NEU, neu=NEU)
kosten_nicht_zu_senken = flag("kosten_nicht_zu_senken", HOUSEHOLD, proof="leistungsbescheid", assumed=0)
not_bekannt_am = day("not_bekannt_am", HOUSEHOLD, proof="leistungsbescheid", assumed=NEU, mit_dem_antrag=NEU)
vorlaeufig_bewilligt = flag("vorlaeufig_bewilligt", HOUSEHOLD, proof="leistungsbescheid", assumed=0)
