"""And what if? Points, cliffs to the euro and what goes of each further euro."""

from dataclasses import replace

from lebenslage.benefits.facts import VOCABULARY, einkommen, wohnen
from lebenslage.benefits.together import Law
from lebenslage.law.curves import Look, Varied, opened, rights_alone, stepped
from lebenslage.law.engine import Status
from lebenslage.law.household import Household
from lebenslage.law.nodes import UNKNOWN
from tests.law.plain import ON, home, person, wohngeld

EURO = 100


def with_pension(household: Household) -> Look:
    """What is left: the pension and Wohngeld."""
    look, pension = rights_alone(Law.on(ON), "wohngeld")(household), household.get(einkommen.rente)
    known = look.total is not None and isinstance(pension, int)
    return replace(look, total=look.total + pension if known else None)  # type: ignore[operator]


def pensioner(**told: object) -> Household:
    return VOCABULARY.read(home(person(rente=900, **told)))


def varied(household: Household) -> Varied:
    return Varied(household, einkommen.rente, 0, with_pension)


def test_each_point_is_what_the_law_says_of_that_answer() -> None:
    curve = varied(pensioner()).curve(stepped(800 * EURO, 1_000 * EURO, 100 * EURO))

    assert [point.value // EURO for point in curve.points] == [800, 900, 1_000]
    assert [point.look.amounts["wohngeld"] for point in curve.points] == [
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
    assert cliff.rights == ("wohngeld",)


def test_where_something_is_not_known_there_is_no_sum_but_what_would_be_asked() -> None:
    document = home(person(rente=900))
    del document["haushalt"]["miete"]
    (point,) = varied(VOCABULARY.read(document)).curve([900 * EURO]).points

    assert (point.total, point.look.amounts["wohngeld"]) == (None, None)
    assert [missing.fact for missing in point.look.missing] == [wohnen.miete]


def test_an_answer_of_a_kind_that_was_not_chosen_opens_its_kind() -> None:
    household = opened(VOCABULARY.read(home()), einkommen.rente, 0)

    assert household.get(einkommen.einkommensarten) == einkommen.Einkommensart.RENTE
    assert household.get(einkommen.rente) is UNKNOWN


def test_the_last_value_is_never_left_out() -> None:
    assert list(stepped(0, 250, 100)) == [0, 100, 200, 250]
