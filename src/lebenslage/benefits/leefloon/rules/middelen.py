"""What counts as means, a year: wet van 26 mei 2002 art. 16, KB van 11 juli 2002 art. 22 to 35.

The facts ask for net amounts without what is exempt: child benefit for own children, help of the OCMW, a study grant, occasional gifts,
maintenance received for a child. Left out: earnings as an artist (a yearly exemption of their own), debts on real estate, sold property.
"""

from lebenslage.benefits.facts import vlaanderen
from lebenslage.benefits.facts.vlaanderen import Vrijstellingsgrond
from lebenslage.benefits.leefloon.rules.gezin import (
    Categorie,
    lf_aanvrager,
    lf_categorie,
    lf_familielid,
    lf_kinderen,
    lf_partner,
    lf_telt_mee,
)
from lebenslage.benefits.leefloon.statute import RMI_KB, RMI_WET, SINCE, parameter
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.units import Cent, CentPerMonth, CentPerYear, Count, Day, Flag, Months, Percent
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import count_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

UNTIL_2025 = "2025-01-31"


@rule(HOUSEHOLD, cites=RMI_KB("art. 35 § 1"), since=SINCE)
def lf_spi_loopt(
    grond: Vrijstellingsgrond = of(vlaanderen.vrijstellingsgrond),
    sinds: Day = of(vlaanderen.vrijstelling_sinds),
    gebruikt: Months = of(vlaanderen.vrijstelling_maanden),
    stichtag: Day = of(STICHTAG),
    maanden: Months = parameter("spi_maanden"),
    periode: Months = parameter("spi_periode_maanden"),
) -> Flag:
    """The exemption still runs: for work and training three years within six, for a student as long as the project (GPMI)."""
    if grond == Vrijstellingsgrond.WERK_OF_OPLEIDING:
        return gebruikt < maanden and month_of(stichtag) - month_of(sinds) < periode
    return grond == Vrijstellingsgrond.STUDENT


@rule(HOUSEHOLD, cites=RMI_KB("art. 35 § 1 en § 2"), since=SINCE, until=UNTIL_2025)
def lf_spi_bedrag(bedrag: CentPerMonth = parameter("spi_vrijstelling")) -> CentPerMonth:
    """What is left of earnings a month; since 2022 the same for students with a grant."""
    return bedrag


@rule(HOUSEHOLD, cites=RMI_KB("art. 35 § 1 en § 2"), since="2025-02-01", replaces=lf_spi_bedrag)
def lf_spi_bedrag_2025(
    bedrag: CentPerMonth = parameter("spi_vrijstelling"),
    met_beurs: CentPerMonth = parameter("spi_vrijstelling_beurs"),
    lager: Flag = parameter("spi_beurs_lager"),
    grond: Vrijstellingsgrond = of(vlaanderen.vrijstellingsgrond),
    beurs: Flag = of(vlaanderen.studiebeurs),
) -> CentPerMonth:
    """The same; the older, lower amount for a student with a grant stands behind a switch."""
    return met_beurs if lager and beurs and grond == Vrijstellingsgrond.STUDENT else bedrag


@rule(PERSON, cites=RMI_WET("art. 16 § 1"), since=SINCE)
def lf_heeft_loon(telt: Flag = of(lf_telt_mee), loon: CentPerMonth = of(vlaanderen.nettoloon_belgie, when=lf_telt_mee)) -> Flag:
    """She earns something."""
    return telt and loon > 0


@rule(PERSON, cites=RMI_WET("art. 16 § 1"), since=SINCE)
def lf_eigen_loon(aanvrager: Flag = of(lf_aanvrager), loon: Flag = of(lf_heeft_loon)) -> Flag:
    """The applicant earns something: only then her exemption is asked for."""
    return aanvrager and loon


@rule(PERSON, cites=RMI_KB("art. 35"), since=SINCE)
def lf_arbeid(
    loon: CentPerMonth = of(vlaanderen.nettoloon_belgie, when=lf_telt_mee),
    eigen: Flag = of(lf_eigen_loon),
    loopt: Flag = of(lf_spi_loopt, when=lf_eigen_loon),
    vrij: CentPerMonth = of(lf_spi_bedrag, when=lf_eigen_loon),
) -> CentPerYear:
    """Net earnings of a year; the applicant's less the exemption of each month. Left out: the exemption of a partner who works."""
    return 12 * max(0, loon - vrij) if eigen and loopt else 12 * loon


@rule(PERSON, cites=RMI_KB("art. 27"), since=SINCE)
def lf_uit_kapitaal(
    kapitaal: Cent = of(vlaanderen.roerend_kapitaal, when=lf_telt_mee),
    vrij: Cent = parameter("leefloon_kapitaal_vrij"),
    schijf: Cent = parameter("leefloon_kapitaal_schijf"),
    procent: Percent = parameter("leefloon_kapitaal_procent"),
    procent_boven: Percent = parameter("leefloon_kapitaal_procent_boven"),
) -> CentPerYear:
    """Savings count as a yield: nothing, 6 % of the part between, 10 % of the part above. Parts of a cent are left to the claimant."""
    midden = max(0, min(kapitaal, schijf) - vrij)
    return midden * procent // 100 + max(0, kapitaal - schijf) * procent_boven // 100


@rule(PERSON, cites=RMI_KB("art. 25 en 26"), since=SINCE)
def lf_uit_onroerend(
    bebouwd: CentPerYear = of(vlaanderen.ki_bebouwd, when=lf_telt_mee),
    onbebouwd: CentPerYear = of(vlaanderen.ki_onbebouwd, when=lf_telt_mee),
    kinderen: Count = of(lf_kinderen),
    telt: Flag = parameter("leefloon_onroerend_meetellen"),
    vrij: CentPerYear = parameter("leefloon_ki_vrij"),
    vrij_kind: CentPerYear = parameter("leefloon_ki_vrij_kind"),
    vrij_onbebouwd: CentPerYear = parameter("leefloon_ki_vrij_onbebouwd"),
    factor: Count = parameter("leefloon_ki_factor"),
) -> CentPerYear:
    """Real estate counts by its cadastral income (not indexed) above an exemption, three times. Left out: rent that is higher."""
    if not telt:
        return 0
    gebouw = max(0, bebouwd - vrij - vrij_kind * kinderen)
    return factor * (gebouw + max(0, onbebouwd - vrij_onbebouwd))


@rule(PERSON, cites=RMI_WET("art. 16 § 1"), since=SINCE)
def lf_middelen(
    arbeid: CentPerYear = of(lf_arbeid),
    uitkering: CentPerMonth = of(vlaanderen.uitkering_belgie, when=lf_telt_mee),
    andere: CentPerYear = of(vlaanderen.andere_middelen, when=lf_telt_mee),
    kapitaal: CentPerYear = of(lf_uit_kapitaal),
    onroerend: CentPerYear = of(lf_uit_onroerend),
) -> CentPerYear:
    """All means of one person in a year."""
    return arbeid + 12 * uitkering + andere + kapitaal + onroerend


@rule(HOUSEHOLD, cites=RMI_KB("art. 34 § 1"), since=SINCE)
def lf_van_partner(
    middelen: CentPerYear = sum_of(lf_middelen, where=lf_partner),
    categorie: Categorie = of(lf_categorie),
    bedragen: tuple[CentPerYear, ...] = parameter("leefloon_jaarbedragen"),
    volledig: Flag = parameter("leefloon_partner_volledig"),
) -> CentPerYear:
    """The partner's means above the amount of category 1; in category 3, which covers her too, all of them."""
    if categorie == Categorie.GEZINSLAST and volledig:
        return middelen
    return max(0, middelen - bedragen[0])


@rule(HOUSEHOLD, cites=RMI_KB("art. 34 § 2"), since=SINCE)
def lf_van_familie(
    middelen: CentPerYear = sum_of(lf_middelen, where=lf_familielid),
    leden: Count = count_of(lf_familielid),
    bedragen: tuple[CentPerYear, ...] = parameter("leefloon_jaarbedragen"),
) -> CentPerYear:
    """What parents and grown-up children have together above the amount of category 1 for each of them: the most that may count."""
    return max(0, middelen - leden * bedragen[0])


@rule(HOUSEHOLD, cites=RMI_WET("art. 16 § 1"), since=SINCE)
def lf_bestaansmiddelen(
    eigen: CentPerYear = sum_of(lf_middelen, where=lf_aanvrager),
    partner: CentPerYear = of(lf_van_partner),
    familie: CentPerYear = of(lf_van_familie),
) -> CentPerYear:
    """The means that count in a year, before the general exemption."""
    return eigen + partner + familie
