"""The plain household from which a story starts: one thing is told, everything else is the ordinary answer."""

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from lebenslage.benefits.facts import VOCABULARY
from lebenslage.benefits.together import Law
from lebenslage.law.engine import Result
from lebenslage.law.household import Household
from lebenslage.law.nodes import HOUSEHOLD, PERSON, Entity
from lebenslage.law.rules import Rule

type Answers = dict[str, Any]
type Document = dict[str, Any]

ON = date(2025, 7, 1)
ADULT: Answers = {
    "lebensmittelpunkt": "ja", "aufenthalt": "deutsch", "geburtsdatum": "1.2.1980", "elternteil_1": "niemand", "elternteil_2": "niemand",
    "kindergeld": "nein", "merkmale": [], "leistung": "keine", "bei_leistung_beruecksichtigt": "nein", "eigenes_wohnrecht": "nein",
    "mitbewohner_entgelt": 0, "einkommensarten": [], "abzuege": [], "vermoegen": 0,
}  # fmt: skip
CHILD: Answers = {"geburtsdatum": "1.2.2015", "kindergeld": "ja", "betreuung": "nicht_geteilt"}
BY_RELATION: Mapping[str, Answers] = {"kind": CHILD, "pflegekind": CHILD, "ehegatte": {"getrennt_lebend": "nein"}}
PLACE: Answers = {"mietenstufe": "iii", "wohnbesonderheiten": [], "todesfall": "nein", "antragsdatum": "1.7.2025", "wohnflaeche": 60}
BY_FORM: Mapping[str, Answers] = {
    "miete": {"miete": 500, "mietbestandteile": []},
    "eigentum": {"finanzierung": [], "grundsteuer": 0},
    "eigenes_mehrfamilienhaus": {"mietwert": 500},
}


def person(relation: str = "antragstellend", **told: Any) -> Answers:
    """The answers of an ordinary adult or child without income, except what is told."""
    return {"verhaeltnis": relation, **ADULT, **BY_RELATION.get(relation, {}), **_with_kinds(PERSON, told)}


def home(*people: Answers, payments: Iterable[Answers] = (), **told: Any) -> Document:
    """An ordinary rented home of these people, `P1` applying, except what is told."""
    form = told.get("wohnform", "miete")
    place = {**PLACE, "wohnform": form, **BY_FORM.get(form, {}), **_with_kinds(HOUSEHOLD, told)}
    names = {f"P{n}": each for n, each in enumerate(people or [person()], 1)}
    return {"haushalt": place, "personen": names, "unterhaltszahlungen": {f"U{n}": each for n, each in enumerate(payments, 1)}}


def _with_kinds(entity: Entity, told: Answers) -> Answers:
    """What is told, with the choices on which it is asked: who tells of a pension has the kind of income `rente`."""
    chosen: dict[str, list[str]] = {}
    for key in told:
        when = VOCABULARY.facts[entity][key].asked.when
        if when is not None and when.bits:
            chosen.setdefault(when.fact.id, []).extend(when.names)
    return {**{key: sorted(set(names)) for key, names in chosen.items()}, **told}


def read(document: Document) -> Household:
    """The household of a document."""
    return VOCABULARY.read(document)


def wohngeld(document: Document, on: date = ON) -> Result:
    """What the law says of Wohngeld for a household."""
    return Law.on(on).assess(read(document), "wohngeld")["wohngeld"]


def figure(result: Result, rule: Rule, row: int = 0) -> Decimal:
    """A conclusion in euros, square metres or whatever its rule counts in, with all its decimals."""
    value = result.value(rule, row)
    assert isinstance(value, int), value
    return Decimal(value).scaleb(-rule.unit.decimals if rule.unit else 0)


def euros(result: Result) -> int:
    """The amount in whole euros."""
    assert result.amount is not None
    assert result.amount % 100 == 0
    return result.amount // 100
