"""Children who cover their own need from income leave the community: SGB II § 7 Abs. 3 Nr. 4, § 11 Abs. 1 S. 5."""

from lebenslage.benefits.sgb2.rules.einkommen import sgb2_kindergeld_anrechenbar
from lebenslage.benefits.sgb2.rules.einmalig import sgb2_anrechenbares_einkommen
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_kind
from lebenslage.benefits.sgb2.rules.lebensbedarf import sgb2_bedarf
from lebenslage.benefits.sgb2.statute import SGB2, SINCE
from lebenslage.kernel.units import CentPerMonth, Flag
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=SGB2("§ 11 Abs. 1 S. 5"), since=SINCE)
def sgb2_eigenes_einkommen(
    einkommen: CentPerMonth = of(sgb2_anrechenbares_einkommen), kindergeld: CentPerMonth = of(sgb2_kindergeld_anrechenbar)
) -> CentPerMonth:
    """What a person brings in herself; a child's Kindergeld is its own."""
    return einkommen + kindergeld


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 4"), since=SINCE)
def sgb2_kind_deckt_eigenen_bedarf(
    kind: Flag = of(sgb2_kind),
    einkommen: CentPerMonth = of(sgb2_eigenes_einkommen, when=sgb2_kind),
    bedarf: CentPerMonth = of(sgb2_bedarf, when=sgb2_kind),
) -> Flag:
    """A child whose income covers its need, to the cent, does not belong to the community."""
    return kind and einkommen >= bedarf
