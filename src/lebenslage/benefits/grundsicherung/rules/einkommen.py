"""Income of a person: SGB XII §§ 43 Abs. 2, 82 to 84, VO zu § 82. Gross earnings carry the allowance, what is left of them counts.

A month's income counts in the month (§ 82 Abs. 7); yearly facts count by twelfths (VO §§ 4 to 8). Losses of one kind are set off against
nothing (VO § 10). Not counted: payments of the youth office for bringing up a child and care money passed on (§ 83), employers' payments to
a pension. Left out: another allowance in a justified case (§ 82 Abs. 3 S. 3), gifts whose counting would be hard (§ 84), holiday jobs,
wages that come once a year (VO § 3 Abs. 3), maternity benefit of MuSchG § 19 (no income, but asked among benefits instead of wages).
"""

from lebenslage.benefits.facts import bedarf, behinderung, personen, sozialhilfe
from lebenslage.benefits.facts import einkommen as fakt
from lebenslage.benefits.facts.behinderung import Behindertenhilfe
from lebenslage.benefits.facts.bildung import Bildungsort, bildungsort
from lebenslage.benefits.facts.einkommen import Einkommensart, einkommensarten
from lebenslage.benefits.facts.leistungen import Leistung, leistung
from lebenslage.benefits.facts.personen import Merkmal
from lebenslage.benefits.grundsicherung.rules.berechtigte import (
    grundsicherung_berechtigt,
    sgb12_altersgrenze_erreicht,
    sgb12_voll_erwerbsgemindert,
)
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import sgb12_alter
from lebenslage.benefits.grundsicherung.statute import BEEG, DVO_82, SGB12, SINCE, parameter, share
from lebenslage.benefits.nettoeinkommen import erwerbseinkommen_brutto, erwerbseinkommen_netto
from lebenslage.benefits.nettoeinkommen.statute import parameter as netto_parameter
from lebenslage.benefits.sgb2.statute import parameter as sgb2_parameter
from lebenslage.benefits.unterhaltsvorschuss import unterhaltsvorschuss_erhalten
from lebenslage.kernel.fixed import twelfth
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count, Flag, Percent
from lebenslage.law.inputs import of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

ERWERB = Einkommensart.LOHN | Einkommensart.MINIJOB | Einkommensart.SELBSTSTAENDIG | Einkommensart.GEWERBE | Einkommensart.LANDWIRTSCHAFT
HAT_ERWERB = einkommensarten.has(ERWERB)
HAT_LOHN = einkommensarten.has(Einkommensart.LOHN | Einkommensart.MINIJOB)


@rule(HOUSEHOLD, cites=SGB12("§ 82 Abs. 3 und 4, § 82a"), since=SINCE)
def sgb12_haelfte_der_stufe_1(stufen: tuple[CentPerMonth, ...] = sgb2_parameter("sgb2_regelbedarfsstufen")) -> CentPerMonth:
    """Half of the standard need of stage 1: the most that each of these allowances can be."""
    return stufen[0] // 2


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 S. 2 Nr. 7"), since=SINCE)
def sgb12_jung_mit_arbeit(alter: Count = of(sgb12_alter), arten: Einkommensart = of(einkommensarten)) -> Flag:
    """From 15 to 24 with earnings: only then school and voluntary service matter."""
    return 15 <= alter < 25 and bool(arten & ERWERB)


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 S. 2 Nr. 7"), since=SINCE)
def sgb12_frei_neben_ausbildung(
    jung: Flag = of(sgb12_jung_mit_arbeit),
    ort: Bildungsort = of(bildungsort, when=sgb12_jung_mit_arbeit),
    merkmale: Merkmal = of(personen.merkmale, when=sgb12_jung_mit_arbeit),
    dienst: Flag = of(bedarf.freiwilligendienst, when=sgb12_jung_mit_arbeit),
    brutto: CentPerMonth = of(erwerbseinkommen_brutto, when=sgb12_jung_mit_arbeit),
    grenze: CentPerMonth = netto_parameter("sgb4_geringfuegigkeitsgrenze"),
) -> CentPerMonth:
    """Under 25 at school, in training or voluntary service: earnings up to the mini-job limit are no income."""
    schule = ort >= Bildungsort.ALLGEMEINBILDENDE_SCHULE
    gilt = jung and (schule or dienst or bool(merkmale & Merkmal.AUSBILDUNG))
    return min(brutto, grenze) if gilt else 0


@rule(PERSON, cites=SGB12("§ 82 Abs. 3 und 6"), since=SINCE)
def sgb12_arbeitet_trotz_alter_oder_minderung(
    arten: Einkommensart = of(einkommensarten),
    alt: Flag = of(sgb12_altersgrenze_erreicht),
    gemindert: Flag = of(sgb12_voll_erwerbsgemindert),
) -> Flag:
    """Earns although old enough or unable to work on the open market: only then help because of a disability matters."""
    return bool(arten & ERWERB) and (alt or gemindert)


@rule(PERSON, cites=SGB12("§ 82 Abs. 3 und 6"), since=SINCE)
def sgb12_freibetrag_erwerb(
    brutto: CentPerMonth = of(erwerbseinkommen_brutto, when=HAT_ERWERB),
    frei: CentPerMonth = of(sgb12_frei_neben_ausbildung, when=HAT_ERWERB),
    hilfe: Behindertenhilfe = of(behinderung.behindertenhilfe, when=sgb12_arbeitet_trotz_alter_oder_minderung),
    haelfte: CentPerMonth = of(sgb12_haelfte_der_stufe_1),
    stufen: tuple[CentPerMonth, ...] = sgb2_parameter("sgb2_regelbedarfsstufen"),
    satz: Percent = parameter("sgb12_freibetrag_erwerb_satz"),
    satz_pflege: Percent = parameter("sgb12_freibetrag_erwerb_satz_pflege"),
    hoechstens_pflege: Percent = parameter("sgb12_freibetrag_erwerb_hoechstsatz_pflege"),
) -> CentPerMonth:
    """30 % of gross earnings up to half of stage 1; with care or integration help 40 % up to 65 %; in a workshop see Abs. 3 S. 2."""
    lohn = brutto - frei
    if hilfe & Behindertenhilfe.ARBEITSBEREICH:
        achtel = (stufen[0] + 4) // 8
        return min(lohn, achtel) + max(0, lohn - achtel + 1) // 2
    if hilfe & (Behindertenhilfe.EINGLIEDERUNGSHILFE | Behindertenhilfe.HILFE_ZUR_PFLEGE | Behindertenhilfe.BLINDENHILFE):
        return min(share(lohn, satz_pflege), share(stufen[0], hoechstens_pflege))
    return min(share(lohn, satz), haelfte)


@rule(PERSON, cites=DVO_82("§ 3 Abs. 4 bis 6"), since=SINCE)
def sgb12_arbeitskosten(
    belegt: CentPerMonth = of(bedarf.arbeitskosten, when=HAT_ERWERB),
    weg: Count = of(sozialhilfe.arbeitsweg_mit_auto, when=HAT_LOHN),
    brutto: CentPerMonth = of(erwerbseinkommen_brutto, when=HAT_LOHN),
    arbeitsmittel: CentPerMonth = parameter("sgb12_arbeitsmittel_pauschale"),
    je_kilometer: CentPerMonth = parameter("sgb12_autofahrt_je_kilometer"),
    hoechstens: Count = parameter("sgb12_autofahrt_kilometer_hoechstens"),
) -> CentPerMonth:
    """Proven costs of work; without proof a flat sum for tools; for the way by car, where nothing else goes, a flat sum a kilometre."""
    mittel = max(belegt, arbeitsmittel if brutto > 0 else 0)
    return mittel + je_kilometer * min(weg, hoechstens)


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 bis 3"), since=SINCE)
def sgb12_einkommen_erwerb(
    netto: CentPerMonth = of(erwerbseinkommen_netto, when=HAT_ERWERB),
    frei: CentPerMonth = of(sgb12_frei_neben_ausbildung, when=HAT_ERWERB),
    freibetrag: CentPerMonth = of(sgb12_freibetrag_erwerb, when=HAT_ERWERB),
    kosten: CentPerMonth = of(sgb12_arbeitskosten, when=HAT_ERWERB),
) -> CentPerMonth:
    """Net earnings less the costs of work and the allowance."""
    return max(0, netto - frei - kosten - freibetrag)


@rule(PERSON, cites=SGB12("§ 82a"), since=SINCE)
def sgb12_freibetrag_grundrente(
    merkmale: Merkmal = of(personen.merkmale),
    rente: CentPerMonth = of(fakt.rente),
    pension: CentPerMonth = of(fakt.versorgungsbezuege),
    haelfte: CentPerMonth = of(sgb12_haelfte_der_stufe_1),
    sockel: CentPerMonth = parameter("sgb12_freibetrag_rente_sockel"),
    satz: Percent = parameter("sgb12_freibetrag_rente_satz"),
) -> CentPerMonth:
    """With 33 years of Grundrentenzeiten or equal times: 100 euros of the gross pension and 30 % of the rest, up to half of stage 1."""
    if not merkmale & Merkmal.GRUNDRENTENZEITEN:
        return 0
    gesamt = rente + pension
    return min(gesamt, sockel + share(max(0, gesamt - sockel), satz), haelfte)


@rule(PERSON, cites=SGB12("§ 82 Abs. 4 und 5"), since=SINCE)
def sgb12_freibetrag_altersvorsorge(
    rente: CentPerMonth = of(fakt.andere_rente),
    haelfte: CentPerMonth = of(sgb12_haelfte_der_stufe_1),
    sockel: CentPerMonth = parameter("sgb12_freibetrag_rente_sockel"),
    satz: Percent = parameter("sgb12_freibetrag_rente_satz"),
) -> CentPerMonth:
    """The same of company pensions and private pensions for life. One that is not for life, or was compulsory, is for the office."""
    return min(rente, sockel + share(max(0, rente - sockel), satz), haelfte)


@rule(PERSON, cites=SGB12("§ 82 Abs. 1, 2, 4 und 5, § 82a"), since=SINCE)
def sgb12_einkommen_renten(
    rente: CentPerMonth = of(fakt.rente),
    pension: CentPerMonth = of(fakt.versorgungsbezuege),
    andere: CentPerMonth = of(fakt.andere_rente),
    unfall: CentPerMonth = of(fakt.unfallrente),
    abzuege: CentPerMonth = of(bedarf.renten_abzuege),
    grundrente: CentPerMonth = of(sgb12_freibetrag_grundrente),
    vorsorge: CentPerMonth = of(sgb12_freibetrag_altersvorsorge),
) -> CentPerMonth:
    """Pensions less the taxes and contributions withheld from them and less both allowances."""
    return max(0, rente + pension + andere + unfall - abzuege - grundrente - vorsorge)


@rule(PERSON, cites=SGB12("§ 43 Abs. 2, § 82 Abs. 1"), since=SINCE)
def sgb12_einkommen_kapital(
    ertraege: CentPerYear = of(fakt.kapitalertraege),
    vermietung: CentPerYear = of(fakt.ueberschuss_vermietung),
    kapitel_4: Flag = of(grundsicherung_berechtigt, when=einkommensarten.has(Einkommensart.KAPITAL)),
    frei: CentPerYear = parameter("sgb12_kapitalertraege_frei"),
) -> CentPerMonth:
    """Interest, under chapter 4 above 26 euros a year, and the surplus from letting; a twelfth of the year's sum."""
    kapital = max(0, ertraege - (frei if kapitel_4 else 0))
    return twelfth(kapital + max(0, vermietung))


@rule(PERSON, cites=BEEG("§ 10 Abs. 5"), since=SINCE)
def sgb12_einkommen_elterngeld(
    elterngeld: CentPerMonth = of(fakt.elterngeld),
    plus: Flag = of(fakt.elterngeld_plus),
    vorher: CentPerMonth = of(bedarf.erwerb_vor_geburt),
    grenze: CentPerMonth = parameter("sgb12_elterngeld_frei"),
) -> CentPerMonth:
    """Elterngeld counts, but as much of it as was earned before the birth, up to 300 euros, is free; half with Elterngeld Plus."""
    frei = min(vorher, grenze)
    return max(0, elterngeld - (frei // 2 if plus else frei))


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 S. 2 Nr. 8"), since=SINCE)
def sgb12_ehrenamt_ueber_freibetrag(
    ehrenamt: CentPerYear = of(sozialhilfe.ehrenamt_im_jahr), grenze: CentPerYear = parameter("sgb12_ehrenamt_frei")
) -> CentPerMonth:
    """Tax-free expense allowances above the yearly sum of EStG § 3 Nr. 26, a twelfth."""
    return twelfth(max(0, ehrenamt - grenze))


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 S. 2 Nr. 7 und 8, Abs. 2 S. 2"), since=SINCE)
def sgb12_einkommen_ehrenamt(
    ehrenamt: CentPerMonth = of(sgb12_ehrenamt_ueber_freibetrag),
    taschengeld: CentPerMonth = of(sozialhilfe.taschengeld_freiwilligendienst),
    alter: Count = of(sgb12_alter),
    dienst_frei: CentPerMonth = parameter("sgb12_freiwilligendienst_frei"),
    jung_frei: CentPerMonth = netto_parameter("sgb4_geringfuegigkeitsgrenze"),
) -> CentPerMonth:
    """With it the pocket money of a voluntary service above 250 euros, under 25 above the mini-job limit."""
    return ehrenamt + max(0, taschengeld - (dienst_frei if alter >= 25 else jung_frei))


@rule(PERSON, cites=SGB12("§ 82 Abs. 1, § 84"), since=SINCE)
def sgb12_einkommen_sonstiges(
    ersatz: CentPerMonth = of(fakt.lohnersatz),
    unterhalt: CentPerMonth = of(fakt.unterhalt),
    vom_ehegatten: CentPerMonth = of(fakt.ehegattenunterhalt),
    vorschuss: CentPerMonth = of(unterhaltsvorschuss_erhalten),
    zuwendungen: CentPerYear = of(fakt.zuwendungen),
    miethilfe: CentPerMonth = of(fakt.miethilfe),
    pflegekind: CentPerMonth = of(fakt.pflegekind_unterhalt),
    ausbildung: CentPerMonth = of(fakt.ausbildungsfoerderung),
    voll: CentPerYear = of(fakt.sonstige_einnahmen_voll),
    halb: CentPerYear = of(fakt.sonstige_einnahmen_halb),
) -> CentPerMonth:
    """Everything else that comes in for the living, whole."""
    laufend = ersatz + unterhalt + vom_ehegatten + vorschuss + miethilfe + pflegekind + ausbildung
    return laufend + twelfth(zuwendungen + voll + halb)


@rule(PERSON, cites=SGB12("§ 82 Abs. 1 S. 2 Nr. 1"), since=SINCE)
def sgb12_einkommen_aus_leistung(art: Leistung = of(leistung), betrag: CentPerMonth = of(fakt.leistung_betrag)) -> CentPerMonth:
    """A benefit instead of wages after an accident counts; SGB II, SGB XII and AsylbLG do not."""
    return betrag if art == Leistung.VERLETZTENGELD else 0
