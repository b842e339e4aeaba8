"""Verhoogde tegemoetkoming: higher refunds of the Belgian health insurance, the key to many reductions (ZIV-wet art. 37)."""

from lebenslage.benefits.verhoogde_tegemoetkoming.rules import VERHOOGDE_TEGEMOETKOMING, VERHOOGDE_TEGEMOETKOMING_DAZU

__all__ = ["VERHOOGDE_TEGEMOETKOMING", "VERHOOGDE_TEGEMOETKOMING_DAZU"]
