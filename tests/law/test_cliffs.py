"""A euro more never loses more than a declared cliff: of any right, of all for the living, of everything; and each of them happens."""

from collections.abc import Iterable

import pytest

from lebenslage.benefits.together.cliffs import Declared, allowed_loss, behind, declared
from lebenslage.law.curves import Cliff, Curve, Varied, stepped
from tests.law.incomes import EURO, LAW, Income, alone, everything, for_living, incomes
from tests.law.ordinary import children

INCOMES = incomes()
NOT_FOR_LIVING = ("taxable income before birth", "income above need", "wage in Antwerp")
LIVING = [name for name in INCOMES if name not in NOT_FOR_LIVING]
# Where each declared cliff is met: the income, how it is looked at, and the last euro before it.
MET = {
    "wohngeld_mindestbetrag": ("old-age pension", "wohngeld", 2046),
    "wohngeld_volle_euro": ("wage, 1 adults, 3 children, rent 900", "living", 2434),
    "kinderzuschlag_volle_euro": ("wage, 2 adults, 3 children, rent 500", "living", 2961),
    "kinderzuschlag_luecke": ("maintenance of a child", "kinderzuschlag", 1350),
    "unterhaltsvorschuss_mindestbetrag": ("maintenance of a child", "unterhaltsvorschuss", 294),
    "sofortzuschlag": ("wage, 1 adults, 1 children, rent 500", "sgb2", 2444),
    "wohngeld_neben_sgb2": ("wage beside maintenance", "living", 599),
    "rundung_je_person": ("wage, 2 adults, 0 children, rent 900", "living", 1294),
    "sofortzuschlag_sgb12": ("pension of who cannot work for a time", "hilfe_zum_lebensunterhalt", 1957),
    "sofortzuschlag_asylblg": ("wage of who seeks asylum", "asylblg", 2347),
    "leefloon_vrijstelling": ("wage in Antwerp", "leefloon", 1776),
    "bildung_und_teilhabe_bescheid": ("wage, 2 adults, 3 children, rent 500", "everything", 5976),
    "rundfunkbeitrag_bescheid": ("income above need", "rundfunkbeitrag", 18),
    "kita_beitrag_grenze": ("wage of a parent", "kita_beitrag", 3526),
    "sozialticket_grenze": ("wage of a parent", "sozialticket", 3410),
    "elterngeld_einkommensgrenze": ("taxable income before birth", "elterngeld", 175_000),
}


def curve(of: Varied, income: Income, points: int) -> Curve:
    return of.curve(stepped(0, income.high, max(income.high // points // EURO, 1) * EURO))


def beyond(of: Varied, cliffs: Iterable[Cliff], without: Iterable[Declared] = ()) -> list[Cliff]:
    """The cliffs that are deeper than what is declared for the rights behind them."""

    def allowed(cliff: Cliff) -> int:
        had, left = (of.at(value).look.amounts for value in (cliff.before, cliff.after))
        return allowed_loss([one for one in behind(cliff, left) if one not in without], children(of.household), had)

    return [cliff for cliff in cliffs if cliff.loss > allowed(cliff)]


@pytest.mark.slow
@pytest.mark.parametrize("name", INCOMES)
def test_a_euro_more_never_costs_a_right_more_than_declared(name: str) -> None:
    found = {right: beyond(of, curve(of, INCOMES[name], 150).cliffs) for right, of in alone(INCOMES[name]).items()}

    assert {right: cliffs for right, cliffs in found.items() if cliffs} == {}


@pytest.mark.slow
@pytest.mark.parametrize("name", LIVING)
def test_a_euro_more_never_leaves_less_to_live_on_than_declared(name: str) -> None:
    """What one right loses and another takes over is no loss here."""
    of = for_living(INCOMES[name])
    found = curve(of, INCOMES[name], 40)

    assert all(point.total is not None for point in found.points)
    assert beyond(of, found.cliffs, without=[one for one in declared() if one.alone]) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", ["wage of a parent", "wage, 2 adults, 3 children, rent 500", "pension of who cannot work for a time"])
def test_a_euro_more_never_costs_in_everything_more_than_declared(name: str) -> None:
    of = everything(INCOMES[name])

    assert beyond(of, curve(of, INCOMES[name], 40).cliffs, without=[one for one in declared() if one.alone]) == []


@pytest.mark.parametrize("one", declared(), ids=lambda one: one.id)
def test_every_declared_cliff_happens(one: Declared) -> None:
    """Without it, a euro more would lose more than is declared."""
    name, looking, before = MET[one.id]
    whole = {"living": for_living, "everything": everything}
    of = whole[looking](INCOMES[name]) if looking in whole else alone(INCOMES[name])[looking]
    cliffs = of.curve([before * EURO, (before + 1) * EURO]).cliffs

    assert beyond(of, cliffs) == []
    assert len(beyond(of, cliffs, without=[one])) == 1


def test_every_declared_cliff_is_of_a_right_and_names_its_paragraph() -> None:
    assert {one.right for one in declared()} <= set(LAW.benefits)
    assert all("§" in one.cites for one in declared())
