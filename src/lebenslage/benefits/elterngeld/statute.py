"""The text that the rules were read beside, and the dated figures."""

from datetime import date
from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

TEXT_OF, READ_ON = date(2026, 4, 29), date(2026, 11, 22)

BEEG = Statute("BEEG", TEXT_OF, READ_ON)
SINCE = "2023-01-01"
AB_SEPTEMBER_2021 = date(2021, 9, 1).toordinal()
AB_JANUAR_2024 = date(2024, 1, 1).toordinal()
AB_APRIL_2024 = date(2024, 4, 1).toordinal()
AB_APRIL_2025 = date(2025, 4, 1).toordinal()

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
