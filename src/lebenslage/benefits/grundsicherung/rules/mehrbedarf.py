"""Additional needs: SGB XII §§ 30 and 42b. School books (§ 30 Abs. 9) stand with the benefits for education."""

from lebenslage.benefits.facts import bedarf, behinderung, personen
from lebenslage.benefits.facts.behinderung import Behindertenhilfe, Merkzeichen
from lebenslage.benefits.facts.personen import Betreuung, Verhaeltnis
from lebenslage.benefits.grundsicherung.rules.berechtigte import sgb12_altersgrenze_erreicht, sgb12_voll_erwerbsgemindert
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import (
    sgb12_als_paar,
    sgb12_alter,
    sgb12_minderjaehrig,
)
from lebenslage.benefits.grundsicherung.rules.stufe import sgb12_regelbedarf, sgb12_regelbedarfsstufe
from lebenslage.benefits.grundsicherung.statute import SGB12, SINCE, SVEV, parameter, share
from lebenslage.benefits.sgb2.statute import parameter as sgb2_parameter
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.fixed import ONE
from lebenslage.kernel.units import CentPerMonth, Count, Day, Fixed, Flag, Percent
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import count_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

NACH_12_WOCHEN = 28 * 7


@rule(PERSON, cites=SGB12("§ 30 Abs. 1 und 4, § 42b Abs. 3"), since=SINCE)
def sgb12_behinderung_zaehlt(
    alter: Count = of(sgb12_alter), alt: Flag = of(sgb12_altersgrenze_erreicht), gemindert: Flag = of(sgb12_voll_erwerbsgemindert)
) -> Flag:
    """Old enough, or unable to work: only then a mark on the card matters."""
    return alter >= 15 and (alt or gemindert)


@rule(PERSON, cites=SGB12("§ 30 Abs. 4, § 42b Abs. 3"), since=SINCE)
def sgb12_mehrbedarf_bildung(
    alter: Count = of(sgb12_alter),
    hilfe: Behindertenhilfe = of(behinderung.behindertenhilfe, when=sgb12_voll_erwerbsgemindert),
    regelbedarf: CentPerMonth = of(sgb12_regelbedarf),
    satz: Percent = parameter("sgb12_mehrbedarf_bildung_satz"),
) -> CentPerMonth:
    """With help for school or university because of a disability (SGB IX § 112), from 15."""
    return share(regelbedarf, satz) if alter >= 15 and hilfe & Behindertenhilfe.SCHULE_ODER_STUDIUM else 0


@rule(PERSON, cites=SGB12("§ 30 Abs. 1"), since=SINCE)
def sgb12_mehrbedarf_gehbehinderung(
    zeichen: Merkzeichen = of(behinderung.merkzeichen, when=sgb12_behinderung_zaehlt),
    alt: Flag = of(sgb12_altersgrenze_erreicht),
    bildung: CentPerMonth = of(sgb12_mehrbedarf_bildung),
    regelbedarf: CentPerMonth = of(sgb12_regelbedarf),
    satz: Percent = parameter("sgb12_mehrbedarf_gehbehinderung_satz"),
) -> CentPerMonth:
    """With mark G (aG includes it). Below the age limit not beside the need for education (§ 42b Abs. 3 S. 3)."""
    geht_schlecht = bool(zeichen & (Merkzeichen.G | Merkzeichen.AG))
    return share(regelbedarf, satz) if geht_schlecht and (alt or bildung == 0) else 0


@rule(PERSON, cites=SGB12("§ 30 Abs. 2"), since=SINCE)
def sgb12_kann_schwanger_sein(alter: Count = of(sgb12_alter)) -> Flag:
    """From 14 to 54: only then pregnancy is asked."""
    return 14 <= alter < 55


@rule(PERSON, cites=SGB12("§ 30 Abs. 2"), since=SINCE)
def sgb12_schwanger(schwanger: Flag = of(bedarf.schwanger, when=sgb12_kann_schwanger_sein)) -> Flag:
    """Expects a child."""
    return schwanger


@rule(PERSON, cites=SGB12("§ 30 Abs. 2"), since=SINCE)
def sgb12_mehrbedarf_schwangerschaft(
    schwanger: Flag = of(sgb12_schwanger),
    termin: Day = of(bedarf.entbindungstermin, when=sgb12_schwanger, otherwise=1),
    stichtag: Day = of(STICHTAG),
    regelbedarf: CentPerMonth = of(sgb12_regelbedarf),
    satz: Percent = parameter("sgb12_mehrbedarf_schwangerschaft_satz"),
) -> CentPerMonth:
    """After the twelfth of forty weeks to the end of the month of birth; the month counts in which the thirteenth week begins."""
    dabei = schwanger and month_of(termin - NACH_12_WOCHEN) <= month_of(stichtag) <= month_of(termin)
    return share(regelbedarf, satz) if dabei else 0


@rule(PERSON, cites=SGB12("§ 30 Abs. 3"), since=SINCE)
def sgb12_kind_hier(
    art: Verhaeltnis = of(personen.verhaeltnis), anteil: Betreuung = of(personen.betreuung), jung: Flag = of(sgb12_minderjaehrig)
) -> Flag:
    """A minor child or foster child of the applicant who lives here."""
    return jung and art in (Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND) and anteil != Betreuung.WENIGER_ALS_EIN_DRITTEL


@rule(PERSON, cites=SGB12("§ 30 Abs. 3 Nr. 1"), since=SINCE)
def sgb12_kind_unter_7(kind: Flag = of(sgb12_kind_hier), alter: Count = of(sgb12_alter)) -> Flag:
    """Such a child under seven."""
    return kind and alter < 7


@rule(PERSON, cites=SGB12("§ 30 Abs. 3 Nr. 1"), since=SINCE)
def sgb12_kind_unter_16(kind: Flag = of(sgb12_kind_hier), alter: Count = of(sgb12_alter)) -> Flag:
    """Such a child under sixteen."""
    return kind and alter < 16


@rule(HOUSEHOLD, cites=SGB12("§ 30 Abs. 3"), since=SINCE)
def sgb12_alleinerziehend_prozent(
    kinder: Count = count_of(sgb12_kind_hier),
    unter_7: Count = count_of(sgb12_kind_unter_7),
    unter_16: Count = count_of(sgb12_kind_unter_16),
    fest: Percent = parameter("sgb12_alleinerziehend_fester_satz"),
    je_kind: Percent = parameter("sgb12_alleinerziehend_satz_je_kind"),
    hoechstens: Percent = parameter("sgb12_alleinerziehend_hoechstsatz"),
    viele: Flag = parameter("sgb12_alleinerziehend_ab_vier_je_kind"),
) -> Percent:
    """36 % for one child under seven, or two or three under sixteen; only else 12 % a child. Four and more count by child (reading)."""
    nach_nummer_1 = unter_7 >= 1 or 2 <= unter_16 <= 3
    if nach_nummer_1 and not (viele and kinder >= 4):
        return fest
    return min(je_kind * kinder, hoechstens)


@rule(PERSON, cites=SGB12("§ 30 Abs. 3"), since=SINCE)
def sgb12_mehrbedarf_alleinerziehend(
    art: Verhaeltnis = of(personen.verhaeltnis),
    alter: Count = of(sgb12_alter),
    paar: Flag = of(sgb12_als_paar),
    prozent: Percent = of(sgb12_alleinerziehend_prozent, when=personen.verhaeltnis.among(Verhaeltnis.ANTRAGSTELLEND)),
    stufen: tuple[CentPerMonth, ...] = sgb2_parameter("sgb2_regelbedarfsstufen"),
) -> CentPerMonth:
    """For the applicant who brings up minor children without a partner here, of stage 1. Care shared by turns is for the office."""
    return share(stufen[0], prozent) if art == Verhaeltnis.ANTRAGSTELLEND and not paar else 0


@rule(PERSON, cites=SGB12("§ 30 Abs. 6, § 42b Abs. 4"), since=SINCE)
def sgb12_mehrbedarfe_begrenzt(
    gehen: CentPerMonth = of(sgb12_mehrbedarf_gehbehinderung),
    schwanger: CentPerMonth = of(sgb12_mehrbedarf_schwangerschaft),
    allein: CentPerMonth = of(sgb12_mehrbedarf_alleinerziehend),
    bildung: CentPerMonth = of(sgb12_mehrbedarf_bildung),
    ernaehrung: CentPerMonth = of(bedarf.ernaehrung_mehrbedarf),
    regelbedarf: CentPerMonth = of(sgb12_regelbedarf),
) -> CentPerMonth:
    """Together at most the own standard need. For costly food the amount that the office recognises is asked (Abs. 5)."""
    return min(gehen + schwanger + allein + bildung + ernaehrung, regelbedarf)


@rule(PERSON, cites=SGB12("§ 30 Abs. 7"), since=SINCE)
def sgb12_mehrbedarf_warmwasser(
    dezentral: Flag = of(bedarf.warmwasser_dezentral),
    stufe: Count = of(sgb12_regelbedarfsstufe),
    regelbedarf: CentPerMonth = of(sgb12_regelbedarf),
    saetze: tuple[Fixed, ...] = parameter("sgb12_mehrbedarf_warmwasser_saetze"),
) -> CentPerMonth:
    """Hot water made in the flat: a share of the standard need by stage, none at stage 3; more only with a meter of its own."""
    return (regelbedarf * saetze[stufe - 1] + ONE // 2) // ONE if dezentral else 0


@rule(PERSON, cites=SGB12("§ 30 Abs. 8, § 42b Abs. 2"), since=SINCE)
def sgb12_isst_gemeinsam(hilfe: Behindertenhilfe = of(behinderung.behindertenhilfe, when=sgb12_voll_erwerbsgemindert)) -> Flag:
    """Has lunch together with others in a workshop, with another provider, or where the day is given a structure."""
    return bool(hilfe & (Behindertenhilfe.EINGANGSVERFAHREN | Behindertenhilfe.ARBEITSBEREICH | Behindertenhilfe.TAGESSTRUKTUR))


@rule(PERSON, cites=SVEV("§ 2 Abs. 1 S. 2, Abs. 6"), since=SINCE)
def sgb12_mittagessen_je_tag(wert: CentPerMonth = parameter("sgb12_mittagessen_monatswert")) -> CentPerMonth:
    """A thirtieth of the monthly value of a lunch, rounded to the cent."""
    return (wert + 15) // 30


@rule(PERSON, cites=SGB12("§ 30 Abs. 8, § 42b Abs. 2"), since=SINCE)
def sgb12_mehrbedarf_mittagessen(
    tage: Count = of(behinderung.mittagessen_tage, when=sgb12_isst_gemeinsam),
    je_tag: CentPerMonth = of(sgb12_mittagessen_je_tag, when=sgb12_isst_gemeinsam),
) -> CentPerMonth:
    """Lunch together in a workshop or a like place, by working day."""
    return tage * je_tag


@rule(PERSON, cites=SGB12("§ 30, § 42b"), since=SINCE)
def sgb12_mehrbedarf(
    begrenzt: CentPerMonth = of(sgb12_mehrbedarfe_begrenzt),
    warmwasser: CentPerMonth = of(sgb12_mehrbedarf_warmwasser),
    mittagessen: CentPerMonth = of(sgb12_mehrbedarf_mittagessen),
    besonderer: CentPerMonth = of(bedarf.besonderer_mehrbedarf),
) -> CentPerMonth:
    """All additional needs of a person; hot water, lunch and what cannot be put off (§ 30 Abs. 10) beside the limit."""
    return begrenzt + warmwasser + mittagessen + besonderer
