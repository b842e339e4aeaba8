"""Does the money arrive where the need is? Spending against need, to the cent.

`account` is what is compared, `concentration` one number for it with its interval, `fifths` who gets how much and what passes by,
`formula` what each area would get by a formula, `before_after` what a measure changed beside areas without it.
"""

from lebenslage.atlas.money.account import Account
from lebenslage.atlas.money.concentration import Concentration, bootstrapped, concentration
from lebenslage.atlas.money.fifths import Fifths, Targeting, fifths, targeting
from lebenslage.atlas.money.formula import Basis, Formula

__all__ = ["Account", "Basis", "Concentration", "Fifths", "Formula", "Targeting", "bootstrapped", "concentration", "fifths", "targeting"]
