"""Who falls under chapter 4, whatever her means: SGB XII §§ 22, 23, 41 and 41a."""

from lebenslage.benefits.aufenthaltsrecht import sozialhilfe_ausgeschlossen
from lebenslage.benefits.facts import bedarf, behinderung, personen, sozialhilfe
from lebenslage.benefits.facts.bedarf import Ausbildungsart, Bafoeg, Erwerbsfaehigkeit
from lebenslage.benefits.facts.behinderung import Behindertenhilfe
from lebenslage.benefits.facts.leistungen import Leistung, leistung
from lebenslage.benefits.facts.personen import Merkmal, Verhaeltnis
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import sgb12_alter
from lebenslage.benefits.grundsicherung.statute import SGB12, SINCE, parameter
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.units import Count, Day, Flag, Months
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import rule

FIRST_YEAR_RAISED = 1947
IN_AUSBILDUNG = personen.merkmale.has(Merkmal.AUSBILDUNG)


@rule(PERSON, cites=SGB12("§ 41 Abs. 2"), since=SINCE)
def sgb12_altersgrenze_monat(
    geboren: Day = of(personen.geburtsdatum), anhebung: tuple[Months, ...] = parameter("sgb12_altersgrenze_anhebung")
) -> Day:
    """The first day of the month in which the age limit is reached: 65 years and the months of the year of birth.

    A year of life is completed on the day before the birthday (BGB § 187 Abs. 2): born on a first, it is the month before.
    """
    jahrgang = month_of(geboren) // 12 - FIRST_YEAR_RAISED + 1
    return first_day(month_of(geboren - 1) + 65 * 12 + anhebung[min(max(jahrgang, 0), len(anhebung) - 1)])


@rule(PERSON, cites=SGB12("§ 41 Abs. 2, § 44 Abs. 2 und 3 S. 3"), since=SINCE)
def sgb12_altersgrenze_erreicht(
    monat: Day = of(sgb12_altersgrenze_monat), bezieht: Leistung = of(leistung), stichtag: Day = of(STICHTAG)
) -> Flag:
    """Reached within this month; who still gets Grundsicherungsgeld stays there to the end of that month (SGB II § 7a)."""
    return stichtag > monat if bezieht == Leistung.GRUNDSICHERUNGSGELD else stichtag >= monat


@rule(PERSON, cites=SGB12("§ 41 Abs. 3"), since=SINCE)
def sgb12_erwerbsfaehigkeit_fraglich(alter: Count = of(sgb12_alter), alt: Flag = of(sgb12_altersgrenze_erreicht)) -> Flag:
    """From 15 to the age limit it matters whether somebody can work."""
    return alter >= 15 and not alt


@rule(PERSON, cites=SGB12("§ 41 Abs. 3"), since=SINCE)
def sgb12_voll_erwerbsgemindert(
    faehigkeit: Erwerbsfaehigkeit = of(bedarf.erwerbsfaehigkeit, when=sgb12_erwerbsfaehigkeit_fraglich),
) -> Flag:
    """Fully reduced earning capacity (SGB VI § 43 Abs. 2), for good or for a time."""
    return faehigkeit != Erwerbsfaehigkeit.ERWERBSFAEHIG


@rule(PERSON, cites=SGB12("§ 41 Abs. 3, § 44 Abs. 2"), since=SINCE)
def sgb12_volljaehrig_im_monat(geboren: Day = of(personen.geburtsdatum), stichtag: Day = of(STICHTAG)) -> Flag:
    """Completes the 18th year of life by the end of the month."""
    return month_of(geboren - 1) + 18 * 12 <= month_of(stichtag)


@rule(PERSON, cites=SGB12("§ 41 Abs. 3 und 3a, § 45"), since=SINCE)
def grundsicherung_wegen_erwerbsminderung(
    volljaehrig: Flag = of(sgb12_volljaehrig_im_monat),
    gemindert: Flag = of(sgb12_voll_erwerbsgemindert),
    faehigkeit: Erwerbsfaehigkeit = of(bedarf.erwerbsfaehigkeit, when=sgb12_voll_erwerbsgemindert),
    hilfe: Behindertenhilfe = of(behinderung.behindertenhilfe, when=sgb12_voll_erwerbsgemindert),
) -> Flag:
    """From 18: for good, as the pension insurance has found; or in the first stages of a workshop, or on a training budget."""
    auf_dem_weg = bool(hilfe & (Behindertenhilfe.EINGANGSVERFAHREN | Behindertenhilfe.AUSBILDUNGSBUDGET))
    dauernd = faehigkeit == Erwerbsfaehigkeit.VOLL_ERWERBSGEMINDERT_DAUERND
    return volljaehrig and gemindert and (dauernd or auf_dem_weg)


@rule(PERSON, cites=SGB12("§ 22"), since=SINCE)
def sgb12_ausbildung_schliesst_aus(
    merkmale: Merkmal = of(personen.merkmale),
    verhaeltnis: Verhaeltnis = of(personen.verhaeltnis),
    art: Ausbildungsart = of(bedarf.ausbildungsart),
    bafoeg: Bafoeg = of(bedarf.bafoeg),
    haertefall: Flag = of(sozialhilfe.ausbildung_haertefall),
) -> Flag:
    """Training that BAföG or the employment agency could support; not a school while living with parents, nor where law bars support."""
    if not merkmale & Merkmal.AUSBILDUNG or haertefall:
        return False
    bei_eltern = verhaeltnis == Verhaeltnis.KIND and art == Ausbildungsart.SCHULE
    gesperrt = bafoeg == Bafoeg.WEGEN_WOHNUNG_DER_ELTERN_ODER_ALTER_AUSGESCHLOSSEN
    return not bei_eltern and not gesperrt


@rule(PERSON, cites=SGB12("§ 22, § 23, § 41 Abs. 1, § 41a"), since=SINCE)
def sgb12_zugang(
    hier: Flag = of(personen.lebensmittelpunkt),
    fremd: Flag = of(sozialhilfe_ausgeschlossen),
    ausbildung: Flag = of(sgb12_ausbildung_schliesst_aus),
    ausland: Flag = of(sozialhilfe.laenger_im_ausland),
) -> Flag:
    """Lives here, is not shut out as a foreigner or by training, and has not been abroad for more than four weeks."""
    return hier and not fremd and not ausbildung and not ausland


@rule(PERSON, cites=SGB12("§ 41"), since=SINCE)
def grundsicherung_dem_grunde_nach(
    alt: Flag = of(sgb12_altersgrenze_erreicht), em: Flag = of(grundsicherung_wegen_erwerbsminderung)
) -> Flag:
    """Old enough, or unable to work for good."""
    return alt or em


@rule(PERSON, cites=SGB12("§ 41"), since=SINCE)
def grundsicherung_berechtigt(
    zugang: Flag = of(sgb12_zugang),
    grund: Flag = of(grundsicherung_dem_grunde_nach, when=sgb12_zugang),
    verschuldet: Flag = of(sozialhilfe.selbst_verursacht, when=grundsicherung_dem_grunde_nach),
) -> Flag:
    """Falls under chapter 4, whatever her means; not who brought about the need herself in the last ten years (Abs. 4)."""
    return zugang and grund and not verschuldet
