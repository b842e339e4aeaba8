"""Grundsicherung im Alter und bei Erwerbsminderung: SGB XII chapter 4."""

from lebenslage.benefits.grundsicherung.rules.anspruch import GRUNDSICHERUNG

__all__ = ["GRUNDSICHERUNG"]
