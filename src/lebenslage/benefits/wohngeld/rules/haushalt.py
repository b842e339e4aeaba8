"""Who is a member, who is excluded, who counts: WoGG §§ 3 and 5 to 8."""

from lebenslage.benefits.facts.leistungen import (
    BEZIEHT,
    Leistung,
    Stand,
    bei_leistung_beruecksichtigt,
    leistung,
    leistung_ab,
    leistung_bis,
    leistung_mit_unterkunft,
    leistung_stand,
    wohngeld_statt_leistung,
)
from lebenslage.benefits.facts.personen import (
    Aufenthalt,
    Betreuung,
    Todesfall,
    Verhaeltnis,
    aufenthalt,
    betreuung,
    geburtsdatum,
    getrennt_lebend,
    lebensmittelpunkt,
    todesfall,
    todesfall_wirkung,
    todestag,
    verhaeltnis,
)
from lebenslage.benefits.wohngeld.statute import SINCE, WOGG
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.units import Count, Day, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, count_of, greatest_of, number_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Group
from lebenslage.law.rules import rule


@rule(PERSON, cites=WOGG("§ 3 Abs. 5"), since=SINCE)
def aufenthalt_genuegt(recht: Aufenthalt = of(aufenthalt)) -> Flag:
    """A right to stay that opens Wohngeld. "As a rule not" for a title for search (S. 3): an exception is for the office."""
    return recht <= Aufenthalt.BEFREIT


@rule(PERSON, cites=WOGG("§ 5 Abs. 1 S. 2, Abs. 2"), since=SINCE)
def gehoert_zur_familie(art: Verhaeltnis = of(verhaeltnis), getrennt: Flag = of(getrennt_lebend)) -> Flag:
    """Spouse not separated, responsibility community, relative up to the third degree, foster child or parent; the applicant herself."""
    return art != Verhaeltnis.MITBEWOHNEND and not getrennt


@rule(PERSON, cites=WOGG("§ 5 Abs. 4 S. 3"), since=SINCE)
def wenig_betreut(anteil: Betreuung = of(betreuung)) -> Flag:
    """A child whom this household cares for less than a third of the time."""
    return anteil == Betreuung.WENIGER_ALS_EIN_DRITTEL


@rule(HOUSEHOLD, cites=WOGG("§ 5 Abs. 4 S. 3"), since=SINCE)
def wenig_betreute(kinder: Count = count_of(wenig_betreut)) -> Count:
    """How many such children there are."""
    return kinder


@rule(HOUSEHOLD, cites=WOGG("§ 5 Abs. 4 S. 3"), since=SINCE)
def juengstes_wenig_betreutes(geboren: Day = greatest_of(geburtsdatum, where=wenig_betreut)) -> Day:
    """The day of birth of the youngest of them (of twins born on one day both are taken)."""
    return geboren


@rule(PERSON, cites=WOGG("§ 5 Abs. 4"), since=SINCE)
def betreuung_genuegt(
    anteil: Betreuung = of(betreuung),
    kinder: Count = of(wenig_betreute, when=wenig_betreut),
    geboren: Day = of(geburtsdatum, when=wenig_betreut),
    juengstes: Day = of(juengstes_wenig_betreutes, when=wenig_betreut),
) -> Flag:
    """From a third of the care a child belongs to both homes; below, only the youngest of at least two children."""
    if anteil != Betreuung.WENIGER_ALS_EIN_DRITTEL:
        return True
    return kinder >= 2 and geboren == juengstes


@rule(PERSON, cites=WOGG("§ 5 Abs. 4"), since=SINCE)
def betreuung_ungeteilt(anteil: Betreuung = of(betreuung)) -> Flag:
    """The care of the child is not shared: only then its centre of life is asked."""
    return anteil == Betreuung.NICHT_GETEILT


@rule(PERSON, cites=WOGG("§ 5 Abs. 1 und 3"), since=SINCE)
def haushaltsmitglied(
    familie: Flag = of(gehoert_zur_familie),
    betreut: Flag = of(betreuung_genuegt, when=gehoert_zur_familie),
    mittelpunkt: Flag = of(lebensmittelpunkt, when=betreuung_ungeteilt, otherwise=1),
    recht: Flag = of(aufenthalt_genuegt, when=gehoert_zur_familie),
) -> Flag:
    """A member lives here as the centre of her life; common housekeeping is not a condition."""
    return familie and betreut and mittelpunkt and recht


WOHNGELDHAUSHALT = Group("wohngeldrechtlicher Haushalt", haushaltsmitglied)


@rule(HOUSEHOLD, cites=WOGG("§ 7 Abs. 1 S. 1 Nr. 9"), since=SINCE)
def alle_in_jugendhilfe(empfaenger: Count = count_of(leistung.among(Leistung.JUGENDHILFE)), bewohner: Count = number_of(PERSON)) -> Flag:
    """Everybody in the household lives on Jugendhilfe."""
    return empfaenger == bewohner


@rule(PERSON, cites=WOGG("§ 7 Abs. 1 S. 1 und 2"), since=SINCE)
def leistung_schliesst_aus(
    art: Leistung = of(leistung),
    unterkunft: Flag = of(leistung_mit_unterkunft),
    alle: Flag = of(alle_in_jugendhilfe, when=leistung.among(Leistung.JUGENDHILFE)),
) -> Flag:
    """The kind of benefit excludes. Housing costs in it matter only for Verletztengeld (Nr. 4) and Jugendhilfe (Nr. 9)."""
    if art == Leistung.VERLETZTENGELD:
        return unterkunft
    if art == Leistung.JUGENDHILFE:
        return unterkunft and alle
    return art != Leistung.KEINE


@rule(PERSON, cites=WOGG("§ 8 Abs. 1 S. 2"), since=SINCE)
def leistung_im_monat(ab: Day = of(leistung_ab), bis: Day = of(leistung_bis), stichtag: Day = of(STICHTAG)) -> Flag:
    """Exclusion runs in whole months: from the first one that the benefit covers from its first day, to the last it covers to its end."""
    monat = month_of(stichtag)
    beginn = month_of(ab - 1) + 1
    ende = month_of(bis + 1) - 1
    return beginn <= monat <= ende


@rule(PERSON, cites=WOGG("§ 7 Abs. 1 S. 3, § 8 Abs. 1 S. 3, Abs. 2"), since=SINCE)
def ausschluss_entfaellt(
    art: Leistung = of(leistung), stand: Stand = of(leistung_stand), statt: Flag = of(wohngeld_statt_leistung)
) -> Flag:
    """No exclusion: a loan only, refused, taken back, fallen away, repaid, waived; or Wohngeld avoids the need (Nr. 1 to 7)."""
    if stand >= Stand.NUR_DARLEHEN:
        return True
    return statt and art <= Leistung.SOZIALE_ENTSCHAEDIGUNG


@rule(PERSON, cites=WOGG("§ 7 Abs. 1, § 8"), since=SINCE)
def als_empfaenger_ausgeschlossen(
    art: Flag = of(leistung_schliesst_aus),
    im_monat: Flag = of(leistung_im_monat, when=BEZIEHT),
    entfaellt: Flag = of(ausschluss_entfaellt, when=BEZIEHT),
) -> Flag:
    """Excluded because she receives, or has applied for, such a benefit."""
    return art and im_monat and not entfaellt


@rule(HOUSEHOLD, cites=WOGG("§ 7 Abs. 2"), since=SINCE)
def jemand_ausgeschlossen(empfaenger: Flag = any_of(als_empfaenger_ausgeschlossen, where=WOHNGELDHAUSHALT)) -> Flag:
    """Somebody in the household is excluded: only then it matters whose means were counted with hers."""
    return empfaenger


@rule(PERSON, cites=WOGG("§ 7 Abs. 1 und 2"), since=SINCE)
def ausgeschlossen(
    empfaenger: Flag = of(als_empfaenger_ausgeschlossen), mitgezaehlt: Flag = of(bei_leistung_beruecksichtigt, when=jemand_ausgeschlossen)
) -> Flag:
    """Excluded as a receiver, or because her income and assets were counted for the benefit of another member."""
    return empfaenger or mitgezaehlt


@rule(PERSON, cites=WOGG("§ 6 Abs. 1"), since=SINCE)
def beruecksichtigt(mitglied: Flag = of(haushaltsmitglied), aus: Flag = of(ausgeschlossen, when=haushaltsmitglied)) -> Flag:
    """A member who is not excluded."""
    return mitglied and not aus


@rule(HOUSEHOLD, cites=WOGG("§ 6 Abs. 2"), since=SINCE)
def verstorbene_zaehlen(
    tod: Flag = of(todesfall), tag: Day = of(todestag), wirkung: Todesfall = of(todesfall_wirkung), stichtag: Day = of(STICHTAG)
) -> Count:
    """For twelve months after the month of death the number stays as it was. A second death in that time is for the office."""
    if not tod or wirkung != Todesfall.ZAEHLT_WEITER:
        return 0
    vergangen = month_of(stichtag) - month_of(tag)
    return 1 if 0 <= vergangen <= 12 else 0


@rule(WOHNGELDHAUSHALT, cites=WOGG("§ 6"), since=SINCE)
def zu_beruecksichtigende(lebende: Count = count_of(beruecksichtigt), verstorbene: Count = of(verstorbene_zaehlen)) -> Count:
    """How many members count."""
    return lebende + verstorbene if lebende else 0


@rule(WOHNGELDHAUSHALT, cites=WOGG("§ 11 Abs. 3 S. 3"), since=SINCE)
def haushaltsgroesse(lebende: Count = count_of(haushaltsmitglied), verstorbene: Count = of(verstorbene_zaehlen)) -> Count:
    """All members, excluded ones included."""
    return lebende + verstorbene


@rule(PERSON, cites=WOGG("§ 3 Abs. 3 bis 5, § 22 Abs. 2"), since=SINCE)
def person_berechtigt(
    art: Verhaeltnis = of(verhaeltnis),
    mitglied: Flag = of(haushaltsmitglied, when=verhaeltnis.among(Verhaeltnis.ANTRAGSTELLEND)),
) -> Flag:
    """The applicant uses the dwelling herself and may stay; being excluded (§ 7) does not stop her from applying for the others."""
    return art == Verhaeltnis.ANTRAGSTELLEND and mitglied
