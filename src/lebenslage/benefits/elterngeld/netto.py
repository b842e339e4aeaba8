"""Income from work before the birth: BEEG §§ 2c to 2f."""

from lebenslage.benefits.elterngeld.kind import eg_geboren_vor_2024
from lebenslage.benefits.elterngeld.statute import BEEG, SINCE, parameter
from lebenslage.benefits.facts import familie
from lebenslage.benefits.facts.familie import NETTO_GESCHAETZT, SCHAETZEN, Pflichtversicherung
from lebenslage.kernel.fixed import twelfth
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Flag, Percent
from lebenslage.law.inputs import any_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=BEEG("§ 2c Abs. 1 S. 4"), since=SINCE)
def eg_alter_pauschbetrag(betrag: CentPerYear = parameter("eg_pauschbetrag_geburt_vor_2024")) -> CentPerYear:
    """The lump sum for employees as it stood on 1 January of the year before a birth in 2022 or 2023."""
    return betrag


@rule(HOUSEHOLD, cites=BEEG("§ 2c Abs. 1 S. 4"), since=SINCE)
def eg_pauschbetrag_der_geburt(
    alter: CentPerYear = of(eg_alter_pauschbetrag, when=eg_geboren_vor_2024), betrag: CentPerYear = parameter("eg_pauschbetrag")
) -> CentPerYear:
    """The lump sum for employees that holds for this birth."""
    return alter if alter else betrag


@rule(PERSON, cites=BEEG("§ 2f"), since=SINCE)
def eg_sozialabgaben(
    brutto: CentPerMonth = of(familie.brutto_vor_geburt),
    gewinn: CentPerMonth = of(familie.gewinn_vor_geburt),
    pflicht: Pflichtversicherung = of(familie.pflichtversicherung_vor_geburt),
    saetze: tuple[Percent, ...] = parameter("eg_beitragssaetze"),
) -> CentPerMonth:
    """Flat 9, 10 and 2 % of pay and profit for each insurance that is compulsory, none on mini-jobs. The midi-job scale is left out."""
    kranken = saetze[0] if pflicht & Pflichtversicherung.KRANKENVERSICHERUNG else 0
    renten = saetze[1] if pflicht & Pflichtversicherung.RENTENVERSICHERUNG else 0
    arbeitslosen = saetze[2] if pflicht & Pflichtversicherung.ARBEITSLOSENVERSICHERUNG else 0
    return ((brutto + gewinn) * (kranken + renten + arbeitslosen) + 50) // 100


@rule(PERSON, cites=BEEG("§ 2 Abs. 1 S. 3, §§ 2c bis 2e"), since=SINCE)
def eg_netto_geschaetzt(
    brutto: CentPerMonth = of(familie.brutto_vor_geburt),
    minijob: CentPerMonth = of(familie.minijob_vor_geburt),
    gewinn: CentPerMonth = of(familie.gewinn_vor_geburt),
    steuern: CentPerMonth = of(familie.steuern_vor_geburt),
    sozial: CentPerMonth = of(eg_sozialabgaben),
    pauschbetrag: CentPerYear = of(eg_pauschbetrag_der_geburt, when=NETTO_GESCHAETZT),
) -> CentPerMonth:
    """An estimate: the taxes of the payslips stand for those of the office's calculation (which takes 8 % church tax and no class VI)."""
    lohn = max(0, brutto + minijob - twelfth(pauschbetrag))
    return max(0, lohn + gewinn - steuern - sozial)


@rule(PERSON, cites=BEEG("§ 2 Abs. 1, § 2b"), since=SINCE)
def eg_netto_vorher(
    genannt: CentPerMonth = of(familie.netto_vor_geburt), geschaetzt: CentPerMonth = of(eg_netto_geschaetzt, when=NETTO_GESCHAETZT)
) -> CentPerMonth:
    """The monthly average of the twelve months before the birth: as the office has found it, else the estimate."""
    return geschaetzt if genannt == SCHAETZEN else genannt


@rule(HOUSEHOLD, cites=BEEG("§§ 2c bis 2f"), since=SINCE)
def eg_netto_belegt(geschaetzt: Flag = any_of(NETTO_GESCHAETZT)) -> Flag:
    """The income before the birth is told as the office found it; otherwise the amount is an estimate and is called one."""
    return not geschaetzt
