"""Whose leefloon it is: the category and the persons whose means may count. Wet van 26 mei 2002 art. 14, KB van 11 juli 2002 art. 34."""

from enum import IntEnum

from lebenslage.benefits.facts import personen, vlaanderen
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.benefits.leefloon.statute import RMI_KB, RMI_WET, SINCE
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.units import Count, Day, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, count_of, count_pointing, number_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


class Categorie(IntEnum):
    """The three categories of art. 14 § 1."""

    SAMENWONEND = 1
    ALLEENSTAAND = 2
    GEZINSLAST = 3


@rule(PERSON, cites=RMI_WET("art. 2"), since=SINCE)
def lf_aanvrager(art: Verhaeltnis = of(personen.verhaeltnis)) -> Flag:
    """The person who asks for leefloon."""
    return art == Verhaeltnis.ANTRAGSTELLEND


@rule(PERSON, cites=RMI_WET("art. 14 § 1"), since=SINCE)
def lf_partner(art: Verhaeltnis = of(personen.verhaeltnis), gescheiden: Flag = of(personen.getrennt_lebend)) -> Flag:
    """Spouse or partner with whom she lives as a couple."""
    return art == Verhaeltnis.PARTNER or (art == Verhaeltnis.EHEGATTE and not gescheiden)


@rule(PERSON, cites=RMI_WET("art. 14 § 1, 3°"), since=SINCE)
def lf_minderjarig_kind(
    art: Verhaeltnis = of(personen.verhaeltnis),
    geboren: Day = of(personen.geburtsdatum, when=personen.verhaeltnis.among(Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND)),
    stichtag: Day = of(STICHTAG),
) -> Flag:
    """A child under 18 who lives here. Left out: a minor child who is married."""
    return art in (Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND) and age_on(geboren, stichtag) < 18


@rule(HOUSEHOLD, cites=RMI_WET("art. 14 § 1, 3°"), since=SINCE)
def lf_kinderen(kinderen: Count = count_of(lf_minderjarig_kind)) -> Count:
    """How many minor children live here."""
    return kinderen


@rule(HOUSEHOLD, cites=RMI_WET("art. 14 § 1, 1°"), since=SINCE)
def lf_heeft_partner(partner: Flag = any_of(lf_partner)) -> Flag:
    """She lives as a couple."""
    return partner


@rule(HOUSEHOLD, cites=RMI_WET("art. 14 § 1, 1°"), since=SINCE)
def lf_delen_onzeker(kinderen: Count = of(lf_kinderen), partner: Flag = of(lf_heeft_partner), bewoners: Count = number_of(PERSON)) -> Flag:
    """Others live here, but neither a partner nor a minor child: only then it is asked whether they share the household."""
    return bewoners > 1 and not kinderen and not partner


@rule(HOUSEHOLD, cites=RMI_WET("art. 14 § 1"), since=SINCE)
def lf_categorie(
    kinderen: Count = of(lf_kinderen),
    partner: Flag = of(lf_heeft_partner),
    deelt: Flag = of(vlaanderen.deelt_huishouden, when=lf_delen_onzeker),
) -> Categorie:
    """With a minor child: family. With somebody who shares roof and household: cohabiting. Else alone, homeless people included."""
    if kinderen:
        return Categorie.GEZINSLAST
    return Categorie.SAMENWONEND if partner or deelt else Categorie.ALLEENSTAAND


@rule(PERSON, cites=RMI_KB("art. 34 § 2"), since=SINCE)
def lf_familielid(
    art: Verhaeltnis = of(personen.verhaeltnis),
    telt: Flag = of(vlaanderen.familie_telt_mee),
    geboren: Day = of(personen.geburtsdatum, when=personen.verhaeltnis.among(Verhaeltnis.KIND)),
    ouder: Count = count_pointing(lf_aanvrager, via=(personen.elternteil_1, personen.elternteil_2), when=vlaanderen.familie_telt_mee.yes()),
    stichtag: Day = of(STICHTAG),
) -> Flag:
    """A parent or a grown-up child, where the OCMW decides to count their means: it may, it need not."""
    if not telt:
        return False
    return bool(ouder) or (art == Verhaeltnis.KIND and age_on(geboren, stichtag) >= 18)


@rule(PERSON, cites=RMI_KB("art. 34"), since=SINCE)
def lf_telt_mee(aanvrager: Flag = of(lf_aanvrager), partner: Flag = of(lf_partner), familie: Flag = of(lf_familielid)) -> Flag:
    """A person whose means are looked at: only she is asked for them."""
    return aanvrager or partner or familie
