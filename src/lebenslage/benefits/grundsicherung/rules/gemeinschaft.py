"""Whose means are counted together: SGB XII §§ 20, 27 Abs. 2 and 43 Abs. 1 S. 2. Grown-up children stand alone.

One household file knows two such communities: the applicant with her partner and their minor children, and the applicant's parents
(with her, where she is a minor). Everybody else is counted alone, a grandchild beside her own mother too. Minors are taken to be unmarried.
"""

from enum import IntEnum

from lebenslage.benefits.facts import personen
from lebenslage.benefits.facts.personen import Betreuung, Verhaeltnis
from lebenslage.benefits.grundsicherung.statute import SGB12, SINCE
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.units import Count, Day, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, count_of, count_pointing, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

ELTERN = (personen.elternteil_1, personen.elternteil_2)
IST_ANTRAGSTELLEND = personen.verhaeltnis.among(Verhaeltnis.ANTRAGSTELLEND)


class Gemeinschaft(IntEnum):
    """The community whose means count together."""

    KEINE = 0
    ANTRAGSTELLENDE = 1
    ELTERN = 2


@rule(PERSON, cites=SGB12("§ 28, Anlage Abs. 2"), since=SINCE)
def sgb12_alter(geboren: Day = of(personen.geburtsdatum), stichtag: Day = of(STICHTAG)) -> Count:
    """Completed years of life on the first of the month; a birthday later in the month counts from the next month on."""
    return age_on(geboren, stichtag)


@rule(PERSON, cites=SGB12("§ 27 Abs. 2 S. 3"), since=SINCE)
def sgb12_minderjaehrig(alter: Count = of(sgb12_alter)) -> Flag:
    """Not yet 18."""
    return alter < 18


@rule(PERSON, cites=SGB12("§ 20, § 27 Abs. 2 S. 2, § 43 Abs. 1 S. 2"), since=SINCE)
def sgb12_partner(art: Verhaeltnis = of(personen.verhaeltnis), getrennt: Flag = of(personen.getrennt_lebend)) -> Flag:
    """Spouse or registered partner who does not live apart, or a partner like one."""
    return art == Verhaeltnis.PARTNER or (art == Verhaeltnis.EHEGATTE and not getrennt)


@rule(HOUSEHOLD, cites=SGB12("§ 27 Abs. 2 S. 3"), since=SINCE)
def sgb12_mit_verwandten(verwandte: Flag = any_of(personen.verhaeltnis.among(Verhaeltnis.VERWANDT))) -> Flag:
    """Relatives other than children live here: only then it is asked whether they are the applicant's parents."""
    return verwandte


@rule(PERSON, cites=SGB12("§ 27 Abs. 2 S. 3"), since=SINCE)
def sgb12_elternteil(kinder: Count = count_pointing(IST_ANTRAGSTELLEND, via=ELTERN, when=sgb12_mit_verwandten)) -> Flag:
    """A parent of the applicant."""
    return kinder >= 1


@rule(HOUSEHOLD, cites=SGB12("§ 27 Abs. 2 S. 3"), since=SINCE)
def sgb12_eltern_hier(eltern: Count = count_of(sgb12_elternteil)) -> Count:
    """How many parents of the applicant live here; two are taken to be a couple."""
    return eltern


@rule(PERSON, cites=SGB12("§ 27 Abs. 2, § 43 Abs. 1 S. 2"), since=SINCE)
def sgb12_gemeinschaft(
    art: Verhaeltnis = of(personen.verhaeltnis),
    partner: Flag = of(sgb12_partner),
    jung: Flag = of(sgb12_minderjaehrig),
    anteil: Betreuung = of(personen.betreuung),
    elternteil: Flag = of(sgb12_elternteil),
    eltern: Count = of(sgb12_eltern_hier),
) -> Gemeinschaft:
    """The community of which she is a part: the applicant's, her parents', or none but her own; not a child that lives elsewhere."""
    if elternteil:
        return Gemeinschaft.ELTERN
    if art == Verhaeltnis.ANTRAGSTELLEND:
        return Gemeinschaft.ELTERN if jung and eltern >= 1 else Gemeinschaft.ANTRAGSTELLENDE
    kind = art == Verhaeltnis.KIND and jung and anteil != Betreuung.WENIGER_ALS_EIN_DRITTEL
    return Gemeinschaft.ANTRAGSTELLENDE if partner or kind else Gemeinschaft.KEINE


@rule(PERSON, cites=SGB12("§ 27 Abs. 2"), since=SINCE)
def sgb12_gehoert_zu_1(gemeinschaft: Gemeinschaft = of(sgb12_gemeinschaft)) -> Flag:
    """Belongs to the applicant's community."""
    return gemeinschaft == Gemeinschaft.ANTRAGSTELLENDE


@rule(PERSON, cites=SGB12("§ 27 Abs. 2"), since=SINCE)
def sgb12_gehoert_zu_2(gemeinschaft: Gemeinschaft = of(sgb12_gemeinschaft)) -> Flag:
    """Belongs to the community of the applicant's parents."""
    return gemeinschaft == Gemeinschaft.ELTERN


@rule(PERSON, cites=SGB12("§ 27 Abs. 2"), since=SINCE)
def sgb12_leitet(
    art: Verhaeltnis = of(personen.verhaeltnis),
    gemeinschaft: Gemeinschaft = of(sgb12_gemeinschaft),
    elternteil: Flag = of(sgb12_elternteil),
) -> Flag:
    """One of the adults whose means stand in for the others of the community: no child of it."""
    return gemeinschaft != Gemeinschaft.KEINE and art != Verhaeltnis.KIND and (gemeinschaft == Gemeinschaft.ANTRAGSTELLENDE or elternteil)


@rule(HOUSEHOLD, cites=SGB12("§ 27 Abs. 2 S. 2"), since=SINCE)
def sgb12_partner_der_antragstellenden(partner: Count = count_of(sgb12_partner)) -> Count:
    """How many partners of the applicant live here."""
    return partner


@rule(PERSON, cites=SGB12("§ 28, Anlage Abs. 2"), since=SINCE)
def sgb12_als_paar(
    leitet: Flag = of(sgb12_leitet),
    gemeinschaft: Gemeinschaft = of(sgb12_gemeinschaft),
    partner: Count = of(sgb12_partner_der_antragstellenden),
    eltern: Count = of(sgb12_eltern_hier),
) -> Flag:
    """Lives together with a spouse or partner."""
    return leitet and (partner >= 1 if gemeinschaft == Gemeinschaft.ANTRAGSTELLENDE else eltern >= 2)
