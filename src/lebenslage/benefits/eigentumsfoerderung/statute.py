"""The texts that the rules follow, and the dated figures.

Neither the guideline of the year (Foerderrichtlinie oeffentliches Wohnen NRW) nor WFNG NRW §§ 6 and 9 could be had: fact sheets,
brokers and the lender (NRW.BANK) tell of them.
"""

from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

WFNG = Statute("WFNG NRW", None, None)
SINCE = "2025-01-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
