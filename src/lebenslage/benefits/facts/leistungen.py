"""Benefits that cover the cost of living and exclude from others (WoGG §§ 7 and 8)."""

from enum import IntEnum

from lebenslage.law.facts import LAST_DAY, chosen, day, flag
from lebenslage.law.nodes import PERSON


class Leistung(IntEnum):
    """A benefit of WoGG § 7 Abs. 1 S. 1, in the order of its numbers."""

    KEINE = 0
    GRUNDSICHERUNGSGELD = 1
    AUSZUBILDENDE_SGB2 = 2
    VERLETZTENGELD = 4
    GRUNDSICHERUNG_IM_ALTER = 5
    HILFE_ZUM_LEBENSUNTERHALT = 6
    SOZIALE_ENTSCHAEDIGUNG = 7
    ASYLBEWERBERLEISTUNG = 8
    JUGENDHILFE = 9


class Stand(IntEnum):
    """How far the procedure for that benefit is (WoGG § 8)."""

    BEANTRAGT = 0
    BEWILLIGT = 1
    NUR_DARLEHEN = 2
    ABGELEHNT_ODER_ZURUECKGENOMMEN = 3
    ENTFALLEN_ODER_ERSTATTET = 4
    VERZICHTET = 5


leistung = chosen("leistung", PERSON, Leistung, proof="leistungsbescheid")
BEZIEHT = leistung.among(*(one for one in Leistung if one is not Leistung.KEINE))
leistung_stand = chosen("leistung_stand", PERSON, Stand, proof="leistungsbescheid", when=BEZIEHT)
leistung_ab = day("leistung_ab", PERSON, proof="leistungsbescheid", when=BEZIEHT)
leistung_bis = day("leistung_bis", PERSON, proof="leistungsbescheid", offen=LAST_DAY, when=BEZIEHT)
leistung_mit_unterkunft = flag(
    "leistung_mit_unterkunft", PERSON, proof="leistungsbescheid", when=leistung.among(Leistung.VERLETZTENGELD, Leistung.JUGENDHILFE)
)
wohngeld_statt_leistung = flag("wohngeld_statt_leistung", PERSON, proof="leistungsbescheid", assumed=0, when=BEZIEHT)
bei_leistung_beruecksichtigt = flag("bei_leistung_beruecksichtigt", PERSON, proof="leistungsbescheid")
