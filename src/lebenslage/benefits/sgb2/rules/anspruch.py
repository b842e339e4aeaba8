"""Whether there is a claim, how much is paid and for how long: SGB II §§ 7, 9, 12a, 37 and 41; and the right as a whole."""

from lebenslage.benefits.facts.personen import Betreuung, betreuung
from lebenslage.benefits.sgb2.rules.berechtigung import (
    sgb2_aufenthalt_genuegt,
    sgb2_erwerbsfaehig,
    sgb2_nach_arbeitskraft_gefragt,
    sgb2_traegt_gemeinschaft,
)
from lebenslage.benefits.sgb2.rules.haushaltsgemeinschaft import sgb2_keine_haushaltsgemeinschaft
from lebenslage.benefits.sgb2.rules.unterkunft import sgb2_unterkunft_anerkannt, sgb2_unterkunft_tatsaechlich
from lebenslage.benefits.sgb2.rules.vermoegen import sgb2_bewilligung_ab, sgb2_bg_mitglied, sgb2_vermoegen_im_freibetrag
from lebenslage.benefits.sgb2.rules.verteilung import sgb2_anspruch, sgb2_einkommen_der_erwachsenen, sgb2_sofortzuschlag, sgb2_zahlbetrag
from lebenslage.benefits.sgb2.statute import SGB2, SINCE, parameter
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.units import CentPerMonth, Day, Flag, Months
from lebenslage.law.engine import Benefit
from lebenslage.law.inputs import any_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

GETEILT_BETREUT = betreuung.among(Betreuung.MINDESTENS_EIN_DRITTEL)


@rule(HOUSEHOLD, cites=SGB2("§ 7 Abs. 1 S. 1 Nr. 1"), since=SINCE)
def sgb2_jemand_im_alter(im_alter: Flag = any_of(sgb2_nach_arbeitskraft_gefragt)) -> Flag:
    """Somebody in the community is between 15 and the age limit."""
    return im_alter


@rule(HOUSEHOLD, cites=SGB2("§ 7 Abs. 1 S. 1 Nr. 2"), since=SINCE)
def sgb2_jemand_erwerbsfaehig(erwerbsfaehig: Flag = any_of(sgb2_erwerbsfaehig)) -> Flag:
    """Somebody of them is able to work; else the way leads to SGB XII."""
    return erwerbsfaehig


@rule(PERSON, cites=SGB2("§ 7 Abs. 1 S. 2"), since=SINCE)
def sgb2_erwerbsfaehig_mit_aufenthalt(
    erwerbsfaehig: Flag = of(sgb2_erwerbsfaehig), aufenthalt: Flag = of(sgb2_aufenthalt_genuegt, when=sgb2_erwerbsfaehig)
) -> Flag:
    """Able to work, with a right to stay that suffices."""
    return erwerbsfaehig and aufenthalt


@rule(HOUSEHOLD, cites=SGB2("§ 7 Abs. 1 S. 2 bis 5"), since=SINCE)
def sgb2_jemand_mit_aufenthalt(jemand: Flag = any_of(sgb2_erwerbsfaehig_mit_aufenthalt)) -> Flag:
    """Somebody who is able to work has a right to stay that suffices."""
    return jemand


@rule(HOUSEHOLD, cites=SGB2("§ 7 Abs. 4 und 4a, § 7b"), since=SINCE)
def sgb2_jemand_nicht_ausgenommen(jemand: Flag = any_of(sgb2_traegt_gemeinschaft)) -> Flag:
    """Somebody of them falls under no exception: institution, custody, old-age pension, another benefit, not reachable."""
    return jemand


@rule(HOUSEHOLD, cites=SGB2("§ 7 Abs. 1 S. 1 Nr. 3, Abs. 3 Nr. 4"), since=SINCE)
def sgb2_jemand_traegt_gemeinschaft(jemand: Flag = any_of(sgb2_traegt_gemeinschaft, where=sgb2_bg_mitglied)) -> Flag:
    """Somebody of them is in the community still, after the children who cover their own need have left."""
    return jemand


@rule(HOUSEHOLD, cites=SGB2("§ 19 Abs. 3"), since=SINCE)
def sgb2_summe(summe: CentPerMonth = sum_of(sgb2_anspruch)) -> CentPerMonth:
    """The claims of all members together, without the Sofortzuschlag."""
    return summe


@rule(HOUSEHOLD, cites=SGB2("§ 72 Abs. 1"), since=SINCE)
def sgb2_sofortzuschlaege(summe: CentPerMonth = sum_of(sgb2_sofortzuschlag)) -> CentPerMonth:
    """All Sofortzuschlaege together."""
    return summe


@rule(HOUSEHOLD, cites=SGB2("§ 9 Abs. 1"), since=SINCE)
def sgb2_hilfebeduerftig(summe: CentPerMonth = of(sgb2_summe)) -> Flag:
    """Income does not cover the need of somebody who can have a claim."""
    return summe > 0


@rule(HOUSEHOLD, cites=SGB2("§ 19, § 72"), since=SINCE)
def sgb2_leistung(summe: CentPerMonth = sum_of(sgb2_zahlbetrag)) -> CentPerMonth:
    """What is paid to all together each month, the Sofortzuschlag included."""
    return summe


@rule(HOUSEHOLD, cites=SGB2("§ 37 Abs. 2 S. 2"), since=SINCE)
def sgb2_beginn(ab: Day = of(sgb2_bewilligung_ab)) -> Day:
    """The first of the month of the application, or the start of the running period."""
    return first_day(month_of(ab))


@rule(HOUSEHOLD, cites=SGB2("§ 41 Abs. 3"), since=SINCE)
def sgb2_ende(
    ab: Day = of(sgb2_beginn),
    tatsaechlich: CentPerMonth = of(sgb2_unterkunft_tatsaechlich),
    anerkannt: CentPerMonth = of(sgb2_unterkunft_anerkannt),
    monate: tuple[Months, ...] = parameter("sgb2_bewilligung_monate"),
) -> Day:
    """Twelve months; as a rule six where housing costs more than is recognised. Left out: provisional decisions."""
    return first_day(month_of(ab) + (monate[1] if tatsaechlich > anerkannt else monate[0])) - 1


@rule(HOUSEHOLD, cites=SGB2("§ 12a S. 1 und S. 2 Nr. 2"), since=SINCE)
def sgb2_keine_vorrangige_leistung(einkommen: CentPerMonth = of(sgb2_einkommen_der_erwachsenen)) -> Flag:
    """Without income of the adults Wohngeld and Kinderzuschlag cannot end the need; else they come first if they do: a hint says so."""
    return einkommen == 0


@rule(HOUSEHOLD, cites=SGB2("§ 7 Abs. 3 Nr. 4, § 41 Abs. 1"), since=SINCE)
def sgb2_keine_geteilte_betreuung(geteilt: Flag = any_of(GETEILT_BETREUT)) -> Flag:
    """No child lives in two homes: such a child counts here whole, while the office divides its need by days (BSG)."""
    return not geteilt


SGB2_LEISTUNG = Benefit(
    id="sgb2",
    gates=(
        sgb2_jemand_im_alter,
        sgb2_jemand_erwerbsfaehig,
        sgb2_jemand_mit_aufenthalt,
        sgb2_jemand_nicht_ausgenommen,
        sgb2_vermoegen_im_freibetrag,
        sgb2_jemand_traegt_gemeinschaft,
        sgb2_hilfebeduerftig,
    ),
    amount=sgb2_leistung,
    begins=sgb2_beginn,
    ends=sgb2_ende,
    hints=(sgb2_keine_vorrangige_leistung, sgb2_keine_haushaltsgemeinschaft, sgb2_keine_geteilte_betreuung),
    each=sgb2_zahlbetrag,
)
