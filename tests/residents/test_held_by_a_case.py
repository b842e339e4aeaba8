"""A case holds its resident's vault: her notice stays readable, whatever else she deletes."""

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.cases.models import Case
from lebenslage.files.keys import data_key
from lebenslage.journal.actions import RESIDENT
from lebenslage.residents.actions import close_vault, sweep
from lebenslage.residents.actions.closing import Swept
from lebenslage.residents.models import Vault
from lebenslage.residents.queries import documents_of, known_facts
from tests.cases.stories import Days, Story, open_town


@pytest.fixture
def story(db: None) -> Story:
    """A resident who has handed in her application."""
    with Days() as days:
        story = Story(open_town("05999004", "Erlenbruch"), days)
        story.submitted()
        return story


def test_closing_a_vault_with_a_case_deletes_the_answers_and_keeps_the_case(story: Story) -> None:
    with acting(vault=story.vault.pk):
        assert not close_vault(story.vault, by=RESIDENT)

        assert (list(known_facts(story.vault)), list(documents_of(story.vault))) == ([], [])
        assert Case.objects.count() == 1
    assert data_key(story.vault.pk, make=False)


def test_sweeping_leaves_a_vault_with_a_case_as_it_is(story: Story) -> None:
    before = len(known_facts(story.vault))
    Vault.objects.update(last_used=story.days.moment.replace(year=2020))

    assert sweep(story.days.moment) == Swept(0, 1)
    assert len(known_facts(story.vault)) == before > 0
