"""Maintenance that a household pays to others: one row a receiver (WoGG § 18)."""

from enum import IntEnum

from lebenslage.kernel.units import CentPerYear
from lebenslage.law.facts import MAX_AMOUNT, chosen, money
from lebenslage.law.nodes import Entity

UNTERHALTSZAHLUNG = Entity("unterhaltszahlung", "unterhaltszahlungen")


class Empfaenger(IntEnum):
    """For whom the maintenance is paid, in the order of WoGG § 18 S. 1."""

    MITGLIED_IN_AUSWAERTIGER_AUSBILDUNG = 1
    KIND_BEIM_ANDEREN_ELTERNTEIL = 2
    FRUEHERER_EHEGATTE = 3
    SONSTIGE_PERSON = 4


unterhalt_an = chosen("unterhalt_an", UNTERHALTSZAHLUNG, Empfaenger)
unterhalt_gezahlt = money("unterhalt_gezahlt", UNTERHALTSZAHLUNG, CentPerYear, proof="kontoauszug", best=MAX_AMOUNT)
unterhalt_titel = money("unterhalt_titel", UNTERHALTSZAHLUNG, CentPerYear, proof="unterhaltstitel", best=MAX_AMOUNT, keiner=0)
