"""Who belongs to the household of the future flat, and the income limit: WFNG NRW § 13."""

from lebenslage.benefits.facts import bedarf, personen, wohnraum
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.benefits.wohnberechtigungsschein.statute import ESTG, SINCE, WFNG, parameter
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.units import CentPerYear, Count, Day, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import count_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Group
from lebenslage.law.rules import rule

LEAST_AGE_ASKED = 12
FROM_AGE_NOT_ASKED = 55


@rule(PERSON, cites=WFNG("§ 13 Abs. 2"), since=SINCE)
def wfng_mitglied(
    art: Verhaeltnis = of(personen.verhaeltnis),
    getrennt: Flag = of(personen.getrennt_lebend),
    zieht_ein: Flag = of(wohnraum.zieht_mit_ein),
) -> Flag:
    """Who will live in one household in the new flat; who soon leaves does not count. A flatmate keeps a household of her own."""
    return art == Verhaeltnis.ANTRAGSTELLEND or (zieht_ein and art != Verhaeltnis.MITBEWOHNEND and not getrennt)


WFNG_HAUSHALT = Group("Haushalt nach dem WFNG NRW", wfng_mitglied)


@rule(PERSON, cites=WFNG("§ 13 Abs. 2"), since=SINCE)
def wfng_schwanger_zu_fragen(
    mitglied: Flag = of(wfng_mitglied), geboren: Day = of(personen.geburtsdatum), stichtag: Day = of(STICHTAG)
) -> Flag:
    """A member of an age at which she may be pregnant: small children and older people are not asked."""
    return mitglied and LEAST_AGE_ASKED <= age_on(geboren, stichtag) < FROM_AGE_NOT_ASKED


@rule(PERSON, cites=WFNG("§ 13 Abs. 2"), since=SINCE)
def wfng_erwartet_kind(
    fragen: Flag = of(wfng_schwanger_zu_fragen), schwanger: Flag = of(bedarf.schwanger, when=wfng_schwanger_zu_fragen)
) -> Flag:
    """A member is pregnant: the child belongs to the household already. Left out: more than one child expected."""
    return fragen and schwanger


@rule(HOUSEHOLD, cites=WFNG("§ 13 Abs. 2"), since=SINCE)
def wfng_erwartete_kinder(kinder: Count = count_of(wfng_erwartet_kind)) -> Count:
    """How many children are expected."""
    return kinder


@rule(PERSON, cites=ESTG("§ 32 Abs. 1, 3 und 4"), since=SINCE)
def wfng_kind_ab_18(
    art: Verhaeltnis = of(personen.verhaeltnis),
    geboren: Day = of(personen.geburtsdatum, when=personen.verhaeltnis.among(Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND)),
    stichtag: Day = of(STICHTAG),
) -> Flag:
    """A child or foster child that is 18 or older: only then it is asked whether Kindergeld is paid."""
    return art in (Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND) and age_on(geboren, stichtag) >= 18


@rule(PERSON, cites=WFNG("§ 13 Abs. 1 S. 2"), since=SINCE)
def wfng_kind(
    mitglied: Flag = of(wfng_mitglied),
    art: Verhaeltnis = of(personen.verhaeltnis),
    erwachsen: Flag = of(wfng_kind_ab_18),
    kindergeld: Flag = of(personen.kindergeld, when=wfng_kind_ab_18),
) -> Flag:
    """A child of EStG § 32: under 18, or older with Kindergeld. Left out: grandchildren and the tax relief without Kindergeld."""
    if not mitglied or art not in (Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND):
        return False
    return kindergeld if erwachsen else True


@rule(WFNG_HAUSHALT, cites=WFNG("§ 13 Abs. 2"), since=SINCE)
def wfng_personen(hier: Count = count_of(wfng_mitglied), erwartet: Count = of(wfng_erwartete_kinder)) -> Count:
    """How many members the household will have."""
    return hier + erwartet


@rule(WFNG_HAUSHALT, cites=WFNG("§ 13 Abs. 1 S. 2"), since=SINCE)
def wfng_kinder(hier: Count = count_of(wfng_kind), erwartet: Count = of(wfng_erwartete_kinder)) -> Count:
    """How many of them are children."""
    return hier + erwartet


@rule(WFNG_HAUSHALT, cites=WFNG("§ 13 Abs. 1 und 4"), since=SINCE)
def wfng_einkommensgrenze(
    mitglieder: Count = of(wfng_personen),
    kinder: Count = of(wfng_kinder),
    eine: CentPerYear = parameter("wfng_grenze_eine"),
    zwei: CentPerYear = parameter("wfng_grenze_zwei"),
    weitere: CentPerYear = parameter("wfng_grenze_weitere"),
    je_kind: CentPerYear = parameter("wfng_grenze_kind"),
) -> CentPerYear:
    """The limit by members, higher for each child."""
    grund = eine if mitglieder <= 1 else zwei + weitere * (mitglieder - 2)
    return grund + je_kind * kinder
