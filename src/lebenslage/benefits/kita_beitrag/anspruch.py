"""The right as a whole: SGB VIII § 90 Abs. 4."""

from lebenslage.benefits.kita_beitrag.einkommen import kita_unter_einkommensgrenze
from lebenslage.benefits.kita_beitrag.rules import (
    kita_beitrag_des_kindes,
    kita_beitrag_faellig,
    kita_beitrag_summe,
    kita_durch_leistung_befreit,
    kita_ende,
)
from lebenslage.benefits.kita_beitrag.statute import SGB8, SINCE
from lebenslage.kernel.units import Flag
from lebenslage.law.engine import Benefit
from lebenslage.law.inputs import of
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=SGB8("§ 90 Abs. 4 S. 1 und 2"), since=SINCE)
def kita_beitrag_unzumutbar(leistung: Flag = of(kita_durch_leistung_befreit), einkommen: Flag = of(kita_unter_einkommensgrenze)) -> Flag:
    """The fee is unreasonable: always with one of these benefits, else up to the limit of income."""
    return leistung or einkommen


KITA_BEITRAG = Benefit(
    id="kita_beitrag",
    gates=(kita_beitrag_faellig, kita_beitrag_unzumutbar),
    amount=kita_beitrag_summe,
    begins=None,
    ends=kita_ende,
    each=kita_beitrag_des_kindes,
)
