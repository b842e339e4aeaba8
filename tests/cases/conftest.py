"""A town, the calendar of a test, and a case at each point of its way."""

from collections.abc import Iterator

import pytest

from lebenslage.accounts.scope import acting
from tests.cases.stories import Days, Story, Town, open_town


@pytest.fixture
def days(db: None) -> Iterator[Days]:
    """The calendar: it stands still until a test lets days pass."""
    calendar = Days()
    with calendar:
        yield calendar


@pytest.fixture
def town(days: Days) -> Town:
    """An invented town with two caseworkers, an approver, a planner and an administrator."""
    return open_town("05999004", "Erlenbruch")


@pytest.fixture
def neighbour(days: Days) -> Town:
    """Another town."""
    return open_town("05999008", "Weidenau")


@pytest.fixture
def story(town: Town, days: Days) -> Story:
    """A resident who has answered everything and not submitted yet."""
    return Story(town, days)


@pytest.fixture
def desk(town: Town) -> Iterator[Town]:
    """Everything in the test happens in the name of the town."""
    with acting(authority=town.authority.id):
        yield town
