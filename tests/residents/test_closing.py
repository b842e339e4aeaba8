"""What is not used goes away by itself, key and all; what a case needs stays; one failure does not keep the others."""

from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from lebenslage.accounts.scope import acting
from lebenslage.files.keys import data_key
from lebenslage.files.models import Blob
from lebenslage.files.problems import NoSuchKey
from lebenslage.journal.actions import RESIDENT, SYSTEM
from lebenslage.journal.clock import at
from lebenslage.residents.actions import add_document, answer, begin_draft, close_vault, consent, open_vault, sweep, withdraw_consent
from lebenslage.residents.actions import closing as closing_room
from lebenslage.residents.actions.closing import Swept
from lebenslage.residents.models import Draft, Vault
from lebenslage.residents.problems import NotYourVault
from lebenslage.residents.queries import has_consented
from lebenslage.services.actions import publish

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def used(vault: Vault) -> Vault:
    """A vault with an answer, a proof and a consent."""
    picture = BytesIO()
    Image.new("L", (9, 9)).save(picture, "PNG")
    answer(vault, {"person-1-name": ["Aylin"]}, by=RESIDENT)
    add_document(vault, content=picture.getvalue(), name="a.png", kind="ausweis", by=RESIDENT)
    consent(vault, "portal", "Ja, bitte.", by=RESIDENT)
    return vault


def test_a_closed_vault_leaves_nothing_and_its_key_is_gone(vault: Vault) -> None:
    owner = used(vault).pk

    assert close_vault(vault, by=RESIDENT)

    with acting(vault=owner):
        assert not Blob.objects.exists()
    assert not Vault.objects.filter(pk=owner).exists()
    with pytest.raises(NoSuchKey):
        data_key(owner, make=False)


def test_only_its_resident_closes_a_vault(vault: Vault) -> None:
    with acting(authority=vault.pk), pytest.raises(NotYourVault):
        close_vault(vault, by=RESIDENT)


def test_an_anonymous_check_is_swept_a_day_after_its_last_use(db: None) -> None:
    with at(NOON):
        vault = used(open_vault())
    with at(NOON + 20 * HOUR):
        answer(vault, {"person-1-rente": ["1"]}, by=RESIDENT)

    assert sweep(NOON + 43 * HOUR) == Swept(0, 0)
    assert sweep(NOON + 45 * HOUR) == Swept(1, 0)
    assert not Vault.objects.exists()


def test_an_application_on_its_way_is_kept_for_ninety_days(db: None) -> None:
    publish("wohngeld", by=SYSTEM)
    with at(NOON):
        vault = open_vault()
        begin_draft(vault, "wohngeld", by=RESIDENT)

    assert sweep(NOON + 89 * DAY) == Swept(0, 0)
    assert sweep(NOON + 91 * DAY) == Swept(1, 0)


def test_a_vault_with_a_case_is_never_swept(draft: Draft) -> None:
    with acting(vault=draft.vault_id):
        Draft.objects.update(submitted=NOON)
    answer(draft.vault, {"person-1-name": ["Aylin"]}, by=RESIDENT)
    Vault.objects.update(last_used=NOON)

    assert sweep(NOON + 365 * DAY) == Swept(0, 1)
    assert Vault.objects.filter(pk=draft.vault_id).exists()


def test_one_vault_that_fails_does_not_keep_the_others(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    with at(NOON):
        stuck, _ = open_vault(), open_vault()
    real = closing_room.close_vault

    def sometimes(vault: Vault, **more: Any) -> bool:
        if vault == stuck:
            raise NotYourVault
        return real(vault, **more)

    monkeypatch.setattr(closing_room, "close_vault", sometimes)

    assert sweep(NOON + 3 * DAY) == Swept(1, 1)
    assert list(Vault.objects.all()) == [stuck]


def test_a_consent_holds_until_it_is_taken_back(vault: Vault) -> None:
    first = consent(vault, "portal", "Ja, bitte.", by=RESIDENT)
    assert consent(vault, "portal", "Ja, bitte.", by=RESIDENT) == first
    assert consent(vault, "portal", "Ja, gern.", by=RESIDENT) != first
    assert has_consented(vault, "portal")

    withdraw_consent(vault, "portal", by=RESIDENT)
    assert not has_consented(vault, "portal")


def test_an_application_is_begun_once_and_stays_with_its_version(draft: Draft) -> None:
    draft.version.__class__.objects.create(service="wohngeld", number=2, content=draft.version.content, digest="newer", published=NOON)

    assert begin_draft(draft.vault, "wohngeld", by=RESIDENT) == draft
