"""After 36 months the SGB XII applies in place of the basic benefits: AsylbLG §§ 2 and 20."""

from lebenslage.benefits.asylblg.statute import ASYLBLG, SINCE, parameter
from lebenslage.benefits.aufenthaltsrecht import asylblg_berechtigt
from lebenslage.benefits.aufenthaltsrecht.rules import full_months
from lebenslage.benefits.facts import asyl, personen
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import Gemeinschaft, sgb12_gemeinschaft, sgb12_leitet, sgb12_minderjaehrig
from lebenslage.benefits.grundsicherung.rules.vermoegen import sgb12_leitet_1, sgb12_leitet_2
from lebenslage.kernel.units import Day, Flag, Months
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=ASYLBLG("§ 1 Abs. 1 und 4"), since=SINCE)
def asylblg_zugang(
    berechtigt: Flag = of(asylblg_berechtigt),
    hier: Flag = of(personen.lebensmittelpunkt, when=asylblg_berechtigt),
    anderswo: Flag = of(asyl.anderer_staat_zustaendig, when=asylblg_berechtigt),
) -> Flag:
    """Falls under the law and lives here; not who must leave to a state that protects her or is responsible: only bridging help in kind."""
    return berechtigt and hier and not anderswo


@rule(PERSON, cites=ASYLBLG("§ 2 Abs. 1 S. 1, § 20"), since=SINCE)
def asylblg_analog_aus_eigenem_recht(
    zugang: Flag = of(asylblg_zugang),
    seit: Day = of(asyl.in_deutschland_seit, when=asylblg_zugang, otherwise=1),
    missbrauch: Flag = of(asyl.aufenthalt_missbraeuchlich_verlaengert, when=asylblg_zugang),
    schon_vorher: Flag = of(asyl.analogleistung_vor_februar_2024, when=asylblg_zugang),
    stichtag: Day = of(STICHTAG),
    monate: Months = parameter("asylblg_analog_monate"),
    monate_vorher: Months = parameter("asylblg_analog_monate_vorher"),
) -> Flag:
    """Here for 36 months without a long break, and has not prolonged the stay by abuse; 18 months for who had these benefits before."""
    noetig = monate_vorher if schon_vorher else monate
    return zugang and not missbrauch and full_months(seit, stichtag) >= noetig


@rule(HOUSEHOLD, cites=ASYLBLG("§ 2 Abs. 3"), since=SINCE)
def asylblg_analog_der_leitenden_1(jemand: Flag = any_of(asylblg_analog_aus_eigenem_recht, where=sgb12_leitet_1)) -> Flag:
    """The applicant or her partner gets benefits under § 2."""
    return jemand


@rule(HOUSEHOLD, cites=ASYLBLG("§ 2 Abs. 3"), since=SINCE)
def asylblg_analog_der_leitenden_2(jemand: Flag = any_of(asylblg_analog_aus_eigenem_recht, where=sgb12_leitet_2)) -> Flag:
    """A parent of the applicant gets benefits under § 2."""
    return jemand


@rule(PERSON, cites=ASYLBLG("§ 2 Abs. 3"), since=SINCE)
def asylblg_kind_in_gemeinschaft(
    zugang: Flag = of(asylblg_zugang),
    jung: Flag = of(sgb12_minderjaehrig),
    leitet: Flag = of(sgb12_leitet),
    wo: Gemeinschaft = of(sgb12_gemeinschaft),
) -> Flag:
    """A minor child who lives with a parent."""
    return zugang and jung and not leitet and wo != Gemeinschaft.KEINE


@rule(PERSON, cites=ASYLBLG("§ 2"), since=SINCE)
def asylblg_analog(
    selbst: Flag = of(asylblg_analog_aus_eigenem_recht),
    kind: Flag = of(asylblg_kind_in_gemeinschaft),
    wo: Gemeinschaft = of(sgb12_gemeinschaft),
    eltern_1: Flag = of(asylblg_analog_der_leitenden_1, when=asylblg_kind_in_gemeinschaft),
    eltern_2: Flag = of(asylblg_analog_der_leitenden_2, when=asylblg_kind_in_gemeinschaft),
) -> Flag:
    """Gets benefits as in SGB XII; minor children follow a parent."""
    return selbst or (kind and (eltern_1 if wo == Gemeinschaft.ANTRAGSTELLENDE else eltern_2))


@rule(PERSON, cites=ASYLBLG("§ 3"), since=SINCE)
def asylblg_grundleistung_berechtigt(zugang: Flag = of(asylblg_zugang), analog: Flag = of(asylblg_analog, when=asylblg_zugang)) -> Flag:
    """Gets basic benefits."""
    return zugang and not analog
