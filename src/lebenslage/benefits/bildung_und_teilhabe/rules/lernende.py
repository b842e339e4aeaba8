"""Who learns, and where: SGB II § 28 Abs. 1, 2 and 6, SGB XII § 34 Abs. 1; BKGG § 6b Abs. 2; AsylbLG § 3 Abs. 4."""

from lebenslage.benefits.asylblg.rules.analog import asylblg_analog
from lebenslage.benefits.bildung_und_teilhabe.rules.rechtskreis import Rechtskreis, but_rechtskreis, but_ueber_rechtskreis, but_unter_25
from lebenslage.benefits.bildung_und_teilhabe.statute import ASYLBLG, SGB2, SGB12, SINCE, parameter
from lebenslage.benefits.facts.bildung import Bildungsort, ausbildungsverguetung, bildungsort, schulbesuch_ab_25
from lebenslage.benefits.facts.personen import geburtsdatum
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.units import Count, Day, Flag
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=ASYLBLG("§ 3 Abs. 4"), since=SINCE)
def but_asylrecht(kreis: Rechtskreis = of(but_rechtskreis)) -> Flag:
    """The AsylbLG carries her."""
    return kreis == Rechtskreis.ASYLBLG


@rule(PERSON, cites=ASYLBLG("§ 3 Abs. 4"), since=SINCE)
def but_asyl_spaete_schule(asyl: Flag = of(but_asylrecht), spaet: Flag = of(schulbesuch_ab_25, when=but_asylrecht)) -> Flag:
    """A pupil of 25 or more in the AsylbLG: only then it matters under which of its paragraphs the benefits are paid."""
    return asyl and spaet


@rule(PERSON, cites=SGB12("§ 34 Abs. 1"), since=SINCE)
def but_ohne_altersgrenze(
    kreis: Rechtskreis = of(but_rechtskreis),
    asyl: Flag = of(but_asyl_spaete_schule),
    wie_sgb12: Flag = of(asylblg_analog, when=but_asyl_spaete_schule),
    unter_25: Flag = parameter("but_asylblg_unter_25"),
) -> Flag:
    """SGB XII names no age for pupils, so it does not under AsylbLG § 2 either; for § 3 Abs. 4 the reading stands in a figure."""
    return kreis == Rechtskreis.SGB12 or (asyl and (wie_sgb12 or not unter_25))


@rule(PERSON, cites=SGB2("§ 28 Abs. 1 S. 2"), since=SINCE)
def but_alter_fuer_bildung(
    ueber: Flag = of(but_ueber_rechtskreis),
    jung: Flag = of(but_unter_25, when=but_ueber_rechtskreis),
    ohne_grenze: Flag = of(but_ohne_altersgrenze),
    spaet: Flag = of(schulbesuch_ab_25, when=but_ohne_altersgrenze),
) -> Flag:
    """Under 25 in SGB II and BKGG. Where there is no limit, older pupils say so themselves: they are rare and nobody else is asked."""
    return ueber and (jung or (ohne_grenze and spaet))


@rule(PERSON, cites=SGB2("§ 28 Abs. 1 S. 2"), since=SINCE)
def but_schueler(
    alter: Flag = of(but_alter_fuer_bildung),
    ort: Bildungsort = of(bildungsort, when=but_alter_fuer_bildung),
    verguetung: Flag = of(ausbildungsverguetung, when=but_alter_fuer_bildung),
    kreis: Rechtskreis = of(but_rechtskreis),
) -> Flag:
    """Attends a general or vocational school; pay during training excludes in SGB II and BKGG, in SGB XII § 34 Abs. 1 it does not."""
    besucht = ort in (Bildungsort.ALLGEMEINBILDENDE_SCHULE, Bildungsort.BERUFSBILDENDE_SCHULE)
    bezahlt = verguetung and kreis in (Rechtskreis.BKGG, Rechtskreis.SGB2)
    return alter and besucht and not bezahlt


@rule(PERSON, cites=SGB2("§ 28 Abs. 2 S. 2, Abs. 6 S. 1 Nr. 2"), since=SINCE)
def but_in_tagesbetreuung(
    alter: Flag = of(but_alter_fuer_bildung), ort: Bildungsort = of(bildungsort, when=but_alter_fuer_bildung)
) -> Flag:
    """A child in a day-care centre or with a childminder."""
    return alter and ort in (Bildungsort.KITA, Bildungsort.KINDERTAGESPFLEGE)


@rule(PERSON, cites=SGB2("§ 28 Abs. 7 S. 1"), since=SINCE)
def but_minderjaehrig(
    ueber: Flag = of(but_ueber_rechtskreis),
    geboren: Day = of(geburtsdatum, when=but_ueber_rechtskreis, otherwise=1),
    stichtag: Day = of(STICHTAG),
    grenze: Count = parameter("but_altersgrenze_teilhabe"),
) -> Flag:
    """Has not completed the 18th year of life on the first of the month. SGB XII ch. 4 (§ 42 Nr. 3) excludes what is for adults anyway."""
    return ueber and age_on(geboren, stichtag) < grenze


@rule(PERSON, cites=SGB12("§ 34 Abs. 1"), since=SINCE)
def but_berechtigt(schueler: Flag = of(but_schueler), kita: Flag = of(but_in_tagesbetreuung), jung: Flag = of(but_minderjaehrig)) -> Flag:
    """Pupil, child in day-care, or under 18: at least one need can arise."""
    return schueler or kita or jung
