"""Who has the verhoogde tegemoetkoming: without a test by another benefit, or by the income of the family. A right without a sum.

It holds for the partner and the dependants too. The limit of income is known here for applications of 2023 and 2024; for later days it is
asked, for the ziekenfonds knows it. Left out: income that rose a lot since the year that is looked at.
"""

from lebenslage.benefits.facts import personen, vlaanderen
from lebenslage.benefits.facts.land import Land, land
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.benefits.facts.vlaanderen import VtGroep, VtGrond
from lebenslage.benefits.verhoogde_tegemoetkoming.statute import SINCE, ZIV, ZORGPREMIE, parameter
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count, Day, Flag, Months
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import count_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

ZONDER_LEEFLOON = VtGrond.IGO | VtGrond.HANDICAP | VtGrond.KIND_MET_HANDICAP | VtGrond.WEES | VtGrond.NIET_BEGELEIDE_MINDERJARIGE


@rule(HOUSEHOLD, cites=ZIV("art. 37 § 1 en § 19"), since=SINCE)
def vt_in_belgie(waar: Land = of(land)) -> Flag:
    """Insured in Belgium."""
    return waar == Land.BE


@rule(HOUSEHOLD, cites=ZIV("art. 37 § 19"), since=SINCE)
def vt_leefloon_lang_genoeg(
    grond: VtGrond = of(vlaanderen.vt_grond),
    sinds: Day = of(vlaanderen.leefloon_sinds),
    stichtag: Day = of(STICHTAG),
    maanden: Months = parameter("vt_leefloon_maanden"),
) -> Flag:
    """Leefloon, or what equals it, for three full months without a break."""
    volle_maanden = month_of(stichtag) - month_of(sinds - 1) - 1
    return bool(grond & VtGrond.LEEFLOON) and volle_maanden >= maanden


@rule(HOUSEHOLD, cites=ZIV("art. 37 § 19"), since=SINCE)
def vt_automatisch(grond: VtGrond = of(vlaanderen.vt_grond), leefloon: Flag = of(vt_leefloon_lang_genoeg)) -> Flag:
    """The ziekenfonds grants it by itself, for one of these benefits or qualities."""
    return leefloon or bool(grond & ZONDER_LEEFLOON)


@rule(HOUSEHOLD, cites=ZIV("art. 37 § 19"), since=SINCE)
def vt_toets_nodig(automatisch: Flag = of(vt_automatisch)) -> Flag:
    """Nothing gives it without a test: then income is asked."""
    return not automatisch


@rule(HOUSEHOLD, cites=ZIV("art. 37 § 19"), since=SINCE)
def vt_toets_maand(nodig: Flag = of(vt_toets_nodig), groep: VtGroep = of(vlaanderen.vt_groep, when=vt_toets_nodig)) -> Flag:
    """One of the groups for which the income of one month counts."""
    return nodig and groep != VtGroep.GEEN


@rule(HOUSEHOLD, cites=ZIV("art. 37 § 19"), since=SINCE)
def vt_toets_jaar(nodig: Flag = of(vt_toets_nodig), maand: Flag = of(vt_toets_maand)) -> Flag:
    """For all others the income of the year before counts."""
    return nodig and not maand


@rule(HOUSEHOLD, cites=ZIV("art. 37 § 19"), since=SINCE)
def vt_inkomen(
    maandinkomen: CentPerMonth = of(vlaanderen.vt_maandinkomen, when=vt_toets_maand),
    jaarinkomen: CentPerYear = of(vlaanderen.vt_jaarinkomen, when=vt_toets_jaar),
) -> CentPerYear:
    """Gross taxable income of the family in a year."""
    return 12 * maandinkomen + jaarinkomen


@rule(PERSON, cites=ZIV("art. 37 § 19"), since=SINCE)
def vt_gezinslid(art: Verhaeltnis = of(personen.verhaeltnis)) -> Flag:
    """The insured person, her partner and their dependants: children here. Left out: other relatives who are dependants."""
    return art in (Verhaeltnis.ANTRAGSTELLEND, Verhaeltnis.EHEGATTE, Verhaeltnis.PARTNER, Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND)


@rule(HOUSEHOLD, cites=ZIV("art. 37 § 19"), since=SINCE)
def vt_gezinsleden(leden: Count = count_of(vt_gezinslid)) -> Count:
    """How many they are."""
    return leden


@rule(HOUSEHOLD, cites=ZIV("art. 37 § 19"), since=SINCE, until="2024-12-31")
def vt_grens(
    leden: Count = of(vt_gezinsleden),
    basis: CentPerYear = parameter("vt_grens_basis"),
    per_lid: CentPerYear = parameter("vt_grens_per_lid"),
) -> CentPerYear:
    """The limit for the insured person, more for each further member of the family."""
    return basis + per_lid * (leden - 1)


@rule(HOUSEHOLD, cites=ZIV("art. 37 § 19"), since="2025-01-01", replaces=vt_grens)
def vt_grens_2025(grens: CentPerYear = of(vlaanderen.vt_grens_ziekenfonds, when=vt_toets_nodig)) -> CentPerYear:
    """The limit of these years was not found: the ziekenfonds tells it for this family."""
    return grens


@rule(HOUSEHOLD, cites=ZIV("art. 37 § 19"), since=SINCE)
def vt_recht(
    automatisch: Flag = of(vt_automatisch),
    inkomen: CentPerYear = of(vt_inkomen, when=vt_toets_nodig),
    grens: CentPerYear = of(vt_grens, when=vt_toets_nodig),
) -> Flag:
    """By itself, or with an income that does not exceed the limit."""
    return automatisch or inkomen <= grens


@rule(HOUSEHOLD, cites=ZIV("art. 37 § 19"), since=SINCE)
def vt_tot(stichtag: Day = of(STICHTAG)) -> Day:
    """Until the end of the next year; then the ziekenfonds prolongs or looks again."""
    return first_day((month_of(stichtag) // 12 + 2) * 12) - 1


@rule(HOUSEHOLD, cites=ZORGPREMIE("zorgpremie 2025 en 2026"), since="2025-01-01")
def zorgpremie_besparing(
    recht: Flag = of(vt_recht),
    gewoon: CentPerYear = parameter("zorgpremie_gewoon"),
    verlaagd: CentPerYear = parameter("zorgpremie_verlaagd"),
) -> CentPerYear:
    """What everybody from 26 in the Flemish Region pays less of the zorgpremie in a year."""
    return gewoon - verlaagd if recht else 0


VERHOOGDE_TEGEMOETKOMING = Benefit(
    id="verhoogde_tegemoetkoming",
    gates=(vt_in_belgie, vt_recht),
    amount=None,
    begins=None,
    ends=vt_tot,
    country="BE",
)
VERHOOGDE_TEGEMOETKOMING_DAZU = (zorgpremie_besparing,)
