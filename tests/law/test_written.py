"""A rule that is written out says and notes what following its wires says, with every answer there or some missing."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together import Law
from lebenslage.law import evaluation
from lebenslage.law.evaluation import Evaluation
from lebenslage.law.household import Household
from lebenslage.law.nodes import Source
from tests.law.households import Author, thinned

DAYS = (date(2024, 3, 1), date(2025, 7, 1), date(2026, 11, 1))
AT_ONCE, NEVER = 1, 1_000_000_000


def assessed(law: Law, household: Household) -> tuple[list[object], Evaluation]:
    """All outcomes, and the evaluation in which they were concluded."""
    results = law.assess(household)
    within = next(result.within for result in results.values())
    return [(id, r.status, r.amount, r.refused_by, r.missing, r.hints) for id, r in results.items()], within


@pytest.fixture(scope="module", params=DAYS, ids=str)
def two_laws(request: pytest.FixtureRequest) -> tuple[Law, Law]:
    """The law of a day twice: all its rules written out, none of them."""
    plain, out = (Law.on(request.param).reformed({}) for _ in range(2))
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(evaluation, "OFTEN", AT_ONCE)
        for seed in range(40):
            out.assess(VOCABULARY.read(Author(seed, 1 + seed % 6, 1 / 3).document()))
    return plain, out


@pytest.mark.slow
@settings(max_examples=40)
@given(seed=st.integers(0, 10**6), size=st.integers(1, 6), share=st.sampled_from([0, 0.05, 0.3]))
def test_written_out_and_followed_are_the_same_steps(two_laws: tuple[Law, Law], seed: int, size: int, share: float) -> None:
    household = thinned(VOCABULARY.read(Author(seed, size, 0.3).document()), share, seed)
    plain, out = two_laws
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(evaluation, "OFTEN", NEVER)
        said, within = assessed(plain, household)
    said_too, within_too = assessed(out, household)

    assert said_too == said
    assert within_too.steps == within.steps
    assert within_too.assumed == within.assumed
    assert list(within_too.read) == list(within.read)


def test_most_rules_are_written_out_in_the_end(two_laws: tuple[Law, Law]) -> None:
    plain, out = two_laws
    own_way = [source.concluded for source in Source.known]

    assert plain.in_force.concluding == own_way
    assert sum(now != way for now, way in zip(out.in_force.concluding, own_way, strict=True)) > len(out.in_force.versions) // 2


@pytest.mark.slow
@pytest.mark.parametrize("share", [0, 0.1])
def test_rights_asked_together_leave_the_trail_of_each_alone(share: float) -> None:
    law = Law.on(DAYS[-1])
    for seed in range(20):
        household = thinned(VOCABULARY.read(Author(seed, 1 + seed % 5, 0.3).document()), share, seed)
        results = law.assess(household).values()
        together = [step[:3] for step in next(iter(results)).within.steps]
        alone = {step[:3] for result in results for step in result.trail}

        assert len(together) == len(set(together))
        assert set(together) == alone
