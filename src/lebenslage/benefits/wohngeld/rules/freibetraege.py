"""Allowances and maintenance paid, and the total income: WoGG §§ 13, 17, 17a and 18."""

from lebenslage.benefits.facts import einkommen as fakt
from lebenslage.benefits.facts import personen
from lebenslage.benefits.facts.einkommen import Einkommensart
from lebenslage.benefits.facts.personen import Merkmal, Verhaeltnis
from lebenslage.benefits.facts.unterhalt import UNTERHALTSZAHLUNG, Empfaenger, unterhalt_an, unterhalt_gezahlt, unterhalt_titel
from lebenslage.benefits.wohngeld.rules.einkommen import (
    abzugssatz,
    einkuenfte_aus_arbeit,
    einkuenfte_aus_gewinn,
    einkuenfte_aus_minijob,
    jahreseinkommen,
)
from lebenslage.benefits.wohngeld.rules.haushalt import beruecksichtigt
from lebenslage.benefits.wohngeld.statute import SINCE, WOGG, parameter
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.fixed import MICRO
from lebenslage.kernel.units import (
    CentPerMonth,
    CentPerYear,
    Count,
    Day,
    FixedEuroPerMonth,
    Flag,
    MicroEuroPerYear,
    Percent,
    PersonRef,
)
from lebenslage.law.facts import NOBODY, STICHTAG
from lebenslage.law.inputs import any_of, count_of, count_pointing, number_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

ERWERB = Einkommensart.LOHN | Einkommensart.MINIJOB | Einkommensart.SELBSTSTAENDIG | Einkommensart.GEWERBE | Einkommensart.LANDWIRTSCHAFT
HAT_ERWERB = fakt.einkommensarten.has(ERWERB)
GRUNDRENTE = personen.merkmale.has(Merkmal.GRUNDRENTENZEITEN)


@rule(PERSON, cites=WOGG("§ 17 Nr. 1"), since=SINCE)
def behinderung_unter_100(grad: Percent = of(personen.grad_der_behinderung)) -> Flag:
    """Severely disabled (from 50) with less than 100: only then need of care decides."""
    return 50 <= grad < 100


@rule(PERSON, cites=WOGG("§ 17 Nr. 1"), since=SINCE)
def freibetrag_behinderung(
    grad: Percent = of(personen.grad_der_behinderung),
    pflege: Flag = of(personen.pflege_zuhause, when=behinderung_unter_100),
    betrag: CentPerYear = parameter("freibetrag_behinderung"),
) -> CentPerYear:
    """For a degree of 100, or from 50 with need of care and care at home, in part-time or short-term care."""
    return betrag if grad == 100 or pflege else 0


@rule(PERSON, cites=WOGG("§ 17 Nr. 2"), since=SINCE)
def freibetrag_ns_verfolgung(
    merkmale: Merkmal = of(personen.merkmale), betrag: CentPerYear = parameter("freibetrag_ns_verfolgung")
) -> CentPerYear:
    """For victims of national socialist persecution."""
    return betrag if merkmale & Merkmal.NS_VERFOLGT else 0


@rule(HOUSEHOLD, cites=WOGG("§ 17 Nr. 3"), since=SINCE)
def mit_verwandten(verwandte: Flag = any_of(personen.verhaeltnis.among(Verhaeltnis.VERWANDT))) -> Flag:
    """Relatives other than children of the applicant live here: only then it is asked who is whose child."""
    return verwandte


@rule(HOUSEHOLD, cites=WOGG("§ 17 Nr. 3"), since=SINCE)
def kinder_der_antragstellenden(kinder: Count = count_of(personen.verhaeltnis.among(Verhaeltnis.KIND))) -> Count:
    """How many children of the applicant live here."""
    return kinder


@rule(HOUSEHOLD, cites=WOGG("§ 17 Nr. 3"), since=SINCE)
def allein_mit_kindern_moeglich(
    verwandte: Flag = of(mit_verwandten), kinder: Count = of(kinder_der_antragstellenden), bewohner: Count = number_of(PERSON)
) -> Flag:
    """Somebody may live only with her children: the applicant with nobody but children, or one of several relatives."""
    return verwandte or (kinder >= 1 and kinder == bewohner - 1)


@rule(PERSON, cites=WOGG("§ 17 Nr. 3"), since=SINCE)
def jeder_bewohner(art: Verhaeltnis = of(personen.verhaeltnis)) -> Flag:
    """Every person of the household file lives in the dwelling."""
    return art >= Verhaeltnis.ANTRAGSTELLEND


@rule(PERSON, cites=WOGG("§ 17 Nr. 3 Buchst. b"), since=SINCE)
def minderjaehrig(
    geboren: Day = of(personen.geburtsdatum, when=allein_mit_kindern_moeglich, otherwise=1), stichtag: Day = of(STICHTAG)
) -> Flag:
    """Not yet 18 on the first day of the month."""
    return age_on(geboren, stichtag) < 18


@rule(PERSON, cites=WOGG("§ 17 Nr. 3 Buchst. b"), since=SINCE)
def minderjaehrig_mit_kindergeld(jung: Flag = of(minderjaehrig), kindergeld: Flag = of(personen.kindergeld, when=minderjaehrig)) -> Flag:
    """Under 18 with Kindergeld, or an equal benefit, paid for her."""
    return jung and kindergeld


@rule(HOUSEHOLD, cites=WOGG("§ 17 Nr. 3 Buchst. b"), since=SINCE)
def ein_kind_mit_kindergeld(
    kinder: Flag = any_of(minderjaehrig_mit_kindergeld, where=personen.verhaeltnis.among(Verhaeltnis.KIND)),
) -> Flag:
    """At least one child of the applicant is such a child; not the applicant herself, who may be one too."""
    return kinder


@rule(PERSON, cites=WOGG("§ 17 Nr. 3"), since=SINCE)
def allein_mit_kindern(
    art: Verhaeltnis = of(personen.verhaeltnis),
    moeglich: Flag = of(allein_mit_kindern_moeglich),
    eigene: Count = of(kinder_der_antragstellenden),
    alle: Count = count_pointing(jeder_bewohner, via=(personen.elternteil_1, personen.elternteil_2), when=mit_verwandten),
    junge: Count = count_pointing(minderjaehrig_mit_kindergeld, via=(personen.elternteil_1, personen.elternteil_2), when=mit_verwandten),
    jung: Flag = of(ein_kind_mit_kindergeld, when=allein_mit_kindern_moeglich),
    bewohner: Count = number_of(PERSON),
) -> Flag:
    """Shares the dwelling with nobody but her children, one of them under 18 with Kindergeld."""
    if art == Verhaeltnis.ANTRAGSTELLEND and eigene == bewohner - 1:
        return moeglich and jung
    return alle == bewohner - 1 and junge >= 1


@rule(PERSON, cites=WOGG("§ 17 Nr. 3"), since=SINCE)
def freibetrag_alleinerziehend(
    allein: Flag = of(allein_mit_kindern, when=allein_mit_kindern_moeglich), betrag: CentPerYear = parameter("freibetrag_alleinerziehend")
) -> CentPerYear:
    """For a member who lives only with one or more children."""
    return betrag if allein else 0


@rule(PERSON, cites=WOGG("§ 17 Nr. 4"), since=SINCE)
def kind_eines_mitglieds(
    art: Verhaeltnis = of(personen.verhaeltnis),
    elternteil: PersonRef = of(personen.elternteil_1, when=mit_verwandten, otherwise=NOBODY),
    anderer: PersonRef = of(personen.elternteil_2, when=mit_verwandten, otherwise=NOBODY),
) -> Flag:
    """A child of the applicant, or of another person here."""
    return art in (Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND) or elternteil != NOBODY or anderer != NOBODY


@rule(PERSON, cites=WOGG("§ 17 Nr. 4"), since=SINCE)
def erwerbstaetiges_kind(kind: Flag = of(kind_eines_mitglieds, when=HAT_ERWERB)) -> Flag:
    """A child with income from work of its own: only then its age is asked for this allowance."""
    return kind


@rule(PERSON, cites=WOGG("§ 17 Nr. 4"), since=SINCE)
def kind_mit_erwerb(
    kind: Flag = of(erwerbstaetiges_kind),
    geboren: Day = of(personen.geburtsdatum, when=erwerbstaetiges_kind, otherwise=1),
    stichtag: Day = of(STICHTAG),
) -> Flag:
    """A child under 25 with income from work of its own."""
    return kind and age_on(geboren, stichtag) < 25


@rule(PERSON, cites=WOGG("§ 17 Nr. 4"), since=SINCE)
def freibetrag_erwerb_kind(
    kind: Flag = of(kind_mit_erwerb),
    arbeit: MicroEuroPerYear = of(einkuenfte_aus_arbeit, when=kind_mit_erwerb),
    minijob: MicroEuroPerYear = of(einkuenfte_aus_minijob, when=kind_mit_erwerb),
    gewinn: MicroEuroPerYear = of(einkuenfte_aus_gewinn, when=kind_mit_erwerb),
    satz: Percent = of(abzugssatz, when=kind_mit_erwerb),
    betrag: CentPerYear = parameter("freibetrag_erwerb_kind"),
) -> MicroEuroPerYear:
    """What the child earns, at most 1,200 euros. Taken after costs and § 16 (WoGVwV), so that it never frees more than was counted."""
    return min((arbeit + minijob + gewinn) * (100 - satz) // 100, MICRO * betrag) if kind else 0


@rule(PERSON, cites=WOGG("§ 17a"), since=SINCE)
def freibetrag_grundrente(
    merkmale: Merkmal = of(personen.merkmale),
    rente: CentPerMonth = of(fakt.rente, when=GRUNDRENTE),
    versorgung: CentPerMonth = of(fakt.versorgungsbezuege, when=GRUNDRENTE),
    sockel: CentPerYear = parameter("grundrente_sockel"),
    satz: Percent = parameter("grundrente_satz"),
    regelbedarf: CentPerMonth = parameter("regelbedarfsstufe_1"),
) -> MicroEuroPerYear:
    """With 33 years confirmed by the pension body: 1,200 euros of the pension, 30 % of the rest, at most half of need level 1 a month."""
    if not merkmale & Merkmal.GRUNDRENTENZEITEN:
        return 0
    jaehrlich = 12 * (rente + versorgung)
    frei = MICRO * min(jaehrlich, sockel) + MICRO // 100 * satz * max(0, jaehrlich - sockel)
    return min(frei, MICRO * 6 * regelbedarf)


@rule(PERSON, cites=WOGG("§§ 17 und 17a"), since=SINCE)
def freibetraege(
    behinderung: CentPerYear = of(freibetrag_behinderung),
    verfolgung: CentPerYear = of(freibetrag_ns_verfolgung),
    alleinerziehend: CentPerYear = of(freibetrag_alleinerziehend),
    erwerb_kind: MicroEuroPerYear = of(freibetrag_erwerb_kind),
    grundrente: MicroEuroPerYear = of(freibetrag_grundrente),
) -> MicroEuroPerYear:
    """All allowances of one person."""
    return MICRO * (behinderung + verfolgung + alleinerziehend) + erwerb_kind + grundrente


@rule(UNTERHALTSZAHLUNG, cites=WOGG("§ 18"), since=SINCE)
def abzug_unterhalt(
    an: Empfaenger = of(unterhalt_an),
    gezahlt: CentPerYear = of(unterhalt_gezahlt),
    titel: CentPerYear = of(unterhalt_titel),
    grenzen: tuple[CentPerYear, ...] = parameter("unterhalt_grenzen"),
) -> CentPerYear:
    """Maintenance owed by law, up to a flat limit; with a title, notarial agreement or notice up to the sum in it."""
    return min(gezahlt, titel if titel else grenzen[an - 1])


@rule(HOUSEHOLD, cites=WOGG("§ 13"), since=SINCE)
def gesamteinkommen_im_jahr(
    einkommen: MicroEuroPerYear = sum_of(jahreseinkommen, where=beruecksichtigt),
    frei: MicroEuroPerYear = sum_of(freibetraege, where=beruecksichtigt),
    unterhalt: CentPerYear = sum_of(abzug_unterhalt),
) -> MicroEuroPerYear:
    """Yearly incomes of the members who count, less allowances and maintenance; not below zero."""
    return max(0, einkommen - frei - MICRO * unterhalt)


@rule(HOUSEHOLD, cites=WOGG("§ 13 Abs. 2"), since=SINCE)
def gesamteinkommen(jaehrlich: MicroEuroPerYear = of(gesamteinkommen_im_jahr)) -> FixedEuroPerMonth:
    """A twelfth of it: Y of the formula."""
    return jaehrlich * MICRO // 12
