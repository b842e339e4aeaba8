"""Benefits under the Asylbewerberleistungsgesetz: basic benefits (§§ 3, 3a) and, after 36 months, those of SGB XII (§ 2)."""

from lebenslage.benefits.asylblg.rules.anspruch import ASYLBLG

__all__ = ["ASYLBLG"]
