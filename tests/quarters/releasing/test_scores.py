"""An index gives away what went into it: scores are shown where nothing that went in is hidden, else classes, else nothing."""

from collections.abc import Sequence
from datetime import date

from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Edition, Indicator, Kind
from lebenslage.quarters.releasing import protected
from lebenslage.quarters.releasing.scores import veiled_score

AREAS = Edition(pk=1, title="Drei", valid_from=date(2026, 1, 1), keys=["a", "b", "c"], names=["A", "B", "C"])
DAY = date(2026, 12, 31)
RECIPE = {"index": ["poor"]}


def column(key: str, kind: Kind, numbers: Sequence[float | None], *, people: bool = True) -> Column:
    marks = [Mark.SUPPRESSED if number is None else Mark.GIVEN for number in numbers]
    return Column(Indicator(key=key, name=key, kind=kind, unit="Prozent", of_people=people), AREAS, DAY, numbers, marks)


def test_scores_are_shown_where_nothing_is_hidden() -> None:
    score = column("index", Kind.INDEX, [0.5, -0.2, 0.1], people=False)
    assert veiled_score(score, [column("poor", Kind.SHARE, [12.0, 8.0, 9.0])], RECIPE).numbers == [0.5, -0.2, 0.1]


def test_one_hidden_figure_hides_all_scores() -> None:
    score = column("index", Kind.INDEX, [0.5, -0.2, 0.1], people=False)
    assert veiled_score(score, [column("poor", Kind.SHARE, [12.0, None, 9.0])], RECIPE).numbers == [None] * 3


def test_of_classes_those_of_hidden_figures_are_hidden() -> None:
    classes = column("index", Kind.INDEX, [5.0, 1.0, 3.0], people=False)
    veil = veiled_score(classes, [column("poor", Kind.SHARE, [12.0, None, 9.0]), column("other", Kind.SHARE, [None, 1.0, 1.0])], RECIPE)
    assert (veil.numbers, veil.marks[1]) == ([5.0, None, 3.0], Mark.SUPPRESSED)


def test_what_went_in_and_is_not_published_counts_as_hidden() -> None:
    assert veiled_score(column("index", Kind.INDEX, [5.0, 1.0, 3.0], people=False), [], RECIPE).numbers == [None] * 3


def test_figures_of_no_people_are_published_as_they_are() -> None:
    heat = column("heat", Kind.MEAN, [31.0, 29.5, 33.2], people=False)
    assert protected([heat], []) == [heat]


def test_a_mean_of_few_people_is_hidden() -> None:
    rent = Column(
        Indicator(key="rent", name="Miete", kind=Kind.MEAN, unit="Euro"), AREAS, DAY, [8.0, 9.0, 7.5], [Mark.GIVEN] * 3, [120, 4, 80]
    )
    assert protected([rent], [])[0].numbers == [8.0, None, 7.5]
