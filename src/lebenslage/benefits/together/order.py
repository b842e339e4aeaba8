"""The order between rights, as data: what comes first, what excludes what, where a household may choose, what follows from a notice.

Each relation has its sentence in `texts/` under `together.relations.<id>`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Final

from lebenslage.benefits.together.statute import ASYLBLG, BEEG, BKGG, SGB2, SGB12, WOGG
from lebenslage.kernel.citations import Citation


class Kind(Enum):
    """How one right stands to another."""

    COUNTS = "counts"
    REDUCES = "reduces"
    FIRST = "first"
    EXCLUDES = "excludes"


@dataclass(frozen=True, slots=True)
class Relation:
    """`right` counts as income of, reduces, comes before or excludes `other`."""

    id: str
    right: str
    other: str
    kind: Kind
    cites: Citation


FIRST: Final = ("kindergeld", "unterhaltsvorschuss", "elterngeld")
BESIDE_WORK: Final = ("wohngeld", "kinderzuschlag")
MINIMUM: Final = ("grundsicherung", "sgb2", "hilfe_zum_lebensunterhalt", "asylblg")

RELATIONS: Final = (
    Relation("kindergeld_sgb2", "kindergeld", "sgb2", Kind.COUNTS, SGB2("§ 11 Abs. 1 S. 5")),
    Relation("kindergeld_sgb12", "kindergeld", "hilfe_zum_lebensunterhalt", Kind.COUNTS, SGB12("§ 82 Abs. 1 S. 4")),
    Relation("unterhaltsvorschuss_sgb2", "unterhaltsvorschuss", "sgb2", Kind.COUNTS, SGB2("§ 11 Abs. 1 S. 1, § 12a S. 1")),
    Relation("unterhaltsvorschuss_wohngeld", "unterhaltsvorschuss", "wohngeld", Kind.COUNTS, WOGG("§ 14 Abs. 2 Nr. 21")),
    Relation("unterhaltsvorschuss_kinderzuschlag", "unterhaltsvorschuss", "kinderzuschlag", Kind.REDUCES, BKGG("§ 6a Abs. 3 S. 1 und 3")),
    Relation("elterngeld_sgb2", "elterngeld", "sgb2", Kind.COUNTS, BEEG("§ 10 Abs. 5")),
    Relation("elterngeld_wohngeld", "elterngeld", "wohngeld", Kind.COUNTS, WOGG("§ 14 Abs. 2 Nr. 6")),
    Relation("elterngeld_kinderzuschlag", "elterngeld", "kinderzuschlag", Kind.COUNTS, BEEG("§ 10 Abs. 5")),
    Relation("asylblg_sgb2", "asylblg", "sgb2", Kind.EXCLUDES, SGB2("§ 7 Abs. 1 S. 2 Nr. 3")),
    Relation("asylblg_grundsicherung", "asylblg", "grundsicherung", Kind.EXCLUDES, ASYLBLG("§ 9 Abs. 1")),
    Relation("asylblg_hilfe", "asylblg", "hilfe_zum_lebensunterhalt", Kind.EXCLUDES, ASYLBLG("§ 9 Abs. 1")),
    Relation("grundsicherung_sgb2", "grundsicherung", "sgb2", Kind.FIRST, SGB2("§ 5 Abs. 2 S. 2, § 19 Abs. 1 S. 2")),
    Relation("grundsicherung_hilfe", "grundsicherung", "hilfe_zum_lebensunterhalt", Kind.FIRST, SGB12("§ 19 Abs. 2 S. 2")),
    Relation("sgb2_hilfe", "sgb2", "hilfe_zum_lebensunterhalt", Kind.EXCLUDES, SGB12("§ 21 S. 1")),
    Relation("sgb2_wohngeld", "sgb2", "wohngeld", Kind.EXCLUDES, WOGG("§ 7 Abs. 1 S. 1 Nr. 1")),
    Relation("grundsicherung_wohngeld", "grundsicherung", "wohngeld", Kind.EXCLUDES, WOGG("§ 7 Abs. 1 S. 1 Nr. 5")),
    Relation("hilfe_wohngeld", "hilfe_zum_lebensunterhalt", "wohngeld", Kind.EXCLUDES, WOGG("§ 7 Abs. 1 S. 1 Nr. 6")),
    Relation("asylblg_wohngeld", "asylblg", "wohngeld", Kind.EXCLUDES, WOGG("§ 7 Abs. 1 S. 1 Nr. 8")),
    Relation("sgb2_kinderzuschlag", "kinderzuschlag", "sgb2", Kind.EXCLUDES, BKGG("§ 6a Abs. 1 Nr. 3")),
)
REASONS: Final = {
    "duty": SGB2("§ 12a S. 1 und 2 Nr. 2"),
    "unforeseen": SGB2("§ 12a S. 1 und 2 Nr. 2"),
    "duty_short": SGB2("§ 12a S. 2 Nr. 2"),
    "more_beside_work": SGB2("§ 12a S. 2 Nr. 2"),
    "not_covered": SGB2("§ 12a S. 2 Nr. 2"),
    "gap": BKGG("§ 6a Abs. 1a"),
    "waiver": WOGG("§ 8 Abs. 2"),
}
