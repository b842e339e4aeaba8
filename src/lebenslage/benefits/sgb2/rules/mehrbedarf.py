"""Additional needs: SGB II § 21 and § 23 Nr. 2 to 4."""

from lebenslage.benefits.facts import bedarf, behinderung, personen
from lebenslage.benefits.facts.bedarf import Erwerbsfaehigkeit
from lebenslage.benefits.facts.behinderung import Merkzeichen
from lebenslage.benefits.facts.personen import Betreuung, Verhaeltnis
from lebenslage.benefits.sgb2.rules.berechtigung import sgb2_nach_arbeitskraft_gefragt
from lebenslage.benefits.sgb2.rules.gemeinschaft import (
    sgb2_alter,
    sgb2_angehoerig,
    sgb2_erwachsen,
    sgb2_erwachsene,
    sgb2_kind_der_gemeinschaft,
)
from lebenslage.benefits.sgb2.rules.regelbedarf import sgb2_regelbedarf
from lebenslage.benefits.sgb2.statute import SGB2, SINCE, parameter
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.fixed import CENT
from lebenslage.kernel.units import CentPerMonth, Count, Day, Fixed, FixedEuroPerMonth, Flag, Percent
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import count_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import CENT_HALF_UP, rule

WEEK = 7


@rule(PERSON, cites=SGB2("§ 21 Abs. 2"), since=SINCE)
def sgb2_kann_schwanger_sein(angehoerig: Flag = of(sgb2_angehoerig), alter: Count = of(sgb2_alter)) -> Flag:
    """Belongs to the community and is from 15 to 54: only then pregnancy is asked."""
    return angehoerig and 15 <= alter < 55


@rule(PERSON, cites=SGB2("§ 21 Abs. 2"), since=SINCE)
def sgb2_schwanger(
    moeglich: Flag = of(sgb2_kann_schwanger_sein), schwanger: Flag = of(bedarf.schwanger, when=sgb2_kann_schwanger_sein)
) -> Flag:
    """Expects a child."""
    return moeglich and schwanger


@rule(PERSON, cites=SGB2("§ 21 Abs. 2"), since=SINCE)
def sgb2_nach_zwoelfter_woche(
    schwanger: Flag = of(sgb2_schwanger),
    termin: Day = of(bedarf.entbindungstermin, when=sgb2_schwanger, otherwise=1),
    stichtag: Day = of(STICHTAG),
) -> Flag:
    """After the twelfth of forty weeks, to the end of the month of birth; the month counts in which the thirteenth week begins."""
    monat = month_of(stichtag)
    return schwanger and month_of(termin - 28 * WEEK) <= monat <= month_of(termin)


@rule(PERSON, cites=SGB2("§ 21 Abs. 2"), since=SINCE, rounding=CENT_HALF_UP)
def sgb2_mehrbedarf_schwangerschaft(
    dabei: Flag = of(sgb2_nach_zwoelfter_woche),
    regel: CentPerMonth = of(sgb2_regelbedarf),
    satz: Percent = parameter("sgb2_mehrbedarf_schwangerschaft_satz"),
) -> FixedEuroPerMonth:
    """A share of the own standard need. Left out: the daily share of the month in which the thirteenth week begins."""
    return CENT * regel * satz // 100 if dabei else 0


@rule(PERSON, cites=SGB2("§ 21 Abs. 3"), since=SINCE)
def sgb2_erzogenes_kind(
    art: Verhaeltnis = of(personen.verhaeltnis),
    anteil: Betreuung = of(personen.betreuung),
    kind: Flag = of(sgb2_kind_der_gemeinschaft),
    alter: Count = of(sgb2_alter),
) -> Flag:
    """A child or foster child under 18 that is brought up here. Left out: half the need where parents share the care by turns (BSG)."""
    pflegekind = art == Verhaeltnis.PFLEGEKIND and anteil != Betreuung.WENIGER_ALS_EIN_DRITTEL
    return (kind or pflegekind) and alter < 18


@rule(PERSON, cites=SGB2("§ 21 Abs. 3 Nr. 1"), since=SINCE)
def sgb2_erzogenes_kind_unter_7(erzogen: Flag = of(sgb2_erzogenes_kind), alter: Count = of(sgb2_alter)) -> Flag:
    """Such a child under seven."""
    return erzogen and alter < 7


@rule(PERSON, cites=SGB2("§ 21 Abs. 3 Nr. 1"), since=SINCE)
def sgb2_erzogenes_kind_unter_16(erzogen: Flag = of(sgb2_erzogenes_kind), alter: Count = of(sgb2_alter)) -> Flag:
    """Such a child under sixteen."""
    return erzogen and alter < 16


@rule(HOUSEHOLD, cites=SGB2("§ 21 Abs. 3"), since=SINCE)
def sgb2_alleinerziehend(erwachsene: Count = of(sgb2_erwachsene), kinder: Count = count_of(sgb2_erzogenes_kind)) -> Flag:
    """One adult lives with children under 18; who has no partner here is taken to care for them alone."""
    return erwachsene == 1 and kinder >= 1


@rule(HOUSEHOLD, cites=SGB2("§ 21 Abs. 3"), since=SINCE)
def sgb2_alleinerziehend_satz(
    unter_7: Count = count_of(sgb2_erzogenes_kind_unter_7),
    unter_16: Count = count_of(sgb2_erzogenes_kind_unter_16),
    kinder: Count = count_of(sgb2_erzogenes_kind),
    fest: Percent = parameter("sgb2_alleinerziehend_fester_satz"),
    je_kind: Percent = parameter("sgb2_alleinerziehend_satz_je_kind"),
    hoechstens: Percent = parameter("sgb2_alleinerziehend_hoechstsatz"),
) -> Percent:
    """A fixed share with one child under seven, or two or three under sixteen; or a share for each child where that is more, capped."""
    nummer_1 = fest if unter_7 >= 1 or 2 <= unter_16 <= 3 else 0
    return max(nummer_1, min(hoechstens, je_kind * kinder))


@rule(PERSON, cites=SGB2("§ 21 Abs. 3"), since=SINCE, rounding=CENT_HALF_UP)
def sgb2_mehrbedarf_alleinerziehend(
    erwachsen: Flag = of(sgb2_erwachsen),
    allein: Flag = of(sgb2_alleinerziehend),
    satz: Percent = of(sgb2_alleinerziehend_satz, when=sgb2_alleinerziehend),
    stufen: tuple[CentPerMonth, ...] = parameter("sgb2_regelbedarfsstufen"),
) -> FixedEuroPerMonth:
    """A share of stage 1 (§ 20 Abs. 2), also where § 20 Abs. 3 lowers the standard need itself."""
    return CENT * stufen[0] * satz // 100 if erwachsen and allein else 0


@rule(PERSON, cites=SGB2("§ 23 Nr. 4"), since=SINCE)
def sgb2_voll_erwerbsgemindert(
    gefragt: Flag = of(sgb2_nach_arbeitskraft_gefragt),
    kraft: Erwerbsfaehigkeit = of(bedarf.erwerbsfaehigkeit, when=sgb2_nach_arbeitskraft_gefragt),
) -> Flag:
    """Of working age, and unable to work three hours a day: only then the mark G matters here."""
    return gefragt and kraft != Erwerbsfaehigkeit.ERWERBSFAEHIG


@rule(PERSON, cites=SGB2("§ 21 Abs. 4, § 23 Nr. 2 und 3"), since=SINCE, rounding=CENT_HALF_UP)
def sgb2_mehrbedarf_behinderung(
    teilhabe: Flag = of(bedarf.teilhabeleistung, when=sgb2_nach_arbeitskraft_gefragt),
    regel: CentPerMonth = of(sgb2_regelbedarf),
    satz: Percent = parameter("sgb2_mehrbedarf_teilhabe_satz"),
) -> FixedEuroPerMonth:
    """A share of the own standard need from 15, where help to take part in working life (or, unable to work, in education) is given."""
    return CENT * regel * satz // 100 if teilhabe else 0


@rule(PERSON, cites=SGB2("§ 23 Nr. 4"), since=SINCE, rounding=CENT_HALF_UP)
def sgb2_mehrbedarf_merkzeichen_g(
    gemindert: Flag = of(sgb2_voll_erwerbsgemindert),
    zeichen: Merkzeichen = of(behinderung.merkzeichen, when=sgb2_voll_erwerbsgemindert),
    teilhabe: Flag = of(bedarf.teilhabeleistung, when=sgb2_voll_erwerbsgemindert),
    regel: CentPerMonth = of(sgb2_regelbedarf),
    satz: Percent = parameter("sgb2_mehrbedarf_merkzeichen_g_satz"),
) -> FixedEuroPerMonth:
    """A share for who is unable to work and holds the mark G; not beside the extra for help to take part."""
    mit_g = gemindert and not teilhabe and bool(zeichen & (Merkzeichen.G | Merkzeichen.AG))
    return CENT * regel * satz // 100 if mit_g else 0


@rule(PERSON, cites=SGB2("§ 21 Abs. 7"), since=SINCE, rounding=CENT_HALF_UP)
def sgb2_mehrbedarf_warmwasser(
    dezentral: Flag = of(bedarf.warmwasser_dezentral),
    erwachsen: Flag = of(sgb2_erwachsen),
    erwachsene: Count = of(sgb2_erwachsene),
    alter: Count = of(sgb2_alter),
    regel: CentPerMonth = of(sgb2_regelbedarf),
    saetze: tuple[Fixed, ...] = parameter("sgb2_warmwasser_saetze"),
) -> FixedEuroPerMonth:
    """A share of the own standard need by age, where hot water is made in the flat. Left out: higher cost shown by a meter of its own."""
    if not dezentral:
        return 0
    if alter >= 18 or (erwachsen and erwachsene == 1):
        return regel * saetze[0] // 100
    stufe = 3 if alter < 6 else 2 if alter < 14 else 1
    return regel * saetze[stufe] // 100


@rule(PERSON, cites=SGB2("§ 21 Abs. 2 bis 5 und 8"), since=SINCE)
def sgb2_mehrbedarf_begrenzt(
    schwangerschaft: CentPerMonth = of(sgb2_mehrbedarf_schwangerschaft),
    allein: CentPerMonth = of(sgb2_mehrbedarf_alleinerziehend),
    behinderung: CentPerMonth = of(sgb2_mehrbedarf_behinderung),
    ernaehrung: CentPerMonth = of(bedarf.ernaehrung_mehrbedarf),
    regel: CentPerMonth = of(sgb2_regelbedarf),
) -> CentPerMonth:
    """Pregnancy, bringing up children alone, disability and a costly diet together, at most as much as the standard need."""
    return min(regel, schwangerschaft + allein + behinderung + ernaehrung)


@rule(PERSON, cites=SGB2("§ 21"), since=SINCE)
def sgb2_mehrbedarf(
    begrenzt: CentPerMonth = of(sgb2_mehrbedarf_begrenzt, when=sgb2_angehoerig),
    besonderer: CentPerMonth = of(bedarf.besonderer_mehrbedarf, when=sgb2_angehoerig),
    warmwasser: CentPerMonth = of(sgb2_mehrbedarf_warmwasser, when=sgb2_angehoerig),
    merkzeichen_g: CentPerMonth = of(sgb2_mehrbedarf_merkzeichen_g, when=sgb2_angehoerig),
) -> CentPerMonth:
    """All additional needs; special ones (Abs. 6, 6a), hot water (Abs. 7) and the mark G (§ 23 Nr. 4) stand outside the cap."""
    return begrenzt + besonderer + warmwasser + merkzeichen_g


@rule(PERSON, cites=SGB2("§ 27 Abs. 2"), since=SINCE)
def sgb2_mehrbedarf_auszubildende(
    schwangerschaft: CentPerMonth = of(sgb2_mehrbedarf_schwangerschaft),
    allein: CentPerMonth = of(sgb2_mehrbedarf_alleinerziehend),
    ernaehrung: CentPerMonth = of(bedarf.ernaehrung_mehrbedarf),
    besonderer: CentPerMonth = of(bedarf.besonderer_mehrbedarf),
    regel: CentPerMonth = of(sgb2_regelbedarf),
) -> CentPerMonth:
    """What a trainee whose claim § 7 Abs. 5 takes away still gets: pregnancy, children alone, diet, special needs. No loan of Abs. 3."""
    return min(regel, schwangerschaft + allein + ernaehrung) + besonderer
