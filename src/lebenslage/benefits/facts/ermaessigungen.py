"""What a municipality reduces and for whom (local slots), and what is asked for the broadcasting fee and co-payments."""

from enum import IntFlag

from lebenslage.kernel.units import Cent, CentPerMonth, Flag, Percent
from lebenslage.law.facts import MAX_AMOUNT, Asked, Bounds, Fact, Protection, flag, money, number
from lebenslage.law.nodes import HOUSEHOLD, PERSON

LANDESWEIT = -1


class Nachweis(IntFlag):
    """Notices that a municipality may accept for its pass or ticket."""

    GRUNDSICHERUNGSGELD = 1
    GRUNDSICHERUNG_IM_ALTER = 2
    HILFE_ZUM_LEBENSUNTERHALT = 4
    ASYLBEWERBERLEISTUNG = 8
    WOHNGELD = 16
    KINDERZUSCHLAG = 32
    JUGENDHILFE = 64
    SOZIALE_ENTSCHAEDIGUNG = 128
    AUSBILDUNGSFOERDERUNG = 256
    FRUEHFOERDERUNG = 512
    BARBETRAG_IM_HEIM = 1024


EXISTENZSICHERND = (
    Nachweis.GRUNDSICHERUNGSGELD | Nachweis.GRUNDSICHERUNG_IM_ALTER | Nachweis.HILFE_ZUM_LEBENSUNTERHALT | Nachweis.ASYLBEWERBERLEISTUNG
)
ORDINARY_PASS = EXISTENZSICHERND | Nachweis.WOHNGELD | Nachweis.KINDERZUSCHLAG
ORDINARY_TICKET = EXISTENZSICHERND | Nachweis.WOHNGELD | Nachweis.JUGENDHILFE | Nachweis.SOZIALE_ENTSCHAEDIGUNG


def _accepted(id: str, ordinary: Nachweis) -> Fact:
    """The notices that a municipality accepts, with the ordinary list."""
    return Fact(id, HOUSEHOLD, Nachweis, bounds=Bounds(0, sum(Nachweis)), asked=Asked(assumed=int(ordinary)))


def _price(id: str) -> Fact:
    """A local price; the word `landesweit` stands for the price of the whole Land."""
    return Fact(
        id,
        HOUSEHOLD,
        CentPerMonth,
        bounds=Bounds(0, MAX_AMOUNT // 10),
        asked=Asked(words={"landesweit": LANDESWEIT}, assumed=LANDESWEIT),
    )


sozialpass_angebot = flag("sozialpass_angebot", HOUSEHOLD, best=1)
sozialpass_nachweise = _accepted("sozialpass_nachweise", ORDINARY_PASS)
sozialpass_einkommensfaktor = number("sozialpass_einkommensfaktor", HOUSEHOLD, Percent, greatest=300, assumed=0)

sozialticket_angebot = flag("sozialticket_angebot", HOUSEHOLD, best=1)
sozialticket_nachweise = _accepted("sozialticket_nachweise", ORDINARY_TICKET)
sozialticket_einkommensfaktor = number("sozialticket_einkommensfaktor", HOUSEHOLD, Percent, greatest=300, assumed=0)
sozialticket_preis = _price("sozialticket_preis")
normalticket_preis = _price("normalticket_preis")
ticket_gewuenscht = flag("ticket_gewuenscht", PERSON, best=1)

sozialleistung_abgelehnt = flag("sozialleistung_abgelehnt", HOUSEHOLD, proof="ablehnungsbescheid", best=1)
einkommen_ueber_bedarf = money(
    "einkommen_ueber_bedarf", HOUSEHOLD, CentPerMonth, proof="ablehnungsbescheid", when=sozialleistung_abgelehnt.yes()
)

chronisch_krank = Fact("chronisch_krank", PERSON, Flag, bounds=Bounds(0, 1, 1), asked=Asked("chronikerbescheinigung", Protection.SPECIAL))
zuzahlungen = money("zuzahlungen", HOUSEHOLD, Cent, proof="zuzahlungsquittungen", best=MAX_AMOUNT)
gesetzlich_versichert = flag("gesetzlich_versichert", PERSON, proof="versichertenkarte", best=1)
familienversichert = flag("familienversichert", PERSON, proof="versichertenkarte")
