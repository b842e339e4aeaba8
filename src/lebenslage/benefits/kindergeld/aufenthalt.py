"""Whose right to stay opens a family benefit: EStG § 62 Abs. 1a and 2. UhVorschG § 1 Abs. 2a and BEEG § 1 Abs. 7 say the same of titles."""

from lebenslage.benefits.facts import familie
from lebenslage.benefits.facts.familie import Freizuegigkeit, Titel
from lebenslage.benefits.facts.personen import Aufenthalt, aufenthalt
from lebenslage.benefits.kindergeld.statute import ESTG, SINCE
from lebenslage.kernel.units import Flag
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=ESTG("§ 62 Abs. 2"), since=SINCE)
def titel_genuegt(
    titel: Titel = of(familie.aufenthaltstitel),
    taetig: Flag = of(familie.erwerb_oder_elternzeit),
    lange_hier: Flag = of(familie.fuenfzehn_monate_hier),
) -> Flag:
    """A title that leads to work, or one of Nr. 2 b and c with work, parental leave, unemployment benefit or (c) 15 months of stay."""
    if titel == Titel.STUDIUM_ODER_SUCHE:
        return taetig
    if titel == Titel.HUMANITAER:
        return taetig or lange_hier
    return titel in (Titel.NIEDERLASSUNG, Titel.ERWERB, Titel.BESCHAEFTIGUNGSDULDUNG)


@rule(PERSON, cites=ESTG("§ 62 Abs. 1 und 2"), since=SINCE)
def familienleistung_trotz_aufenthalt(recht: Aufenthalt = of(aufenthalt), titel: Flag = of(titel_genuegt, when=familie.MIT_TITEL)) -> Flag:
    """German, free to move in the EU, of equal standing, or with such a title. A right from an agreement is for the office."""
    if recht in (Aufenthalt.AUFENTHALTSTITEL, Aufenthalt.DULDUNG, Aufenthalt.TITEL_ZUR_SUCHE):
        return titel
    return recht in (Aufenthalt.DEUTSCH, Aufenthalt.FREIZUEGIGKEIT, Aufenthalt.HEIMATLOS)


@rule(PERSON, cites=ESTG("§ 62 Abs. 1a"), since=SINCE)
def kindergeld_trotz_aufenthalt(
    genuegt: Flag = of(familienleistung_trotz_aufenthalt), frei: Freizuegigkeit = of(familie.freizuegigkeit)
) -> Flag:
    """An EU citizen without earnings waits three months, and gets nothing while she is here for job search alone."""
    return genuegt and frei == Freizuegigkeit.GEFESTIGT
