"""The regulations that the rules follow, and the dated figures. The city's and the federal pages were read in part."""

from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

A_KAART = Statute("A-kaartreglement Antwerpen", None, None)
ATTEST = Statute("Attest kansentarief Antwerpen", None, None)
WEC = Statute("Wet elektronische communicatie", None, None)
SINCE = "2024-03-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
