"""Net income: what is earned, and what taxes and contributions leave of it. No right of its own; others read it."""

from lebenslage.benefits.nettoeinkommen.rules.beitraege import sozialversicherungsbeitraege
from lebenslage.benefits.nettoeinkommen.rules.einkommensteuer import einkommensteuer
from lebenslage.benefits.nettoeinkommen.rules.erwerb import (
    erwerbseinkommen_brutto,
    erwerbseinkommen_netto,
    netto_belegt,
    netto_geschaetzt,
)

__all__ = (
    "einkommensteuer",
    "erwerbseinkommen_brutto",
    "erwerbseinkommen_netto",
    "netto_belegt",
    "netto_geschaetzt",
    "sozialversicherungsbeitraege",
)
