"""How a report begins: the most important in plain words, and what stands out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from lebenslage.law.texts import Texts
from lebenslage.papers.report import Chapter
from lebenslage.quarters.columns import Column
from lebenslage.quarters.models import Better, Kind
from lebenslage.quarters.reports.figures import compared, given, judged, number, town_of, with_unit
from lebenslage.quarters.reports.material import Material

TOLD: Final = 4
NAMED: Final = 5
FIFTH: Final = 5
FEW: Final = 3
SAME: Final = 0.5


def summary(material: Material, say: Texts) -> Chapter:
    """The most important in plain words: short sentences, whole numbers, "16 of 100"."""
    first = say("report", "plain_first", number=len(material.edition.keys), town=material.town, day=say.day(material.day.toordinal()))
    shares = [one for one in judged(material.now) if one.indicator.better == Better.LOW and town_of(one) is not None]
    told = sorted(shares, key=lambda one: -(town_of(one) or 0))[:TOLD]
    paragraphs = (first, *_people(material, say), *(_plainly(material, one, say) for one in told), *_why_hidden(material, say))
    return Chapter(
        "summary", say("report", "summary"), paragraphs, own=material.texts.get("summary", ""), writable=True, set_apart=True, new_page=True
    )


def _people(material: Material, say: Texts) -> Iterator[str]:
    counts = [(town_of(one) or 0, one) for one in material.now if one.indicator.kind == Kind.COUNT and one.indicator.of_people]
    if counts:
        most, column = max(counts, key=lambda one: one[0])
        if most:
            yield say("report", "plain_people", name=column.indicator.name, number=number(most, say, 0))


def _plainly(material: Material, column: Column, say: Texts) -> str:
    numbers, names = given(column), material.edition.names
    most, least = max(numbers, key=lambda one: one[1]), min(numbers, key=lambda one: one[1])
    sentences = [
        say(
            "report",
            "plain_share",
            name=column.indicator.name,
            meaning=column.indicator.definition.rstrip("."),
            number=_of_hundred(town_of(column), say),
        ),
        say("report", "plain_most", area=names[most[0]], number=_of_hundred(most[1], say)),
        say("report", "plain_least", area=names[least[0]], number=_of_hundred(least[1], say)),
        *_since(material, column, say),
    ]
    return " ".join(sentences)


def _since(material: Material, column: Column, say: Texts) -> Iterator[str]:
    before = material.before.get(column.indicator.key)
    old, new = (town_of(before) if before else None), town_of(column)
    if before is not None and old is not None and new is not None:
        way = "same" if abs(new - old) < SAME else "more" if new > old else "less"
        yield say("report", f"plain_{way}", year=before.on.year)


def _of_hundred(share: float | None, say: Texts) -> str:
    rounded = round(share or 0)
    return say("report", "about", number=rounded) if rounded else say("report", "below_one")


def _why_hidden(material: Material, say: Texts) -> Iterator[str]:
    if material.hidden():
        yield say("report", "plain_hidden", minimum=material.minimum)


def striking(material: Material, say: Texts) -> Chapter:
    """What stands out: burdens that gather, strengths, changes beyond chance, and the changes of the town."""
    columns = list(judged(material.now))
    points = [
        *_gathered(material, columns, say, burden=True),
        *_gathered(material, columns, say, burden=False),
        *_moved(material, columns, say),
    ]
    found = points or [say("report", "nothing_striking")]
    how = say("report", "striking_how", number=len(columns))
    own = material.texts.get("striking", "")
    return Chapter("striking", say("report", "striking"), (how,), tuple(found), own=own, writable=True, new_page=True)


def _gathered(material: Material, columns: Sequence[Column], say: Texts, *, burden: bool) -> Iterator[str]:
    """Quarters that are in the worst, or the best, fifth of many indicators."""
    names: dict[int, list[str]] = defaultdict(list)
    for column in columns:
        for place in _end(column, high=(column.indicator.better == Better.LOW) is burden):
            names[place].append(column.indicator.name)
    many = sorted((place for place, found in names.items() if len(found) >= FEW), key=lambda place: -len(names[place]))
    for place in many[:NAMED]:
        key = "gathered" if burden else "strong"
        told = ", ".join(names[place])
        yield say("report", key, area=material.edition.names[place], number=len(names[place]), all=len(columns), names=told)


def _end(column: Column, *, high: bool) -> Sequence[int]:
    """The areas of the highest, or lowest, fifth."""
    ordered = sorted(given(column), key=lambda one: one[1], reverse=high)
    return [place for place, _ in ordered[: max(1, len(ordered) // FIFTH)]]


def _moved(material: Material, columns: Sequence[Column], say: Texts) -> Iterator[str]:
    """The greatest changes that small numbers alone do not explain."""
    found = [
        (abs(change.difference), column, before, place)
        for column in columns
        if (before := material.before.get(column.indicator.key)) is not None
        for place in range(len(column.numbers))
        if (change := compared(column, before, place)) is not None and change.beyond_chance
    ]
    for _, column, before, place in sorted(found, key=lambda one: -one[0])[:NAMED]:
        new, old = column.numbers[place], before.numbers[place]
        assert new is not None
        assert old is not None
        yield say(
            "report",
            "moved",
            name=column.indicator.name,
            area=material.edition.names[place],
            old=with_unit(before, old, say),
            new=with_unit(column, new, say),
            year=before.on.year,
        )
