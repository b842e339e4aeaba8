"""How the means of the adults are spread over the others: SGB II § 9 Abs. 2 and 3 (Bedarfsanteilsmethode), § 27, § 41 Abs. 2, § 72.

A child's own income meets its own need first; the adults' income is spread over what is left uncovered, in proportion. An adult who has no
claim herself brings in only what she does not need (mixed community, BSG).
"""

from lebenslage.benefits.facts import personen
from lebenslage.benefits.facts.personen import Verhaeltnis
from lebenslage.benefits.sgb2.rules.berechtigung import (
    sgb2_durch_ausbildung_ausgeschlossen,
    sgb2_kann_berechtigt_sein,
    sgb2_nicht_ausgenommen,
)
from lebenslage.benefits.sgb2.rules.deckung import sgb2_eigenes_einkommen, sgb2_kind_deckt_eigenen_bedarf
from lebenslage.benefits.sgb2.rules.einkommen import (
    sgb2_kindergeld_anrechenbar,
    sgb2_kindergeld_bezogen,
    sgb2_unterhaltspflichten,
)
from lebenslage.benefits.sgb2.rules.einmalig import sgb2_absetzung_fuer_kindergeld, sgb2_anrechenbares_einkommen
from lebenslage.benefits.sgb2.rules.gemeinschaft import sgb2_alter, sgb2_erwachsen, sgb2_erwachsene, sgb2_kind, sgb2_kind_stellt_antrag
from lebenslage.benefits.sgb2.rules.lebensbedarf import sgb2_bedarf
from lebenslage.benefits.sgb2.rules.mehrbedarf import sgb2_mehrbedarf_auszubildende, sgb2_schwanger
from lebenslage.benefits.sgb2.rules.regelbedarf import sgb2_unter_25_ausgezogen
from lebenslage.benefits.sgb2.rules.vermoegen import sgb2_bg_mitglied
from lebenslage.benefits.sgb2.statute import SGB2, SINCE, parameter
from lebenslage.kernel.fixed import CENT
from lebenslage.kernel.units import CentPerMonth, Count, FixedEuroPerMonth, Flag
from lebenslage.law.inputs import greatest_of, of, sum_of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import CENT_HALF_UP, rule


@rule(PERSON, cites=SGB2("§ 7, § 9 Abs. 1"), since=SINCE)
def sgb2_berechtigt(mitglied: Flag = of(sgb2_bg_mitglied), offen: Flag = of(sgb2_kann_berechtigt_sein, when=sgb2_bg_mitglied)) -> Flag:
    """A member with a claim of her own, if the means do not cover her need."""
    return mitglied and offen


@rule(PERSON, cites=SGB2("§ 9 Abs. 2 S. 3"), since=SINCE)
def sgb2_ungedeckter_bedarf(
    berechtigt: Flag = of(sgb2_berechtigt),
    kind: Flag = of(sgb2_kind),
    bedarf_: CentPerMonth = of(sgb2_bedarf, when=sgb2_berechtigt),
    eigenes: CentPerMonth = of(sgb2_eigenes_einkommen, when=sgb2_kind),
) -> CentPerMonth:
    """The need before the adults' income is spread: of a child what its own income leaves open, of an adult all."""
    if not berechtigt:
        return 0
    return bedarf_ - eigenes if kind else bedarf_


@rule(PERSON, cites=SGB2("§ 9 Abs. 3"), since=SINCE)
def sgb2_ohne_mittel_der_eltern(kind: Flag = of(sgb2_kind), schwanger: Flag = of(sgb2_schwanger)) -> Flag:
    """A pregnant child: the means of its parents are left out. Who cares for a child of her own has left the community already."""
    return kind and schwanger


@rule(PERSON, cites=SGB2("§ 9 Abs. 2 und 3"), since=SINCE)
def sgb2_teilt_mittel_der_erwachsenen(berechtigt: Flag = of(sgb2_berechtigt), ohne: Flag = of(sgb2_ohne_mittel_der_eltern)) -> Flag:
    """Over her need the income of the adults is spread."""
    return berechtigt and not ohne


@rule(PERSON, cites=SGB2("§ 9 Abs. 2 S. 1"), since=SINCE)
def sgb2_einsatz(
    erwachsen: Flag = of(sgb2_erwachsen),
    berechtigt: Flag = of(sgb2_berechtigt),
    einkommen: CentPerMonth = of(sgb2_anrechenbares_einkommen, when=sgb2_erwachsen),
    bedarf_: CentPerMonth = of(sgb2_bedarf, when=sgb2_erwachsen),
) -> CentPerMonth:
    """What an adult brings in: all, or, where she has no claim herself, what exceeds her own need."""
    if not erwachsen:
        return 0
    return einkommen if berechtigt else max(0, einkommen - bedarf_)


@rule(PERSON, cites=SGB2("§ 11 Abs. 1 S. 5"), since=SINCE)
def sgb2_kindergeld_ueberhang(
    kindergeld: CentPerMonth = of(sgb2_kindergeld_bezogen),
    kind: Flag = of(sgb2_kind),
    gedeckt: Flag = of(sgb2_kind_deckt_eigenen_bedarf),
    anrechenbar: CentPerMonth = of(sgb2_kindergeld_anrechenbar),
    eigenes: CentPerMonth = of(sgb2_eigenes_einkommen, when=sgb2_kind),
    bedarf_: CentPerMonth = of(sgb2_bedarf, when=sgb2_kind),
) -> CentPerMonth:
    """The Kindergeld that a child does not need, and all of it for a child outside the community, is income of the parent who gets it."""
    if not kind:
        return kindergeld
    return min(anrechenbar, eigenes - bedarf_) if gedeckt else 0


@rule(PERSON, cites=SGB2("§ 11 Abs. 1 S. 5"), since=SINCE)
def sgb2_kindergeld_empfaenger(
    erwachsen: Flag = of(sgb2_erwachsen), art: Verhaeltnis = of(personen.verhaeltnis), bei_eltern: Flag = of(sgb2_kind_stellt_antrag)
) -> Flag:
    """Who is taken to get the Kindergeld: the applicant; where she is the child, a parent."""
    return erwachsen and (bei_eltern or art == Verhaeltnis.ANTRAGSTELLEND)


@rule(HOUSEHOLD, cites=SGB2("§ 9 Abs. 2, § 11 Abs. 1 S. 5, § 11b Abs. 1"), since=SINCE)
def sgb2_einkommen_der_erwachsenen(
    einsatz: CentPerMonth = sum_of(sgb2_einsatz),
    ueberhang: CentPerMonth = sum_of(sgb2_kindergeld_ueberhang),
    absetzung: CentPerMonth = greatest_of(sgb2_absetzung_fuer_kindergeld, where=sgb2_kindergeld_empfaenger),
    unterhalt: CentPerMonth = of(sgb2_unterhaltspflichten),
) -> CentPerMonth:
    """All that is spread: the adults' income and surplus Kindergeld (less insurances not yet taken off), without maintenance they owe."""
    return max(0, einsatz + max(0, ueberhang - absetzung) - unterhalt)


@rule(HOUSEHOLD, cites=SGB2("§ 9 Abs. 2 S. 3"), since=SINCE)
def sgb2_gesamtbedarf(summe: CentPerMonth = sum_of(sgb2_ungedeckter_bedarf, where=sgb2_teilt_mittel_der_erwachsenen)) -> CentPerMonth:
    """The uncovered needs over which the income is spread."""
    return summe


@rule(PERSON, cites=SGB2("§ 9 Abs. 2 S. 3, § 41 Abs. 2"), since=SINCE, rounding=CENT_HALF_UP)
def sgb2_anspruch_nach_anteil(
    teilt: Flag = of(sgb2_teilt_mittel_der_erwachsenen),
    eigener: CentPerMonth = of(sgb2_ungedeckter_bedarf),
    gesamt: CentPerMonth = of(sgb2_gesamtbedarf),
    einkommen: CentPerMonth = of(sgb2_einkommen_der_erwachsenen),
) -> FixedEuroPerMonth:
    """What a person's share of the income leaves of her need, rounded for each person; without the parents' means all of it."""
    if not teilt:
        return CENT * eigener
    offen = max(0, gesamt - einkommen)
    if not offen:
        return 0
    produkt = eigener * offen
    return CENT * (produkt // gesamt) + CENT * (produkt % gesamt) // gesamt


@rule(PERSON, cites=SGB2("§ 27 Abs. 2"), since=SINCE)
def sgb2_ist_nur_durch_ausbildung_ausgeschlossen(
    mitglied: Flag = of(sgb2_bg_mitglied),
    offen: Flag = of(sgb2_nicht_ausgenommen, when=sgb2_bg_mitglied),
    ausbildung: Flag = of(sgb2_durch_ausbildung_ausgeschlossen, when=sgb2_bg_mitglied),
) -> Flag:
    """A member whose claim only the training takes away."""
    return mitglied and offen and ausbildung


@rule(PERSON, cites=SGB2("§ 27 Abs. 2"), since=SINCE)
def sgb2_leistung_auszubildende(
    auszubildend: Flag = of(sgb2_ist_nur_durch_ausbildung_ausgeschlossen),
    mehrbedarf: CentPerMonth = of(sgb2_mehrbedarf_auszubildende, when=sgb2_ist_nur_durch_ausbildung_ausgeschlossen),
    bedarf_: CentPerMonth = of(sgb2_bedarf, when=sgb2_ist_nur_durch_ausbildung_ausgeschlossen),
    eigenes: CentPerMonth = of(sgb2_eigenes_einkommen, when=sgb2_ist_nur_durch_ausbildung_ausgeschlossen),
) -> CentPerMonth:
    """A trainee's additional needs, as far as her income leaves her whole need open. They are no Buergergeld (§ 27 Abs. 1 S. 2)."""
    return min(mehrbedarf, max(0, bedarf_ - eigenes)) if auszubildend else 0


@rule(PERSON, cites=SGB2("§ 19 Abs. 3, § 27 Abs. 2"), since=SINCE)
def sgb2_anspruch(
    anteil: CentPerMonth = of(sgb2_anspruch_nach_anteil, when=sgb2_berechtigt),
    auszubildende: CentPerMonth = of(sgb2_leistung_auszubildende, when=sgb2_bg_mitglied),
) -> CentPerMonth:
    """A person's monthly claim, without the Sofortzuschlag."""
    return anteil + auszubildende


@rule(PERSON, cites=SGB2("§ 72 Abs. 1"), since=SINCE)
def sgb2_nur_wegen_kindergeld_ohne_anspruch(
    kind: Flag = of(sgb2_kind),
    gedeckt: Flag = of(sgb2_kind_deckt_eigenen_bedarf),
    einkommen: CentPerMonth = of(sgb2_anrechenbares_einkommen, when=sgb2_kind_deckt_eigenen_bedarf),
    bedarf_: CentPerMonth = of(sgb2_bedarf, when=sgb2_kind_deckt_eigenen_bedarf),
    offen: Flag = of(sgb2_kann_berechtigt_sein, when=sgb2_kind_deckt_eigenen_bedarf),
) -> Flag:
    """A child that leaves the community only because Kindergeld counts as its income."""
    return kind and gedeckt and offen and einkommen < bedarf_


@rule(PERSON, cites=SGB2("§ 72 Abs. 1 S. 1"), since=SINCE)
def sgb2_stufe_3_bis_6(
    kind: Flag = of(sgb2_kind),
    ausgezogen: Flag = of(sgb2_unter_25_ausgezogen),
    erwachsen: Flag = of(sgb2_erwachsen),
    erwachsene: Count = of(sgb2_erwachsene),
    alter: Count = of(sgb2_alter),
) -> Flag:
    """A child, a partner under 18, or somebody under 25 who moved out without assurance: stage 3 to 6 is behind the claim."""
    return kind or (ausgezogen and erwachsene == 1) or (erwachsen and erwachsene >= 2 and alter < 18)


@rule(PERSON, cites=SGB2("§ 72 Abs. 1"), since=SINCE)
def sgb2_sofortzuschlag(
    jung: Flag = of(sgb2_stufe_3_bis_6),
    anspruch: CentPerMonth = of(sgb2_anspruch_nach_anteil, when=sgb2_berechtigt),
    nur_kindergeld: Flag = of(sgb2_nur_wegen_kindergeld_ohne_anspruch, when=sgb2_kind),
    betrag: CentPerMonth = parameter("sgb2_sofortzuschlag_betrag"),
) -> CentPerMonth:
    """For every child and young person with a claim, or with only Kindergeld against it. Left out: a claim to education needs alone."""
    return betrag if jung and (anspruch > 0 or nur_kindergeld) else 0


@rule(PERSON, cites=SGB2("§ 19, § 72"), since=SINCE)
def sgb2_zahlbetrag(anspruch: CentPerMonth = of(sgb2_anspruch), zuschlag: CentPerMonth = of(sgb2_sofortzuschlag)) -> CentPerMonth:
    """What is paid for a person: her claim and the Sofortzuschlag."""
    return anspruch + zuschlag
