"""What can be wrong with a list of places or a question to siting. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class NotAList(Problem):
    """A file is no table with a header and rows, and no GeoJSON with points."""


class PlacesWithoutCoordinates(Problem):
    """No column of a list seems to hold coordinates. Details: columns."""
