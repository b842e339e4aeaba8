"""The virus scanner: what it finds is refused, what it cannot say yet waits for it, and no office opens a file before."""

from pathlib import Path
from uuid import uuid4

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.files import scanning
from lebenslage.files.actions import copy_for, keep, scan_waiting
from lebenslage.files.models import Blob, Scan, Unscanned
from lebenslage.files.problems import NotShownYet
from lebenslage.files.queries import content_of
from lebenslage.files.scanning import scan
from tests.files.clamd import EICAR, scanner


@pytest.fixture
def away(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A scanner that is named but does not listen; the folder in which it would."""
    monkeypatch.setenv(scanning.VARIABLE, f"unix:{tmp_path}/clamd.ctl")
    return tmp_path


def test_without_a_scanner_nothing_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(scanning.VARIABLE, raising=False)

    assert scan(EICAR) == Scan.NONE


def test_what_it_finds_is_known_however_long_the_file_is(away: Path) -> None:
    with scanner(away):
        assert [scan(b"letter"), scan(EICAR), scan(bytes(300_000) + EICAR), scan(b"")] == [
            Scan.CLEAN,
            Scan.INFECTED,
            Scan.INFECTED,
            Scan.CLEAN,
        ]


def test_what_it_does_not_take_waits(away: Path) -> None:
    assert scan(EICAR) == Scan.WAITING
    with scanner(away):
        assert scan(bytes(26 * 1024 * 1024)) == Scan.WAITING


@pytest.mark.django_db
@pytest.mark.parametrize(("content", "found"), [(b"letter", Scan.CLEAN), (EICAR, Scan.INFECTED)])
def test_what_came_while_it_was_away_is_scanned_later(away: Path, content: bytes, found: Scan) -> None:
    vault, authority = uuid4(), uuid4()
    with acting(vault=vault):
        blob = keep(content, media_type="text/plain", key_owner=vault, vault=vault, scanned=scan(content))
        copy = copy_for(blob, key_owner=authority, authority=authority, vault=vault)
    with acting(authority=authority):
        copy_for(copy, key_owner=authority, authority=authority, vault=vault)
    assert (scan_waiting(), Unscanned.objects.count()) == (0, 3)
    with acting(authority=authority), pytest.raises(NotShownYet):
        content_of(copy)

    with scanner(away):
        assert (scan_waiting(), Unscanned.objects.count()) == (3, 0)

    with acting(vault=vault):
        assert {one.scan for one in Blob.objects.all()} == {found}
    with acting(authority=authority):
        copy = Blob.objects.get(pk=copy.pk)
        assert copy.shown == (found == Scan.CLEAN)
        if copy.shown:
            assert content_of(copy) == content


@pytest.mark.django_db
def test_a_file_that_is_gone_waits_for_nothing(away: Path) -> None:
    vault = uuid4()
    with acting(vault=vault):
        keep(b"letter", media_type="text/plain", key_owner=vault, vault=vault, scanned=Scan.WAITING).delete()

    with scanner(away):
        scan_waiting()

    assert not Unscanned.objects.exists()
