"""The discount pass of a municipality: who may have it follows from valid notices, or from an income limit that the municipality sets."""

from lebenslage.benefits.sozialpass.rules import SOZIALPASS

__all__ = ["SOZIALPASS"]
