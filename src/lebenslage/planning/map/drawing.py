"""The map of a workbench: each area in its class, a link to choose it, a sentence that says what is seen."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.safestring import SafeString, mark_safe

from lebenslage.planning.map.bench import Bench
from lebenslage.planning.map.wording import ROOM
from lebenslage.quarters.maps import MOST_NUMBERED, Picture, drawn_map


def map_of(bench: Bench, *, for_print: bool = False, links: Callable[[int], str] | None = None) -> SafeString:
    """The map; for a file with its legend and without links. `links` leads elsewhere than to the same page with the area chosen."""
    edition, many = bench.column.edition, len(bench.column.numbers) > MOST_NUMBERED
    picture = Picture(
        edition.drawn,
        edition.names,
        bench.sorted.places,
        bench.sorted.looks,
        bench.say(ROOM, "map_title", title=bench.title),
        summary=" ".join(bench.sentences),
        said=[bench.wording.aloud(place) for place in range(len(edition.names))] if not many or for_print else None,
        links=None if for_print else links or bench.address_of,
        chosen=[] if bench.chosen_place is None else [bench.chosen_place],
        unsure=bench.doubt.places,
    )
    return mark_safe(drawn_map(picture, legend=for_print, for_print=for_print))  # noqa: S308 - escaped where it is drawn
