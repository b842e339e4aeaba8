"""The texts that the rules follow, and the dated figures.

Neither the ZIV-wet nor the KB van 15 januari 2014 that fills its art. 37 § 19 could be had: health insurers and legal aid tell of them.
"""

from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

ZIV = Statute("ZIV-wet", None, None)
ZORGPREMIE = Statute("Decreet van 18 mei 2018", None, None)
SINCE = "2023-01-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
