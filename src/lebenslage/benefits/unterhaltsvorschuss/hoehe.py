"""How much: UhVorschG §§ 2 and 9 Abs. 3."""

from lebenslage.benefits.facts import bildung, familie, personen
from lebenslage.benefits.facts import einkommen as fakt
from lebenslage.benefits.facts.bildung import Bildungsort
from lebenslage.benefits.facts.einkommen import BERECHNEN, UV_BERECHNEN
from lebenslage.benefits.kindergeld.anspruch import kindergeld_berechtigt
from lebenslage.benefits.kindergeld.kinder import kindergeld_kind
from lebenslage.benefits.kindergeld.statute import parameter as kindergeld_parameter
from lebenslage.benefits.nettoeinkommen import erwerbseinkommen_netto
from lebenslage.benefits.nettoeinkommen.statute import parameter as netto_parameter
from lebenslage.benefits.unterhaltsvorschuss.kind import (
    uvg_alter,
    uvg_antragstellende_mit_einkommen,
    uvg_eltern_zu_klaeren,
    uvg_elternteil_mit_einkommen,
    uvg_kind_mit_aufenthalt,
    uvg_nicht_ausgeschlossen,
    uvg_ohne_grundsicherung,
)
from lebenslage.benefits.unterhaltsvorschuss.statute import SINCE, UHVORSCHG, parameter
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.fixed import CENT
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count, Day, FixedEuroPerMonth, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import at, of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import UP_TO_EURO, rule


@rule(PERSON, cites=UHVORSCHG("§ 2 Abs. 1 S. 1"), since=SINCE)
def uvg_mindestunterhalt_des_kindes(
    alter: Count = of(uvg_alter, when=uvg_kind_mit_aufenthalt), stufen: tuple[CentPerMonth, ...] = parameter("uvg_mindestunterhalt")
) -> CentPerMonth:
    """By age: under 6, from 6 to 11, from 12 on."""
    return stufen[0] if alter < 6 else stufen[1] if alter < 12 else stufen[2]


@rule(PERSON, cites=UHVORSCHG("§ 2 Abs. 2"), since=SINCE)
def uvg_nach_kindergeld(
    unterhalt: CentPerMonth = of(uvg_mindestunterhalt_des_kindes),
    kindergeld: Flag = of(kindergeld_kind, when=uvg_kind_mit_aufenthalt),
    berechtigt: Flag = of(kindergeld_berechtigt, when=uvg_kind_mit_aufenthalt),
    satz: CentPerMonth = kindergeld_parameter("kindergeld_satz"),
) -> CentPerMonth:
    """Less the whole Kindergeld of a first child, unless the other parent has the right to it."""
    return unterhalt - (satz if kindergeld and berechtigt else 0)


@rule(PERSON, cites=UHVORSCHG("§ 2 Abs. 3"), since=SINCE)
def uvg_nach_unterhalt(
    betrag: CentPerMonth = of(uvg_nach_kindergeld),
    unterhalt: CentPerMonth = of(fakt.unterhalt, when=uvg_kind_mit_aufenthalt),
    rente: CentPerMonth = of(fakt.rente, when=uvg_kind_mit_aufenthalt),
    versorgung: CentPerMonth = of(fakt.versorgungsbezuege, when=uvg_kind_mit_aufenthalt),
    unfall: CentPerMonth = of(fakt.unfallrente, when=uvg_kind_mit_aufenthalt),
) -> CentPerMonth:
    """Less what the other parent pays and what the child gets as an orphan. A child's pension is taken as an orphan's pension."""
    return max(0, betrag - unterhalt - rente - versorgung - unfall)


@rule(PERSON, cites=UHVORSCHG("§ 2 Abs. 4 S. 1"), since=SINCE)
def uvg_ertrag_des_vermoegens(
    kapital: CentPerYear = of(fakt.kapitalertraege, when=uvg_kind_mit_aufenthalt),
    vermietung: CentPerYear = of(fakt.ueberschuss_vermietung, when=uvg_kind_mit_aufenthalt),
) -> CentPerMonth:
    """A twelfth of the income from capital and letting."""
    return (kapital + max(0, vermietung)) // 12


@rule(PERSON, cites=UHVORSCHG("§ 2 Abs. 4 S. 2"), since=SINCE)
def uvg_arbeitslohn(
    lohn: CentPerMonth = of(fakt.bruttolohn, when=uvg_kind_mit_aufenthalt),
    minijob: CentPerMonth = of(fakt.minijob, when=uvg_kind_mit_aufenthalt),
) -> CentPerMonth:
    """What the payslips of the child state."""
    return lohn + minijob


@rule(PERSON, cites=UHVORSCHG("§ 2 Abs. 4 S. 1"), since=SINCE)
def uvg_mit_eigenem_ertrag(vermoegen: CentPerMonth = of(uvg_ertrag_des_vermoegens), lohn: CentPerMonth = of(uvg_arbeitslohn)) -> Flag:
    """Only for a child with income of its own the school matters."""
    return vermoegen > 0 or lohn > 0


@rule(PERSON, cites=UHVORSCHG("§ 2 Abs. 4"), since=SINCE)
def uvg_eigener_ertrag(
    vermoegen: CentPerMonth = of(uvg_ertrag_des_vermoegens),
    brutto: CentPerMonth = of(uvg_arbeitslohn),
    netto: CentPerMonth = of(erwerbseinkommen_netto, when=uvg_mit_eigenem_ertrag),
    ort: Bildungsort = of(bildung.bildungsort, when=uvg_mit_eigenem_ertrag),
    verguetung: Flag = of(bildung.ausbildungsverguetung, when=uvg_mit_eigenem_ertrag),
    pauschbetrag: CentPerYear = netto_parameter("est_arbeitnehmer_pauschbetrag"),
    aufwand: CentPerMonth = parameter("uvg_ausbildungsaufwand"),
    nach_abzuegen: Flag = parameter("uvg_ertrag_netto"),
) -> FixedEuroPerMonth:
    """Half of it, for a child that no longer goes to a general school; from pay a twelfth of the lump sum and, in training, 100 euros."""
    if ort == Bildungsort.ALLGEMEINBILDENDE_SCHULE:
        return 0
    lohn = netto if nach_abzuegen else brutto
    abzug = CENT * pauschbetrag // 12 + (CENT * aufwand if verguetung else 0)
    return (CENT * vermoegen + max(0, CENT * lohn - abzug)) // 2


@rule(PERSON, cites=UHVORSCHG("§ 2"), since=SINCE)
def uvg_voller_monat(
    betrag: CentPerMonth = of(uvg_nach_unterhalt), eigenes: FixedEuroPerMonth = of(uvg_eigener_ertrag)
) -> FixedEuroPerMonth:
    """For a whole month, before rounding."""
    return max(0, CENT * betrag - eigenes)


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1a"), since=SINCE)
def uvg_ab_zwoelf(alter: Count = of(uvg_alter), kind: Flag = of(uvg_kind_mit_aufenthalt)) -> Flag:
    """Completes the twelfth year of life in this month, or has done so."""
    return kind and alter >= 12


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1a S. 1 Nr. 2"), since=SINCE)
def uvg_elternteil_verdient_genug(
    zu_klaeren: Flag = of(uvg_eltern_zu_klaeren),
    antragstellende: Flag = of(uvg_antragstellende_mit_einkommen, when=uvg_ab_zwoelf),
    eines: Flag = at(uvg_elternteil_mit_einkommen, via=personen.elternteil_1),
    anderes: Flag = at(uvg_elternteil_mit_einkommen, via=personen.elternteil_2),
) -> Flag:
    """The parent here has at least 600 euros."""
    return eines or anderes if zu_klaeren else antragstellende


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1a"), since=SINCE)
def uvg_mit_grundsicherung(ab_zwoelf: Flag = of(uvg_ab_zwoelf), ohne: Flag = of(uvg_ohne_grundsicherung)) -> Flag:
    """From 12 on, and the child receives benefits under SGB II: then the parent's income or the last notice decides."""
    return ab_zwoelf and not ohne


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1a S. 1 Nr. 1"), since=SINCE)
def uvg_bescheid_entscheidet(
    grundsicherung: Flag = of(uvg_mit_grundsicherung), genug: Flag = of(uvg_elternteil_verdient_genug, when=uvg_mit_grundsicherung)
) -> Flag:
    """Neither is the child without SGB II nor has the parent 600 euros: then the last notice of the Jobcenter is asked."""
    return grundsicherung and not genug


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1a"), since=SINCE)
def uvg_auch_ab_zwoelf(
    bescheid: Flag = of(uvg_bescheid_entscheidet),
    bedarf: CentPerMonth = of(familie.hilfebedarf_laut_bescheid, when=uvg_bescheid_entscheidet),
    betrag: FixedEuroPerMonth = of(uvg_voller_monat),
) -> Flag:
    """From 12 on: no SGB II for the child, 600 euros of the parent, or the advance ends the need in the last notice."""
    return not bescheid or betrag >= CENT * bedarf


@rule(PERSON, cites=UHVORSCHG("§ 2 Abs. 1 S. 3"), since=SINCE)
def uvg_tage(
    geboren: Day = of(personen.geburtsdatum, when=uvg_kind_mit_aufenthalt, otherwise=1),
    alter: Count = of(uvg_alter, when=uvg_kind_mit_aufenthalt),
    auch_ab_zwoelf: Flag = of(uvg_auch_ab_zwoelf, when=uvg_kind_mit_aufenthalt),
    stichtag: Day = of(STICHTAG),
) -> Count:
    """The days of the month on which the conditions hold: from the birth, to the eve of the birthday that ends the claim."""
    monat = month_of(stichtag)
    tage = first_day(monat + 1) - first_day(monat)
    if month_of(geboren) == monat:
        return tage - (geboren - first_day(monat))
    endet = alter >= 18 or (alter >= 12 and not auch_ab_zwoelf)
    if not endet:
        return tage
    im_monat = month_of(geboren - 1) % 12 == monat % 12 and alter in (12, 18)
    return geboren - first_day(month_of(geboren - 1)) if im_monat else 0


@rule(PERSON, cites=UHVORSCHG("§ 2 Abs. 1 S. 3, § 9 Abs. 3 S. 2"), since=SINCE, rounding=UP_TO_EURO)
def uvg_aufgerundet(
    voll: FixedEuroPerMonth = of(uvg_voller_monat), tage: Count = of(uvg_tage), stichtag: Day = of(STICHTAG)
) -> FixedEuroPerMonth:
    """The share of the month, rounded up to full euros. Shares go by the days of the calendar month."""
    monat = month_of(stichtag)
    return voll * tage // (first_day(monat + 1) - first_day(monat))


@rule(PERSON, cites=UHVORSCHG("§ 9 Abs. 3 S. 3"), since=SINCE)
def uvg_betrag(
    kind: Flag = of(uvg_nicht_ausgeschlossen),
    betrag: CentPerMonth = of(uvg_aufgerundet, when=uvg_nicht_ausgeschlossen),
    kleinster: CentPerMonth = parameter("uvg_kleinstbetrag"),
) -> CentPerMonth:
    """The advance for this child; less than five euros are not paid."""
    return betrag if kind and betrag >= kleinster else 0


@rule(PERSON, cites=UHVORSCHG("§ 9"), since=SINCE)
def unterhaltsvorschuss_erhalten(
    genannt: CentPerMonth = of(fakt.unterhaltsvorschuss), berechnet: CentPerMonth = of(uvg_betrag, when=UV_BERECHNEN)
) -> CentPerMonth:
    """What is paid for this child: the amount of the notice, or where the household says so the calculated one."""
    return berechnet if genannt == BERECHNEN else genannt
