"""A vault for each test, and an application in it."""

import pytest

from lebenslage.journal.actions import RESIDENT, SYSTEM
from lebenslage.residents.actions import begin_draft, open_vault
from lebenslage.residents.models import Draft, Vault
from lebenslage.services.actions import publish


@pytest.fixture
def vault(db: None) -> Vault:
    """A vault that was just opened."""
    return open_vault()


@pytest.fixture
def draft(vault: Vault) -> Draft:
    """An application for Wohngeld that was just begun."""
    publish("wohngeld", by=SYSTEM)
    return begin_draft(vault, "wohngeld", by=RESIDENT)
