"""How an offer of a municipality opens: by a valid notice on its list, or by an income up to its factor of the need.

Each offer has a list and a factor of its own. So these rules are made once for each, and the offer's id stands before their names: of the
pass, `durch_bescheid` is `sozialpass_durch_bescheid`.
"""

from collections.abc import Callable
from typing import NamedTuple

from lebenslage.benefits.bescheide.rules import (
    FAMILIE,
    bezieht_ausbildungsfoerderung,
    bezieht_kinderzuschlag,
    im_wohngeldbescheid,
    kinderzuschlagbescheid_bis,
    kinderzuschlagbescheid_gilt,
    nachweis_der_leistung,
    oertlicher_bescheid_gilt,
    wohngeldbescheid_bis,
    wohngeldbescheid_gilt,
)
from lebenslage.benefits.ermaessigung.einkommen import ermaessigung_bedarf, ermaessigung_einkommen
from lebenslage.benefits.ermaessigung.statute import GO_NRW, SINCE
from lebenslage.benefits.facts.bescheide import Bescheid, bescheide, foerderung_bescheid_bis, weiterer_bescheid_bis
from lebenslage.benefits.facts.ermaessigungen import Nachweis
from lebenslage.benefits.facts.leistungen import leistung_bis
from lebenslage.kernel.units import CentPerMonth, Day, Flag, Percent
from lebenslage.law.facts import Fact
from lebenslage.law.inputs import any_of, of
from lebenslage.law.nodes import HOUSEHOLD, PERSON
from lebenslage.law.rules import Rule, rule

FRUEHFOERDERUNG = bescheide.has(Bescheid.FRUEHFOERDERUNG)
BARBETRAG = bescheide.has(Bescheid.BARBETRAG_IM_HEIM)
type Named = Callable[[Rule], Rule]


class Zugang(NamedTuple):
    """What an offer reads of its way in."""

    durch_bescheid: Rule
    nach_einkommen: Rule
    berechtigt: Rule
    bescheid_bis: Rule


def zugang(offer: str, nachweise: Fact, faktor: Fact) -> Zugang:
    """The rules for an offer with this list of accepted notices and this factor."""

    def named(conclusion: Rule) -> Rule:
        conclusion.id = f"{offer}_{conclusion.id}"
        return conclusion

    durch_leistung, durch_familienleistung, durch_weitere = _bescheide(named, nachweise)

    @named
    @rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def durch_bescheid(
        leistung: Flag = of(durch_leistung),
        familienleistung: Flag = of(durch_familienleistung),
        weitere: Flag = of(durch_weitere),
    ) -> Flag:
        """Any accepted notice that is valid in the month."""
        return leistung or familienleistung or weitere

    nach_einkommen, berechtigt = _berechtigt(named, durch_bescheid, faktor)
    bis = _bescheid_bis(named, nachweise, durch_leistung, durch_familienleistung, durch_weitere)
    return Zugang(durch_bescheid, nach_einkommen, berechtigt, bis)


def _bescheide(named: Named, nachweise: Fact) -> tuple[Rule, Rule, Rule]:
    """By a benefit for the cost of living, by Wohngeld or Kinderzuschlag, by another notice."""

    @named
    @rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def durch_leistung(
        nachweis: Nachweis = of(nachweis_der_leistung),
        anerkannt: Nachweis = of(nachweise),
        familie: Flag = of(FAMILIE),
    ) -> Flag:
        """She holds a valid notice on a benefit for the cost of living that the municipality accepts."""
        return familie and bool(nachweis & anerkannt)

    @named
    @rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def durch_familienleistung(
        anerkannt: Nachweis = of(nachweise),
        familie: Flag = of(FAMILIE),
        wohngeld: Flag = of(im_wohngeldbescheid),
        kinderzuschlag: Flag = of(bezieht_kinderzuschlag),
    ) -> Flag:
        """The same with a notice on Wohngeld or Kinderzuschlag."""
        durch_wohngeld = wohngeld and bool(anerkannt & Nachweis.WOHNGELD)
        return familie and (durch_wohngeld or (kinderzuschlag and bool(anerkannt & Nachweis.KINDERZUSCHLAG)))

    @named
    @rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def durch_weitere(
        anerkannt: Nachweis = of(nachweise),
        familie: Flag = of(FAMILIE),
        foerderung: Flag = of(bezieht_ausbildungsfoerderung),
        weiterer: Flag = of(oertlicher_bescheid_gilt),
        frueh: Flag = of(FRUEHFOERDERUNG),
        heim: Flag = of(BARBETRAG),
    ) -> Flag:
        """The same with training support, early support for a child, or only a cash allowance in a home."""
        ausbildung = foerderung and bool(anerkannt & Nachweis.AUSBILDUNGSFOERDERUNG)
        kind = frueh and weiterer and bool(anerkannt & Nachweis.FRUEHFOERDERUNG)
        return familie and (ausbildung or kind or (heim and weiterer and bool(anerkannt & Nachweis.BARBETRAG_IM_HEIM)))

    return durch_leistung, durch_familienleistung, durch_weitere


def _berechtigt(named: Named, durch_bescheid: Rule, faktor: Fact) -> tuple[Rule, Rule]:
    """By income where nobody holds such a notice, and by either."""

    @named
    @rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def mit_bescheid(jemand: Flag = any_of(durch_bescheid)) -> Flag:
        """Somebody holds such a notice."""
        return jemand

    @named
    @rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def einkommen_zu_pruefen(mit_bescheid: Flag = of(mit_bescheid), faktor: Percent = of(faktor)) -> Flag:
        """Without a notice, where the municipality names an income limit: only then income and need are asked."""
        return faktor > 0 and not mit_bescheid

    @named
    @rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def nach_einkommen(
        pruefen: Flag = of(einkommen_zu_pruefen),
        einkommen: CentPerMonth = of(ermaessigung_einkommen, when=einkommen_zu_pruefen),
        bedarf: CentPerMonth = of(ermaessigung_bedarf, when=einkommen_zu_pruefen),
        faktor: Percent = of(faktor),
    ) -> Flag:
        """Countable income does not exceed the need times the factor; exactly the limit is enough."""
        return pruefen and einkommen * 100 <= bedarf * faktor

    @named
    @rule(HOUSEHOLD, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def berechtigt(mit_bescheid: Flag = of(mit_bescheid), nach_einkommen: Flag = of(nach_einkommen)) -> Flag:
        """By a notice, or by income."""
        return mit_bescheid or nach_einkommen

    return nach_einkommen, berechtigt


def _bescheid_bis(named: Named, nachweise: Fact, durch_leistung: Rule, durch_familienleistung: Rule, durch_weitere: Rule) -> Rule:
    """The last day of a person's notice. The days of a notice are asked only where none of the kinds before it opens the offer.

    A notice that is not on the list prolongs nothing.
    """

    @named
    @rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def ohne_leistung(leistung: Flag = of(durch_leistung)) -> Flag:
        """Not by a benefit for the cost of living: only then the days of other notices are asked."""
        return not leistung

    @named
    @rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def familie_bis(
        familienleistung: Flag = of(durch_familienleistung, when=ohne_leistung),
        anerkannt: Nachweis = of(nachweise),
        wohngeld: Day = of(wohngeldbescheid_bis, when=wohngeldbescheid_gilt),
        kinderzuschlag: Day = of(kinderzuschlagbescheid_bis, when=kinderzuschlagbescheid_gilt),
    ) -> Day:
        """The last day of the notice on Wohngeld or Kinderzuschlag that opens it; the later of both."""
        durch_wohngeld = wohngeld if anerkannt & Nachweis.WOHNGELD else 0
        durch_kinderzuschlag = kinderzuschlag if anerkannt & Nachweis.KINDERZUSCHLAG else 0
        return max(durch_wohngeld, durch_kinderzuschlag) if familienleistung else 0

    nur_weitere, weitere_bis = _weitere_bis(named, nachweise, ohne_leistung, durch_familienleistung, durch_weitere)

    @named
    @rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def bescheid_bis(
        leistung: Flag = of(durch_leistung),
        leistung_ende: Day = of(leistung_bis, when=durch_leistung),
        familie: Day = of(familie_bis, when=ohne_leistung),
        weitere: Day = of(weitere_bis, when=nur_weitere),
    ) -> Day:
        """The last day of her notice: of the benefit for the cost of living first, else the latest of the others."""
        return leistung_ende if leistung else max(familie, weitere)

    return bescheid_bis


def _weitere_bis(
    named: Named, nachweise: Fact, ohne_leistung: Rule, durch_familienleistung: Rule, durch_weitere: Rule
) -> tuple[Rule, Rule]:
    """Whether only one of the other notices is left to open it, and the last day of the one that does."""

    @named
    @rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def nur_weitere(
        ohne_leistung: Flag = of(ohne_leistung),
        familienleistung: Flag = of(durch_familienleistung, when=ohne_leistung),
    ) -> Flag:
        """Neither by a benefit for the cost of living nor by Wohngeld or Kinderzuschlag."""
        return ohne_leistung and not familienleistung

    @named
    @rule(PERSON, cites=GO_NRW("§ 41 Abs. 1 S. 2"), since=SINCE)
    def weitere_bis(
        weitere: Flag = of(durch_weitere, when=nur_weitere),
        anerkannt: Nachweis = of(nachweise),
        gefoerdert: Flag = of(bezieht_ausbildungsfoerderung, when=nur_weitere),
        foerderung: Day = of(foerderung_bescheid_bis, when=nur_weitere),
        frueh: Flag = of(FRUEHFOERDERUNG),
        heim: Flag = of(BARBETRAG),
        weiterer: Day = of(weiterer_bescheid_bis, when=oertlicher_bescheid_gilt),
    ) -> Day:
        """The last day of one of the other notices that opens it; the latest."""
        ausbildung = foerderung if gefoerdert and anerkannt & Nachweis.AUSBILDUNGSFOERDERUNG else 0
        oertlich = (frueh and anerkannt & Nachweis.FRUEHFOERDERUNG) or (heim and anerkannt & Nachweis.BARBETRAG_IM_HEIM)
        return max(ausbildung, weiterer if oertlich else 0) if weitere else 0

    return nur_weitere, weitere_bis
