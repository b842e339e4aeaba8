"""The figures from which take-up is told, by their keys in the catalogue."""

from typing import Final

GRANTS: Final = "wohngeld_bewilligungen"
RECIPIENTS: Final = "wohngeld_haushalte"
NEED_LEAST: Final = "wohngeld_anspruch_mindestens"
NEED_MOST: Final = "wohngeld_anspruch_hoechstens"
# A version that is asked for and not computed yet carries its state under this name.
STATE: Final = "state"
WANTED, RUNNING, FAILED, DONE = "wanted", "running", "failed", "done"
SIMULATED: Final = "bridge"
