"""Assets: SGB XII § 90 and the ordinance to its Abs. 2 Nr. 9. What Abs. 2 and 3 protect (home, car, hardship) is not asked as assets.

In a mixed couple the assets of the partner under SGB II are measured as all others; a hardship of § 90 Abs. 3 in that is for the office.
"""

from lebenslage.benefits.facts.einkommen import vermoegen
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import Gemeinschaft, sgb12_gemeinschaft, sgb12_leitet, sgb12_minderjaehrig
from lebenslage.benefits.grundsicherung.statute import DVO_90, SGB12, SINCE, parameter
from lebenslage.kernel.units import Cent, Count, Flag
from lebenslage.law.inputs import count_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=SGB12("§ 27 Abs. 2"), since=SINCE)
def sgb12_leitet_1(leitet: Flag = of(sgb12_leitet), gemeinschaft: Gemeinschaft = of(sgb12_gemeinschaft)) -> Flag:
    """An adult of the applicant's community."""
    return leitet and gemeinschaft == Gemeinschaft.ANTRAGSTELLENDE


@rule(PERSON, cites=SGB12("§ 27 Abs. 2"), since=SINCE)
def sgb12_leitet_2(leitet: Flag = of(sgb12_leitet), gemeinschaft: Gemeinschaft = of(sgb12_gemeinschaft)) -> Flag:
    """A parent of the applicant."""
    return leitet and gemeinschaft == Gemeinschaft.ELTERN


@rule(PERSON, cites=DVO_90("§ 1 S. 1 Nr. 2"), since=SINCE)
def sgb12_unterhalten_1(leitet: Flag = of(sgb12_leitet), gemeinschaft: Gemeinschaft = of(sgb12_gemeinschaft)) -> Flag:
    """Mainly kept by the adults of the applicant's community: its minor children."""
    return gemeinschaft == Gemeinschaft.ANTRAGSTELLENDE and not leitet


@rule(PERSON, cites=DVO_90("§ 1 S. 1 Nr. 2"), since=SINCE)
def sgb12_unterhalten_2(leitet: Flag = of(sgb12_leitet), gemeinschaft: Gemeinschaft = of(sgb12_gemeinschaft)) -> Flag:
    """Mainly kept by the applicant's parents: the applicant, where she is a minor."""
    return gemeinschaft == Gemeinschaft.ELTERN and not leitet


@rule(HOUSEHOLD, cites=SGB12("§ 27 Abs. 2 S. 2, § 43 Abs. 1 S. 2"), since=SINCE)
def sgb12_vermoegen_1(besitz: Cent = sum_of(vermoegen, where=sgb12_leitet_1)) -> Cent:
    """Assets of the applicant and her partner."""
    return besitz


@rule(HOUSEHOLD, cites=SGB12("§ 27 Abs. 2 S. 2, § 43 Abs. 1 S. 2"), since=SINCE)
def sgb12_vermoegen_2(besitz: Cent = sum_of(vermoegen, where=sgb12_leitet_2)) -> Cent:
    """Assets of the applicant's parents."""
    return besitz


@rule(HOUSEHOLD, cites=DVO_90("§ 1 S. 1"), since=SINCE)
def sgb12_vermoegensgrenze_1(
    leitende: Count = count_of(sgb12_leitet_1),
    unterhaltene: Count = count_of(sgb12_unterhalten_1),
    je_person: Cent = parameter("sgb12_vermoegen_je_person"),
    je_unterhaltene: Cent = parameter("sgb12_vermoegen_je_unterhaltene_person"),
) -> Cent:
    """The small sums that the applicant's community may keep."""
    return je_person * leitende + je_unterhaltene * unterhaltene


@rule(HOUSEHOLD, cites=DVO_90("§ 1 S. 1"), since=SINCE)
def sgb12_vermoegensgrenze_2(
    leitende: Count = count_of(sgb12_leitet_2),
    unterhaltene: Count = count_of(sgb12_unterhalten_2),
    je_person: Cent = parameter("sgb12_vermoegen_je_person"),
    je_unterhaltene: Cent = parameter("sgb12_vermoegen_je_unterhaltene_person"),
) -> Cent:
    """The small sums that the applicant's parents may keep."""
    return je_person * leitende + je_unterhaltene * unterhaltene


@rule(PERSON, cites=SGB12("§ 90 Abs. 1 und 2 Nr. 9"), since=SINCE)
def sgb12_vermoegen_unschaedlich(
    gemeinschaft: Gemeinschaft = of(sgb12_gemeinschaft),
    leitet: Flag = of(sgb12_leitet),
    jung: Flag = of(sgb12_minderjaehrig),
    eigenes: Cent = of(vermoegen),
    besitz_1: Cent = of(sgb12_vermoegen_1),
    grenze_1: Cent = of(sgb12_vermoegensgrenze_1),
    besitz_2: Cent = of(sgb12_vermoegen_2),
    grenze_2: Cent = of(sgb12_vermoegensgrenze_2),
    allein: Cent = parameter("sgb12_vermoegen_je_person"),
) -> Flag:
    """The assets that count for her do not exceed the sums that may be kept; exactly the limit is allowed.

    A couple's are counted together, a minor's own beside those of her parents; who stands alone, a minor too, keeps 10,000 euros.
    """
    if gemeinschaft == Gemeinschaft.KEINE:
        return eigenes <= allein
    dazu = eigenes if jung and not leitet else 0
    return besitz_1 + dazu <= grenze_1 if gemeinschaft == Gemeinschaft.ANTRAGSTELLENDE else besitz_2 + dazu <= grenze_2
