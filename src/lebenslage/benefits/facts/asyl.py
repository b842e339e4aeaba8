"""What the Asylbewerberleistungsgesetz asks: the right to stay, the time here, and what the accommodation gives in kind."""

from enum import IntEnum, IntFlag

from lebenslage.benefits.facts.familie import Titel, aufenthaltstitel
from lebenslage.benefits.facts.personen import Aufenthalt, aufenthalt
from lebenslage.benefits.facts.sozialhilfe import Unterkunft, unterkunft
from lebenslage.kernel.units import CentPerMonth
from lebenslage.law.facts import Protection, chosen, day, flag, money
from lebenslage.law.nodes import HOUSEHOLD, PERSON


class Aufenthaltserlaubnis(IntEnum):
    """The humanitarian permits that AsylbLG § 1 names, and all others."""

    ANDERE = 0
    KRIEG_IM_HEIMATLAND = 1
    VORUEBERGEHEND = 2
    AUSREISE_UNMOEGLICH = 3
    MASSENZUSTROM = 4


class Asyllage(IntEnum):
    """Where somebody stands who has no title and no Gestattung (AsylbLG § 1 Abs. 1 Nr. 1a, 2, 5 and 7)."""

    KEINE = 0
    ASYLGESUCH = 1
    AUSREISEPFLICHTIG = 2
    FOLGEANTRAG = 3
    FLUGHAFEN = 4


class Sachleistung(IntFlag):
    """What the accommodation gives in kind instead of money (AsylbLG § 3 Abs. 1 to 3)."""

    NOTWENDIGER_BEDARF = 1
    PERSOENLICHER_BEDARF = 2


aufenthaltserlaubnis = chosen(
    "aufenthaltserlaubnis",
    PERSON,
    Aufenthaltserlaubnis,
    proof="aufenthaltstitel",
    protection=Protection.SPECIAL,
    when=aufenthaltstitel.among(Titel.HUMANITAER),
)
abschiebung_ausgesetzt_am = day(
    "abschiebung_ausgesetzt_am",
    PERSON,
    proof="aufenthaltstitel",
    when=aufenthaltserlaubnis.among(Aufenthaltserlaubnis.AUSREISE_UNMOEGLICH),
)
schutztitel_erteilt_am = day(
    "schutztitel_erteilt_am", PERSON, proof="aufenthaltstitel", when=aufenthaltserlaubnis.among(Aufenthaltserlaubnis.MASSENZUSTROM)
)
erkennungsdienstlich_erfasst = flag(
    "erkennungsdienstlich_erfasst",
    PERSON,
    proof="aufenthaltstitel",
    assumed=1,
    when=aufenthaltserlaubnis.among(Aufenthaltserlaubnis.MASSENZUSTROM),
)
asyllage = chosen(
    "asyllage",
    PERSON,
    Asyllage,
    proof="aufenthaltstitel",
    protection=Protection.SPECIAL,
    when=aufenthalt.among(Aufenthalt.KEIN_RECHT),
)
anderer_staat_zustaendig = flag(
    "anderer_staat_zustaendig", PERSON, proof="leistungsbescheid", assumed=0, when=asyllage.among(Asyllage.AUSREISEPFLICHTIG)
)
in_deutschland_seit = day("in_deutschland_seit", PERSON, proof="meldebescheinigung")
aufenthalt_missbraeuchlich_verlaengert = flag("aufenthalt_missbraeuchlich_verlaengert", PERSON, proof="leistungsbescheid", assumed=0)
analogleistung_vor_februar_2024 = flag("analogleistung_vor_februar_2024", PERSON, proof="leistungsbescheid", assumed=0)
anspruch_eingeschraenkt = flag("anspruch_eingeschraenkt", PERSON, proof="leistungsbescheid", assumed=0)
sachleistungen = chosen(
    "sachleistungen",
    HOUSEHOLD,
    Sachleistung,
    proof="leistungsbescheid",
    when=unterkunft.among(Unterkunft.GEMEINSCHAFTSUNTERKUNFT, Unterkunft.AUFNAHMEEINRICHTUNG, Unterkunft.SONSTIGE_UNTERKUNFT),
)
haushaltsstrom = money("haushaltsstrom", HOUSEHOLD, CentPerMonth, proof="kontoauszug")
