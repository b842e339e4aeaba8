"""For which child, and how much before the parents' means: BKGG § 6a Abs. 1 to 4."""

from lebenslage.benefits.facts import familie
from lebenslage.benefits.kindergeld.kinder import kindergeld_kind
from lebenslage.benefits.kinderzuschlag.statute import BKGG, SINCE, parameter
from lebenslage.benefits.sgb2 import sgb2_anrechenbares_einkommen
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_kind
from lebenslage.kernel.fixed import CENT
from lebenslage.kernel.units import CentPerMonth, Count, FixedEuroPerMonth, Flag, Percent
from lebenslage.law.inputs import any_of, count_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=BKGG("§ 6a Abs. 1, Abs. 3 S. 4"), since=SINCE)
def kiz_kind(
    kind: Flag = of(sgb2_kind),
    kindergeld: Flag = of(kindergeld_kind, when=sgb2_kind),
    verfolgt: Flag = of(familie.ansprueche_des_kindes_verfolgt, when=sgb2_kind),
) -> Flag:
    """An unmarried child under 25 in the household with Kindergeld, whose own claims (such as maintenance) are pursued.

    Foster children, whose need the Jugendhilfe covers, are no children of the Bedarfsgemeinschaft.
    """
    return kind and kindergeld and verfolgt


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 Nr. 1"), since=SINCE)
def kiz_fuer_ein_kind(kind: Flag = any_of(kiz_kind)) -> Flag:
    """There is such a child."""
    return kind


@rule(PERSON, cites=BKGG("§ 6a Abs. 2 und 3"), since=SINCE)
def kiz_des_kindes(
    kind: Flag = of(kiz_kind),
    einkommen: CentPerMonth = of(sgb2_anrechenbares_einkommen, when=kiz_kind),
    hoechstens: CentPerMonth = parameter("kiz_hoechstbetrag"),
    satz: Percent = parameter("kiz_minderung_satz"),
) -> FixedEuroPerMonth:
    """The highest amount, less 45 % of the child's own income without Kindergeld. Considerable assets are judged for all together."""
    return max(0, CENT * hoechstens - CENT * einkommen * satz // 100) if kind else 0


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 4"), since=SINCE)
def kiz_aller_kinder(summe: FixedEuroPerMonth = sum_of(kiz_des_kindes)) -> FixedEuroPerMonth:
    """The sum over the children."""
    return summe


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 5 S. 4"), since=SINCE)
def kiz_kinder_im_haushalt(kinder: Count = count_of(sgb2_kind)) -> Count:
    """The children among whom the housing costs are split, with Kindergeld or without."""
    return kinder
