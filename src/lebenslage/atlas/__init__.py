"""The planner's mathematics: from figures of small areas to decisions that can be defended.

`areas` reads places and their figures, `index` makes one figure of many, `certainty` says how sure it is and `series` how it moves,
`patterns` finds what lies together, `overlay` lays poverty on heat, `reach` walks the streets, `siting` finds places with a proven bound,
`money` follows it, `takeup` compares rights with those who use them, `disclosure` decides what may be published.

Pure: data in, data out; a `seed` where chance is needed, a day where time is. Only `areas.reading`, `reach` and `overlay` open files.
"""

from pathlib import Path
from typing import Final

TEXT_DIRECTORIES: Final = tuple(sorted(Path(__file__).parent.glob("*/texts")))
