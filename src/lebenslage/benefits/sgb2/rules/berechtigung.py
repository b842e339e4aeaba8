"""Who can have a claim: SGB II §§ 7, 7a, 7b, 8 and 27, § 5 Abs. 2.

Left out: the first three months of a foreigner with a title who does not work (§ 7 Abs. 1 S. 2 Nr. 1), and the ban on work of § 8 Abs. 2.
"""

from lebenslage.benefits.aufenthaltsrecht import asylblg_berechtigt
from lebenslage.benefits.facts import bedarf, familie, leistungen, personen
from lebenslage.benefits.facts.bedarf import Ausbildungsart, Bafoeg, Erwerbsfaehigkeit, Rentenart, Unterbringung
from lebenslage.benefits.facts.einkommen import Einkommensart, einkommensarten
from lebenslage.benefits.facts.familie import Freizuegigkeit
from lebenslage.benefits.facts.leistungen import Leistung
from lebenslage.benefits.facts.personen import Aufenthalt
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_alter, sgb2_angehoerig, sgb2_kind
from lebenslage.benefits.sgb2.statute import SGB2, SINCE, parameter
from lebenslage.kernel.dates import month_of
from lebenslage.kernel.units import Count, Day, Flag, Months
from lebenslage.law.facts import STICHTAG
from lebenslage.law.inputs import of
from lebenslage.law.nodes import PERSON
from lebenslage.law.rules import rule

MIT_RENTE = einkommensarten.has(Einkommensart.RENTE)
OHNE_SICHEREN_AUFENTHALT = personen.aufenthalt.among(Aufenthalt.FREIZUEGIGKEIT, Aufenthalt.TITEL_ZUR_SUCHE, Aufenthalt.KEIN_RECHT)


@rule(PERSON, cites=SGB2("§ 7a"), since=SINCE)
def sgb2_ueber_altersgrenze(
    geboren: Day = of(personen.geburtsdatum),
    stichtag: Day = of(STICHTAG),
    anhebung: tuple[Months, ...] = parameter("sgb2_altersgrenze_anhebung"),
) -> Flag:
    """Past the month in which the age limit is completed: 65 years, and some months more for each year of birth since 1947.

    A year of life is completed on the day before the birthday.
    """
    jahrgang = month_of(geboren) // 12
    monate = 0 if jahrgang < 1947 else anhebung[min(jahrgang, 1964) - 1947]
    return month_of(stichtag) > month_of(geboren - 1) + 65 * 12 + monate


@rule(PERSON, cites=SGB2("§ 7 Abs. 1 S. 1 Nr. 1"), since=SINCE)
def sgb2_im_alter(alter: Count = of(sgb2_alter), darueber: Flag = of(sgb2_ueber_altersgrenze)) -> Flag:
    """From 15 to the age limit."""
    return alter >= 15 and not darueber


@rule(PERSON, cites=SGB2("§ 7 Abs. 1 S. 1 Nr. 1"), since=SINCE)
def sgb2_nach_arbeitskraft_gefragt(angehoerig: Flag = of(sgb2_angehoerig), im_alter: Flag = of(sgb2_im_alter)) -> Flag:
    """Belongs to the community and is of working age: only then ability to work matters."""
    return angehoerig and im_alter


@rule(PERSON, cites=SGB2("§ 8 Abs. 1"), since=SINCE)
def sgb2_erwerbsfaehig(
    gefragt: Flag = of(sgb2_nach_arbeitskraft_gefragt),
    kraft: Erwerbsfaehigkeit = of(bedarf.erwerbsfaehigkeit, when=sgb2_nach_arbeitskraft_gefragt),
) -> Flag:
    """Of working age and able to work three hours a day."""
    return gefragt and kraft == Erwerbsfaehigkeit.ERWERBSFAEHIG


@rule(PERSON, cites=SGB2("§ 19 Abs. 1 S. 2, § 5 Abs. 2 S. 2"), since=SINCE)
def sgb2_vorrang_sgb12(
    alter: Count = of(sgb2_alter),
    darueber: Flag = of(sgb2_ueber_altersgrenze),
    kraft: Erwerbsfaehigkeit = of(bedarf.erwerbsfaehigkeit, when=sgb2_nach_arbeitskraft_gefragt),
) -> Flag:
    """Belongs to SGB XII chapter 4: past the age limit, or grown up and unable to work for good."""
    return darueber or (alter >= 18 and kraft == Erwerbsfaehigkeit.VOLL_ERWERBSGEMINDERT_DAUERND)


@rule(PERSON, cites=SGB2("§ 7 Abs. 1 S. 2 bis 5"), since=SINCE)
def sgb2_aufenthalt_genuegt(
    recht: Aufenthalt = of(personen.aufenthalt),
    eu: Freizuegigkeit = of(familie.freizuegigkeit),
    fuenf_jahre: Flag = of(bedarf.fuenf_jahre_gemeldet, when=OHNE_SICHEREN_AUFENTHALT),
    asyl: Flag = of(asylblg_berechtigt),
) -> Flag:
    """A right to stay for more than the search for work or training; or five registered years here. Asylum benefits come first (Nr. 3)."""
    if asyl or recht == Aufenthalt.VON_SOZIALRECHT_AUSGENOMMEN:
        return False
    if recht in (Aufenthalt.TITEL_ZUR_SUCHE, Aufenthalt.KEIN_RECHT):
        return fuenf_jahre
    return recht != Aufenthalt.FREIZUEGIGKEIT or eu == Freizuegigkeit.GEFESTIGT or fuenf_jahre


@rule(PERSON, cites=SGB2("§ 7 Abs. 1 S. 2 Nr. 3, Abs. 4 und 4a, § 7b"), since=SINCE)
def sgb2_ausgenommen(
    ort: Unterbringung = of(bedarf.unterbringung),
    erreichbar: Flag = of(bedarf.erreichbar),
    renten: Rentenart = of(bedarf.rentenart, when=MIT_RENTE, otherwise=Rentenart.HINTERBLIEBENE),
    leistung: Leistung = of(leistungen.leistung),
) -> Flag:
    """In an institution or in custody, not reachable, with an old-age pension, or with a benefit that covers the cost of living instead."""
    drin = ort >= Unterbringung.STATIONAERE_EINRICHTUNG
    andere = leistung in (Leistung.SOZIALE_ENTSCHAEDIGUNG, Leistung.ASYLBEWERBERLEISTUNG, Leistung.GRUNDSICHERUNG_IM_ALTER)
    return drin or not erreichbar or renten == Rentenart.ALTER or andere


@rule(PERSON, cites=SGB2("§ 7 Abs. 6"), since=SINCE)
def sgb2_bei_den_eltern(kind: Flag = of(sgb2_kind)) -> Flag:
    """Lives with her parents: their home as the place from which the training is done."""
    return kind


@rule(PERSON, cites=SGB2("§ 7 Abs. 5"), since=SINCE)
def sgb2_in_ausbildung(im_alter: Flag = of(sgb2_im_alter), ausbildung: Flag = of(bedarf.IN_AUSBILDUNG, when=sgb2_im_alter)) -> Flag:
    """From 15 and in training for which there is support in principle."""
    return im_alter and ausbildung


@rule(PERSON, cites=SGB2("§ 7 Abs. 5 und 6"), since=SINCE)
def sgb2_durch_ausbildung_ausgeschlossen(
    in_ausbildung: Flag = of(sgb2_in_ausbildung),
    art: Ausbildungsart = of(bedarf.ausbildungsart, when=sgb2_in_ausbildung),
    stand: Bafoeg = of(bedarf.bafoeg, when=sgb2_in_ausbildung),
    bei_eltern: Flag = of(sgb2_bei_den_eltern, when=sgb2_in_ausbildung),
) -> Flag:
    """In training that BAföG supports in principle.

    Not: training in a firm; school, and university from the parents' home, while BAföG is paid, applied for, or refused only for means;
    where BAföG is closed because of the parents' home or, at evening schools, because of age.
    """
    if not in_ausbildung or art == Ausbildungsart.BERUFSAUSBILDUNG:
        return False
    if art == Ausbildungsart.BERUFSAUSBILDUNG_IM_WOHNHEIM:
        return True
    if stand == Bafoeg.WEGEN_WOHNUNG_DER_ELTERN_ODER_ALTER_AUSGESCHLOSSEN:
        return art == Ausbildungsart.STUDIUM
    beantragt = stand in (Bafoeg.ERHALTEN, Bafoeg.BEANTRAGT, Bafoeg.NUR_WEGEN_EINKOMMEN_ABGELEHNT)
    vom_elternhaus = art == Ausbildungsart.SCHULE or (art == Ausbildungsart.STUDIUM and bei_eltern)
    return not (beantragt and vom_elternhaus)


@rule(PERSON, cites=SGB2("§ 7 Abs. 1 und 2"), since=SINCE)
def sgb2_nicht_ausgenommen(
    angehoerig: Flag = of(sgb2_angehoerig),
    aufenthalt: Flag = of(sgb2_aufenthalt_genuegt, when=sgb2_angehoerig),
    ausgenommen: Flag = of(sgb2_ausgenommen, when=sgb2_angehoerig),
) -> Flag:
    """Belongs to the community, may stay, and no exception of § 7 takes the claim away."""
    return angehoerig and aufenthalt and not ausgenommen


@rule(PERSON, cites=SGB2("§ 7 Abs. 1, 2 und 5"), since=SINCE)
def sgb2_kann_berechtigt_sein(
    offen: Flag = of(sgb2_nicht_ausgenommen),
    sgb12: Flag = of(sgb2_vorrang_sgb12, when=sgb2_nicht_ausgenommen),
    ausbildung: Flag = of(sgb2_durch_ausbildung_ausgeschlossen, when=sgb2_nicht_ausgenommen),
) -> Flag:
    """Nothing but means stands against a claim of her own, once somebody in the community is able to work."""
    return offen and not sgb12 and not ausbildung


@rule(PERSON, cites=SGB2("§ 7 Abs. 1 S. 1"), since=SINCE)
def sgb2_traegt_gemeinschaft(
    offen: Flag = of(sgb2_nicht_ausgenommen), kraft: Flag = of(sgb2_erwerbsfaehig, when=sgb2_nicht_ausgenommen)
) -> Flag:
    """Able to work and not excluded: with her the others have claims too. Trainees count (BSG: their claim is only narrowed by § 27)."""
    return offen and kraft
