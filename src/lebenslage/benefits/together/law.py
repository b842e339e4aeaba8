"""`Law.on(day)`: every benefit of this house, ready to assess a household."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from lebenslage.benefits.bildung_und_teilhabe import BILDUNG_UND_TEILHABE
from lebenslage.benefits.gewerbesteuer import GEWERBESTEUER, GEWERBESTEUER_DAZU
from lebenslage.benefits.kindergeld import KINDERGELD
from lebenslage.benefits.leefloon import LEEFLOON
from lebenslage.benefits.unterhaltsvorschuss import UNTERHALTSVORSCHUSS
from lebenslage.benefits.sgb2 import SGB2_LEISTUNG
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.benefits.wohngeld.rules.aenderung import AENDERUNG
from lebenslage.benefits.wohngeld.rules.anspruch import lastenzuschuss
from lebenslage.law.engine import Benefit, LawOn
from lebenslage.law.texts import Texts, texts

BENEFITS: tuple[Benefit, ...] = (WOHNGELD, GEWERBESTEUER, KINDERGELD, BILDUNG_UND_TEILHABE, LEEFLOON, UNTERHALTSVORSCHUSS, SGB2_LEISTUNG)
ROOT = Path(__file__).parent.parent
TEXT_DIRECTORIES = tuple(sorted((*ROOT.glob("*/texts"), *(topic for topic in ROOT.glob("facts/texts/*") if topic.is_dir()))))


class Law(LawOn):
    """The law of all benefits on one day."""

    @classmethod
    def on(cls, day: date) -> Law:
        """The law of a day, made once. Raises DateWithoutTable."""
        return _law(day)


@cache
def _law(day: date) -> Law:
    return Law(day, BENEFITS, (lastenzuschuss, *AENDERUNG, *GEWERBESTEUER_DAZU))


@cache
def words(language: str) -> Texts:
    """Every sentence of the benefits in a language."""
    return texts(language, *TEXT_DIRECTORIES)
