"""The income test for everybody without one of those benefits: SGB VIII § 90 Abs. 4 S. 1 and 4 with Abs. 2 S. 2 and 3, SGB XII §§ 82 to 85.

Up to the limit nothing may be asked of the parents. Above it "an adequate part" may (§ 87): that, special burdens, insurance premiums
(§ 82 Abs. 2 Nr. 3) and the rent that is adequate are for the Jugendamt. A yes is safe, a no is not the last word.
"""

from lebenslage.benefits.facts import bedarf, einkommen
from lebenslage.benefits.facts.personen import Verhaeltnis, elternteil_1, elternteil_2, kindergeld, verhaeltnis
from lebenslage.benefits.grundsicherung.rules.einkommen import sgb12_arbeitskosten, sgb12_einkommen_sonstiges
from lebenslage.benefits.grundsicherung.statute import parameter as sgb12_parameter
from lebenslage.benefits.kindergeld import kindergeld_erhalten
from lebenslage.benefits.kita_beitrag.rules import kita_beitrag_faellig, kita_beitrag_zu_pruefen, kita_durch_leistung_befreit
from lebenslage.benefits.kita_beitrag.statute import SGB8, SGB12, SINCE, parameter
from lebenslage.benefits.nettoeinkommen import erwerbseinkommen_netto
from lebenslage.benefits.sgb2.rules.unterkunft import sgb2_unterkunft_tatsaechlich
from lebenslage.benefits.sgb2.statute import parameter as sgb2_parameter
from lebenslage.kernel.fixed import cents_up_to_euro
from lebenslage.kernel.units import CentPerMonth, Count, Flag, Percent
from lebenslage.law.inputs import count_of, count_pointing, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

KIND = verhaeltnis.among(Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND)


@rule(HOUSEHOLD, cites=SGB8("§ 90 Abs. 4 S. 1"), since=SINCE)
def kita_einkommen_zu_pruefen(faellig: Flag = of(kita_beitrag_faellig), befreit: Flag = of(kita_durch_leistung_befreit)) -> Flag:
    """A fee is due and no benefit frees from it: only then income and rent are asked."""
    return faellig and not befreit


@rule(PERSON, cites=SGB12("§ 85 Abs. 2 S. 1 und 2"), since=SINCE)
def kita_elternteil(
    kinder: Count = count_pointing(kita_beitrag_zu_pruefen, via=(elternteil_1, elternteil_2), when=kita_einkommen_zu_pruefen),
) -> Flag:
    """A parent, living here, of a child with a fee. A partner who is no parent does not count."""
    return kinder > 0


@rule(PERSON, cites=SGB12("§ 85 Abs. 2 S. 1"), since=SINCE)
def kita_einkommen_zaehlt(
    pruefen: Flag = of(kita_einkommen_zu_pruefen), elternteil: Flag = of(kita_elternteil), kind: Flag = of(kita_beitrag_zu_pruefen)
) -> Flag:
    """The income of the child and of its parents is added up."""
    return pruefen and (elternteil or kind)


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 und 2"), since=SINCE)
def kita_einkommen_erwerb(
    netto: CentPerMonth = of(erwerbseinkommen_netto, when=kita_einkommen_zaehlt),
    kosten: CentPerMonth = of(sgb12_arbeitskosten, when=kita_einkommen_zaehlt),
) -> CentPerMonth:
    """Net earnings less the costs of work. The allowance of 30 % (Abs. 3) is for chapters 3 and 4 alone."""
    return max(0, netto - kosten)


@rule(PERSON, cites=SGB8("§ 90 Abs. 2 S. 3"), since=SINCE)
def kita_einkommen_elterngeld(
    elterngeld: CentPerMonth = of(einkommen.elterngeld, when=kita_einkommen_zaehlt),
    plus: Flag = of(einkommen.elterngeld_plus, when=kita_einkommen_zaehlt),
    frei: CentPerMonth = sgb12_parameter("sgb12_elterngeld_frei"),
) -> CentPerMonth:
    """Elterngeld above 300 euros, 150 with Elterngeld Plus: this is a benefit of SGB VIII, so BEEG § 10 Abs. 1 and 3 hold, not Abs. 5."""
    return max(0, elterngeld - (frei // 2 if plus else frei))


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 S. 1, Abs. 2 S. 1 Nr. 1 und 2"), since=SINCE)
def kita_einkommen_rente(
    rente: CentPerMonth = of(einkommen.rente, when=kita_einkommen_zaehlt),
    andere: CentPerMonth = of(einkommen.andere_rente, when=kita_einkommen_zaehlt),
    versorgung: CentPerMonth = of(einkommen.versorgungsbezuege, when=kita_einkommen_zaehlt),
    abzuege: CentPerMonth = of(bedarf.renten_abzuege, when=kita_einkommen_zaehlt),
) -> CentPerMonth:
    """Pensions less contributions and taxes."""
    return max(0, rente + andere + versorgung - abzuege)


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 S. 1 und 3"), since=SINCE)
def kita_einkommen_person(
    erwerb: CentPerMonth = of(kita_einkommen_erwerb),
    rente: CentPerMonth = of(kita_einkommen_rente),
    elterngeld: CentPerMonth = of(kita_einkommen_elterngeld),
    sonstiges: CentPerMonth = of(sgb12_einkommen_sonstiges, when=kita_einkommen_zaehlt),
    kindergeld_: CentPerMonth = of(kindergeld_erhalten, when=kita_einkommen_zaehlt),
) -> CentPerMonth:
    """What comes in for the living; Kindergeld is the child's income."""
    return erwerb + rente + elterngeld + sonstiges + kindergeld_


@rule(HOUSEHOLD, cites=SGB12("§ 85 Abs. 2 S. 1"), since=SINCE)
def kita_einkommen(summe: CentPerMonth = sum_of(kita_einkommen_person, where=kita_einkommen_zaehlt)) -> CentPerMonth:
    """The income of child and parents together."""
    return summe


@rule(PERSON, cites=SGB12("§ 85 Abs. 2 S. 1 Nr. 3"), since=SINCE)
def kita_unterhaltenes_kind(kind: Flag = of(KIND), gezahlt: Flag = of(kindergeld, when=KIND)) -> Flag:
    """A child with Kindergeld: mainly kept by the parents."""
    return kind and gezahlt


@rule(HOUSEHOLD, cites=SGB12("§ 85 Abs. 2 S. 1 Nr. 1 und 3"), since=SINCE)
def kita_grundbetrag(
    eltern: Count = count_of(kita_elternteil),
    kinder: Count = count_of(kita_unterhaltenes_kind),
    stufen: tuple[CentPerMonth, ...] = sgb2_parameter("sgb2_regelbedarfsstufen"),
    anteil: Percent = parameter("kita_familienzuschlag"),
) -> CentPerMonth:
    """Twice the highest standard rate, and 70 % of it, rounded up to full euros, for a second parent and for each child."""
    zuschlag = cents_up_to_euro(stufen[0] * anteil // 100)
    return 2 * stufen[0] + zuschlag * (max(0, eltern - 1) + kinder)


@rule(HOUSEHOLD, cites=SGB12("§ 85 Abs. 2 S. 1"), since=SINCE)
def kita_einkommensgrenze(
    grundbetrag: CentPerMonth = of(kita_grundbetrag), wohnen: CentPerMonth = of(sgb2_unterkunft_tatsaechlich)
) -> CentPerMonth:
    """The limit: that, and the cost of the dwelling without heating."""
    return grundbetrag + wohnen


@rule(HOUSEHOLD, cites=SGB8("§ 90 Abs. 4 S. 1 und 4"), since=SINCE)
def kita_unter_einkommensgrenze(
    pruefen: Flag = of(kita_einkommen_zu_pruefen),
    summe: CentPerMonth = of(kita_einkommen, when=kita_einkommen_zu_pruefen),
    grenze: CentPerMonth = of(kita_einkommensgrenze, when=kita_einkommen_zu_pruefen),
) -> Flag:
    """The income does not exceed the limit; exactly the limit is enough."""
    return pruefen and summe <= grenze
