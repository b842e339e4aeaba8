"""The text that the rules on valid notices were read beside."""

from datetime import date

from lebenslage.kernel.citations import Statute

SGB10 = Statute("SGB X", date(2026, 4, 29), date(2026, 11, 22))
SINCE = "2023-01-01"
