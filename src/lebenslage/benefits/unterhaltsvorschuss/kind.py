"""For which child: UhVorschG § 1."""

from lebenslage.benefits.facts import familie, personen
from lebenslage.benefits.facts.familie import Familienstand, Titel
from lebenslage.benefits.facts.leistungen import Leistung, leistung
from lebenslage.benefits.facts.personen import Betreuung, Verhaeltnis, verhaeltnis
from lebenslage.benefits.kindergeld.aufenthalt import familienleistung_trotz_aufenthalt
from lebenslage.benefits.unterhaltsvorschuss.einkommen import einkommen_vor_abzuegen
from lebenslage.benefits.unterhaltsvorschuss.statute import BGB, SINCE, UHVORSCHG, parameter
from lebenslage.kernel.dates import age_on, month_of
from lebenslage.kernel.units import CentPerMonth, Count, Day, Flag, PersonRef
from lebenslage.law.facts import NOBODY, STICHTAG
from lebenslage.law.inputs import any_of, at, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

ANTRAGSTELLEND = verhaeltnis.among(Verhaeltnis.ANTRAGSTELLEND)
PARTNER = verhaeltnis.among(Verhaeltnis.PARTNER)


@rule(PERSON, cites=BGB("§ 1612a Abs. 3"), since=SINCE)
def uvg_alter(geboren: Day = of(personen.geburtsdatum), stichtag: Day = of(STICHTAG)) -> Count:
    """Years of life completed by the end of the month: a step holds from the first of the month. -1 before the birth.

    A year is completed on the eve of the birthday: who is born on the first of a month completes it in the month before.
    """
    if month_of(geboren) > month_of(stichtag):
        return -1
    return max(0, (month_of(stichtag) - month_of(geboren - 1)) // 12)


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1 Nr. 1 und 2, Abs. 1a"), since=SINCE)
def uvg_kind(
    art: Verhaeltnis = of(verhaeltnis),
    alter: Count = of(uvg_alter),
    geboren: Day = of(personen.geburtsdatum),
    stichtag: Day = of(STICHTAG),
) -> Flag:
    """A child, or a relative who may be the child of somebody here, not yet 18 at the beginning of the month."""
    return art in (Verhaeltnis.KIND, Verhaeltnis.VERWANDT) and alter >= 0 and age_on(geboren, stichtag) < 18


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 1 Abs. 3"), since=SINCE)
def uvg_mit_partner(partner: Flag = any_of(PARTNER)) -> Flag:
    """An unmarried partner lives here: she or he may be the other parent."""
    return partner


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1 Nr. 2"), since=SINCE)
def uvg_ehegatte_hier(art: Verhaeltnis = of(verhaeltnis), getrennt: Flag = of(personen.getrennt_lebend)) -> Flag:
    """The spouse or registered partner of the applicant, not separated for good."""
    return art == Verhaeltnis.EHEGATTE and not getrennt


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 1 Abs. 1 Nr. 2"), since=SINCE)
def uvg_ehepaar_hier(ehegatte: Flag = any_of(uvg_ehegatte_hier)) -> Flag:
    """The applicant lives here with a spouse."""
    return ehegatte


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1 Nr. 2"), since=SINCE)
def uvg_teil_des_ehepaars(
    art: Verhaeltnis = of(verhaeltnis), ehegatte: Flag = of(uvg_ehegatte_hier), ehepaar: Flag = of(uvg_ehepaar_hier)
) -> Flag:
    """Lives here with the spouse."""
    return ehegatte or (art == Verhaeltnis.ANTRAGSTELLEND and ehepaar)


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1 Nr. 2"), since=SINCE)
def uvg_stand_offen(ehepaar: Flag = of(uvg_teil_des_ehepaars)) -> Flag:
    """Lives without a spouse: only then the marital status is asked."""
    return not ehepaar


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1 Nr. 2, Abs. 2"), since=SINCE)
def uvg_alleinstehend(offen: Flag = of(uvg_stand_offen), stand: Familienstand = of(familie.familienstand, when=uvg_stand_offen)) -> Flag:
    """Single, widowed, divorced, separated for good, or the spouse is in an institution for at least six months."""
    return offen and stand != Familienstand.VERHEIRATET


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 1 Abs. 1 Nr. 2"), since=SINCE)
def uvg_antragstellende_allein(allein: Flag = any_of(uvg_alleinstehend, where=ANTRAGSTELLEND)) -> Flag:
    """The applicant lives in no marriage."""
    return allein


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 3"), since=SINCE)
def uvg_eltern_zu_klaeren(art: Verhaeltnis = of(verhaeltnis), kind: Flag = of(uvg_kind), partner: Flag = of(uvg_mit_partner)) -> Flag:
    """Who of the household is a parent is asked only of a relative, or where an unmarried partner lives here."""
    return kind and (art == Verhaeltnis.VERWANDT or partner)


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 3"), since=SINCE)
def uvg_beide_eltern_hier(
    eines: PersonRef = of(personen.elternteil_1, when=uvg_eltern_zu_klaeren, otherwise=NOBODY),
    anderes: PersonRef = of(personen.elternteil_2, when=uvg_eltern_zu_klaeren, otherwise=NOBODY),
) -> Flag:
    """Both parents live together with the child."""
    return min(eines, anderes) > NOBODY


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1 Nr. 2"), since=SINCE)
def uvg_elternteil_allein(
    zu_klaeren: Flag = of(uvg_eltern_zu_klaeren),
    antragstellende: Flag = of(uvg_antragstellende_allein),
    eines: Flag = at(uvg_alleinstehend, via=personen.elternteil_1),
    anderes: Flag = at(uvg_alleinstehend, via=personen.elternteil_2),
) -> Flag:
    """The parent here lives in no marriage: the applicant, or whom the child names."""
    return eines or anderes if zu_klaeren else antragstellende


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1 Nr. 2, Abs. 3"), since=SINCE)
def uvg_kind_bei_einem_elternteil(
    kind: Flag = of(uvg_kind),
    beide: Flag = of(uvg_beide_eltern_hier, when=uvg_kind),
    allein: Flag = of(uvg_elternteil_allein, when=uvg_kind),
    hier: Flag = of(personen.lebensmittelpunkt, when=uvg_kind),
    anteil: Betreuung = of(personen.betreuung, when=uvg_kind),
    anderer_viel: Flag = of(familie.anderer_betreut_ab_40_prozent, when=uvg_kind),
) -> Flag:
    """Lives with one parent. From 40 % of the care by the other one it lives with both (BVerwG, 12.12.2023, 5 C 9.22)."""
    wenig_hier = anteil == Betreuung.WENIGER_ALS_EIN_DRITTEL
    return kind and allein and hier and not beide and not wenig_hier and not anderer_viel


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 2a S. 2"), since=SINCE)
def uvg_kind_mit_recht(recht: Flag = of(familienleistung_trotz_aufenthalt), titel: Titel = of(familie.aufenthaltstitel)) -> Flag:
    """The child's own right to stay suffices; a minor with a title of Nr. 2 c needs no work."""
    return recht or titel == Titel.HUMANITAER


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 1 Abs. 2a S. 1"), since=SINCE)
def uvg_antragstellende_mit_recht(recht: Flag = any_of(familienleistung_trotz_aufenthalt, where=ANTRAGSTELLEND)) -> Flag:
    """The applicant's right to stay suffices."""
    return recht


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 2a"), since=SINCE)
def uvg_kind_mit_aufenthalt(
    kind: Flag = of(uvg_kind_bei_einem_elternteil),
    eigenes: Flag = of(uvg_kind_mit_recht, when=uvg_kind_bei_einem_elternteil),
    zu_klaeren: Flag = of(uvg_eltern_zu_klaeren),
    antragstellende: Flag = of(uvg_antragstellende_mit_recht, when=uvg_kind_bei_einem_elternteil),
    eines: Flag = at(familienleistung_trotz_aufenthalt, via=personen.elternteil_1),
    anderes: Flag = at(familienleistung_trotz_aufenthalt, via=personen.elternteil_2),
) -> Flag:
    """The right to stay of the child, or of the parent it lives with, suffices."""
    elternteil = (eines or anderes) if zu_klaeren else antragstellende
    return kind and (eigenes or elternteil)


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1a S. 1 Nr. 2"), since=SINCE)
def uvg_elternteil_mit_einkommen(
    einkommen: CentPerMonth = of(einkommen_vor_abzuegen), mindestens: CentPerMonth = parameter("uvg_mindesteinkommen")
) -> Flag:
    """Has at least 600 euros before deductions, without Kindergeld."""
    return einkommen >= mindestens


@rule(HOUSEHOLD, cites=UHVORSCHG("§ 1 Abs. 1a S. 1 Nr. 2"), since=SINCE)
def uvg_antragstellende_mit_einkommen(genug: Flag = any_of(uvg_elternteil_mit_einkommen, where=ANTRAGSTELLEND)) -> Flag:
    """The applicant has that income."""
    return genug


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 1a S. 1 Nr. 1"), since=SINCE)
def uvg_ohne_grundsicherung(kind: Flag = of(uvg_kind_mit_aufenthalt), art: Leistung = of(leistung, when=uvg_kind_mit_aufenthalt)) -> Flag:
    """A child that receives nothing under SGB II."""
    return kind and art not in (Leistung.GRUNDSICHERUNGSGELD, Leistung.AUSZUBILDENDE_SGB2)


@rule(PERSON, cites=UHVORSCHG("§ 1 Abs. 3 und 4"), since=SINCE)
def uvg_nicht_ausgeschlossen(
    kind: Flag = of(uvg_kind_mit_aufenthalt),
    art: Leistung = of(leistung, when=uvg_kind_mit_aufenthalt),
    voraus: Flag = of(familie.unterhalt_vorausgezahlt, when=uvg_kind_mit_aufenthalt),
    mitwirkung: Flag = of(familie.mitwirkung_unterhalt, when=uvg_kind_mit_aufenthalt),
) -> Flag:
    """The parent cooperates, the month is not paid in advance, Jugendhilfe does not cover the need (a part of it is for the office)."""
    return kind and mitwirkung and not voraus and art != Leistung.JUGENDHILFE
