"""Hilfe zum Lebensunterhalt: SGB XII chapter 3, for those between SGB II and chapter 4."""

from lebenslage.benefits.hilfe_zum_lebensunterhalt.anspruch import HILFE_ZUM_LEBENSUNTERHALT

__all__ = ["HILFE_ZUM_LEBENSUNTERHALT"]
