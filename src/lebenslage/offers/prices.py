"""Prices, read from a few plain lines and written as such lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from lebenslage.kernel.errors import UnreadableAmount
from lebenslage.kernel.money import read_cents
from lebenslage.offers.problems import UnreadablePrice

FREE: Final = ("kostenlos", "frei", "umsonst", "gratis")


@dataclass(frozen=True, slots=True)
class Cost:
    """What something costs, in cents; None where it is told in words alone."""

    what: str = ""
    cents: int | None = None
    words: str = ""


def read_lines(text: str) -> list[Cost]:
    """Prices from lines such as "kostenlos", "Kurs: 12,50", "mit Pass: frei". Raises UnreadablePrice."""
    return [_read(line.strip()) for line in text.splitlines() if line.strip()]


def _read(line: str) -> Cost:
    what, _, amount = line.rpartition(":")
    amount = amount.strip()
    if amount.casefold() in FREE:
        return Cost(what.strip()[:200], 0)
    try:
        cents = read_cents(amount)
    except UnreadableAmount as wrong:
        raise UnreadablePrice(given_line=line[:80]) from wrong
    if cents < 0:
        raise UnreadablePrice(given_line=line[:80])
    return Cost(what.strip()[:200], cents)


def written_lines(costs: Iterable[Cost]) -> str:
    """The same prices as lines; one in words alone is left out, for it is kept."""
    return "\n".join(f"{one.what}: {_amount(one.cents)}" if one.what else _amount(one.cents) for one in costs if one.cents is not None)


def _amount(cents: int) -> str:
    return f"{cents // 100},{cents % 100:02}" if cents else FREE[0]
