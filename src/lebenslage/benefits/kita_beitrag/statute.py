"""The texts that the rules were read beside, and the dated figures."""

from datetime import date
from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

TEXT_OF, READ_ON = date(2026, 4, 29), date(2026, 11, 22)

SGB8 = Statute("SGB VIII", TEXT_OF, READ_ON)
SGB12 = Statute("SGB XII", TEXT_OF, READ_ON)
KIBIZ = Statute("KiBiz NRW", None, None)  # law of the Land: § 50 Abs. 1 read on public pages
SINCE = "2023-01-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
