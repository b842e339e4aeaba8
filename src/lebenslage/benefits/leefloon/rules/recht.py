"""Whether there is leefloon and how much: wet van 26 mei 2002 art. 3, 14 and 21, KB van 11 juli 2002 art. 22."""

from lebenslage.benefits.facts import antrag, personen, vlaanderen
from lebenslage.benefits.facts.land import Land, land
from lebenslage.benefits.facts.vlaanderen import Verblijf, Werkbereid
from lebenslage.benefits.leefloon.rules.gezin import Categorie, lf_aanvrager, lf_categorie, lf_kinderen
from lebenslage.benefits.leefloon.rules.middelen import lf_bestaansmiddelen
from lebenslage.benefits.leefloon.statute import RMI_KB, RMI_WET, SINCE, parameter
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.fixed import CENT
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count, Day, FixedEuroPerMonth, Flag
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import CENT_HALF_UP, rule


@rule(HOUSEHOLD, cites=RMI_WET("art. 3, 1°"), since=SINCE)
def lf_in_belgie(waar: Land = of(land), werkelijk: Flag = of(vlaanderen.werkelijk_verblijf)) -> Flag:
    """She really stays in Belgium; an address is not needed."""
    return waar == Land.BE and werkelijk


@rule(PERSON, cites=RMI_WET("art. 3, 2°"), since=SINCE)
def lf_achttien(
    aanvrager: Flag = of(lf_aanvrager), geboren: Day = of(personen.geburtsdatum, when=lf_aanvrager), stichtag: Day = of(STICHTAG)
) -> Flag:
    """The applicant has turned 18 by the first day of the month."""
    return aanvrager and age_on(geboren, stichtag) >= 18


@rule(HOUSEHOLD, cites=RMI_WET("art. 3, 2°"), since=SINCE)
def lf_meerderjarig(achttien: Flag = any_of(lf_achttien)) -> Flag:
    """The applicant is 18 or older."""
    return achttien


@rule(HOUSEHOLD, cites=RMI_WET("art. 7"), since=SINCE)
def lf_gelijkstelling_te_vragen(meerderjarig: Flag = of(lf_meerderjarig), kinderen: Count = of(lf_kinderen)) -> Flag:
    """She is younger and has no child here: only then the other ways are asked for."""
    return not meerderjarig and not kinderen


@rule(HOUSEHOLD, cites=RMI_WET("art. 3, 2°, art. 7"), since=SINCE)
def lf_oud_genoeg(
    meerderjarig: Flag = of(lf_meerderjarig),
    kinderen: Count = of(lf_kinderen),
    gelijk: Flag = of(vlaanderen.meerderjarig_gelijkgesteld, when=lf_gelijkstelling_te_vragen),
) -> Flag:
    """Of age, or younger and married, with a child or pregnant."""
    return meerderjarig or kinderen > 0 or gelijk


@rule(HOUSEHOLD, cites=RMI_WET("art. 3, 3°"), since=SINCE)
def lf_verblijfsrecht(recht: Verblijf = of(vlaanderen.verblijf_belgie)) -> Flag:
    """Belgian, EU citizen for more than three months, in the population register, refugee, subsidiary protection or stateless."""
    return recht not in (Verblijf.EU_KORTER, Verblijf.ANDERS)


@rule(HOUSEHOLD, cites=RMI_WET("art. 3, 5°"), since=SINCE)
def lf_werkbereid(bereid: Werkbereid = of(vlaanderen.werkbereid)) -> Flag:
    """Ready to work, unless health or fairness speaks against it."""
    return bereid != Werkbereid.NIET_BEREID


@rule(HOUSEHOLD, cites=RMI_WET("art. 3, 6°"), since=SINCE)
def lf_rechten_uitgeput(eerst: Flag = of(vlaanderen.andere_rechten_eerst)) -> Flag:
    """She has asked for the other social benefits that she may get. The OCMW helps with it and pays in the meantime."""
    return eerst


@rule(HOUSEHOLD, cites=RMI_WET("art. 14 § 1"), since=SINCE)
def lf_jaarbedrag(
    categorie: Categorie = of(lf_categorie), bedragen: tuple[CentPerYear, ...] = parameter("leefloon_jaarbedragen")
) -> CentPerYear:
    """The yearly amount of the category: the statute counts in years."""
    return bedragen[categorie - 1]


@rule(HOUSEHOLD, cites=RMI_KB("art. 22"), since=SINCE)
def lf_algemene_vrijstelling(
    middelen: CentPerYear = of(lf_bestaansmiddelen),
    jaarbedrag: CentPerYear = of(lf_jaarbedrag),
    categorie: Categorie = of(lf_categorie),
    bedragen: tuple[CentPerYear, ...] = parameter("leefloon_vrijstelling_jaar"),
) -> CentPerYear:
    """A sum that stays free of the means of a year, as long as they are below the amount of the category."""
    return min(middelen, bedragen[categorie - 1]) if middelen < jaarbedrag else 0


@rule(HOUSEHOLD, cites=RMI_WET("art. 14 § 2"), since=SINCE)
def lf_jaarleefloon(
    jaarbedrag: CentPerYear = of(lf_jaarbedrag),
    middelen: CentPerYear = of(lf_bestaansmiddelen),
    vrij: CentPerYear = of(lf_algemene_vrijstelling),
) -> CentPerYear:
    """The amount of the category less the means that count."""
    return max(0, jaarbedrag - (middelen - vrij))


@rule(HOUSEHOLD, cites=RMI_WET("art. 14 § 2"), since=SINCE, rounding=CENT_HALF_UP)
def leefloon_bedrag(jaar: CentPerYear = of(lf_jaarleefloon)) -> FixedEuroPerMonth:
    """A twelfth of it."""
    return jaar * CENT // 12


@rule(HOUSEHOLD, cites=RMI_WET("art. 3, 4°"), since=SINCE)
def lf_onvoldoende_middelen(bedrag: CentPerMonth = of(leefloon_bedrag)) -> Flag:
    """Her means do not reach the amount of the category."""
    return bedrag > 0


@rule(HOUSEHOLD, cites=RMI_WET("art. 21 § 5"), since=SINCE)
def lf_vanaf(gevraagd: Day = of(antrag.antragsdatum)) -> Day:
    """From the day of the application. It runs on, the OCMW reviews it at least once a year."""
    return gevraagd


LEEFLOON = Benefit(
    id="leefloon",
    gates=(lf_in_belgie, lf_oud_genoeg, lf_verblijfsrecht, lf_werkbereid, lf_rechten_uitgeput, lf_onvoldoende_middelen),
    amount=leefloon_bedrag,
    begins=lf_vanaf,
    country="BE",
)
