"""A town with three quarters."""

import pytest

from lebenslage.authorities.models import Authority
from lebenslage.quarters.models import Area


@pytest.fixture
def town(db: None) -> Authority:
    """Connected, with three quarters; the north has the fewest residents."""
    authority = Authority.objects.create(key="05999001", name="Stadt Musterstadt", office="Wohngeldstelle", connected_since="2026-01-01")
    for key, name, residents in [("n", "Nord", 900), ("o", "Ost", 2100), ("s", "Süd", 4000)]:
        Area.objects.create(authority=authority, key=key, name=name, residents=residents)
    return authority
