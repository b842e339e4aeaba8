"""Keys are made once, by whoever comes first, and vanish with the transaction that made them."""

import base64
import secrets
import stat
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection, transaction

from lebenslage.files import keys
from lebenslage.files.actions import rewrap
from lebenslage.files.keys import EnvironmentKeys, FileKeys, data_key
from lebenslage.files.models import DataKey
from lebenslage.files.problems import MasterKeyUnreadable, NoSuchKey
from lebenslage.files.sealing import seal_text, unseal_text


def test_the_key_file_is_made_once_and_only_its_user_may_read_it(tmp_path: Path) -> None:
    first = FileKeys(tmp_path / "data" / "master.key").masters()

    assert FileKeys(tmp_path / "data" / "master.key").masters() == first
    assert stat.S_IMODE((tmp_path / "data" / "master.key").stat().st_mode) == 0o600
    assert [file.name for file in (tmp_path / "data").iterdir()] == ["master.key"]


def test_a_second_process_that_comes_late_takes_the_key_of_the_first(tmp_path: Path) -> None:
    path = tmp_path / "master.key"
    first = FileKeys(path).masters()

    FileKeys(path)._make()

    assert FileKeys(path).masters() == first


def test_a_rotated_key_stands_last_and_the_former_one_stays(tmp_path: Path) -> None:
    port = FileKeys(tmp_path / "master.key")
    former = port.masters()[0]

    port.rotate()

    assert port.masters()[0] == former
    assert len(set(port.masters())) == 2


@pytest.mark.parametrize("text", ["", "not base64!", base64.b64encode(b"short").decode()])
def test_what_is_no_key_is_refused(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LEBENSLAGE_MASTER_KEY", text)

    with pytest.raises(MasterKeyUnreadable):
        EnvironmentKeys().masters()


@pytest.mark.django_db
def test_an_owner_keeps_her_key() -> None:
    owner = uuid4()
    first = data_key(owner)
    keys.forget()

    assert data_key(owner) == first
    assert data_key(uuid4()) != first


@pytest.mark.django_db
def test_no_key_is_made_where_one_should_exist() -> None:
    with pytest.raises(NoSuchKey):
        data_key(uuid4(), make=False)


@pytest.mark.django_db(transaction=True)
def test_a_key_whose_transaction_fails_is_not_used_again() -> None:
    owner = uuid4()
    with transaction.atomic():
        lost = data_key(owner)
        assert data_key(owner) == lost
        transaction.set_rollback(True)

    assert data_key(owner) != lost
    assert DataKey.objects.filter(owner=owner).count() == 1


@pytest.mark.django_db
def test_a_key_is_read_once_in_a_transaction(django_assert_num_queries: object) -> None:
    owner = uuid4()
    data_key(owner)

    with django_assert_num_queries(0, connection=connection):  # type: ignore[operator]
        assert len({data_key(owner) for _ in range(60)}) == 1


@pytest.mark.django_db
def test_after_a_rotation_everything_opens_with_the_newer_key_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    owner, old, new = uuid4(), *(base64.b64encode(secrets.token_bytes(32)).decode() for _ in range(2))
    monkeypatch.setenv("LEBENSLAGE_MASTER_KEY", old)
    keys.forget()
    sealed = seal_text(owner, "Mietvertrag", about="x")

    monkeypatch.setenv("LEBENSLAGE_MASTER_KEY", f"{old},{new}")
    keys.forget()
    assert rewrap() == 1
    monkeypatch.setenv("LEBENSLAGE_MASTER_KEY", new)
    keys.forget()

    assert unseal_text(owner, sealed, about="x") == "Mietvertrag"
    monkeypatch.undo()
    keys.forget()
