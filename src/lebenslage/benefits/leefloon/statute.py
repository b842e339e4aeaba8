"""The texts that the rules follow, and the dated figures.

Neither text could be had here: the rules follow what the federal service (POD MI), the Brussels federation of social services and others
report of them. So no citation carries the day of a text, and the figures that one source alone reports must be confirmed.
"""

from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

RMI_WET = Statute("Wet van 26 mei 2002", None, None)
RMI_KB = Statute("KB van 11 juli 2002", None, None)
SINCE = "2023-11-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
