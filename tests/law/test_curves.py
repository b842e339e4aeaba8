"""And what if? Points, cliffs to the euro and what goes of each further euro."""

from collections.abc import Mapping

from lebenslage.benefits.facts import VOCABULARY, einkommen, wohnen
from lebenslage.benefits.together import Law
from lebenslage.law.curves import Varied, opened, stepped, total_of_rights
from lebenslage.law.engine import Result, Status
from lebenslage.law.household import Household
from lebenslage.law.nodes import UNKNOWN
from tests.law.plain import ON, home, person, wohngeld

WOHNGELD = ("wohngeld",)
EURO = 100


def with_pension(household: Household, results: Mapping[str, Result]) -> int | None:
    """What is left: the pension and the rights."""
    rights = total_of_rights(household, results)
    pension = household.get(einkommen.rente)
    return None if rights is None or not isinstance(pension, int) else pension + rights


def pensioner(**told: object) -> Household:
    return VOCABULARY.read(home(person(rente=900, **told)))


def varied(household: Household) -> Varied:
    return Varied(Law.on(ON), household, einkommen.rente, 0, total=with_pension, benefits=WOHNGELD)


def test_each_point_is_what_the_law_says_of_that_answer() -> None:
    curve = varied(pensioner()).curve(stepped(800 * EURO, 1_000 * EURO, 100 * EURO))

    assert [point.value // EURO for point in curve.points] == [800, 900, 1_000]
    assert [point.amounts["wohngeld"] for point in curve.points] == [
        wohngeld(home(person(rente=pension))).amount for pension in (800, 900, 1_000)
    ]


def test_the_sum_that_is_left_and_what_goes_of_each_further_euro() -> None:
    curve = varied(pensioner()).curve([900 * EURO, 1_000 * EURO])
    (less,), (one, other) = curve.rates, curve.points

    assert one.total is not None
    assert other.total is not None
    assert less == 100 - (other.total - one.total) // EURO
    assert 0 < less < 100


def test_the_loss_of_the_least_wohngeld_is_a_cliff_of_some_euros_found_to_the_euro() -> None:
    (cliff,) = varied(pensioner()).curve([1_000 * EURO, 2_000 * EURO]).cliffs
    before, after = (wohngeld(home(person(rente=value // EURO))) for value in (cliff.before, cliff.after))

    assert cliff.after - cliff.before == EURO
    assert (before.status, after.status) == (Status.YES, Status.NO)
    assert cliff.loss == before.amount - EURO
    assert cliff.rights == WOHNGELD


def test_where_something_is_not_known_there_is_no_sum_but_what_would_be_asked() -> None:
    document = home(person(rente=900))
    del document["haushalt"]["miete"]
    (point,) = varied(VOCABULARY.read(document)).curve([900 * EURO]).points

    assert (point.total, point.amounts["wohngeld"]) == (None, None)
    assert [missing.fact for missing in point.missing] == [wohnen.miete]


def test_an_answer_of_a_kind_that_was_not_chosen_opens_its_kind() -> None:
    household = opened(VOCABULARY.read(home()), einkommen.rente, 0)

    assert household.get(einkommen.einkommensarten) == einkommen.Einkommensart.RENTE
    assert household.get(einkommen.rente) is UNKNOWN


def test_the_last_value_is_never_left_out() -> None:
    assert list(stepped(0, 250, 100)) == [0, 100, 200, 250]
