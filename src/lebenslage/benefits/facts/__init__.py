"""The facts that benefits share, so that each is asked once. `VOCABULARY` is what a household file may hold."""

from lebenslage.benefits.facts import (
    antrag,
    asyl,
    bedarf,
    behinderung,
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
    sozialhilfe,
    unterhalt,
    vlaanderen,
    wohnen,
    wohnraum,
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
        bedarf,
        bescheide,
        bildung,
        ermaessigungen,
        gewerbe,
        vlaanderen,
        wohnraum,
        familie,
        netto,
        behinderung,
        sozialhilfe,
        asyl,
    )
    for fact in vars(module).values()
    if isinstance(fact, Fact)
)
VOCABULARY = Vocabulary(FACTS, CHECKS)
