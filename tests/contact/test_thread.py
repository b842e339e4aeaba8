"""A thread holds what was said, sealed; each side sees what is new to it; the house speaks everybody's language."""

from collections.abc import Iterator

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.authorities.actions import Office, connect
from lebenslage.authorities.models import Authority
from lebenslage.contact.actions import announce, begin, mark_read, write
from lebenslage.contact.models import From, Message, Thread
from lebenslage.contact.queries import messages
from lebenslage.files.problems import CannotOpen
from lebenslage.journal.actions import SYSTEM
from lebenslage.residents.actions import open_vault


@pytest.fixture
def authority(db: None) -> Authority:
    return connect("05314000", Office("Stadt", "Wohngeldstelle", "Markt 1", "50000", "Stadt"), by=SYSTEM)


@pytest.fixture
def thread(authority: Authority) -> Iterator[Thread]:
    vault = open_vault()
    with acting(authority=authority.id, vault=vault.id):
        yield begin(authority, vault)


def test_what_was_written_is_read_in_order(thread: Thread) -> None:
    write(thread, "Wann kommt der Bescheid?", sender=From.RESIDENT)
    write(thread, "Nächste Woche.", sender=From.OFFICE)

    assert [(line.sender, line.text, line.new) for line in messages(thread)] == [
        ("resident", "Wann kommt der Bescheid?", True),
        ("office", "Nächste Woche.", True),
    ]


def test_the_house_speaks_in_keys(thread: Thread) -> None:
    announce(thread, "submitted", number="WG-2026-00001")

    (line,) = messages(thread)
    assert (line.sender, line.text, line.key, line.values) == ("system", "", "submitted", {"number": "WG-2026-00001"})


def test_what_one_side_read_is_no_longer_new(thread: Thread) -> None:
    write(thread, "Wann kommt der Bescheid?", sender=From.RESIDENT)
    write(thread, "Nächste Woche.", sender=From.OFFICE)

    assert (mark_read(thread, sender=From.RESIDENT), mark_read(thread, sender=From.RESIDENT)) == (1, 0)
    assert [line.new for line in messages(thread)] == [False, True]


def test_the_database_reads_nothing(thread: Thread) -> None:
    message = write(thread, "Ich bin krank.", sender=From.RESIDENT)

    assert b"krank" not in bytes(Message.objects.get(pk=message.pk).sealed)


def test_words_of_one_message_do_not_open_as_another(thread: Thread) -> None:
    first, second = (write(thread, text, sender=From.RESIDENT) for text in ("Ja.", "Nein."))
    Message.objects.filter(pk=first.pk).update(sealed=second.sealed)
    with pytest.raises(CannotOpen):
        messages(thread)


def test_a_stranger_sees_no_message(thread: Thread) -> None:
    write(thread, "Wann kommt der Bescheid?", sender=From.RESIDENT)
    with acting(vault=open_vault().id):
        assert messages(thread) == []
