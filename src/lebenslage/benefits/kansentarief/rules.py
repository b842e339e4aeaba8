"""Who pays the kansentarief in Antwerp, and the prices with and without it.

The right follows from the verhoogde tegemoetkoming, leefloon, an allowance for old age or disability, or help with debts; dependants at the
address share it. The prices of a pool, a museum and homework help are set locally: they are facts, asked only of who wants to know the
saving. The social internet offer is a right of its own, for fewer people: it stands here among the prices.
"""

from lebenslage.benefits.facts import personen, vlaanderen
from lebenslage.benefits.facts.land import Land, land
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.benefits.facts.vlaanderen import VtGrond
from lebenslage.benefits.kansentarief.statute import A_KAART, ATTEST, SINCE, WEC, parameter
from lebenslage.benefits.verhoogde_tegemoetkoming.rules import vt_recht
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.units import Cent, CentPerMonth, Count, Day, Flag, Months, Percent
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import count_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

DADELIJK = VtGrond.LEEFLOON | VtGrond.IGO | VtGrond.HANDICAP
SOCIAAL_INTERNET = DADELIJK | VtGrond.KIND_MET_HANDICAP


@rule(HOUSEHOLD, cites=A_KAART("deel A 1"), since=SINCE)
def kt_in_antwerpen(waar: Land = of(land), stad: Flag = of(vlaanderen.woont_in_antwerpen)) -> Flag:
    """She lives in the city of Antwerp."""
    return waar == Land.BE and stad


@rule(HOUSEHOLD, cites=A_KAART("deel A 1"), since=SINCE)
def kt_door_uitkering(grond: VtGrond = of(vlaanderen.vt_grond)) -> Flag:
    """Leefloon from its first day, the income guarantee for older people, or an allowance for a disability."""
    return bool(grond & DADELIJK)


@rule(HOUSEHOLD, cites=A_KAART("deel A 1"), since=SINCE)
def kt_niet_door_uitkering(uitkering: Flag = of(kt_door_uitkering)) -> Flag:
    """None of these: then help with debts is asked."""
    return not uitkering


@rule(HOUSEHOLD, cites=A_KAART("deel A 1"), since=SINCE)
def kt_inkomen_beslist(
    uitkering: Flag = of(kt_door_uitkering), hulp: Flag = of(vlaanderen.schuldhulp, when=kt_niet_door_uitkering)
) -> Flag:
    """No help with debts either: then the verhoogde tegemoetkoming decides."""
    return not uitkering and not hulp


@rule(HOUSEHOLD, cites=A_KAART("deel A 1"), since=SINCE)
def kt_recht(beslist: Flag = of(kt_inkomen_beslist), tegemoetkoming: Flag = of(vt_recht, when=kt_inkomen_beslist)) -> Flag:
    """The kansentarief can be put on the A-kaart. It is checked every year."""
    return tegemoetkoming if beslist else True


@rule(PERSON, cites=ATTEST("2,5 tot 18 jaar"), since=SINCE)
def kt_attest_leeftijd(
    art: Verhaeltnis = of(personen.verhaeltnis),
    geboren: Day = of(personen.geburtsdatum, when=personen.verhaeltnis.among(Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND)),
    stichtag: Day = of(STICHTAG),
    vanaf: Months = parameter("attest_vanaf_maanden"),
    tot: Months = parameter("attest_tot_maanden"),
) -> Flag:
    """A child from two and a half years until its nineteenth birthday. Counted in full months on the first of the month."""
    if art not in (Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND):
        return False
    leeftijd = month_of(stichtag) - month_of(geboren - 1) - 1
    return vanaf <= leeftijd < tot


@rule(HOUSEHOLD, cites=ATTEST("2,5 tot 18 jaar"), since=SINCE)
def kt_woont_elders(stad: Flag = of(vlaanderen.woont_in_antwerpen)) -> Flag:
    """She lives outside the city: then the child's school decides."""
    return not stad


@rule(PERSON, cites=ATTEST("2,5 tot 18 jaar"), since=SINCE)
def kt_school_te_vragen(leeftijd: Flag = of(kt_attest_leeftijd), elders: Flag = of(kt_woont_elders)) -> Flag:
    """A child of that age who lives outside the city."""
    return leeftijd and elders


@rule(PERSON, cites=ATTEST("2,5 tot 18 jaar"), since=SINCE)
def kt_attest(
    leeftijd: Flag = of(kt_attest_leeftijd),
    elders: Flag = of(kt_woont_elders),
    school: Flag = of(vlaanderen.school_in_antwerpen, when=kt_school_te_vragen),
    recht: Flag = of(kt_recht, when=kt_attest_leeftijd),
) -> Flag:
    """The child can have an attest kansentarief for after-school care, meals and leisure: limited means, and home or school in the city."""
    return leeftijd and recht and (school or not elders)


@rule(HOUSEHOLD, cites=ATTEST("2,5 tot 18 jaar"), since=SINCE)
def kt_attesten(kinderen: Count = count_of(kt_attest)) -> Count:
    """How many children can have one."""
    return kinderen


def verlaagd(prijs: int, kansenprijs: int, korting: Percent) -> int:
    """The reduced price: the city's own, or after the usual discount where that is not known."""
    return prijs * (100 - korting) // 100 if kansenprijs < 0 else kansenprijs


@rule(HOUSEHOLD, cites=A_KAART("deel A 1"), since=SINCE)
def zwembeurt_met_recht(
    prijs: Cent = of(vlaanderen.prijs_zwembeurt),
    kansenprijs: Cent = of(vlaanderen.kansenprijs_zwembeurt),
    recht: Flag = of(kt_recht),
    korting: Percent = parameter("kansentarief_korting"),
) -> Cent:
    """A swim: the city's reduced price, or the usual discount where it is not known."""
    return verlaagd(prijs, kansenprijs, korting) if recht else prijs


@rule(HOUSEHOLD, cites=A_KAART("deel A 1"), since=SINCE)
def zwembeurt_besparing(prijs: Cent = of(vlaanderen.prijs_zwembeurt), met_recht: Cent = of(zwembeurt_met_recht)) -> Cent:
    """What it saves."""
    return max(0, prijs - met_recht)


@rule(HOUSEHOLD, cites=A_KAART("deel A 1"), since=SINCE)
def museum_met_recht(
    prijs: Cent = of(vlaanderen.prijs_museum),
    kansenprijs: Cent = of(vlaanderen.kansenprijs_museum),
    recht: Flag = of(kt_recht),
    korting: Percent = parameter("kansentarief_korting"),
) -> Cent:
    """A museum."""
    return verlaagd(prijs, kansenprijs, korting) if recht else prijs


@rule(HOUSEHOLD, cites=A_KAART("deel A 1"), since=SINCE)
def museum_besparing(prijs: Cent = of(vlaanderen.prijs_museum), met_recht: Cent = of(museum_met_recht)) -> Cent:
    """What it saves."""
    return max(0, prijs - met_recht)


@rule(HOUSEHOLD, cites=ATTEST("2,5 tot 18 jaar"), since=SINCE)
def huiswerkhulp_met_recht(
    prijs: CentPerMonth = of(vlaanderen.prijs_huiswerkhulp),
    kansenprijs: CentPerMonth = of(vlaanderen.kansenprijs_huiswerkhulp),
    attesten: Count = of(kt_attesten),
    korting: Percent = parameter("kansentarief_korting"),
) -> CentPerMonth:
    """Homework help for one child in a month, where a child can have an attest."""
    return verlaagd(prijs, kansenprijs, korting) if attesten else prijs


@rule(HOUSEHOLD, cites=ATTEST("2,5 tot 18 jaar"), since=SINCE)
def huiswerkhulp_besparing(
    prijs: CentPerMonth = of(vlaanderen.prijs_huiswerkhulp), met_recht: CentPerMonth = of(huiswerkhulp_met_recht)
) -> CentPerMonth:
    """What it saves."""
    return max(0, prijs - met_recht)


@rule(HOUSEHOLD, cites=WEC("art. 74/2"), since=SINCE)
def sociaal_internet_recht(waar: Land = of(land), grond: VtGrond = of(vlaanderen.vt_grond)) -> Flag:
    """For leefloon, the income guarantee and disability allowances; the verhoogde tegemoetkoming alone is not enough."""
    return waar == Land.BE and bool(grond & SOCIAAL_INTERNET)


@rule(HOUSEHOLD, cites=WEC("art. 74/2"), since=SINCE)
def internet_met_recht(
    prijs: CentPerMonth = of(vlaanderen.prijs_internet),
    recht: Flag = of(sociaal_internet_recht),
    sociaal: CentPerMonth = parameter("sociaal_internet_prijs"),
) -> CentPerMonth:
    """Internet at home in a month: the social offer where it is cheaper than now. Bundles with television are left out."""
    return min(prijs, sociaal) if recht else prijs


@rule(HOUSEHOLD, cites=WEC("art. 74/2"), since=SINCE)
def internet_besparing(
    prijs: CentPerMonth = of(vlaanderen.prijs_internet), met_recht: CentPerMonth = of(internet_met_recht)
) -> CentPerMonth:
    """What it saves."""
    return prijs - met_recht


KANSENTARIEF = Benefit(
    id="kansentarief",
    gates=(kt_in_antwerpen, kt_recht),
    amount=None,
    begins=None,
    country="BE",
)
KANSENTARIEF_DAZU = (
    kt_attesten,
    zwembeurt_met_recht,
    zwembeurt_besparing,
    museum_met_recht,
    museum_besparing,
    huiswerkhulp_met_recht,
    huiswerkhulp_besparing,
    sociaal_internet_recht,
    internet_met_recht,
    internet_besparing,
)
