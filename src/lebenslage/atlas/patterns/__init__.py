"""What lies together on the map: neighbours, Moran's I, clusters with few false alarms, types of areas, classes of values.

`neighbours` holds who is whose neighbour; `touching` (by border) and `near` (by distance) find out. `moran` looks at the whole map,
`local` and `hot_spots` look at each area, `chance` keeps false alarms down, `types` sorts areas by several figures, `classes` sorts
values by one.
"""

from lebenslage.atlas.patterns.chance import adjusted
from lebenslage.atlas.patterns.local import Local, Place, getis_ord, lisa
from lebenslage.atlas.patterns.neighbours import Neighbours, linked

__all__ = ["Local", "Neighbours", "Place", "adjusted", "getis_ord", "linked", "lisa"]
