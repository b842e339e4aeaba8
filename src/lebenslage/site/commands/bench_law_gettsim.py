"""The eleven outputs by GETTSIM, for households that we drew. Runs in GETTSIM's own environment, never in ours; it knows nothing of ours.

python bench_law_gettsim.py PEOPLE.npz DATE BACKEND CHECKS(0|1) RESULTS.npz

Prints its figures as JSON: making ready, table to table, evaluation cold and warm, peak memory. CHECKS says whether it checks its inputs.
"""

import json
import sys
import time
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from gettsim import InputData, MainTarget, TTTargets, main

REPEATS = 3
TARGETS: dict[str, Any] = {
    "bürgergeld": {"betrag_m": "sgb2_nach_vorrang", "anspruchshöhe_m": "vorrang_sgb2", "regelbedarf_m": "sgb2_bedarf"},
    "wohngeld": {"betrag_m_wthh": "wohngeld_nach_vorrang", "anspruchshöhe_m_wthh": "vorrang_wohngeld"},
    "kinderzuschlag": {"betrag_m_bg": "kinderzuschlag_nach_vorrang", "anspruchshöhe_m_bg": "vorrang_kinderzuschlag"},
    "unterhaltsvorschuss": {"betrag_m": "uvg_betrag"},
    "kindergeld": {"betrag_m": "kindergeld_betrag"},
    "einkommensteuer": {"betrag_m_sn": "einkommensteuer"},
    "sozialversicherung": {"beiträge_versicherter_m": "sozialversicherungsbeitraege"},
}
MONTHS_OF_PENSION = (
    "kinderberücksichtigungszeiten",
    "krankheitszeiten_ab_16_bis_24",
    "geringfügiger_beschäftigung",
    "in_arbeitslosigkeit",
    "in_arbeitsunfähigkeit",
    "in_ausbildungssuche",
    "in_mutterschutz",
    "in_schulausbildung",
    "mit_bezug_entgeltersatzleistungen_wegen_arbeitslosigkeit",
    "pflegeberücksichtigungszeiten",
    "pflichtbeitragsmonate",
)
NAMED_LATE = ("kinderberücksichtigungszeiten", "krankheitszeiten_ab_16_bis_24", "pflegeberücksichtigungszeiten")


def given(people: Any, on: str) -> dict[str, Any]:
    """GETTSIM's inputs: what the households say, and nothing for everything else."""
    count = len(people["alter"])
    zero, no, none = np.zeros(count), np.zeros(count, np.bool_), np.zeros(count, np.int64)
    adult, first, row = people["erwachsen"], people["erste_zeile"], np.arange(count)
    pair, wage = people["paar"], people["lohn"]
    partner = np.where(pair & adult, np.where(people["platz"] == 0, row + 1, row - 1), -1)
    parent = np.where(adult, -1, first)
    alone = (people["art"] == 3) & adult
    return {
        "alter": people["alter"],
        "alter_monate": people["alter"] * 12,
        "arbeitsstunden_w": np.where(wage > 538, 38.0, np.where(wage > 0, 10.0, 0.0)),
        "behinderungsgrad": none,
        "bürgergeld": {"bezug_im_vorjahr": no, "p_id_einstandspartner": partner},
        "einkommensteuer": _tax(parent, pair & adult, zero, no, count),
        "einnahmen": {
            "bruttolohn_m": wage,
            "kapitalerträge_y": zero,
            "renten": dict.fromkeys(
                ("aus_berufsständischen_versicherungen_m", "basisrente_m", "betriebliche_altersvorsorge_m", "geförderte_private_vorsorge_m",
                 "sonstige_private_vorsorge_m"),
                zero,
            ),
        },
        "elterngeld": {
            "bisherige_bezugsmonate": none,
            "claimed": no,
            "mean_nettoeinkommen_in_12_monaten_vor_geburt_m": zero,
            "zu_versteuerndes_einkommen_vorjahr_y_sn": zero,
        },
        "familie": {
            "alleinerziehend": alone,
            "p_id_ehepartner": partner,
            "p_id_elternteil_1": parent,
            "p_id_elternteil_2": np.where(~adult & pair, first + 1, -1),
        },
        "geburtsjahr": people["geburtsjahr"],
        "geburtsmonat": none + 1,
        "hh_id": people["haushalt"],
        "kindergeld": {"in_ausbildung": no, "p_id_empfänger": parent},
        "lohnsteuer": {"steuerklasse": np.where(alone, 2, np.where(pair & adult, 4, 1))},
        "p_id": row,
        "schwerbehindert_grad_g": no,
        "sozialversicherung": _insurance(people, on, zero, no, none),
        "unterhalt": {"tatsächlich_erhaltener_betrag_m": people["unterhalt"]},
        "vermögen": people["vermoegen"],
        "wohnen": {
            "bewohnt_eigentum_hh": no,
            "bruttokaltmiete_m_hh": people["miete"],
            "heizkosten_m_hh": people["heizung"],
            "wohnfläche_hh": people["flaeche"],
        },
        "wohngeld": {"mietstufe_hh": people["stufe"]},
    }  # fmt: skip


def _tax(parent: Any, together: Any, zero: Any, no: Any, count: int) -> dict[str, Any]:
    return {
        "abzüge": {
            "beitrag_private_rentenversicherung_m": zero,
            "kinderbetreuungskosten_m": zero,
            "p_id_kinderbetreuungskostenträger": parent,
        },
        "einkünfte": {
            "aus_forst_und_landwirtschaft": {"betrag_y": zero},
            "aus_gewerbebetrieb": {"betrag_y": zero},
            "aus_nichtselbstständiger_arbeit": {"tatsächliche_werbungskosten_y": zero},
            "aus_selbstständiger_arbeit": {"betrag_y": zero},
            "aus_vermietung_und_verpachtung": {"betrag_y": zero},
            "ist_hauptberuflich_selbstständig": no,
            "sonstige": {"alle_weiteren_y": zero, "rente": {"alter_beginn_leistungsbezug_sonstige_private_vorsorge": np.full(count, 67)}},
        },
        "gemeinsam_veranlagt": together,
    }


def _insurance(people: Any, on: str, zero: Any, no: Any, none: Any) -> dict[str, Any]:
    pension: dict[str, Any] = {
        "bezieht_rente": no,
        "entgeltpunkte": zero,
        "ersatzzeiten_monate": zero,
        "freiwillige_beitragsmonate": zero,
        "erwerbsminderung": {"teilweise_erwerbsgemindert": no, "voll_erwerbsgemindert": no},
        "grundrente": {
            "bewertungszeiten_monate": none,
            "grundrentenzeiten_monate": none,
            **dict.fromkeys(
                ("bruttolohn_vorjahr_y", "einnahmen_aus_kapitalvermögen_vorvorjahr_y", "einnahmen_aus_selbstständiger_arbeit_vorvorjahr_y",
                 "einnahmen_aus_vermietung_und_verpachtung_vorvorjahr_y", "gesamteinnahmen_aus_renten_vorjahr_m", "mean_entgeltpunkte"),
                zero,
            ),
        },
        "jahr_renteneintritt": np.minimum(people["geburtsjahr"] + 67, 2030),
        "monat_renteneintritt": none + 1,
        **{_pension_name(name): zero for name in MONTHS_OF_PENSION},
    }  # fmt: skip
    unemployment = {
        "arbeitssuchend": no,
        "mean_nettoeinkommen_in_12_monaten_vor_arbeitslosigkeit_m": zero,
        "monate_beitragspflichtig_versichert_in_letzten_30_monaten": none,
        "monate_durchgängigen_bezugs_von_arbeitslosengeld": none,
        "monate_sozialversicherungspflichtiger_beschäftigung_in_letzten_5_jahren": none,
    }
    private = {"beitrag_private_basiskrankenversicherung_abzüglich_arbeitgeberanteil_m": zero} if on >= "2026" else {}
    parents = people["erwachsen"] & (people["kinder"] > 0)
    return {
        "arbeitslosen": unemployment,
        "kranken": {"beitrag": {"privat_versichert": no, **private}},
        "pflege": {"beitrag": {"hat_kinder": parents}},
        "rente": pension,
    }


def _pension_name(name: str) -> str:
    if name == "pflichtbeitragsmonate":
        return name
    return f"{name}_monate" if name in NAMED_LATE else f"monate_{name}"


def peak_mb() -> float:
    """The most memory of this process in MB, as `measuring.peak_mb` counts it; nothing of ours is imported here. Linux."""
    lines = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
    return int(next(line for line in lines if line.startswith("VmHWM")).split()[1]) * 1024 / 1e6


def run(people: str, on: str, backend: str, checks: str, results: str) -> None:
    """Measure, and keep the results."""
    start = time.perf_counter()
    tree = given(np.load(people), on)
    environment = main(main_target=MainTarget.policy_environment, policy_date_str=on, backend=backend)
    asked: dict[str, Any] = {
        "policy_date_str": on,
        "policy_environment": environment,
        "tt_targets": TTTargets(tree=TARGETS),
        "input_data": InputData.tree(tree),
        "backend": backend,
        "include_warn_nodes": False,
    }
    ready = time.perf_counter() - start
    tables, whole = [], None
    for _ in range(REPEATS):
        start = time.perf_counter()
        whole = main(main_target=MainTarget.results.df_with_mapper, include_fail_nodes=checks == "1", **asked)
        tables.append(time.perf_counter() - start)
    parts = main(main_targets=["tt_function", "processed_data", "labels__root_nodes"], include_fail_nodes=False, **asked)
    columns = {name: column for name, column in parts["processed_data"].items() if name in parts["labels"]["root_nodes"]}
    evaluated = []
    for _ in range(REPEATS + 2):
        start = time.perf_counter()
        for column in parts["tt_function"](columns).values():
            getattr(column, "block_until_ready", lambda: None)()
        evaluated.append(time.perf_counter() - start)
    if whole is not None:
        kept: dict[str, Any] = {name: np.asarray(whole[name], np.float64) for name in whole.columns}
        np.savez(results, **kept)
    peak = peak_mb()
    figures = {"version": version("gettsim"), "ready": ready, "table_to_table": min(tables), "evaluate_first": evaluated[0]}
    sys.stdout.write(json.dumps({**figures, "evaluate": min(evaluated[1:]), "peak_mb": peak}))


if __name__ == "__main__":
    run(*sys.argv[1:])
