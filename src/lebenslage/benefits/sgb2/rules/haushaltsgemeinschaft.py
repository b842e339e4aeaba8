"""Relatives in the same home but outside the community: SGB II § 9 Abs. 5, Bürgergeld-V § 1 Abs. 2.

Their help is presumed above a generous allowance, and the presumption can be answered: it carries a hint, never the amount. Earnings are
taken without the graded allowance of § 11b Abs. 3, which only members of a community have here.
"""

from lebenslage.benefits.facts import personen
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.benefits.sgb2.rules.einmalig import sgb2_anrechenbares_einkommen
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_angehoerig
from lebenslage.benefits.sgb2.rules.unterkunft import sgb2_unterkunft_kopfteil
from lebenslage.benefits.sgb2.statute import BUERGERGELD_V, SGB2, SINCE, parameter
from lebenslage.kernel.units import CentPerMonth, Count, Flag, Percent
from lebenslage.law.inputs import any_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=SGB2("§ 9 Abs. 5"), since=SINCE)
def sgb2_verwandt_ausserhalb(art: Verhaeltnis = of(personen.verhaeltnis), angehoerig: Flag = of(sgb2_angehoerig)) -> Flag:
    """A relative in the same home who does not belong to the community."""
    return art == Verhaeltnis.VERWANDT and not angehoerig


@rule(PERSON, cites=BUERGERGELD_V("§ 1 Abs. 2"), since=SINCE)
def sgb2_hilfe_wird_vermutet(
    ausserhalb: Flag = of(sgb2_verwandt_ausserhalb),
    einkommen: CentPerMonth = of(sgb2_anrechenbares_einkommen, when=sgb2_verwandt_ausserhalb),
    unterkunft: CentPerMonth = of(sgb2_unterkunft_kopfteil, when=sgb2_verwandt_ausserhalb),
    stufen: tuple[CentPerMonth, ...] = parameter("sgb2_regelbedarfsstufen"),
    vielfaches: Count = parameter("sgb2_vermutung_vielfaches"),
    frei: Percent = parameter("sgb2_vermutung_freier_anteil"),
) -> Flag:
    """Her income is above twice stage 1 and her share of housing; of what is above, the part that is not free is presumed to be given."""
    darueber = einkommen - vielfaches * stufen[0] - unterkunft
    return ausserhalb and darueber * (100 - frei) > 0


@rule(HOUSEHOLD, cites=SGB2("§ 9 Abs. 5"), since=SINCE)
def sgb2_keine_haushaltsgemeinschaft(jemand: Flag = any_of(sgb2_hilfe_wird_vermutet)) -> Flag:
    """No relative in the same home earns so much that help is presumed."""
    return not jemand
