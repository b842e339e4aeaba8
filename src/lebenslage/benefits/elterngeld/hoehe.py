"""How much: BEEG §§ 2, 2a, 3 and 4a. In fixed-point numbers; only the end is rounded, to the nearest cent."""

from lebenslage.benefits.elterngeld.kind import eg_mehrlinge, eg_mit_geschwisterbonus, eg_monat_ab, eg_monat_bis
from lebenslage.benefits.elterngeld.monate import eg_art, eg_berechtigt, eg_mit_mutterschaftsgeld, eg_monat_im_rahmen
from lebenslage.benefits.elterngeld.netto import eg_netto_vorher
from lebenslage.benefits.elterngeld.statute import BEEG, SINCE, parameter
from lebenslage.benefits.facts import einkommen as fakt
from lebenslage.benefits.facts import familie
from lebenslage.benefits.facts.familie import Bezug
from lebenslage.kernel.fixed import CENT, multiplied
from lebenslage.kernel.units import Cent, CentPerMonth, Count, Day, Fixed, FixedEuroPerMonth, Flag, Months
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import CENT_HALF_UP, rule


@rule(PERSON, cites=BEEG("§ 2 Abs. 1 und 2"), since=SINCE)
def eg_prozentsatz(
    vorher: CentPerMonth = of(eg_netto_vorher, when=eg_berechtigt),
    satz: Fixed = parameter("eg_satz"),
    hoechstens: Fixed = parameter("eg_satz_hoechstens"),
    mindestens: Fixed = parameter("eg_satz_mindestens"),
    je: Fixed = parameter("eg_satz_schritt"),
    schritt: CentPerMonth = parameter("eg_schritt"),
    untere: CentPerMonth = parameter("eg_untere_grenze"),
    obere: CentPerMonth = parameter("eg_obere_grenze"),
) -> Fixed:
    """67 %; 0.1 points more for each full 2 euros below 1,000, up to 100 %; as much less above 1,200, down to 65 %."""
    if vorher < untere:
        return min(hoechstens, satz + je * ((untere - vorher) // schritt))
    if vorher > obere:
        return max(mindestens, satz - je * ((vorher - obere) // schritt))
    return satz


@rule(PERSON, cites=BEEG("§ 2 Abs. 1 S. 2, Abs. 4"), since=SINCE)
def eg_ohne_einkommen(
    vorher: CentPerMonth = of(eg_netto_vorher, when=eg_berechtigt),
    satz: Fixed = of(eg_prozentsatz),
    mindestens: CentPerMonth = parameter("eg_mindestens"),
    hoechstens: CentPerMonth = parameter("eg_hoechstens"),
) -> FixedEuroPerMonth:
    """Basiselterngeld without income in the month: the share of the income before, from 300 to 1,800 euros."""
    return min(CENT * hoechstens, max(CENT * mindestens, multiplied(satz, CENT * vorher)))


@rule(PERSON, cites=BEEG("§ 2 Abs. 3 und 4, § 4a Abs. 2 S. 3 Nr. 1"), since=SINCE)
def eg_mit_einkommen(
    art: Bezug = of(eg_art),
    ohne: FixedEuroPerMonth = of(eg_ohne_einkommen),
    vorher: CentPerMonth = of(eg_netto_vorher, when=eg_berechtigt),
    jetzt: CentPerMonth = of(familie.netto_im_bezug, when=eg_berechtigt),
    satz: Fixed = of(eg_prozentsatz),
    mindestens: CentPerMonth = parameter("eg_mindestens"),
    hoechstens: CentPerMonth = parameter("eg_hoechstens"),
    angesetzt: CentPerMonth = parameter("eg_einkommen_hoechstens"),
) -> FixedEuroPerMonth:
    """With income in the month: the share of the difference, of at most 2,770 euros before. The minimum halves with ElterngeldPlus."""
    if not jetzt:
        return ohne
    unterschied = multiplied(satz, CENT * max(0, min(vorher, angesetzt) - jetzt))
    wenigstens = CENT * mindestens if art == Bezug.BASIS else CENT * mindestens // 2
    return min(CENT * hoechstens, max(wenigstens, unterschied))


@rule(PERSON, cites=BEEG("§ 2a"), since=SINCE)
def eg_basis_mit_zuschlaegen(
    betrag: FixedEuroPerMonth = of(eg_ohne_einkommen),
    bonus: Flag = of(eg_mit_geschwisterbonus),
    mehrlinge: Count = of(eg_mehrlinge),
    anteil: Fixed = parameter("eg_geschwisterbonus"),
    mindestens: CentPerMonth = parameter("eg_geschwisterbonus_mindestens"),
    je_mehrling: CentPerMonth = parameter("eg_mehrlingszuschlag"),
) -> FixedEuroPerMonth:
    """What Basiselterngeld would be without income: with 10 % (at least 75 euros) for siblings and 300 euros for each further child."""
    geschwister = max(CENT * mindestens, multiplied(anteil, betrag)) if bonus else 0
    return betrag + geschwister + CENT * je_mehrling * (mehrlinge - 1)


@rule(PERSON, cites=BEEG("§§ 2a, 4a"), since=SINCE)
def eg_vor_anrechnung(
    art: Bezug = of(eg_art),
    betrag: FixedEuroPerMonth = of(eg_mit_einkommen),
    voll: FixedEuroPerMonth = of(eg_basis_mit_zuschlaegen),
    bonus: Flag = of(eg_mit_geschwisterbonus),
    mehrlinge: Count = of(eg_mehrlinge),
    anteil: Fixed = parameter("eg_geschwisterbonus"),
    mindestens: CentPerMonth = parameter("eg_geschwisterbonus_mindestens"),
    je_mehrling: CentPerMonth = parameter("eg_mehrlingszuschlag"),
) -> FixedEuroPerMonth:
    """With the supplements; ElterngeldPlus halves their fixed amounts and is at most half of Basiselterngeld without income."""
    teiler = 1 if art == Bezug.BASIS else 2
    geschwister = max(CENT * mindestens // teiler, multiplied(anteil, betrag)) if bonus else 0
    summe = betrag + geschwister + CENT * je_mehrling * (mehrlinge - 1) // teiler
    return summe if art == Bezug.BASIS else min(summe, voll // 2)


@rule(PERSON, cites=BEEG("§ 3 Abs. 1 S. 1 Nr. 1, S. 2"), since=SINCE)
def eg_nach_mutterschaftsgeld(
    betrag: FixedEuroPerMonth = of(eg_vor_anrechnung),
    je_tag: Cent = of(familie.mutterschaftsgeld_je_tag, when=eg_mit_mutterschaftsgeld),
    bis: Day = of(familie.mutterschaftsgeld_bis, when=eg_mit_mutterschaftsgeld, otherwise=1),
    ab: Day = of(eg_monat_ab),
    ende: Day = of(eg_monat_bis),
) -> FixedEuroPerMonth:
    """Maternity benefits with the employer's supplement count in full, on the days for which they are due."""
    tage = ende - ab + 1
    mit = max(0, min(bis, ende) - ab + 1)
    return max(0, betrag * mit // tage - CENT * je_tag * mit) + betrag * (tage - mit) // tage


@rule(PERSON, cites=BEEG("§ 3 Abs. 1 S. 1 Nr. 5, S. 3, Abs. 2, § 4a Abs. 2 S. 3 Nr. 4"), since=SINCE, rounding=CENT_HALF_UP)
def eg_nach_anrechnung(
    betrag: FixedEuroPerMonth = of(eg_nach_mutterschaftsgeld),
    art: Bezug = of(eg_art),
    ersatz: CentPerMonth = of(fakt.lohnersatz, when=eg_berechtigt),
    monate_vorher: Months = of(familie.ersatz_monate_vor_geburt, when=eg_berechtigt),
    mutterschaft: Flag = of(eg_mit_mutterschaftsgeld),
    mehrlinge: Count = of(eg_mehrlinge),
    frei: CentPerMonth = parameter("eg_anrechnungsfrei"),
) -> FixedEuroPerMonth:
    """Other benefits in place of pay, a twelfth less for each month with them before the birth; 300 euros a child stay free.

    With maternity benefits nothing is free. Left out: benefits that rest on a lower income than before the birth (S. 4).
    """
    teiler = 1 if art == Bezug.BASIS else 2
    bleibt = 0 if mutterschaft else CENT * frei * mehrlinge // teiler
    anzurechnen = CENT * ersatz * (12 - monate_vorher) // 12
    return betrag - min(anzurechnen, max(0, betrag - bleibt))


@rule(PERSON, cites=BEEG("§§ 2 bis 4a"), since=SINCE)
def eg_betrag(
    im_rahmen: Flag = of(eg_monat_im_rahmen), betrag: CentPerMonth = of(eg_nach_anrechnung, when=eg_monat_im_rahmen)
) -> CentPerMonth:
    """The Elterngeld of this parent for the month of life."""
    return betrag if im_rahmen else 0
