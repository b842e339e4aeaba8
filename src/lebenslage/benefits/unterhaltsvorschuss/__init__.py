"""Unterhaltsvorschuss: the Unterhaltsvorschussgesetz (UhVorschG)."""

from lebenslage.benefits.unterhaltsvorschuss.anspruch import UNTERHALTSVORSCHUSS
from lebenslage.benefits.unterhaltsvorschuss.einkommen import einkommen_vor_abzuegen
from lebenslage.benefits.unterhaltsvorschuss.hoehe import unterhaltsvorschuss_erhalten

__all__ = ["UNTERHALTSVORSCHUSS", "einkommen_vor_abzuegen", "unterhaltsvorschuss_erhalten"]
