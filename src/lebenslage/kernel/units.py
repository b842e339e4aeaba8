"""Units of the whole numbers that rules compute with.

Every quantity inside the engine is an `int`; its unit is in the type. `Annotated` keeps the alias an `int` for the type checker
while the engine compares the unit of a rule's input with the unit of what is wired to it, when the module is imported.
"""

from dataclasses import dataclass
from typing import Annotated, Literal, get_args

Kind = Literal["money", "count", "flag", "day", "area", "months", "person", "percent", "factor"]


@dataclass(frozen=True, slots=True)
class Unit:
    """What an integer counts: `decimals` says how many decimal places of the base quantity it carries."""

    name: str
    kind: Kind
    decimals: int = 0
    per: Literal["", "month", "year"] = ""


Cent = Annotated[int, Unit("cent", "money", 2)]
CentPerMonth = Annotated[int, Unit("cent/month", "money", 2, "month")]
CentPerYear = Annotated[int, Unit("cent/year", "money", 2, "year")]
MicroEuroPerYear = Annotated[int, Unit("micro-euro/year", "money", 6, "year")]
FixedEuroPerMonth = Annotated[int, Unit("fixed-euro/month", "money", 10, "month")]
Fixed = Annotated[int, Unit("fixed", "factor", 10)]
Count = Annotated[int, Unit("count", "count")]
Percent = Annotated[int, Unit("percent", "percent")]
Months = Annotated[int, Unit("months", "months")]
Day = Annotated[int, Unit("day", "day")]
HundredthSquareMetre = Annotated[int, Unit("m2/100", "area", 2)]
Flag = Annotated[bool, Unit("flag", "flag")]
PersonRef = Annotated[int, Unit("person", "person")]


def unit_of(annotation: object) -> Unit | None:
    """The unit that an annotation, or the rows of a table type, carry; None for a plain type."""
    metadata = getattr(annotation, "__metadata__", None)
    if metadata is None:
        return unit_of(get_args(annotation)[0]) if get_args(annotation) else None
    return next((m for m in metadata if isinstance(m, Unit)), None)


BY_NAME: dict[str, Unit] = {
    unit.name: unit
    for alias in (
        Cent, CentPerMonth, CentPerYear, MicroEuroPerYear, FixedEuroPerMonth, Fixed, Count, Percent, Months, Day,
        HundredthSquareMetre, Flag, PersonRef,
    )
    if (unit := unit_of(alias))
}  # fmt: skip
