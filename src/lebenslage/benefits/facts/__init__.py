"""The facts that benefits share, so that each is asked once. `VOCABULARY` is what a household file may hold."""

from lebenslage.benefits.facts import (
    antrag,
    bescheide,
    bildung,
    einkommen,
    ermaessigungen,
    familie,
    gewerbe,
    land,
    leistungen,
    netto,
    personen,
    unterhalt,
    wohnen,
)
from lebenslage.benefits.facts.checks import CHECKS
from lebenslage.law.facts import Fact
from lebenslage.law.household import Vocabulary

FACTS: tuple[Fact, ...] = tuple(
    fact
    for module in (
        personen,
        wohnen,
        leistungen,
        einkommen,
        unterhalt,
        antrag,
        land,
        bescheide,
        bildung,
        ermaessigungen,
        gewerbe,
        familie,
        netto,
    )
    for fact in vars(module).values()
    if isinstance(fact, Fact)
)
VOCABULARY = Vocabulary(FACTS, CHECKS)
