"""Income from work and what stays free of it: SGB II § 11b Abs. 2, 2b and 3, § 11a Abs. 7, Bürgergeld-V § 1 Abs. 1 Nr. 9 and § 6.

The free amounts are measured on gross pay and taken off net pay. Left out: the lower 20 percent band of young people before July 2023.
"""

from lebenslage.benefits.facts import bedarf
from lebenslage.benefits.facts.bildung import Bildungsort, bildungsort
from lebenslage.benefits.kindergeld import kindergeld_erhalten
from lebenslage.benefits.nettoeinkommen import erwerbseinkommen_brutto, erwerbseinkommen_netto
from lebenslage.benefits.sgb2.rules.berechtigung import sgb2_erwerbsfaehig
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_alter, sgb2_kind
from lebenslage.benefits.sgb2.statute import BUERGERGELD_V, SGB2, SINCE, parameter
from lebenslage.kernel.fixed import CENT, ONE
from lebenslage.kernel.units import CentPerMonth, Count, Fixed, FixedEuroPerMonth, Flag, Percent
from lebenslage.law.inputs import any_of, count_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import CENT_HALF_UP, rule


@rule(PERSON, cites=BUERGERGELD_V("§ 2 Abs. 1, § 3"), since=SINCE)
def sgb2_bruttoerwerb(brutto: CentPerMonth = of(erwerbseinkommen_brutto), ferienjob: Flag = of(bedarf.nur_ferienjob)) -> CentPerMonth:
    """Gross pay and profit of the month, tax-free supplements included. Work of pupils in the school holidays is no income."""
    return 0 if ferienjob else max(0, brutto)


@rule(PERSON, cites=SGB2("§ 11b Abs. 1 S. 1 Nr. 1 und 2"), since=SINCE)
def sgb2_nettoerwerb(netto: CentPerMonth = of(erwerbseinkommen_netto), ferienjob: Flag = of(bedarf.nur_ferienjob)) -> CentPerMonth:
    """The same after taxes and social insurance."""
    return 0 if ferienjob else max(0, netto)


@rule(PERSON, cites=SGB2("§ 11b Abs. 2 S. 1"), since=SINCE)
def sgb2_erwerbstaetig(brutto: CentPerMonth = of(sgb2_bruttoerwerb)) -> Flag:
    """Has income from work this month."""
    return brutto > 0


@rule(PERSON, cites=SGB2("§ 11b Abs. 2"), since=SINCE)
def sgb2_erwerbstaetig_und_faehig(arbeitet: Flag = of(sgb2_erwerbstaetig), faehig: Flag = of(sgb2_erwerbsfaehig)) -> Flag:
    """Works, and is able to work in the sense of § 8: only then the flat and graded amounts are free."""
    return arbeitet and faehig


@rule(PERSON, cites=SGB2("§ 11b Abs. 2b S. 1"), since=SINCE)
def sgb2_arbeitet_unter_25(arbeitet: Flag = of(sgb2_erwerbstaetig_und_faehig), alter: Count = of(sgb2_alter)) -> Flag:
    """Works and is not yet 25: only then school and training matter here."""
    return arbeitet and alter < 25


@rule(PERSON, cites=SGB2("§ 11b Abs. 2b S. 1"), since=SINCE)
def sgb2_neben_ausbildung(
    jung: Flag = of(sgb2_arbeitet_unter_25),
    in_ausbildung: Flag = of(bedarf.IN_AUSBILDUNG, when=sgb2_arbeitet_unter_25),
    ort: Bildungsort = of(bildungsort, when=sgb2_arbeitet_unter_25),
    dienst: Flag = of(bedarf.freiwilligendienst, when=sgb2_arbeitet_unter_25),
) -> Flag:
    """Under 25 and at school, in training supported in principle, or in voluntary service. Left out: the three months after school."""
    schule = ort in (Bildungsort.ALLGEMEINBILDENDE_SCHULE, Bildungsort.BERUFSBILDENDE_SCHULE)
    return jung and (in_ausbildung or schule or dienst)


@rule(PERSON, cites=BUERGERGELD_V("§ 6 Abs. 1 Nr. 1 und 2"), since=SINCE)
def sgb2_versicherung(
    alter: Count = of(sgb2_alter),
    eigene: Flag = of(bedarf.eigene_versicherung),
    pauschale: CentPerMonth = parameter("sgb2_versicherungspauschale"),
) -> CentPerMonth:
    """A flat sum for private insurances: from 18 always, before only with a policy of one's own."""
    return pauschale if alter >= 18 or eigene else 0


@rule(PERSON, cites=BUERGERGELD_V("§ 6 Abs. 1 Nr. 4"), since=SINCE)
def sgb2_kind_mit_zulage(kind: Flag = of(sgb2_kind), kindergeld: CentPerMonth = of(kindergeld_erhalten)) -> Flag:
    """A child for whom Kindergeld is paid: it lowers the own share of subsidised saving."""
    return kind and kindergeld > 0


@rule(HOUSEHOLD, cites=BUERGERGELD_V("§ 6 Abs. 1 Nr. 4"), since=SINCE)
def sgb2_kinder_mit_zulage(kinder: Count = count_of(sgb2_kind_mit_zulage)) -> Count:
    """How many such children there are."""
    return kinder


@rule(PERSON, cites=BUERGERGELD_V("§ 6 Abs. 1 Nr. 4"), since=SINCE, rounding=CENT_HALF_UP)
def sgb2_altersvorsorge(
    gezahlt: CentPerMonth = of(bedarf.riester_beitrag),
    brutto: CentPerMonth = of(sgb2_bruttoerwerb),
    kinder: Count = of(sgb2_kinder_mit_zulage),
    satz: tuple[Fixed, ...] = parameter("sgb2_riester_satz"),
    mindestens: CentPerMonth = parameter("sgb2_riester_mindestens"),
) -> FixedEuroPerMonth:
    """Subsidised saving: what is paid, up to 3 percent of gross pay less 1.5 points for each child, at least five euros."""
    anteil = brutto * max(0, satz[0] - satz[1] * kinder) // (ONE // CENT)
    return min(CENT * gezahlt, max(CENT * mindestens, anteil))


@rule(PERSON, cites=SGB2("§ 11b Abs. 1 S. 1 Nr. 3 bis 5"), since=SINCE)
def sgb2_nachgewiesene_absetzungen(
    versicherung: CentPerMonth = of(sgb2_versicherung),
    gesetzlich: CentPerMonth = of(bedarf.gesetzliche_versicherungen),
    vorsorge: CentPerMonth = of(sgb2_altersvorsorge),
) -> CentPerMonth:
    """Insurances and subsidised saving, which any income bears."""
    return versicherung + gesetzlich + vorsorge


@rule(PERSON, cites=SGB2("§ 11b Abs. 2 S. 1, Abs. 2b S. 1 und 3"), since=SINCE)
def sgb2_grundabsetzung_pauschal(
    arbeitet: Flag = of(sgb2_erwerbstaetig_und_faehig),
    grund: CentPerMonth = parameter("sgb2_grundabsetzbetrag"),
) -> CentPerMonth:
    """The flat amount that stands for insurances, saving and the cost of work."""
    return grund if arbeitet else 0


@rule(PERSON, cites=SGB2("§ 11b Abs. 2 S. 1, Abs. 2b S. 1 und 3"), since="2023-07-01", replaces=sgb2_grundabsetzung_pauschal)
def sgb2_grundabsetzung_pauschal_2023_07(
    arbeitet: Flag = of(sgb2_erwerbstaetig_und_faehig),
    jung: Flag = of(sgb2_neben_ausbildung),
    dienst: Flag = of(bedarf.freiwilligendienst, when=sgb2_erwerbstaetig_und_faehig),
    grund: CentPerMonth = parameter("sgb2_grundabsetzbetrag"),
    minijob: CentPerMonth = parameter("sgb2_minijob_grenze"),
    freiwillig: CentPerMonth = parameter("sgb2_freiwilligendienst_betrag"),
) -> CentPerMonth:
    """Since July 2023 the mini-job limit under 25 beside school, training or voluntary service; 250 euros for older volunteers."""
    if not arbeitet:
        return 0
    return minijob if jung else freiwillig if dienst else grund


@rule(PERSON, cites=SGB2("§ 11b Abs. 2 S. 1 und 2"), since=SINCE)
def sgb2_grundabsetzung(
    pauschal: CentPerMonth = of(sgb2_grundabsetzung_pauschal),
    brutto: CentPerMonth = of(sgb2_bruttoerwerb),
    nachgewiesen: CentPerMonth = of(sgb2_nachgewiesene_absetzungen),
    arbeitskosten: CentPerMonth = of(bedarf.arbeitskosten),
    grenze: CentPerMonth = parameter("sgb2_grenze_fuer_nachweis"),
) -> CentPerMonth:
    """The flat amount; above 400 euros gross the proven items where they are more. Who is unable to work has the items alone."""
    posten = nachgewiesen + arbeitskosten
    if not pauschal:
        return posten if brutto else 0
    return max(pauschal, posten) if brutto > grenze else pauschal


@rule(PERSON, cites=SGB2("§ 11b Abs. 3 S. 3"), since=SINCE)
def sgb2_minderjaehriges_kind(kind: Flag = of(sgb2_kind), alter: Count = of(sgb2_alter)) -> Flag:
    """A child of the community under 18."""
    return kind and alter < 18


@rule(HOUSEHOLD, cites=SGB2("§ 11b Abs. 3 S. 3"), since=SINCE)
def sgb2_mit_minderjaehrigem_kind(kinder: Flag = any_of(sgb2_minderjaehriges_kind)) -> Flag:
    """At least one such child: the upper band reaches further for everybody who lives with it, or whose child it is."""
    return kinder


@rule(PERSON, cites=SGB2("§ 11b Abs. 3"), since=SINCE, rounding=CENT_HALF_UP)
def sgb2_freibetrag_nach_stufen(
    arbeitet: Flag = of(sgb2_erwerbstaetig_und_faehig),
    brutto: CentPerMonth = of(sgb2_bruttoerwerb),
    kind_hier: Flag = of(sgb2_mit_minderjaehrigem_kind),
    kind_anderswo: Flag = of(bedarf.minderjaehriges_kind_anderswo),
    jung: Flag = of(sgb2_neben_ausbildung),
    dienst: Flag = of(bedarf.freiwilligendienst, when=sgb2_erwerbstaetig_und_faehig),
    stufen: tuple[CentPerMonth, ...] = parameter("sgb2_erwerb_stufen"),
    saetze: tuple[Percent, ...] = parameter("sgb2_erwerb_saetze"),
) -> FixedEuroPerMonth:
    """A share of each band of gross pay: 20, 30 and 10 percent; the first not in the cases of Abs. 2b."""
    if not arbeitet:
        return 0
    ende = stufen[4] if kind_hier or kind_anderswo else stufen[3]
    erste = max(0, min(brutto, stufen[1]) - stufen[0]) * (0 if jung or dienst else saetze[0])
    zweite = max(0, min(brutto, stufen[2]) - stufen[1]) * saetze[1]
    dritte = max(0, min(brutto, ende) - stufen[2]) * saetze[2]
    return CENT * (erste + zweite + dritte) // 100


@rule(PERSON, cites=SGB2("§ 11b Abs. 2 bis 3"), since=SINCE)
def sgb2_erwerbstaetigenfreibetrag(
    grund: CentPerMonth = of(sgb2_grundabsetzung), stufen: CentPerMonth = of(sgb2_freibetrag_nach_stufen)
) -> CentPerMonth:
    """All that stays free of income from work: the flat amount (or the proven items) and the shares of the bands."""
    return grund + stufen


@rule(PERSON, cites=SGB2("§ 11 Abs. 1, § 11b"), since=SINCE)
def sgb2_anrechenbarer_erwerb(
    netto: CentPerMonth = of(sgb2_nettoerwerb),
    frei: CentPerMonth = of(sgb2_erwerbstaetigenfreibetrag),
    alter: Count = of(sgb2_alter),
    unter_15: CentPerMonth = parameter("sgb2_arbeit_unter_15_frei"),
) -> CentPerMonth:
    """Net pay less what stays free; of a child under 15 what exceeds 100 euros."""
    return max(0, netto - (unter_15 if alter < 15 else frei))
