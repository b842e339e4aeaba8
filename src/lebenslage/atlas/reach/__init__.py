"""Walking the streets: who reaches what in how many minutes, on foot, with a pram, in a wheelchair.

`osm` and `tables` read streets from files, `network` keeps what a group of people can use of them (`groups.yaml`: speeds, stairs, kerbs,
slopes, each with its source), `snapping` joins points to it, `times` and `nearest` find the ways, `outline` draws them as areas.
`opening` and `doors` say who is open, `catchment` what each person has of the supply; `question` asks it all at once.
"""

from lebenslage.atlas.reach.nearest import Nearest, nearest, nearest_of_nodes
from lebenslage.atlas.reach.network import Network, network
from lebenslage.atlas.reach.snapping import Snapped, snap
from lebenslage.atlas.reach.streets import Streets
from lebenslage.atlas.reach.times import costs, dense, nearest_few, node_times

__all__ = [
    "Nearest",
    "Network",
    "Snapped",
    "Streets",
    "costs",
    "dense",
    "nearest",
    "nearest_few",
    "nearest_of_nodes",
    "network",
    "node_times",
    "snap",
]
