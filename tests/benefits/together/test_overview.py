"""One question for everything: what comes first, what excludes what, which way is best, what follows from a notice."""

from datetime import date

import pytest

from lebenslage.benefits.facts import einkommen, leistungen
from lebenslage.benefits.facts.land import Land, land
from lebenslage.benefits.facts.leistungen import Leistung
from lebenslage.benefits.together.law import BENEFITS, Law, words
from lebenslage.benefits.together.order import FIRST, MINIMUM, REASONS, RELATIONS
from lebenslage.benefits.together.overview import Overview, Standing, overview
from lebenslage.benefits.together.ways import WayId
from lebenslage.law.engine import Status
from lebenslage.law.household import Household
from lebenslage.law.texts import LANGUAGES
from tests.benefits.together.families import adult, child, household

ON = date(2025, 7, 1)
WORKING = household(
    adult(bruttolohn=2400, nettolohn=1750),
    adult("ehegatte"),
    child(elternteil_2="P2"),
    child(elternteil_2="P2"),
    child(elternteil_2="P2", geburtsdatum="1.2.2020"),
)
EARNING_LITTLE = household(adult(bruttolohn=600, nettolohn=520), child())
ALONE_WITHOUT_WORK = household(adult())


def seen(of: Household, on: date = ON) -> Overview:
    return overview(Law.on(on), of)


def standings(found: Overview) -> dict[str, str]:
    return {right.id: right.standing.value for right in found.rights.values() if right.standing in (Standing.CHOSEN, Standing.SET_ASIDE)}


def reasons(found: Overview) -> list[str]:
    return [reason.id for reason in found.choice.reasons]


def test_who_works_and_has_children_takes_wohngeld_and_kinderzuschlag_before_sgb2() -> None:
    found = seen(WORKING)

    assert standings(found) == {"wohngeld": "chosen", "kinderzuschlag": "chosen", "sgb2": "set_aside"}
    assert (found.choice.duty, reasons(found)) == (True, ["duty"])


def test_the_sum_is_what_comes_first_and_the_best_way() -> None:
    found = seen(WORKING)
    paid = [found.rights[id].amount for id in ("kindergeld", "wohngeld", "kinderzuschlag")]

    assert found.monthly == sum(amount or 0 for amount in paid)


def test_where_need_is_left_the_household_may_choose_and_sgb2_pays_more() -> None:
    found = seen(EARNING_LITTLE)
    gap = found.choice.reasons[0].amounts["gap"]

    assert found.rights["sgb2"].standing is Standing.CHOSEN
    assert found.rights["wohngeld"].standing is Standing.SET_ASIDE
    assert found.choice.duty is False
    assert reasons(found)[0] == "not_covered"
    assert gap > 0


def test_who_has_nothing_else_gets_a_minimum_income() -> None:
    found = seen(ALONE_WITHOUT_WORK)

    assert found.choice.best is not None
    assert found.choice.best.id is WayId.MINIMUM
    assert found.rights["sgb2"].amount == found.monthly


def test_who_receives_sgb2_learns_that_wohngeld_and_kinderzuschlag_would_come_first() -> None:
    """The benefit that excludes is put aside for the comparison: it can be given up (WoGG § 8 Abs. 2)."""
    receiving = WORKING
    for row in range(5):
        receiving = receiving.answered(leistungen.leistung, row, Leistung.GRUNDSICHERUNGSGELD)

    assert standings(seen(receiving)) == standings(seen(WORKING))


def test_unterhaltsvorschuss_that_nobody_claimed_yet_counts_as_if_it_were() -> None:
    """What comes first is income of the child everywhere else; so it is claimed before anything else is said."""
    found = seen(household(adult(bruttolohn=600, nettolohn=520, familienstand="ledig"), child(geburtsdatum="1.2.2020")))
    kinds = found.living.start.household.get(einkommen.einkommensarten, 1)

    assert (found.rights["unterhaltsvorschuss"].standing, found.rights["unterhaltsvorschuss"].amount) == (Standing.FIRST, 227_00)
    assert kinds == einkommen.Einkommensart.UNTERHALTSVORSCHUSS


def test_a_missing_answer_leaves_the_best_way_open_and_names_it() -> None:
    complete = household(adult(bruttolohn=1200, nettolohn=950), child())
    given = {fact: values for fact, values in complete.given.items() if fact.id != "nettolohn"}
    found = seen(Household(complete.names, given))

    assert (found.monthly, found.choice.best) == (None, None)
    assert "nettolohn" in {missing.fact.id for missing in found.rights["sgb2"].missing}


def test_conflicts_are_those_between_rights_that_would_both_be_due() -> None:
    conflicts = {(one.right, one.other) for one in seen(WORKING).conflicts}

    assert ("sgb2", "wohngeld") in conflicts
    assert ("kinderzuschlag", "sgb2") in conflicts
    assert not any("asylblg" in pair for pair in conflicts)


def test_a_household_in_belgium_is_asked_about_belgian_rights_only() -> None:
    found = seen(ALONE_WITHOUT_WORK.answered(land, 0, Land.BE))

    assert {right.alone.benefit.country for right in found.rights.values()} == {"BE"}
    assert (found.choice.best, found.choice.reasons, found.conflicts) == (None, (), ())


def test_a_reform_is_carried_to_the_whole_answer() -> None:
    law = Law.on(ON).reformed({"kindergeld_satz": 300})

    assert overview(law, WORKING).rights["kindergeld"].amount == 3 * 300_00
    assert overview(law, WORKING).figures == {"kindergeld_satz": 300}


def test_a_reform_of_a_figure_that_the_next_months_do_not_read_is_no_obstacle() -> None:
    law = Law.on(ON).reformed({"rundfunk_monatsbeitrag": 10})

    assert overview(law, WORKING).choice.duty is True


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_relation_reason_and_standing_has_words(language: str) -> None:
    say = words(language)

    assert all(say("together", "relations", relation.id).strip() for relation in RELATIONS)
    assert all(say("together", "standings", standing.value).strip() for standing in Standing)
    assert all(say.has("together", "reasons", reason) for reason in REASONS)


def test_every_relation_is_between_rights_of_this_house() -> None:
    known = {benefit.id for benefit in BENEFITS}

    assert {end for relation in RELATIONS for end in (relation.right, relation.other)} <= known
    assert {*FIRST, *MINIMUM} <= known


def test_no_right_is_lost_in_the_answer() -> None:
    found = seen(WORKING)

    assert set(found.rights) == {benefit.id for benefit in BENEFITS if benefit.country == "DE"}
    assert all(right.together.status is Status.NO for right in found.standing(Standing.NONE))
    assert all(right.together.status is Status.YES for right in found.standing(Standing.FIRST, Standing.CHOSEN, Standing.FOLLOWS))
