"""Other income and what counts of it: SGB II §§ 11, 11a and 11b, Bürgergeld-V §§ 1, 4 and 6.

No income at all: housing and child allowances that end with these benefits, care money passed on (Bürgergeld-V § 1 Abs. 1 Nr. 4), money for
the maintenance of a foster child (it is the foster child's). Left out: help for the children's training (§ 11b Abs. 1 S. 1 Nr. 8).
"""

from lebenslage.benefits.facts import bedarf, personen
from lebenslage.benefits.facts import einkommen as fakt
from lebenslage.benefits.facts.einkommen import Einkommensart
from lebenslage.benefits.facts.personen import Merkmal, Verhaeltnis
from lebenslage.benefits.facts.unterhalt import UNTERHALTSZAHLUNG, unterhalt_gezahlt, unterhalt_titel
from lebenslage.benefits.kindergeld import kindergeld_erhalten
from lebenslage.benefits.kindergeld.statute import parameter as kindergeld_figure
from lebenslage.benefits.sgb2.rules.erwerb import (
    sgb2_anrechenbarer_erwerb,
    sgb2_bruttoerwerb,
    sgb2_erwerbstaetig_und_faehig,
    sgb2_nachgewiesene_absetzungen,
)
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_kind
from lebenslage.benefits.sgb2.statute import BEEG, BUERGERGELD_V, SGB2, SINCE, parameter
from lebenslage.benefits.unterhaltsvorschuss import unterhaltsvorschuss_erhalten
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count, Flag, Percent
from lebenslage.law.inputs import count_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

ALS_KIND = personen.verhaeltnis.among(Verhaeltnis.KIND)
ERZIEHT_PFLEGEKIND = fakt.einkommensarten.has(Einkommensart.PFLEGEERZIEHUNG)
GRUNDRENTE = personen.merkmale.has(Merkmal.GRUNDRENTENZEITEN)
HAT_RENTE = fakt.einkommensarten.has(Einkommensart.RENTE)


@rule(PERSON, cites=SGB2("§ 11b Abs. 2a"), since=SINCE)
def sgb2_grundrente_frei(
    rente: CentPerMonth = of(fakt.rente),
    jahre: Flag = of(GRUNDRENTE, when=HAT_RENTE),
    stufen: tuple[CentPerMonth, ...] = parameter("sgb2_regelbedarfsstufen"),
    sockel: CentPerMonth = parameter("sgb2_grundrente_sockel"),
    satz: Percent = parameter("sgb2_grundrente_satz"),
) -> CentPerMonth:
    """With 33 years that count for the basic pension 100 euros of it and 30 percent of the rest, up to half of stage 1 (SGB XII § 82a)."""
    if not jahre or not rente:
        return 0
    frei = min(rente, sockel) + (max(0, rente - sockel) * satz + 50) // 100
    return min(frei, (stufen[0] + 1) // 2)


@rule(PERSON, cites=SGB2("§ 11 Abs. 1, § 11b Abs. 1 S. 1 Nr. 1 und 2"), since=SINCE)
def sgb2_renten(
    rente: CentPerMonth = of(fakt.rente),
    andere: CentPerMonth = of(fakt.andere_rente),
    versorgung: CentPerMonth = of(fakt.versorgungsbezuege),
    unfall: CentPerMonth = of(fakt.unfallrente),
    abzuege: CentPerMonth = of(bedarf.renten_abzuege),
    frei: CentPerMonth = of(sgb2_grundrente_frei),
) -> CentPerMonth:
    """Pensions as they are paid out, after contributions and taxes."""
    return max(0, rente + andere + versorgung - abzuege - frei) + unfall


@rule(PERSON, cites=BEEG("§ 10 Abs. 5 S. 2 und 3"), since=SINCE)
def sgb2_elterngeld_anrechenbar(
    betrag: CentPerMonth = of(fakt.elterngeld),
    plus: Flag = of(fakt.elterngeld_plus),
    vorher: CentPerMonth = of(bedarf.erwerb_vor_geburt),
    frei: CentPerMonth = parameter("sgb2_elterngeld_frei"),
) -> CentPerMonth:
    """Elterngeld counts; free is what was earned before the birth, up to 300 euros, with Elterngeld Plus half of that."""
    grenze = min(vorher, frei)
    return max(0, betrag - (grenze // 2 if plus else grenze))


@rule(PERSON, cites=SGB2("§ 11 Abs. 1"), since=SINCE)
def sgb2_unterhaltsleistungen(
    unterhalt: CentPerMonth = of(fakt.unterhalt),
    vom_ehegatten: CentPerMonth = of(fakt.ehegattenunterhalt),
    vorschuss: CentPerMonth = of(unterhaltsvorschuss_erhalten),
    zuwendung: CentPerYear = of(fakt.zuwendungen),
    miethilfe: CentPerMonth = of(fakt.miethilfe),
) -> CentPerMonth:
    """Maintenance, its advance, and regular help of others. Whether help is free because it is small (§ 11a Abs. 5) is for the office."""
    return unterhalt + vom_ehegatten + vorschuss + miethilfe + (zuwendung + 6) // 12


@rule(HOUSEHOLD, cites=SGB2("§ 11a Abs. 3 S. 2 Nr. 1"), since=SINCE)
def sgb2_pflegekinder(kinder: Count = count_of(personen.verhaeltnis.among(Verhaeltnis.PFLEGEKIND))) -> Count:
    """How many foster children live here."""
    return kinder


@rule(PERSON, cites=SGB2("§ 11a Abs. 3 S. 2 Nr. 1"), since=SINCE)
def sgb2_erziehungsgeld_fuer_pflegekinder(
    betrag: CentPerMonth = of(fakt.pflegeerziehung),
    kinder: Count = of(sgb2_pflegekinder, when=ERZIEHT_PFLEGEKIND),
    drittes: Percent = parameter("sgb2_pflegekind_drittes_satz"),
) -> CentPerMonth:
    """Of the money for bringing up foster children that for the first two is free, three quarters for the third count, then all."""
    if kinder < 3:
        return 0
    return (betrag * (drittes + 100 * (kinder - 3)) + 50 * kinder) // (100 * kinder)


@rule(PERSON, cites=SGB2("§ 11a Abs. 3 S. 2 Nr. 3 und 4, § 11b Abs. 2b S. 4 und 5"), since=SINCE)
def sgb2_ausbildungsfoerderung(
    foerderung: CentPerMonth = of(fakt.ausbildungsfoerderung),
    arbeitet: Flag = of(sgb2_erwerbstaetig_und_faehig),
    absetzung: CentPerMonth = parameter("sgb2_ausbildungsfoerderung_absetzbetrag"),
) -> CentPerMonth:
    """BAföG and the like, less 100 euros unless the flat amount was already taken off earnings."""
    return max(0, foerderung - (0 if arbeitet else absetzung))


@rule(PERSON, cites=BUERGERGELD_V("§ 1 Abs. 1 Nr. 3, § 4"), since=SINCE)
def sgb2_vermoegensertraege(
    kapital: CentPerYear = of(fakt.kapitalertraege),
    vermietung: CentPerYear = of(fakt.ueberschuss_vermietung),
    frei: CentPerYear = parameter("sgb2_kapitalertraege_frei"),
) -> CentPerMonth:
    """A month's share of capital income above 100 euros a year and of the surplus from letting."""
    return (max(0, kapital - frei) + max(0, vermietung) + 6) // 12


@rule(PERSON, cites=SGB2("§ 11 Abs. 1, § 11a"), since=SINCE)
def sgb2_sonstiges_einkommen(
    renten: CentPerMonth = of(sgb2_renten),
    lohnersatz: CentPerMonth = of(fakt.lohnersatz),
    elterngeld: CentPerMonth = of(sgb2_elterngeld_anrechenbar),
    unterhalt: CentPerMonth = of(sgb2_unterhaltsleistungen),
    ertraege: CentPerMonth = of(sgb2_vermoegensertraege),
    erziehung: CentPerMonth = of(sgb2_erziehungsgeld_fuer_pflegekinder),
    voll: CentPerYear = of(fakt.sonstige_einnahmen_voll),
    halb: CentPerYear = of(fakt.sonstige_einnahmen_halb),
    frei: CentPerMonth = of(bedarf.nicht_anzurechnen),
) -> CentPerMonth:
    """All other running income, without what § 11a leaves out (such as Mutterschaftsgeld after MuSchG § 19)."""
    return max(0, renten + lohnersatz + elterngeld + unterhalt + ertraege + erziehung + (voll + halb + 6) // 12 - frei)


@rule(PERSON, cites=SGB2("§ 11b Abs. 2 S. 1, Abs. 2b S. 4"), since=SINCE)
def sgb2_absetzung_von_sonstigem(
    arbeitet: Flag = of(sgb2_erwerbstaetig_und_faehig),
    brutto: CentPerMonth = of(sgb2_bruttoerwerb),
    foerderung: CentPerMonth = of(fakt.ausbildungsfoerderung),
    nachgewiesen: CentPerMonth = of(sgb2_nachgewiesene_absetzungen),
) -> CentPerMonth:
    """The insurances once only: not in addition to the flat amount of earners or of BAföG, which stands for them."""
    return 0 if arbeitet or brutto or foerderung else nachgewiesen


@rule(PERSON, cites=SGB2("§ 11 Abs. 1 S. 1, § 11b Abs. 1"), since=SINCE)
def sgb2_laufendes_einkommen(
    erwerb: CentPerMonth = of(sgb2_anrechenbarer_erwerb),
    brutto: CentPerMonth = of(sgb2_bruttoerwerb),
    sonstiges: CentPerMonth = of(sgb2_sonstiges_einkommen),
    foerderung: CentPerMonth = of(sgb2_ausbildungsfoerderung),
    absetzung: CentPerMonth = of(sgb2_absetzung_von_sonstigem),
    bagatelle: CentPerMonth = parameter("sgb2_bagatelle"),
) -> CentPerMonth:
    """Running income that counts, without Kindergeld; income up to ten euros a month does not (Bürgergeld-V § 1 Abs. 1 Nr. 1)."""
    if brutto + sonstiges + foerderung <= bagatelle:
        return 0
    return erwerb + foerderung + max(0, sonstiges - absetzung)


@rule(PERSON, cites=SGB2("§ 11b Abs. 1 S. 1 Nr. 3"), since=SINCE)
def sgb2_absetzung_uebrig(
    sonstiges: CentPerMonth = of(sgb2_sonstiges_einkommen), absetzung: CentPerMonth = of(sgb2_absetzung_von_sonstigem)
) -> CentPerMonth:
    """What of the insurances other income has not used up: it is taken off Kindergeld."""
    return max(0, absetzung - sonstiges)


@rule(PERSON, cites=SGB2("§ 11 Abs. 1 S. 5"), since=SINCE)
def sgb2_kind_ohne_elternbezug(kind: Flag = of(sgb2_kind), art: Verhaeltnis = of(personen.verhaeltnis)) -> Flag:
    """A child of the community who is not named as a child of the applicant: she herself, or her brother or sister."""
    return kind and art != Verhaeltnis.KIND


@rule(PERSON, cites=SGB2("§ 11 Abs. 1 S. 5"), since=SINCE)
def sgb2_kindergeld_bezogen(
    erhalten: CentPerMonth = of(kindergeld_erhalten, when=ALS_KIND),
    bezug: Flag = of(personen.kindergeld, when=sgb2_kind_ohne_elternbezug),
    satz: CentPerMonth = kindergeld_figure("kindergeld_satz"),
) -> CentPerMonth:
    """Kindergeld paid for this person now."""
    return erhalten + (satz if bezug else 0)


@rule(PERSON, cites=SGB2("§ 11 Abs. 1 S. 5"), since=SINCE)
def sgb2_kindergeld_anrechenbar(
    kindergeld: CentPerMonth = of(sgb2_kindergeld_bezogen, when=sgb2_kind), uebrig: CentPerMonth = of(sgb2_absetzung_uebrig, when=sgb2_kind)
) -> CentPerMonth:
    """Kindergeld is the child's own income, less insurances that a grown-up child may take off."""
    return max(0, kindergeld - uebrig)


@rule(UNTERHALTSZAHLUNG, cites=SGB2("§ 11b Abs. 1 S. 1 Nr. 7"), since=SINCE)
def sgb2_unterhalt_absetzbar(gezahlt: CentPerYear = of(unterhalt_gezahlt), titel: CentPerYear = of(unterhalt_titel)) -> CentPerYear:
    """Maintenance paid to others, up to what a title or a notarised agreement says."""
    return min(gezahlt, titel)


@rule(HOUSEHOLD, cites=SGB2("§ 11b Abs. 1 S. 1 Nr. 7"), since=SINCE)
def sgb2_unterhaltspflichten(summe: CentPerYear = sum_of(sgb2_unterhalt_absetzbar)) -> CentPerMonth:
    """A month's share of all maintenance of the adults here; it lowers what they bring in together."""
    return (summe + 6) // 12
