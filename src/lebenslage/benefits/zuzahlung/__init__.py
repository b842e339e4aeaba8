"""The yearly limit for co-payments to the health insurer: SGB V §§ 61 and 62."""

from lebenslage.benefits.zuzahlung.rules import ZUZAHLUNG

__all__ = ["ZUZAHLUNG"]
