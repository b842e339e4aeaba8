"""Who could go where and what it costs: the one form in which median, coverage and fixed-cost problems are solved.

Every area has a default cost that it bears when no chosen site is nearer: the way to the nearest existing site, the weight of an
area that stays uncovered, or the longest way there is. An arc is a way that is cheaper than that. Choosing sites is then one question:
which sites lower the sum of the costs most? (Uncapacitated location; Cornuéjols, Nemhauser and Wolsey 1990.)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from lebenslage.atlas.arrays import Floats, Ints

type Rows = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Arcs:
    """Ways cheaper than the `default` (n,) of their area, site by site.

    Those of site j are `starts[j]:starts[j + 1]` of `rows` (the areas) and `costs`; no two of a site lead to the same area.
    """

    default: Floats
    starts: Ints
    rows: Rows
    costs: Floats

    @property
    def sites(self) -> int:
        """How many sites there are."""
        return len(self.starts) - 1

    def of(self, site: int) -> slice:
        """Where the arcs of a site stand."""
        return slice(int(self.starts[site]), int(self.starts[site + 1]))

    def columns(self) -> Rows:
        """The site of each arc."""
        return np.repeat(np.arange(self.sites, dtype=np.int32), np.diff(self.starts))

    def site_sums(self, values: Floats) -> Floats:
        """Sums over the arcs of each site."""
        padded = np.append(values, 0.0)
        sums: Floats = np.add.reduceat(padded, self.starts[:-1])
        sums[self.starts[:-1] == self.starts[1:]] = 0.0
        return sums

    def below(self, default: Floats) -> Arcs:
        """The arcs that stay cheaper under another default."""
        stays = self.costs < default[self.rows]
        counts = self.site_sums(stays.astype(np.float64)).astype(np.int64)
        return Arcs(default, np.concatenate(([0], np.cumsum(counts))), self.rows[stays], self.costs[stays])

    def of_sites(self, sites: Ints) -> Arcs:
        """The arcs of some sites, which are numbered anew."""
        if len(sites) == self.sites and (sites == np.arange(self.sites)).all():
            return self
        lengths = np.diff(self.starts)[sites]
        starts = np.concatenate(([0], np.cumsum(lengths)))
        taken = np.arange(starts[-1]) + np.repeat(self.starts[sites] - starts[:-1], lengths)
        return Arcs(self.default, starts, self.rows[taken], self.costs[taken])

    def served(self, sites: Ints) -> Floats:
        """What each area bears (n,) when these sites are open."""
        best = self.default.copy()
        for site in sites:
            part = self.of(int(site))
            rows = self.rows[part]
            best[rows] = np.minimum(best[rows], self.costs[part])
        return best
