"""SGB II a second time, from the statute, with fractions: §§ 9, 11b, 20 to 23 and 72 for families without special cases, in 2026.

Typed from the texts in force, apart from the program: it shares no table and no line with it. Amounts are in cents.
"""

from collections.abc import Sequence
from fractions import Fraction

from tests.benefits.sgb2.families import Earner, Family, Young

KINDERGELD = 25_900
ZUSCHLAG = 2_500


def half_up(amount: Fraction) -> int:
    """A whole number of cents (§ 41 Abs. 2)."""
    return int(amount + Fraction(1, 2))


def free(gross: int, with_child: bool) -> int:
    """What stays free of pay: 100 euros, then 20, 30 and 10 percent (§ 11b Abs. 2 and 3)."""
    if not gross:
        return 0
    bands = ((10_000, 52_000, 20), (52_000, 100_000, 30), (100_000, 150_000 if with_child else 120_000, 10))
    return 10_000 + half_up(
        sum((Fraction((min(gross, end) - start) * rate, 100) for start, end, rate in bands if gross > start), Fraction(0))
    )


def stage_of_child(age: int) -> int:
    """Stages 6, 5 and 4."""
    return 35_700 if age < 6 else 39_000 if age < 14 else 47_100


def lone_parent(children: Sequence[Young]) -> int:
    """36 percent, or 12 for each child where that is more, up to 60 (§ 21 Abs. 3)."""
    if not children:
        return 0
    small = any(c.age < 7 for c in children) or 2 <= sum(c.age < 16 for c in children) <= 3
    return half_up(Fraction(56_300 * max(36 if small else 0, min(60, 12 * len(children))), 100))


def hot_water(need: int, age: int) -> int:
    """2.3, 1.4, 1.2 or 0.8 percent by age (§ 21 Abs. 7)."""
    rate = Fraction(8 if age < 6 else 12 if age < 14 else 14 if age < 18 else 23, 1000)
    return half_up(need * rate)


def adult_need(family: Family, share: int) -> int:
    """Stage 1 alone, 2 as a couple, with the extras."""
    alone = len(family.adults) == 1
    need = 56_300 if alone else 50_600
    return need + (lone_parent(family.children) if alone else 0) + (hot_water(need, 40) if family.hot_water else 0) + share


def child_need(child: Young, share: int, water: bool) -> int:
    """The stage by age, hot water and the share of the rent."""
    need = stage_of_child(child.age)
    return need + (hot_water(need, child.age) if water else 0) + share


def counted(who: Earner, with_child: bool) -> int:
    """Net pay less what stays free of the gross."""
    return max(0, who.net - free(who.gross, with_child))


def own_of(child: Young) -> int:
    """Maintenance and Kindergeld; maintenance up to ten euros a month does not count (Bürgergeld-V § 1 Abs. 1 Nr. 1)."""
    return (child.maintenance if child.maintenance > 1_000 else 0) + KINDERGELD


def claims(family: Family) -> tuple[int, int]:
    """All claims together in cents, and the Sofortzuschlag."""
    heads = len(family.adults) + len(family.children)
    share = half_up(Fraction(family.rent, heads))
    open_children, surplus, only_kindergeld = [], 0, 0
    for child in family.children:
        need, own = child_need(child, share, family.hot_water), own_of(child)
        if own < need:
            open_children.append(need - own)
        else:
            surplus += min(KINDERGELD, own - need)
            only_kindergeld += own - KINDERGELD < need
    with_child = bool(family.children)
    income = sum(counted(who, with_child) for who in family.adults)
    income += max(0, surplus - (0 if family.adults[0].gross else 3_000))
    needs = [adult_need(family, share)] * len(family.adults) + open_children
    total = sum(needs)
    rest = max(0, total - income)
    paid = [half_up(Fraction(need * rest, total)) for need in needs]
    if not sum(paid):
        return 0, 0
    return sum(paid), ZUSCHLAG * (sum(p > 0 for p in paid[len(family.adults) :]) + only_kindergeld)
