"""Which questions stand where: those asked of everybody first, those that an answer opens, and those that can still change the outcome."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from lebenslage.benefits.facts import FACTS, antrag, bescheide, einkommen, leistungen, personen, unterhalt, wohnen
from lebenslage.benefits.facts.einkommen import Einkommensart, abzuege, einkommensarten
from lebenslage.benefits.facts.leistungen import leistung
from lebenslage.journal.clock import today
from lebenslage.law.engine import LawOn, Missing, Status
from lebenslage.law.facts import Fact
from lebenslage.law.household import Household
from lebenslage.law.nodes import HOUSEHOLD, PERSON, UNKNOWN, Entity
from lebenslage.pages.fields import NO, YES

MOST_ROUNDS: Final = 20

# What the one-page form, and the first part of the interview, ask: what Wohngeld reads, not what the rights behind its incomes read.
OF_WOHNGELD: Final = frozenset(
    fact
    for module in (personen, wohnen, leistungen, einkommen, unterhalt, antrag)
    for fact in vars(module).values()
    if isinstance(fact, Fact)
)

# Asked of everybody at once. What they open, and everything else, is asked only where it can change the outcome.
UP_FRONT: Final = (
    wohnen.mietenstufe, wohnen.wohnform, personen.verhaeltnis, personen.geburtsdatum, leistung, einkommensarten,
    unterhalt.unterhalt_an, unterhalt.unterhalt_gezahlt, unterhalt.unterhalt_titel,
)  # fmt: skip

# Changes no amount, but says from when it is paid: offered with the answers once there is an outcome.
AFTERWARDS: Final = (antrag.antragsdatum,)

# Shown once any kind of income is chosen: without income there is nothing to deduct from.
WITH_ANY_INCOME: Final = frozenset(str(kind.name).lower() for kind in Einkommensart)

# The ordinary household, supposed only to see which questions come next; elsewhere it is the first choice, no, or nothing.
ORDINARY: Final[Mapping[Fact, int]] = {personen.lebensmittelpunkt: True, personen.kindergeld: True}

# Choices that fold open, because few need them.
RARE: Final[Mapping[Fact, frozenset[str]]] = {
    einkommensarten: WITH_ANY_INCOME
    - {
        "lohn",
        "sonderzahlung",
        "minijob",
        "selbststaendig",
        "rente",
        "andere_rente",
        "lohnersatz",
        "elterngeld",
        "unterhalt",
        "unterhaltsvorschuss",
    },
    leistung: frozenset({"auszubildende_sgb2", "verletztengeld", "soziale_entschaedigung", "jugendhilfe"}),
    personen.aufenthalt: frozenset({"abkommen", "heimatlos", "befreit", "von_sozialrecht_ausgenommen", "titel_zur_suche"}),
    bescheide.bescheide: frozenset({"pflegegeld_des_landes", "pflegezulage", "sonderfuersorge", "barbetrag_im_heim"}),
}

# Answers that the one-page form does not offer: what they open is asked by the interview alone.
NOT_OFFERED: Final[Mapping[Fact, frozenset[str]]] = {einkommen.unterhaltsvorschuss: frozenset({"berechnen"})}


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the form: the facts of one entity that belong together."""

    id: str
    entity: Entity
    facts: Sequence[Fact]


def _facts_of(module: object, entity: Entity) -> list[Fact]:
    return [fact for fact in vars(module).values() if isinstance(fact, Fact) and fact.entity == entity]


_PERSON: Final = [personen.verhaeltnis, personen.geburtsdatum, *(fact for fact in FACTS if fact.entity == PERSON and fact in OF_WOHNGELD)]
SECTIONS: Final = (
    Section("wohnung", HOUSEHOLD, _facts_of(wohnen, HOUSEHOLD)),
    Section("personen", PERSON, list(dict.fromkeys(_PERSON))),
    Section("haushalt", HOUSEHOLD, _facts_of(personen, HOUSEHOLD)),
    Section("unterhalt", unterhalt.UNTERHALTSZAHLUNG, _facts_of(unterhalt, unterhalt.UNTERHALTSZAHLUNG)),
    Section("antrag", HOUSEHOLD, _facts_of(antrag, HOUSEHOLD)),
)


def _parent(fact: Fact) -> Fact | None:
    when = fact.asked.when
    return when.fact if when is not None and when.entity == fact.entity else None


def _openers(fact: Fact) -> frozenset[str]:
    when = fact.asked.when
    if when is None:
        return frozenset()
    return frozenset(when.names) if when.fact.choices is not None else frozenset({YES if when.holds(1) else NO})


def _below() -> Mapping[Fact, Mapping[Fact, frozenset[str]]]:
    below: dict[Fact, dict[Fact, frozenset[str]]] = {fact: {} for fact in FACTS}
    for fact in FACTS:
        above = _parent(fact)
        if above is not None:
            below[above][fact] = _openers(fact)
    return below


_BELOW: Final = _below()


def opened_by(fact: Fact, among: Container[Fact] = OF_WOHNGELD) -> Mapping[Fact, frozenset[str]]:
    """The questions on the same row that an answer to this one opens, each with the answers that open it."""
    opened = {one: openers for one, openers in _BELOW[fact].items() if one in among}
    return {**opened, abzuege: WITH_ANY_INCOME} if fact is einkommensarten else opened


def parent(fact: Fact) -> Fact | None:
    """The question below which this one stands, if any."""
    return einkommensarten if fact is abzuege else _parent(fact)


def ahead(law: LawOn, benefit: str, household: Household) -> Sequence[Missing]:
    """The questions that can still change the outcome, and those that come into sight behind them.

    On a page without JavaScript a further round costs more than a further question; so the ordinary answer is supposed for each open
    question to see what would be asked next. Only the questions are kept: no outcome rests on a supposed answer.
    """
    found: dict[tuple[Fact, int], Missing] = {}
    for _ in range(MOST_ROUNDS):
        result = law.assess(household, benefit)[benefit]
        new = [missing for missing in result.missing if (missing.fact, missing.row) not in found]
        if result.status is not Status.UNKNOWN or not new:
            break
        for missing in new:
            found[missing.fact, missing.row] = missing
            household = household.answered(missing.fact, missing.row, supposed(missing.fact))
    return tuple(found.values())


def supposed(fact: Fact) -> int:
    """The ordinary answer, to see what would be asked after it."""
    bounds = fact.bounds
    ordinary = ORDINARY.get(fact, bounds.favourable)
    return ordinary if ordinary is not None else max(bounds.least, min(0, bounds.greatest))


def applied_today(household: Household) -> Household:
    """The household as if it applied today, where it does not say when."""
    known = household.get(antrag.antragsdatum) is not UNKNOWN
    return household if known else household.answered(antrag.antragsdatum, 0, today().toordinal())
