"""The text that the rules were read beside, and the dated figures."""

from datetime import date
from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

TEXT_OF, READ_ON = date(2026, 4, 29), date(2026, 11, 22)

BKGG = Statute("BKGG", TEXT_OF, READ_ON)
SINCE = "2023-01-01"
REFORM = "2026-07-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
