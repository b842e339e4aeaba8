"""What is known in a vault. It opens in its own name alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from lebenslage.benefits.facts import personen
from lebenslage.files.sealing import unseal_json
from lebenslage.residents.answers import FIRST, HEAD, Answers, Place, from_places
from lebenslage.residents.models import KnownFact, Vault
from lebenslage.residents.opening import opened
from lebenslage.residents.places import ROWS

APPLICANT = Place(personen.verhaeltnis, FIRST)


@dataclass(frozen=True, slots=True)
class Known:
    """One answer with its source and its time; `until` is set where it is history."""

    place: str
    typed: Sequence[str]
    source: str
    since: datetime
    until: datetime | None = None


def about_place(place: str) -> str:
    """What a sealed answer is bound to, besides its vault."""
    return f"fact:{place}"


def typed_of(fact: KnownFact) -> Sequence[str]:
    """What was typed. Raises CannotOpen."""
    texts: Sequence[str] = unseal_json(fact.vault_id, fact.sealed, about=about_place(fact.place))
    return texts


def typed_in(vault: Vault) -> Mapping[str, Sequence[str]]:
    """Everything that was typed, by place, in one query."""
    with opened(vault):
        facts = KnownFact.objects.filter(vault=vault, until=None).only("place", "sealed", "vault_id").order_by("id")
        return {fact.place: typed_of(fact) for fact in facts}


def answers_of(vault: Vault) -> Answers:
    """The answers of a vault as a form holds them. The first person is the one who applies until she says otherwise."""
    answers = from_places(typed_in(vault))
    if answers.at(APPLICANT.fact, FIRST):
        return answers
    return replace(answers, given={APPLICANT: [HEAD], **answers.given})


def known_facts(vault: Vault) -> Sequence[Known]:
    """What is known now, in the order in which it came, with source and time."""
    with opened(vault):
        facts = KnownFact.objects.filter(vault=vault, until=None).exclude(place__in=list(ROWS)).order_by("id")
        return [_known(fact) for fact in facts]


def history(vault: Vault, place: str) -> Sequence[Known]:
    """Every answer that was ever given at a place, the newest first."""
    with opened(vault):
        return [_known(fact) for fact in KnownFact.objects.filter(vault=vault, place=place).order_by("-id")]


def _known(fact: KnownFact) -> Known:
    return Known(fact.place, typed_of(fact), fact.source, fact.since, fact.until)
