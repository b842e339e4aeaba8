"""The names of quarters cross to the neighbours, who know nothing else of a quarter."""

from __future__ import annotations

from lebenslage.authorities.models import Authority
from lebenslage.neighbours.actions import name_quarters
from lebenslage.quarters.models import Area


def name_all_quarters() -> int:
    """Bring the names of the quarters of every town; how many towns have some. It may run twice."""
    towns = Authority.objects.filter(areas__isnull=False).distinct()
    for town in towns:
        name_quarters(town, dict(Area.objects.filter(authority=town).values_list("key", "name")))
    return len(towns)
