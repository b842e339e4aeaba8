"""Maps of areas as SVG, from what `Edition.drawn` holds: a class an area with its pattern and its sign, points, a legend. Strings alone.

Colours stand in the drawing itself, so it prints and goes into a PDF as it is; on a page `quarters/maps.css` turns them for dark screens.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any, Final

from lebenslage.quarters.looks import EDGE, HALO, INK, PAPER, Look, patterns

LETTER: Final = 22
LINE: Final = 34
MOST_NUMBERED: Final = 60
MOST_APART: Final = 1500
"""With more areas, those of a class are one path: a page of 30,000 areas then has as many parts as classes."""
MOST_PRINTED: Final = 300
"""The same on paper, where nobody points at an area: a report of 30 maps of a big city stays a page that opens."""
SIGNS: Final[Mapping[str, str]] = {
    "ring": '<circle r="7" fill="{paper}" stroke="{ink}" stroke-width="4"/>',
    "square": '<rect x="-7" y="-7" width="14" height="14" fill="{ink}" stroke="{paper}" stroke-width="2"/>',
    "triangle": '<path d="M0-10L10 8L-10 8Z" fill="{paper}" stroke="{ink}" stroke-width="3"/>',
    "diamond": '<path d="M0-11L9 0L0 11L-9 0Z" fill="{ink}" stroke="{paper}" stroke-width="2"/>',
    "plus": '<path d="M-9 0H9M0-9V9" stroke="{paper}" stroke-width="9"/><path d="M-9 0H9M0-9V9" stroke="{ink}" stroke-width="4"/>',
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A point on the map: where it lies in the drawing (`placed`), which of `SIGNS` it has, and its name."""

    x: float
    y: float
    sign: str = "ring"
    name: str = ""


@dataclass(frozen=True, slots=True)
class Picture:
    """What a map shows. `classes` are places in `looks`, one an area; the rest may stay away.

    `labels` stand in the areas instead of the signs of their classes (none above 60 areas); `links` leads from an area's place to an
    address; `said` is what an area is called aloud; `unsure` are places whose class may be another; `spots` come with the words of
    their signs for the legend. `id` tells two maps of one page apart.
    """

    drawn: Mapping[str, Any]
    names: Sequence[str]
    classes: Sequence[int]
    looks: Sequence[Look]
    title: str
    summary: str = ""
    labels: Sequence[str] | None = None
    said: Sequence[str] | None = None
    links: Callable[[int], str] | None = None
    chosen: Collection[int] = ()
    unsure: Collection[int] = ()
    spots: Sequence[Spot] = ()
    signs: Mapping[str, str] = field(default_factory=dict)
    id: str = "karte"


def placed(drawn: Mapping[str, Any], east: float, north: float) -> tuple[float, float]:
    """Where a point, in the coordinates of the edition, lies in the drawing."""
    west, _, right, top = drawn["frame"]
    scale = drawn["width"] / max(right - west, 1e-9)
    return round((east - west) * scale, 1), round((top - north) * scale, 1)


def drawn_map(picture: Picture, *, legend: bool = False, for_print: bool = False) -> str:
    """The map. `legend` explains below it the classes that occur; `for_print` leaves links out, for SVG files and PDFs."""
    drawn, linked = picture.drawn, picture.links is not None and not for_print
    rows = list(_legend(picture)) if legend else []
    height = drawn["height"] + (LINE * (len(rows) + 1) if rows else 0)
    return "".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="-3 -3 {drawn["width"] + 6:g} {height + 6:g}" ',
            f'width="{drawn["width"] + 6:g}" height="{height + 6:g}" ',
            f'role="{"group" if linked else "img"}" aria-labelledby="{picture.id}-titel" ',
            f'aria-describedby="{picture.id}-text" ' if picture.summary else "",
            f'font-family="Fira Sans, sans-serif" font-size="{LETTER}"><title id="{picture.id}-titel">{escape(picture.title)}</title>',
            f'<desc id="{picture.id}-text">{escape(picture.summary)}</desc>' if picture.summary else "",
            patterns(picture.looks, picture.id),
            *(_merged(picture) if len(picture.classes) > (MOST_PRINTED if for_print else MOST_APART) else _areas(picture, linked=linked)),
            *_chosen(picture),
            *(_labels(picture) if len(picture.classes) <= MOST_NUMBERED else ()),
            *(_spot(spot) for spot in picture.spots),
            *(_row(row, drawn["height"] + LINE * (line + 1)) for line, row in enumerate(rows)),
            "</svg>",
        ]
    )


def _areas(picture: Picture, *, linked: bool) -> Iterator[str]:
    """One path an area, in a link where there is one."""
    said = picture.said or [f"{name}: {picture.looks[one].word}" for name, one in zip(picture.names, picture.classes, strict=True)]
    yield f'<g class="map-areas" stroke="{EDGE}" stroke-width="1.5" stroke-linejoin="round" fill-rule="evenodd">'
    for place, (path, one) in enumerate(zip(picture.drawn["paths"], picture.classes, strict=True)):
        area = f'<path d="{path}" fill="url(#{picture.id}-{one})"><title>{escape(said[place])}</title></path>'
        if linked and picture.links:
            current = ' aria-current="true"' if place in picture.chosen else ""
            area = f'<a href="{escape(picture.links(place))}" data-area="{place}" aria-label="{escape(said[place])}"{current}>{area}</a>'
        yield area
    yield "</g>"


def _merged(picture: Picture) -> Iterator[str]:
    """One path a class."""
    together: dict[int, list[str]] = {}
    for path, one in zip(picture.drawn["paths"], picture.classes, strict=True):
        together.setdefault(one, []).append(path)
    edges = f'stroke="{EDGE}" stroke-width="1" stroke-linejoin="round" ' if len(picture.classes) <= MOST_APART else ""
    yield f'<g class="map-areas map-areas--many" {edges}fill-rule="evenodd">'
    for one, paths in sorted(together.items()):
        yield f'<path d="{"".join(paths)}" fill="url(#{picture.id}-{one})"/>'
    yield "</g>"


def _chosen(picture: Picture) -> Iterator[str]:
    """The outline of what is chosen, light within dark, above all others."""
    yield '<g class="map-chosen" fill="none" stroke-linejoin="round" pointer-events="none">'
    for place in picture.chosen:
        path = picture.drawn["paths"][place]
        yield f'<path d="{path}" stroke="{PAPER}" stroke-width="10"/><path d="{path}" stroke="{INK}" stroke-width="5"/>'
    yield "</g>"


def _labels(picture: Picture) -> Iterator[str]:
    """A label in each area; a question mark behind it where its class is not sure."""
    labels = picture.labels or [picture.looks[one].sign for one in picture.classes]
    yield f'<g class="map-sign" text-anchor="middle" pointer-events="none" aria-hidden="true" {HALO}>'
    for place, ((x, y), label) in enumerate(zip(picture.drawn["middles"], labels, strict=True)):
        yield f'<text x="{x:g}" y="{y + LETTER / 3:g}">{escape(label)}{"?" if place in picture.unsure else ""}</text>'
    yield "</g>"


def _spot(spot: Spot) -> str:
    name = f"<title>{escape(spot.name)}</title>" if spot.name else ""
    return f'<g class="map-spot" transform="translate({spot.x:g} {spot.y:g})">{name}{SIGNS[spot.sign].format(ink=INK, paper=PAPER)}</g>'


def _legend(picture: Picture) -> Iterator[tuple[str, str, str]]:
    """For each line of the legend what is drawn, the sign in it, and the words."""
    for place, look in enumerate(picture.looks):
        number = sum(one == place for one in picture.classes)
        if number:
            yield (
                f'<rect y="-20" width="44" height="26" fill="url(#{picture.id}-{place})" stroke="{EDGE}"/>',
                look.sign,
                f"{look.word} ({number})",
            )
    for sign, word in picture.signs.items():
        yield f'<g transform="translate(22 -7)">{SIGNS[sign].format(ink=INK, paper=PAPER)}</g>', "", word


def _row(row: tuple[str, str, str], y: float) -> str:
    drawing, sign, words = row
    return (
        f'<g transform="translate(4 {y:g})">{drawing}<text class="map-sign" x="22" text-anchor="middle" {HALO}>{escape(sign)}</text>'
        f'<text class="map-sign" x="58" {HALO}>{escape(words)}</text></g>'
    )
