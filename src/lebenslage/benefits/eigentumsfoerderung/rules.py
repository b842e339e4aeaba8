"""Who belongs to a group that the state of NRW helps to an own home: WFNG NRW §§ 6, 9 and 13, with the guideline of the year.

A pre-check without a sum: loans, bonus and repayment relief are products that change every year and are told by the office. Left to the
office too: own capital (7.5 % of all costs), whether the burden can be borne, and what the house must be like.
"""

from lebenslage.benefits.eigentumsfoerderung.statute import SINCE, WFNG, parameter
from lebenslage.benefits.facts import personen, wohnraum
from lebenslage.benefits.facts.land import Land, land
from lebenslage.benefits.wohnberechtigungsschein.rules.gesamteinkommen import Einkommensgruppe, wfng_einkommensgruppe
from lebenslage.benefits.wohnberechtigungsschein.rules.haushalt import wfng_kinder, wfng_mitglied
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.units import Count, Day, Flag, Percent
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=WFNG("§§ 6 und 9"), since=SINCE)
def ef_geplant(ort: Land = of(land), in_nrw: Flag = of(wohnraum.wohnung_in_nrw), geplant: Flag = of(wohnraum.wohneigentum_geplant)) -> Flag:
    """The household plans to build or buy a home of its own in North Rhine-Westphalia. Not asked: it is told by who plans it."""
    return ort == Land.DE and in_nrw and geplant


@rule(HOUSEHOLD, cites=WFNG("§§ 6 und 9"), since=SINCE)
def ef_noch_nicht_begonnen(begonnen: Flag = of(wohnraum.kauf_oder_bau_begonnen)) -> Flag:
    """Nothing is signed and nothing begun: the application comes first."""
    return not begonnen


@rule(PERSON, cites=WFNG("§§ 6 und 9"), since=SINCE)
def ef_erwachsen(
    mitglied: Flag = of(wfng_mitglied), geboren: Day = of(personen.geburtsdatum, when=wfng_mitglied), stichtag: Day = of(STICHTAG)
) -> Flag:
    """A member of full age."""
    return mitglied and age_on(geboren, stichtag) >= 18


@rule(HOUSEHOLD, cites=WFNG("§§ 6 und 9"), since=SINCE)
def ef_familie(erwachsene: Flag = any_of(ef_erwachsen), kinder: Count = of(wfng_kinder)) -> Flag:
    """At least one adult and one child; a child expected counts."""
    return erwachsene and kinder > 0


@rule(HOUSEHOLD, cites=WFNG("§§ 6 und 9"), since=SINCE)
def ef_ohne_kind(familie: Flag = of(ef_familie)) -> Flag:
    """No family: only then a disability decides."""
    return not familie


@rule(PERSON, cites=WFNG("§§ 6 und 9"), since=SINCE)
def ef_grad_zu_fragen(mitglied: Flag = of(wfng_mitglied), ohne_kind: Flag = of(ef_ohne_kind)) -> Flag:
    """A member of a household without a child."""
    return mitglied and ohne_kind


@rule(PERSON, cites=WFNG("§§ 6 und 9"), since=SINCE)
def ef_schwerbehindert(
    grad: Percent = of(personen.grad_der_behinderung, when=ef_grad_zu_fragen), mindestens: Percent = parameter("ef_grad_mindestens")
) -> Flag:
    """A member with a degree of disability of at least 50."""
    return grad >= mindestens


@rule(HOUSEHOLD, cites=WFNG("§§ 6 und 9"), since=SINCE)
def ef_beguenstigter_haushalt(familie: Flag = of(ef_familie), behindert: Flag = any_of(ef_schwerbehindert)) -> Flag:
    """A family, or a household with a severely disabled person, who may live alone."""
    return familie or behindert


@rule(HOUSEHOLD, cites=WFNG("§ 13 Abs. 1"), since=SINCE)
def ef_einkommen_genuegt(gruppe: Einkommensgruppe = of(wfng_einkommensgruppe)) -> Flag:
    """Income group A, or B with smaller loans and a shorter fixed interest."""
    return gruppe != Einkommensgruppe.DARUEBER


EIGENTUMSFOERDERUNG = Benefit(
    id="eigentumsfoerderung",
    gates=(ef_geplant, ef_noch_nicht_begonnen, ef_beguenstigter_haushalt, ef_einkommen_genuegt),
    amount=None,
    begins=None,
)
