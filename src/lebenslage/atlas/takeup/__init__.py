"""Where rights do not arrive: recipients against simulated households with a right, never as a point.

`bounds` says between which numbers each count lies - rounding, suppression, the draw of the synthetic people, their unknown error -
and `rates` divides the one by the other. What rests on no local counts is a model, and cannot become `Publishable`.
"""

from lebenslage.atlas.takeup.bounds import Bounds, Simulated, eligible, recipients
from lebenslage.atlas.takeup.rates import Finding, Publishable, TakeUp, take_up

__all__ = ["Bounds", "Finding", "Publishable", "Simulated", "TakeUp", "eligible", "recipients", "take_up"]
