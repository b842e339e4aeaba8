"""What `lebenslage site` says: the sites, the bound in plain words, who gains, what is nearly as good."""

from collections.abc import Iterator
from typing import Any, Final

import numpy as np

from lebenslage.atlas.arrays import Ints
from lebenslage.atlas.siting import ClassGain, Plan, Stage
from lebenslage.law.texts import Texts
from lebenslage.site.commands.atlas_siting_run import Answer
from lebenslage.site.commands.layout import heading, table
from lebenslage.site.commands.layout import points as listed

DIGITS: Final = 10


def in_words(answer: Answer, words: Texts) -> Iterator[str]:
    """The plan for people."""
    plan = answer.plan
    yield from heading(words("siting", "models", plan.model))
    if plan.stages:
        yield words("siting", "in_order")
        yield from (_stage(stage, answer, words) for stage in plan.stages)
    else:
        people = _number(float(answer.demand.weights.sum()), words)
        yield words("siting", "objectives", plan.model, value=_number(plan.objective, words), all=people)
        yield _bound(plan, words)
    yield from _chosen(answer, words)
    yield from _classes(answer, words)
    yield from _others(answer, words)


def _bound(plan: Plan, words: Texts) -> str:
    if plan.proven:
        return words("siting", "proven")
    return words("siting", "bound", percent=percent(plan.gap, words)) if np.isfinite(plan.gap) else words("siting", "unknown")


def percent(share: float, words: Texts) -> str:
    """A share as per cent, rounded up: what is promised holds."""
    decimals = 1 if share >= 0.001 else 4
    return _with_places(np.ceil(share * 100 * 10**decimals) / 10**decimals, decimals, words)


def _stage(stage: Stage, answer: Answer, words: Texts) -> str:
    away = abs(stage.objective - stage.bound) / stage.objective if stage.objective else 0.0
    return words("siting", "stage", rank=answer.classes[stage.rank], value=_number(stage.objective, words), percent=percent(away, words))


def _chosen(answer: Answer, words: Texts) -> Iterator[str]:
    plan = answer.plan
    if len(plan.chosen) == 0:
        yield words("siting", "nothing_new")
        return
    yield from heading(words("siting", "chosen"))
    headers = [words("siting", "columns", name) for name in ("site", "areas", "people")]
    rows = []
    for site in plan.chosen:
        mine = plan.assignment == site
        rows.append([answer.town.places[site], str(mine.sum()), _number(float(answer.demand.weights[mine].sum()), words)])
    yield from table(headers, rows, right=frozenset({1, 2}))


def _classes(answer: Answer, words: Texts) -> Iterator[str]:
    yield from heading(words("siting", "classes"))
    names = ("class", "people", "before", "after", "nearer", "without_before", "without_after")
    rows = [_gain(gain, answer, words) for gain in answer.plan.gains]
    yield from table([words("siting", "columns", name) for name in names], rows, right=frozenset(range(1, 7)))


def _gain(gain: ClassGain, answer: Answer, words: Texts) -> list[str]:
    ways = [words("siting", "no_way") if np.isnan(way) else _number(way, words) for way in (gain.before, gain.after)]
    counts = [_number(count, words) for count in (gain.nearer, gain.uncovered_before, gain.uncovered_after)]
    return [answer.classes[gain.rank], _number(gain.weight, words), *ways, *counts]


def _others(answer: Answer, words: Texts) -> Iterator[str]:
    yield from heading(words("siting", "others"))
    if not answer.plan.alternatives:
        yield words("siting", "no_others")
    yield from listed(
        words("siting", "other", sites=", ".join(_names(answer, other.chosen)), value=_number(other.objective, words))
        for other in answer.plan.alternatives
    )


def _names(answer: Answer, sites: Ints) -> list[str]:
    return [answer.town.places[site] for site in sites]


def _number(value: float, words: Texts) -> str:
    decimals = 0 if value == round(value) or abs(value) >= 1000 else 1
    return _with_places(value, decimals, words)


def _with_places(value: float, decimals: int, words: Texts) -> str:
    separators = {",": words("format", "group"), ".": words("format", "point")}
    return "".join(separators.get(sign, sign) for sign in f"{value:,.{decimals}f}")


def as_data(answer: Answer) -> dict[str, Any]:
    """The plan for programs."""
    plan = answer.plan
    return {
        "model": plan.model,
        "sites": _names(answer, plan.chosen),
        "objective": plan.objective,
        "bound": plan.bound,
        "gap": plan.gap if np.isfinite(plan.gap) else None,
        "proven": plan.proven,
        "higher_is_better": plan.higher,
        "stages": [{"class": answer.classes[one.rank], "objective": one.objective, "bound": one.bound} for one in plan.stages],
        "classes": [_gain_as_data(gain, answer) for gain in plan.gains],
        "alternatives": [{"sites": _names(answer, other.chosen), "objective": other.objective} for other in plan.alternatives],
    }


def _gain_as_data(gain: ClassGain, answer: Answer) -> dict[str, Any]:
    return {
        "class": answer.classes[gain.rank],
        "people": gain.weight,
        "way_before": _or_none(gain.before),
        "way_after": _or_none(gain.after),
        "nearer": gain.nearer,
        "uncovered_before": gain.uncovered_before,
        "uncovered_after": gain.uncovered_after,
    }


def rows(answer: Answer) -> list[dict[str, Any]]:
    """One row an area: its site, and the way before and after."""
    plan, town = answer.plan, answer.town
    return [
        {
            "area": key,
            "class": answer.classes[answer.demand.classes[row]],
            "people": _or_none(float(answer.demand.weights[row])),
            "site": town.places[plan.assignment[row]] if plan.assignment[row] >= 0 else "",
            "before": _or_none(float(plan.before[row])),
            "after": _or_none(float(plan.after[row])),
        }
        for row, key in enumerate(town.areas.keys)
    ]


def _or_none(value: float) -> float | None:
    return float(f"{value:.{DIGITS}g}") if np.isfinite(value) else None
