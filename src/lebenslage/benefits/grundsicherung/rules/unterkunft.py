"""Housing and heating: SGB XII §§ 35, 42 Nr. 4 and 42a. What is paid and the first year of grace are those of SGB II (§ 35 Abs. 1 S. 6).

The cap of SGB II since July 2026 does not stand in § 35. Left out: repairs and moves (§ 35a), flat rates of the office (§ 35 Abs. 4),
a single limit for housing and heating together (Abs. 7), a death in the household (Abs. 3 S. 4), higher cost in an emergency shelter.
"""

from lebenslage.benefits.facts import bedarf, sozialhilfe
from lebenslage.benefits.facts.bedarf import UNBEKANNT
from lebenslage.benefits.facts.sozialhilfe import Unterkunft, Wohnvertrag, unterkunft, wohnvertrag
from lebenslage.benefits.grundsicherung.rules.berechtigte import grundsicherung_berechtigt
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import sgb12_als_paar, sgb12_minderjaehrig
from lebenslage.benefits.grundsicherung.statute import SGB12, SINCE, parameter, share, split
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_wohnt_hier
from lebenslage.benefits.sgb2.rules.unterkunft import (
    sgb2_heizkosten,
    sgb2_heizung_anerkannt,
    sgb2_koepfe,
    sgb2_unterkunft_tatsaechlich,
    sgb2_unterkunft_wird_gesenkt,
)
from lebenslage.kernel.units import CentPerMonth, Count, Flag, Percent
from lebenslage.law.inputs import count_of, number_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

MIT_EIGENEM_ENTGELT = unterkunft.among(Unterkunft.BESONDERE_WOHNFORM, Unterkunft.SONSTIGE_UNTERKUNFT, Unterkunft.GEMEINSCHAFTSUNTERKUNFT)
IN_WOHNUNG = unterkunft.among(Unterkunft.WOHNUNG)


@rule(HOUSEHOLD, cites=SGB12("§ 35 Abs. 1 und 3"), since=SINCE)
def sgb12_unterkunft_anerkannt(
    kosten: CentPerMonth = of(sgb2_unterkunft_tatsaechlich),
    grenze: CentPerMonth = of(bedarf.angemessene_unterkunft),
    gesenkt: Flag = of(sgb2_unterkunft_wird_gesenkt),
) -> CentPerMonth:
    """The actual cost in the first year and as a rule six months more; then at most the local limit, where it is known."""
    return min(kosten, grenze) if gesenkt and grenze != UNBEKANNT else kosten


@rule(HOUSEHOLD, cites=SGB12("§ 35 Abs. 1 und 5"), since=SINCE)
def sgb12_warmmiete(
    unterkunft_: CentPerMonth = of(sgb12_unterkunft_anerkannt), heizung: CentPerMonth = of(sgb2_heizung_anerkannt)
) -> CentPerMonth:
    """Housing and heating recognised for all who live here."""
    return unterkunft_ + heizung


@rule(PERSON, cites=SGB12("§ 35 Abs. 1"), since=SINCE)
def sgb12_kopfteil(
    kosten: CentPerMonth = of(sgb12_warmmiete), koepfe: Count = of(sgb2_koepfe), hier: Flag = of(sgb2_wohnt_hier)
) -> CentPerMonth:
    """An equal share of housing and heating for everybody who lives here, rounded to the cent."""
    return split(kosten, 1, koepfe) if hier else 0


@rule(HOUSEHOLD, cites=SGB12("§ 42a Abs. 3 und 4"), since=SINCE)
def sgb12_erwachsene_im_haushalt(jung: Count = count_of(sgb12_minderjaehrig), alle: Count = number_of(PERSON)) -> Count:
    """How many adults live here."""
    return alle - jung


@rule(PERSON, cites=SGB12("§ 42a Abs. 3 und 4"), since=SINCE)
def sgb12_teilt_wohnung(
    berechtigt: Flag = of(grundsicherung_berechtigt),
    wo: Unterkunft = of(unterkunft),
    paar: Flag = of(sgb12_als_paar),
    erwachsene: Count = of(sgb12_erwachsene_im_haushalt),
) -> Flag:
    """Falls under chapter 4 and shares a flat with adults beside her partner: only then the contract for the dwelling is asked."""
    return berechtigt and wo == Unterkunft.WOHNUNG and erwachsene > (2 if paar else 1)


@rule(PERSON, cites=SGB12("§ 42a Abs. 3"), since=SINCE)
def sgb12_bei_verwandten(
    vertrag: Wohnvertrag = of(wohnvertrag, when=sgb12_teilt_wohnung),
    ohne_mittel: Flag = of(sozialhilfe.verwandte_ohne_mittel, when=sgb12_teilt_wohnung),
) -> Flag:
    """Without a contract in the flat of parents, grown-up brothers or sisters, or grown-up children who can carry the cost."""
    return vertrag == Wohnvertrag.OHNE_VERTRAG_BEI_VERWANDTEN and not ohne_mittel


@rule(PERSON, cites=SGB12("§ 42a Abs. 3 S. 2 und 3"), since=SINCE)
def sgb12_unterkunft_bei_verwandten(
    grenze: CentPerMonth = of(bedarf.angemessene_unterkunft),
    weniger: CentPerMonth = of(sozialhilfe.angemessen_eine_person_weniger),
    heizung: CentPerMonth = of(sgb2_heizkosten),
    kopfteil: CentPerMonth = of(sgb12_kopfteil),
) -> CentPerMonth:
    """What is adequate for all who live here less what is adequate for one person less, and the same part of the actual heating.

    Whether she pays anything does not matter. Without a local limit the head share stands in.
    """
    if grenze == UNBEKANNT:
        return kopfteil
    unterschied = max(0, grenze - weniger)
    return unterschied + split(heizung, unterschied, grenze)


@rule(PERSON, cites=SGB12("§ 42a Abs. 4 S. 2"), since=SINCE)
def sgb12_zu_bestimmtem_betrag(vertrag: Wohnvertrag = of(wohnvertrag, when=sgb12_teilt_wohnung)) -> Flag:
    """The contract fixes what she pays."""
    return vertrag == Wohnvertrag.BESTIMMTER_BETRAG


@rule(PERSON, cites=SGB12("§ 42a Abs. 4 S. 2"), since=SINCE)
def sgb12_unterkunft_nach_vertrag(
    betrag: CentPerMonth = of(sozialhilfe.eigene_unterkunftskosten),
    grenze: CentPerMonth = of(sozialhilfe.angemessen_eine_person),
    gesenkt: Flag = of(sgb2_unterkunft_wird_gesenkt),
) -> CentPerMonth:
    """An amount that the contract fixes for her alone: the actual cost, later at most what is adequate for one person."""
    return min(betrag, grenze) if gesenkt else betrag


@rule(PERSON, cites=SGB12("§ 42a Abs. 5 und 7"), since=SINCE)
def sgb12_unterkunft_gegen_entgelt(
    wo: Unterkunft = of(unterkunft),
    entgelt: CentPerMonth = of(sozialhilfe.wohnraum_entgelt),
    zuschlaege: CentPerMonth = of(sozialhilfe.wohnraum_zuschlaege),
    warmmiete: CentPerMonth = of(sozialhilfe.warmmiete_einpersonenhaushalt),
    mehr: Percent = parameter("sgb12_wohnform_zuschlag_hoechstens"),
) -> CentPerMonth:
    """Special form of living: up to the local average for one person, and a quarter more for extras that the contract lists.

    Another shelter: up to that average; living there with others, the office shares the adequate cost. Shared accommodation: the fee.
    """
    if wo == Unterkunft.GEMEINSCHAFTSUNTERKUNFT:
        return entgelt
    zusatz = min(zuschlaege, share(warmmiete, mehr)) if wo == Unterkunft.BESONDERE_WOHNFORM else 0
    return min(entgelt, warmmiete + zusatz)


@rule(PERSON, cites=SGB12("§ 42 Nr. 4, § 42a"), since=SINCE)
def sgb12_unterkunft(
    wo: Unterkunft = of(unterkunft),
    kopfteil: CentPerMonth = of(sgb12_kopfteil, when=IN_WOHNUNG),
    verwandte: Flag = of(sgb12_bei_verwandten, when=sgb12_teilt_wohnung),
    unterschied: CentPerMonth = of(sgb12_unterkunft_bei_verwandten, when=sgb12_bei_verwandten),
    nach_vertrag: Flag = of(sgb12_zu_bestimmtem_betrag),
    betrag: CentPerMonth = of(sgb12_unterkunft_nach_vertrag, when=sgb12_zu_bestimmtem_betrag),
    entgelt: CentPerMonth = of(sgb12_unterkunft_gegen_entgelt, when=MIT_EIGENEM_ENTGELT),
    warmmiete: CentPerMonth = of(sozialhilfe.warmmiete_einpersonenhaushalt),
) -> CentPerMonth:
    """Her need for housing and heating: as a rule the head share; in an institution the local average for one person."""
    if wo == Unterkunft.STATIONAERE_EINRICHTUNG:
        return warmmiete
    if wo != Unterkunft.WOHNUNG:
        return entgelt
    if verwandte:
        return unterschied
    return betrag if nach_vertrag else kopfteil
