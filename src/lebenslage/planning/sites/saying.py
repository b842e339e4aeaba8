"""Numbers as these pages say them."""

from __future__ import annotations

from math import isfinite

from lebenslage.law.texts import Texts


def number(value: float | None, say: Texts, *, digits: int = 0) -> str:
    """A number with its signs; the word for unknown where there is none."""
    if value is None or not isfinite(value):
        return say("planning_sites", "unknown")
    signs = {",": say("format", "group"), ".": say("format", "point")}
    return "".join(signs.get(sign, sign) for sign in f"{value:,.{digits}f}")


def euros(value: float | None, say: Texts) -> str:
    """An amount in whole euros."""
    return say("format", "money", amount=number(value, say)) if value is not None else number(None, say)


def listed(names: list[str], say: Texts) -> str:
    """Names in a sentence: A, B und C."""
    if len(names) < 2:
        return "".join(names)
    return say("planning_sites", "and", first=", ".join(names[:-1]), last=names[-1])
