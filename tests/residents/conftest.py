"""A vault for each test, and the town in which its resident lives."""

import pytest

from lebenslage.residents.actions import open_vault
from lebenslage.residents.models import Vault


@pytest.fixture
def vault(db: None) -> Vault:
    """A vault that was just opened."""
    return open_vault()
