"""Kinderzuschlag: Bundeskindergeldgesetz (BKGG) § 6a. `kiz_luecke` and its neighbours say how it stands to SGB II and Wohngeld."""

from lebenslage.benefits.kinderzuschlag.anspruch import KINDERZUSCHLAG
from lebenslage.benefits.kinderzuschlag.hilfebedarf import (
    kiz_erweiterter_zugang,
    kiz_hilfebeduerftigkeit_vermieden,
    kiz_luecke,
    kiz_offener_bedarf,
    kiz_wohngeld,
)

__all__ = [
    "KINDERZUSCHLAG",
    "kiz_erweiterter_zugang",
    "kiz_hilfebeduerftigkeit_vermieden",
    "kiz_luecke",
    "kiz_offener_bedarf",
    "kiz_wohngeld",
]
