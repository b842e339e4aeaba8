"""What can be wrong with areas and their figures. The sentences stand in `texts/`; a file is named, and the line as a person counts it."""

from lebenslage.kernel.errors import Problem


class NoSuchAreaFile(Problem):
    """There is no file under this path. Details: file."""


class NotAnAreaFile(Problem):
    """A file has a format that is not read, or is broken. Details: file, known."""


class WrongEncoding(Problem):
    """A text is not written in the encoding that was named. Details: file, encoding."""


class EmptyTable(Problem):
    """A table has no header, or no row below it. Details: file."""


class NoSuchColumn(Problem):
    """A table has no column of this name. Details: file, column, suggestion, known."""


class TwoColumnsOneName(Problem):
    """Two columns have the same heading and different contents. Details: file, column, first, second."""


class RaggedRow(Problem):
    """A row has more or fewer cells than the header. Details: file, line, found, expected."""


class UnclosedQuote(Problem):
    """A quotation mark is opened and never closed. Details: file, line."""


class EmptyKey(Problem):
    """A row has no key. Details: file, line, column."""


class DuplicateKey(Problem):
    """Two rows have the same key. Details: file, line, other, area."""


class UnreadableNumber(Problem):
    """A cell holds neither a number nor a known sign. Details: file, line, column, given."""


class UnclearNumber(Problem):
    """A column can be read with decimal point or with decimal comma. Details: file, line, column, given, given_small, given_large."""


class MixedNumbers(Problem):
    """A column has decimal commas and decimal points. Details: file, column, line, given, other, given_other."""


class RateWithoutDenominator(Problem):
    """A share says not of what. Details: file, column."""


class UnknownCell(Problem):
    """A cell of a census grid has a name that says no place. Details: file, line, given."""


class ManyLayers(Problem):
    """A file holds several layers and none was chosen. Details: file, known."""


class NotAPolygon(Problem):
    """A feature is a point, a line or empty. Details: file, feature, kind."""


class NamelessArea(Problem):
    """A feature has no key. Details: file, feature, column."""


class DuplicateArea(Problem):
    """Two features have the same key. Details: file, feature, other, area."""


class InvalidPolygon(Problem):
    """A polygon crosses or touches itself. Details: file, feature, area, x, y, count, before, after."""


class OverlappingAreas(Problem):
    """Two areas claim the same ground. Details: file, one, other, square_metres, count."""


class UnknownCrs(Problem):
    """A file does not say its coordinate system, or one that nobody knows. Details: file, suggestion."""


class WrongCrs(Problem):
    """The coordinates do not lie where the coordinate system is used. Details: file, feature, crs, x, y, suggestion."""


class SwappedCoordinates(Problem):
    """Latitude and longitude, or easting and northing, have changed places. Details: file, feature, x, y."""


class NotInMetres(Problem):
    """Something is to be measured in a coordinate system that does not count in metres. Details: crs, suggestion."""


class NoShapes(Problem):
    """A set of areas has keys and no shapes, where shapes are needed. Details: area_set."""


class NotCovered(Problem):
    """The new areas do not cover the old ones, so that a part of the total would get lost. Details: lost, total, percent, where, target."""


class KeyNotInEdition(Problem):
    """A list of changes names an area that the edition does not have. Details: line, area, edition."""


class NoSuccessor(Problem):
    """An area of the old edition is neither in the new one nor in the list of changes. Details: area, edition."""


class SharesNotWhole(Problem):
    """The shares of an old area are not 1 together, or one is negative. Details: line, area, total."""


class ShareUnknown(Problem):
    """An old area is divided and nobody says how. Details: line, area, new."""
