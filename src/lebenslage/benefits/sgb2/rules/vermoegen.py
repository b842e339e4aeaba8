"""Assets: SGB II § 12, in the text that holds for the start of the approval period.

The fact is asked without household goods, an adequate car, old-age savings and the own home. Means above the allowance are taken to cover
the need; that they may last a month only, or cannot be turned into money at once (§ 9 Abs. 4), is for the office.
"""

from lebenslage.benefits.facts import antrag, bedarf, personen
from lebenslage.benefits.facts.bedarf import NEU
from lebenslage.benefits.facts.einkommen import vermoegen
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.benefits.sgb2.rules.deckung import sgb2_kind_deckt_eigenen_bedarf
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_angehoerig, sgb2_erwachsen, sgb2_kind
from lebenslage.benefits.sgb2.rules.unterkunft import sgb2_in_karenz
from lebenslage.benefits.sgb2.statute import REFORM, SGB2, SGB2_NEU, SINCE, parameter
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.units import Cent, Count, Day, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

REFORM_DAY = 739_798  # 1 July 2026


@rule(HOUSEHOLD, cites=SGB2("§ 37 Abs. 2 S. 2, § 41 Abs. 3"), since=SINCE)
def sgb2_bewilligung_ab(laufend: Day = of(bedarf.bewilligung_beginn), gestellt: Day = of(antrag.antragsdatum)) -> Day:
    """The first day of the running approval period, else of the month of the application."""
    return first_day(month_of(gestellt)) if laufend == NEU else laufend


@rule(PERSON, cites=SGB2("§ 12 Abs. 2 und 4"), since=SINCE)
def sgb2_vermoegensfreibetrag(
    art: Verhaeltnis = of(personen.verhaeltnis),
    karenz: Flag = of(sgb2_in_karenz),
    erste: Cent = parameter("sgb2_vermoegen_karenz_erste_person"),
    jede: Cent = parameter("sgb2_vermoegen_je_person"),
) -> Cent:
    """The same for each person; in the first year of benefits more for the applicant. Left out: a claim for one month only (Abs. 6)."""
    return erste if karenz and art == Verhaeltnis.ANTRAGSTELLEND else jede


@rule(PERSON, cites=SGB2_NEU("§ 12 Abs. 2, § 65a"), since=REFORM, replaces=sgb2_vermoegensfreibetrag)
def sgb2_vermoegensfreibetrag_2026(
    art: Verhaeltnis = of(personen.verhaeltnis),
    karenz: Flag = of(sgb2_in_karenz),
    geboren: Day = of(personen.geburtsdatum),
    stichtag: Day = of(STICHTAG),
    ab: Day = of(sgb2_bewilligung_ab),
    erste: Cent = parameter("sgb2_vermoegen_karenz_erste_person"),
    jede: Cent = parameter("sgb2_vermoegen_je_person"),
    nach_alter: tuple[Cent, ...] = parameter("sgb2_vermoegen_nach_alter"),
    stufen: tuple[Count, ...] = parameter("sgb2_vermoegen_altersstufen"),
) -> Cent:
    """By age for approval periods from 2026-07-01, without a first year of grace; periods begun before keep the old allowances.

    A higher step counts from the first of the month in which the year of life is completed: on the eve of the birthday.
    """
    if ab < REFORM_DAY:
        return erste if karenz and art == Verhaeltnis.ANTRAGSTELLEND else jede
    monate = month_of(stichtag) - month_of(geboren - 1)
    stufe = 0
    for jahre in stufen:
        if monate >= 12 * jahre:
            stufe += 1
    return nach_alter[stufe]


@rule(PERSON, cites=SGB2("§ 12 Abs. 2"), since=SINCE)
def sgb2_zaehlt_beim_vermoegen(
    angehoerig: Flag = of(sgb2_angehoerig), gedeckt: Flag = of(sgb2_kind_deckt_eigenen_bedarf, when=sgb2_angehoerig)
) -> Flag:
    """Belongs to the community and does not leave it through income."""
    return angehoerig and not gedeckt


@rule(HOUSEHOLD, cites=SGB2("§ 12 Abs. 2 S. 2"), since=SINCE)
def sgb2_vermoegen_aller_frei(
    besitz: Cent = sum_of(vermoegen, where=sgb2_zaehlt_beim_vermoegen),
    frei: Cent = sum_of(sgb2_vermoegensfreibetrag, where=sgb2_zaehlt_beim_vermoegen),
) -> Flag:
    """All assets together do not exceed all allowances: what one does not use passes to another."""
    return besitz <= frei


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 4, § 12 Abs. 2 S. 2"), since=SINCE)
def sgb2_durch_vermoegen_gedeckt(
    kind: Flag = of(sgb2_kind),
    zaehlt: Flag = of(sgb2_zaehlt_beim_vermoegen),
    alle_frei: Flag = of(sgb2_vermoegen_aller_frei, when=sgb2_kind),
    besitz: Cent = of(vermoegen, when=sgb2_kind),
    frei: Cent = of(sgb2_vermoegensfreibetrag, when=sgb2_kind),
) -> Flag:
    """A child with more than its allowance, where the allowances of the others do not take it in, covers its own need and leaves."""
    return kind and zaehlt and not alle_frei and besitz > frei


@rule(PERSON, cites=SGB2("§ 7 Abs. 3"), since=SINCE)
def sgb2_bg_mitglied(zaehlt: Flag = of(sgb2_zaehlt_beim_vermoegen), gedeckt: Flag = of(sgb2_durch_vermoegen_gedeckt)) -> Flag:
    """A member of the Bedarfsgemeinschaft: the adults, and the children who cannot cover their own need."""
    return zaehlt and not gedeckt


@rule(PERSON, cites=SGB2("§ 12 Abs. 2 S. 2"), since=SINCE)
def sgb2_freibetrag_des_kindes_uebrig(
    kind: Flag = of(sgb2_kind), besitz: Cent = of(vermoegen), frei: Cent = of(sgb2_vermoegensfreibetrag)
) -> Cent:
    """What a child's allowance leaves over; a child's assets never count for its parents."""
    return max(0, frei - besitz) if kind else 0


@rule(HOUSEHOLD, cites=SGB2("§ 9 Abs. 2, § 12 Abs. 2"), since=SINCE)
def sgb2_vermoegensgrenze(
    eigene: Cent = sum_of(sgb2_vermoegensfreibetrag, where=sgb2_erwachsen),
    der_kinder: Cent = sum_of(sgb2_freibetrag_des_kindes_uebrig, where=sgb2_bg_mitglied),
) -> Cent:
    """The allowances of the adults, and what those of the children leave over."""
    return eigene + der_kinder


@rule(HOUSEHOLD, cites=SGB2("§ 12 Abs. 2"), since=SINCE)
def sgb2_vermoegen_im_freibetrag(besitz: Cent = sum_of(vermoegen, where=sgb2_erwachsen), grenze: Cent = of(sgb2_vermoegensgrenze)) -> Flag:
    """The assets of the adults do not exceed the limit; exactly the limit is allowed."""
    return besitz <= grenze
