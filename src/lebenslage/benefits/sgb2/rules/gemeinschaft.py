"""Who may belong to the Bedarfsgemeinschaft of the applicant: SGB II § 7 Abs. 3. Children who cover their own need leave it later.

Left out: a partner of the applicant's parent who is no parent of hers; a child that lives here only on some days (temporary community);
three generations: who has a child of her own here forms a community with it, not with her parents.
"""

from lebenslage.benefits.facts import bedarf, personen
from lebenslage.benefits.facts.personen import Betreuung, Verhaeltnis
from lebenslage.benefits.sgb2.statute import SGB2, SINCE
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.units import Count, Day, Flag, PersonRef
from lebenslage.law.facts import NOBODY, STICHTAG
from lebenslage.law.inputs import any_of, at, count_of, count_pointing, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

ELTERN = (personen.elternteil_1, personen.elternteil_2)
IST_VERWANDT = personen.verhaeltnis.among(Verhaeltnis.VERWANDT)
IST_KIND = personen.verhaeltnis.among(Verhaeltnis.KIND)
ALS_PAAR = personen.verhaeltnis.among(Verhaeltnis.EHEGATTE, Verhaeltnis.PARTNER)


@rule(PERSON, cites=SGB2("§ 7 Abs. 1 S. 1 Nr. 1"), since=SINCE)
def sgb2_alter(geboren: Day = of(personen.geburtsdatum), stichtag: Day = of(STICHTAG)) -> Count:
    """Completed years of life on the first of the month; a birthday later in the month counts from the next month on."""
    return age_on(geboren, stichtag)


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 3"), since=SINCE)
def sgb2_partner(art: Verhaeltnis = of(personen.verhaeltnis), getrennt: Flag = of(personen.getrennt_lebend)) -> Flag:
    """Spouse, registered partner or partner in a community of responsibility, not separated for good."""
    return art == Verhaeltnis.PARTNER or (art == Verhaeltnis.EHEGATTE and not getrennt)


@rule(HOUSEHOLD, cites=SGB2("§ 7 Abs. 3 Nr. 2"), since=SINCE)
def sgb2_mit_verwandten(verwandte: Flag = any_of(IST_VERWANDT)) -> Flag:
    """Relatives other than children of the applicant live here: only then it is asked who is whose child."""
    return verwandte


@rule(HOUSEHOLD, cites=SGB2("§ 7 Abs. 3 Nr. 2"), since=SINCE)
def sgb2_mit_verwandten_ohne_eigene(
    verwandte: Flag = of(sgb2_mit_verwandten),
    paare: Count = count_of(ALS_PAAR),
    kinder: Count = count_of(IST_KIND),
) -> Flag:
    """The applicant lives with relatives, without partner or child of her own here: she may belong to her parents."""
    return verwandte and paare == 0 and kinder == 0


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 2"), since=SINCE)
def sgb2_kind_bei_eltern_moeglich(
    art: Verhaeltnis = of(personen.verhaeltnis), ohne_eigene: Flag = of(sgb2_mit_verwandten_ohne_eigene), alter: Count = of(sgb2_alter)
) -> Flag:
    """The applicant is under 25 and may live with her parents."""
    return art == Verhaeltnis.ANTRAGSTELLEND and ohne_eigene and alter < 25


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 2"), since=SINCE)
def sgb2_antragstellendes_kind(
    moeglich: Flag = of(sgb2_kind_bei_eltern_moeglich),
    elternteil: PersonRef = of(personen.elternteil_1, when=sgb2_kind_bei_eltern_moeglich, otherwise=NOBODY),
    anderer: PersonRef = of(personen.elternteil_2, when=sgb2_kind_bei_eltern_moeglich, otherwise=NOBODY),
    verheiratet: Flag = of(bedarf.verheiratet, when=sgb2_kind_bei_eltern_moeglich),
) -> Flag:
    """The applicant is herself the unmarried child under 25 of a parent in this household."""
    return moeglich and not verheiratet and (elternteil != NOBODY or anderer != NOBODY)


@rule(HOUSEHOLD, cites=SGB2("§ 7 Abs. 3 Nr. 2"), since=SINCE)
def sgb2_kind_stellt_antrag(kind: Flag = any_of(sgb2_antragstellendes_kind)) -> Flag:
    """The community is that of the applicant's parents."""
    return kind


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 2"), since=SINCE)
def sgb2_elternteil(kinder: Count = count_pointing(sgb2_antragstellendes_kind, via=ELTERN, when=sgb2_kind_stellt_antrag)) -> Flag:
    """A parent of the applicant who is a child of this household."""
    return kinder >= 1


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 4"), since=SINCE)
def sgb2_geschwister(
    art: Verhaeltnis = of(personen.verhaeltnis),
    eines: Flag = at(sgb2_elternteil, via=personen.elternteil_1),
    anderes: Flag = at(sgb2_elternteil, via=personen.elternteil_2),
) -> Flag:
    """A brother or sister of the applicant: a relative with the same parent."""
    return art == Verhaeltnis.VERWANDT and (eines or anderes)


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 1 und 3"), since=SINCE)
def sgb2_erwachsen(
    art: Verhaeltnis = of(personen.verhaeltnis),
    partner: Flag = of(sgb2_partner),
    bei_eltern: Flag = of(sgb2_kind_stellt_antrag),
    elternteil: Flag = of(sgb2_elternteil, when=sgb2_kind_stellt_antrag),
) -> Flag:
    """The applicant and her partner; or the parents, where the applicant is their child. Their means stand in for all."""
    return elternteil if bei_eltern else art == Verhaeltnis.ANTRAGSTELLEND or partner


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 4"), since=SINCE)
def sgb2_kind_ungeteilt_betreut(art: Verhaeltnis = of(personen.verhaeltnis), anteil: Betreuung = of(personen.betreuung)) -> Flag:
    """A child whose care is not shared: only then its centre of life is asked."""
    return art == Verhaeltnis.KIND and anteil == Betreuung.NICHT_GETEILT


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 4"), since=SINCE)
def sgb2_wohnt_hier(
    anteil: Betreuung = of(personen.betreuung),
    mittelpunkt: Flag = of(personen.lebensmittelpunkt, when=sgb2_kind_ungeteilt_betreut, otherwise=1),
) -> Flag:
    """Everybody in the dwelling, except a child that lives or is cared for elsewhere most of the time."""
    return anteil != Betreuung.WENIGER_ALS_EIN_DRITTEL and mittelpunkt


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 4"), since=SINCE)
def sgb2_kind_der_gemeinschaft(
    art: Verhaeltnis = of(personen.verhaeltnis),
    hier: Flag = of(sgb2_wohnt_hier, when=IST_KIND),
    selbst: Flag = of(sgb2_antragstellendes_kind),
    geschwister: Flag = of(sgb2_geschwister, when=sgb2_kind_stellt_antrag),
) -> Flag:
    """A child of the adults that lives here; no foster child."""
    return (art == Verhaeltnis.KIND and hier) or selbst or geschwister


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 4"), since=SINCE)
def sgb2_kind_im_heiratsalter(
    kind: Flag = of(sgb2_kind_der_gemeinschaft), selbst: Flag = of(sgb2_antragstellendes_kind), alter: Count = of(sgb2_alter)
) -> Flag:
    """A child from 18 to 24, who may be married (BGB § 1303); of the applicant it is known."""
    return kind and not selbst and 18 <= alter < 25


@rule(PERSON, cites=SGB2("§ 7 Abs. 3 Nr. 4"), since=SINCE)
def sgb2_kind(
    kind: Flag = of(sgb2_kind_der_gemeinschaft),
    alter: Count = of(sgb2_alter),
    verheiratet: Flag = of(bedarf.verheiratet, when=sgb2_kind_im_heiratsalter),
    eigene: Count = count_pointing(IST_VERWANDT, via=ELTERN, when=sgb2_mit_verwandten),
) -> Flag:
    """An unmarried child under 25 without a child of her own here: she belongs as long as she cannot cover her own need."""
    return kind and alter < 25 and not verheiratet and eigene == 0


@rule(PERSON, cites=SGB2("§ 7 Abs. 3"), since=SINCE)
def sgb2_angehoerig(erwachsen: Flag = of(sgb2_erwachsen), kind: Flag = of(sgb2_kind)) -> Flag:
    """Belongs to the community, or would if she could not cover her own need."""
    return erwachsen or kind


@rule(HOUSEHOLD, cites=SGB2("§ 20 Abs. 2 und 4"), since=SINCE)
def sgb2_erwachsene(personen_: Count = count_of(sgb2_erwachsen)) -> Count:
    """How many adults lead the community: one, or two partners."""
    return personen_
