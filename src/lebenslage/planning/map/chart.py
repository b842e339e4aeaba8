"""The distribution as SVG: a bar an area from least to greatest with its interval; of very many areas how many lie where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import Final

from django.utils.safestring import SafeString, mark_safe

from lebenslage.planning.map.bench import Bench
from lebenslage.planning.map.figures import number_in_words, unit_of
from lebenslage.planning.map.grid.shown import light_patterns
from lebenslage.planning.map.wording import ROOM
from lebenslage.quarters.looks import EDGE, INK, patterns

WIDTH, HEIGHT, FOOT, SIDE = 1000, 320, 46, 90
STEPS: Final = 40
ID: Final = "verteilung"


def chart(bench: Bench) -> SafeString:
    """The chart; empty where no area has a number."""
    if bench.sorted.classes is None:
        return SafeString()
    known = bench.sorted.known
    low, high = min(0.0, *known), max(0.0, *known, *(one[1] for one in bench.doubt.intervals if one))
    bars = _Bars(bench, low, high if high > low else low + 1)
    drawn = bars.steps(known) if bench.counted else bars.areas()
    parts = [
        f'<svg class="map-chart" viewBox="0 0 {WIDTH} {HEIGHT + FOOT}" role="group" aria-labelledby="{ID}-titel" font-size="22">',
        f'<title id="{ID}-titel">{escape(bench.say(ROOM, "chart_title", title=bench.title))}</title>',
        (light_patterns if bench.many else patterns)(bench.sorted.looks, ID),
        *bars.limits(),
        *drawn,
        "</svg>",
    ]
    return mark_safe("".join(parts))  # noqa: S308 - escaped where it is drawn


class _Bars:
    """The scales of one chart, and what is drawn to them."""

    def __init__(self, bench: Bench, low: float, high: float) -> None:
        self.bench, self.low, self.high = bench, low, high

    def y(self, number: float) -> float:
        """How far down a value lies."""
        return round(HEIGHT - (number - self.low) / (self.high - self.low) * (HEIGHT - 20), 1)

    def limits(self) -> Iterator[str]:
        """A line with its value where one class ends and the next begins."""
        bench = self.bench
        ends = bench.sorted.classes.upper[:-1] if bench.sorted.classes and not bench.counted else ()
        before = float(HEIGHT + 40)
        for end in ends:
            y = self.y(end)
            yield f'<path class="map-limit" d="M{SIDE} {y}H{WIDTH}" stroke="{EDGE}" stroke-dasharray="6 6"/>'
            if before - y > 22:
                words = f"{number_in_words(end, bench.column.indicator)}{unit_of(bench.column.indicator)}"
                yield f'<text class="map-plain" x="{SIDE - 8}" y="{y + 7}" text-anchor="end">{escape(words)}</text>'
                before = y

    def areas(self) -> Iterator[str]:
        """A bar an area, each a way to choose it."""
        bench = self.bench
        order = sorted(
            (one for one, number in enumerate(bench.column.numbers) if number is not None),
            key=lambda place: bench.column.numbers[place] or 0,
        )
        wide = (WIDTH - SIDE) / max(len(order), 1)
        yield f'<g class="map-areas" stroke="{EDGE}">'
        for step, place in enumerate(order):
            yield self._bar(place, SIDE + step * wide, wide)
        yield f'</g><path d="M{SIDE} {self.y(max(0, self.low))}H{WIDTH}" class="map-limit" stroke="{INK}" stroke-width="2"/>'

    def _bar(self, place: int, x: float, wide: float) -> str:
        number, said = self.bench.column.numbers[place] or 0, escape(self.bench.wording.aloud(place))
        top, foot = sorted((self.y(number), self.y(max(0.0, self.low))))
        current = ' aria-current="true"' if place == self.bench.chosen_place else ""
        return (
            f'<a href="{escape(self.bench.address_of(place))}" data-area="{place}" aria-label="{said}" tabindex="-1"{current}>'
            f'<rect x="{x:.1f}" width="{wide:.1f}" height="{HEIGHT}" fill="none" stroke="none" pointer-events="all"/>'
            f'<rect class="map-bar" x="{x + wide * 0.08:.1f}" y="{top}" width="{wide * 0.84:.1f}" height="{max(1.0, foot - top):.1f}" '
            f'fill="url(#{ID}-{self.bench.sorted.places[place]})"/>{self._whisker(place, x + wide / 2)}'
            f'<path class="map-here" d="M{x + wide / 2:.1f} {HEIGHT + 8}l12 22h-24Z" fill="{INK}" stroke="none"/><title>{said}</title></a>'
        )

    def _whisker(self, place: int, x: float) -> str:
        interval = self.bench.doubt.intervals[place]
        if interval is None:
            return ""
        low, high = (self.y(end) for end in interval)
        line = f"M{x:.1f} {low}V{high}m-5 0h10M{x - 5:.1f} {low}h10"
        return f'<path class="map-whisker" d="{line}" stroke="{INK}" stroke-width="2.5" fill="none"/>'

    def steps(self, ordered: Sequence[float]) -> Iterator[str]:
        """How many areas lie in each of forty equal steps."""
        counts, classes = [0] * STEPS, self.bench.sorted.classes
        reach = (self.high - self.low) / STEPS
        for number in ordered:
            counts[min(STEPS - 1, int((number - self.low) / reach))] += 1
        wide, most = (WIDTH - SIDE) / STEPS, max(counts)
        yield f'<g class="map-areas" stroke="{EDGE}">'
        for step, count in enumerate(counts):
            one = classes.of(self.low + (step + 0.5) * reach) if classes else 0
            high = round(count / most * (HEIGHT - 20), 1)
            x = SIDE + step * wide
            yield f'<rect x="{x:.1f}" y="{HEIGHT - high:.1f}" width="{wide:.1f}" height="{high}" fill="url(#{ID}-{one})"/>'
        yield f'</g><text class="map-plain" x="{SIDE - 8}" y="20" text-anchor="end">{most}</text>'
        for x, number, anchor in ((SIDE, self.low, "start"), (WIDTH, self.high, "end")):
            words = f"{number_in_words(number, self.bench.column.indicator)}{unit_of(self.bench.column.indicator)}"
            yield f'<text class="map-plain" x="{x}" y="{HEIGHT + 26}" text-anchor="{anchor}">{escape(words)}</text>'
