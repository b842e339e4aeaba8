"""What each need gives in the month: SGB II § 28 Abs. 2 and 4 to 7, SGB XII § 34 Abs. 2 and 4 to 7."""

from lebenslage.benefits.bildung_und_teilhabe.rules.lernende import but_in_tagesbetreuung, but_minderjaehrig, but_schueler
from lebenslage.benefits.bildung_und_teilhabe.rules.schulbedarf import but_schulbedarf
from lebenslage.benefits.bildung_und_teilhabe.statute import SGB2, SINCE, parameter
from lebenslage.benefits.facts import bildung
from lebenslage.benefits.facts.bildung import Bildungsbedarf, bildungsbedarfe
from lebenslage.kernel.units import Cent, CentPerMonth, Flag
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import rule


@rule(PERSON, cites=SGB2("§ 28 Abs. 2 S. 1 und 2"), since=SINCE)
def but_lernend(schueler: Flag = of(but_schueler), kita: Flag = of(but_in_tagesbetreuung)) -> Flag:
    """Pupil or child in day-care: both have trips and lunch."""
    return schueler or kita


@rule(PERSON, cites=SGB2("§ 28 Abs. 2 S. 1 Nr. 1"), since=SINCE)
def but_ausfluege(kosten: Cent = of(bildung.ausflug_kosten, when=but_lernend)) -> Cent:
    """Day trips: what they cost."""
    return kosten


@rule(PERSON, cites=SGB2("§ 28 Abs. 2 S. 1 Nr. 2"), since=SINCE)
def but_klassenfahrt(kosten: Cent = of(bildung.klassenfahrt_kosten, when=but_lernend)) -> Cent:
    """Trips of several days within school law: what they cost, pocket money apart."""
    return kosten


@rule(PERSON, cites=SGB2("§ 28 Abs. 4"), since=SINCE)
def but_befoerderung(
    kosten: CentPerMonth = of(bildung.befoerderung_kosten, when=but_schueler),
    naechste: Flag = of(bildung.naechste_schule, when=but_schueler),
) -> CentPerMonth:
    """The way to the nearest school of the chosen course, or one chosen for its profile, as far as nobody else pays; no own share."""
    return kosten if naechste else 0


@rule(PERSON, cites=SGB2("§ 28 Abs. 5"), since=SINCE)
def but_lernfoerderung(
    kosten: CentPerMonth = of(bildung.lernfoerderung_kosten, when=but_schueler),
    bestaetigt: Flag = of(bildung.lernfoerderung_bestaetigt, when=but_schueler),
) -> CentPerMonth:
    """Adequate tutoring that the school confirms; being in danger of not moving up does not matter. What is adequate is for the office."""
    return kosten if bestaetigt else 0


@rule(PERSON, cites=SGB2("§ 28 Abs. 6"), since=SINCE)
def but_mittagessen(
    kosten: CentPerMonth = of(bildung.mittagessen_kosten, when=but_lernend),
    angeboten: Flag = of(bildung.mittagessen_der_schule, when=but_schueler, otherwise=1),
) -> CentPerMonth:
    """Shared lunch in full; for pupils in the school's responsibility or by contract with a day-care centre (S. 2)."""
    return kosten if angeboten else 0


@rule(PERSON, cites=SGB2("§ 28 Abs. 7"), since=SINCE)
def but_teilhabe(
    jung: Flag = of(but_minderjaehrig),
    bedarfe: Bildungsbedarf = of(bildungsbedarfe, when=but_minderjaehrig),
    mehr: CentPerMonth = of(bildung.teilhabe_mehrkosten, when=but_minderjaehrig),
    pauschal: CentPerMonth = parameter("but_teilhabe_monat"),
) -> CentPerMonth:
    """A flat amount a month where taking part costs anything; more only as the office recognised (S. 2)."""
    return pauschal + mehr if jung and bedarfe & Bildungsbedarf.TEILHABE else 0


@rule(PERSON, cites=SGB2("§ 28 Abs. 2 bis 7"), since=SINCE)
def but_person(
    ausfluege: Cent = of(but_ausfluege),
    fahrt: Cent = of(but_klassenfahrt),
    schulbedarf: Cent = of(but_schulbedarf),
    befoerderung: CentPerMonth = of(but_befoerderung),
    lernen: CentPerMonth = of(but_lernfoerderung),
    essen: CentPerMonth = of(but_mittagessen),
    teilhabe: CentPerMonth = of(but_teilhabe),
) -> Cent:
    """All needs of one person that fall into the month."""
    return ausfluege + fahrt + schulbedarf + befoerderung + lernen + essen + teilhabe
