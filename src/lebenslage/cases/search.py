"""Finding a case by a name that the database cannot read: keyed digests of the beginnings of its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from lebenslage.authorities.spelling import folded, folded_short
from lebenslage.cases.models import Case, SearchToken
from lebenslage.files.sealing import keyed_digest

SHORTEST, LONGEST, MOST_WORDS = 2, 12, 6
WITH_DIGIT: Final = frozenset("0123456789")


def tokens_for(case: Case, name: str) -> list[SearchToken]:
    """The tokens of a name, with and without umlauts, not kept yet."""
    return [
        SearchToken(case=case, authority_id=case.authority_id, vault_id=case.vault_id, token=keyed_digest(case.authority_id, beginning))
        for beginning in sorted(set(_beginnings(name)))
    ]


def _beginnings(name: str) -> Iterator[str]:
    for fold in (folded, folded_short):
        for word in fold(name).split():
            yield from (word[:length] for length in range(SHORTEST, min(len(word), LONGEST) + 1))


def matching(authority: UUID, text: str) -> Q:
    """Cases whose number contains the text, or whose name has words that begin with its words."""
    if WITH_DIGIT & set(text):
        return Q(number__icontains=text.strip())
    words = [word[:LONGEST] for word in folded(text).split()[:MOST_WORDS] if len(word) >= SHORTEST]
    if not words:
        return Q(pk=None)
    found = Q()
    for word in words:
        found &= Q(Exists(SearchToken.objects.filter(case=OuterRef("pk"), token=keyed_digest(authority, word))))
    return found
