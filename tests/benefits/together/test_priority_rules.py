"""The amounts after priority as rules: what the overview of one household says, compiled as plain; GETTSIM's reading is a switch."""

from collections.abc import Mapping
from datetime import date
from random import Random

import pytest

from lebenslage.benefits.kinderzuschlag import KINDERZUSCHLAG
from lebenslage.benefits.sgb2 import SGB2_LEISTUNG
from lebenslage.benefits.together import rules
from lebenslage.benefits.together.law import Law
from lebenslage.benefits.together.living import Living, living
from lebenslage.benefits.together.ways import WayId
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.law.engine import Benefit
from lebenslage.law.household import Household
from lebenslage.law.nodes import Value
from lebenslage.law.rules import Rule
from lebenslage.law.simulation import Simulation
from lebenslage.law.wires import Of
from tests.benefits.together.families import adult, child, household
from tests.law.populations import tables

ON = date(2025, 7, 1)
LAW = Law.on(ON)
RIGHTS = {"wohngeld": rules.wohngeld_nach_vorrang, "kinderzuschlag": rules.kinderzuschlag_nach_vorrang, "sgb2": rules.sgb2_nach_vorrang}


def drawn(seed: int) -> Household:
    """A family with one or two adults, up to four children, some work and some rent."""
    chance = Random(seed)
    couple, children = chance.random() < 0.6, chance.randint(0, 4)
    wages = [chance.choice([0, 0, 450, 900, 1300, 1800, 2400, 3200]) for _ in range(1 + couple)]
    people = [_worker("ehegatte" if n else "antragstellend", wage, chance.random() * 0.2 + 0.65) for n, wage in enumerate(wages)]
    parents = {"elternteil_2": "P2"} if couple else {}
    births = [f"3.{chance.randint(1, 12)}.{chance.randint(2008, 2024)}" for _ in range(children)]
    young = [child(geburtsdatum=birth, **parents) for birth in births]
    return household(*people, *young, miete=chance.choice([400, 650, 900, 1200]), heizkosten_gesondert=chance.choice([0, 90]))


def _worker(relation: str, wage: int, left: float) -> dict[str, object]:
    return adult(relation, bruttolohn=wage, nettolohn=int(wage * left)) if wage else adult(relation)


def by_hand() -> list[Household]:
    """Families of whom the rules leave something out: a child that lives on its own maintenance, a need that a birthday brings back."""
    pay = {"einkommensarten": ["unterhalt"], "unterhalt": 700}
    kept = [child(), child(geburtsdatum="1.2.2018", **pay)]
    grown_soon = [child(geburtsdatum="15.7.2011") for _ in range(3)]
    return [
        household(adult(), *kept, miete=600),
        household(adult(bruttolohn=960, nettolohn=740), *kept, miete=900),
        household(adult(bruttolohn=675, nettolohn=500), *grown_soon, miete=500),
    ]


HOMES = [*(drawn(seed) for seed in range(150)), *by_hand()]


def amounts(of: Household, law: Law = LAW) -> Mapping[str, Value]:
    run = law.conclude(of, *RIGHTS.values())
    return {id: rule.value(run, 0) for id, rule in RIGHTS.items()}


def read_by(rule: Rule) -> set[object]:
    return {wire.source for version in rule.versions for wire in version.inputs if isinstance(wire, Of)}


@pytest.mark.parametrize(
    ("benefit", "read"),
    [
        (WOHNGELD, read_by(rules.vorrang_wohngeld) | read_by(rules.kiz_wohngeldanspruch)),
        (KINDERZUSCHLAG, read_by(rules.vorrang_kinderzuschlag)),
        (SGB2_LEISTUNG, read_by(rules.vorrang_sgb2) | read_by(rules.vorrang_sgb2_anspruch)),
    ],
)
def test_a_right_after_priority_reads_every_condition_of_the_right(benefit: Benefit, read: set[object]) -> None:
    assert set(benefit.decisive) <= read


def left_out(found: Living) -> str:
    """What the rules do not look at, where it changes the answer: Wohngeld of members outside the minimum income, the next two months."""
    best = found.choice.best
    if [reason.id for reason in found.choice.reasons] == ["duty_short"]:
        return "later months"
    return "wohngeld beside" if best is not None and best.id is WayId.MINIMUM and "wohngeld" in best.amounts else ""


def as_the_rules_see(found: Living) -> Mapping[str, int]:
    """The best way of the overview; without what is left out: covered now is covered, and nobody outside has Wohngeld."""
    best, missing = found.choice.best, left_out(found)
    way = found.beside if missing == "later months" else best
    seen = {} if way is None else {**way.amounts, "wohngeld": 0} if missing == "wohngeld beside" else way.amounts
    return {id: seen.get(id, 0) for id in RIGHTS}


@pytest.mark.parametrize("seed", range(len(HOMES)))
def test_the_rules_say_what_the_overview_of_the_household_says(seed: int) -> None:
    found = living(LAW, HOMES[seed])

    assert amounts(found.start.household) == as_the_rules_see(found)


def test_what_the_rules_leave_out_is_found_by_the_overview() -> None:
    """WoGG § 7 Abs. 1 S. 1 excludes only who receives or is counted; SGB II § 12a S. 2 Nr. 2 looks at three months."""
    assert [left_out(living(LAW, home)) for home in by_hand()] == ["wohngeld beside", "wohngeld beside", "later months"]


@pytest.mark.slow
def test_every_way_is_among_these_families() -> None:
    seen = {(found.choice.best.id, found.choice.reasons[0].id) for home in HOMES if (found := living(LAW, home)).choice.best}

    assert {(WayId.MINIMUM, "not_covered"), (WayId.BESIDE_WORK, "duty"), (WayId.MINIMUM, "only_minimum")} <= seen


def test_nobody_has_wohngeld_and_sgb2_in_one_month() -> None:
    assert not any(after["sgb2"] and (after["wohngeld"] or after["kinderzuschlag"]) for after in map(amounts, HOMES))


def test_in_gettsim_s_reading_the_sofortzuschlag_is_need() -> None:
    """So SGB II is claimed at least as often there."""
    reading = LAW.reformed({"vorrang_wie_gettsim": 1})
    ours, theirs = ([bool(amounts(home, law)["sgb2"]) for home in HOMES] for law in (LAW, reading))

    assert all(theirs[n] for n in range(len(HOMES)) if ours[n])


@pytest.mark.slow
def test_compiled_and_plain_say_the_same() -> None:
    homes = [living(LAW, home).start.household for home in HOMES]
    table = Simulation(LAW, only=tuple(RIGHTS), targets=tuple(RIGHTS.values())).simulate(tables(homes))

    for id, rule in RIGHTS.items():
        assert table.column(rule.id).to_pylist() == [amounts(home)[id] for home in homes], id
