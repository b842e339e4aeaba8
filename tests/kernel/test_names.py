"""Official keys, citations, units and problems name what they speak of, and nothing that is malformed gets a name."""

from datetime import date

import pytest

from lebenslage.kernel.citations import Citation, Statute
from lebenslage.kernel.errors import InvalidKey, Problem, UnreadableAmount
from lebenslage.kernel.keys import OfficialKey
from lebenslage.kernel.units import BY_NAME, Cent, CentPerMonth, Count, unit_of

WOGG = Statute("WoGG", text_of=date(2026, 4, 29), read_on=date(2026, 11, 22))


def test_a_citation_reads_as_a_lawyer_writes_it() -> None:
    assert str(WOGG("§ 19 Abs. 1")) == "WoGG § 19 Abs. 1"


def test_a_citation_keeps_which_text_was_read_and_when() -> None:
    assert WOGG("§ 4") == Citation("WoGG", "§ 4", date(2026, 4, 29), date(2026, 11, 22))


@pytest.mark.parametrize("key", ["05", "05315", "05315000", "053150000000"])
def test_a_german_key_names_a_land_a_kreis_or_a_municipality(key: str) -> None:
    assert OfficialKey("DE", key).kreis == key[:5]


def test_antwerp_has_a_belgian_key() -> None:
    assert OfficialKey("BE", "11002").country == "BE"


@pytest.mark.parametrize("key", ["", "5315000", "0531500a", "０５３１５０００", "05315000 ", "053150"])
def test_a_key_with_other_signs_or_another_length_is_refused(key: str) -> None:
    with pytest.raises(InvalidKey) as refused:
        OfficialKey("DE", key)

    assert refused.value.details == {"given": key, "expected": "2, 5, 8, 12"}


def test_the_same_digits_in_another_country_are_another_key() -> None:
    assert OfficialKey("DE", "11002") != OfficialKey("BE", "11002")


def test_a_unit_is_read_off_a_type_or_the_rows_of_a_table() -> None:
    assert unit_of(CentPerMonth) == unit_of(tuple[tuple[CentPerMonth, ...], ...]) == BY_NAME["cent/month"]


def test_a_plain_number_has_no_unit() -> None:
    assert unit_of(int) is None
    assert unit_of(tuple) is None


def test_a_sum_and_a_monthly_sum_are_not_the_same_unit() -> None:
    assert unit_of(Cent) != unit_of(CentPerMonth)
    assert unit_of(Count) != unit_of(Cent)


def test_each_unit_stands_under_its_own_name() -> None:
    assert all(unit.name == name for name, unit in BY_NAME.items())


def test_the_key_of_a_problem_is_its_class_in_small_letters() -> None:
    class NobodyAtHome(Problem):
        pass

    assert (Problem.key, UnreadableAmount.key, NobodyAtHome.key) == ("problem", "unreadable_amount", "nobody_at_home")


def test_a_problem_says_where_and_keeps_the_answer_out_of_the_log() -> None:
    problem = UnreadableAmount(fact="miete", person="Anna", given="zwölf")

    assert problem.details["given"] == "zwölf"
    assert "miete" in str(problem)
    assert "zwölf" not in str(problem)
