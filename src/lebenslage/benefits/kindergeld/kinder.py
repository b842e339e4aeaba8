"""For which child there is Kindergeld, and how much: EStG §§ 32, 63 to 66."""

from lebenslage.benefits.facts import familie, personen
from lebenslage.benefits.facts.familie import LageDesKindes
from lebenslage.benefits.facts.personen import Betreuung, Verhaeltnis, verhaeltnis
from lebenslage.benefits.kindergeld.statute import BKGG, ESTG, SINCE, parameter
from lebenslage.kernel.dates import age_on, first_day, month_of
from lebenslage.kernel.units import CentPerMonth, Count, Day, Flag
from lebenslage.law.facts import LAST_DAY, STICHTAG
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import rule

KIND_IM_HAUSHALT = verhaeltnis.among(Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND)


@rule(PERSON, cites=ESTG("§ 32 Abs. 3"), since=SINCE)
def kindergeld_alter(geboren: Day = of(personen.geburtsdatum), stichtag: Day = of(STICHTAG)) -> Count:
    """Completed years at the beginning of the month; 0 in the month of birth, -1 before it."""
    if month_of(geboren) > month_of(stichtag):
        return -1
    return max(0, age_on(geboren, stichtag))


@rule(PERSON, cites=ESTG("§ 32 Abs. 4"), since=SINCE)
def kindergeld_volljaehrig(alter: Count = of(kindergeld_alter)) -> Flag:
    """Grown up at the beginning of the month: only then the reason is asked."""
    return alter >= 18


@rule(PERSON, cites=ESTG("§ 32 Abs. 4"), since=SINCE)
def kindergeld_unter_25(alter: Count = of(kindergeld_alter)) -> Flag:
    """Not yet 25 at the beginning of the month."""
    return 0 <= alter < 25


@rule(PERSON, cites=ESTG("§ 63 Abs. 1, § 32 Abs. 1"), since=SINCE)
def kindergeld_als_kind(
    art: Verhaeltnis = of(verhaeltnis),
    enkel: Flag = of(familie.enkelkind, when=kindergeld_unter_25),
    waise: Flag = of(familie.vollwaise, when=kindergeld_unter_25),
) -> Flag:
    """Own child, the spouse's, a foster child or grandchild in the household; or for herself who has no parents (BKGG § 1 Abs. 2).

    The child of an unmarried partner counts too: there the partner applies, the amount is the same.
    """
    return art in (Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND) or enkel or waise


@rule(PERSON, cites=ESTG("§ 32 Abs. 4 S. 2 und 3"), since=SINCE)
def zweite_ausbildung_neben_arbeit(
    abgeschlossen: Flag = of(familie.erstausbildung_abgeschlossen), viel_arbeit: Flag = of(familie.arbeitet_mehr_als_zwanzig_stunden)
) -> Flag:
    """After a first training the child works more than 20 hours a week, in more than a mini-job or a training contract."""
    return abgeschlossen and viel_arbeit


@rule(PERSON, cites=ESTG("§ 32 Abs. 4"), since=SINCE)
def kindergeld_mit_grund(
    alter: Count = of(kindergeld_alter),
    lage: LageDesKindes = of(familie.lage_des_kindes),
    neben_arbeit: Flag = of(zweite_ausbildung_neben_arbeit),
    art: Verhaeltnis = of(verhaeltnis),
) -> Flag:
    """Grown up: jobless until 21, in training until 25, disabled before 25 without limit (for an orphan herself until 25).

    Longer periods for old compulsory service (Abs. 5) have run out.
    """
    if lage == LageDesKindes.BEHINDERUNG:
        return alter < 25 or art != Verhaeltnis.ANTRAGSTELLEND
    if lage == LageDesKindes.ARBEITSUCHEND:
        return alter < 21
    return lage != LageDesKindes.NICHTS_DAVON and alter < 25 and not neben_arbeit


@rule(PERSON, cites=ESTG("§ 32 Abs. 3 und 4"), since=SINCE)
def kindergeld_im_alter(alter: Count = of(kindergeld_alter), grund: Flag = of(kindergeld_mit_grund, when=kindergeld_volljaehrig)) -> Flag:
    """Under 18 at the beginning of the month, or with a reason of § 32 Abs. 4."""
    return alter >= 0 and (alter < 18 or grund)


@rule(PERSON, cites=ESTG("§ 64 Abs. 2 und 3"), since=SINCE)
def kindergeld_vorrang_offen(
    anteil: Betreuung = of(personen.betreuung), hier: Flag = of(personen.lebensmittelpunkt, when=KIND_IM_HAUSHALT, otherwise=1)
) -> Flag:
    """Shared care, or a child that lives elsewhere: then the parents' choice, or who pays more, decides on the receiver."""
    return anteil != Betreuung.NICHT_GETEILT or not hier


@rule(PERSON, cites=ESTG("§ 64"), since=SINCE)
def kindergeld_hierher(
    andere: Flag = of(familie.kindergeld_an_andere, when=kindergeld_vorrang_offen),
    ausland: Flag = of(familie.auslaendische_kinderleistung, when=kindergeld_als_kind),
) -> Flag:
    """One person gets the Kindergeld of a child, and nobody where another country pays for it (§ 65)."""
    return not andere and not ausland


@rule(PERSON, cites=ESTG("§§ 32, 63 bis 65"), since=SINCE)
def kindergeld_kind(
    kind: Flag = of(kindergeld_als_kind),
    im_alter: Flag = of(kindergeld_im_alter, when=kindergeld_als_kind),
    hierher: Flag = of(kindergeld_hierher, when=kindergeld_als_kind),
) -> Flag:
    """A child for whom Kindergeld is due in this household."""
    return kind and im_alter and hierher


@rule(PERSON, cites=ESTG("§ 66 Abs. 1"), since=SINCE)
def kindergeld_betrag(kind: Flag = of(kindergeld_kind), satz: CentPerMonth = parameter("kindergeld_satz")) -> CentPerMonth:
    """The same for every child."""
    return satz if kind else 0


@rule(PERSON, cites=ESTG("§ 66 Abs. 2"), since=SINCE)
def kindergeld_bis(
    geboren: Day = of(personen.geburtsdatum),
    alter: Count = of(kindergeld_alter),
    lage: LageDesKindes = of(familie.lage_des_kindes, when=kindergeld_volljaehrig),
) -> Day:
    """The last day of the month in which the child completes 18 years, or 21 or 25; open for a disabled child.

    A year of life is completed on the eve of the birthday: who is born on the first of a month leaves with the month before.
    """
    if lage == LageDesKindes.BEHINDERUNG:
        return LAST_DAY
    jahre = 18 if alter < 18 else 21 if lage == LageDesKindes.ARBEITSUCHEND else 25
    return first_day(month_of(geboren - 1) + 12 * jahre + 1) - 1


@rule(PERSON, cites=BKGG("§ 11 Abs. 1"), since=SINCE)
def kindergeld_erhalten(
    bezug: Flag = of(personen.kindergeld, when=KIND_IM_HAUSHALT), satz: CentPerMonth = parameter("kindergeld_satz")
) -> CentPerMonth:
    """What is paid for this child now, as the household says: other benefits read this, never the mere right."""
    return satz if bezug else 0
