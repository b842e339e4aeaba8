"""What one check of `doctor` found, in a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from lebenslage.law.texts import Texts


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. `needed` is false for what may be missing."""

    check: str
    good: bool
    sentence: str
    needed: bool = True


def finding(words: Texts, check: str, good: bool, *, needed: bool = True, **values: object) -> Finding:
    """A finding with its sentence from `texts/`."""
    return Finding(check, good, words("cli", "doctor", check, "good" if good else "bad", **values), needed)
