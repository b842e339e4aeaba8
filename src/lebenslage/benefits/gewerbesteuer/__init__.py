"""Gewerbesteuer: what a trade owes its municipality a year (GewStG). A charge, not a right."""

from lebenslage.benefits.gewerbesteuer.rules import GEWERBESTEUER, GEWERBESTEUER_DAZU

__all__ = ["GEWERBESTEUER", "GEWERBESTEUER_DAZU"]
