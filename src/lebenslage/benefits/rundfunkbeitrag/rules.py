"""Who need not pay the broadcasting fee, or only a third: RBStV § 4. The notice decides; no need is calculated again (Abs. 7).

One fee a dwelling (§ 2). Left out: second homes (§ 4a), rooms of institutions, exemption lists of single Laender.
"""

from lebenslage.benefits.bescheide.rules import (
    ELTERNTEIL,
    FAMILIE,
    bezieht_ausbildungsfoerderung,
    laufende_leistung,
    weiterer_bescheid_gilt,
)
from lebenslage.benefits.facts import antrag, ermaessigungen
from lebenslage.benefits.facts.behinderung import Behindertenhilfe, Merkzeichen, behindertenhilfe, merkzeichen
from lebenslage.benefits.facts.bescheide import (
    Bescheid,
    bescheide,
    foerderung_bescheid_ab,
    foerderung_bescheid_bis,
    weiterer_bescheid_ab,
    weiterer_bescheid_bis,
)
from lebenslage.benefits.facts.leistungen import Leistung, leistung, leistung_ab, leistung_bis, leistung_mit_unterkunft
from lebenslage.benefits.facts.personen import Verhaeltnis, elternteil_1, elternteil_2, geburtsdatum, verhaeltnis
from lebenslage.benefits.rundfunkbeitrag.statute import RBSTV, SINCE, parameter
from lebenslage.kernel.dates import age_on, first_day, month_of
from lebenslage.kernel.units import CentPerMonth, Count, Day, Flag, Months, PersonRef
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import LAST_DAY, NOBODY, STICHTAG
from lebenslage.law.inputs import any_of, count_of, greatest_of, least_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

TAUBBLIND = merkzeichen.has(Merkzeichen.TBL)
ERMAESSIGT = merkzeichen.has(Merkzeichen.RF)
IN_JUGENDHILFE = leistung.among(Leistung.JUGENDHILFE)
PFLEGE_ODER_ZULAGE = bescheide.has(Bescheid.PFLEGEGELD_DES_LANDES | Bescheid.PFLEGEZULAGE | Bescheid.SONDERFUERSORGE)
HILFE_ZUR_PFLEGE = behindertenhilfe.has(Behindertenhilfe.HILFE_ZUR_PFLEGE | Behindertenhilfe.BLINDENHILFE)
KIND = verhaeltnis.among(Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND)
VOLLJAEHRIG = 18
YES_BY_BENEFIT = (
    Leistung.GRUNDSICHERUNGSGELD,
    Leistung.GRUNDSICHERUNG_IM_ALTER,
    Leistung.HILFE_ZUM_LEBENSUNTERHALT,
    Leistung.SOZIALE_ENTSCHAEDIGUNG,
    Leistung.ASYLBEWERBERLEISTUNG,
)


@rule(PERSON, cites=RBSTV("§ 2 Abs. 2 S. 1"), since=SINCE)
def rundfunk_schuldet(familie: Flag = of(FAMILIE), geboren: Day = of(geburtsdatum), stichtag: Day = of(STICHTAG)) -> Flag:
    """Every adult who lives in the dwelling owes the fee; one pays for all."""
    return familie and age_on(geboren, stichtag) >= VOLLJAEHRIG


@rule(PERSON, cites=RBSTV("§ 4 Abs. 1 Nr. 1 bis 4 und 9"), since=SINCE)
def rundfunk_durch_leistung(
    art: Leistung = of(laufende_leistung),
    im_heim: Flag = of(leistung_mit_unterkunft, when=IN_JUGENDHILFE),
    schuldet: Flag = of(rundfunk_schuldet, when=IN_JUGENDHILFE),
) -> Flag:
    """Basic income support of any kind; adults in an institution of Jugendhilfe. Not SGB II § 27: that is no Grundsicherungsgeld."""
    if art == Leistung.JUGENDHILFE:
        return im_heim and schuldet
    return art in YES_BY_BENEFIT


@rule(PERSON, cites=RBSTV("§ 4 Abs. 1 Nr. 5"), since=SINCE)
def rundfunk_durch_ausbildung(
    gefoerdert: Flag = of(bezieht_ausbildungsfoerderung),
    erster: PersonRef = of(elternteil_1, when=bezieht_ausbildungsfoerderung, otherwise=NOBODY),
    zweiter: PersonRef = of(elternteil_2, when=bezieht_ausbildungsfoerderung, otherwise=NOBODY),
) -> Flag:
    """BAföG, BAB or Ausbildungsgeld, where no parent lives in the dwelling."""
    return gefoerdert and erster == NOBODY and zweiter == NOBODY


@rule(PERSON, cites=RBSTV("§ 4 Abs. 1 Nr. 6 bis 8 und 10"), since=SINCE)
def rundfunk_durch_weitere(
    gilt: Flag = of(weiterer_bescheid_gilt), zulage: Flag = of(PFLEGE_ODER_ZULAGE), pflege: Flag = of(HILFE_ZUR_PFLEGE)
) -> Flag:
    """Special welfare, Hilfe zur Pflege, care allowance of the Land, care supplement, Blindenhilfe."""
    return gilt and (zulage or pflege)


@rule(PERSON, cites=RBSTV("§ 4 Abs. 1"), since=SINCE)
def rundfunk_befreit(
    familie: Flag = of(FAMILIE),
    leistung: Flag = of(rundfunk_durch_leistung),
    ausbildung: Flag = of(rundfunk_durch_ausbildung),
    weitere: Flag = of(rundfunk_durch_weitere),
    taubblind: Flag = of(TAUBBLIND),
) -> Flag:
    """Exempt on application by one of the grounds of the list, which is closed: Wohngeld and Kinderzuschlag are not on it."""
    return familie and (leistung or ausbildung or weitere or taubblind)


@rule(HOUSEHOLD, cites=RBSTV("§ 4 Abs. 3"), since=SINCE)
def rundfunk_paar_befreit(jemand: Flag = any_of(rundfunk_befreit, where=ELTERNTEIL)) -> Flag:
    """The applicant or her spouse or partner is exempt: that covers both. Separation within one dwelling is for the office."""
    return jemand


@rule(HOUSEHOLD, cites=RBSTV("§ 4 Abs. 6 S. 2"), since=SINCE)
def rundfunk_haerte_zu_pruefen(befreit: Flag = of(rundfunk_paar_befreit)) -> Flag:
    """Nobody is exempt yet: only then hardship is asked."""
    return not befreit


@rule(HOUSEHOLD, cites=RBSTV("§ 4 Abs. 6 S. 2"), since=SINCE)
def rundfunk_haertefall(
    pruefen: Flag = of(rundfunk_haerte_zu_pruefen),
    abgelehnt: Flag = of(ermaessigungen.sozialleistung_abgelehnt, when=rundfunk_haerte_zu_pruefen),
    darueber: CentPerMonth = of(ermaessigungen.einkommen_ueber_bedarf, when=rundfunk_haerte_zu_pruefen),
    beitrag: CentPerMonth = parameter("rundfunk_monatsbeitrag"),
) -> Flag:
    """A benefit of the list was refused because income exceeds the need by less than the fee. Other hardship is for the office."""
    return pruefen and abgelehnt and darueber < beitrag


@rule(HOUSEHOLD, cites=RBSTV("§ 4 Abs. 2 und 3"), since=SINCE)
def rundfunk_ermaessigt(jemand: Flag = any_of(ERMAESSIGT, where=ELTERNTEIL)) -> Flag:
    """The applicant or her spouse or partner has the mark RF on the card."""
    return jemand


@rule(HOUSEHOLD, cites=RBSTV("§ 4 Abs. 1, 2 und 6"), since=SINCE)
def rundfunk_grund(
    befreit: Flag = of(rundfunk_paar_befreit), haerte: Flag = of(rundfunk_haertefall), ermaessigt: Flag = of(rundfunk_ermaessigt)
) -> Flag:
    """There is a ground for exemption, hardship or reduction."""
    return befreit or haerte or ermaessigt


@rule(HOUSEHOLD, cites=RBSTV("§ 4 Abs. 2"), since=SINCE)
def rundfunk_entlastung(
    befreit: Flag = of(rundfunk_paar_befreit),
    haerte: Flag = of(rundfunk_haertefall),
    ermaessigt: Flag = of(rundfunk_ermaessigt),
    beitrag: CentPerMonth = parameter("rundfunk_monatsbeitrag"),
    drittel: Count = parameter("rundfunk_ermaessigung_drittel"),
) -> CentPerMonth:
    """What need not be paid: the whole fee, or two thirds of it."""
    if befreit or haerte:
        return beitrag
    return beitrag - beitrag * drittel // 3 if ermaessigt else 0


@rule(PERSON, cites=RBSTV("§ 4 Abs. 3 Nr. 1 bis 3"), since=SINCE)
def rundfunk_nicht_erfasst(
    schuldet: Flag = of(rundfunk_schuldet),
    paar: Flag = of(ELTERNTEIL),
    kind: Flag = of(KIND),
    geboren: Day = of(geburtsdatum),
    stichtag: Day = of(STICHTAG),
    kinder_unter: Count = parameter("rundfunk_kinder_unter"),
) -> Flag:
    """An adult of the family whom the exemption does not cover: neither spouse or partner nor a child under 25."""
    return schuldet and not paar and not (kind and age_on(geboren, stichtag) < kinder_unter)


@rule(HOUSEHOLD, cites=RBSTV("§ 4 Abs. 3"), since=SINCE)
def rundfunk_alle_erfasst(
    andere: Count = count_of(rundfunk_nicht_erfasst), mitbewohner: Count = count_of(verhaeltnis.among(Verhaeltnis.MITBEWOHNEND))
) -> Flag:
    """Nobody else in the dwelling owes the fee. Otherwise that person goes on paying it."""
    return andere == 0 and mitbewohner == 0


@rule(PERSON, cites=RBSTV("§ 4 Abs. 4 S. 1"), since=SINCE)
def rundfunk_anderer_grund(leistung: Flag = of(rundfunk_durch_leistung)) -> Flag:
    """Not by a benefit for the cost of living: only then the days of other notices are asked."""
    return not leistung


@rule(PERSON, cites=RBSTV("§ 4 Abs. 4 S. 1"), since=SINCE)
def rundfunk_durch_weitere_allein(
    anderer: Flag = of(rundfunk_anderer_grund), weitere: Flag = of(rundfunk_durch_weitere, when=rundfunk_anderer_grund)
) -> Flag:
    """By a further notice, and by no benefit for the cost of living."""
    return anderer and weitere


@rule(PERSON, cites=RBSTV("§ 4 Abs. 4 S. 1"), since=SINCE)
def rundfunk_bescheid_ab(
    leistung: Flag = of(rundfunk_durch_leistung),
    leistung_seit: Day = of(leistung_ab, when=rundfunk_durch_leistung),
    ausbildung: Flag = of(rundfunk_durch_ausbildung, when=rundfunk_anderer_grund),
    ausbildung_seit: Day = of(foerderung_bescheid_ab, when=rundfunk_anderer_grund),
    weitere: Flag = of(rundfunk_durch_weitere, when=rundfunk_anderer_grund),
    weitere_seit: Day = of(weiterer_bescheid_ab, when=rundfunk_durch_weitere_allein),
) -> Day:
    """The first day of the notice: of the benefit for the cost of living first, else the earliest of the others."""
    if leistung:
        return leistung_seit
    tag = ausbildung_seit if ausbildung else LAST_DAY
    return min(tag, weitere_seit) if weitere else tag


@rule(PERSON, cites=RBSTV("§ 4 Abs. 4 S. 2"), since=SINCE)
def rundfunk_bescheid_bis(
    leistung: Flag = of(rundfunk_durch_leistung),
    leistung_ende: Day = of(leistung_bis, when=rundfunk_durch_leistung),
    ausbildung: Flag = of(rundfunk_durch_ausbildung, when=rundfunk_anderer_grund),
    ausbildung_ende: Day = of(foerderung_bescheid_bis, when=rundfunk_anderer_grund),
    weitere_ende: Day = of(weiterer_bescheid_bis, when=rundfunk_durch_weitere_allein),
    taubblind: Flag = of(TAUBBLIND, when=rundfunk_anderer_grund),
) -> Day:
    """The last day of that notice, else the latest of the others. For the deafblind there is none."""
    if leistung:
        return leistung_ende
    return LAST_DAY if taubblind else max(ausbildung_ende if ausbildung else 0, weitere_ende)


@rule(HOUSEHOLD, cites=RBSTV("§ 4 Abs. 4 S. 1"), since=SINCE)
def rundfunk_beginn(
    bescheid: Day = least_of(rundfunk_bescheid_ab, where=ELTERNTEIL, otherwise=LAST_DAY),
    gestellt: Day = of(antrag.antragsdatum),
    zurueck: Months = parameter("rundfunk_rueckwirkung"),
) -> Day:
    """The first of the month in which the notice begins, at most three years before the application; without a notice its month."""
    fruehestens = month_of(gestellt) - zurueck
    beginn = month_of(bescheid) if bescheid < LAST_DAY else month_of(gestellt)
    return first_day(max(fruehestens, beginn))


@rule(HOUSEHOLD, cites=RBSTV("§ 4 Abs. 4 S. 2"), since=SINCE)
def rundfunk_ende(
    bescheid: Day = greatest_of(rundfunk_bescheid_bis, where=ELTERNTEIL, otherwise=LAST_DAY), befreit: Flag = of(rundfunk_paar_befreit)
) -> Day:
    """With the notice. The mark RF and hardship have the term that the Beitragsservice sets."""
    return bescheid if befreit else LAST_DAY


RUNDFUNKBEITRAG = Benefit(
    id="rundfunkbeitrag",
    gates=(rundfunk_grund,),
    amount=rundfunk_entlastung,
    begins=rundfunk_beginn,
    ends=rundfunk_ende,
    hints=(rundfunk_alle_erfasst,),
)
