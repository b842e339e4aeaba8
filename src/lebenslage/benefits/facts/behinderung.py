"""Disability, care, and the help that goes with them."""

from enum import IntEnum, IntFlag

from lebenslage.benefits.facts.personen import Merkmal, merkmale
from lebenslage.kernel.units import Count
from lebenslage.law.facts import Protection, chosen, number
from lebenslage.law.nodes import PERSON


class Merkzeichen(IntFlag):
    """The marks of a disability card (SGB IX § 152 Abs. 4 and 5, SchwbAwV § 3)."""

    G = 1
    AG = 2
    H = 4
    BL = 8
    GL = 16
    TBL = 32
    RF = 64
    B = 128


class Pflegegrad(IntEnum):
    """The degree of care that the care fund has found (SGB XI § 15)."""

    KEINER = 0
    EINS = 1
    ZWEI = 2
    DREI = 3
    VIER = 4
    FUENF = 5


class Behindertenhilfe(IntFlag):
    """Help because of a disability or of need of care that changes need or income under SGB XII."""

    EINGANGSVERFAHREN = 1
    ARBEITSBEREICH = 2
    AUSBILDUNGSBUDGET = 4
    TAGESSTRUKTUR = 8
    SCHULE_ODER_STUDIUM = 16
    EINGLIEDERUNGSHILFE = 32
    HILFE_ZUR_PFLEGE = 64
    BLINDENHILFE = 128


merkzeichen = chosen(
    "merkzeichen",
    PERSON,
    Merkzeichen,
    proof="schwerbehindertenausweis",
    protection=Protection.SPECIAL,
    when=merkmale.has(Merkmal.SCHWERBEHINDERT),
)
pflegegrad = chosen("pflegegrad", PERSON, Pflegegrad, proof="pflegegradbescheid", protection=Protection.SPECIAL)
behindertenhilfe = chosen("behindertenhilfe", PERSON, Behindertenhilfe, proof="leistungsbescheid", protection=Protection.SPECIAL)
GEMEINSAMES_MITTAGESSEN = behindertenhilfe.has(
    Behindertenhilfe.EINGANGSVERFAHREN | Behindertenhilfe.ARBEITSBEREICH | Behindertenhilfe.TAGESSTRUKTUR
)
mittagessen_tage = number("mittagessen_tage", PERSON, Count, greatest=23, proof="leistungsbescheid", when=GEMEINSAMES_MITTAGESSEN)
