"""Wohnberechtigungsschein in North Rhine-Westphalia: the certificate for a subsidised flat (WFNG NRW §§ 13 to 15 and 18)."""

from lebenslage.benefits.wohnberechtigungsschein.rules.schein import WOHNBERECHTIGUNGSSCHEIN, WOHNBERECHTIGUNGSSCHEIN_DAZU

__all__ = ["WOHNBERECHTIGUNGSSCHEIN", "WOHNBERECHTIGUNGSSCHEIN_DAZU"]
