"""Eigentumsfoerderung in North Rhine-Westphalia: who may get the state's loan for an own home (Foerderrichtlinie, WFNG NRW)."""

from lebenslage.benefits.eigentumsfoerderung.rules import EIGENTUMSFOERDERUNG

__all__ = ["EIGENTUMSFOERDERUNG"]
