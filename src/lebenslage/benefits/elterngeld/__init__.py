"""Elterngeld: the Bundeselterngeld- und Elternzeitgesetz (BEEG), section 1, for children born since 1 September 2021."""

from lebenslage.benefits.elterngeld.anspruch import ELTERNGELD

__all__ = ["ELTERNGELD"]
