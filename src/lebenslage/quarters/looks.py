"""How a class looks on a map: a shade, a pattern, a sign and a word, so that nobody must tell colours apart. Strings alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

TILE: Final = 16
INK, PAPER, EDGE = "#16202c", "#ffffff", "#5b6770"
SHADES: Final[Mapping[str, tuple[str, str]]] = {
    "r0": ("#f3f7fc", INK),
    "r1": ("#d9e6f5", INK),
    "r2": ("#b5d0ea", INK),
    "r3": ("#84b3dc", INK),
    "r4": ("#4b8bc4", PAPER),
    "r5": ("#2366a6", PAPER),
    "r6": ("#0c3c74", PAPER),
    "b00": ("#f3f3f3", INK),
    "b10": ("#b4d3e1", INK),
    "b20": ("#509dc2", INK),
    "b01": ("#f3d8b8", INK),
    "b11": ("#b0ad9c", INK),
    "b21": ("#4b7f8f", PAPER),
    "b02": ("#f0b264", INK),
    "b12": ("#a8834f", PAPER),
    "b22": ("#3c3f41", PAPER),
    "hidden": ("#d5d8dc", INK),
    "missing": (PAPER, EDGE),
}
"""Ground and ink: a ramp of one hue from light to dark, nine grounds of two figures (blue and orange), and those without a number."""
RAMP: Final = ("plain", "dots", "dense-dots", "lines", "dense-lines", "cross", "dense-cross")
BY_X: Final = ("", "lines", "dense-lines")
BY_Y: Final = ("", "dots", "dense-dots")


@dataclass(frozen=True, slots=True)
class Look:
    """A class on the map: its word in the legend, its sign in an area, its shade and its pattern."""

    word: str
    sign: str
    shade: str
    pattern: str


def ramp(words: Sequence[str]) -> Sequence[Look]:
    """Up to seven classes from light and plain to dark and dense; their signs are 1, 2, 3 ..."""
    steps = [int(number * 6 / max(1, len(words) - 1) + 0.5) for number in range(len(words))]
    return [Look(word, str(place), f"r{step}", RAMP[step]) for place, (word, step) in enumerate(zip(words, steps, strict=True), start=1)]


def crossed(words: Sequence[str]) -> Sequence[Look]:
    """Nine classes of two figures, the first figure running fastest: blue lines for the first, orange dots for the second."""
    places = [(x, y) for y in range(3) for x in range(3)]
    return [
        Look(word, f"{x + 1}{'abc'[y]}", f"b{x}{y}", f"{BY_X[x]} {BY_Y[y]}".strip() or "plain")
        for word, (x, y) in zip(words, places, strict=True)
    ]


def hidden(word: str) -> Look:
    """Areas whose figure is not shown."""
    return Look(word, "×", "hidden", "rings")


def missing(word: str) -> Look:
    """Areas for which there is no figure."""
    return Look(word, "–", "missing", "slashes")


def patterns(looks: Sequence[Look], id: str) -> str:
    """The definitions to which the areas of the map `id` refer."""
    return "<defs>" + "".join(_pattern(look, f"{id}-{place}") for place, look in enumerate(looks)) + "</defs>"


def swatch(place: int, look: Look, *, id: str = "karte") -> str:
    """A small picture of a class for a legend in HTML, beside the map of that `id` on the same page."""
    return (
        f'<svg class="map-swatch" viewBox="0 0 60 36" width="30" height="18" aria-hidden="true" focusable="false">'
        f'<rect x="1" y="1" width="58" height="34" fill="url(#{id}-{place})" stroke="{EDGE}" stroke-width="2"/>'
        f'<text class="map-sign" x="30" y="26" text-anchor="middle" font-size="22" {HALO}>{escape(look.sign)}</text></svg>'
    )


HALO: Final = f'fill="{INK}" stroke="{PAPER}" stroke-width="5" stroke-linejoin="round" paint-order="stroke"'
"""Words with a light edge can be read on every pattern."""


def _pattern(look: Look, id: str) -> str:
    ground, ink = SHADES[look.shade]
    return (
        f'<pattern id="{id}" width="{TILE}" height="{TILE}" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        f'<rect class="map-{look.shade}" width="{TILE}" height="{TILE}" fill="{ground}"/>'
        f'<g class="map-ink-{look.shade}" fill="{ink}" fill-opacity="0.35">{"".join(_strokes(look.pattern))}</g></pattern>'
    )


def _strokes(pattern: str) -> Iterator[str]:
    """The signs of a pattern on one tile: one, or two where it is dense."""
    for word in pattern.split():
        many = 2 if word.startswith("dense-") else 1
        yield from (_stroke(word.removeprefix("dense-"), TILE * number // many, TILE // many) for number in range(many))


def _stroke(kind: str, at: int, step: int) -> str:
    along = f'<rect x="{at}" width="1.8" height="{TILE}"/>'
    across = f'<rect y="{at}" width="{TILE}" height="1.8"/>'
    middle = at + step // 2
    return {
        "lines": along,
        "cross": along + across,
        "slashes": f'<rect y="{at}" width="{TILE // 2}" height="1.8"/>',
        "dots": f'<circle cx="{middle}" cy="{middle}" r="2.2"/>',
        "rings": f'<circle cx="{middle}" cy="{middle}" r="4"/>',
    }.get(kind, "")
