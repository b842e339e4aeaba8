"""Small maps as SVG: each class has its own pattern and its number in every area, so that nobody must tell colours apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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
STROKES: Final = (0, 0, 1, 2, 3)
"""How many lines of hatching a class has, beside its ground."""


def drawn_map(
    shapes: Shapes,
    classes: Sequence[int],
    words: Sequence[str],
    *,
    title: str,
    shades: Sequence[int] = (0, 1, 2, 3, 4),
    marks: Sequence[tuple[str, Floats]] = (),
) -> str:
    """A map of areas. `classes` (areas,) are 0 to len(words) - 1; each stands as a number in its areas, and `words` explain it below.

    `shades` give each class its ground, 0 the lightest to 4 the darkest. `marks` are points (n, 2) with the word for them: rings, then
    squares. Shapes are in metres, north is up.
    """
    west, south, east, north = shapely.total_bounds(shapes)
    scale = WIDTH / (east - west)
    height = scale * (north - south)
    turned = shapely.transform(shapes, lambda xy: (xy - (west, north)) * (scale, -scale))
    rows = [(str(number), word) for number, word in enumerate(words) if number in set(classes)]
    rows += [(sign, word) for sign, (word, _) in zip(SIGNS, marks, strict=False)]
    whole = height + LINE * (len(rows) + 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-4 -4 {WIDTH + 8:.0f} {whole:.0f}" width="{WIDTH + 8:.0f}" role="img" '
        f'font-family="sans-serif" font-size="{LETTER}">',
        f"<title>{escape(title)}</title>",
        f'<rect x="-4" y="-4" width="{WIDTH + 8:.0f}" height="{whole:.0f}" fill="{PAPER}"/>',
        *_hatchings(shades),
        *_areas(turned, classes),
        *(sign for number, (_, points) in enumerate(marks) for sign in _marks((points - (west, north)) * (scale, -scale), number)),
        *_legend(rows, height + LINE),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _hatchings(shades: Sequence[int]) -> Iterator[str]:
    for number, shade in enumerate(shades):
        ground, strokes = GROUNDS[shade], STROKES[shade]
        yield f'<pattern id="c{number}" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        yield f'<rect width="12" height="12" fill="{ground}"/>'
        for line in range(strokes):
            yield f'<rect x="{12 * line / strokes:.0f}" width="1" height="12" fill="{EDGE}" fill-opacity="0.6"/>'
        yield "</pattern>"


def _areas(shapes: Shapes, classes: Sequence[int]) -> Iterator[str]:
    for shape, number in zip(shapes, classes, strict=True):
        yield f'<path d="{_path(shape)}" fill="url(#c{number})" stroke="{EDGE}" fill-rule="evenodd"/>'
    middles = shapely.get_coordinates(shapely.point_on_surface(shapes))
    if len(shapes) <= MOST_NUMBERED:
        for (x, y), number in zip(middles, classes, strict=True):
            yield _text(x, y + LETTER / 3, str(number), middle=True)


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


def _legend(rows: Sequence[tuple[str, str]], top: float) -> Iterator[str]:
    for line, (sign, word) in enumerate(rows):
        y = top + LINE * line
        if sign.isdigit():
            yield f'<rect x="4" y="{y - 13:.0f}" width="28" height="17" fill="url(#c{sign})" stroke="{EDGE}"/>'
        yield _text(18, y, sign, middle=True)
        yield _text(42, y, word)


def _text(x: float, y: float, text: str, *, middle: bool = False) -> str:
    """Words with a light edge, so that they can be read on hatching."""
    anchor = ' text-anchor="middle"' if middle else ""
    return (
        f'<text x="{x:.0f}" y="{y:.0f}"{anchor} fill="{INK}" stroke="{PAPER}" stroke-width="3" paint-order="stroke">{escape(text)}</text>'
    )
