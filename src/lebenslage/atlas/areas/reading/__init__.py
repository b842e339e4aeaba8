"""Readers: tables of figures, files with shapes, census grids. Each mistake in a file is one sentence that names the line.

What reads shapes is imported when it is first asked for: who reads a table does not wait for it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from lebenslage.atlas.areas.reading.numbers import LOCAL, MISSING, OFFICIAL, SUPPRESSED, Convention, Decimal, Reading
from lebenslage.atlas.areas.reading.tables import Table, read_table

if TYPE_CHECKING:
    from lebenslage.atlas.areas.reading.files import read_areas
    from lebenslage.atlas.areas.reading.grid import Grid, read_grid

__all__ = [
    "LOCAL", "MISSING", "OFFICIAL", "SUPPRESSED", "Convention", "Decimal", "Grid", "Reading", "Table",
    "read_areas", "read_grid", "read_table",
]  # fmt: skip

LATER = {"read_areas": "files", "Grid": "grid", "read_grid": "grid"}


def __getattr__(name: str) -> Any:
    """Import what reads shapes when it is first needed."""
    if name not in LATER:
        raise AttributeError(name)
    return getattr(import_module(f"{__name__}.{LATER[name]}"), name)
