"""Wohngeld: the Wohngeldgesetz (WoGG) and the Wohngeldverordnung (WoGV), in force since 2023 (Wohngeld-Plus)."""

from lebenslage.benefits.wohngeld.rules.anspruch import WOHNGELD

__all__ = ["WOHNGELD"]
