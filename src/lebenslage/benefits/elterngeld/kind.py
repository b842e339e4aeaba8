"""For which child, in which month of its life: BEEG §§ 1, 4 and 28.

The month of life that begins in the calendar month asked for is assessed. Left out: adopted children, whose months count from the day on
which they came (§ 1 Abs. 3 S. 2), relatives in place of the parents (§ 1 Abs. 4), grandchildren.
"""

from lebenslage.benefits.elterngeld.statute import AB_APRIL_2024, AB_JANUAR_2024, AB_SEPTEMBER_2021, BEEG, SINCE
from lebenslage.benefits.facts import familie, personen
from lebenslage.benefits.facts.familie import Bezug
from lebenslage.benefits.facts.personen import Betreuung, Merkmal, Verhaeltnis, verhaeltnis
from lebenslage.benefits.kindergeld.aufenthalt import familienleistung_trotz_aufenthalt
from lebenslage.benefits.unterhaltsvorschuss.kind import uvg_ehegatte_hier, uvg_mit_partner
from lebenslage.kernel.dates import age_on, first_day, month_of
from lebenslage.kernel.units import Count, Day, Flag, Months
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, count_of, count_pointing, greatest_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

LETZTER_LEBENSMONAT = 32
IST_KIND = verhaeltnis.among(Verhaeltnis.KIND)


def month_of_life_begins(born: int, month: int) -> int:
    """The day in a calendar month on which a month of life begins (BGB §§ 187, 188); where it lacks that day, the first of the next."""
    return min(first_day(month) + born - first_day(month_of(born)), first_day(month + 1))


@rule(PERSON, cites=BEEG("§ 1 Abs. 1 S. 1 Nr. 2, § 28 Abs. 1"), since=SINCE)
def eg_kind(
    art: Verhaeltnis = of(verhaeltnis),
    geboren: Day = of(personen.geburtsdatum),
    hier: Flag = of(personen.lebensmittelpunkt, when=IST_KIND),
    anteil: Betreuung = of(personen.betreuung),
    stichtag: Day = of(STICHTAG),
) -> Flag:
    """A child in the household in its first 32 months of life, born since 1 September 2021 (older children: older law)."""
    monat = month_of(stichtag) - month_of(geboren) + 1
    lebt_hier = art == Verhaeltnis.KIND and hier and anteil != Betreuung.WENIGER_ALS_EIN_DRITTEL
    return lebt_hier and geboren >= AB_SEPTEMBER_2021 and 1 <= monat <= LETZTER_LEBENSMONAT


@rule(HOUSEHOLD, cites=BEEG("§ 1 Abs. 1"), since=SINCE)
def elterngeld_fuer_ein_kind(kind: Flag = any_of(eg_kind)) -> Flag:
    """There is such a child."""
    return kind


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 2"), since=SINCE)
def eg_geburt(geboren: Day = greatest_of(personen.geburtsdatum, where=eg_kind, otherwise=AB_SEPTEMBER_2021)) -> Day:
    """The day on which the youngest child was born. Elterngeld for an older one beside it is for the office (§ 3 Abs. 1 Nr. 4)."""
    return geboren


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 2 S. 1"), since=SINCE)
def eg_lebensmonat(geboren: Day = of(eg_geburt), stichtag: Day = of(STICHTAG)) -> Months:
    """Which month of life begins in this calendar month."""
    return month_of(stichtag) - month_of(geboren) + 1


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 2 S. 1"), since=SINCE)
def eg_monat_ab(geboren: Day = of(eg_geburt), stichtag: Day = of(STICHTAG)) -> Day:
    """The first day of the month of life."""
    return month_of_life_begins(geboren, month_of(stichtag))


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 2 S. 1"), since=SINCE)
def eg_monat_bis(geboren: Day = of(eg_geburt), stichtag: Day = of(STICHTAG)) -> Day:
    """The last day of the month of life."""
    return month_of_life_begins(geboren, month_of(stichtag) + 1) - 1


@rule(HOUSEHOLD, cites=BEEG("§ 28 Abs. 1a"), since=SINCE)
def eg_geboren_ab_april_2024(geboren: Day = of(eg_geburt)) -> Flag:
    """Born since April 2024: the law of the 2024 budget holds."""
    return geboren >= AB_APRIL_2024


@rule(HOUSEHOLD, cites=BEEG("§ 2c Abs. 1 S. 4"), since=SINCE)
def eg_geboren_vor_2024(geboren: Day = of(eg_geburt)) -> Flag:
    """Born before 2024: the lump sum of an older year holds."""
    return geboren < AB_JANUAR_2024


@rule(PERSON, cites=BEEG("§ 2a Abs. 4"), since=SINCE)
def eg_mehrling(kind: Flag = of(eg_kind), geboren: Day = of(personen.geburtsdatum), juengstes: Day = of(eg_geburt)) -> Flag:
    """The youngest child, or born on the same day."""
    return kind and geboren == juengstes


@rule(HOUSEHOLD, cites=BEEG("§ 2a Abs. 4"), since=SINCE)
def eg_mehrlinge(kinder: Count = count_of(eg_mehrling)) -> Count:
    """How many children were born: one, twins, triplets."""
    return max(1, kinder)


@rule(PERSON, cites=BEEG("§ 2a Abs. 1 und 2"), since=SINCE)
def eg_alter(geboren: Day = of(personen.geburtsdatum), tag: Day = of(eg_monat_ab)) -> Count:
    """Completed years when the month of life begins: the bonus runs to the end of the month in which a condition falls away (Abs. 3)."""
    return age_on(geboren, tag)


@rule(PERSON, cites=BEEG("§ 2a Abs. 1"), since=SINCE)
def eg_junges_kind(art: Verhaeltnis = of(verhaeltnis), alter: Count = of(eg_alter)) -> Flag:
    """A child here under 14: only then a disability matters."""
    return art == Verhaeltnis.KIND and alter < 14


@rule(PERSON, cites=BEEG("§ 2a Abs. 1 und 2 S. 3"), since=SINCE)
def eg_unter_drei(
    kind: Flag = of(eg_junges_kind), alter: Count = of(eg_alter), merkmale: Merkmal = of(personen.merkmale, when=eg_junges_kind)
) -> Flag:
    """Under three, with a disability under 14."""
    return kind and (alter < 3 or bool(merkmale & Merkmal.SCHWERBEHINDERT))


@rule(PERSON, cites=BEEG("§ 2a Abs. 1 und 2 S. 3"), since=SINCE)
def eg_unter_sechs(
    kind: Flag = of(eg_junges_kind), alter: Count = of(eg_alter), merkmale: Merkmal = of(personen.merkmale, when=eg_junges_kind)
) -> Flag:
    """Under six, with a disability under 14."""
    return kind and (alter < 6 or bool(merkmale & Merkmal.SCHWERBEHINDERT))


@rule(HOUSEHOLD, cites=BEEG("§ 2a Abs. 1"), since=SINCE)
def eg_mit_geschwisterbonus(
    unter_drei: Count = count_of(eg_unter_drei), unter_sechs: Count = count_of(eg_unter_sechs), mehrlinge: Count = of(eg_mehrlinge)
) -> Flag:
    """Two children under three or three under six; further children of a multiple birth have their own supplement and do not count."""
    return unter_drei - (mehrlinge - 1) >= 2 or unter_sechs - (mehrlinge - 1) >= 3


@rule(PERSON, cites=BEEG("§ 1 Abs. 1 und 3 S. 1 Nr. 2"), since=SINCE)
def eg_elternteil(
    art: Verhaeltnis = of(verhaeltnis),
    ehegatte: Flag = of(uvg_ehegatte_hier),
    mit_partner: Flag = of(uvg_mit_partner),
    kinder: Count = count_pointing(eg_kind, via=(personen.elternteil_1, personen.elternteil_2), when=uvg_mit_partner),
) -> Flag:
    """The applicant and her spouse, whose child it may be; where an unmarried partner lives here, whom the child names as a parent."""
    return kinder >= 1 if mit_partner else ehegatte or art == Verhaeltnis.ANTRAGSTELLEND


@rule(HOUSEHOLD, cites=BEEG("§ 4 Abs. 3"), since=SINCE)
def eg_eltern(eltern: Count = count_of(eg_elternteil)) -> Count:
    """How many parents live with the child."""
    return eltern


@rule(PERSON, cites=BEEG("§ 4 Abs. 1"), since=SINCE)
def eg_will(elternteil: Flag = of(eg_elternteil), bezug: Bezug = of(familie.elterngeld_bezug, when=eg_elternteil)) -> Flag:
    """A parent who wants Elterngeld for this month of life."""
    return elternteil and bezug != Bezug.KEINER


@rule(PERSON, cites=BEEG("§ 1 Abs. 7"), since=SINCE)
def eg_mit_recht(will: Flag = of(eg_will), recht: Flag = of(familienleistung_trotz_aufenthalt, when=eg_will)) -> Flag:
    """With a right to stay that suffices."""
    return will and recht
