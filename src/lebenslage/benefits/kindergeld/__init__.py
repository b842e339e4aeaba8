"""Kindergeld: section X of the Einkommensteuergesetz (EStG) and the Bundeskindergeldgesetz (BKGG)."""

from lebenslage.benefits.kindergeld.anspruch import KINDERGELD
from lebenslage.benefits.kindergeld.kinder import kindergeld_erhalten

__all__ = ["KINDERGELD", "kindergeld_erhalten"]
