"""How many months, when, and by whom: BEEG §§ 1 Abs. 6, 4, 4b, 4c."""

from lebenslage.benefits.elterngeld.kind import (
    LETZTER_LEBENSMONAT,
    eg_eltern,
    eg_elternteil,
    eg_geboren_ab_april_2024,
    eg_lebensmonat,
    eg_mehrlinge,
    eg_mit_recht,
    eg_monat_ab,
    eg_unter_sechs,
)
from lebenslage.benefits.elterngeld.netto import eg_netto_vorher
from lebenslage.benefits.elterngeld.statute import BEEG, SINCE, parameter
from lebenslage.benefits.facts import familie, personen
from lebenslage.benefits.facts.familie import Bezug
from lebenslage.benefits.facts.personen import Merkmal
from lebenslage.kernel.units import CentPerMonth, Count, Day, Flag, Months
from lebenslage.law.inputs import any_of, count_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

BASISMONATE = 12
PARTNERMONATE = 2
LETZTER_BASISMONAT = 14
BONUSMONATE = 4
FIRST_WITHOUT_MATERNITY = 6


@rule(PERSON, cites=BEEG("§ 1 Abs. 1 S. 1 Nr. 4, Abs. 6"), since=SINCE)
def eg_berechtigt(
    mit_recht: Flag = of(eg_mit_recht),
    stunden: Count = of(familie.wochenstunden, when=eg_mit_recht),
    hoechstens: Count = parameter("eg_stunden_hoechstens"),
) -> Flag:
    """Works at most 32 hours a week. Training and day-care of children (Nr. 2 and 3) do not harm: their hours are not asked for."""
    return mit_recht and stunden <= hoechstens


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 5"), since=SINCE)
def eg_zusatzmonate(wochen: Count = of(familie.fruehgeburt_wochen)) -> Months:
    """One to four months more for a child born 6, 8, 12 or 16 weeks too early."""
    return 4 if wochen >= 16 else 3 if wochen >= 12 else 2 if wochen >= 8 else 1 if wochen >= 6 else 0


@rule(PERSON, cites=BEEG("§ 4 Abs. 4 S. 3"), since=SINCE)
def eg_mutterschaftsgeld_moeglich(berechtigt: Flag = of(eg_berechtigt), monat: Months = of(eg_lebensmonat)) -> Flag:
    """Maternity benefits are asked for in the first months of life."""
    return berechtigt and monat < FIRST_WITHOUT_MATERNITY


@rule(PERSON, cites=BEEG("§ 4 Abs. 4 S. 3"), since=SINCE)
def eg_mit_mutterschaftsgeld(
    bis: Day = of(familie.mutterschaftsgeld_bis, when=eg_mutterschaftsgeld_moeglich, otherwise=1), ab: Day = of(eg_monat_ab)
) -> Flag:
    """Maternity benefits are due on a day of this month of life."""
    return bis >= ab


@rule(PERSON, cites=BEEG("§ 4 Abs. 1 S. 1, Abs. 4 S. 3"), since=SINCE)
def eg_art(
    berechtigt: Flag = of(eg_berechtigt),
    bezug: Bezug = of(familie.elterngeld_bezug, when=eg_mit_recht),
    mutterschaft: Flag = of(eg_mit_mutterschaftsgeld),
) -> Bezug:
    """As wished; a month with maternity benefits is one of Basiselterngeld."""
    if not berechtigt:
        return Bezug.KEINER
    return Bezug.BASIS if mutterschaft else bezug


@rule(PERSON, cites=BEEG("§ 4 Abs. 1 S. 1"), since=SINCE)
def eg_als_basis(art: Bezug = of(eg_art)) -> Flag:
    """Draws Basiselterngeld."""
    return art == Bezug.BASIS


@rule(PERSON, cites=BEEG("§ 4b"), since=SINCE)
def eg_als_bonus(art: Bezug = of(eg_art)) -> Flag:
    """Draws the partnership bonus."""
    return art == Bezug.PARTNERSCHAFTSBONUS


@rule(PERSON, cites=BEEG("§ 4b Abs. 1 Nr. 1"), since=SINCE)
def eg_bonus_mit_stunden(
    bonus: Flag = of(eg_als_bonus),
    stunden: Count = of(familie.wochenstunden, when=eg_als_bonus),
    mindestens: Count = parameter("eg_stunden_bonus_mindestens"),
) -> Flag:
    """Works 24 to 32 hours a week."""
    return bonus and stunden >= mindestens


@rule(HOUSEHOLD, cites=BEEG("§ 4b"), since=SINCE)
def eg_jemand_mit_bonus(jemand: Flag = any_of(eg_als_bonus)) -> Flag:
    """Somebody draws the partnership bonus."""
    return jemand


@rule(HOUSEHOLD, cites=BEEG("§ 4c"), since=SINCE)
def eg_alleinbezug_zaehlt(eltern: Count = of(eg_eltern), bonus: Flag = of(eg_jemand_mit_bonus), monat: Months = of(eg_lebensmonat)) -> Flag:
    """One parent lives here, and draws the bonus or a month after the twelfth: only then it is asked whether the other one cannot."""
    return eltern < 2 and (bonus or monat > BASISMONATE)


@rule(HOUSEHOLD, cites=BEEG("§ 4b Abs. 1 und 3, § 4c Abs. 2"), since=SINCE)
def eg_bonus_erlaubt(
    beziehende: Count = count_of(eg_als_bonus),
    mit_stunden: Count = count_of(eg_bonus_mit_stunden),
    allein: Flag = of(familie.alleiniger_bezug, when=eg_alleinbezug_zaehlt),
) -> Flag:
    """Nobody draws the bonus, or both at once with 24 to 32 hours, or a parent alone in the cases of § 4c."""
    if not beziehende:
        return True
    return mit_stunden == beziehende and (beziehende == 2 or allein)


@rule(PERSON, cites=BEEG("§ 4 Abs. 3 S. 2"), since=SINCE)
def eg_einkommen_gemindert(
    berechtigt: Flag = of(eg_berechtigt),
    vorher: CentPerMonth = of(eg_netto_vorher, when=eg_berechtigt),
    jetzt: CentPerMonth = of(familie.netto_im_bezug, when=eg_berechtigt),
) -> Flag:
    """Earns less than before the birth. That it does so in two months is taken from the plan."""
    return berechtigt and jetzt < vorher


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 3"), since=SINCE)
def eg_grenze_erreichbar(monat: Months = of(eg_lebensmonat)) -> Flag:
    """Before the seventh month of life two parents cannot have used up their months: nothing is asked of them."""
    return 2 * monat > BASISMONATE


@rule(PERSON, cites=BEEG("§ 4 Abs. 3 S. 3"), since=SINCE)
def eg_halbe_monate(
    art: Bezug = of(eg_art),
    basis: Months = of(familie.elterngeld_basismonate, when=eg_grenze_erreichbar),
    plus: Months = of(familie.elterngeld_plusmonate, when=eg_grenze_erreichbar),
) -> Count:
    """What a parent has used with this month, in halves: a month of Basiselterngeld is two, one of ElterngeldPlus one."""
    dieser = 2 if art == Bezug.BASIS else 1 if art == Bezug.PLUS else 0
    return 2 * basis + plus + dieser


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 3 und 5"), since=SINCE)
def eg_monate_uebrig(
    halbe: Count = sum_of(eg_halbe_monate, where=eg_elternteil),
    gemindert: Flag = any_of(eg_einkommen_gemindert),
    zusatz: Months = of(eg_zusatzmonate),
) -> Flag:
    """Together twelve months, two more if a parent earns less than before, more for a child born too early."""
    return halbe <= 2 * (BASISMONATE + zusatz + (PARTNERMONATE if gemindert else 0))


@rule(PERSON, cites=BEEG("§ 4 Abs. 4 S. 1 und 2, § 4b Abs. 2, § 4c Abs. 1"), since=SINCE)
def eg_person_in_grenzen(
    art: Bezug = of(eg_art),
    halbe: Count = of(eg_halbe_monate, when=eg_berechtigt),
    bonus: Months = of(familie.elterngeld_bonusmonate, when=eg_als_bonus),
    geplant: Months = of(familie.elterngeld_monate_geplant, when=eg_berechtigt),
    zusatz: Months = of(eg_zusatzmonate),
    allein: Flag = of(familie.alleiniger_bezug, when=eg_alleinbezug_zaehlt),
    gemindert: Flag = of(eg_einkommen_gemindert),
) -> Flag:
    """At least two months planned, at most twelve (alone 14) months of Basiselterngeld and four of the bonus."""
    if art == Bezug.KEINER or geplant < 2:
        return False
    eigene = BASISMONATE + zusatz + (PARTNERMONATE if allein and gemindert else 0)
    return halbe <= 2 * eigene and (art != Bezug.PARTNERSCHAFTSBONUS or bonus < BONUSMONATE)


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 1 S. 4"), since=SINCE)
def eg_nach_basismonaten(monat: Months = of(eg_lebensmonat), zusatz: Months = of(eg_zusatzmonate)) -> Flag:
    """After the 14th month of life (for a child born too early: later)."""
    return monat > LETZTER_BASISMONAT + zusatz


@rule(PERSON, cites=BEEG("§ 4 Abs. 1 S. 3 und 4"), since=SINCE)
def eg_monat_im_rahmen(
    in_grenzen: Flag = of(eg_person_in_grenzen),
    art: Bezug = of(eg_art),
    monat: Months = of(eg_lebensmonat),
    spaet: Flag = of(eg_nach_basismonaten),
    unterbrochen: Flag = of(familie.elterngeld_unterbrochen, when=eg_nach_basismonaten),
) -> Flag:
    """Basiselterngeld until the 14th month of life, ElterngeldPlus until the 32nd, from the 15th on without a gap."""
    if not in_grenzen or monat > LETZTER_LEBENSMONAT:
        return False
    return not spaet or (art != Bezug.BASIS and not unterbrochen)


@rule(PERSON, cites=BEEG("§ 4 Abs. 6 S. 4"), since=SINCE)
def eg_kind_mit_behinderung(kind: Flag = of(eg_unter_sechs), merkmale: Merkmal = of(personen.merkmale, when=eg_unter_sechs)) -> Flag:
    """A child with a disability."""
    return kind and bool(merkmale & Merkmal.SCHWERBEHINDERT)


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 6"), since=SINCE)
def eg_beide_basis(beziehende: Count = count_of(eg_als_basis), neu: Flag = of(eg_geboren_ab_april_2024)) -> Flag:
    """Both parents draw Basiselterngeld at once for a child born since April 2024."""
    return neu and beziehende >= 2


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 6, § 28 Abs. 1a"), since=SINCE)
def elterngeld_gleichzeitig_erlaubt(
    beide: Flag = of(eg_beide_basis),
    monat: Months = of(eg_lebensmonat),
    schon: Flag = of(familie.basis_schon_gleichzeitig, when=eg_beide_basis),
    mehrlinge: Count = of(eg_mehrlinge),
    zusatz: Months = of(eg_zusatzmonate),
    behinderung: Flag = any_of(eg_kind_mit_behinderung),
) -> Flag:
    """Both at once in one of the first twelve months; without limit for multiple and early births and disabled children."""
    frei = mehrlinge >= 2 or zusatz >= 1 or behinderung
    return not beide or frei or (monat <= BASISMONATE and not schon)
