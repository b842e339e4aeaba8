"""Who gets benefits under AsylbLG § 1, and whom SGB XII § 23 shuts out.

Left out: a certificate instead of a title for people with protection (AsylbLG § 1 Abs. 1 Nr. 8 b, Abs. 3a), and the child whose parent with
a title under AufenthG § 25 Abs. 5 has left the AsylbLG (Abs. 3 S. 2): both are for the office.
"""

from datetime import date

from lebenslage.benefits.aufenthaltsrecht.statute import ASYLBLG, SGB12, SINCE, parameter
from lebenslage.benefits.facts import asyl, familie, personen
from lebenslage.benefits.facts.asyl import Asyllage, Aufenthaltserlaubnis
from lebenslage.benefits.facts.bedarf import fuenf_jahre_gemeldet
from lebenslage.benefits.facts.familie import Freizuegigkeit
from lebenslage.benefits.facts.personen import Aufenthalt, Verhaeltnis
from lebenslage.kernel.dates import age_on, first_day, month_of
from lebenslage.kernel.units import Day, Flag, Months
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, at, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

NACH_KRIEGSBEGINN = date(2022, 2, 24).toordinal()
VOR_JUNI_2022 = date(2022, 6, 1).toordinal()
NACH_MAERZ_2025 = date(2025, 3, 31).toordinal()


def full_months(start: int, day: int) -> int:
    """Completed months from a day to another."""
    months = month_of(day) - month_of(start)
    return months - 1 if day - first_day(month_of(day)) < start - first_day(month_of(start)) else months


@rule(PERSON, cites=ASYLBLG("§ 1 Abs. 1 Nr. 3, Abs. 3 S. 1"), since=SINCE)
def asylblg_nach_erlaubnis(
    erlaubnis: Aufenthaltserlaubnis = of(asyl.aufenthaltserlaubnis),
    ausgesetzt: Day = of(asyl.abschiebung_ausgesetzt_am),
    stichtag: Day = of(STICHTAG),
    monate: Months = parameter("asylblg_ausreise_unmoeglich_monate"),
) -> Flag:
    """A permit because of war at home or for a passing reason; where departure is impossible, for 18 months after the first decision."""
    if erlaubnis == Aufenthaltserlaubnis.AUSREISE_UNMOEGLICH:
        return full_months(ausgesetzt, stichtag) < monate
    return erlaubnis in (Aufenthaltserlaubnis.KRIEG_IM_HEIMATLAND, Aufenthaltserlaubnis.VORUEBERGEHEND)


@rule(PERSON, cites=ASYLBLG("§ 1 Abs. 1 Nr. 8"), since=SINCE)
def asylblg_nach_schutztitel(
    erlaubnis: Aufenthaltserlaubnis = of(asyl.aufenthaltserlaubnis),
    erteilt: Day = of(asyl.schutztitel_erteilt_am),
    erfasst: Flag = of(asyl.erkennungsdienstlich_erfasst),
    neue_regel: Flag = parameter("asylblg_schutztitel_ab_april_2025"),
) -> Flag:
    """Protection under AufenthG § 24 granted in spring 2022 and never registered; all others are in SGB II and SGB XII."""
    if erlaubnis != Aufenthaltserlaubnis.MASSENZUSTROM:
        return False
    return (NACH_KRIEGSBEGINN < erteilt < VOR_JUNI_2022 and not erfasst) or (neue_regel and erteilt > NACH_MAERZ_2025)


@rule(PERSON, cites=ASYLBLG("§ 1 Abs. 1 Nr. 1 bis 5"), since=SINCE)
def asylblg_aus_eigenem_recht(
    recht: Aufenthalt = of(personen.aufenthalt), lage: Asyllage = of(asyl.asyllage), erlaubnis: Flag = of(asylblg_nach_erlaubnis)
) -> Flag:
    """Gestattung, Duldung, one of the permits above, an asylum request, the airport procedure, or a duty to leave that can be enforced."""
    if recht in (Aufenthalt.GESTATTUNG, Aufenthalt.DULDUNG) or erlaubnis:
        return True
    return lage in (Asyllage.ASYLGESUCH, Asyllage.AUSREISEPFLICHTIG, Asyllage.FLUGHAFEN)


@rule(PERSON, cites=ASYLBLG("§ 1 Abs. 1 Nr. 6"), since=SINCE)
def asylblg_nur_als_familie(recht: Aufenthalt = of(personen.aufenthalt), lage: Asyllage = of(asyl.asyllage)) -> Flag:
    """Has neither a right to stay nor a procedure of her own: only then it matters whose spouse or child she is."""
    return recht == Aufenthalt.KEIN_RECHT and lage == Asyllage.KEINE


@rule(PERSON, cites=ASYLBLG("§ 1 Abs. 1 Nr. 6"), since=SINCE)
def asylblg_im_ehepaar(art: Verhaeltnis = of(personen.verhaeltnis), getrennt: Flag = of(personen.getrennt_lebend)) -> Flag:
    """The applicant, or her spouse or registered partner."""
    return art == Verhaeltnis.ANTRAGSTELLEND or (art == Verhaeltnis.EHEGATTE and not getrennt)


@rule(HOUSEHOLD, cites=ASYLBLG("§ 1 Abs. 1 Nr. 6"), since=SINCE)
def asylblg_ehepaar_hat_recht(
    ehe: Flag = any_of(personen.verhaeltnis.among(Verhaeltnis.EHEGATTE)),
    recht: Flag = any_of(asylblg_aus_eigenem_recht, where=asylblg_im_ehepaar),
) -> Flag:
    """One of two spouses falls under Nr. 1 to 5."""
    return ehe and recht


@rule(PERSON, cites=ASYLBLG("§ 1 Abs. 1 Nr. 6"), since=SINCE)
def asylblg_als_familie(
    ehepaar: Flag = of(asylblg_im_ehepaar),
    ehepaar_hat_recht: Flag = of(asylblg_ehepaar_hat_recht, when=asylblg_im_ehepaar),
    geboren: Day = of(personen.geburtsdatum),
    stichtag: Day = of(STICHTAG),
    eines: Flag = at(asylblg_aus_eigenem_recht, via=personen.elternteil_1),
    anderes: Flag = at(asylblg_aus_eigenem_recht, via=personen.elternteil_2),
) -> Flag:
    """Spouse or minor child of somebody under Nr. 1 to 5."""
    return (ehepaar and ehepaar_hat_recht) or (age_on(geboren, stichtag) < 18 and (eines or anderes))


@rule(PERSON, cites=ASYLBLG("§ 1 Abs. 1"), since=SINCE)
def asylblg_berechtigt(
    eigenes: Flag = of(asylblg_aus_eigenem_recht),
    schutz: Flag = of(asylblg_nach_schutztitel),
    lage: Asyllage = of(asyl.asyllage),
    familie_: Flag = of(asylblg_als_familie, when=asylblg_nur_als_familie),
) -> Flag:
    """Falls under the AsylbLG: then under neither SGB II nor SGB XII (SGB II § 7 Abs. 1 S. 2 Nr. 3, SGB XII § 23 Abs. 2)."""
    return eigenes or schutz or lage == Asyllage.FOLGEANTRAG or familie_


@rule(PERSON, cites=SGB12("§ 23 Abs. 2 und 3"), since=SINCE)
def sozialhilfe_ausgeschlossen(
    recht: Aufenthalt = of(personen.aufenthalt),
    frei: Freizuegigkeit = of(familie.freizuegigkeit),
    fuenf_jahre: Flag = of(fuenf_jahre_gemeldet),
    asyl_: Flag = of(asylblg_berechtigt),
) -> Flag:
    """Under the AsylbLG, without a right to stay, or here only to look for work or training; not after five years with lawful residence.

    Entry in order to get benefits (Nr. 3), bridging and hardship help (S. 3 to 6) and what is given case by case (Abs. 1 S. 3): the office.
    """
    if asyl_ or recht == Aufenthalt.VON_SOZIALRECHT_AUSGENOMMEN:
        return True
    nur_suche = recht == Aufenthalt.TITEL_ZUR_SUCHE or frei == Freizuegigkeit.NUR_ARBEITSUCHE
    if recht == Aufenthalt.KEIN_RECHT or nur_suche:
        return not fuenf_jahre
    return frei == Freizuegigkeit.ERSTE_DREI_MONATE
