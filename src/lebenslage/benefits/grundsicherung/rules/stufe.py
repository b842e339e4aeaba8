"""The stage of the standard need: SGB XII §§ 27a, 27b and 28 with its Anlage, AsylbLG § 2 Abs. 1 S. 4.

The amounts are those of SGB II. Left out: rates of a Land of its own (§ 29) and a rate of another height in the single case (§ 27a Abs. 4).
"""

from lebenslage.benefits.aufenthaltsrecht import asylblg_berechtigt
from lebenslage.benefits.facts import bedarf
from lebenslage.benefits.facts.sozialhilfe import Unterkunft, unterkunft
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import ELTERN, sgb12_als_paar, sgb12_alter
from lebenslage.benefits.grundsicherung.statute import ASYLBLG, SGB12, SINCE, parameter
from lebenslage.benefits.sgb2.statute import parameter as sgb2_parameter
from lebenslage.kernel.units import CentPerMonth, Count, Flag, PersonRef
from lebenslage.law.facts import NOBODY
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=SGB12("§ 28, Anlage Abs. 2"), since=SINCE)
def sgb12_stufe(alter: Count = of(sgb12_alter), paar: Flag = of(sgb12_als_paar), wo: Unterkunft = of(unterkunft)) -> Count:
    """1 an adult in a flat, also with parents; 2 each of a couple, or in a special form of living; 3 in an institution; 4 to 6 by age."""
    if alter < 18:
        return 6 if alter < 6 else 5 if alter < 14 else 4
    if wo == Unterkunft.STATIONAERE_EINRICHTUNG:
        return 3
    return 2 if paar or wo == Unterkunft.BESONDERE_WOHNFORM else 1


@rule(PERSON, cites=ASYLBLG("§ 2 Abs. 1 S. 4 Nr. 2, § 3a Abs. 1 Nr. 3 Buchst. a"), since=SINCE)
def asylblg_erwachsen_unter_25(
    asyl: Flag = of(asylblg_berechtigt), alter: Count = of(sgb12_alter), paar: Flag = of(sgb12_als_paar)
) -> Flag:
    """From 18 to 24 and without a partner here: only then it matters whether she lives with a parent."""
    return asyl and 18 <= alter < 25 and not paar


@rule(PERSON, cites=ASYLBLG("§ 2 Abs. 1 S. 4 Nr. 2, § 3a Abs. 1 Nr. 3 Buchst. a"), since=SINCE)
def asylblg_junge_erwachsene_bei_eltern(
    jung: Flag = of(asylblg_erwachsen_unter_25),
    elternteil: PersonRef = of(ELTERN[0], when=asylblg_erwachsen_unter_25, otherwise=NOBODY),
    anderer: PersonRef = of(ELTERN[1], when=asylblg_erwachsen_unter_25, otherwise=NOBODY),
    verheiratet: Flag = of(bedarf.verheiratet, when=asylblg_erwachsen_unter_25),
    wo: Unterkunft = of(unterkunft),
) -> Flag:
    """An unmarried adult under 25 in a flat with a parent."""
    return jung and not verheiratet and wo == Unterkunft.WOHNUNG and (elternteil != NOBODY or anderer != NOBODY)


@rule(PERSON, cites=ASYLBLG("§ 2 Abs. 1 S. 4"), since=SINCE)
def sgb12_stufe_im_asylrecht(
    sonst: Count = of(sgb12_stufe),
    alter: Count = of(sgb12_alter),
    paar: Flag = of(sgb12_als_paar),
    wo: Unterkunft = of(unterkunft),
    bei_eltern: Flag = of(asylblg_junge_erwachsene_bei_eltern),
    allein_stufe_1: Flag = parameter("asylblg_sammelunterkunft_allein_stufe_1"),
) -> Count:
    """Shared accommodation: stage 2 by the text, stage 1 for people without a partner since BVerfG 1 BvL 3/21; with parents stage 3."""
    if alter >= 18 and wo in (Unterkunft.GEMEINSCHAFTSUNTERKUNFT, Unterkunft.AUFNAHMEEINRICHTUNG):
        return 1 if allein_stufe_1 and not paar else 2
    return 3 if bei_eltern else sonst


@rule(PERSON, cites=SGB12("§ 27a Abs. 2, § 28"), since=SINCE)
def sgb12_regelbedarfsstufe(
    sonst: Count = of(sgb12_stufe),
    asyl: Flag = of(asylblg_berechtigt),
    im_asylrecht: Count = of(sgb12_stufe_im_asylrecht, when=asylblg_berechtigt),
) -> Count:
    """The stage of the standard need, 1 to 6."""
    return im_asylrecht if asyl else sonst


@rule(PERSON, cites=SGB12("§ 27a Abs. 3, § 42 Nr. 1"), since=SINCE)
def sgb12_regelbedarf(
    stufe: Count = of(sgb12_regelbedarfsstufe), stufen: tuple[CentPerMonth, ...] = sgb2_parameter("sgb2_regelbedarfsstufen")
) -> CentPerMonth:
    """The standard need of the stage."""
    return stufen[stufe - 1]
