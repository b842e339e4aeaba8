"""What is left of earned income: the payslip's net pay, or what it takes to estimate it."""

from enum import IntEnum

from lebenslage.benefits.facts.einkommen import Einkommensart, einkommensarten
from lebenslage.kernel.units import CentPerMonth, Count
from lebenslage.law.facts import Condition, chosen, flag, money, number
from lebenslage.law.nodes import PERSON

SCHAETZEN = -1
GEWINN = Einkommensart.SELBSTSTAENDIG | Einkommensart.GEWERBE | Einkommensart.LANDWIRTSCHAFT


class Steuerklasse(IntEnum):
    """The tax class on the payslip (EStG § 38b)."""

    UNBEKANNT = 0
    I = 1  # noqa: E741 - as the statute numbers them
    II = 2
    III = 3
    IV = 4
    V = 5
    VI = 6


class Beschaeftigung(IntEnum):
    """Of what kind the work is, where contributions differ."""

    ARBEITNEHMER = 0
    AUSBILDUNG = 1
    BEAMTET = 2
    WERKSTUDIUM = 3


class Krankenversicherung(IntEnum):
    """How an employee is insured against illness."""

    GESETZLICH = 0
    PRIVAT = 1


class Kirchensteuer(IntEnum):
    """Whether church tax is taken off the wage, and at which rate."""

    KEINE = 0
    NEUN_PROZENT = 1
    ACHT_PROZENT = 2


nettolohn = money(
    "nettolohn",
    PERSON,
    CentPerMonth,
    proof="lohnabrechnung",
    best=None,
    when=einkommensarten.has(Einkommensart.LOHN),
    schaetzen=SCHAETZEN,
)
GESCHAETZT = Condition(nettolohn, frozenset({SCHAETZEN}), bits=0)

steuerklasse = chosen("steuerklasse", PERSON, Steuerklasse, proof="lohnabrechnung", when=GESCHAETZT)
beschaeftigung = chosen("beschaeftigung", PERSON, Beschaeftigung, proof="lohnabrechnung", when=GESCHAETZT)
krankenversicherung = chosen("krankenversicherung", PERSON, Krankenversicherung, proof="lohnabrechnung", when=GESCHAETZT)
privatbeitrag = money(
    "privatbeitrag",
    PERSON,
    CentPerMonth,
    proof="lohnabrechnung",
    best=None,
    when=krankenversicherung.among(Krankenversicherung.PRIVAT),
)
kirchensteuer = chosen("kirchensteuer", PERSON, Kirchensteuer, proof="lohnabrechnung", when=GESCHAETZT)
hat_kinder = flag("hat_kinder", PERSON, proof="geburtsurkunde", when=GESCHAETZT)
kinder_unter_25 = number("kinder_unter_25", PERSON, Count, greatest=20, proof="geburtsurkunde", when=hat_kinder.yes())

minijob_befreit = flag("minijob_befreit", PERSON, proof="lohnabrechnung", assumed=0, when=einkommensarten.has(Einkommensart.MINIJOB))
selbststaendig_abgaben = money(
    "selbststaendig_abgaben", PERSON, CentPerMonth, proof="steuerbescheid", best=None, when=einkommensarten.has(GEWINN)
)
