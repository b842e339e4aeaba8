"""Who is taxed together and who brings up children alone: EStG §§ 24b, 26 and 32."""

from lebenslage.benefits.facts import personen
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.benefits.nettoeinkommen.statute import ESTG, SINCE
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.units import Count, Day, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, count_of, count_pointing, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

ELTERN = (personen.elternteil_1, personen.elternteil_2)
VOLLJAEHRIG = 18


@rule(PERSON, cites=ESTG("§ 26 Abs. 1 S. 1"), since=SINCE)
def ehegatte_im_haushalt(verhaeltnis: Verhaeltnis = of(personen.verhaeltnis), getrennt: Flag = of(personen.getrennt_lebend)) -> Flag:
    """The applicant's spouse who does not live apart."""
    return verhaeltnis == Verhaeltnis.EHEGATTE and not getrennt


@rule(HOUSEHOLD, cites=ESTG("§ 26 Abs. 1 S. 1"), since=SINCE)
def ehepaar_im_haushalt(ehegatte: Flag = any_of(ehegatte_im_haushalt)) -> Flag:
    """The applicant lives here with a spouse."""
    return ehegatte


@rule(PERSON, cites=ESTG("§ 26 Abs. 1 S. 1, § 26b"), since=SINCE)
def veranlagt_als_paar(verhaeltnis: Verhaeltnis = of(personen.verhaeltnis), ehepaar: Flag = of(ehepaar_im_haushalt)) -> Flag:
    """Taxed together with the spouse. Other couples in the household are not known here."""
    return ehepaar and verhaeltnis in (Verhaeltnis.ANTRAGSTELLEND, Verhaeltnis.EHEGATTE)


@rule(PERSON, cites=ESTG("§ 32 Abs. 6 S. 1"), since=SINCE)
def kinder_mit_kindergeld(kinder: Count = count_pointing(personen.kindergeld, via=ELTERN)) -> Count:
    """Children in the household for whom Kindergeld is paid, of this parent."""
    return kinder


@rule(PERSON, cites=ESTG("§ 24b Abs. 3 S. 1"), since=SINCE)
def erwachsen_ohne_kindergeld(
    geburtsdatum: Day = of(personen.geburtsdatum), kindergeld: Flag = of(personen.kindergeld), heute: Day = of(STICHTAG)
) -> Flag:
    """Of age, and nobody is paid Kindergeld for her."""
    return age_on(geburtsdatum, heute) >= VOLLJAEHRIG and not kindergeld


@rule(HOUSEHOLD, cites=ESTG("§ 24b Abs. 3 S. 1"), since=SINCE)
def erwachsene_ohne_kindergeld(erwachsene: Count = count_of(erwachsen_ohne_kindergeld)) -> Count:
    """The grown-ups with whom one would not be alone."""
    return erwachsene


@rule(PERSON, cites=ESTG("§ 24b Abs. 1 und 3"), since=SINCE)
def allein_mit_kind(kinder: Count = of(kinder_mit_kindergeld), erwachsene: Count = of(erwachsene_ohne_kindergeld)) -> Flag:
    """Brings up a child with no other grown-up in the household."""
    return kinder > 0 and erwachsene == 1
