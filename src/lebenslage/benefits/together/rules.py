"""The amounts after priority, as rules, so that a whole population can be simulated: SGB II § 12a, BKGG § 6a, WoGG § 7.

They read the household as it is: what comes first (Kindergeld, Unterhaltsvorschuss, Elterngeld) counts where the facts say that it is paid.
Left out here, and found by `overview` for one household: Wohngeld for members whom a minimum income leaves out, the next two months.
"""

from lebenslage.benefits.asylblg.rules.anspruch import (
    asylblg_betrag,
    asylblg_einkommen_reicht_nicht,
    asylblg_jemand_berechtigt,
    asylblg_jemand_ungekuerzt,
    asylblg_vermoegen_reicht_nicht,
)
from lebenslage.benefits.grundsicherung.rules.anspruch import (
    grundsicherung_betrag,
    grundsicherung_einkommen_reicht_nicht,
    grundsicherung_jemand_berechtigt,
    grundsicherung_vermoegen_reicht_nicht,
)
from lebenslage.benefits.hilfe_zum_lebensunterhalt.anspruch import (
    hlu_betrag,
    hlu_einkommen_reicht_nicht,
    hlu_jemand_berechtigt,
    hlu_vermoegen_reicht_nicht,
)
from lebenslage.benefits.kinderzuschlag.anspruch import kiz_mit_kindergeldrecht
from lebenslage.benefits.kinderzuschlag.eltern import kiz_mindesteinkommen_erreicht, kiz_vermoegen_unschaedlich
from lebenslage.benefits.kinderzuschlag.hilfebedarf import kiz_hilfebeduerftigkeit_vermieden, kiz_wohngeldanspruch
from lebenslage.benefits.kinderzuschlag.hoehe import kiz_betrag, kiz_etwas_bleibt
from lebenslage.benefits.sgb2.rules.anspruch import (
    sgb2_hilfebeduerftig,
    sgb2_jemand_erwerbsfaehig,
    sgb2_jemand_im_alter,
    sgb2_jemand_mit_aufenthalt,
    sgb2_jemand_nicht_ausgenommen,
    sgb2_jemand_traegt_gemeinschaft,
    sgb2_leistung,
    sgb2_sofortzuschlaege,
    sgb2_summe,
)
from lebenslage.benefits.sgb2.rules.vermoegen import sgb2_vermoegen_im_freibetrag
from lebenslage.benefits.together.statute import ASYLBLG, BKGG, SGB2, SGB12, SINCE, WOGG, parameter
from lebenslage.benefits.wohngeld.rules.hoehe import wohngeld_betrag
from lebenslage.kernel.units import CentPerMonth, Flag
from lebenslage.law.inputs import of
from lebenslage.law.nodes import HOUSEHOLD
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=WOGG("§ 3, § 21"), since=SINCE)
def vorrang_wohngeld(anspruch: Flag = of(kiz_wohngeldanspruch), betrag: CentPerMonth = of(wohngeld_betrag)) -> CentPerMonth:
    """Wohngeld as claimed alone."""
    return betrag if anspruch else 0


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 und 1a"), since=SINCE)
def vorrang_kinderzuschlag(
    kindergeld: Flag = of(kiz_mit_kindergeldrecht),
    einkommen: Flag = of(kiz_mindesteinkommen_erreicht),
    bleibt: Flag = of(kiz_etwas_bleibt),
    vermoegen: Flag = of(kiz_vermoegen_unschaedlich),
    vermieden: Flag = of(kiz_hilfebeduerftigkeit_vermieden),
    betrag: CentPerMonth = of(kiz_betrag),
) -> CentPerMonth:
    """Kinderzuschlag as claimed alone; where need is left, only with the extended access."""
    return betrag if kindergeld and einkommen and bleibt and vermoegen and vermieden else 0


@rule(HOUSEHOLD, cites=SGB2("§ 7 Abs. 1 bis 4, § 9, § 12"), since=SINCE)
def vorrang_sgb2_anspruch(
    im_alter: Flag = of(sgb2_jemand_im_alter),
    erwerbsfaehig: Flag = of(sgb2_jemand_erwerbsfaehig),
    aufenthalt: Flag = of(sgb2_jemand_mit_aufenthalt),
    nicht_ausgenommen: Flag = of(sgb2_jemand_nicht_ausgenommen),
    vermoegen: Flag = of(sgb2_vermoegen_im_freibetrag),
    gemeinschaft: Flag = of(sgb2_jemand_traegt_gemeinschaft),
    beduerftig: Flag = of(sgb2_hilfebeduerftig),
) -> Flag:
    """SGB II would be granted if claimed alone."""
    return im_alter and erwerbsfaehig and aufenthalt and nicht_ausgenommen and vermoegen and gemeinschaft and beduerftig


@rule(HOUSEHOLD, cites=SGB2("§ 19, § 72"), since=SINCE)
def vorrang_sgb2(anspruch: Flag = of(vorrang_sgb2_anspruch), betrag: CentPerMonth = of(sgb2_leistung)) -> CentPerMonth:
    """SGB II as claimed alone, with the Sofortzuschlag."""
    return betrag if anspruch else 0


@rule(HOUSEHOLD, cites=SGB12("§ 19 Abs. 2"), since=SINCE)
def vorrang_grundsicherung(
    jemand: Flag = of(grundsicherung_jemand_berechtigt),
    vermoegen: Flag = of(grundsicherung_vermoegen_reicht_nicht, when=grundsicherung_jemand_berechtigt),
    einkommen: Flag = of(grundsicherung_einkommen_reicht_nicht, when=grundsicherung_jemand_berechtigt),
    betrag: CentPerMonth = of(grundsicherung_betrag, when=grundsicherung_jemand_berechtigt),
) -> CentPerMonth:
    """SGB XII chapter 4 as claimed alone."""
    return betrag if jemand and vermoegen and einkommen else 0


@rule(HOUSEHOLD, cites=SGB12("§ 19 Abs. 1, § 21 S. 1"), since=SINCE)
def vorrang_hilfe(
    jemand: Flag = of(hlu_jemand_berechtigt),
    vermoegen: Flag = of(hlu_vermoegen_reicht_nicht, when=hlu_jemand_berechtigt),
    einkommen: Flag = of(hlu_einkommen_reicht_nicht, when=hlu_jemand_berechtigt),
    betrag: CentPerMonth = of(hlu_betrag, when=hlu_jemand_berechtigt),
) -> CentPerMonth:
    """SGB XII chapter 3 as claimed alone."""
    return betrag if jemand and vermoegen and einkommen else 0


@rule(HOUSEHOLD, cites=ASYLBLG("§§ 3, 7"), since=SINCE)
def vorrang_asylblg(
    jemand: Flag = of(asylblg_jemand_berechtigt),
    ungekuerzt: Flag = of(asylblg_jemand_ungekuerzt, when=asylblg_jemand_berechtigt),
    vermoegen: Flag = of(asylblg_vermoegen_reicht_nicht, when=asylblg_jemand_berechtigt),
    einkommen: Flag = of(asylblg_einkommen_reicht_nicht, when=asylblg_jemand_berechtigt),
    betrag: CentPerMonth = of(asylblg_betrag, when=asylblg_jemand_berechtigt),
) -> CentPerMonth:
    """Benefits for asylum seekers as claimed alone."""
    return betrag if jemand and ungekuerzt and vermoegen and einkommen else 0


@rule(HOUSEHOLD, cites=SGB2("§ 9 Abs. 1, § 12a S. 2 Nr. 2"), since=SINCE)
def vorrang_offener_bedarf(
    anspruch: Flag = of(vorrang_sgb2_anspruch),
    summe: CentPerMonth = of(sgb2_summe),
    zuschlaege: CentPerMonth = of(sgb2_sofortzuschlaege),
    grundsicherung: CentPerMonth = of(vorrang_grundsicherung),
    hilfe: CentPerMonth = of(vorrang_hilfe),
    asyl: CentPerMonth = of(vorrang_asylblg),
    wie_gettsim: Flag = parameter("vorrang_wie_gettsim"),
) -> CentPerMonth:
    """The need of all members that Wohngeld and Kinderzuschlag would have to cover. The Sofortzuschlag is paid on top, and no need."""
    if not anspruch:
        return 0
    andere = grundsicherung + hilfe + asyl
    return summe + andere + zuschlaege if wie_gettsim else summe + andere


@rule(HOUSEHOLD, cites=SGB2("§ 12a S. 2 Nr. 2"), since=SINCE)
def vorrang_neben_arbeit(
    wohngeld: CentPerMonth = of(vorrang_wohngeld), zuschlag: CentPerMonth = of(vorrang_kinderzuschlag)
) -> CentPerMonth:
    """Wohngeld and Kinderzuschlag together."""
    return wohngeld + zuschlag


@rule(HOUSEHOLD, cites=SGB2("§ 5 Abs. 2, § 19 Abs. 1 S. 2"), since=SINCE)
def vorrang_mindestsicherung(
    sgb2: CentPerMonth = of(vorrang_sgb2),
    grundsicherung: CentPerMonth = of(vorrang_grundsicherung),
    hilfe: CentPerMonth = of(vorrang_hilfe),
    asyl: CentPerMonth = of(vorrang_asylblg),
) -> CentPerMonth:
    """The minimum income of all persons together, each in her own system."""
    return sgb2 + grundsicherung + hilfe + asyl


@rule(HOUSEHOLD, cites=SGB2("§ 12a S. 2 Nr. 2"), since=SINCE)
def vorrang_bedarf_gedeckt(bedarf: CentPerMonth = of(vorrang_offener_bedarf), neben: CentPerMonth = of(vorrang_neben_arbeit)) -> Flag:
    """Wohngeld and Kinderzuschlag end the need of all members: then they come first."""
    return 0 < bedarf <= neben


@rule(HOUSEHOLD, cites=WOGG("§ 7 Abs. 1, § 8 Abs. 2"), since=SINCE)
def vorrang_mindestsicherung_gewaehlt(
    mindest: CentPerMonth = of(vorrang_mindestsicherung),
    gedeckt: Flag = of(vorrang_bedarf_gedeckt),
    neben: CentPerMonth = of(vorrang_neben_arbeit),
    wie_gettsim: Flag = parameter("vorrang_wie_gettsim"),
) -> Flag:
    """A minimum income is claimed: need is left, and it pays more. Who gains nothing by it waives it for Wohngeld."""
    if mindest == 0 or gedeckt:
        return False
    return mindest > neben or wie_gettsim


@rule(HOUSEHOLD, cites=WOGG("§ 7 Abs. 1"), since=SINCE)
def wohngeld_nach_vorrang(
    betrag: CentPerMonth = of(vorrang_wohngeld), mindest: Flag = of(vorrang_mindestsicherung_gewaehlt)
) -> CentPerMonth:
    """Wohngeld, where no minimum income is claimed."""
    return 0 if mindest else betrag


@rule(HOUSEHOLD, cites=BKGG("§ 6a Abs. 1 Nr. 3, Abs. 1a Nr. 3"), since=SINCE)
def kinderzuschlag_nach_vorrang(
    betrag: CentPerMonth = of(vorrang_kinderzuschlag), mindest: Flag = of(vorrang_mindestsicherung_gewaehlt)
) -> CentPerMonth:
    """Kinderzuschlag, where no minimum income is claimed."""
    return 0 if mindest else betrag


@rule(HOUSEHOLD, cites=SGB2("§ 12a"), since=SINCE)
def sgb2_nach_vorrang(betrag: CentPerMonth = of(vorrang_sgb2), mindest: Flag = of(vorrang_mindestsicherung_gewaehlt)) -> CentPerMonth:
    """SGB II, where it is claimed."""
    return betrag if mindest else 0


@rule(HOUSEHOLD, cites=SGB12("§ 2, § 19 Abs. 2"), since=SINCE)
def grundsicherung_nach_vorrang(
    betrag: CentPerMonth = of(vorrang_grundsicherung), mindest: Flag = of(vorrang_mindestsicherung_gewaehlt)
) -> CentPerMonth:
    """SGB XII chapter 4, where it is claimed."""
    return betrag if mindest else 0


@rule(HOUSEHOLD, cites=SGB12("§ 2, § 19 Abs. 1"), since=SINCE)
def hilfe_nach_vorrang(betrag: CentPerMonth = of(vorrang_hilfe), mindest: Flag = of(vorrang_mindestsicherung_gewaehlt)) -> CentPerMonth:
    """SGB XII chapter 3, where it is claimed."""
    return betrag if mindest else 0


NACH_VORRANG = (
    wohngeld_nach_vorrang,
    kinderzuschlag_nach_vorrang,
    sgb2_nach_vorrang,
    grundsicherung_nach_vorrang,
    hilfe_nach_vorrang,
)
