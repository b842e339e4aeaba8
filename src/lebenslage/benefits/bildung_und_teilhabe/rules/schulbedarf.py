"""School supplies, by half-year and calendar year: SGB XII § 34 Abs. 3 and 3a, SGB II § 28 Abs. 3."""

from lebenslage.benefits.bildung_und_teilhabe.rules.lernende import but_schueler
from lebenslage.benefits.bildung_und_teilhabe.rules.rechtskreis import Rechtskreis, but_rechtskreis
from lebenslage.benefits.bildung_und_teilhabe.statute import SGB2, SGB12, SINCE, parameter
from lebenslage.benefits.facts.bildung import SEIT_SCHULJAHRESBEGINN, erster_schultag, schulaufnahme_am, zweites_halbjahr_ab
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.units import Cent, Count, Day, Flag, Months
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

FEBRUAR = 1
AUGUST = 7
YEAR = 12


@rule(PERSON, cites=SGB12("§ 34 Abs. 3 S. 1"), since=SINCE)
def but_schuljahr_nach_kalender(schueler: Flag = of(but_schueler), kreis: Rechtskreis = of(but_rechtskreis)) -> Flag:
    """For a pupil in SGB XII or AsylbLG the month of the first school day decides, not the first of August."""
    return schueler and kreis in (Rechtskreis.SGB12, Rechtskreis.ASYLBLG)


@rule(HOUSEHOLD, cites=SGB12("§ 34 Abs. 3 S. 1"), since=SINCE)
def but_schultage_gefragt(jemand: Flag = any_of(but_schuljahr_nach_kalender), stichtag: Day = of(STICHTAG)) -> Flag:
    """In these months a school year or its second half may begin: only then the days are asked."""
    monat = month_of(stichtag) % YEAR
    return jemand and monat in (0, 1, 2, 6, 7, 8)


@rule(PERSON, cites=SGB2("§ 28 Abs. 3"), since=SINCE)
def but_monat_im_schuljahr(
    stichtag: Day = of(STICHTAG),
    nach_kalender: Flag = of(but_schuljahr_nach_kalender),
    gefragt: Flag = of(but_schultage_gefragt),
    erster_tag: Day = of(erster_schultag, when=but_schultage_gefragt, otherwise=1),
) -> Months:
    """How many months after the one that carries the first amount; that is 0: August, or the month of the first school day."""
    beginn = month_of(erster_tag) if nach_kalender and gefragt else AUGUST
    return (month_of(stichtag) - beginn) % YEAR


@rule(PERSON, cites=SGB2("§ 28 Abs. 3"), since=SINCE)
def but_zweites_halbjahr_nach(
    nach_kalender: Flag = of(but_schuljahr_nach_kalender),
    gefragt: Flag = of(but_schultage_gefragt),
    erster_tag: Day = of(erster_schultag, when=but_schultage_gefragt, otherwise=1),
    zweites: Day = of(zweites_halbjahr_ab, when=but_schultage_gefragt, otherwise=1),
) -> Months:
    """After how many months of the school year the second amount falls due: February, or the month in which the second half begins."""
    if not (nach_kalender and gefragt):
        return (FEBRUAR - AUGUST) % YEAR
    return (month_of(zweites) - month_of(erster_tag)) % YEAR


@rule(PERSON, cites=SGB12("§ 34 Abs. 3 S. 2 Nr. 1 und 2"), since=SINCE)
def but_aufnahme_vor_monaten(
    aufnahme: Day = of(schulaufnahme_am, when=but_schueler, otherwise=SEIT_SCHULJAHRESBEGINN),
    monat: Months = of(but_monat_im_schuljahr),
    stichtag: Day = of(STICHTAG),
) -> Count:
    """How many months ago she was admitted within this school year; negative where that is still to come."""
    if aufnahme == SEIT_SCHULJAHRESBEGINN:
        return monat
    return month_of(stichtag) - month_of(aufnahme)


@rule(PERSON, cites=SGB12("§ 34 Abs. 3 und 3a"), since=SINCE)
def but_schulbedarf(
    schueler: Flag = of(but_schueler),
    monat: Months = of(but_monat_im_schuljahr),
    zweites_nach: Months = of(but_zweites_halbjahr_nach),
    vor: Count = of(but_aufnahme_vor_monaten),
    stichtag: Day = of(STICHTAG),
    erstes: Cent = parameter("but_schulbedarf_erstes_halbjahr"),
    erstes_vorjahr: Cent = parameter("but_schulbedarf_erstes_halbjahr_vorjahr"),
    zweites: Cent = parameter("but_schulbedarf_zweites_halbjahr"),
) -> Cent:
    """The first amount when the school year begins, the second when its second half does; each is that of the year its half began in.

    Admitted later: the first amount then, or both from the second half on (S. 2 Nr. 1 and 2). Left out: resumption (Nr. 3).
    """
    if not schueler or vor < 0:
        return 0
    erster_betrag = erstes_vorjahr if month_of(stichtag) % YEAR < monat else erstes
    if vor == 0 and monat > 0:
        return erster_betrag + zweites if monat >= zweites_nach else erster_betrag
    if monat == 0:
        return erstes
    return zweites if monat == zweites_nach else 0
