"""What is sealed opens for its owner, at its place, unchanged - and in no other way."""

import time
from uuid import UUID, uuid4

import pytest

from lebenslage.accounts.scope import acting
from lebenslage.files.actions import copy_for, keep
from lebenslage.files.models import Blob, Content
from lebenslage.files.problems import CannotOpen
from lebenslage.files.queries import content_of
from lebenslage.files.sealing import keyed_digest, seal, seal_json, seal_text, unseal, unseal_json, unseal_text

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 a rent contract"


@pytest.fixture
def owner() -> UUID:
    return uuid4()


def test_what_was_sealed_opens(owner: UUID) -> None:
    assert unseal_text(owner, seal_text(owner, "Grüße", about="a"), about="a") == "Grüße"
    assert unseal_json(owner, seal_json(owner, ["1.200,50", None], about="a"), about="a") == ["1.200,50", None]


def test_the_same_text_is_never_sealed_the_same_way_twice(owner: UUID) -> None:
    assert seal_text(owner, "3000", about="a") != seal_text(owner, "3000", about="a")


def test_an_answer_moved_to_another_place_does_not_open(owner: UUID) -> None:
    with pytest.raises(CannotOpen):
        unseal(owner, seal(owner, b"1300", about="person-1-rente"), about="person-2-rente")


def test_an_answer_given_to_another_owner_does_not_open(owner: UUID) -> None:
    seal(other := uuid4(), b"x", about="a")

    with pytest.raises(CannotOpen):
        unseal(other, seal(owner, b"1300", about="a"), about="a")


@pytest.mark.parametrize("position", [0, 5, 20, -1])
def test_a_single_changed_byte_is_noticed(owner: UUID, position: int) -> None:
    damaged = bytearray(seal(owner, b"1300", about="a"))
    damaged[position] ^= 1

    with pytest.raises(CannotOpen):
        unseal(owner, bytes(damaged), about="a")


def test_a_digest_is_the_same_for_one_owner_and_another_for_the_next(owner: UUID) -> None:
    assert keyed_digest(owner, "yilmaz") == keyed_digest(owner, "yilmaz") != keyed_digest(uuid4(), "yilmaz")


def test_sixty_answers_open_in_two_milliseconds(owner: UUID) -> None:
    sealed = [seal_text(owner, "1.300,00", about=f"place {i}") for i in range(60)]

    def once() -> float:
        begun = time.perf_counter()
        assert all(unseal_text(owner, one, about=f"place {i}") for i, one in enumerate(sealed))
        return time.perf_counter() - begun

    assert min(once() for _ in range(9)) < 0.002


def test_a_file_comes_back_as_it_was_and_lies_sealed_in_the_database(owner: UUID) -> None:
    with acting(vault=owner):
        blob = keep(PDF, media_type="application/pdf", key_owner=owner, vault=owner)

        assert content_of(blob) == PDF
        assert blob.size == len(PDF)
        assert b"rent contract" not in bytes(Content.objects.get(blob=blob).sealed)


def test_a_file_is_nobodys_outside_its_scope(owner: UUID) -> None:
    with acting(vault=owner):
        blob = keep(PDF, media_type="application/pdf", key_owner=owner, vault=owner)

    with acting(vault=uuid4()):
        assert not Blob.objects.filter(id=blob.id).exists()
        with pytest.raises(Content.DoesNotExist):
            content_of(blob)


def test_a_copy_for_an_authority_stays_when_the_vault_goes(owner: UUID) -> None:
    authority = uuid4()
    with acting(vault=owner, authority=authority):
        copy = copy_for(
            keep(PDF, media_type="application/pdf", key_owner=owner, vault=owner), key_owner=authority, authority=authority, vault=owner
        )

    with acting(authority=authority):
        assert content_of(Blob.objects.get(id=copy.id)) == PDF
        assert copy.key_owner == authority
