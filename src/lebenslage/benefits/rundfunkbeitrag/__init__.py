"""Exemption from the broadcasting fee, and its reduction: Rundfunkbeitragsstaatsvertrag (RBStV) § 4."""

from lebenslage.benefits.rundfunkbeitrag.rules import RUNDFUNKBEITRAG

__all__ = ["RUNDFUNKBEITRAG"]
