"""Freedom from day-care fees: SGB VIII § 90 Abs. 4; the free years of the Land."""

from lebenslage.benefits.kita_beitrag.anspruch import KITA_BEITRAG

__all__ = ["KITA_BEITRAG"]
