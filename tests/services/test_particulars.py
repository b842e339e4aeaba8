"""A particular is taken as people write it, and what cannot be right is refused where it was typed."""

import pytest

from lebenslage.kernel.errors import Problem
from lebenslage.law.texts import LANGUAGES
from lebenslage.pages.frame import sentences
from lebenslage.services import problems
from lebenslage.services.definition import Particular
from lebenslage.services.particulars import read


@pytest.mark.parametrize(
    ("kind", "typed", "read_as"),
    [
        ("name", "  Ayşe   Öztürk-van der Meer ", "Ayşe Öztürk-van der Meer"),
        ("street", "Am 2. Anger", "Am 2. Anger"),
        ("number", "12 a", "12 a"),
        ("postcode", " 45127 ", "45127"),
        ("phone", "+49 (201) 88-12345", "+49 (201) 88-12345"),
        ("mail", "a.b@example.org", "a.b@example.org"),
        ("iban", "de02120300000000202051", "DE02 1203 0000 0000 2020 51"),
        ("iban", "BE71 0961 2345 6769", "BE71 0961 2345 6769"),
    ],
)
def test_what_people_write_is_taken(kind: str, typed: str, read_as: str) -> None:
    assert read(Particular(id="x", kind=kind), typed) == read_as  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "typed", "problem"),
    [
        ("name", "123", problems.NotAName),
        ("town", "", problems.NotATown),
        ("number", "a", problems.NotAHouseNumber),
        ("postcode", "4512", problems.NotAPostcode),
        ("phone", "0201 CALL ME", problems.NotAPhone),
        ("mail", "a.b@example", problems.NotAMail),
        ("mail", "a b@example.org", problems.NotAMail),
        ("iban", "DE02 1203 0000 0000 2020 52", problems.NotAnIban),
        ("iban", "Sparkasse", problems.NotAnIban),
    ],
)
def test_what_cannot_be_right_is_refused(kind: str, typed: str, problem: type[Problem]) -> None:
    with pytest.raises(problem) as refused:
        read(Particular(id="x", kind=kind), typed)  # type: ignore[arg-type]

    assert len({sentences(language).problem(refused.value) for language in LANGUAGES}) == len(LANGUAGES)
