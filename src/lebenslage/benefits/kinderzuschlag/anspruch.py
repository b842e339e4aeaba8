"""The right as a whole: BKGG § 6a."""

from lebenslage.benefits.kindergeld.anspruch import kindergeld_berechtigt
from lebenslage.benefits.kinderzuschlag.eltern import kiz_mindesteinkommen_erreicht, kiz_vermoegen_unschaedlich
from lebenslage.benefits.kinderzuschlag.hilfebedarf import kiz_hilfebeduerftigkeit_vermieden
from lebenslage.benefits.kinderzuschlag.hoehe import kiz_beginn, kiz_betrag, kiz_ende, kiz_etwas_bleibt
from lebenslage.benefits.kinderzuschlag.kinder import kiz_fuer_ein_kind
from lebenslage.benefits.kinderzuschlag.statute import BKGG, SINCE
from lebenslage.benefits.nettoeinkommen import netto_belegt
from lebenslage.kernel.units import Flag
from lebenslage.law.engine import Benefit
from lebenslage.law.inputs import of
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 Nr. 1"), since=SINCE)
def kiz_mit_kindergeldrecht(kind: Flag = of(kiz_fuer_ein_kind), berechtigt: Flag = of(kindergeld_berechtigt)) -> Flag:
    """The applicant has a claim to Kindergeld for such a child."""
    return kind and berechtigt


KINDERZUSCHLAG = Benefit(
    id="kinderzuschlag",
    gates=(
        kiz_mit_kindergeldrecht,
        kiz_mindesteinkommen_erreicht,
        kiz_etwas_bleibt,
        kiz_vermoegen_unschaedlich,
        kiz_hilfebeduerftigkeit_vermieden,
    ),
    amount=kiz_betrag,
    begins=kiz_beginn,
    ends=kiz_ende,
    hints=(netto_belegt,),
    best_known=False,
)
