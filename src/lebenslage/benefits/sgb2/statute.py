"""The texts that the rules were read beside, and the dated figures."""

from datetime import date
from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

TEXT_OF, READ_ON = date(2026, 4, 29), date(2026, 11, 22)

SGB2 = Statute("SGB II", TEXT_OF, READ_ON)
BEEG = Statute("BEEG", TEXT_OF, READ_ON)
BUERGERGELD_V = Statute("Bürgergeld-V", TEXT_OF, READ_ON)
SGB2_NEU = Statute(
    "SGB II (BGBl. 2026 I Nr. 107)", None, None
)  # in force since 2026-07-01; known from reports on it, the text was not at hand
SINCE = "2023-01-01"
REFORM = "2026-07-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
