"""Housing and heating: SGB II § 22. What is paid, what of it is recognised, and each person's head share.

Left out: repairs of a home of one's own (Abs. 2), credits (Abs. 3), moves (Abs. 1 S. 6, Abs. 4), a death in the household (Abs. 1 S. 9).
Without a local limit the actual cost is recognised, and the result says that no limit was known.
"""

from lebenslage.benefits.facts import bedarf, personen, wohnen
from lebenslage.benefits.facts.antrag import NEVER
from lebenslage.benefits.facts.bedarf import REGELFALL, UNBEKANNT
from lebenslage.benefits.facts.wohnen import Wohnform
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_wohnt_hier
from lebenslage.benefits.sgb2.rules.regelbedarf import sgb2_unter_25_ausgezogen
from lebenslage.benefits.sgb2.statute import REFORM, SGB2, SGB2_NEU, SINCE, parameter
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.fixed import CENT
from lebenslage.kernel.units import CentPerMonth, CentPerYear, Count, Day, FixedEuroPerMonth, Flag, HundredthSquareMetre, Months, Percent
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import count_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import CENT_HALF_UP, rule

ZUR_MIETE = wohnen.wohnform.among(Wohnform.MIETE)
IST_EIGENTUM = wohnen.wohnform.among(Wohnform.EIGENTUM)


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1 S. 1"), since=SINCE)
def sgb2_heizkosten(
    in_der_miete: CentPerMonth = of(wohnen.heizkosten, when=ZUR_MIETE),
    warmwasser: CentPerMonth = of(wohnen.warmwasserkosten, when=ZUR_MIETE),
    gesondert: CentPerMonth = of(bedarf.heizkosten_gesondert),
) -> CentPerMonth:
    """Heating and central hot water, in the rent or paid directly. What is not told apart in the rent stays with the rent."""
    return max(0, in_der_miete) + max(0, warmwasser) + gesondert


@rule(HOUSEHOLD, cites=SGB2("§ 20 Abs. 1, § 22 Abs. 1 S. 1"), since=SINCE)
def sgb2_miete_ohne_heizung(
    miete: CentPerMonth = of(wohnen.miete),
    heizung: CentPerMonth = of(wohnen.heizkosten),
    warmwasser: CentPerMonth = of(wohnen.warmwasserkosten),
    energie: CentPerMonth = of(wohnen.haushaltsenergie),
    garage: CentPerMonth = of(wohnen.garage),
    stellplatz: CentPerMonth = of(wohnen.stellplatz),
) -> CentPerMonth:
    """The rent without heating, household energy and garage where the contract gives an amount for them; else nothing is taken off (BSG).

    Services that the contract makes a condition of living there stay in.
    """
    abzug = max(0, heizung) + max(0, warmwasser) + max(0, energie) + max(0, garage) + max(0, stellplatz)
    return max(0, miete - abzug)


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1 S. 1"), since=SINCE)
def sgb2_kosten_des_eigenheims(
    zinsen: CentPerYear = of(wohnen.zinsen),
    wiederkehrend: CentPerYear = of(wohnen.wiederkehrende_leistungen),
    nutzungsentgelt: CentPerMonth = of(wohnen.nutzungsentgelt),
    grundsteuer: CentPerYear = of(wohnen.grundsteuer),
    verwaltung: CentPerYear = of(wohnen.verwaltungskosten),
    betrieb: CentPerMonth = of(bedarf.betriebskosten_eigentum),
) -> CentPerMonth:
    """Interest, ground rent, taxes and running costs of the own home. Repayment of a loan builds assets and is left out (BSG)."""
    return (zinsen + wiederkehrend + grundsteuer + verwaltung + 6) // 12 + nutzungsentgelt + betrieb


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1 S. 1"), since=SINCE)
def sgb2_unterkunft_tatsaechlich(
    miete: CentPerMonth = of(sgb2_miete_ohne_heizung, when=ZUR_MIETE),
    eigenheim: CentPerMonth = of(sgb2_kosten_des_eigenheims, when=IST_EIGENTUM),
    andere: CentPerMonth = of(bedarf.unterkunftskosten),
    untermiete: CentPerMonth = of(wohnen.ueberlassung_entgelt),
) -> CentPerMonth:
    """What is paid for the dwelling without heating; what others pay for a part that is let to them lowers it (BSG)."""
    return max(0, miete + eigenheim + andere - untermiete)


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1 S. 2 bis 5"), since=SINCE)
def sgb2_monate_im_bezug(seit: Day = of(bedarf.leistungsbezug_seit), stichtag: Day = of(STICHTAG)) -> Months:
    """Full months since the first month of benefits. Months without benefits move that day forward; after three years it starts anew."""
    return max(0, month_of(stichtag) - month_of(seit)) if seit != NEVER else 0


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1 S. 2"), since=SINCE)
def sgb2_in_karenz(monate: Months = of(sgb2_monate_im_bezug), dauer: Months = parameter("sgb2_karenz_monate")) -> Flag:
    """In the first year of benefits. Not where only the adequate cost of this dwelling was recognised before (§ 65 Abs. 6)."""
    return monate < dauer


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1 S. 7 und 8"), since=SINCE)
def sgb2_unterkunft_wird_gesenkt(
    karenz: Flag = of(sgb2_in_karenz),
    monate: Months = of(sgb2_monate_im_bezug),
    ab: Day = of(bedarf.kostensenkung_ab),
    stichtag: Day = of(STICHTAG),
    dauer: Months = parameter("sgb2_karenz_monate"),
    frist: Months = parameter("sgb2_kostensenkung_monate"),
) -> Flag:
    """Only adequate cost counts: after the first year and, as a rule, six more months; or from the day that the office has set."""
    if karenz:
        return False
    return monate >= dauer + frist if ab == REGELFALL else stichtag >= ab


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1 S. 1 und 3"), since=SINCE)
def sgb2_unterkunft_anerkannt(
    kosten: CentPerMonth = of(sgb2_unterkunft_tatsaechlich),
    grenze: CentPerMonth = of(bedarf.angemessene_unterkunft),
    gesenkt: Flag = of(sgb2_unterkunft_wird_gesenkt),
) -> CentPerMonth:
    """The actual cost; where it is to be lowered, at most the local limit."""
    return min(kosten, grenze) if gesenkt and grenze != UNBEKANNT else kosten


@rule(HOUSEHOLD, cites=SGB2_NEU("§ 22 Abs. 1"), since=REFORM)
def sgb2_deckel_zu_pruefen(
    kosten: CentPerMonth = of(sgb2_unterkunft_tatsaechlich),
    grenze: CentPerMonth = of(bedarf.angemessene_unterkunft),
    gesenkt: Flag = of(sgb2_unterkunft_wird_gesenkt),
) -> Flag:
    """A local limit is known, the cost is above it, and it is not lowered to it yet: only then the cap of 2026 matters."""
    return grenze != UNBEKANNT and kosten > grenze and not gesenkt


@rule(HOUSEHOLD, cites=SGB2_NEU("§ 22 Abs. 1"), since=REFORM)
def sgb2_unterkunft_unter_dem_deckel(
    kosten: CentPerMonth = of(sgb2_unterkunft_tatsaechlich),
    grenze: CentPerMonth = of(bedarf.angemessene_unterkunft),
    ausnahme: Flag = of(bedarf.hohe_unterkunft_anerkannt),
    gilt: Flag = parameter("sgb2_unterkunft_deckel_gilt"),
    prozent: Percent = parameter("sgb2_unterkunft_deckel"),
) -> CentPerMonth:
    """At most one and a half times the local limit, unless the office recognises more (it may where children live here)."""
    return min(kosten, (grenze * prozent + 50) // 100) if gilt and not ausnahme else kosten


@rule(HOUSEHOLD, cites=SGB2_NEU("§ 22 Abs. 1"), since=REFORM, replaces=sgb2_unterkunft_anerkannt)
def sgb2_unterkunft_anerkannt_2026(
    kosten: CentPerMonth = of(sgb2_unterkunft_tatsaechlich),
    grenze: CentPerMonth = of(bedarf.angemessene_unterkunft),
    gesenkt: Flag = of(sgb2_unterkunft_wird_gesenkt),
    deckel: Flag = of(sgb2_deckel_zu_pruefen),
    gedeckelt: CentPerMonth = of(sgb2_unterkunft_unter_dem_deckel, when=sgb2_deckel_zu_pruefen),
) -> CentPerMonth:
    """Since 2026-07-01 capped also before it is lowered to the local limit: in the first year, and in the six months after it."""
    if deckel:
        return gedeckelt
    return min(kosten, grenze) if gesenkt and grenze != UNBEKANNT else kosten


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1 S. 1 und 7"), since=SINCE)
def sgb2_heizung_anerkannt(
    kosten: CentPerMonth = of(sgb2_heizkosten),
    grenze: CentPerMonth = of(bedarf.angemessene_heizung),
    monate: Months = of(sgb2_monate_im_bezug),
    ab: Day = of(bedarf.kostensenkung_ab),
    stichtag: Day = of(STICHTAG),
    frist: Months = parameter("sgb2_kostensenkung_monate"),
) -> CentPerMonth:
    """Heating has no first year of grace: after six months as a rule only what is adequate."""
    gesenkt = monate >= frist if ab == REGELFALL else stichtag >= ab
    return min(kosten, grenze) if gesenkt and grenze != UNBEKANNT else kosten


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1 S. 1"), since=SINCE)
def sgb2_faustregel_gilt(schalter: Flag = parameter("sgb2_faustregel_wohnen"), karenz: Flag = of(sgb2_in_karenz)) -> Flag:
    """A rule of thumb of another calculator, for comparing with it only: switched off in the law."""
    return schalter and not karenz


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1 S. 1"), since=SINCE)
def sgb2_warmmiete_nach_faustregel(
    unterkunft: CentPerMonth = of(sgb2_unterkunft_tatsaechlich),
    heizung: CentPerMonth = of(sgb2_heizkosten),
    flaeche: HundredthSquareMetre = of(wohnen.wohnflaeche),
    bewohner: Count = count_of(personen.verhaeltnis.among(*personen.Verhaeltnis)),
    je_quadratmeter: CentPerMonth = parameter("sgb2_faustregel_je_quadratmeter"),
    erste: HundredthSquareMetre = parameter("sgb2_faustregel_flaeche_erste"),
    weitere: HundredthSquareMetre = parameter("sgb2_faustregel_flaeche_weitere"),
) -> CentPerMonth:
    """Area up to 45 square metres and 15 for each further person, at the actual cost a square metre up to ten euros."""
    kosten = unterkunft + heizung
    anerkannt = min(flaeche, erste + weitere * (bewohner - 1))
    return min(kosten * anerkannt // flaeche, je_quadratmeter * anerkannt // 100)


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1"), since=SINCE)
def sgb2_unterkunft_und_heizung(
    unterkunft: CentPerMonth = of(sgb2_unterkunft_anerkannt),
    heizung: CentPerMonth = of(sgb2_heizung_anerkannt),
    faustregel: Flag = of(sgb2_faustregel_gilt),
    danach: CentPerMonth = of(sgb2_warmmiete_nach_faustregel, when=sgb2_faustregel_gilt),
) -> CentPerMonth:
    """Housing and heating recognised for all who live here."""
    return danach if faustregel else unterkunft + heizung


@rule(HOUSEHOLD, cites=SGB2("§ 22 Abs. 1 S. 1"), since=SINCE)
def sgb2_koepfe(koepfe: Count = count_of(sgb2_wohnt_hier)) -> Count:
    """The heads among whom housing is shared, also those outside the community, whatever their age or use (BSG)."""
    return koepfe


@rule(PERSON, cites=SGB2("§ 22 Abs. 1 S. 1 und Abs. 5, § 41 Abs. 2"), since=SINCE, rounding=CENT_HALF_UP)
def sgb2_unterkunft_kopfteil(
    kosten: CentPerMonth = of(sgb2_unterkunft_und_heizung),
    koepfe: Count = of(sgb2_koepfe),
    hier: Flag = of(sgb2_wohnt_hier),
    ausgezogen: Flag = of(sgb2_unter_25_ausgezogen),
) -> FixedEuroPerMonth:
    """An equal share of housing and heating together, rounded once. None under 25 after a move without the office's assurance."""
    return CENT * kosten // koepfe if hier and not ausgezogen else 0
