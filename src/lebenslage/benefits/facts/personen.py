"""Who lives in the dwelling, and how they belong together."""

from enum import IntEnum, IntFlag

from lebenslage.kernel.units import Percent
from lebenslage.law.facts import Protection, chosen, day, flag, number, person
from lebenslage.law.nodes import HOUSEHOLD, PERSON


class Verhaeltnis(IntEnum):
    """How a person belongs to the household (WoGG § 5 Abs. 1)."""

    ANTRAGSTELLEND = 0
    EHEGATTE = 1
    PARTNER = 2
    KIND = 3
    VERWANDT = 4
    PFLEGEKIND = 5
    PFLEGEELTERN = 6
    MITBEWOHNEND = 7


class Betreuung(IntEnum):
    """How parents who live apart share the care of a child (WoGG § 5 Abs. 4)."""

    NICHT_GETEILT = 0
    MINDESTENS_EIN_DRITTEL = 1
    WENIGER_ALS_EIN_DRITTEL = 2


class Aufenthalt(IntEnum):
    """The right on which a person stays in Germany (WoGG § 3 Abs. 5)."""

    DEUTSCH = 0
    FREIZUEGIGKEIT = 1
    AUFENTHALTSTITEL = 2
    DULDUNG = 3
    ABKOMMEN = 4
    GESTATTUNG = 5
    HEIMATLOS = 6
    BEFREIT = 7
    VON_SOZIALRECHT_AUSGENOMMEN = 8
    TITEL_ZUR_SUCHE = 9
    KEIN_RECHT = 10


class Merkmal(IntFlag):
    """Circumstances that open an allowance or close a way."""

    SCHWERBEHINDERT = 1
    NS_VERFOLGT = 2
    GRUNDRENTENZEITEN = 4
    AUSBILDUNG = 8


class Todesfall(IntEnum):
    """Whether a death in the last year still counts for the number of members (WoGG § 6 Abs. 2)."""

    ZAEHLT_WEITER = 0
    WOHNUNG_AUFGEGEBEN = 1
    ZAHL_WIEDER_ERREICHT = 2
    KOSTEN_IN_LEISTUNG = 3


verhaeltnis = chosen("verhaeltnis", PERSON, Verhaeltnis, protection=Protection.ORDINARY)
lebensmittelpunkt = flag("lebensmittelpunkt", PERSON, proof="meldebescheinigung")
getrennt_lebend = flag("getrennt_lebend", PERSON, when=verhaeltnis.among(Verhaeltnis.EHEGATTE))
betreuung = chosen(
    "betreuung", PERSON, Betreuung, proof="betreuungsnachweis", when=verhaeltnis.among(Verhaeltnis.KIND, Verhaeltnis.PFLEGEKIND)
)
aufenthalt = chosen("aufenthalt", PERSON, Aufenthalt, proof="aufenthaltstitel", protection=Protection.SPECIAL)
geburtsdatum = day("geburtsdatum", PERSON, proof="ausweis")
elternteil_1 = person("elternteil_1", PERSON)
elternteil_2 = person("elternteil_2", PERSON)
kindergeld = flag("kindergeld", PERSON, proof="kindergeldnachweis")
merkmale = chosen("merkmale", PERSON, Merkmal, protection=Protection.SPECIAL)
grad_der_behinderung = number(
    "grad_der_behinderung",
    PERSON,
    Percent,
    least=20,
    greatest=100,
    proof="schwerbehindertenausweis",
    when=merkmale.has(Merkmal.SCHWERBEHINDERT),
)
pflege_zuhause = flag("pflege_zuhause", PERSON, proof="pflegegradbescheid", best=1, when=merkmale.has(Merkmal.SCHWERBEHINDERT))
ausbildung_nur_darlehen = flag("ausbildung_nur_darlehen", PERSON, proof="bafoeg_bescheid", best=1, when=merkmale.has(Merkmal.AUSBILDUNG))

todesfall = flag("todesfall", HOUSEHOLD)
todestag = day("todestag", HOUSEHOLD, proof="sterbeurkunde", when=todesfall.yes())
todesfall_wirkung = chosen("todesfall_wirkung", HOUSEHOLD, Todesfall, when=todesfall.yes())
