"""Somebody with an open application, and somebody whom the office has asked."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.conf import LazySettings
from django.http import HttpResponse
from django.test import Client

from lebenslage.cases.models import Request
from lebenslage.residents import access
from lebenslage.residents.models import Vault
from tests.cases.stories import Days, Story, open_town


@pytest.fixture
def november(settings: LazySettings, db: None) -> None:
    """The pages believe that it is November 2026."""
    settings.FIXED_DAY = date(2026, 11, 1)


@pytest.fixture
def story() -> Iterator[Story]:
    """A resident of a connected town, on the first day of November."""
    with Days() as days:
        yield Story(open_town("05999004", "Erlenbruch"), days)


def as_resident(vault: Vault) -> Client:
    """A browser in which this vault is open."""
    client, response = Client(), HttpResponse()
    access.remember(response, vault)
    client.cookies = response.cookies
    return client


@pytest.fixture
def applicant(story: Story) -> Client:
    """A browser with an open application."""
    story.drafted()
    return as_resident(story.vault)


@pytest.fixture
def asked(story: Story) -> tuple[Client, Request]:
    """A browser of somebody to whom the office has put a question."""
    request = story.asked()
    return as_resident(story.vault), request
