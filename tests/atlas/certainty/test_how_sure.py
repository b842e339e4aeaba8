"""How sure a class and a rank are."""

import csv
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import ndtr

from lebenslage.atlas.certainty import Doubt, Model, NothingToRemove, ScaleBoundToCuts, beta_binomial, how_sure, noise, what_matters
from lebenslage.atlas.certainty.draws import Streams
from lebenslage.atlas.certainty.problems import ScaleBelowZero
from lebenslage.atlas.certainty.scoring import Scoring
from lebenslage.atlas.index import find_recipe, score
from tests.atlas.certainty.towns import chance, recipe, town

ALL = Doubt(concentration=100, scales=("z", "minmax", "rank"), removal=True)


def test_by_hand_two_areas_change_places_as_often_as_normal_chance_says() -> None:
    # 0 and 1 with a standard error of 1 each: the first is drawn above the second with P(N(1, 2) < 0).
    values = np.array([[0.0], [1.0]])
    found = how_sure(Model(recipe(1), values, noise.of_errors(values[:, 0], np.ones(2))), seed=1, draws=40_000, among=1)
    assert found.worst == pytest.approx([ndtr(-1 / np.sqrt(2)), ndtr(1 / np.sqrt(2))], abs=0.007)
    assert found.ranks.tolist() == [2, 1]


def test_by_hand_leaving_one_out() -> None:
    # z of S0: 1.72, -.66, -.40, -.66; of S1: -.95, 1.39, .51, -.95. The first area is worst by both (.77, .73), the second by S1 alone.
    values = np.array([[9.0, 0], [0, 8], [1, 5], [0, 0]])
    found = how_sure(Model(recipe(2), values, doubt=Doubt(removal=True)), seed=1, draws=30_000, among=1)
    assert found.worst == pytest.approx([2 / 3, 1 / 3, 0, 0], abs=0.01)


def test_without_doubt_everything_is_certain() -> None:
    _, events, base = town()
    found = how_sure(Model(recipe(), 100 * events / base), seed=1, draws=50)
    assert found.share_sure == 1
    assert (found.low == found.ranks).all()
    assert (found.high == found.ranks).all()


@pytest.mark.slow
def test_same_seed_same_result_whatever_the_block() -> None:
    _, events, base = town()
    model = Model(recipe(), 100 * events / base, chance(events, base), ALL)
    first, second, other = (how_sure(model, seed=seed, draws=500, block=block) for seed, block in ((1, 10**6), (1, 700), (2, 10**6)))
    assert (first.probabilities == second.probabilities).all()
    assert (first.median == second.median).all()
    assert (first.probabilities != other.probabilities).any()
    assert what_matters(model, seed=1, draws=100, block=700).at_all == what_matters(model, seed=1, draws=100).at_all


@settings(max_examples=25)
@given(st.integers(4, 40), st.integers(1, 4), st.integers(0, 99), st.booleans(), st.booleans())
def test_probabilities_sum_to_one(areas: int, indicators: int, seed: int, weights: bool, scales: bool) -> None:
    _, events, base = town(areas, indicators, seed)
    doubt = Doubt(50 if weights else None, ("z", "rank") if scales else ())
    found = how_sure(Model(recipe(indicators), 100 * events / base, chance(events, base), doubt), seed=seed, draws=60, among=3)
    assert found.probabilities.sum(axis=1) == pytest.approx(np.ones(areas))
    assert found.worst.sum() == pytest.approx(3)
    assert ((found.low <= found.median) & (found.median <= found.high)).all()


def test_more_people_give_narrower_ranks() -> None:
    truth, _, base = town()
    few, many = (
        how_sure(Model(recipe(), 100 * truth, chance(truth * base * times, base * times)), seed=1, draws=2000) for times in (1, 16)
    )
    assert (many.high - many.low).mean() < 0.5 * (few.high - few.low).mean()
    assert many.share_sure > few.share_sure


def test_surer_weights_give_surer_classes() -> None:
    _, events, base = town()
    free, firm = (how_sure(Model(recipe(), 100 * events / base, doubt=Doubt(c)), seed=1, draws=1000) for c in (5, 5000))
    assert firm.stays.mean() > free.stays.mean()


@pytest.mark.parametrize("scale", ["z", "minmax", "rank"])
@pytest.mark.parametrize("how", ["sum", "mean"])
def test_the_fast_way_is_the_way_of_the_index(scale: str, how: str) -> None:
    _, events, base = town()
    chosen = recipe(combine={"how": how, "again": "z" if how == "sum" else "none"}, measures="strength")
    draws = chance(events, base).values(np.random.default_rng(1).standard_normal((20, 3, 100)))
    draws[:, 1] = np.round(draws[:, 1])  # equal figures share a rank
    weights = np.random.default_rng(2).random((20, 3))
    known = score(chosen.model_copy(update={"normalise": scale}), draws.transpose(0, 2, 1).copy(), weights=weights).index
    found = Scoring(chosen)(draws, weights, scale)  # type: ignore[arg-type]
    assert np.diff(found, axis=1) == pytest.approx(np.diff(known, axis=1), abs=1e-9)


def test_an_indicator_that_is_equal_everywhere_counts_nothing() -> None:
    values = np.array([[0.1, 0.3], [0.2, 0.3], [0.7, 0.3]])
    assert Scoring(recipe(2))(values.T[None].copy(), np.ones((1, 2)), "z")[0] == pytest.approx(score(recipe(2), values).index)


def test_classes_of_equal_size_are_counted_by_rank() -> None:
    _, events, base = town(20)
    chosen = recipe(classes={"kind": "shares", "number": 5})
    found = how_sure(Model(chosen, 100 * events / base, chance(events, base)), seed=1, draws=500)
    assert found.probabilities.sum(axis=0) == pytest.approx(np.full(5, 4.0))
    assert found.classes[found.ranks == 1] == 1
    assert found.probabilities[found.ranks == 1].argmax() == 0


def test_many_areas_have_ranks_in_steps_that_hold_them() -> None:
    values = np.random.default_rng(1).permutation(np.arange(2500.0))[:, None]
    found = how_sure(Model(recipe(1), values), seed=1, draws=3)
    assert (found.ranks == 2500 - values[:, 0]).all()
    assert ((found.low <= found.ranks) & (found.ranks <= found.high)).all()
    assert (found.high - found.low).max() == 2  # 2,500 areas in 1,000 steps


def test_what_matters_by_hand() -> None:
    # Without other doubt, all variance is that of chance.
    _, events, base = town()
    model = Model(recipe(), 100 * events / base, chance(events, base))
    found = what_matters(model, seed=1, draws=400)
    assert found.greatest == "noise"
    assert found.at_all["noise"] == pytest.approx(1, abs=0.05)
    assert found.alone["noise"] == pytest.approx(1, abs=0.05)


def test_shares_of_doubt_are_between_nothing_and_all() -> None:
    _, events, base = town()
    found = what_matters(Model(recipe(), 100 * events / base, chance(events, base), ALL), seed=1, draws=1500)
    assert set(found.at_all) == {"noise", "weights", "scale", "removal"}
    assert all(-0.05 <= found.alone[source] <= found.at_all[source] + 0.05 for source in found.alone)
    assert sum(found.alone.values()) == pytest.approx(1, abs=0.3)


@pytest.mark.slow
def test_nine_of_ten_rank_intervals_hold_the_true_rank() -> None:
    inside = []
    for seed in range(12):
        truth, events, base = town(150, seed=seed, people=900)
        learnt = noise.together([noise.of_posterior(beta_binomial(e, b), 100) for e, b in zip(events.T, base.T, strict=True)])
        found = how_sure(Model(recipe(), 100 * events / base, learnt), seed=seed, draws=1000)
        true = score(recipe(), truth).index
        rank = np.argsort(np.argsort(-true)) + 1
        inside.append(np.mean((found.low <= rank) & (rank <= found.high)))
    assert np.mean(inside) >= 0.88


def test_other_scales_need_classes_that_can_follow() -> None:
    with pytest.raises(ScaleBoundToCuts):
        Model(recipe(combine={"how": "sum", "again": "none"}), np.eye(3), doubt=Doubt(scales=("z", "rank")))


def test_an_index_of_one_cannot_do_without_it() -> None:
    with pytest.raises(NothingToRemove):
        Model(recipe(1), np.ones((3, 1)), doubt=Doubt(removal=True))


def test_what_is_left_out_is_made_up_for_by_the_others() -> None:
    # A sum that is not standardised again keeps its scale: the two indicators are the same, so that nothing can change.
    values = np.repeat(np.array([[1.0], [2], [6]]), 2, axis=1)
    chosen = recipe(2, combine={"how": "sum", "again": "none"})
    assert how_sure(Model(chosen, values, doubt=Doubt(removal=True)), seed=1, draws=100).share_sure == 1


def test_a_recipe_without_classes_has_ranks_alone() -> None:
    _, events, base = town(20)
    found = how_sure(Model(recipe(classes=None), 100 * events / base, chance(events, base)), seed=1, draws=100)
    assert not found.has_classes
    assert found.worst.sum() == pytest.approx(10)


@pytest.mark.shared
def test_berlin_2021_keeps_its_published_classes_before_anything_is_drawn(shared_dir: Path) -> None:
    with (shared_dir / "data/berlin-lor-2021/mss_2021.csv").open(encoding="utf-8-sig", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["SI_N"] in "1234" and row["SI_N"]]
    values = np.array([[float(row[id]) for id in ("S1", "S3", "S4")] for row in rows])
    people = np.array([float(row["EW"]) for row in rows])
    drawn = noise.together([noise.of_shares(column / 100 * people, people) for column in values.T])
    found = how_sure(Model(find_recipe("mss", "2019-2021"), values, drawn), seed=1, draws=1000)
    assert found.classes.tolist() == [int(row["SI_N"]) for row in rows]
    assert len(rows) == 536
    assert found.share_sure > 0.8
    assert found.sure[np.abs(found.ranks - 268) < 100].all()  # the middle is certain, doubt lies at the limits


def test_groups_and_products_go_the_way_of_the_index() -> None:
    _, events, base = town(30)
    grouped = recipe().model_dump(by_alias=True)
    grouped["indicators"][0]["group"] = grouped["indicators"][1]["group"] = "both"
    grouped["groups"] = [{"id": "both", "label": {"de": "x", "en": "x"}}]
    for chosen in (type(recipe()).model_validate(grouped), recipe(combine={"how": "geometric", "again": "z"}, normalise="rank")):
        model = Model(chosen, 100 * events / base, doubt=Doubt(concentration=50))
        draws = Streams(model, 1).block(5)
        known = score(chosen, np.broadcast_to(model.values, (5, 30, 3)).copy(), weights=draws.weights).index
        assert model.index(draws) == pytest.approx(known, abs=1e-9)


def test_a_product_is_not_made_of_values_below_nought() -> None:
    with pytest.raises(ScaleBelowZero):
        Model(recipe(2, combine={"how": "geometric", "again": "z"}, normalise="rank"), np.eye(3)[:, :2], doubt=Doubt(scales=("z", "rank")))


def test_weights_of_a_principal_component_are_drawn_around_it() -> None:
    _, events, base = town()
    chosen = recipe(combine={"weights": "pca", "again": "z"})
    found = how_sure(Model(chosen, 100 * events / base, doubt=Doubt(concentration=1000)), seed=1, draws=200)
    assert found.share_sure > 0.9


def test_memory_does_not_grow_with_the_draws() -> None:
    _, events, base = town()
    model, peaks = Model(recipe(), 100 * events / base, chance(events, base), ALL), []
    for draws in (500, 500, 5000):
        tracemalloc.start()
        how_sure(model, seed=1, draws=draws)
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[2] < 1.1 * peaks[1]
