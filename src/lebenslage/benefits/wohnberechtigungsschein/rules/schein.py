"""The certificate: WFNG NRW § 18, and the size of the flat: Wohnraumnutzungsbestimmungen Nr. 8.2. A right without a sum.

It holds in all of NRW. Left to the office: a certificate for one certain flat, in hardship, or with the limit exceeded by a little.
"""

from lebenslage.benefits.facts import antrag, personen, wohnraum
from lebenslage.benefits.facts.land import Land, land
from lebenslage.benefits.facts.personen import Aufenthalt, Verhaeltnis
from lebenslage.benefits.wohnberechtigungsschein.rules.gesamteinkommen import Einkommensgruppe, wfng_einkommensgruppe
from lebenslage.benefits.wohnberechtigungsschein.rules.haushalt import wfng_personen
from lebenslage.benefits.wohnberechtigungsschein.statute import SINCE, WFNG, WNB, parameter
from lebenslage.kernel.dates import first_day, month_of
from lebenslage.kernel.units import Count, Day, Flag, HundredthSquareMetre, Months
from lebenslage.law.engine import Benefit
from lebenslage.law.inputs import any_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=WFNG("§ 18 Abs. 1"), since=SINCE)
def wbs_in_nrw(ort: Land = of(land), in_nrw: Flag = of(wohnraum.wohnung_in_nrw)) -> Flag:
    """The flat is looked for in North Rhine-Westphalia."""
    return ort == Land.DE and in_nrw


@rule(PERSON, cites=WFNG("§ 18 Abs. 1 S. 2"), since=SINCE)
def wbs_bleibt_sicher(
    art: Verhaeltnis = of(personen.verhaeltnis),
    recht: Aufenthalt = of(personen.aufenthalt, when=personen.verhaeltnis.among(Verhaeltnis.ANTRAGSTELLEND)),
) -> Flag:
    """The applicant may stay without a time limit."""
    return art == Verhaeltnis.ANTRAGSTELLEND and recht in (Aufenthalt.DEUTSCH, Aufenthalt.FREIZUEGIGKEIT, Aufenthalt.HEIMATLOS)


@rule(PERSON, cites=WFNG("§ 18 Abs. 1 S. 2"), since=SINCE)
def wbs_bleibt_mit_titel(
    art: Verhaeltnis = of(personen.verhaeltnis),
    recht: Aufenthalt = of(personen.aufenthalt, when=personen.verhaeltnis.among(Verhaeltnis.ANTRAGSTELLEND)),
) -> Flag:
    """The applicant has a title, or may stay by a treaty: then its time is asked."""
    mit_titel = recht in (Aufenthalt.AUFENTHALTSTITEL, Aufenthalt.ABKOMMEN, Aufenthalt.BEFREIT)
    return art == Verhaeltnis.ANTRAGSTELLEND and mit_titel


@rule(HOUSEHOLD, cites=WFNG("§ 18 Abs. 1 S. 2"), since=SINCE)
def wbs_dauer_zu_fragen(mit_titel: Flag = any_of(wbs_bleibt_mit_titel)) -> Flag:
    """Only with a title it is asked for how long it holds."""
    return mit_titel


@rule(HOUSEHOLD, cites=WFNG("§ 18 Abs. 1 S. 2"), since=SINCE)
def wbs_bleibt_laenger(
    sicher: Flag = any_of(wbs_bleibt_sicher), noch_ein_jahr: Flag = of(wohnraum.aufenthalt_noch_ein_jahr, when=wbs_dauer_zu_fragen)
) -> Flag:
    """Not only here for a time, and able to set up a home for longer: as a rule a title for a year more. Else the office decides."""
    return sicher or noch_ein_jahr


@rule(HOUSEHOLD, cites=WFNG("§ 18 Abs. 1 S. 3"), since=SINCE)
def wbs_einkommen_genuegt(gruppe: Einkommensgruppe = of(wfng_einkommensgruppe), mit_b: Flag = parameter("wbs_gruppe_b_zulaessig")) -> Flag:
    """Within the limit; up to 40 % above it for dwellings that were subsidised for group B."""
    return gruppe == Einkommensgruppe.A or (gruppe == Einkommensgruppe.B and mit_b)


@rule(HOUSEHOLD, cites=WFNG("§ 18 Abs. 1 S. 3"), since=SINCE)
def wbs_fuer_alle_wohnungen(gruppe: Einkommensgruppe = of(wfng_einkommensgruppe)) -> Flag:
    """Within the limit itself: the certificate opens every subsidised flat, else only those of group B. A hint, no exclusion."""
    return gruppe == Einkommensgruppe.A


@rule(HOUSEHOLD, cites=WNB("Nr. 8.2"), since=SINCE)
def wbs_wohnraeume(mitglieder: Count = of(wfng_personen)) -> Count:
    """As a rule a room for each member, kitchen and side rooms apart. The certificate names rooms or area."""
    return mitglieder


@rule(HOUSEHOLD, cites=WNB("Nr. 8.2"), since=SINCE)
def wbs_wohnflaeche(
    mitglieder: Count = of(wfng_personen),
    eine: HundredthSquareMetre = parameter("wbs_flaeche_eine"),
    zwei: HundredthSquareMetre = parameter("wbs_flaeche_zwei"),
    weitere: HundredthSquareMetre = parameter("wbs_flaeche_weitere"),
) -> HundredthSquareMetre:
    """The area by members. Special needs and soon expected growth count on top; five square metres more are a small excess."""
    return eine if mitglieder <= 1 else zwei + weitere * (mitglieder - 2)


@rule(HOUSEHOLD, cites=WFNG("§ 18 Abs. 1 S. 1"), since=SINCE)
def wbs_ab(beantragt: Day = of(antrag.antragsdatum)) -> Day:
    """Counted from the application; the office counts from the day on which it issues the certificate."""
    return beantragt


@rule(HOUSEHOLD, cites=WFNG("§ 18 Abs. 1 S. 1"), since=SINCE)
def wbs_bis(anfang: Day = of(wbs_ab), monate: Months = parameter("wbs_monate")) -> Day:
    """One year; then a new one is asked for."""
    monat = month_of(anfang)
    return min(first_day(monat + monate) + anfang - first_day(monat), first_day(monat + monate + 1)) - 1


WOHNBERECHTIGUNGSSCHEIN = Benefit(
    id="wohnberechtigungsschein",
    gates=(wbs_in_nrw, wbs_bleibt_laenger, wbs_einkommen_genuegt),
    amount=None,
    begins=wbs_ab,
    ends=wbs_bis,
    hints=(wbs_fuer_alle_wohnungen,),
)
WOHNBERECHTIGUNGSSCHEIN_DAZU = (wbs_wohnraeume, wbs_wohnflaeche)
