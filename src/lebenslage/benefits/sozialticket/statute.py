"""The texts that the rules were read beside, and the dated figures."""

from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

GO_NRW = Statute("GO NRW", None, None)  # each municipality decides whether it takes part
SINCE = "2023-01-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
