"""Life in Flanders: what the OCMW, the ziekenfonds and the city of Antwerp ask. All of it is asked in Belgium only."""

from enum import IntEnum, IntFlag

from lebenslage.benefits.facts.land import IN_BELGIEN
from lebenslage.kernel.units import Cent, CentPerMonth, CentPerYear, Months
from lebenslage.law.facts import MAX_AMOUNT, Asked, Bounds, Fact, Protection, chosen, day, flag, money, number
from lebenslage.law.nodes import HOUSEHOLD, PERSON

GEBRUIKELIJK = -1


class Verblijf(IntEnum):
    """The right on which the applicant lives in Belgium (wet van 26 mei 2002 art. 3, 3°)."""

    BELG = 0
    EU_LANGER_DAN_DRIE_MAANDEN = 1
    EU_KORTER = 2
    BEVOLKINGSREGISTER = 3
    VLUCHTELING = 4
    SUBSIDIAIR_BESCHERMD = 5
    STAATLOOS = 6
    ANDERS = 7


class Werkbereid(IntEnum):
    """Whether the applicant is ready to work (art. 3, 5°)."""

    BEREID = 0
    GEZONDHEID_OF_BILLIJKHEID = 1
    NIET_BEREID = 2


class Vrijstellingsgrond(IntEnum):
    """Why earnings are left to a receiver of leefloon (KB van 11 juli 2002 art. 35)."""

    GEEN = 0
    WERK_OF_OPLEIDING = 1
    STUDENT = 2


class VtGrond(IntFlag):
    """What gives the verhoogde tegemoetkoming without an income test."""

    LEEFLOON = 1
    IGO = 2
    HANDICAP = 4
    KIND_MET_HANDICAP = 8
    WEES = 16
    NIET_BEGELEIDE_MINDERJARIGE = 32


class VtGroep(IntEnum):
    """For whom the ziekenfonds looks at the income of one month instead of a year."""

    GEEN = 0
    GEPENSIONEERD = 1
    ARBEIDSONGESCHIKT = 2
    EEN_JAAR_WERKLOOS = 3
    EENOUDERGEZIN = 4


def _of_special_kind(id: str, choices: type[IntFlag]) -> Fact:
    asked = Asked("leefloonattest", Protection.SPECIAL, when=IN_BELGIEN)
    return Fact(id, HOUSEHOLD, choices, bounds=Bounds(0, sum(choices)), asked=asked)


# Leefloon
verblijf_belgie = chosen("verblijf_belgie", HOUSEHOLD, Verblijf, proof="verblijfskaart", protection=Protection.SPECIAL, when=IN_BELGIEN)
werkelijk_verblijf = flag("werkelijk_verblijf", HOUSEHOLD, best=1, when=IN_BELGIEN)
meerderjarig_gelijkgesteld = flag("meerderjarig_gelijkgesteld", HOUSEHOLD, best=1, when=IN_BELGIEN)
werkbereid = chosen("werkbereid", HOUSEHOLD, Werkbereid, when=IN_BELGIEN)
andere_rechten_eerst = flag("andere_rechten_eerst", HOUSEHOLD, best=1, when=IN_BELGIEN)
deelt_huishouden = flag("deelt_huishouden", HOUSEHOLD, when=IN_BELGIEN)
familie_telt_mee = flag("familie_telt_mee", HOUSEHOLD, best=0, assumed=0, when=IN_BELGIEN)
nettoloon_belgie = money("nettoloon_belgie", PERSON, CentPerMonth, proof="loonfiche", when=IN_BELGIEN)
uitkering_belgie = money("uitkering_belgie", PERSON, CentPerMonth, proof="uitkeringsattest", when=IN_BELGIEN)
andere_middelen = money("andere_middelen", PERSON, CentPerYear, proof="rekeninguittreksel", when=IN_BELGIEN)
roerend_kapitaal = money("roerend_kapitaal", PERSON, Cent, proof="rekeninguittreksel", when=IN_BELGIEN)
ki_bebouwd = money("ki_bebouwd", PERSON, CentPerYear, proof="aanslagbiljet", when=IN_BELGIEN)
ki_onbebouwd = money("ki_onbebouwd", PERSON, CentPerYear, proof="aanslagbiljet", when=IN_BELGIEN)

vrijstellingsgrond = chosen("vrijstellingsgrond", HOUSEHOLD, Vrijstellingsgrond, proof="gpmi", when=IN_BELGIEN)
SPI_GETELD = vrijstellingsgrond.among(Vrijstellingsgrond.WERK_OF_OPLEIDING)
vrijstelling_sinds = day("vrijstelling_sinds", HOUSEHOLD, proof="gpmi", when=SPI_GETELD)
vrijstelling_maanden = number("vrijstelling_maanden", HOUSEHOLD, Months, greatest=120, proof="gpmi", when=SPI_GETELD)
studiebeurs = flag("studiebeurs", HOUSEHOLD, best=0, when=vrijstellingsgrond.among(Vrijstellingsgrond.STUDENT))

# Verhoogde tegemoetkoming
vt_grond = _of_special_kind("vt_grond", VtGrond)
leefloon_sinds = day("leefloon_sinds", HOUSEHOLD, proof="leefloonattest", when=vt_grond.has(VtGrond.LEEFLOON))
vt_groep = chosen("vt_groep", HOUSEHOLD, VtGroep, when=IN_BELGIEN)
vt_maandinkomen = money("vt_maandinkomen", HOUSEHOLD, CentPerMonth, proof="loonfiche", when=IN_BELGIEN)
vt_jaarinkomen = money("vt_jaarinkomen", HOUSEHOLD, CentPerYear, proof="aanslagbiljet", when=IN_BELGIEN)
vt_grens_ziekenfonds = money("vt_grens_ziekenfonds", HOUSEHOLD, CentPerYear, proof="ziekenfondsbrief", best=MAX_AMOUNT, when=IN_BELGIEN)

# Kansentarief and the prices of the city
woont_in_antwerpen = flag("woont_in_antwerpen", HOUSEHOLD, proof="verblijfskaart", best=1, when=IN_BELGIEN)
school_in_antwerpen = flag("school_in_antwerpen", PERSON, best=1, when=IN_BELGIEN)
schuldhulp = flag("schuldhulp", HOUSEHOLD, proof="attest_schuldhulp", best=1, when=IN_BELGIEN)
prijs_zwembeurt = money("prijs_zwembeurt", HOUSEHOLD, Cent, proof="tarieflijst", best=None, when=IN_BELGIEN)
kansenprijs_zwembeurt = money(
    "kansenprijs_zwembeurt", HOUSEHOLD, Cent, proof="tarieflijst", best=None, when=IN_BELGIEN, gebruikelijk=GEBRUIKELIJK
)
prijs_museum = money("prijs_museum", HOUSEHOLD, Cent, proof="tarieflijst", best=None, when=IN_BELGIEN)
kansenprijs_museum = money(
    "kansenprijs_museum", HOUSEHOLD, Cent, proof="tarieflijst", best=None, when=IN_BELGIEN, gebruikelijk=GEBRUIKELIJK
)
prijs_huiswerkhulp = money("prijs_huiswerkhulp", HOUSEHOLD, CentPerMonth, proof="tarieflijst", best=None, when=IN_BELGIEN)
kansenprijs_huiswerkhulp = money(
    "kansenprijs_huiswerkhulp", HOUSEHOLD, CentPerMonth, proof="tarieflijst", best=None, when=IN_BELGIEN, gebruikelijk=GEBRUIKELIJK
)
prijs_internet = money("prijs_internet", HOUSEHOLD, CentPerMonth, proof="internetfactuur", best=None, when=IN_BELGIEN)
