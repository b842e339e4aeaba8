"""Two published indicators together: each in thirds, nine classes in words, from published figures alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.http import Http404

from lebenslage.authorities.models import Authority
from lebenslage.pages.frame import sentences
from lebenslage.planning.map.classing import thirds
from lebenslage.planning.public.licences import licence_of
from lebenslage.planning.public.pages import Line, area_address, line_of
from lebenslage.planning.public.picture import Classed
from lebenslage.planning.public.published import Published, Sheet
from lebenslage.planning.public.said import Saying
from lebenslage.quarters.looks import crossed, missing
from lebenslage.quarters.maps import Picture, drawn_map
from lebenslage.quarters.models import Kind

PARTS = ("low", "middle", "high")


@dataclass(frozen=True)
class PairPage:
    """Two indicators of the same areas: map, table and words. `sheets` are all that can be chosen."""

    published: Published
    sheets: Sequence[Sheet]
    first: Sheet
    second: Sheet
    saying: Saying
    language: str

    @property
    def authority(self) -> Authority:
        """The town."""
        return self.published.authority

    @property
    def pair(self) -> tuple[Sheet, Sheet]:
        """Both."""
        return self.first, self.second

    @property
    def days(self) -> Sequence[tuple[Sheet, str]]:
        """Each with its day in words."""
        return [(sheet, self.saying.day(sheet.on)) for sheet in self.pair]

    @cached_property
    def classed(self) -> Classed:
        """The areas in nine classes; where a number is hidden or missing there is none."""
        parts = zip(*(thirds([one.number for one in sheet.figures]) for sheet in self.pair), strict=True)
        words = [self._word(x, y) for y in PARTS for x in PARTS]
        places = [len(words) if x is None or y is None else x + len(PARTS) * y for x, y in parts]
        return Classed([*crossed(words), missing(self._say("unknown"))], places)

    @property
    def sentences(self) -> Sequence[str]:
        """Where both are high, where both are low, and where nothing can be told."""
        ends = {"both_high": len(PARTS) ** 2 - 1, "both_low": 0, "not_told": len(PARTS) ** 2}
        return [self._named(key, place) for key, place in ends.items() if place in self.classed.places]

    @property
    def map(self) -> str:
        """The map, each area a link; empty where the areas have no outlines."""
        edition, classed = self.first.column.edition, self.classed
        if not edition.drawn:
            return ""
        links = [area_address(self.published, key, self.language) for key in edition.keys]
        title = self._say("title_of", first=self.first.indicator.name, second=self.second.indicator.name)
        summary = " ".join(self.sentences)
        return drawn_map(Picture(edition.drawn, edition.names, classed.places, classed.looks, title, summary, links=links.__getitem__))

    @property
    def lines(self) -> Sequence[Line]:
        """The areas: both figures, and what they are together."""
        return [self._line(place) for place in range(len(self.first.figures))]

    @property
    def sources(self) -> Sequence[tuple[str, str, str]]:
        """The sources of both, each with its licence and the address of that."""
        licences = [(sheet, licence_of(sheet.licence)) for sheet in self.pair]
        return list(dict.fromkeys((sheet.column.source, licence.name, licence.address) for sheet, licence in licences))

    def _line(self, place: int) -> Line:
        figure = self.first.figures[place]
        line = line_of(figure.name, self.pair, figure.key, self.saying, area_address(self.published, figure.key, self.language))
        return Line(line.name, [*line.cells, self._short(self.classed.places[place])], line.address)

    def _short(self, place: int) -> str:
        """A class where the heads of the table name the indicators."""
        if place == len(PARTS) ** 2:
            return self._say("untold")
        other, one = divmod(place, len(PARTS))
        return self._say("short", one=self._say("parts", PARTS[one]), other=self._say("parts", PARTS[other]))

    def _word(self, x: str, y: str) -> str:
        first, second = self.first.indicator.name, self.second.indicator.name
        return self._say("class", first=first, one=self._say("parts", x), second=second, other=self._say("parts", y))

    def _named(self, key: str, place: int) -> str:
        names = [figure.name for figure, one in zip(self.first.figures, self.classed.places, strict=True) if one == place]
        return self._say(key, number=len(names), names=", ".join(sorted(names)))

    def _say(self, *path: str, **given: object) -> str:
        return self.saying.say("public", "two", *path, **given)


def pair(published: Published, first: str, second: str, language: str) -> PairPage | None:
    """The latest figures of two indicators, for the same areas. None where no two are published so; Http404 where one of these is not."""
    sheets = _together(published)
    if len(sheets) < 2:
        return None
    usual = sorted(sheets, key=lambda sheet: sheet.indicator.kind == Kind.COUNT)
    one = _chosen(sheets, first) if first else next(sheet for sheet in usual if sheet.indicator.key != second)
    other = _chosen(sheets, second) if second else next(sheet for sheet in usual if sheet.indicator.key != one.indicator.key)
    return PairPage(published, sheets, one, other, Saying(sentences(language)), language)


def _together(published: Published) -> Sequence[Sheet]:
    """The latest days of the newest areas for which two indicators or more are published; of none where there are no two."""
    some = (published.latest(edition) for edition in published.editions)
    return next((sheets for sheets in some if len(sheets) > 1), [])


def _chosen(sheets: Sequence[Sheet], key: str) -> Sheet:
    found = next((sheet for sheet in sheets if sheet.indicator.key == key), None)
    if found is None:
        raise Http404
    return found
