"""Leefloon: the income part of the right to social integration in Belgium (wet van 26 mei 2002, KB van 11 juli 2002)."""

from lebenslage.benefits.leefloon.rules.recht import LEEFLOON

__all__ = ["LEEFLOON"]
