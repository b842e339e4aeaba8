"""The texts beside which the priority between benefits was read."""

from datetime import date
from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

TEXT_OF, READ_ON = date(2026, 4, 29), date(2026, 11, 22)

SGB2 = Statute("SGB II", TEXT_OF, READ_ON)
SGB12 = Statute("SGB XII", TEXT_OF, READ_ON)
BKGG = Statute("BKGG", TEXT_OF, READ_ON)
WOGG = Statute("WoGG", TEXT_OF, READ_ON)
BEEG = Statute("BEEG", TEXT_OF, READ_ON)
ASYLBLG = Statute("AsylbLG", TEXT_OF, READ_ON)
SINCE = "2023-01-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
