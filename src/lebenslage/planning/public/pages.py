"""What stands on the pages of a town, put together from what it published."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from django.http import Http404
from django.urls import reverse

from lebenslage.authorities.models import Authority
from lebenslage.pages.frame import sentences
from lebenslage.planning.public.licences import Licence, licence_of
from lebenslage.planning.public.machines.language import with_language
from lebenslage.planning.public.picture import area_map, bars, classed, where_map
from lebenslage.planning.public.published import Figure, Published, Sheet
from lebenslage.planning.public.said import FIGURES, Saying
from lebenslage.quarters.models import Edition, Indicator


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: who or what, the figures in words, and where it leads."""

    name: str
    cells: Sequence[str]
    address: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator of the catalogue, with its latest day."""

    indicator: Indicator
    sheet: Sheet
    town: str
    days: Sequence[str]
    licence: Licence
    address: str


@dataclass(frozen=True, slots=True)
class TownPage:
    """The first page of a town, and its catalogue."""

    authority: Authority
    topics: Sequence[tuple[str, Sequence[Entry]]]
    areas: Sequence[tuple[str, str]]
    edition: Edition
    hidden: int
    minimum: int
    newest: str

    @property
    def number(self) -> int:
        """How many indicators are published."""
        return sum(len(entries) for _, entries in self.topics)


@dataclass(frozen=True, slots=True)
class IndicatorPage:
    """An indicator at a day, beside the day before where the areas were the same: map, table and words."""

    published: Published
    sheet: Sheet
    former: Sheet | None
    saying: Saying
    language: str

    @property
    def authority(self) -> Authority:
        """The town."""
        return self.published.authority

    @property
    def days(self) -> Sequence[tuple[str, str, bool]]:
        """Each day as it is sent and as it is read, and whether it is this one."""
        sheets = self.published.of(self.sheet.indicator.key)
        return [(one.on.isoformat(), self.saying.day(one.on), one is self.sheet) for one in sheets]

    @property
    def day(self) -> str:
        """The day in words."""
        return self.saying.day(self.sheet.on)

    @property
    def sentences(self) -> Sequence[str]:
        """What stands out."""
        return self.saying.sentences(self.sheet, self.former)

    @property
    def addresses(self) -> Sequence[str]:
        """Where each area leads to."""
        return [area_address(self.published, one.key, self.language) for one in self.sheet.figures]

    @property
    def map(self) -> str:
        """The map, each area a link."""
        return area_map(self.sheet, self.saying, links=self.addresses.__getitem__)

    @property
    def legend(self) -> Sequence[tuple[str, str, int]]:
        """The classes that occur."""
        return classed(self.sheet, self.saying).legend

    @property
    def columns(self) -> Sequence[str]:
        """The days of the table."""
        return [self.saying.day(one.on) for one in self._compared]

    @property
    def lines(self) -> Sequence[Line]:
        """The areas."""
        pairs = zip(self.sheet.figures, self.addresses, strict=True)
        return [line_of(one.name, self._compared, one.key, self.saying, address) for one, address in pairs]

    @property
    def town(self) -> Sequence[str]:
        """The whole town on these days; empty where nothing is published of it."""
        return [_whole(one, self.saying) for one in self._compared] if self.sheet.column.town is not None else []

    @property
    def licence(self) -> Licence:
        """The licence of the figures."""
        return licence_of(self.sheet.licence)

    @property
    def _compared(self) -> Sequence[Sheet]:
        return [one for one in (self.sheet, self.former) if one]


@dataclass(frozen=True, slots=True)
class AreaPage:
    """A quarter: every indicator beside the town."""

    authority: Authority
    name: str
    sentences: Sequence[str]
    map: str
    topics: Sequence[tuple[str, Sequence[Line]]]


@dataclass(frozen=True, slots=True)
class EmbeddingPage:
    """How another page shows an indicator: the code of a frame, and the address of a picture."""

    authority: Authority
    indicator: Indicator
    frame: str
    kinds: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class EmbeddedPage:
    """An indicator within the page of somebody else."""

    authority: Authority
    sheet: Sheet
    day: str
    picture: str
    legend: Sequence[tuple[str, str, int]]
    lines: Sequence[Line]
    licence: Licence


def town(published: Published, language: str) -> TownPage:
    """The first page of a town."""
    saying, newest = Saying(sentences(language)), published.editions[0]
    entries = [_entry(sheet, published, saying, language) for sheet in published.latest()]
    areas = [(name, area_address(published, one, language)) for one, name in zip(newest.keys, newest.names, strict=True)]
    return TownPage(
        published.authority,
        [(topic, list(some)) for topic, some in groupby(entries, lambda one: one.indicator.topic)],
        sorted(areas),
        newest,
        sum(one.sheet.hidden for one in entries),
        max(one.sheet.minimum for one in entries),
        saying.day(max(sheet.at for sheet in published.sheets).date()),
    )


def indicator(published: Published, key: str, day: str, language: str) -> IndicatorPage:
    """An indicator at a day such as `2026-12-31`, or at the latest. Raises Http404 where there is none."""
    sheets = published.of(key)
    sheet = next((one for one in sheets if not day or one.on.isoformat() == day), None)
    if sheet is None:
        raise Http404
    former = next((one for one in sheets if one.on < sheet.on and one.column.edition.pk == sheet.column.edition.pk), None)
    return IndicatorPage(published, sheet, former, Saying(sentences(language)), language)


def area(published: Published, key: str, language: str) -> AreaPage | None:
    """A quarter of the latest areas; None where there is none with this key."""
    saying, newest = Saying(sentences(language)), published.editions[0]
    if key not in newest.keys:
        return None
    latest, place = published.latest(newest), newest.keys.index(key)
    pairs = [(sheet.indicator.topic, _of_area(sheet, key, published.authority.key, saying, language)) for sheet in latest]
    return AreaPage(
        published.authority,
        newest.names[place],
        saying.standing_out(latest, key),
        where_map(newest, place, saying.say(FIGURES, "where", area=newest.names[place])),
        [(topic, [line for _, line in some]) for topic, some in groupby(pairs, lambda pair: pair[0])],
    )


def embedding(published: Published, key: str, language: str, whole: Callable[[str], str]) -> EmbeddingPage:
    """How another page shows an indicator; `whole` makes a whole address of one that begins with a stroke."""
    found = published.of(key)[0].indicator
    about = [published.authority.key, found.key]
    source = whole(with_language(reverse("open_data:embedded", args=about), language))
    frame = f'<iframe src="{source}" title="{escape(found.name)}" width="100%" height="640" loading="lazy"></iframe>'
    kinds = [(kind, whole(with_language(reverse(f"open_data:{kind}", args=about), language))) for kind in ("map_svg", "bars_svg")]
    return EmbeddingPage(published.authority, found, frame, kinds)


def embedded(published: Published, key: str, saying: Saying) -> EmbeddedPage:
    """The latest day of an indicator, for the page of somebody else."""
    sheet = published.of(key)[0]
    lines = [line_of(one.name, [sheet], one.key, saying) for one in sheet.figures]
    picture = area_map(sheet, saying) or bars(sheet, saying)
    legend = classed(sheet, saying).legend if sheet.column.edition.drawn else []
    return EmbeddedPage(published.authority, sheet, saying.day(sheet.on), picture, legend, lines, licence_of(sheet.licence))


def _entry(sheet: Sheet, published: Published, saying: Saying, language: str) -> Entry:
    indicator = sheet.indicator
    return Entry(
        indicator,
        sheet,
        _whole(sheet, saying),
        [saying.day(one.on) for one in published.of(indicator.key)],
        licence_of(sheet.licence),
        reverse("public:indicator", args=[language, published.authority.key, indicator.key]),
    )


def area_address(published: Published, key: str, language: str) -> str:
    """Where the page of an area stands."""
    return reverse("public:area", args=[language, published.authority.key, key])


def line_of(name: str, sheets: Sequence[Sheet], key: str, saying: Saying, address: str = "") -> Line:
    """The figures of an area in words."""
    return Line(name, [_said(sheet, sheet.figure(key), saying) for sheet in sheets], address)


def _of_area(sheet: Sheet, key: str, town: str, saying: Saying, language: str) -> Line:
    address = reverse("public:indicator", args=[language, town, sheet.indicator.key])
    return Line(sheet.indicator.name, [_said(sheet, sheet.figure(key), saying), _whole(sheet, saying), saying.day(sheet.on)], address)


def _whole(sheet: Sheet, saying: Saying) -> str:
    return "" if sheet.column.town is None else saying.number(sheet.indicator, sheet.column.town)


def _said(sheet: Sheet, figure: Figure | None, saying: Saying) -> str:
    return saying.figure(sheet.indicator, figure) if figure else ""
