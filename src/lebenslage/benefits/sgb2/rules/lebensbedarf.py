"""The whole need of a person: SGB II § 19 Abs. 1 S. 3. Education and participation (§ 28) stand outside."""

from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_angehoerig
from lebenslage.benefits.sgb2.rules.mehrbedarf import sgb2_mehrbedarf
from lebenslage.benefits.sgb2.rules.regelbedarf import sgb2_regelbedarf
from lebenslage.benefits.sgb2.rules.unterkunft import sgb2_unterkunft_kopfteil
from lebenslage.benefits.sgb2.statute import SGB2, SINCE
from lebenslage.kernel.units import CentPerMonth
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=SGB2("§ 19 Abs. 1 S. 3"), since=SINCE)
def sgb2_bedarf(
    regel: CentPerMonth = of(sgb2_regelbedarf),
    mehr: CentPerMonth = of(sgb2_mehrbedarf),
    unterkunft: CentPerMonth = of(sgb2_unterkunft_kopfteil, when=sgb2_angehoerig),
) -> CentPerMonth:
    """Standard need, additional needs, and the head share of housing and heating."""
    return regel + mehr + unterkunft
