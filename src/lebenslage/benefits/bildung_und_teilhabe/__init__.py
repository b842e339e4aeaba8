"""Bildung und Teilhabe: SGB II §§ 28 to 30, BKGG § 6b, SGB XII §§ 34 to 34b, AsylbLG § 3 Abs. 4."""

from lebenslage.benefits.bildung_und_teilhabe.rules.anspruch import BILDUNG_UND_TEILHABE

__all__ = ["BILDUNG_UND_TEILHABE"]
