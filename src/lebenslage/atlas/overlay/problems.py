"""What can be wrong with rasters, layers, cuts and people. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class UnreadableRaster(Problem):
    """A file is no raster that we can read. Details: file."""


class NoSuchBand(Problem):
    """A raster has fewer bands than asked for. Details: file, band, bands."""


class TurnedRaster(Problem):
    """The rows of a raster do not run from west to east. Details: raster."""


class RasterWithoutSystem(Problem):
    """A raster does not say its coordinate system. Details: raster."""


class RasterInAnotherSystem(Problem):
    """Raster and areas are in different coordinate systems. Details: raster, raster_system, areas, areas_system."""


class RasterBesideAreas(Problem):
    """A raster lies wholly beside the areas. Details: raster, areas."""


class CellsApart(Problem):
    """The cells of a raster of people do not fit into those of the other, nor these into them. Details: raster, people."""


class EmptyRaster(Problem):
    """A raster has no value in any area. Details: raster, areas."""


class AreasWithoutShapes(Problem):
    """Areas have only keys where shapes are needed. Details: areas."""


class NothingToDivide(Problem):
    """All values of a figure are equal or missing, so that there are no classes. Details: figure."""


class CutsOutOfOrder(Problem):
    """The bounds of categories do not rise. Details: cuts, bounds."""


class UnknownCuts(Problem):
    """There are no published cuts of this name. Details: given, known."""


class NotACategory(Problem):
    """A category is none of those there are. Details: figure, row, given, worst."""


class ThreeClassesNeeded(Problem):
    """A figure for a map of two has another number of categories than three. Details: figure, found."""


class ImpossibleCount(Problem):
    """A number of people is below 0. Details: figure, row, given."""


class UnknownGroup(Problem):
    """A group of vulnerable people is none of those the heat plan knows. Details: given, known."""


class GroupWithoutSource(Problem):
    """A number of vulnerable people does not say who counted them. Details: group."""


class NotNameAndValue(Problem):
    """Something is not of the form NAME=VALUE. Details: given."""


class FigureWithoutCuts(Problem):
    """The heat plan is to use a figure that has no categories. Details: given, known."""


class NoShape(Problem):
    """An area of a table has no shape. Details: file, line, area, shapes."""
