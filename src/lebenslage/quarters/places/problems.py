"""What can be wrong with a list of places, and with a map of streets. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class NotAList(Problem):
    """A file is no table with a header and rows, and no GeoJSON with points."""


class PlacesWithoutCoordinates(Problem):
    """No column of a list seems to hold coordinates. Details: columns."""


class NotAStreetMap(Problem):
    """A file is no map of OpenStreetMap and no table of edges. Details: file."""


class StreetsElsewhere(Problem):
    """No way of a map lies in the town. Details: file."""


class StreetMapTooLarge(Problem):
    """Reading a map took more time or memory than there is. Details: file."""
