"""The reduced ticket for bus and train: who may have it follows from valid notices, or from an income limit that the municipality sets."""

from lebenslage.benefits.sozialticket.rules import SOZIALTICKET

__all__ = ["SOZIALTICKET"]
