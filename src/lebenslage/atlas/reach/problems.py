"""What can be wrong with a network, with points on it, and with opening hours. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class NotANetwork(Problem):
    """A file is not OpenStreetMap data (.osm, .osm.pbf) and not a table of edges. Details: file."""


class EmptyNetwork(Problem):
    """No way of the file may be walked by this group. Details: file, group."""


class NetworkNodesMissing(Problem):
    """A table of edges has no table of nodes beside it. Details: file, nodes."""


class UnknownNode(Problem):
    """An edge names a node that the table of nodes lacks. Details: file, line, given."""


class BadLength(Problem):
    """A length in a table of edges is below zero. Details: file, line, column, given."""


class NoCoordinates(Problem):
    """A table of points has no columns with coordinates. Details: file, columns."""


class NoCoordinate(Problem):
    """A row of a table of points, or of nodes, has no coordinate. Details: file, line, column."""


class SwappedPoints(Problem):
    """Longitude and latitude have changed places. Details: file, line."""


class PointsElsewhere(Problem):
    """Points lie far from the network. Details: file, line, network, kilometres."""


class NoStreetNear(Problem):
    """No point of a file lies near a street that this group can use. Details: file, metres, line."""


class DisconnectedNetwork(Problem):
    """A network falls into parts, and its greatest holds too few of its nodes. `node` is of the second part.

    Details: file, parts, greatest, nodes, share, node.
    """


class UnreadableHours(Problem):
    """Opening hours that our grammar does not know. Details: given."""


class UnreadableMoment(Problem):
    """A text is no moment of the week: "Mo 18:00". Details: given."""


class NoPlaceOpen(Problem):
    """No site is left after leaving out those that are closed, not barrier-free or not near a street. Details: file, sites."""


class BadSupply(Problem):
    """A capacity or a number of people is missing, no number, or below zero. Details: file, line, column, given."""
