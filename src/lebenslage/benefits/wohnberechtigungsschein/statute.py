"""The texts that the rules follow, and the dated figures.

Of the WFNG NRW only parts were had: § 13 in its first text (with Abs. 4, by which its sums rise), § 15 Abs. 1 and the beginning of Abs. 2,
§ 18 Abs. 1 and 2. §§ 14 and 15 Abs. 3 were not had: their rules follow what municipalities and lenders tell.
"""

from datetime import date
from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

WFNG = Statute("WFNG NRW", None, None)
WNB = Statute("WNB NRW", None, None)
WOFG = Statute("WoFG", date(2026, 4, 29), date(2026, 11, 22))
ESTG = Statute("EStG", date(2026, 4, 29), date(2026, 11, 22))
SINCE = "2023-01-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
