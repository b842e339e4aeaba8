"""A policy case of GETTSIM as our household files: one for each family in the dwelling, told from its own head."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from lebenslage.benefits.nettoeinkommen.statute import parameter
from lebenslage.benefits.sgb2.statute import parameter as sgb2_parameter

NOBODY = -1
CHILD_UNTIL, OF_AGE, GROWN_UP = 25, 18, 30
MONTHS_OF_33_YEARS = 396
MOST_A_MONTH = 100_000  # more does not fit into our household file; beyond every ceiling it changes nothing
AFTER_FREE_AMOUNTS = ("kinderzuschlag__nettoeinkommen_eltern_m", "bürgergeld__nettoeinkommen_nach_abzug_freibetrag_m")
BASIC_PENSION = "sozialversicherung__rente__grundrente__grundrentenzeiten_monate"
EMPLOYEE_LUMP_SUM = "est_arbeitnehmer_pauschbetrag"
LEVELS = ("i", "ii", "iii", "iv", "v", "vi", "vii")
type Document = dict[str, Any]


@dataclass(frozen=True)
class PolicyCase:
    """A case: its name (folder and file), day, source, inputs and expected outputs, each a list with a value a person."""

    name: str
    on: date
    source: str
    note: str
    tolerance: float
    inputs: Mapping[str, Sequence[Any]]
    outputs: Mapping[str, Sequence[Any]]

    @property
    def skipped(self) -> bool:
        """Whether GETTSIM does not reproduce it itself."""
        return self.name.rsplit("/", 1)[-1].startswith("skip_")

    @cached_property
    def size(self) -> int:
        """How many persons."""
        return len(self.inputs.get("p_id") or max(self.inputs.values(), key=len))

    def of(self, name: str, row: int, otherwise: Any = 0) -> Any:
        """An input of a person."""
        values = self.inputs.get(name)
        return otherwise if values is None or row >= len(values) else values[row]

    @cached_property
    def rows(self) -> Mapping[int, int]:
        """The row of each person by GETTSIM's id."""
        return {self.of("p_id", row, row): row for row in range(self.size)}

    def named(self, name: str, row: int) -> int:
        """The row of the person whom a pointer names, if she lives in the same dwelling."""
        other = self.rows.get(self.of(name, row, NOBODY), NOBODY)
        same = other != NOBODY and self.of("hh_id", other) == self.of("hh_id", row)
        return other if same else NOBODY

    def parents(self, row: int) -> list[int]:
        """The parents who live with a person."""
        found = (self.named(f"familie__p_id_elternteil_{n}", row) for n in (1, 2))
        parents = [parent for parent in found if parent != NOBODY]
        receiver = self.named("kindergeld__p_id_empfänger", row)
        return parents or ([receiver] if receiver not in (NOBODY, row) and self.of("alter", row, GROWN_UP) < CHILD_UNTIL else [])

    def partner(self, row: int) -> int:
        """The spouse or partner."""
        spouse = self.named("familie__p_id_ehepartner", row)
        return spouse if spouse != NOBODY else self.named("bürgergeld__p_id_einstandspartner", row)


def families(case: PolicyCase) -> list[list[int]]:
    """The persons of each family, its head first: partners, and the children under 25 who live with them."""
    found: list[list[int]] = []
    placed: set[int] = set()
    heads = [row for row in range(case.size) if not (case.parents(row) and case.of("alter", row, GROWN_UP) < CHILD_UNTIL)]
    for row in heads:
        if row in placed:
            continue
        partner = case.partner(row)
        adults = [row, *([partner] if partner != NOBODY else [])]
        children = [i for i in range(case.size) if i not in heads and set(case.parents(i)) & set(adults)]
        found.append([*adults, *children])
        placed.update(found[-1])
    return found


def documents(case: PolicyCase) -> Iterator[tuple[Document, list[int]]]:
    """For each family the household file told from it, and the rows in the order of its persons."""
    for family in families(case):
        dwelling = case.of("hh_id", family[0])
        others = [i for i in range(case.size) if i not in family and case.of("hh_id", i) == dwelling]
        order = [*family, *others]
        people = {f"P{i}": _person(case, i, family) for i in order}
        yield {"haushalt": _household(case, family[0]), "personen": people}, order


def _household(case: PolicyCase, row: int) -> Document:
    return {
        "wohnform": "eigentum" if case.of("wohnen__bewohnt_eigentum_hh", row) else "miete",
        "miete": case.of("wohnen__bruttokaltmiete_m_hh", row),
        "heizkosten_gesondert": case.of("wohnen__heizkosten_m_hh", row),
        "wohnflaeche": case.of("wohnen__wohnfläche_hh", row, 50),
        "mietenstufe": LEVELS[int(case.of("wohngeld__mietstufe_hh", row, 3)) - 1],
        "antragsdatum": str(case.on),
    }


def _relation(case: PolicyCase, row: int, family: Sequence[int]) -> str:
    if row == family[0]:
        return "antragstellend"
    if row not in family:
        return "verwandt" if case.parents(row) or any(row in case.parents(one) for one in family) else "mitbewohnend"
    if case.partner(family[0]) == row:
        return "ehegatte" if case.named("familie__p_id_ehepartner", row) == family[0] else "partner"
    return "kind"


def born(case: PolicyCase, row: int) -> date:
    """A day of birth that gives the age of the case: the first of a month."""
    months = case.of("alter_monate", row, None)
    age = int(case.of("alter", row, GROWN_UP if months is None else months // 12))
    if months is None or months // 12 != age:
        months = 12 * age + case.on.month - 1
    passed = 12 * case.on.year + case.on.month - 1 - int(months)
    return date(passed // 12, passed % 12 + 1, 1)


def _person(case: PolicyCase, row: int, family: Sequence[int]) -> Document:
    relation = _relation(case, row, family)
    parents = case.parents(row)
    own = case.of("kindergeld__ist_leistungsbegründendes_kind", row, None)
    paid_for = case.of("kindergeld__p_id_empfänger", row, NOBODY) != NOBODY and any(case.inputs.get("kindergeld__anzahl_ansprüche", [1]))
    young = case.of("alter", row, GROWN_UP) < OF_AGE or case.of("kindergeld__in_ausbildung", row, False)
    person: Document = {
        "verhaeltnis": relation,
        "geburtsdatum": str(born(case, row)),
        "kindergeld": "ja" if (own if own is not None else paid_for and young) else "nein",
        "elternteil_1": f"P{parents[0]}" if parents else "niemand",
        "elternteil_2": f"P{parents[1]}" if len(parents) > 1 else "niemand",
        "merkmale": ["grundrentenzeiten"] if case.of(BASIC_PENSION, row) >= MONTHS_OF_33_YEARS else [],
        "vermoegen": _assets(case, row, family),
        "lage_des_kindes": "ausbildung" if case.of("kindergeld__in_ausbildung", row, False) else "nichts_davon",
        "verheiratet": "ja" if case.named("familie__p_id_ehepartner", row) != NOBODY else "nein",
        "familienstand": "verheiratet" if case.named("familie__p_id_ehepartner", row) != NOBODY else "ledig",
    }
    if case.of("einkommensteuer__anzahl_kinderfreibeträge", row) > 0 or case.of("familie__anzahl_kinder_bis_17_bg", row) > 0:
        person["minderjaehriges_kind_anderswo"] = "ja"
    if "elterngeld__claimed" in case.inputs:
        person |= _parental_leave(case, row)
    return person | _income(case, row) | _deductions(case, row)


def _assets(case: PolicyCase, row: int, family: Sequence[int]) -> float:
    """The assets; none where the case says as given that they allow the benefit."""
    if case.of("wohngeld__vermögensgrenze_unterschritten_wthh", row, False):
        return 0
    return float(max(case.of("vermögen", row), case.of("vermögen_eg", row) if row == family[0] else 0))


def _income(case: PolicyCase, row: int) -> Document:
    kinds: dict[str, Document] = {}
    gross = min(case.of("einnahmen__bruttolohn_m", row), MOST_A_MONTH)
    taken = _taken_off(case, row)
    limit = parameter("sgb4_geringfuegigkeitsgrenze").on(case.on).value / 100
    if gross > 0 and gross <= limit and taken == 0 and "bürgergeld__nettoeinkommen_vor_abzug_freibetrag_m" not in case.inputs:
        kinds["minijob"] = {"minijob": gross, "minijob_kosten": 0}
    elif gross > 0:
        net = case.of("bürgergeld__nettoeinkommen_vor_abzug_freibetrag_m", row, gross - taken)
        for after in AFTER_FREE_AMOUNTS:
            if after in case.inputs:
                gross = case.of("kinderzuschlag__bruttoeinkommen_eltern_m", row) or gross
                net = case.of(after, row) + free_of_work(case.on, gross) if case.of(after, row) else net
        kinds["lohn"] = {"bruttolohn": _taxed_gross(case, row, gross), "nettolohn": round(max(net, 0), 2), "werbungskosten": "pauschal"}
    profit = case.of("einkommensteuer__einkünfte__aus_selbstständiger_arbeit__betrag_m", row)
    if profit > 0:
        kinds["selbststaendig"] = {"gewinn_selbststaendig": 12 * profit, "selbststaendig_abgaben": 0 if gross > 0 else taken}
    pension = case.of("sozialversicherung__rente__altersrente__betrag_m", row) or case.of("einnahmen__renten__gesetzliche_m", row)
    incapacity = case.of("sozialversicherung__rente__erwerbsminderung__betrag_m", row)
    if pension + incapacity > 0:
        kinds["rente"] = {"rente": pension + incapacity, "rentenart": "alter" if pension else "erwerbsminderung"}
    if case.of("unterhalt__tatsächlich_erhaltener_betrag_m", row) > 0 and case.parents(row):
        kinds["unterhalt"] = {"unterhalt": case.of("unterhalt__tatsächlich_erhaltener_betrag_m", row)}
    if case.of("unterhaltsvorschuss__betrag_m", row) > 0 and case.parents(row):
        kinds["unterhaltsvorschuss"] = {"unterhaltsvorschuss": case.of("unterhaltsvorschuss__betrag_m", row)}
    answers: Document = {"einkommensarten": list(kinds)}
    for amounts in kinds.values():
        answers |= amounts
    return answers


def free_of_work(day: date, gross: float) -> float:
    """What stays free of pay in a household with children (SGB II § 11b Abs. 2 and 3), in euros."""
    ends, rates = (sgb2_parameter(name).on(day).value for name in ("sgb2_erwerb_stufen", "sgb2_erwerb_saetze"))
    flat = sgb2_parameter("sgb2_grundabsetzbetrag").on(day).value
    bands = zip(ends[:3], (ends[1], ends[2], ends[4]), rates, strict=True)
    shares = sum(max(0.0, min(100 * gross, end) - start) * rate / 100 for start, end, rate in bands)
    return round((flat + shares) / 100, 2)


def _parental_leave(case: PolicyCase, row: int) -> Document:
    """What Elterngeld asks; pay in the month of receipt counts as it is, that of a mini-job."""
    if not case.of("elterngeld__claimed", row, False):
        return {"elterngeld_bezug": "keiner", "wochenstunden": _hours(case, row), "zve_vor_geburt": _taxed_before(case, row)}
    return {
        "elterngeld_bezug": "basis",
        "wochenstunden": _hours(case, row),
        "zve_vor_geburt": _taxed_before(case, row),
        "netto_vor_geburt": case.of("elterngeld__mean_nettoeinkommen_in_12_monaten_vor_geburt_m", row),
        "netto_im_bezug": case.of("einnahmen__bruttolohn_m", row),
        "elterngeld_monate_geplant": 12,
        "mutterschaftsgeld_bis": "keines",
    }


def _hours(case: PolicyCase, row: int) -> int:
    return math.ceil(case.of("arbeitsstunden_w", row))


def _taxed_before(case: PolicyCase, row: int) -> float:
    """The taxable income before; GETTSIM states that of the couple on both."""
    spouse = case.named("familie__p_id_ehepartner", row)
    name = "elterngeld__zu_versteuerndes_einkommen_vorjahr_y_sn"
    shared = spouse != NOBODY and case.of(name, spouse) == case.of(name, row)
    return float(case.of(name, row) / (2 if shared else 1))


def _taken_off(case: PolicyCase, row: int) -> float:
    """Contributions and the share of the income tax, a month."""
    spouses = 2 if case.of("einkommensteuer__gemeinsam_veranlagt", row, False) else 1
    tax = case.of("einkommensteuer__betrag_y_sn", row) / 12 / spouses
    return float(case.of("sozialversicherung__beiträge_versicherter_m", row) + tax)


def _taxed_gross(case: PolicyCase, row: int, gross: float) -> float:
    """The wage; where a case states the receipts after costs, the wage that leaves them after the lump sum."""
    name = "einkommensteuer__einkünfte__aus_nichtselbstständiger_arbeit__einnahmen_nach_abzug_werbungskosten_y"
    after = case.of(name, row, None)
    return gross if after is None else round((after + parameter(EMPLOYEE_LUMP_SUM).on(case.on).value / 100) / 12, 2)


def _deductions(case: PolicyCase, row: int) -> Document:
    named = {
        "steuern": "einkommensteuer__betrag_y_sn",
        "krankenversicherung": "sozialversicherung__kranken__beitrag__betrag_versicherter_m",
        "rentenversicherung": "sozialversicherung__rente__beitrag__betrag_versicherter_m",
    }
    return {"abzuege": [kind for kind, name in named.items() if case.of(name, row) > 0]}
