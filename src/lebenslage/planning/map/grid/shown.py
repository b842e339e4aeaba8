"""The picture of very many areas as it stands on a page: a form, so that a point of it leads to an area without scripts too."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe

from lebenslage.planning.map.choice import Choice
from lebenslage.planning.map.grid.cells import Cells, cells
from lebenslage.quarters.looks import Look, patterns
from lebenslage.quarters.models import Edition


@dataclass(frozen=True, slots=True)
class GridPicture:
    """`page` is the address that is asked for a point, `source` that of the picture; `outline` is the path of the chosen area."""

    cells: Cells
    choice: Choice
    looks: Sequence[Look]
    title: str
    page: str
    source: str
    outline: str = ""

    @property
    def address(self) -> str:
        """The whole address of the picture."""
        return f"{self.source}{self.choice.picture}"

    @property
    def patterns(self) -> SafeString:
        """The patterns of the classes, to which the legend beside the picture refers."""
        return light_patterns(self.looks, "karte")


def light_patterns(looks: Sequence[Look], id: str) -> SafeString:
    """The patterns of classes without the names by which dark screens turn them: a picture is the same on every screen."""
    return mark_safe(re.sub(r' class="map-[^"]+"', "", patterns(looks, id)))  # noqa: S308 - shades and shapes of ours


def grid_picture(
    edition: Edition,
    choice: Choice,
    looks: Sequence[Look],
    title: str,
    page: str = "map_workbench",
    source: str = "map_grid",
    outline: str = "",
) -> GridPicture | None:
    """The picture of an edition; None where it has few areas. `page` and `source` are names of the address book."""
    points = cells(edition)
    addresses = (reverse(f"planning:{page}"), reverse(f"planning:{source}"))
    return GridPicture(points, choice, looks, title, *addresses, outline) if points else None


def pointed_at(cells: Cells | None, x: str, y: str) -> int | None:
    """The place of the area at which somebody pointed; None where nobody did."""
    return cells.at(int(x[:6]), int(y[:6])) if cells and x.isdecimal() and y.isdecimal() else None
