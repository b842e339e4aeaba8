"""The texts that the rules were read beside, and the dated figures."""

from datetime import date
from pathlib import Path

from lebenslage.kernel.citations import Statute
from lebenslage.law.parameters import Parameters

TEXT_OF, READ_ON = date(2026, 4, 29), date(2026, 11, 22)

SGB12 = Statute("SGB XII", TEXT_OF, READ_ON)
DVO_82 = Statute("VO zu § 82 SGB XII", TEXT_OF, READ_ON)
DVO_90 = Statute("VO zu § 90 Abs. 2 Nr. 9 SGB XII", TEXT_OF, READ_ON)
BEEG = Statute("BEEG", TEXT_OF, READ_ON)
ASYLBLG = Statute("AsylbLG", TEXT_OF, READ_ON)
SVEV = Statute("SvEV", TEXT_OF, READ_ON)
SINCE = "2023-01-01"

parameter = Parameters(Path(__file__).with_name("parameters.yaml"))


def share(amount: int, percent: int) -> int:
    """A percentage of an amount in cents, rounded to the cent (from half a cent up)."""
    return (amount * percent + 50) // 100


def split(amount: int, part: int, whole: int) -> int:
    """The part of an amount in cents that falls on `part` of `whole`, rounded to the cent (from half a cent up)."""
    return (2 * amount * part + whole) // (2 * whole) if whole > 0 else 0
