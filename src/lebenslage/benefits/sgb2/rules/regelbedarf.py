"""The standard need by place and age: SGB II §§ 20 and 23. Who is unable to work and 15 to 17 has stage 4 as the others of that age."""

from lebenslage.benefits.facts import bedarf
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_alter, sgb2_erwachsen, sgb2_erwachsene, sgb2_kind
from lebenslage.benefits.sgb2.statute import SGB2, SINCE, parameter
from lebenslage.kernel.units import CentPerMonth, Count, Flag
from lebenslage.law.inputs import count_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=SGB2("§ 20 Abs. 4"), since=SINCE)
def sgb2_erwachsen_und_volljaehrig(erwachsen: Flag = of(sgb2_erwachsen), alter: Count = of(sgb2_alter)) -> Flag:
    """One of the adults of the community, and 18."""
    return erwachsen and alter >= 18


@rule(HOUSEHOLD, cites=SGB2("§ 20 Abs. 4"), since=SINCE)
def sgb2_volljaehrige(volljaehrige: Count = count_of(sgb2_erwachsen_und_volljaehrig)) -> Count:
    """How many of the adults are 18."""
    return volljaehrige


@rule(PERSON, cites=SGB2("§ 20 Abs. 3"), since=SINCE)
def sgb2_unter_25_ausgezogen(
    erwachsen: Flag = of(sgb2_erwachsen), alter: Count = of(sgb2_alter), ohne: Flag = of(bedarf.umzug_ohne_zusicherung)
) -> Flag:
    """Under 25, with a home of her own to which she moved without the office's assurance."""
    return erwachsen and alter < 25 and ohne


@rule(PERSON, cites=SGB2("§ 20 Abs. 2 bis 4"), since=SINCE)
def sgb2_regelbedarf_erwachsen(
    alter: Count = of(sgb2_alter),
    erwachsene: Count = of(sgb2_erwachsene),
    volljaehrige: Count = of(sgb2_volljaehrige),
    ausgezogen: Flag = of(sgb2_unter_25_ausgezogen),
    stufen: tuple[CentPerMonth, ...] = parameter("sgb2_regelbedarfsstufen"),
) -> CentPerMonth:
    """Stage 1 alone or with a partner under 18 (stage 3 after a move without assurance), 2 for each of two grown-up partners, else 4."""
    if erwachsene >= 2 and volljaehrige >= 2:
        return stufen[1]
    if erwachsene >= 2 and alter < 18:
        return stufen[3]
    return stufen[2] if ausgezogen else stufen[0]


@rule(PERSON, cites=SGB2("§ 20 Abs. 2 S. 2, § 23 Nr. 1"), since=SINCE)
def sgb2_regelbedarf_kind(
    alter: Count = of(sgb2_alter), stufen: tuple[CentPerMonth, ...] = parameter("sgb2_regelbedarfsstufen")
) -> CentPerMonth:
    """Stage 6 to the end of the sixth year of life, 5 to that of the fourteenth, 4 to that of the eighteenth, then 3."""
    if alter < 6:
        return stufen[5]
    if alter < 14:
        return stufen[4]
    return stufen[3] if alter < 18 else stufen[2]


@rule(PERSON, cites=SGB2("§ 20, § 23 Nr. 1"), since=SINCE)
def sgb2_regelbedarf(
    als_erwachsene: CentPerMonth = of(sgb2_regelbedarf_erwachsen, when=sgb2_erwachsen),
    als_kind: CentPerMonth = of(sgb2_regelbedarf_kind, when=sgb2_kind),
) -> CentPerMonth:
    """The standard need; none for who does not belong to the community."""
    return als_erwachsene + als_kind
