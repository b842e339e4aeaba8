"""The pictures of a published column: a map in up to five classes, and bars. Strings alone, the same on a page and as a file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from lebenslage.planning.public.published import Figure, Sheet
from lebenslage.planning.public.said import FIGURES, Saying
from lebenslage.quarters.columns import Mark
from lebenslage.quarters.looks import EDGE, INK, Look, hidden, missing, ramp, swatch
from lebenslage.quarters.maps import Picture, drawn_map
from lebenslage.quarters.models import Edition

CLASSES: Final = 5
WIDTH, NAMES, LONGEST, ROW = 720, 240, 380, 26


@dataclass(frozen=True, slots=True)
class Classed:
    """The areas in classes: the looks, and for each area its place among them."""

    looks: Sequence[Look]
    places: Sequence[int]

    @property
    def legend(self) -> Sequence[tuple[str, str, int]]:
        """Each class that occurs: its picture, its word, and how many areas are in it."""
        return [(swatch(place, look), look.word, self.places.count(place)) for place, look in enumerate(self.looks) if place in self.places]


def classed(sheet: Sheet, saying: Saying) -> Classed:
    """Classes with about as many areas each; the hidden and the missing have their own."""
    numbers = sorted(one.number for one in sheet.figures if one.number is not None)
    cuts = sorted({numbers[len(numbers) * step // CLASSES] for step in range(1, CLASSES)} - {numbers[0]}) if numbers else []
    looks = ramp(_words(sheet, numbers, cuts, saying)) if numbers else []
    absent = {Mark.SUPPRESSED: len(looks), Mark.MISSING: len(looks) + 1}
    words = [hidden(saying.say(FIGURES, "hidden")), missing(saying.say(FIGURES, "missing"))]
    places = [
        bisect_right(cuts, one.number) if one.number is not None else absent.get(one.mark, absent[Mark.MISSING]) for one in sheet.figures
    ]
    return Classed([*looks, *words], places)


def area_map(sheet: Sheet, saying: Saying, *, links: Callable[[int], str] | None = None, alone: bool = False) -> str:
    """The map as SVG; empty where the areas have no outlines. One that stands `alone` has its legend in itself."""
    drawn, classes = sheet.column.edition.drawn, classed(sheet, saying)
    if not drawn:
        return ""
    said = [f"{one.name}: {saying.figure(sheet.indicator, one)}" for one in sheet.figures]
    summary = " ".join(saying.sentences(sheet))
    names = sheet.column.edition.names
    picture = Picture(drawn, names, classes.places, classes.looks, title(sheet, saying), summary, said=said, links=links)
    return drawn_map(picture, legend=alone, for_print=alone)


def where_map(edition: Edition, place: int, title: str) -> str:
    """Where an area lies: all areas plain, this one outlined."""
    if not edition.drawn:
        return ""
    plain = [Look("", "", "r1", "plain")]
    names = edition.names
    return drawn_map(Picture(edition.drawn, names, [0] * len(names), plain, title, said=names, chosen=[place]), for_print=True)


def bars(sheet: Sheet, saying: Saying) -> str:
    """Bars as SVG, the longest first; where there is no number its word stands."""
    figures = sorted(sheet.figures, key=lambda one: (one.number is None, -(one.number or 0), one.name))
    most = max((abs(one.number) for one in figures if one.number is not None), default=0.0)
    height = ROW * len(figures) + 8
    rows = "".join(_bar(one, number * ROW + 4, most, sheet, saying) for number, one in enumerate(figures))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img" '
        f'aria-labelledby="balken-titel" font-family="Fira Sans, sans-serif" font-size="16"><title id="balken-titel">'
        f"{escape(title(sheet, saying))}</title>{rows}</svg>"
    )


def title(sheet: Sheet, saying: Saying) -> str:
    """What a picture shows, of which day."""
    return f"{sheet.indicator.name}, {saying.day(sheet.on)}"


def _words(sheet: Sheet, numbers: Sequence[float], cuts: Sequence[float], saying: Saying) -> Sequence[str]:
    """From the least to the greatest number that occurs in each class."""
    groups = [[number for number in numbers if bisect_right(cuts, number) == place] for place in range(len(cuts) + 1)]
    ends = [(saying.number(sheet.indicator, group[0]), saying.number(sheet.indicator, group[-1])) for group in groups]
    return [low if low == high else saying.say(FIGURES, "from_to", low=low, high=high) for low, high in ends]


def _bar(figure: Figure, y: int, most: float, sheet: Sheet, saying: Saying) -> str:
    length = round(LONGEST * abs(figure.number) / most, 1) if figure.number is not None and most else 0
    text = f'fill="{INK}" class="map-sign"'
    bar = f'<rect x="{NAMES}" y="{y}" width="{length}" height="18" fill="#2366a6" stroke="{EDGE}"/>' if length else ""
    return (
        f'<text x="{NAMES - 8}" y="{y + 14}" text-anchor="end" {text}>{escape(figure.name)}</text>{bar}'
        f'<text x="{NAMES + length + 6:g}" y="{y + 14}" {text}>{escape(saying.figure(sheet.indicator, figure))}</text>'
    )
