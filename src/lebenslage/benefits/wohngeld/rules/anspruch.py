"""Whether there is a claim: WoGG §§ 3, 20 and 21; and the right as a whole."""

from lebenslage.benefits.facts import personen, wohnen
from lebenslage.benefits.facts.einkommen import vermoegen
from lebenslage.benefits.facts.personen import Merkmal, Verhaeltnis
from lebenslage.benefits.facts.wohnen import Wohnform
from lebenslage.benefits.wohngeld.rules.freibetraege import gesamteinkommen
from lebenslage.benefits.wohngeld.rules.haushalt import WOHNGELDHAUSHALT, beruecksichtigt, person_berechtigt, zu_beruecksichtigende
from lebenslage.benefits.wohngeld.rules.hoehe import wohngeld_betrag
from lebenslage.benefits.wohngeld.rules.miete import beruecksichtigte_miete
from lebenslage.benefits.wohngeld.rules.zeitraum import beginn, ende
from lebenslage.benefits.wohngeld.statute import SINCE, WOGG, WOGVWV, parameter
from lebenslage.kernel.dates import age_on
from lebenslage.kernel.fixed import CENT
from lebenslage.kernel.units import Cent, CentPerMonth, Count, Day, FixedEuroPerMonth, Flag, Percent
from lebenslage.law.engine import Benefit
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import any_of, count_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule


@rule(HOUSEHOLD, cites=WOGG("§ 3 Abs. 1 und 2"), since=SINCE)
def wohngeldberechtigt(wohnform: Wohnform = of(wohnen.wohnform), person: Flag = any_of(person_berechtigt)) -> Flag:
    """The applicant rents or owns the dwelling, or has an equal right to it, and uses it herself."""
    return person and wohnform != Wohnform.OHNE_EIGENES_RECHT


@rule(HOUSEHOLD, cites=WOGG("§ 1 Abs. 2, § 3 Abs. 2"), since=SINCE)
def lastenzuschuss(wohnform: Wohnform = of(wohnen.wohnform)) -> Flag:
    """A subsidy to the burden (owners), else to the rent."""
    return wohnform == Wohnform.EIGENTUM


@rule(HOUSEHOLD, cites=WOGG("§ 21 Nr. 2"), since=SINCE)
def jemand_zu_beruecksichtigen(mitglieder: Count = of(zu_beruecksichtigende)) -> Flag:
    """Not all members are excluded."""
    return mitglieder >= 1


@rule(PERSON, cites=WOGG("§ 20 Abs. 2"), since=SINCE)
def foerderung_dem_grunde_nach(
    merkmale: Merkmal = of(personen.merkmale), nur_darlehen: Flag = of(personen.ausbildung_nur_darlehen)
) -> Flag:
    """Could in principle get BAföG, BAB or Ausbildungsgeld, whatever the amount; not where it is only a loan."""
    return bool(merkmale & Merkmal.AUSBILDUNG) and not nur_darlehen


@rule(WOHNGELDHAUSHALT, cites=WOGG("§ 20 Abs. 2"), since=SINCE)
def nicht_nur_auszubildende(
    auszubildende: Count = count_of(foerderung_dem_grunde_nach, where=WOHNGELDHAUSHALT), alle: Count = count_of(WOHNGELDHAUSHALT.member)
) -> Flag:
    """At least one member could not get training support. A running notice goes on when training starts (S. 4)."""
    return auszubildende < alle


@rule(HOUSEHOLD, cites=WOGG("§ 21 Nr. 3"), since=SINCE)
def vermoegensgrenze(
    mitglieder: Count = of(zu_beruecksichtigende),
    erste: Cent = parameter("vermoegen_erste_person"),
    weitere: Cent = parameter("vermoegen_weitere_person"),
) -> Cent:
    """Above this sum assets are considerable as a rule (WoGVwV 21.37); the single case is for the office."""
    return erste + weitere * max(0, mitglieder - 1)


@rule(HOUSEHOLD, cites=WOGG("§ 21 Nr. 3"), since=SINCE)
def vermoegen_unschaedlich(besitz: Cent = sum_of(vermoegen, where=beruecksichtigt), grenze: Cent = of(vermoegensgrenze)) -> Flag:
    """The assets of the members who count do not exceed the limit; exactly the limit is allowed."""
    return besitz <= grenze


@rule(HOUSEHOLD, cites=WOGG("§ 21 Nr. 1"), since=SINCE)
def mindestbetrag_erreicht(betrag: CentPerMonth = of(wohngeld_betrag), mindestens: CentPerMonth = parameter("mindestbetrag")) -> Flag:
    """Below ten euros a month there is no claim."""
    return betrag >= mindestens


@rule(PERSON, cites=WOGVWV("15.01"), since=SINCE)
def regelbedarf(
    art: Verhaeltnis = of(personen.verhaeltnis),
    geboren: Day = of(personen.geburtsdatum),
    stichtag: Day = of(STICHTAG),
    stufen: tuple[CentPerMonth, ...] = parameter("regelbedarfe"),
) -> CentPerMonth:
    """The need by age and place in the household: for the hint below only, never for the amount."""
    alter = age_on(geboren, stichtag)
    if alter < 18:
        return stufen[5] if alter < 6 else stufen[4] if alter < 14 else stufen[3]
    if art == Verhaeltnis.ANTRAGSTELLEND:
        return stufen[0]
    return stufen[1] if art in (Verhaeltnis.EHEGATTE, Verhaeltnis.PARTNER) else stufen[2]


@rule(PERSON, cites=WOGVWV("15.01"), since=SINCE)
def kind_unter_18(geboren: Day = of(personen.geburtsdatum), stichtag: Day = of(STICHTAG)) -> Flag:
    """Under 18: the hint below takes it that Kindergeld is paid."""
    return age_on(geboren, stichtag) < 18


@rule(HOUSEHOLD, cites=WOGVWV("15.01"), since=SINCE)
def lebensunterhalt_plausibel(
    bedarf: CentPerMonth = sum_of(regelbedarf, where=beruecksichtigt),
    miete: FixedEuroPerMonth = of(beruecksichtigte_miete),
    einkommen: FixedEuroPerMonth = of(gesamteinkommen),
    kinder: Count = count_of(kind_unter_18, where=beruecksichtigt),
    betrag: CentPerMonth = of(wohngeld_betrag),
    kindergeld: CentPerMonth = parameter("kindergeld"),
    anteil: Percent = parameter("plausibilitaet_anteil"),
) -> Flag:
    """Income, Kindergeld and Wohngeld cover about 80 % of need and rent. Otherwise the office asks how life is paid for: no exclusion."""
    verfuegbar = einkommen + CENT * (betrag + kindergeld * kinder)
    return verfuegbar * 100 >= (CENT * bedarf + miete) * anteil


WOHNGELD = Benefit(
    id="wohngeld",
    gates=(
        wohngeldberechtigt,
        jemand_zu_beruecksichtigen,
        nicht_nur_auszubildende,
        vermoegen_unschaedlich,
        mindestbetrag_erreicht,
    ),
    amount=wohngeld_betrag,
    begins=beginn,
    ends=ende,
    hints=(lebensunterhalt_plausibel,),
)
