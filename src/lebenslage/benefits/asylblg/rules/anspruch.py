"""The claim: AsylbLG §§ 1a, 2, 3, 6b, 7, 11 and 16; and the right as a whole.

A cut (§§ 1a, 11 Abs. 2a) leaves food, housing and hygiene, as a rule in kind: the law has no figures for it, so nothing is computed. Under
§ 2 the authority chooses the form in shared accommodation (§ 2 Abs. 2): the worth is computed.
"""

from lebenslage.benefits.asylblg.rules.analog import asylblg_analog, asylblg_grundleistung_berechtigt, asylblg_zugang
from lebenslage.benefits.asylblg.rules.einsatz import asylblg_ungedeckt, asylblg_vermoegen_aufgebraucht
from lebenslage.benefits.asylblg.statute import ASYLBLG as GESETZ
from lebenslage.benefits.asylblg.statute import SINCE, parameter
from lebenslage.benefits.aufenthaltsrecht import asylblg_berechtigt
from lebenslage.benefits.facts import antrag, asyl, sozialhilfe
from lebenslage.benefits.facts.asyl import Sachleistung
from lebenslage.benefits.facts.sozialhilfe import MIT_DEM_ANTRAG, Unterkunft, unterkunft
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import sgb12_minderjaehrig
from lebenslage.benefits.grundsicherung.rules.stufe import asylblg_junge_erwachsene_bei_eltern
from lebenslage.benefits.grundsicherung.rules.vermoegen import sgb12_vermoegen_unschaedlich
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.units import CentPerMonth, Day, Flag
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=GESETZ("§ 1 Abs. 1"), since=SINCE)
def asylblg_jemand_berechtigt(jemand: Flag = any_of(asylblg_berechtigt)) -> Flag:
    """Somebody here falls under the law."""
    return jemand


@rule(PERSON, cites=GESETZ("§ 1 Abs. 4, § 1a, § 11 Abs. 2a"), since=SINCE)
def asylblg_ungekuerzt(zugang: Flag = of(asylblg_zugang), gekuerzt: Flag = of(asyl.anspruch_eingeschraenkt, when=asylblg_zugang)) -> Flag:
    """Gets the whole benefit."""
    return zugang and not gekuerzt


@rule(HOUSEHOLD, cites=GESETZ("§ 1 Abs. 4, § 1a"), since=SINCE)
def asylblg_jemand_ungekuerzt(jemand: Flag = any_of(asylblg_ungekuerzt)) -> Flag:
    """At least one person gets more than bridging help or the cut benefit."""
    return jemand


@rule(PERSON, cites=GESETZ("§ 2 Abs. 1, § 7 Abs. 5"), since=SINCE)
def asylblg_trotz_vermoegen(
    ungekuerzt: Flag = of(asylblg_ungekuerzt),
    analog: Flag = of(asylblg_analog),
    nach_7: Flag = of(asylblg_vermoegen_aufgebraucht, when=asylblg_grundleistung_berechtigt),
    nach_sgb12: Flag = of(sgb12_vermoegen_unschaedlich, when=asylblg_analog),
) -> Flag:
    """The family's assets are used up; under § 2 the limits of SGB XII hold."""
    return ungekuerzt and (nach_sgb12 if analog else nach_7)


@rule(HOUSEHOLD, cites=GESETZ("§ 7 Abs. 1 und 5"), since=SINCE)
def asylblg_vermoegen_reicht_nicht(jemand: Flag = any_of(asylblg_trotz_vermoegen)) -> Flag:
    """The assets of at least one such person stay within the limit."""
    return jemand


@rule(PERSON, cites=GESETZ("§§ 2, 3"), since=SINCE)
def asylblg_laufend(ungedeckt: CentPerMonth = of(asylblg_ungedeckt, when=asylblg_trotz_vermoegen)) -> CentPerMonth:
    """The benefit of a month for one person, housing included."""
    return ungedeckt


@rule(PERSON, cites=GESETZ("§ 16"), since=SINCE)
def asylblg_sofortzuschlag(
    laufend: CentPerMonth = of(asylblg_laufend),
    jung: Flag = of(sgb12_minderjaehrig),
    bei_eltern: Flag = of(asylblg_junge_erwachsene_bei_eltern, when=asylblg_trotz_vermoegen),
    betrag: CentPerMonth = parameter("asylblg_sofortzuschlag_betrag"),
) -> CentPerMonth:
    """For minors, and for the unmarried under 25 in a flat with a parent."""
    return betrag if laufend > 0 and (jung or bei_eltern) else 0


@rule(PERSON, cites=GESETZ("§§ 2, 3, 16"), since=SINCE)
def asylblg_der_person(laufend: CentPerMonth = of(asylblg_laufend), zuschlag: CentPerMonth = of(asylblg_sofortzuschlag)) -> CentPerMonth:
    """The monthly payment for one person."""
    return laufend + zuschlag


@rule(HOUSEHOLD, cites=GESETZ("§§ 2, 3"), since=SINCE)
def asylblg_betrag(summe: CentPerMonth = sum_of(asylblg_der_person)) -> CentPerMonth:
    """All who live here together."""
    return summe


@rule(HOUSEHOLD, cites=GESETZ("§ 7 Abs. 1"), since=SINCE)
def asylblg_einkommen_reicht_nicht(betrag: CentPerMonth = of(asylblg_betrag)) -> Flag:
    """The family's income leaves a need that is not met in kind."""
    return betrag > 0


@rule(HOUSEHOLD, cites=GESETZ("§ 3 Abs. 2 und 3"), since=SINCE)
def asylblg_nur_geld(wo: Unterkunft = of(unterkunft), gestellt: Sachleistung = of(asyl.sachleistungen)) -> Flag:
    """Nothing is given in kind."""
    return wo != Unterkunft.AUFNAHMEEINRICHTUNG and not gestellt


@rule(PERSON, cites=GESETZ("§ 1a"), since=SINCE)
def asylblg_gekuerzt(zugang: Flag = of(asylblg_zugang), gekuerzt: Flag = of(asyl.anspruch_eingeschraenkt, when=asylblg_zugang)) -> Flag:
    """The office has cut the benefit."""
    return zugang and gekuerzt


@rule(HOUSEHOLD, cites=GESETZ("§ 1a"), since=SINCE)
def asylblg_niemand_gekuerzt(jemand: Flag = any_of(asylblg_gekuerzt)) -> Flag:
    """Nobody's benefit is cut."""
    return not jemand


@rule(HOUSEHOLD, cites=GESETZ("§ 6b"), since=SINCE)
def asylblg_beginn(bekannt: Day = of(sozialhilfe.not_bekannt_am), gestellt: Day = of(antrag.antragsdatum)) -> Day:
    """The day on which the authority learns of the need (SGB XII § 18)."""
    return gestellt if bekannt == MIT_DEM_ANTRAG else min(bekannt, gestellt)


@rule(HOUSEHOLD, cites=GESETZ("§ 1 Abs. 3 S. 1, § 3 Abs. 5 S. 4"), since=SINCE)
def asylblg_ende(stichtag: Day = of(STICHTAG)) -> Day:
    """The end of the month: money is given for at most one month ahead."""
    return first_day(month_of(stichtag) + 1) - 1


ASYLBLG = Benefit(
    id="asylblg",
    gates=(asylblg_jemand_berechtigt, asylblg_jemand_ungekuerzt, asylblg_vermoegen_reicht_nicht, asylblg_einkommen_reicht_nicht),
    amount=asylblg_betrag,
    begins=asylblg_beginn,
    ends=asylblg_ende,
    hints=(asylblg_nur_geld, asylblg_niemand_gekuerzt),
    each=asylblg_der_person,
)
