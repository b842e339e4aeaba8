"""How large a file of a town may be."""

from typing import Final

MEGABYTE: Final = 1024 * 1024
MOST_MEGABYTES: Final = 60
MOST: Final = MOST_MEGABYTES * MEGABYTE
