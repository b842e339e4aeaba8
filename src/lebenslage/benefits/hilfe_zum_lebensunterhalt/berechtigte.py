"""Who falls under chapter 3: SGB XII §§ 19 Abs. 1 and 2, 21, 27. What is left of SGB II and of chapter 4.

So people unable to work for a time, children under 15 whose parents or grandparents are under chapter 4, and early pensioners.
"""

from lebenslage.benefits.facts import bedarf, personen
from lebenslage.benefits.facts.bedarf import Rentenart
from lebenslage.benefits.facts.einkommen import Einkommensart, einkommensarten
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.benefits.facts.sozialhilfe import Unterkunft, unterkunft
from lebenslage.benefits.grundsicherung.rules.berechtigte import (
    grundsicherung_berechtigt,
    sgb12_erwerbsfaehigkeit_fraglich,
    sgb12_voll_erwerbsgemindert,
    sgb12_zugang,
)
from lebenslage.benefits.grundsicherung.rules.gemeinschaft import sgb12_alter
from lebenslage.benefits.hilfe_zum_lebensunterhalt.statute import SGB12, SINCE
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_angehoerig
from lebenslage.benefits.sgb2.rules.vermoegen import sgb2_bg_mitglied
from lebenslage.benefits.sgb2.statute import SGB2
from lebenslage.kernel.units import Count, Flag
from lebenslage.law.inputs import any_of, at, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import rule

MIT_RENTE = einkommensarten.has(Einkommensart.RENTE)


@rule(PERSON, cites=SGB12("§ 21 S. 1"), since=SINCE)
def hlu_erwerbsfaehig(
    gefragt: Flag = of(sgb12_erwerbsfaehigkeit_fraglich),
    gemindert: Flag = of(sgb12_voll_erwerbsgemindert),
    renten: Rentenart = of(bedarf.rentenart, when=MIT_RENTE, otherwise=Rentenart.HINTERBLIEBENE),
    wo: Unterkunft = of(unterkunft),
) -> Flag:
    """Able to work and of that age: under SGB II. Not with an old-age pension or in an institution (SGB II § 7 Abs. 4)."""
    return gefragt and not gemindert and renten != Rentenart.ALTER and wo != Unterkunft.STATIONAERE_EINRICHTUNG


@rule(PERSON, cites=SGB2("§ 7 Abs. 2 S. 1, Abs. 3 Nr. 4"), since=SINCE)
def hlu_erwerbsfaehiges_mitglied(
    erwerbsfaehig: Flag = of(hlu_erwerbsfaehig), mitglied: Flag = of(sgb2_bg_mitglied, when=hlu_erwerbsfaehig)
) -> Flag:
    """Able to work and in the community: a child that lives on its own means draws nobody into SGB II."""
    return erwerbsfaehig and mitglied


@rule(HOUSEHOLD, cites=SGB12("§ 21 S. 1"), since=SINCE)
def hlu_mit_erwerbsfaehigen(jemand: Flag = any_of(hlu_erwerbsfaehiges_mitglied)) -> Flag:
    """Somebody of the applicant's community of SGB II is able to work."""
    return jemand


@rule(PERSON, cites=SGB12("§ 21 S. 1"), since=SINCE)
def hlu_verwandt_und_jung(art: Verhaeltnis = of(personen.verhaeltnis), alter: Count = of(sgb12_alter)) -> Flag:
    """A relative under 25, who may be the child of another relative here."""
    return art == Verhaeltnis.VERWANDT and alter < 25


@rule(PERSON, cites=SGB12("§ 21 S. 1"), since=SINCE)
def hlu_kind_einer_erwerbsfaehigen(
    eines: Flag = at(hlu_erwerbsfaehig, via=personen.elternteil_1), anderes: Flag = at(hlu_erwerbsfaehig, via=personen.elternteil_2)
) -> Flag:
    """Her own mother or father here is able to work."""
    return eines or anderes


@rule(PERSON, cites=SGB12("§ 21 S. 1"), since=SINCE)
def hlu_vorrang_sgb2(
    selbst: Flag = of(hlu_erwerbsfaehig),
    angehoerig: Flag = of(sgb2_angehoerig),
    mit_anderen: Flag = of(hlu_mit_erwerbsfaehigen, when=sgb2_angehoerig),
    mit_eltern: Flag = of(hlu_kind_einer_erwerbsfaehigen, when=hlu_verwandt_und_jung),
) -> Flag:
    """Under SGB II in principle, as one who can work or as a member of her community; whatever the means."""
    return selbst or (angehoerig and mit_anderen) or mit_eltern


@rule(PERSON, cites=SGB12("§ 19 Abs. 2 S. 2"), since=SINCE)
def hlu_nicht_in_kapitel_4(art: Verhaeltnis = of(personen.verhaeltnis), kapitel_4: Flag = of(grundsicherung_berechtigt)) -> Flag:
    """Chapter 4 comes first; foster children live on Jugendhilfe."""
    return not kapitel_4 and art != Verhaeltnis.PFLEGEKIND


@rule(PERSON, cites=SGB12("§ 19 Abs. 1, § 21, § 27 Abs. 1"), since=SINCE)
def hlu_berechtigt(
    offen: Flag = of(hlu_nicht_in_kapitel_4),
    zugang: Flag = of(sgb12_zugang, when=hlu_nicht_in_kapitel_4),
    sgb2: Flag = of(hlu_vorrang_sgb2, when=hlu_nicht_in_kapitel_4),
) -> Flag:
    """Falls under chapter 3, whatever her means."""
    return offen and zugang and not sgb2
