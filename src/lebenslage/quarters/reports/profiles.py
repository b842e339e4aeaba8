"""A page for each quarter: sentences, where it stands among all, and its figures beside those of the town."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lebenslage.law.texts import Texts
from lebenslage.papers.report import Chapter, Table
from lebenslage.quarters.columns import Column, Mark
from lebenslage.quarters.models import Better, Kind
from lebenslage.quarters.reports.figures import beside_town, judged, number, shown, span, town_shown
from lebenslage.quarters.reports.material import Material
from lebenslage.quarters.reports.pictures import place_of, standing
from lebenslage.quarters.reports.themes import change_of


def profiles(material: Material, say: Texts) -> Iterator[Chapter]:
    """All areas; nothing where there are too many for a page each."""
    if material.profiled:
        inner = tuple(profile(material, place, say) for place in range(len(material.edition.keys)))
        yield Chapter("profiles", say("report", "profiles"), (say("report", "profiles_how"),), chapters=inner, new_page=True)


def profile(material: Material, place: int, say: Texts) -> Chapter:
    """One area."""
    key, name = material.edition.keys[place], material.edition.names[place]
    own_place = f"profile-{key}"
    judged_here = list(judged(material.now))
    drawings = [one for one in (place_of(material, place, say), standing(material, place, judged_here, say)) if one is not None]
    return Chapter(
        own_place,
        name,
        tuple(_sentences(material, place, say)),
        own=material.texts.get(own_place, ""),
        writable=True,
        drawings=tuple(drawings),
        tables=(_table(material, place, say),),
        new_page=place > 0,
    )


def _sentences(material: Material, place: int, say: Texts) -> Iterator[str]:
    yield from _class(material, place, say)
    for better, key in ((Better.LOW, "burdens"), (Better.HIGH, "strengths")):
        columns = [one for one in judged(material.now) if one.indicator.better == better]
        yield from _named(columns, place, "above", f"{key}_above", say)
        yield from _named(columns, place, "below", f"{key}_below", say)
    hidden = sum(one.marks[place] is Mark.SUPPRESSED for one in material.now)
    if hidden:
        yield say("report", "profile_hidden" if hidden > 1 else "profile_hidden_one", number=hidden)


def _named(columns: Sequence[Column], place: int, where: str, key: str, say: Texts) -> Iterator[str]:
    names = [one.indicator.name for one in columns if beside_town(one, place) == where]
    if names:
        yield say("report", key, names=", ".join(names))


def _class(material: Material, place: int, say: Texts) -> Iterator[str]:
    index = material.index
    if index is None:
        return
    value = index.numbers[place]
    if value is None:
        yield say("report", "class_hidden" if index.marks[place] is Mark.SUPPRESSED else "class_missing", name=index.indicator.name)
    else:
        higher = sum(other is not None and other > value for other in index.numbers)
        yield say("report", "class_of", name=index.indicator.name, number=shown(index, place, say), higher=higher)


def _table(material: Material, place: int, say: Texts) -> Table:
    head = tuple(say("report", "profile_head", key) for key in ("name", "here", "chance", "town", "beside", "change"))
    rows = tuple(_row(material, one, place, say) for one in material.now)
    return Table("", head, rows, say("report", "profile_note"))


def _row(material: Material, column: Column, place: int, say: Texts) -> tuple[str, ...]:
    within = span(column, place)
    chance = f"{number(within[0], say, 0)}–{number(within[1], say, 0)} %" if within else ""
    of_town = "" if column.indicator.kind == Kind.COUNT else town_shown(column, say)
    return (
        column.indicator.name,
        shown(column, place, say),
        chance,
        of_town,
        say("report", "beside", beside_town(column, place)),
        change_of(material, column, place, say),
    )
