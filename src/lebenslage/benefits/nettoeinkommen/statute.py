"""The texts that the rules were read beside, and the dated figures."""

from datetime import date
from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

TEXT_OF, READ_ON = date(2026, 4, 29), date(2026, 11, 22)

ESTG = Statute("EStG", TEXT_OF, READ_ON)
SOLZG = Statute("SolZG 1995", TEXT_OF, READ_ON)
SGB3 = Statute("SGB III", TEXT_OF, READ_ON)
SGB4 = Statute("SGB IV", TEXT_OF, READ_ON)
SGB5 = Statute("SGB V", TEXT_OF, READ_ON)
SGB6 = Statute("SGB VI", TEXT_OF, READ_ON)
SGB11 = Statute("SGB XI", TEXT_OF, READ_ON)
SINCE = "2023-01-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
