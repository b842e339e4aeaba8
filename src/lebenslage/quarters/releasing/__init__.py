"""What everybody may read of figures: small counts hidden, and everything that would tell them, beside all that was released before.

`quantities` finds what is counted and what adds up, `maps` what two editions cut the town into, `system` puts it in one system of sums,
`hiding` chooses what to hide (`atlas.disclosure`) and attacks the result, `scores` treats indices, `writing` keeps it: once. Needs the
analysis packages; who only reads asks `quarters.catalogue.released`.
"""

from lebenslage.quarters.releasing.hiding import MINIMUM
from lebenslage.quarters.releasing.writing import checked, hindrances, protected, release, release_as_given

__all__ = ["MINIMUM", "checked", "hindrances", "protected", "release", "release_as_given"]
