"""Valid notices in hand, besides those of `leistung`: rights that follow from another decision attach to them and recalculate nothing."""

from enum import IntFlag

from lebenslage.law.facts import LAST_DAY, Protection, chosen, day
from lebenslage.law.nodes import HOUSEHOLD, PERSON


class Bescheid(IntFlag):
    """A benefit for which a person holds a notice. Not here: what `leistung` and `behindertenhilfe` ask."""

    WOHNGELD = 1
    KINDERZUSCHLAG = 2
    BAFOEG = 4
    BERUFSAUSBILDUNGSBEIHILFE = 8
    AUSBILDUNGSGELD = 16
    PFLEGEGELD_DES_LANDES = 32
    PFLEGEZULAGE = 64
    SONDERFUERSORGE = 128
    FRUEHFOERDERUNG = 256
    BARBETRAG_IM_HEIM = 512


AUSBILDUNGSFOERDERUNG = Bescheid.BAFOEG | Bescheid.BERUFSAUSBILDUNGSBEIHILFE | Bescheid.AUSBILDUNGSGELD
WEITERE = (
    Bescheid.PFLEGEGELD_DES_LANDES
    | Bescheid.PFLEGEZULAGE
    | Bescheid.SONDERFUERSORGE
    | Bescheid.FRUEHFOERDERUNG
    | Bescheid.BARBETRAG_IM_HEIM
)

bescheide = chosen("bescheide", PERSON, Bescheid, proof="leistungsbescheid", protection=Protection.SPECIAL)

wohngeld_bescheid_ab = day("wohngeld_bescheid_ab", HOUSEHOLD, proof="wohngeldbescheid")
wohngeld_bescheid_bis = day("wohngeld_bescheid_bis", HOUSEHOLD, proof="wohngeldbescheid")
kinderzuschlag_bescheid_ab = day("kinderzuschlag_bescheid_ab", HOUSEHOLD, proof="kinderzuschlagbescheid")
kinderzuschlag_bescheid_bis = day("kinderzuschlag_bescheid_bis", HOUSEHOLD, proof="kinderzuschlagbescheid")
foerderung_bescheid_ab = day("foerderung_bescheid_ab", PERSON, proof="bafoeg_bescheid", when=bescheide.has(AUSBILDUNGSFOERDERUNG))
foerderung_bescheid_bis = day(
    "foerderung_bescheid_bis", PERSON, proof="bafoeg_bescheid", offen=LAST_DAY, when=bescheide.has(AUSBILDUNGSFOERDERUNG)
)
weiterer_bescheid_ab = day("weiterer_bescheid_ab", PERSON, proof="leistungsbescheid")
weiterer_bescheid_bis = day("weiterer_bescheid_bis", PERSON, proof="leistungsbescheid", offen=LAST_DAY)
