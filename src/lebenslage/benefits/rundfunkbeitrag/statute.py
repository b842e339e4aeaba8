"""The text that the rules follow, and the dated figures."""

from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

RBSTV = Statute("RBStV", None, None)  # a treaty of the Laender: not in the federal collection, read in excerpts on public pages
SINCE = "2023-01-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))
