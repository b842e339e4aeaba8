"""School and day-care of a child: where it goes, and what that costs (SGB II § 28, SGB XII § 34, SGB VIII § 90)."""

from enum import IntEnum, IntFlag

from lebenslage.kernel.units import Cent, CentPerMonth
from lebenslage.law.facts import MAX_AMOUNT, Asked, Bounds, Fact, chosen, day, flag, money
from lebenslage.law.nodes import HOUSEHOLD, PERSON

SEIT_SCHULJAHRESBEGINN = 1


class Bildungsort(IntEnum):
    """Where a child or young person goes on weekdays."""

    KEINER = 0
    KITA = 1
    KINDERTAGESPFLEGE = 2
    ALLGEMEINBILDENDE_SCHULE = 3
    BERUFSBILDENDE_SCHULE = 4


class Bildungsbedarf(IntFlag):
    """What costs money this month, in the order of SGB II § 28 Abs. 2 to 7."""

    AUSFLUG = 1
    KLASSENFAHRT = 2
    BEFOERDERUNG = 4
    LERNFOERDERUNG = 8
    MITTAGESSEN = 16
    TEILHABE = 32


class Kitafreiheit(IntEnum):
    """What the Land itself frees from day-care fees."""

    KEINE = 0
    ZWEI_LETZTE_JAHRE = 1
    GANZ = 2


IN_TAGESBETREUUNG = (Bildungsort.KITA, Bildungsort.KINDERTAGESPFLEGE)

schulbesuch_ab_25 = flag("schulbesuch_ab_25", PERSON, proof="schulbescheinigung", best=1, assumed=0)
bildungsort = chosen("bildungsort", PERSON, Bildungsort, proof="schulbescheinigung")
ausbildungsverguetung = flag(
    "ausbildungsverguetung", PERSON, proof="ausbildungsvertrag", best=0, when=bildungsort.among(Bildungsort.BERUFSBILDENDE_SCHULE)
)
schulaufnahme_am = day(
    "schulaufnahme_am", PERSON, proof="schulbescheinigung", assumed=SEIT_SCHULJAHRESBEGINN, seit_schuljahresbeginn=SEIT_SCHULJAHRESBEGINN
)
erster_schultag = day("erster_schultag", HOUSEHOLD)
zweites_halbjahr_ab = day("zweites_halbjahr_ab", HOUSEHOLD)

bildungsbedarfe = chosen("bildungsbedarfe", PERSON, Bildungsbedarf)
ausflug_kosten = money(
    "ausflug_kosten", PERSON, Cent, proof="elternbrief", best=MAX_AMOUNT, when=bildungsbedarfe.has(Bildungsbedarf.AUSFLUG)
)
klassenfahrt_kosten = money(
    "klassenfahrt_kosten", PERSON, Cent, proof="elternbrief", best=MAX_AMOUNT, when=bildungsbedarfe.has(Bildungsbedarf.KLASSENFAHRT)
)
befoerderung_kosten = money(
    "befoerderung_kosten",
    PERSON,
    CentPerMonth,
    proof="fahrkarte",
    best=MAX_AMOUNT // 10,
    when=bildungsbedarfe.has(Bildungsbedarf.BEFOERDERUNG),
)
naechste_schule = flag("naechste_schule", PERSON, best=1, assumed=1, when=bildungsbedarfe.has(Bildungsbedarf.BEFOERDERUNG))
lernfoerderung_kosten = money(
    "lernfoerderung_kosten",
    PERSON,
    CentPerMonth,
    proof="lernfoerderung",
    best=MAX_AMOUNT // 10,
    when=bildungsbedarfe.has(Bildungsbedarf.LERNFOERDERUNG),
)
lernfoerderung_bestaetigt = flag(
    "lernfoerderung_bestaetigt", PERSON, proof="lernfoerderung", best=1, when=bildungsbedarfe.has(Bildungsbedarf.LERNFOERDERUNG)
)
mittagessen_kosten = money(
    "mittagessen_kosten",
    PERSON,
    CentPerMonth,
    proof="essensvertrag",
    best=MAX_AMOUNT // 10,
    when=bildungsbedarfe.has(Bildungsbedarf.MITTAGESSEN),
)
mittagessen_der_schule = flag("mittagessen_der_schule", PERSON, best=1, assumed=1, when=bildungsbedarfe.has(Bildungsbedarf.MITTAGESSEN))
teilhabe_mehrkosten = Fact(
    "teilhabe_mehrkosten",
    PERSON,
    CentPerMonth,
    bounds=Bounds(0, MAX_AMOUNT // 10, MAX_AMOUNT // 10),
    asked=Asked("leistungsbescheid", assumed=0, when=bildungsbedarfe.has(Bildungsbedarf.TEILHABE)),
)

kita_beitrag = money(
    "kita_beitrag",
    PERSON,
    CentPerMonth,
    proof="kita_beitragsbescheid",
    best=MAX_AMOUNT // 10,
    when=bildungsort.among(*IN_TAGESBETREUUNG),
)
kitafreiheit = Fact(
    "kitafreiheit", HOUSEHOLD, Kitafreiheit, bounds=Bounds(0, max(Kitafreiheit)), asked=Asked(assumed=Kitafreiheit.ZWEI_LETZTE_JAHRE)
)
