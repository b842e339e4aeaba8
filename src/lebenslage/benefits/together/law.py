"""`Law.on(day)`: every benefit of this house, ready to assess a household."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from lebenslage.benefits.asylblg import ASYLBLG
from lebenslage.benefits.bildung_und_teilhabe import BILDUNG_UND_TEILHABE
from lebenslage.benefits.eigentumsfoerderung import EIGENTUMSFOERDERUNG
from lebenslage.benefits.elterngeld import ELTERNGELD
from lebenslage.benefits.gewerbesteuer import GEWERBESTEUER, GEWERBESTEUER_DAZU
from lebenslage.benefits.grundsicherung import GRUNDSICHERUNG
from lebenslage.benefits.hilfe_zum_lebensunterhalt import HILFE_ZUM_LEBENSUNTERHALT
from lebenslage.benefits.kansentarief import KANSENTARIEF, KANSENTARIEF_DAZU
from lebenslage.benefits.kindergeld import KINDERGELD
from lebenslage.benefits.kinderzuschlag import KINDERZUSCHLAG
from lebenslage.benefits.kita_beitrag import KITA_BEITRAG
from lebenslage.benefits.leefloon import LEEFLOON
from lebenslage.benefits.rundfunkbeitrag import RUNDFUNKBEITRAG
from lebenslage.benefits.sgb2 import SGB2_LEISTUNG
from lebenslage.benefits.sozialpass import SOZIALPASS
from lebenslage.benefits.sozialticket import SOZIALTICKET
from lebenslage.benefits.together.rules import NACH_VORRANG
from lebenslage.benefits.unterhaltsvorschuss import UNTERHALTSVORSCHUSS
from lebenslage.benefits.verhoogde_tegemoetkoming import VERHOOGDE_TEGEMOETKOMING, VERHOOGDE_TEGEMOETKOMING_DAZU
from lebenslage.benefits.wohnberechtigungsschein import WOHNBERECHTIGUNGSSCHEIN, WOHNBERECHTIGUNGSSCHEIN_DAZU
from lebenslage.benefits.wohngeld import WOHNGELD
from lebenslage.benefits.wohngeld.rules.aenderung import AENDERUNG
from lebenslage.benefits.wohngeld.rules.anspruch import lastenzuschuss
from lebenslage.benefits.zuzahlung import ZUZAHLUNG
from lebenslage.law.engine import Benefit, LawOn
from lebenslage.law.texts import Texts, texts

BENEFITS: tuple[Benefit, ...] = (
    WOHNGELD,
    GEWERBESTEUER,
    KINDERGELD,
    BILDUNG_UND_TEILHABE,
    LEEFLOON,
    VERHOOGDE_TEGEMOETKOMING,
    KANSENTARIEF,
    WOHNBERECHTIGUNGSSCHEIN,
    EIGENTUMSFOERDERUNG,
    UNTERHALTSVORSCHUSS,
    SGB2_LEISTUNG,
    GRUNDSICHERUNG,
    HILFE_ZUM_LEBENSUNTERHALT,
    ASYLBLG,
    SOZIALPASS,
    SOZIALTICKET,
    RUNDFUNKBEITRAG,
    ZUZAHLUNG,
    KITA_BEITRAG,
    ELTERNGELD,
    KINDERZUSCHLAG,
)
ROOT = Path(__file__).parent.parent
TEXT_DIRECTORIES = tuple(sorted((*ROOT.glob("*/texts"), *(topic for topic in ROOT.glob("facts/texts/*") if topic.is_dir()))))


class Law(LawOn):
    """The law of all benefits on one day."""

    @classmethod
    def on(cls, day: date) -> Law:
        """The law of a day, made once. Raises DateWithoutTable."""
        return _law(day)

    def of(self, day: date, *ids: str) -> Law:
        """Some benefits in the law of another day, with the same reform. Raises DateWithoutTable."""
        law = _part(day, ids)
        read = {parameter.id for parameter in law.in_force.tables}
        return law.reformed({id: value for id, value in self.figures.items() if id in read}) if self.figures else law


@cache
def _law(day: date) -> Law:
    return Law(
        day,
        BENEFITS,
        (
            lastenzuschuss,
            *AENDERUNG,
            *GEWERBESTEUER_DAZU,
            *WOHNBERECHTIGUNGSSCHEIN_DAZU,
            *VERHOOGDE_TEGEMOETKOMING_DAZU,
            *KANSENTARIEF_DAZU,
            *NACH_VORRANG,
        ),
    )


@cache
def _part(day: date, ids: tuple[str, ...]) -> Law:
    return Law(day, [benefit for benefit in BENEFITS if benefit.id in ids])


@cache
def words(language: str) -> Texts:
    """Every sentence of the benefits in a language."""
    return texts(language, *TEXT_DIRECTORIES)
