"""From one set of areas to another: counts are shared out, rates are averaged, and nothing gets lost unseen.

A `Passage` knows which share of each source area goes to which target area, by ground (`by_ground`) or by the people of a census grid
(`by_people`). Sources: Goodchild and Lam, Areal interpolation: a variant of the traditional spatial problem, Geo-Processing 1 (1980), for
counts (extensive) and rates (intensive); Wright, A method of mapping densities of population, Geographical Review 26 (1936), for shares by
where people live. Where the areas cover each other fully the figures equal those of tobler's `area_interpolate`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import shapely
from pyproj import CRS
from scipy.sparse import coo_array, csr_array

from lebenslage.atlas.areas.area_set import AreaSet
from lebenslage.atlas.areas.checks import refuse_overlaps
from lebenslage.atlas.areas.figures import Quality
from lebenslage.atlas.areas.ground import Ground, shared_ground
from lebenslage.atlas.areas.problems import NoShapes, NotCovered
from lebenslage.atlas.areas.reading.grid import Grid, squares
from lebenslage.atlas.areas.reading.numbers import Qualities
from lebenslage.atlas.areas.reading.places import moved, require_metres
from lebenslage.atlas.arrays import Flags, Floats, Shapes

CLOSE: Final = 1e-6
MOST_UNKNOWN: Final = 0.01


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """The way from n source areas to m target areas.

    `shares` (m x n, sparse) says which share of a source goes to a target: its columns sum to 1 where the targets cover the source.
    `ground` (m x n) holds the square metres, or people, behind each share. `reached` marks the targets that lie on any source at all.
    """

    source: AreaSet
    target: AreaSet
    shares: csr_array
    ground: csr_array
    reached: Flags

    @property
    def covered(self) -> Floats:
        """Which share of each source area arrives anywhere (n values, 1 where all of it does)."""
        found: Floats = np.asarray(self.shares.sum(axis=0)).ravel()
        return found

    def extensive(self, values: Floats, *, tolerance: float = CLOSE) -> Floats:
        """Share out counts (n values to m). A target with an unknown part above one per cent is NaN.

        Raises NotCovered where more than `tolerance` of the total would get lost, OverlappingAreas where targets count ground twice.
        """
        known = np.nan_to_num(values)
        result: Floats = self.shares @ known
        self._check_total(known, tolerance)
        unknown = self._part(np.isnan(values), self.ground) > MOST_UNKNOWN
        return np.where(unknown | ~self.reached, np.nan, result)

    def intensive(self, values: Floats, base: Floats) -> Floats:
        """Average rates (n values to m), weighted with their denominator's counts `base`, which are shared out like any count.

        NaN where the rate of more than one per cent of the base is not known, or the base on more than one per cent of the ground.
        """
        means = self._averaged(values, self.shares.multiply(np.nan_to_num(base)[None, :]).tocsr())
        return np.where(self._part(np.isnan(base), self.ground) > MOST_UNKNOWN, np.nan, means)

    def over_ground(self, values: Floats) -> Floats:
        """Average what has no denominator but the ground itself, such as a temperature (n values to m)."""
        return self._averaged(values, self.ground)

    def classes(self, labels: npt.ArrayLike) -> tuple[tuple[str, ...], Floats]:
        """For each target the share of its covered ground that has each label (m x k, rows sum to 1), and the k labels in order."""
        names, index = np.unique(np.asarray(labels, dtype=str), return_inverse=True)
        member = csr_array((np.ones(len(index)), (np.arange(len(index)), index)), shape=(len(index), len(names)))
        found = (self.ground @ member).toarray()
        total = found.sum(axis=1, keepdims=True)
        return tuple(map(str, names)), np.divide(found, total, out=np.full_like(found, np.nan), where=total > 0)

    def qualities(self, quality: Qualities, arrived: Floats) -> Qualities:
        """The quality of the values that arrived (m), from that of the sources (n).

        What is NaN is suppressed or missing, as most of its unknown sources are; a value is uncertain if any of its sources is not given.
        """
        suppressed, missing, uncertain = (
            self._part(quality == kind, self.ground) for kind in (Quality.SUPPRESSED, Quality.MISSING, Quality.UNCERTAIN)
        )
        doubtful = suppressed + missing + uncertain > CLOSE
        known = np.where(doubtful, Quality.UNCERTAIN, Quality.GIVEN)
        unknown = np.where(suppressed > missing, Quality.SUPPRESSED, Quality.MISSING)
        return np.where(np.isnan(arrived), unknown, known).astype(np.int8)

    def _part(self, flags: Flags, weights: csr_array) -> Floats:
        """Which part of what each target gets comes from the flagged sources."""
        part, whole = weights @ flags.astype(np.float64), np.asarray(weights.sum(axis=1)).ravel()
        found: Floats = np.divide(part, whole, out=np.zeros_like(part), where=whole > 0)
        return found

    def _averaged(self, values: Floats, weights: csr_array) -> Floats:
        total: Floats = weights @ (~np.isnan(values)).astype(np.float64)
        sums: Floats = weights @ np.nan_to_num(values)
        means = np.divide(sums, total, out=np.full(len(total), np.nan), where=total > 0)
        return np.where(self._part(np.isnan(values), weights) > MOST_UNKNOWN, np.nan, means)

    def _check_total(self, known: Floats, tolerance: float) -> None:
        """The whole must arrive, and only once."""
        size, covered = np.abs(known), self.covered
        total, missing = float(size.sum()), size * np.maximum(1 - covered, 0)
        if float((size * np.maximum(covered - 1, 0)).sum()) > tolerance * total:
            refuse_overlaps(self.target, least=0.0)
        lost = float(missing.sum())
        if lost > tolerance * total:
            where = [self.source.keys[i] for i in np.argsort(-missing)[:3] if missing[i] > 0]
            raise NotCovered(
                lost=_plain(lost), total=_plain(total), percent=_plain(100 * lost / total), where=where, target=self.target.name
            )


def by_ground(source: AreaSet, target: AreaSet, *, spread: bool = False) -> Passage:
    """The passage by common ground. With `spread` what lies outside of all targets is shared out like the part that lies inside.

    Both sets have shapes in metres; another system of `target` is converted. Raises NoShapes, NotInMetres.
    """
    shapes = _shapes(source)
    ground = shared_ground(shapes, _shapes_in(target, source.crs))
    reached = np.isin(np.arange(len(target)), ground.target)
    return _passage(source, target, ground, shapely.area(shapes), reached, spread=spread)


def by_people(source: AreaSet, target: AreaSet, grid: Grid, *, spread: bool = False) -> Passage:
    """The passage by the people of a census grid: a cell's people live evenly on its ground.

    Only the proportions within a source area count, so that a suppressed cell, taken as empty, costs little. A source area without
    anyone in the grid is shared out by ground. Raises NoShapes, NotInMetres.
    """
    sources, targets = _shapes(source), _shapes_in(target, source.crs)
    lived_in = np.flatnonzero(np.nan_to_num(grid.counts) > 0)
    cells = moved(squares(grid.x[lived_in], grid.y[lived_in], grid.size), CRS(grid.crs), CRS(source.crs))
    density = grid.counts[lived_in] / shapely.area(cells)
    at_home = shared_ground(cells, sources)
    pieces = _pieces(cells, sources, at_home)
    found = shared_ground(pieces, targets)
    piece_density, piece_source = density[at_home.source], at_home.target
    people = Ground(piece_source[found.source], found.target, found.area * piece_density[found.source])
    counted = np.bincount(piece_source, weights=at_home.area * piece_density, minlength=len(source))
    empty = np.flatnonzero(counted == 0)
    bare = shared_ground(sources[empty], targets)
    both = Ground(*(np.concatenate(pair) for pair in zip(people, (empty[bare.source], bare.target, bare.area), strict=True)))
    reached = np.isin(np.arange(len(target)), both.target)
    unlived = np.flatnonzero(~reached)
    reached[unlived[shared_ground(sources, targets[unlived]).target]] = True
    return _passage(source, target, both, np.where(counted > 0, counted, shapely.area(sources)), reached, spread=spread)


def _pieces(cells: Shapes, sources: Shapes, at_home: Ground) -> Shapes:
    """Each cell's part in each source: the cell itself where it lies whole in one."""
    pieces = cells[at_home.source].copy()
    split = at_home.area < shapely.area(pieces) * (1 - CLOSE)
    pieces[split] = shapely.intersection(pieces[split], sources[at_home.target[split]])
    return pieces


def _passage(source: AreaSet, target: AreaSet, ground: Ground, whole: Floats, reached: Flags, *, spread: bool) -> Passage:
    shape = (len(target), len(source))
    weights = coo_array((ground.area, (ground.target, ground.source)), shape=shape).tocsr()
    if spread:
        arrived = np.asarray(weights.sum(axis=0)).ravel()
        whole = np.where(arrived > 0, arrived, whole)
    return Passage(source, target, weights.multiply((1 / whole)[None, :]).tocsr(), weights, reached)


def _shapes(areas: AreaSet) -> Shapes:
    if areas.shapes is None:
        raise NoShapes(area_set=areas.name)
    require_metres(areas.crs)
    return areas.shapes


def _shapes_in(areas: AreaSet, crs: str) -> Shapes:
    return moved(_shapes(areas), CRS(areas.crs), CRS(crs))


def _plain(value: float) -> str:
    """An amount for a sentence: whole where it is large."""
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"
