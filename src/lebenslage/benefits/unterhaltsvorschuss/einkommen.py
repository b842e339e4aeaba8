"""Income without deductions, as UhVorschG § 1 Abs. 1a Nr. 2 and BKGG § 6a Abs. 1 Nr. 2 ask for it: SGB II § 11 Abs. 1 S. 1."""

from lebenslage.benefits.facts import bedarf
from lebenslage.benefits.facts import einkommen as fakt
from lebenslage.benefits.nettoeinkommen import erwerbseinkommen_brutto
from lebenslage.benefits.unterhaltsvorschuss.statute import BEEG, SGB2, SINCE, parameter
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Flag
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=BEEG("§ 10 Abs. 5"), since=SINCE)
def elterngeld_als_einkommen(
    betrag: CentPerMonth = of(fakt.elterngeld),
    plus: Flag = of(fakt.elterngeld_plus),
    vorher: CentPerMonth = of(bedarf.erwerb_vor_geburt),
    frei: CentPerMonth = parameter("elterngeld_frei_bei_grundsicherung"),
) -> CentPerMonth:
    """Elterngeld counts, but as much as was earned before the birth stays free up to 300 euros, with ElterngeldPlus up to half."""
    unberuecksichtigt = min(vorher, frei)
    return max(0, betrag - (unberuecksichtigt // 2 if plus else unberuecksichtigt))


@rule(PERSON, cites=SGB2("§ 11 Abs. 1 S. 1"), since=SINCE)
def renten_vor_abzuegen(
    rente: CentPerMonth = of(fakt.rente),
    andere: CentPerMonth = of(fakt.andere_rente),
    versorgung: CentPerMonth = of(fakt.versorgungsbezuege),
    unfall: CentPerMonth = of(fakt.unfallrente),
) -> CentPerMonth:
    """All pensions before deductions."""
    return rente + andere + versorgung + unfall


@rule(PERSON, cites=SGB2("§ 11 Abs. 1 S. 1"), since=SINCE)
def jahreseinnahmen_im_monat(
    kapital: CentPerYear = of(fakt.kapitalertraege),
    vermietung: CentPerYear = of(fakt.ueberschuss_vermietung),
    zuwendungen: CentPerYear = of(fakt.zuwendungen),
    sonderzahlungen: CentPerYear = of(fakt.sonderzahlungen),
) -> CentPerMonth:
    """A twelfth of what is asked by the year: capital, letting, gifts, bonuses."""
    return (kapital + max(0, vermietung) + zuwendungen + sonderzahlungen) // 12


@rule(PERSON, cites=SGB2("§ 11 Abs. 1 S. 1"), since=SINCE)
def einkommen_vor_abzuegen(
    erwerb: CentPerMonth = of(erwerbseinkommen_brutto),
    renten: CentPerMonth = of(renten_vor_abzuegen),
    lohnersatz: CentPerMonth = of(fakt.lohnersatz),
    elterngeld: CentPerMonth = of(elterngeld_als_einkommen),
    unterhalt: CentPerMonth = of(fakt.unterhalt),
    vom_ehegatten: CentPerMonth = of(fakt.ehegattenunterhalt),
    foerderung: CentPerMonth = of(fakt.ausbildungsfoerderung),
    im_jahr: CentPerMonth = of(jahreseinnahmen_im_monat),
) -> CentPerMonth:
    """Income in money before the deductions of § 11b, without Kindergeld, Wohngeld and Kinderzuschlag.

    Left out: rare receipts (SGB II § 11a frees most of them) and one-off payments.
    """
    return erwerb + renten + lohnersatz + elterngeld + unterhalt + vom_ehegatten + foerderung + im_jahr
