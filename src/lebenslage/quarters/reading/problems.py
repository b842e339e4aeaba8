"""Why a file cannot be read. The sentences stand in `texts/`."""

from lebenslage.kernel.errors import Problem


class UnknownKind(Problem):
    """A file is none that we read, whatever its name ends with. Details: file."""


class OldExcel(Problem):
    """A file of Excel as it was before 2007. Details: file."""


class LockedFile(Problem):
    """An archive or a workbook with a password. Details: file."""


class PrintedTable(Problem):
    """A PDF or a picture: what is printed there is no table. Details: file."""


class TooMuchInside(Problem):
    """A packed file that unpacks to more than we read, or a table with too many cells. Details: file, limit."""


class EmptyUpload(Problem):
    """A file without content, or a table without rows. Details: file."""


class NoQuarters(Problem):
    """Figures came before any outlines of quarters. Details: file."""


class NoAreaColumn(Problem):
    """No column of a file names the areas of the town. Details: file, keys, names."""


class FileNotTaken(Problem):
    """Something that must be put right first stands against an import. Details: file, found."""


class DamagedTable(Problem):
    """A file begins like one that we read, and then is damaged. Details: file."""


class PointsAlone(Problem):
    """A file holds single places, neither areas nor the cells of a grid. Details: file."""


class StillInUse(Problem):
    """Areas on which something stands are not taken away. Details: title."""


class NoKeyColumn(Problem):
    """No column of a file with outlines has a value of its own for every area. Details: file, known."""
