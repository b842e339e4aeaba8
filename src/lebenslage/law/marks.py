"""What a population and every result made from it say of themselves: the marks in the description of a Parquet file and in its columns."""

from typing import Final

ORIGIN_NOTE: Final = "lebenslage.origin"
ABOUT: Final = "lebenslage.about"
DAY: Final = "lebenslage.day"
ASSUMED: Final = "lebenslage.assumed"
REFORM: Final = "lebenslage.reform"
ORIGIN: Final = "herkunft"
