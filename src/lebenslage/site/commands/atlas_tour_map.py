"""Small maps as SVG: each class has its own pattern, and its name stands in every area, so that nobody must tell colours apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

import shapely

from lebenslage.atlas.arrays import Floats, Shapes

WIDTH: Final = 640.0
LINE, LETTER = 24, 15
MOST_NUMBERED: Final = 60
SIGNS: Final = ("○", "■")
INK, PAPER, EDGE = "#1a1a1a", "#ffffff", "#5b6770"
GROUNDS: Final = ("#ffffff", "#f4ead2", "#e6c68a", "#c98a3c", "#8a4b1c")
"""From light to dark: they can be told apart in grey too."""
HATCHED: Final = ("plain", "plain", "lines", "dense-lines", "dense-lines")
TILE: Final = 12


@dataclass(frozen=True, slots=True)
class Ground:
    """How a class is drawn and explained: its words, a shade from 0 (lightest) to 4, and a pattern as `overlay.bivariate` names them."""

    word: str
    shade: int
    pattern: str


def shaded(words: Sequence[str], shades: Sequence[int] = (0, 1, 2, 3, 4)) -> Mapping[str, Ground]:
    """A legend for classes 0, 1, 2 ...: the darker the denser."""
    return {str(number): Ground(word, shade, HATCHED[shade]) for number, (word, shade) in enumerate(zip(words, shades, strict=False))}


def drawn_map(
    shapes: Shapes, classes: Sequence[object], legend: Mapping[str, Ground], *, title: str, marks: Sequence[tuple[str, Floats]] = ()
) -> str:
    """A map of areas. `classes` (areas,) stand as they are in their areas; the legend explains those that occur.

    `marks` are points (n, 2) with the word for them: rings, then squares. Shapes are in metres, north is up.
    """
    west, south, east, north = shapely.total_bounds(shapes)
    scale = WIDTH / (east - west)
    height = scale * (north - south)
    turned = shapely.transform(shapes, lambda xy: (xy - (west, north)) * (scale, -scale))
    labels = [str(one) for one in classes]
    rows = [(label, ground.word) for label, ground in legend.items() if label in labels]
    rows += [(sign, word) for sign, (word, _) in zip(SIGNS, marks, strict=False)]
    whole = height + LINE * (len(rows) + 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 {WIDTH + 8:.0f} {whole:.0f}" width="{WIDTH + 8:.0f}" role="img" '
        f'font-family="sans-serif" font-size="{LETTER}">',
        f"<title>{escape(title)}</title>",
        f'<rect x="-4" y="-4" width="{WIDTH + 8:.0f}" height="{whole:.0f}" fill="{PAPER}"/>',
        *(_pattern(label, ground) for label, ground in legend.items() if label in labels),
        *_areas(turned, labels),
        *(sign for number, (_, points) in enumerate(marks) for sign in _marks((points - (west, north)) * (scale, -scale), number)),
        *_legend(rows, height + LINE, legend),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _pattern(label: str, ground: Ground) -> str:
    """The pattern of a class: lines and dots on its ground, few or many."""
    lines, dots = (2 * (f"dense-{sign}" in ground.pattern) or (sign in ground.pattern) for sign in ("lines", "dots"))
    drawn = "".join(f'<rect x="{TILE * n / lines:.0f}" width="1" height="{TILE}" fill="{INK}" fill-opacity="0.5"/>' for n in range(lines))
    drawn += "".join(f'<circle cx="{3 + 6 * n}" cy="{3 + 6 * n}" r="1.6" fill="{INK}"/>' for n in range(dots))
    return (
        f'<pattern id="c{label}" width="{TILE}" height="{TILE}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect width="{TILE}" height="{TILE}" fill="{GROUNDS[ground.shade]}"/>{drawn}</pattern>'
    )


def _areas(shapes: Shapes, labels: Sequence[str]) -> Iterator[str]:
    for shape, label in zip(shapes, labels, strict=True):
        yield f'<path d="{_path(shape)}" fill="url(#c{label})" stroke="{EDGE}" fill-rule="evenodd"/>'
    middles = shapely.get_coordinates(shapely.point_on_surface(shapes))
    if len(shapes) <= MOST_NUMBERED:
        for (x, y), label in zip(middles, labels, strict=True):
            yield _text(x, y + LETTER / 3, label, middle=True)


def _path(shape: shapely.Geometry) -> str:
    return "".join(
        f"M{_corners(part.exterior)}Z" + "".join(f"M{_corners(ring)}Z" for ring in part.interiors) for part in shapely.get_parts(shape)
    )


def _corners(ring: shapely.Geometry) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in shapely.get_coordinates(ring)[:-1])


def _marks(places: Floats, number: int) -> Iterator[str]:
    for x, y in places:
        if number:
            yield f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" fill="{INK}" stroke="{PAPER}"/>'
        else:
            yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="5" fill="{PAPER}" stroke="{INK}" stroke-width="2"/>'


def _legend(rows: Sequence[tuple[str, str]], top: float, legend: Mapping[str, Ground]) -> Iterator[str]:
    for line, (sign, word) in enumerate(rows):
        y = top + LINE * line
        if sign in legend:
            yield f'<rect x="4" y="{y - 13:.0f}" width="28" height="17" fill="url(#c{sign})" stroke="{EDGE}"/>'
        yield _text(18, y, sign, middle=True)
        yield _text(42, y, word)


def _text(x: float, y: float, text: str, *, middle: bool = False) -> str:
    """Words with a light edge, so that they can be read on hatching."""
    anchor = ' text-anchor="middle"' if middle else ""
    return (
        f'<text x="{x:.0f}" y="{y:.0f}"{anchor} fill="{INK}" stroke="{PAPER}" stroke-width="3" paint-order="stroke">{escape(text)}</text>'
    )
